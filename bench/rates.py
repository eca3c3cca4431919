"""Figures out of counts: precision, recall, F1 and shares. What nothing was asked of has no figure.

Every figure of the benchmark that has an interval is made here, from counts that can be summed over
documents; so the figure of any sample of documents is the figure of its sums.
"""

from __future__ import annotations

from collections.abc import Mapping

from bench.task import Figures

Counts = Mapping[str, float]


def f1(what: str, right: float, found: float, wanted: float) -> Figures:
    """Give precision, recall and F1; no precision of nothing found, no recall of nothing wanted."""
    return {
        **share(f"{what} precision", right, found),
        **share(f"{what} recall", right, wanted),
        **only_f1(what, right, found, wanted),
    }


def only_f1(what: str, right: float, found: float, wanted: float) -> Figures:
    """Give F1 alone."""
    return {f"{what} F1": 2 * right / (found + wanted)} if found or wanted else {}


def mean_f1(precision: float, recall: float) -> float:
    """Give the harmonic mean, for measures whose two sides count different things."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(what: str, part: float, whole: float) -> Figures:
    """Give a share; of nothing there is none."""
    return {what: part / whole} if whole else {}
