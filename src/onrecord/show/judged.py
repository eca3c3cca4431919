"""What people decided, in a dossier: judgements, grades, measured error, competing hypotheses.

Each stands with the person who decided it and the reason given. Nothing is put together of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from onrecord.core.hypotheses import EvidenceRow, HypothesisRow, Matrix
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import Judged
from onrecord.core.vocabulary import Verb
from onrecord.show.gathered import Gathered
from onrecord.show.press import Page, lists

_APART = (Verb.AUDIT, Verb.GRADE, Verb.SUPPOSE, Verb.RATE)
"""Told of in a part of their own."""


def judged(rows: Gathered) -> Iterator[Page]:
    """Give the page of judgements and the page of hypotheses."""
    given = rows.judged
    listed = [one for one in given.rows if one.verb not in _APART]
    yield from lists("judgements", "judgements.html", listed, partial(_judgements, given))
    yield Page(name="hypotheses.html", template="hypotheses.html", fill=partial(_hypotheses, given))


def _judgements(given: Judged) -> dict[str, Any]:
    words = _words(given.rows)
    return {
        "graded": [(row, words.get(row, row), grades) for row, grades in given.grades.items()],
        "audited": given.audited,
        "orphans": [one for one in given.rows if one.orphans],
        "apart": [one for one in given.rows if one.verb in _APART],
    }


def _hypotheses(given: Judged) -> dict[str, Any]:
    matrix = given.hypotheses
    return {
        "matrix": matrix,
        "words": {row.id: row.words for row in matrix.evidence},
        "fit": _letters,
        "against": partial(_against, matrix),
    }


def _words(given: Sequence[JudgementRow]) -> dict[str, str]:
    return {
        row: words
        for one in given
        for row, words in zip(one.now, one.words, strict=True)
        if row is not None and words
    }


def _letters(row: EvidenceRow, one: HypothesisRow, by: str) -> str:
    """Give how a row fits a hypothesis for one person; a dash where they did not rate it."""
    found = (each for each in row.ratings if each.hypothesis == one.id and each.by == by)
    return next((each.fit.letters for each in found), "–")


def _against(matrix: Matrix, by: str, one: HypothesisRow) -> str:
    score = next(each for each in matrix.scores if (each.by, each.hypothesis) == (by, one.id))
    return f"{score.points} ({score.very_inconsistent} II, {score.inconsistent} I)"
