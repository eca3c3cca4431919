"""Simple dates in a text: days, months and years as written, weekdays beside a known day.

A relative date is resolved only when the day the text was told on is known and only where the
words leave one meaning; otherwise the words are marked and the date is not known. Nothing is read
narrower than it says: "March 2024" is that whole month.
"""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate
from onrecord.core.identity import RowId, TextId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Dated
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.words import Word

_Read = tuple[Span, str, str]


class Calendar:
    """Reads the dates of one text, told on a date (None: not known).

    Where that is a month or a year, only what its first and its last day give alike is resolved.
    """

    def __init__(
        self, text: TextId, told_on: When | None, lexicon: Lexicon, characters: str
    ) -> None:
        first = told_on.first_date if told_on else None
        last = told_on.last_date if told_on else None
        ends = {first, last} if first is not None and last is not None else {None}
        self._anchor = told_on.edtf if told_on else ""
        self._text, self._characters = text, characters
        self._beside = [_BesideDay(day, lexicon) for day in ends]

    def dates(self, found: list[Word]) -> list[Dated]:
        """Find the dates among the words of one stretch, in order, not overlapping."""
        first, *others = (beside.dates(found) for beside in self._beside)
        agreed = zip(first, *others, strict=True)
        return [self._dated(*readings) for readings in agreed]

    def _dated(self, first: _Read, *others: _Read) -> Dated:
        at, edtf, rule = first
        when = None
        if edtf and all(other[1] == edtf for other in others):
            anchor = self._anchor if rule.startswith("beside") else ""
            try:
                when = When(
                    edtf=edtf, words=at.of(self._characters), at=at, anchor=anchor, rule=rule
                )
            except UnreadableDate:
                when = None
        return Dated(id=RowId(anchored("dat", self._text, [at])), at=at, when=when)


