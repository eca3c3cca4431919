"""Dates drawn in letters on one axis, for a terminal: what is sure, and which ends are open.

The same dates as the drawing of the pages (`onrecord.show.drawing`), and no narrower: a mark of
doubt, an end that is open and an end that is not known each look like what they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from onrecord.core.dates import MONTHS, When
from onrecord.core.edtf import Meaning, read
from onrecord.show.extents import can_be_drawn, is_day
from onrecord.show.scale import Scale

DAY, SURE, PERHAPS, ABOUT, CITED = "●", "━", "┄", "~", "┃"
OPEN_START, OPEN_END, UNKNOWN, FOLD = "◂", "▸", "?", "≈"
LEGEND = (
    f"{DAY} a day  {SURE} surely  {PERHAPS} some time in it, or perhaps  {ABOUT} about"
    f"  {OPEN_START} {OPEN_END} open  {UNKNOWN} not known"
)
_EDGE = 2
"""Columns kept free at either side, for what lies before the first day and after the last."""


class Strip:
    """An axis that holds some dates, and each of them drawn on it.

    Args:
        dates: what is to be drawn; those without a place on an axis are left out.
        until: days (ordinals) that the axis has to reach besides.
        within: the axis shows what lies from the first of these days to the last; None: all.
        width: columns of a drawn line.
    """

    def __init__(
        self,
        dates: Iterable[When | None],
        *,
        until: Iterable[int] = (),
        within: tuple[When | None, When | None] = (None, None),
        width: int = 24,
    ) -> None:
        drawn = [when for when in dates if when is not None and can_be_drawn(when)]
        self._stretches = [_cut(_stretch(when), *within) for when in drawn]
        if drawn:
            self._stretches += [(day, day + 1) for day in until]
        self._width = width
        self._scale = Scale(self._stretches, _EDGE, width - 1 - _EDGE) if self._stretches else None

    @property
    def axis(self) -> str:
        """The axis: the months of its ends, and where a stretch without dates is drawn short."""
        if self._scale is None:
            return ""
        first, last = min(low for low, _ in self._stretches), max(end for _, end in self._stretches)
        left, right = _month(first), _month(last - 1)
        if left == right:
            return left.center(self._width).rstrip()
        line = ["·"] * self._width
        line[: len(left)], line[-len(right) :] = left, right
        for low, high in self._scale.folds:
            column = self._column((low + high) // 2)
            line[min(max(column, len(left)), self._width - len(right) - 1)] = FOLD
        return "".join(line)

    def drawn(self, when: When | None, cited: Sequence[When] = (), until: int | None = None) -> str:
        """Draw a date, and the days on which it is cited besides.

        Args:
            until: the day up to which an open end is known to be open; None: that is not told.
        """
        if self._scale is None:
            return ""
        line = [" "] * self._width
        if when is not None and can_be_drawn(when):
            for column, mark in self._marks(when, until):
                line[column] = mark
        days = [self._column(one.first or 0) for one in cited if can_be_drawn(one) and one.first]
        if days and when is not None and when.first is None and when.after is None:
            start, _, end = when.edtf.partition("/")
            line[min(days) - 1] = UNKNOWN if not start else OPEN_START
            line[max(days) + 1] = UNKNOWN if not end else OPEN_END
        for column in days:
            line[column] = CITED
        return "".join(line).rstrip()

    def _marks(self, when: When, until: int | None) -> Iterator[tuple[int, str]]:
        """Give columns with what stands there; a later mark takes the place of an earlier."""
        meaning = read(when.edtf)
        if is_day(when):
            yield self._column(when.first or 0), DAY
            return
        start, _, end = when.edtf.partition("/")
        if end != "..":
            until = None  # an end that is not known may lie before that day
        low, high = when.first, None if when.after is None else when.after - 1
        if high is None and low is not None:
            high = max(low, until) if until is not None else low
        if low is None and high is not None:
            low = high
        first, last = self._column(low or 0), self._column(high or 0)
        yield from ((column, PERHAPS) for column in range(first, last + 1))
        if (sure := _surely(meaning, until)) is not None:
            columns = range(self._column(sure[0]), self._column(sure[1]) + 1)
            yield from ((column, SURE) for column in columns)
        if meaning.approximate:
            yield from ((column, ABOUT) for column in {first, last})
        if when.first is None:
            yield first - 1, UNKNOWN if not start else OPEN_START
        if when.after is None:
            yield last + 1, UNKNOWN if not end else OPEN_END

    def _column(self, day: int) -> int:
        assert self._scale is not None
        return round(self._scale.x(day))


def _stretch(when: When) -> tuple[int, int]:
    bounds = [bound for bound in (when.first, when.after) if bound is not None]
    return bounds[0], bounds[-1]


def _cut(stretch: tuple[int, int], start: When | None, end: When | None) -> tuple[int, int]:
    first, last = stretch
    if start is not None and start.first is not None:
        first = max(first, start.first)
    if end is not None and end.after is not None:
        last = min(last, end.after)
    return min(first, last), max(first, last)


def _surely(meaning: Meaning, until: int | None) -> tuple[int, int] | None:
    """Give the first and last day that an interval surely covers."""
    unbounded = meaning.start.first is None
    if unbounded or not meaning.interval or meaning.approximate or meaning.uncertain:
        return None
    low = None if meaning.start.after is None else meaning.start.after - 1
    high = meaning.end.first if meaning.end.after is not None else until or low
    return (low, high) if low is not None and high is not None and low <= high else None


def _month(day: int) -> str:
    on = date.fromordinal(max(1, min(day, date.max.toordinal())))
    return f"{MONTHS[on.month - 1][:3]} {on.year}"
