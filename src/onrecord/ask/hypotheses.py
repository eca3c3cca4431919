"""Holds evidence against competing hypotheses: what speaks against each, and which row decides.

A function of the judgements by which people supposed and rated. It adds no rating of its own, and
never puts two persons' ratings together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from onrecord.core.deciding import hypothesis_of
from onrecord.core.grading import Fit, Grade
from onrecord.core.hypotheses import EvidenceRow, HypothesisRow, Matrix, Rating, Score
from onrecord.core.judged import JudgementRow
from onrecord.core.vocabulary import Verb

Rated = dict[tuple[str, str], Fit]
"""One person's ratings, by hypothesis and row."""


def matrix(
    given: Iterable[JudgementRow],
    words: Mapping[str, str],
    likelihoods: Mapping[str, tuple[Grade, ...]] = {},
) -> Matrix:
    """Lay out hypotheses against evidence.

    Args:
        given: the judgements in force, in the order in which they were given: of several ratings
            of one cell by one person the latest stands.
        words: the rows in their own words, with whose they are.
        likelihoods: what is held of hypotheses, by their ids.
    """
    given = list(given)
    supposed = _supposed(given, likelihoods)
    ids = [one.id for one in supposed]
    cells: dict[tuple[str, str, str], Rating] = {}
    for one in given:
        if one.verb is not Verb.RATE:
            continue
        hypothesis, was = one.about
        row = one.now[1] or was
        if hypothesis in ids:
            rating = Rating(
                hypothesis=hypothesis, by=one.by, fit=Fit(one.value), because=one.because
            )
            cells[one.by, hypothesis, row] = rating
    people = tuple(dict.fromkeys(by for by, _, _ in cells))
    rows = list(dict.fromkeys(row for _, _, row in cells))
    rated = {
        by: {(h, row): rating.fit for (who, h, row), rating in cells.items() if who == by}
        for by in people
    }
    label = {one.id: one.label for one in supposed}
    evidence = tuple(_evidence(row, cells, words, rated, ids) for row in rows)
    return Matrix(
        hypotheses=supposed,
        evidence=evidence,
        people=people,
        scores=tuple(_score(h, by, rated[by]) for by in people for h in ids),
        order={by: _order(rated[by], ids, label) for by in people},
        matters={by: most for by in people if (most := _matters(by, evidence)) is not None},
    )


def _supposed(
    given: Sequence[JudgementRow], likelihoods: Mapping[str, tuple[Grade, ...]]
) -> tuple[HypothesisRow, ...]:
    found = [one for one in given if one.verb is Verb.SUPPOSE]
    return tuple(
        HypothesisRow(
            id=hypothesis_of(one.id),
            label=f"H{number}",
            wording=one.value,
            by=one.by,
            because=one.because,
            known=one.known,
            likelihoods=likelihoods.get(hypothesis_of(one.id), ()),
        )
        for number, one in enumerate(found, 1)
    )


def _evidence(
    row: str,
    cells: Mapping[tuple[str, str, str], Rating],
    words: Mapping[str, str],
    rated: Mapping[str, Rated],
    ids: Sequence[str],
) -> EvidenceRow:
    spread, decides = {}, {}
    for by, mine in rated.items():
        steps = [fit.step for (_, of), fit in mine.items() if of == row]
        placed = [step for step in steps if step is not None]
        if len(placed) > 1:
            spread[by] = max(placed) - min(placed)
        if steps:
            without = {cell: fit for cell, fit in mine.items() if cell[1] != row}
            decides[by] = _changed(_points(mine, ids), _points(without, ids))
    return EvidenceRow(
        id=row,
        words=words.get(row, ""),
        ratings=tuple(rating for (_, _, of), rating in cells.items() if of == row),
        diagnosticity=spread,
        decides=decides,
    )


def _score(hypothesis: str, by: str, rated: Rated) -> Score:
    fits = [fit for (of, _), fit in rated.items() if of == hypothesis]
    return Score(
        hypothesis=hypothesis,
        by=by,
        inconsistent=fits.count(Fit.INCONSISTENT),
        very_inconsistent=fits.count(Fit.VERY_INCONSISTENT),
        rated=len(fits),
    )


def _points(rated: Rated, ids: Sequence[str]) -> dict[str, int]:
    points = dict.fromkeys(ids, 0)
    for (hypothesis, _), fit in rated.items():
        points[hypothesis] += -min(0, fit.step or 0)
    return points


def _changed(one: Mapping[str, int], other: Mapping[str, int]) -> int:
    """Count the pairs that stand otherwise to each other: before, alike, after."""
    return sum(
        _sign(one[a] - one[b]) != _sign(other[a] - other[b]) for a, b in combinations(one, 2)
    )


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _order(
    rated: Rated, ids: Sequence[str], label: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    points = _points(rated, ids)
    return tuple(
        tuple(label[one] for one in ids if points[one] == some)
        for some in sorted(set(points.values()))
    )


def _matters(by: str, evidence: Sequence[EvidenceRow]) -> str | None:
    """Give the row without which most would stand otherwise; of such the most diagnostic."""
    deciding = [row for row in evidence if row.decides.get(by)]
    best = max(
        deciding, key=lambda row: (row.decides[by], row.diagnosticity.get(by, 0)), default=None
    )
    return None if best is None else best.id
