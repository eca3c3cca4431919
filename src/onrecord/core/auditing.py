"""Measured error: how many rows of a kind were right, of those that chance drew, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from onrecord.core.grading import Verdict
from onrecord.core.identity import SourceId
from onrecord.core.spans import Span

NORMAL_95 = 1.959963984540054
"""The quantile of the normal distribution that leaves 2.5 % above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRow:
    """One row that chance drew, in its words, with those around it; `verdict` None: not judged yet.

    `at` is where it stands in the text; `marked` what of it is its own words.
    """

    id: str
    kind: str
    source: SourceId
    words: str
    at: Span
    marked: tuple[Span, ...]
    reader: str
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """What one person found of the rows of one kind that one reader read and chance drew."""

    kind: str
    reader: str
    by: str
    right: int
    wrong: int
    unsure: int

    @property
    def judged(self) -> int:
        """Count the rows that were found right or wrong; who was unsure is counted apart."""
        return self.right + self.wrong

    @property
    def precision(self) -> float | None:
        """Give the part that was right; None: none was judged."""
        return self.right / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Give the 95 % interval of the precision."""
        return wilson(self.right, self.judged) if self.judged else None

    def __str__(self) -> str:
        """Say it in one line, with who judged how many."""
        unsure = f", {self.unsure} unsure and not counted" if self.unsure else ""
        if self.precision is None or self.interval is None:
            return f"{self.kind}: none judged right or wrong by {self.by}{unsure}"
        low, high = self.interval
        return (
            f"{self.kind}: {self.precision:.0%} right ({self.right} of {self.judged}; 95 % interval"
            f" {low:.0%} to {high:.0%}{unsure}), by {self.by}, of what {self.reader} read"
        )


def wilson(right: int, of: int) -> tuple[float, float]:
    """Give the 95 % interval of a proportion, by the score method.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal
    of the American Statistical Association 22 (1927), 209-212. It stays between 0 and 1 and holds
    for few rows and for none wrong, where the usual one does not.

    Args:
        of: how many were judged, at least one.
    """
    part, z2 = right / of, NORMAL_95 * NORMAL_95
    middle = (part + z2 / (2 * of)) / (1 + z2 / of)
    half = NORMAL_95 / (1 + z2 / of) * sqrt(part * (1 - part) / of + z2 / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)
