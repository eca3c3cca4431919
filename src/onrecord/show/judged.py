"""What people decided, in a dossier: judgements, grades, measured error, competing hypotheses.

Each stands with the person who decided it and the reason given. Nothing is put together of two.
"""

from __future__ import annotations

from onrecord.core.hypotheses import EvidenceRow, HypothesisRow, Matrix
from onrecord.core.judged import JudgementRow
from onrecord.core.vocabulary import Verb
from onrecord.show.gathered import Gathered
from onrecord.show.press import Press

_APART = (Verb.AUDIT, Verb.GRADE, Verb.SUPPOSE, Verb.RATE)
"""Told of in a part of their own."""


def write_judged(rows: Gathered, press: Press) -> None:
    """Write the page of judgements and the page of hypotheses."""
    judged = rows.judged
    words = _words(judged.rows)
    press.lists(
        "judgements",
        "judgements.html",
        [one for one in judged.rows if one.verb not in _APART],
        graded=[(row, words.get(row, row), grades) for row, grades in judged.grades.items()],
        audited=judged.audited,
        orphans=[one for one in judged.rows if one.orphans],
    )
    matrix = judged.hypotheses
    press.page(
        "hypotheses.html",
        "hypotheses.html",
        matrix=matrix,
        words={row.id: row.words for row in matrix.evidence},
        fit=lambda row, one, by: _letters(row, one, by),
        against=lambda by, one: _against(matrix, by, one),
    )


def _words(given: list[JudgementRow]) -> dict[str, str]:
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
