"""A named piece of the calendar: a day, week, month, quarter, half, season, year, decade, century.

It knows its EDTF text, its name in TIMEX3, its first and last day, and its neighbours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

_SEASON_NAMES = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
_FIRST_MONTHS = {21: 3, 22: 6, 23: 9, 24: 12}
YEARS = {"year": 1, "decade": 10, "century": 100}
MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3}
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_LAST_YEAR = 9999
"""The last year of the calendar; what lies beyond is not resolved."""


class Beyond(Exception):
    """A step leads out of the calendar, or to a day that does not exist."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the calendar.

    Attributes:
        unit: what it is a piece of.
        year: its year; of decades and centuries the first; None: not known.
        part: month, quarter, half, or EDTF's number of the season; of weeks and days the month.
        day: the day of the month; of weeks and weekends the Monday.
    """

    unit: str
    year: int | None
    part: int = 0
    day: int = 0

    @classmethod
    def around(cls, unit: str, day: date) -> Stretch:
        """Give the unit in which a day lies; a fortnight is told by its first week."""
        if unit == "day":
            return cls(unit, day.year, day.month, day.day)
        if unit in DAYS:
            monday = _moved(day, -day.weekday())
            return cls(unit, monday.year, monday.month, monday.day)
        if unit in YEARS:
            return cls(unit, day.year // YEARS[unit] * YEARS[unit])
        if unit == "season":
            month = day.month
            season = 24 if month in (12, 1, 2) else 20 + month // 3
            return cls(unit, day.year - (month < 3), season)
        return cls(unit, day.year, (day.month - 1) // MONTHS[unit] + 1)

    @property
    def _year(self) -> str:
        if self.year is None:
            return "XXXX"
        return f"{self.year:04}" if self.year >= 0 else f"-{-self.year:04}"

    @property
    def edtf(self) -> str:
        year = self._year
        match self.unit:
            case "year":
                return year
            case "decade":
                return f"{year[:-1]}X"
            case "century":
                return f"{year[:-2]}XX"
            case "month" | "season":
                return f"{year}-{self.part:02}"
            case "quarter":
                return f"{year}-{self.part + 32}"
            case "half":
                return f"{year}-{self.part + 39}"
            case "day":
                return f"{year}-{self.part:02}-{self.day:02}"
        first, last = self.days()
        return f"{first.isoformat()}/{last.isoformat()}"

    @property
    def timex(self) -> str:
        """Give its name in TIMEX3."""
        year = self._year
        match self.unit:
            case "year" if self.year is not None and self.year < 1:
                return f"BC{1 - self.year:04}"
            case "decade":
                return year[:-1]
            case "century":
                return year[:-2]
            case "season":
                return f"{year}-{_SEASON_NAMES[self.part]}"
            case "quarter":
                return f"{year}-Q{self.part}"
            case "half":
                return f"{year}-H{self.part}"
            case "week" | "weekend" | "fortnight":
                week = self.days()[0].isocalendar()
                return f"{week.year:04}-W{week.week:02}{'-WE' if self.unit == 'weekend' else ''}"
        return self.edtf

    def days(self) -> tuple[date, date]:
        """Give the first and the last day.

        Raises:
            Beyond: it has no year, or lies outside the calendar.
        """
        if self.year is None:
            raise Beyond
        try:
            if self.unit in YEARS:
                return date(max(1, self.year), 1, 1), date(self.year + YEARS[self.unit] - 1, 12, 31)
            if self.unit in MONTHS:
                count = MONTHS[self.unit]
                first = _FIRST_MONTHS[self.part] if self.unit == "season" else 0
                first = first or (self.part - 1) * count + 1
                return date(self.year, first, 1), _moved(_month(self.year, first + count), -1)
            first_day = date(self.year, self.part, self.day)
        except ValueError:
            raise Beyond from None
        if self.unit == "weekend":
            return _moved(first_day, 5), _moved(first_day, 6)
        return first_day, _moved(first_day, DAYS[self.unit] - 1)

    def moved(self, count: int) -> Stretch:
        """Give the one so many further on.

        Raises:
            Beyond: it lies outside the calendar.
        """
        if self.year is None:
            raise Beyond
        if self.unit in YEARS:
            year = self.year + count * YEARS[self.unit]
            if not 1 <= year <= _LAST_YEAR and year:
                raise Beyond
            return replace(self, year=year)
        if self.unit in DAYS:
            try:
                day = date(self.year, self.part, self.day)
            except ValueError:
                raise Beyond from None
            return Stretch.around(self.unit, _moved(day, count * DAYS[self.unit]))
        base = 21 if self.unit == "season" else 1
        per_year = 12 // MONTHS[self.unit]
        number = self.year * per_year + self.part - base + count
        year, part = divmod(number, per_year)
        if not 1 <= year <= _LAST_YEAR:
            raise Beyond
        return replace(self, year=year, part=part + base)


def _month(year: int, month: int) -> date:
    extra, zero_based = divmod(month - 1, 12)
    return date(year + extra, zero_based + 1, 1)


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        raise Beyond from None
