"""A time axis that adapts: days to places on a line, empty stretches folded, ticks that fit.

A long stretch in which nothing is dated is drawn short and marked as folded, so that one early date
does not crush the rest. Order is always kept.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from onrecord.core.dates import MONTHS

_FOLDED = 0.05
"""Share of the axis that a folded stretch takes."""
_EMPTY = 12
"""A stretch without dates longer than the whole divided by this is folded."""
_SHORTEST = 400
"""Days below which no stretch is folded: a year's silence is worth seeing."""
_LEFT_OVER = 60
"""Days that must be left when all is folded, or there is no scale to speak of."""
_APART = 74
"""Least distance of two ticks in pixels: 'Sep 2024' in the axis's type takes 55."""

_MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 300, 600, 1200, 3000, 6000, 12000)


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str
    strong: bool


class Scale:
    """Places days (ordinals) between `left` and `right`.

    Args:
        covered: the stretches, first and last day, that will be drawn; at least one.
    """

    def __init__(self, covered: Iterable[tuple[int, int]], left: float, right: float) -> None:
        stretches = sorted(covered)
        first, last = stretches[0][0], max(end for _, end in stretches)
        self.folds = _folds(stretches, first, last)
        kept = last - first - sum(high - low for low, high in self.folds)
        margin = max(2, kept // 30)
        edges = {first, last, *(edge for fold in self.folds for edge in fold)}
        stops = [first - margin, *sorted(edges), last + margin]
        gaps = list(pairwise(stops))
        kept += 2 * margin
        fold = _FOLDED * (right - left)
        self._per_day = (right - left - fold * len(self.folds)) / kept
        self._days, self._places = [stops[0]], [left]
        for low, high in gaps:
            wide = fold if (low, high) in self.folds else (high - low) * self._per_day
            self._days.append(high)
            self._places.append(self._places[-1] + wide)

    def x(self, day: int) -> float:
        """Give the place of a day; beyond the ends, the end."""
        i = min(max(1, bisect_right(self._days, day)), len(self._days) - 1)
        low, high = self._days[i - 1], self._days[i]
        part = min(1.0, max(0.0, (day - low) / (high - low)))
        return self._places[i - 1] + part * (self._places[i] - self._places[i - 1])

    @property
    def stops(self) -> list[tuple[int, float]]:
        """Give the days between which places grow evenly, each with its place."""
        return list(zip(self._days, self._places, strict=True))

    def ticks(self) -> list[Tick]:
        """Give ticks at round dates, none inside a folded stretch."""
        ticks: list[Tick] = []
        for first, last in self._stretches():
            for day, label, strong in self._round_dates(first, last):
                x = self.x(day)
                if not ticks or x - ticks[-1].x >= _APART * 0.9:
                    ticks.append(Tick(x, label, strong))
        return ticks

    def _stretches(self) -> list[tuple[date, date]]:
        """Give the stretches between the folded ones."""
        edges = [self._days[0], *(edge for fold in self.folds for edge in fold), self._days[-1]]
        return [
            (date.fromordinal(max(1, low)), date.fromordinal(min(date.max.toordinal(), high)))
            for low, high in zip(edges[::2], edges[1::2], strict=True)
        ]

    def _round_dates(self, first: date, last: date) -> Iterator[tuple[int, str, bool]]:
        for days in (1, 7, 14):
            if days * self._per_day >= _APART:
                yield from _by_days(first, last, days)
                return
        months = next((m for m in _MONTH_STEPS if m * 30.4 * self._per_day >= _APART), 12000)
        yield from _by_months(first, last, months)


def _folds(stretches: list[tuple[int, int]], first: int, last: int) -> list[tuple[int, int]]:
    """Give the long stretches in which nothing is dated, unless hardly anything else is left."""
    empty: list[tuple[int, int]] = []
    reached = first
    for start, end in stretches:
        if start - reached > max(_SHORTEST, (last - first) / _EMPTY):
            empty.append((reached, start))
        reached = max(reached, end)
    left_over = last - first - sum(high - low for low, high in empty)
    return empty if left_over >= _LEFT_OVER else []


def _by_days(first: date, last: date, step: int) -> Iterator[tuple[int, str, bool]]:
    day, year = first, 0
    while day <= last:
        label = f"{day.day} {MONTHS[day.month - 1][:3]}"
        yield (
            day.toordinal(),
            label if day.year == year else f"{label} {day.year}",
            day.year != year,
        )
        year = day.year
        if (date.max - day).days < step:
            return
        day += timedelta(days=step)


def _by_months(first: date, last: date, step: int) -> Iterator[tuple[int, str, bool]]:
    month = (first.year * 12 + first.month - 1) // step * step
    year = 0
    while month <= last.year * 12 + last.month - 1:
        y, m = divmod(month, 12)
        month += step
        if y < 1 or date(y, m + 1, 1) < first:
            continue
        name = MONTHS[m][:3]
        named = str(y) if step >= 12 else name if y == year else f"{name} {y}"
        yield date(y, m + 1, 1).toordinal(), named, step >= 12 or y != year
        year = y
