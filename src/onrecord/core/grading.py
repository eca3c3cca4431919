"""The scales by which people grade: of sources, of items, of likelihood, of fit, of right or wrong.

Each is a published scale, given with where it is published. None is turned into a number for
reckoning with: a grade is somebody's word, and stands beside the grades of others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Reliability(StrEnum):
    """How reliable a source is, by what is known of its history: the Admiralty code.

    In the words of the NATO standard for it (STANAG 2511; AJP-2.1).
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def meaning(self) -> str:
        """Say what the letter stands for."""
        return _RELIABILITY[self.value]


class Credibility(StrEnum):
    """How credible one item is, whoever its source: the Admiralty code (STANAG 2511; AJP-2.1)."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"

    @property
    def meaning(self) -> str:
        """Say what the number stands for."""
        return _CREDIBILITY[self.value]


class Likelihood(StrEnum):
    """How likely something is held to be, in the words of the PHIA probability yardstick.

    Professional Head of Intelligence Assessment, "Professional Development Framework for all-source
    intelligence assessment" (UK government, 2019): seven words, each with the range in per cent
    that it stands for. There are gaps between the ranges on purpose: no more is claimed than a
    word can carry.
    """

    REMOTE = "remote chance"
    HIGHLY_UNLIKELY = "highly unlikely"
    UNLIKELY = "unlikely"
    REALISTIC = "realistic possibility"
    LIKELY = "likely"
    HIGHLY_LIKELY = "highly likely"
    ALMOST_CERTAIN = "almost certain"

    @property
    def meaning(self) -> str:
        """Give the range that the word stands for."""
        return _LIKELIHOOD[self.value]


class Fit(StrEnum):
    """How a piece of evidence fits a hypothesis, as in the analysis of competing hypotheses.

    Consistent, inconsistent, not applicable: Richards J. Heuer, "Psychology of Intelligence
    Analysis" (CIA, 1999), chapter 8. The two stronger words and the letters are those of the
    program for it by PARC (ACH 2.0, 2005).
    """

    VERY_CONSISTENT = "very consistent"
    CONSISTENT = "consistent"
    NEUTRAL = "neutral"
    NOT_APPLICABLE = "not applicable"
    INCONSISTENT = "inconsistent"
    VERY_INCONSISTENT = "very inconsistent"

    @property
    def letters(self) -> str:
        """Give the letters it has in a matrix."""
        return _LETTERS[self.value]

    @property
    def step(self) -> int | None:
        """Give its place on the scale, from -2 to 2; None: it has none."""
        return _STEPS[self.value]


class Verdict(StrEnum):
    """What a person says of a row drawn by chance, having read its words."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Grade:
    """One person's grade of one thing. `on`: the day from which it holds, or on which it was given.

    `stands`: it is the latest of this person on this thing, the ones before it are its history.
    """

    about: str
    value: str
    meaning: str
    by: str
    because: str
    on: str
    stands: bool = True

    def __str__(self) -> str:
        """Give it in one line, with whose it is and why."""
        return f"{self.value} ({self.meaning}) by {self.by}, {self.on}: {self.because}"


def side_by_side(grades: Iterable[Grade]) -> str:
    """Give the grades that stand, each with whose it is; '' where there is none."""
    return ", ".join(f"{one.value} by {one.by}" for one in grades if one.stands)


_RELIABILITY = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
_CREDIBILITY = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
_LIKELIHOOD = {
    "remote chance": "up to about 5%",
    "highly unlikely": "about 10% to 20%",
    "unlikely": "about 25% to 35%",
    "realistic possibility": "about 40% to under 50%",
    "likely": "about 55% to 75%",
    "highly likely": "about 80% to 90%",
    "almost certain": "about 95% or more",
}
_LETTERS = {
    "very consistent": "CC",
    "consistent": "C",
    "neutral": "N",
    "not applicable": "NA",
    "inconsistent": "I",
    "very inconsistent": "II",
}
_STEPS = {
    "very consistent": 2,
    "consistent": 1,
    "neutral": 0,
    "not applicable": None,
    "inconsistent": -1,
    "very inconsistent": -2,
}
