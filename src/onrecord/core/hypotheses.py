"""Competing hypotheses as rows: what is supposed, how the evidence fits by whom, what follows.

The method is Richards J. Heuer's ("Psychology of Intelligence Analysis", CIA 1999, chapter 8): the
evidence is held against all hypotheses at once, and the one with the least against it stands first.
How much speaks for one counts nothing, for it may speak for the others as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.core.grading import Fit, Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class HypothesisRow:
    """One hypothesis, in the words of the person who supposes it. `label`: H1, H2 in their order.

    `likelihoods` are what persons hold of it, each in a word of the yardstick.
    """

    id: str
    label: str
    wording: str
    by: str
    because: str
    known: str
    likelihoods: tuple[Grade, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How one row fits one hypothesis, as one person rates it."""

    hypothesis: str
    by: str
    fit: Fit
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One row held against the hypotheses, and what each person made of it.

    `diagnosticity` has by person how far apart the row puts the hypotheses: the steps of the scale
    between its best and its worst fit, 0 (it fits all alike, and tells nothing) to 4; whoever rated
    it for fewer than two is left out. `decides` has by person how many pairs of hypotheses would
    stand otherwise to each other without it.
    """

    id: str
    words: str
    ratings: tuple[Rating, ...]
    diagnosticity: Mapping[str, int]
    decides: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one person's ratings hold against one hypothesis.

    `points` is how Heuer's count of inconsistent evidence is taken where there are two grades of it
    (PARC ACH 2.0): one for inconsistent, two for very inconsistent.
    """

    hypothesis: str
    by: str
    inconsistent: int
    very_inconsistent: int
    rated: int

    @property
    def points(self) -> int:
        """Count what speaks against it; the fewer the better it stands."""
        return self.inconsistent + 2 * self.very_inconsistent


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Hypotheses against evidence, each person's ratings side by side and never put together.

    `order` has by person the labels of hypotheses, the least contradicted first, those that stand
    alike in one group. `matters` has by person the row that matters most: without it most pairs
    of hypotheses would stand otherwise; a person for whom no row does is left out.
    """

    hypotheses: tuple[HypothesisRow, ...]
    evidence: tuple[EvidenceRow, ...]
    people: tuple[str, ...]
    scores: tuple[Score, ...]
    order: Mapping[str, tuple[tuple[str, ...], ...]]
    matters: Mapping[str, str]
