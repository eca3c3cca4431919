"""When: a date as a source gives it, which is every day it might mean.

Comparisons answer yes, no, or None: not known. A month and a day inside it overlap, so their order
is not known. First day counted in, last day counted out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.core import edtf as _edtf
from onrecord.core.spans import Span

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = "|".join(MONTHS)
"""The names of the months, as one part of a pattern; it wants brackets round it."""
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """An EDTF text, the words it was read from, the anchor they were resolved against, the rule.

    Raises:
        UnreadableDate: `edtf` is not EDTF of level 0 to 2, or names a day that does not exist.
    """

    edtf: str
    words: str = ""
    at: Span | None = None
    anchor: str = ""
    rule: str = ""

    def __post_init__(self) -> None:
        _edtf.read(self.edtf)

    @classmethod
    def of(cls, edtf: str) -> When:
        """Take an EDTF text as it stands."""
        return cls(edtf=edtf.strip())

    @classmethod
    def on(cls, day: date) -> When:
        """Take one day."""
        return cls(edtf=day.isoformat())

    @property
    def first(self) -> int | None:
        """The first day it might mean, as an ordinal; None: no bound."""
        return self._meaning.start.first

    @property
    def after(self) -> int | None:
        """The first day it can no longer mean, as an ordinal; None: no bound."""
        return self._meaning.end.after

    @property
    def is_interval(self) -> bool:
        """Say whether it lasts from one date to another, rather than lying somewhere in between."""
        return self._meaning.interval

    @property
    def uncertain(self) -> bool:
        """Say whether its writer marked it as perhaps wrong (`?`)."""
        return self._meaning.uncertain

    @property
    def approximate(self) -> bool:
        """Say whether its writer marked it as about then (`~`)."""
        return self._meaning.approximate

    @property
    def first_date(self) -> date | None:
        """The first day as a calendar date; None: no bound, or outside the years 1 to 9999."""
        return _calendar(self.first)

    @property
    def last_date(self) -> date | None:
        """The last day it might mean as a calendar date; None as for `first_date`."""
        return _calendar(None if self.after is None else self.after - 1)

    def is_before(self, other: When) -> bool | None:
        """Say whether all of this lies before all of `other`; None: not known.

        An approximate date is given one unit of its own precision to either side.
        """
        mine, theirs = self._meaning, other._meaning
        slack = mine.slack + theirs.slack
        latest, soonest = mine.end.after, theirs.start.first
        if latest is not None and soonest is not None and latest + slack <= soonest:
            return True
        earliest, last = mine.end.first, theirs.start.after
        if earliest is not None and last is not None and earliest - slack >= last - 1:
            return False
        return None

    def is_after(self, other: When) -> bool | None:
        """Say whether all of this lies after all of `other`; None: not known."""
        return other.is_before(self)

    def may_be(self, other: When) -> bool:
        """Say whether the two have a possible day in common."""
        slack = self._meaning.slack + other._meaning.slack
        return _reaches(self.after, other.first, slack) and _reaches(other.after, self.first, slack)

    def covers(self, day: date) -> bool | None:
        """Say whether `day` lies in it: for a date whether it is that day, for an interval whether
        it falls between its ends; None: not known.
        """
        mine, asked = self._meaning, day.toordinal()
        low, high = mine.start.first, mine.end.after
        if (low is not None and asked < low - mine.slack) or (
            high is not None and asked >= high + mine.slack
        ):
            return False
        if mine.slack:
            return None
        if not mine.interval:
            return True if low == asked and high == asked + 1 else None
        started, ending = mine.start.after, mine.end.first
        sure = started is not None and started - 1 <= asked and ending is not None
        return True if sure and ending is not None and asked <= ending else None

    def __str__(self) -> str:
        return self.edtf

    @property
    def _meaning(self) -> _edtf.Meaning:
        return _edtf.read(self.edtf)


def _reaches(after: int | None, first: int | None, slack: int) -> bool:
    return after is None or first is None or first < after + slack


def _calendar(ordinal: int | None) -> date | None:
    if ordinal is None or not _FIRST <= ordinal <= _LAST:
        return None
    return date.fromordinal(ordinal)


def by_time(when: When | None) -> tuple[bool, int, int]:
    """Give a sort key: earliest possible day first, narrower before wider, not known last."""
    if when is None:
        return (True, 0, 0)
    low = when.first if when.first is not None else (when.after or _LAST) - 1
    high = when.after if when.after is not None else low + 10**6
    return (False, low, high)


def next_day(day: date) -> date:
    """Give the day after; the last day of the calendar stays."""
    return day if day == date.max else day + timedelta(days=1)
