"""The floor under quantities: invented sentences, and what a careful reader takes from each.

The floor is never lowered silently: it and the fingerprint change together, with the reason. A
quantity is right when its words, bound, numbers, unit, item and owner all are; one that is found
where there is none counts as wrong.
"""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

from bench.texts import paragraphs

from onrecord.core.vocabulary import Quantity
from onrecord.reader import TrainedReader

TEXTS = Path(__file__).parent / "quantities.toml"
FINGERPRINT = "ecb07955149b250c6a262aa9b9c4cd0f9597a719ba90f642f1e8cee9d59be911"
FLOOR = 0.95
"""All 121 were right when it was set (November 2026); .95 is the target they were written for."""


def _found(one: Quantity, text: str) -> dict[str, Any]:
    return {
        "words": one.at.of(text),
        "bound": one.bound.value,
        "number": one.number,
        "to": one.most,
        "unit": one.unit,
        "item": one.item,
        "of": " ".join(at.of(text) for at in one.owner_at),
    }


def _wanted(row: dict[str, Any]) -> dict[str, Any]:
    usual = {"bound": "exactly", "number": None, "to": None, "unit": "", "item": "", "of": ""}
    return {**usual, **row}


def test_the_texts_are_those_the_floor_was_measured_on() -> None:
    """Other texts need another floor, set on purpose; there are 120 expressions at least."""
    data = TEXTS.read_bytes()
    rows = tomllib.loads(data.decode("utf-8"))["sentence"]
    assert sum(len(row["quantities"]) for row in rows) >= 120
    assert hashlib.sha256(data).hexdigest() == FINGERPRINT


def test_quantities_do_not_fall_below_their_floor() -> None:
    """The share that is right of all that are wanted or found."""
    reader, right, found, wanted = TrainedReader(), 0, 0, 0
    for row in tomllib.loads(TEXTS.read_text("utf-8"))["sentence"]:
        ours = [
            _found(one, row["text"])
            for one in reader.read(paragraphs(row["text"]), None).quantities
        ]
        gold = [_wanted(quantity) for quantity in row["quantities"]]
        right += sum(one in ours for one in gold)
        found, wanted = found + len(ours), wanted + len(gold)
    share = right / max(found, wanted)
    assert share >= FLOOR, f"{right} right, {wanted} wanted, {found} found"
