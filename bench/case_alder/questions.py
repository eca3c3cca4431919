"""How the questions that the bench tells stand on its days, as the record has them by then."""

from __future__ import annotations

from typing import Any

from bench.case_alder.built import Built
from onrecord.core.answers import AnsweredRow, Open
from onrecord.core.sentences import stems
from onrecord.core.vocabulary import AsOf

_STATUS = {Open.OPEN: "open", Open.PARTLY: "partly", Open.ANSWERED: "answered"}
_LEAST = 0.5
"""The share of the words of a question told that the one of the record must have, both ways."""
_REPORTED = 0.65
"""The same of one that is only told of, which may be a request: "asked that the gates be shut"."""


def questions(built: Built) -> dict[str, dict[str, str]]:
    """Give the state of each question told on each of its days; no state where none is found."""
    asked: dict[str, Any] = built.told.get("questions", {})
    days = {day for one in asked.values() for day in one["dates"]}
    rows = {day: built.case.answered(AsOf(known=day)) for day in days}
    return {
        name: {
            day: _STATUS[found.state]
            for day in one["dates"]
            if (found := _found(one["text"], rows[day])) is not None
        }
        for name, one in asked.items()
    }


def state_at(built: Built, words: str, as_of: AsOf) -> str:
    """Give the state of a question told, as of both clocks; not asked where none is found."""
    found = _found(words, built.case.answered(as_of))
    return "not_asked" if found is None else _STATUS[found.state]


def _found(words: str, rows: list[AnsweredRow]) -> AnsweredRow | None:
    wanted = stems(words)

    def alike(row: AnsweredRow) -> float:
        held = stems(row.question.words)
        return 2 * len(wanted & held) / ((len(wanted) + len(held)) or 1)

    best = max(rows, key=alike, default=None)
    if best is None:
        return None
    least = _LEAST if best.question.words.rstrip().endswith("?") else _REPORTED
    return best if alike(best) >= least else None
