"""The dates that a text has named so far: what "the following day" is counted from.

A date is an anchor only for a while; one named a page ago is not what "two years later" means.
"""

from __future__ import annotations

from collections import deque

from onrecord.reader.dating.stretches import Stretch

REACH = 600
"""Code points after which a date named before is no anchor any more: some five sentences."""


LONG_AGO = 20
"""Years after which a story is history; of a younger one a month may well be this year's."""
_APART = 3
"""Years between two dates of the same story."""
_YEARLY = ("day", "week", "month", "quarter", "season", "half", "year")


class Story:
    """The dates named so far, in the order of the text."""

    def __init__(self) -> None:
        self._named: deque[tuple[Stretch, int]] = deque(maxlen=4)
        self._full: deque[tuple[Stretch, int]] = deque(maxlen=2)
        self.quarter: Stretch | None = None
        """The quarter named last: in a company's report it is "the quarter" to the end."""
        self._last: tuple[str, str, int] | None = None

    def name(self, stretch: Stretch, place: int, full: bool) -> None:
        """Enter a date; `full`: its words tell it without an anchor."""
        self._named.append((stretch, place))
        if stretch.unit == "quarter":
            self.quarter = stretch
        if full:
            self._full.append((stretch, place))
        self._last = (stretch.edtf, stretch.timex, place)

    def range(self, edtf: str, timex: str, place: int) -> None:
        """Enter a range, which "that period" may mean."""
        self._last = (edtf, timex, place)

    def last(self, place: int) -> tuple[str, str] | None:
        """Give EDTF and TIMEX3 value of what was named last."""
        if self._last is None or place - self._last[2] > REACH:
            return None
        return self._last[:2]

    def named(self, place: int) -> Stretch | None:
        """Give the date named last."""
        if not self._named or place - self._named[-1][1] > REACH:
            return None
        return self._named[-1][0]

    def day(self, place: int) -> Stretch | None:
        """Give the day named last."""
        for stretch, at in reversed(self._named):
            if stretch.unit == "day" and place - at <= REACH:
                return stretch
        return None

    def year(self, place: int, told: int | None) -> int | None:
        """Give the year that the story is in, where that is long before the year it is told in.

        The last two dates told in full are of about then, and the last by day or month.
        """
        if len(self._full) < 2 or place - self._full[-1][1] > REACH:
            return None
        before, last = (stretch for stretch, _ in self._full)
        if last.year is None or before.year is None or last.unit not in ("day", "month"):
            return None
        if before.unit not in _YEARLY or abs(last.year - before.year) > _APART:
            return None
        return None if told and told - last.year < LONG_AGO else last.year
