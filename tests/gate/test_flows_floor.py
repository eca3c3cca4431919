"""The floor of what passed: hops of 60 invented sentences, with all that a hop has.

Every second sentence was held out while the tables and the grammar were made.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from bench.texts import paragraphs

from onrecord.core.dates import When
from onrecord.core.vocabulary import Hop, Reading, Voice
from onrecord.reader import TrainedReader

FLOORS = {"tuned": 0.95, "held out": 0.85}
"""F1 of hops that are right in every part."""

Said = dict[str, Any]


def told(hop: Hop, what: str, reading: Reading) -> Said:
    """Give a hop as the file of sentences writes it: nothing where nothing is said."""
    names = {mention.id: mention.name for mention in reading.mentions}
    said = {one.id: one for one in reading.statements}
    speaker = said[hop.carried_by[0]].source if hop.carried_by else None

    def name(voice: Voice | None) -> str:
        found = names[voice.mention] if voice and voice.mention else ""
        return found.removeprefix("the ").removeprefix("The ")

    given = {
        "giver": name(hop.giver),
        "taker": name(hop.taker),
        "item": what,
        "means": hop.means,
        "when": hop.when.edtf if hop.when else "",
        "realised": hop.realised.value,
        "gap": hop.gap,
        "by": name(speaker),
    }
    return {key: value for key, value in given.items() if value}


def wanted(hop: Said) -> Said:
    """Give an expectation in the same form."""
    plain = {
        key: value.removeprefix("the ").removeprefix("The ")
        if key in ("giver", "taker", "by")
        else value
        for key, value in hop.items()
    }
    return {"realised": "done", **plain}


@lru_cache(maxsize=1)
def compared() -> list[tuple[str, list[Said], list[Said]]]:
    """Read every sentence by itself; give its text, the hops wanted and the hops found."""
    file = Path(__file__).with_name("flows.toml")
    rows = []
    for sentence in tomllib.loads(file.read_text("utf-8"))["sentence"]:
        reading = TrainedReader().read(paragraphs(sentence["text"]), When.of("2024-06-01"))
        found = [told(hop, flow.what, reading) for flow in reading.flows for hop in flow.hops]
        rows.append((sentence["text"], [wanted(hop) for hop in sentence["hops"]], found))
    return rows


def f1(rows: list[tuple[str, list[Said], list[Said]]], keys: set[str] | None = None) -> float:
    """Give F1 of hops alike in these keys (None: in all)."""
    right = expected = given = 0
    for _, want, found in rows:
        mine = [_only(hop, keys) for hop in want]
        theirs = [_only(hop, keys) for hop in found]
        right += sum(min(mine.count(hop), theirs.count(hop)) for hop in map(dict, {
            tuple(sorted(hop.items())) for hop in mine
        }))  # fmt: skip
        expected, given = expected + len(mine), given + len(theirs)
    return 2 * right / (expected + given)


def _only(hop: Said, keys: set[str] | None) -> Said:
    return {key: value for key, value in hop.items() if keys is None or key in keys}


def test_hops_are_found_with_all_their_parts() -> None:
    """Giver, taker, thing, means, day, what is left of it, and who says so, all right."""
    rows = compared()
    scores = {"tuned": f1(rows[::2]), "held out": f1(rows[1::2])}
    wrong = [row for row in rows if row[1] != row[2]]
    assert all(scores[part] >= floor for part, floor in FLOORS.items()), (scores, wrong)


def test_whoever_no_words_name_is_not_named() -> None:
    """No giver and no taker is found where the sentences name none."""
    for _, want, found in compared():
        for end in ("giver", "taker"):
            if not any(end in hop for hop in want):
                assert not any(end in hop for hop in found)