class _BesideDay:
    """Reads dates as told on one day (None: not known)."""

    def __init__(self, told: date | None, lexicon: Lexicon) -> None:
        self._told, self._lexicon = told, lexicon
        self._months = lexicon.months
        self._starters = (
            lexicon.weekdays.keys()
            | lexicon.days.keys()
            | lexicon.steps.keys()
            | self._months.keys()
        )

    def dates(self, found: list[Word]) -> list[_Read]:
        """Give where dates stand, their EDTF ('' if not resolved) and the rule."""
        dates: list[_Read] = []
        number = 0
        while number < len(found):
            low = found[number].low
            if not (low[0].isdigit() or low.rstrip(".") in self._starters):
                number += 1
                continue
            length, edtf, rule = self._at(found, number)
            if not length:
                number += 1
                continue
            at = Span(found[number].start, found[number + length - 1].end)
            dates.append((at, edtf, rule))
            number += length
        return dates

    def _at(self, found: list[Word], number: int) -> tuple[int, str, str]:
        """Give how many words are a date here, its EDTF ('' if not resolved) and the rule."""
        lows = [word.low.rstrip(".") for word in found[number : number + 5]]
        return (
            self._day_first(lows)
            or self._month_first(lows, found[number].capital)
            or _iso(lows[0])
            or self._bare_year(lows[0], found, number)
            or self._relative(lows)
            or (0, "", "")
        )

    def _day_first(self, lows: list[str]) -> tuple[int, str, str] | None:
        day = _day(lows[0])
        if day is None or len(lows) < 2 or lows[1] not in self._months:
            return None
        month = self._months[lows[1]]
        year = _year(lows[2]) if len(lows) > 2 else None
        if year is not None:
            return 3, f"{year:04}-{month:02}-{day:02}", "as written"
        if len(lows) > 3 and lows[2] == "," and (year := _year(lows[3])) is not None:
            return 4, f"{year:04}-{month:02}-{day:02}", "as written"
        return 2, self._nearest(month, day), "beside the day it was told on: nearest"

    def _month_first(self, lows: list[str], capital: bool) -> tuple[int, str, str] | None:
        month = self._months.get(lows[0])
        if month is None or not capital:
            return None
        if len(lows) > 1 and (year := _year(lows[1])) is not None:
            return 2, f"{year:04}-{month:02}", "as written"
        if len(lows) > 1 and (day := _day(lows[1])) is not None:
            if len(lows) > 3 and lows[2] == "," and (year := _year(lows[3])) is not None:
                return 4, f"{year:04}-{month:02}-{day:02}", "as written"
            if len(lows) > 2 and (year := _year(lows[2])) is not None:
                return 3, f"{year:04}-{month:02}-{day:02}", "as written"
            return 2, self._nearest(month, day), "beside the day it was told on: nearest"
        if lows[0] in ("may", "mar", "jan", "jun", "sep", "dec"):
            # More often a verb or somebody's name than a month by itself.
            return None
        return 1, self._latest_month(month), "beside the day it was told on: latest"

    def _bare_year(self, low: str, found: list[Word], number: int) -> tuple[int, str, str] | None:
        year = _year(low)
        if year is None or not 1900 <= year <= 2099:
            return None
        before = found[number - 1].low if number else ""
        after = found[number + 1].low if number + 1 < len(found) else ""
        if before in ("$", "£", "€", "no", "at", "least", "about", "over") or after in ("%", "per"):
            return None
        if (
            after.isalpha()
            and after.endswith("s")
            and before not in ("in", "of", "since", "by", "from")
        ):
            return None
        return 1, f"{year:04}", "as written"

    def _relative(self, lows: list[str]) -> tuple[int, str, str] | None:
        first, second = lows[0], lows[1] if len(lows) > 1 else ""
        if first in self._lexicon.steps:
            return self._stepped(first, second)
        if first in self._lexicon.weekdays:
            return (
                1,
                self._weekday(self._lexicon.weekdays[first]),
                "beside the day it was told on: latest",
            )
        if first in self._lexicon.days:
            edtf = self._shifted(self._lexicon.days[first])
            return 1, edtf, "beside the day it was told on"
        return None

    def _stepped(self, first: str, second: str) -> tuple[int, str, str] | None:
        step, rule = self._lexicon.steps[first], "beside the day it was told on"
        if second in ("month", "year"):
            return 2, self._period(step, second), rule
        if second == "week":
            return 2, self._week(step), rule
        if second in self._months and second not in ("may", "mar"):
            return 2, self._latest_month(self._months[second]) if step < 0 else "", rule
        if second in self._lexicon.weekdays:
            weekday = self._lexicon.weekdays[second]
            return 2, self._weekday(weekday) if step < 0 else "", rule
        return None

    def _weekday(self, weekday: int) -> str:
        """The last such day up to the day it was told on."""
        if self._told is None:
            return ""
        return self._shifted(-((self._told.weekday() - weekday) % 7))

    def _shifted(self, days: int) -> str:
        if self._told is None:
            return ""
        try:
            return (self._told + timedelta(days=days)).isoformat()
        except OverflowError:
            return ""

    def _week(self, step: int) -> str:
        if self._told is None:
            return ""
        try:
            monday = self._told - timedelta(days=self._told.weekday()) + timedelta(weeks=step)
            return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
        except OverflowError:
            return ""

    def _period(self, step: int, unit: str) -> str:
        if self._told is None:
            return ""
        if unit == "year":
            return f"{self._told.year + step:04}"
        months = self._told.year * 12 + self._told.month - 1 + step
        return f"{months // 12:04}-{months % 12 + 1:02}"

    def _latest_month(self, month: int) -> str:
        if self._told is None:
            return ""
        return f"{self._told.year - (month > self._told.month):04}-{month:02}"

    def _nearest(self, month: int, day: int) -> str:
        """The day of that name nearest to the day it was told on."""
        if self._told is None:
            return f"XXXX-{month:02}-{day:02}"
        candidates = []
        for year in (self._told.year - 1, self._told.year, self._told.year + 1):
            try:
                candidates.append(date(year, month, day))
            except ValueError:
                continue
        if not candidates:
            return ""
        told = self._told
        return min(candidates, key=lambda it: abs((it - told).days)).isoformat()


def _iso(low: str) -> tuple[int, str, str] | None:
    if len(low) == 10 and low[4] == low[7] == "-" and low.replace("-", "").isdecimal():
        return 1, low, "as written"
    if len(low) == 7 and low[4] == "-" and low.replace("-", "").isdecimal():
        return 1, low, "as written"
    return None


def _year(low: str) -> int | None:
    if len(low) == 4 and low.isascii() and low.isdecimal() and low[0] in "12":
        return int(low)
    return None


def _day(low: str) -> int | None:
    for ending in ("st", "nd", "rd", "th"):
        low = low.removesuffix(ending)
    if len(low) <= 2 and low.isascii() and low.isdecimal() and 1 <= int(low) <= 31:
        return int(low)
    return None
