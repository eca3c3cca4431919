"""Propositions of one article: which stance the case gives each statement that it found.

The article alone is made a case, on the day that the gold counts from, and its propositions are put
to it as a person would word them. A position of the gold counts as found where a statement of the
case has half of its words; what the gold calls asserting, suspecting, believing or suggesting is to
assert or report, criticism and questions are doubts. A general denial that the record has on a
proposition, and which addresses nothing of it, counts where the gold has a denial: the gold places
pleas of innocence on propositions, and says that this is a reading. Silences are left to the other
measure.
"""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.rows import pairs
from bench.task import READER, Amount, Measured, Options, Task
from onrecord.assess import GENERAL
from onrecord.case import Case
from onrecord.core.claims import PositionRow
from onrecord.core.vocabulary import Stance
from onrecord.intake import Told
from onrecord.reader import load

_TODAY = datetime(2026, 1, 1, tzinfo=UTC)
_HALF = 0.5
_SAYS = frozenset((Stance.ASSERTS.value, Stance.REPORTS.value))
IN_GENERAL = "denies in general"
"""What a plea of innocence is on a proposition that it does not name: in the gold a denial of each
that accuses its speaker, in the record a general denial, which denies none."""
_DENIES = frozenset((Stance.DENIES.value, Stance.DENIES_IN_PART.value, IN_GENERAL))
_DOUBTS = frozenset((Stance.DOUBTS.value,))
_ACCEPTED = {
    **dict.fromkeys(
        ("asserts", "states", "suspects", "believes", "suggests", "implies", "reports_hedged"),
        _SAYS,
    ),
    **dict.fromkeys(("denies", "denies_hedged", "counter_asserts"), _DENIES),
    "denies_part": frozenset((Stance.DENIES_IN_PART.value,)),
    **dict.fromkeys(("doubts", "criticises", "questions_explanation"), _DOUBTS),
    "denies_proof": _DOUBTS | _DENIES,
    "asserted_then_withdrawn": _SAYS | {Stance.WITHDRAWS.value},
}
"""Which stances of the case are right for one of the gold's."""


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Make a case of the article, put the propositions beside it to it, and write who stands how.

    The propositions are read from `gold.json` in the article's folder: their wordings alone.
    """
    gold = json.loads((source.parent / "gold.json").read_text("utf-8"))
    wordings = {one["id"]: one["text"] for one in gold["propositions"]}
    told = Told(published=options["published"], retrieved=options["published"])
    with (
        tempfile.TemporaryDirectory() as folder,
        Case.create(Path(folder) / "case", clock=lambda: _TODAY) as case,
    ):
        case.add([source], reader=load(options["reader"]), told=told)
        rows = case.claims().worded(list(wordings.values()))
        found = {
            "statements": [pairs(row.content_spans) for row in case.statements()],
            "positions": {
                id: [
                    {
                        "content": pairs(one.statement.content_spans),
                        "stance": IN_GENERAL if _is_general(one) else one.stance.value,
                        "called": one.called,
                    }
                    for one in row.positions
                ]
                for id, row in zip(wordings, rows, strict=True)
            },
        }
        words = sum(row.words for row in case.sources())
    out.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return Amount(1, words)


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Give how many positions of the gold are on statements that were found, and how many right.

    A statement may stand in several: one right stance among those on it does. What is read into a
    proposition that the gold does not have there is counted beside.
    """
    del source
    gold = json.loads((data / "seed" / "gold.json").read_text("utf-8"))
    found = json.loads(prediction.read_text("utf-8"))
    said = {one["id"]: one["content"] for one in gold["statements"]}
    total = there = right = extra = 0
    for proposition in gold["propositions"]:
        mine = found["positions"][proposition["id"]]
        used: set[int] = set()
        for position in proposition["positions"]:
            accepted = _ACCEPTED.get(position["stance"])
            content = said.get(position["statement"])
            if accepted is None or content is None:
                continue
            total += 1
            if not any(_same(content, one) for one in found["statements"]):
                continue
            there += 1
            hits = [at for at, one in enumerate(mine) if _same(content, one["content"])]
            used.update(hits)
            right += any(mine[at]["stance"] in accepted for at in hits)
        extra += len(mine) - len(used)
    figures = {
        "positions in gold": float(total),
        "on a statement that was found": float(there),
        "of these with the right stance": right / there if there else 0.0,
        "positions that the gold has not": float(extra),
    }
    return {"": Measured(figures)}


def _is_general(one: PositionRow) -> bool:
    return one.stance is Stance.DOES_NOT_ADDRESS and one.scope == GENERAL


def _same(gold: list[dict[str, Any]], mine: list[list[int]]) -> bool:
    """Say whether a statement has half of the characters of one of the gold."""
    size = sum(one["e"] - one["s"] for one in gold)
    shared = sum(max(0, min(one["e"], e) - max(one["s"], s)) for one in gold for s, e in mine)
    return size > 0 and shared >= _HALF * size


TASK = Task(
    about="Propositions of one article: the stance of each statement that was found.",
    predict=predict,
    inputs={"": "seed/article.txt"},
    score=score,
    options={"reader": READER, "published": "2025-10-14"},
    percent=False,
)
