"""What days an EDTF text can mean (ISO 8601-2:2019, levels 0 to 2).

After the Library of Congress's text of the standard. Answers with bounds in days and refuses what
is no date: month 13, 31 February, an interval that ends before it begins. It never reads a bound
narrower than the text. Days are counted like `datetime.date.toordinal` but for any year, so that
`Y-17E7` has its place too.
"""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from functools import lru_cache

from onrecord.core.errors import UnreadableDate

LONGEST = 200
"""No EDTF text that a person writes is longer (characters)."""

_FARTHEST_YEAR = 10**12
"""Years beyond this are refused: nothing on record is older than the universe times a hundred."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days `[first, after)` that an end can lie on; None: without bound on that side."""

    first: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """An EDTF text read: the days on which it can start and end, and how sure its writer was.

    For a single date `start` equals `end`. `open` tells an interval from a date.
    """

    start: Bounds
    end: Bounds
    interval: bool = False
    uncertain: bool = False
    approximate: bool = False
    slack: int = 0
    """Days by which an approximate date may lie beside its bounds: one unit of its precision."""


_NO_BOUND = Bounds(None, None)

_DATE = re.compile(
    r"(?P<q1>[?~%])?"
    r"(?P<year>-?[0-9X]{4}(?:S[0-9]{1,4})?|Y-?(?:[0-9]{5,12}|[0-9]{1,6}E[0-9]{1,2})(?:S[0-9]{1,4})?)"
    r"(?P<q2>[?~%])?"
    r"(?:-(?P<q3>[?~%])?(?P<month>[0-9X]{2})(?P<q4>[?~%])?"
    r"(?:-(?P<q5>[?~%])?(?P<day>[0-9X]{2})(?P<q6>[?~%])?)?)?"
    r"(?P<time>T(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)|24:00:00)"
    r"(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?)?"
)

# Seasons say no more than which months of which hemisphere; 21-24 name no hemisphere, so they may
# be either one's and we take the year. Quarters 33-36, quadrimesters 37-39, halves 40-41.
_MONTHS_OF_SEASON = {
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),
    29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
# A winter may have begun in the year before it is counted to, or end in the year after.
_MONTHS_OF_SEASON |= {21: (1, 12), 22: (1, 12), 23: (1, 12), 24: (-1, 14)}


_YEAR, _SEASON, _MONTH = 366, 92, 31
"""Days of the longest of each: what an approximate date of that precision may be off by."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """The `?`, `~` and `%` on a date's parts; `coarsest`: days of the widest part marked as about.

    In 2004-06~-11 it is the month that is about right, so the day may be off by a month.
    """

    uncertain: bool
    approximate: bool
    coarsest: int

    @classmethod
    def of(cls, found: re.Match[str]) -> _Marks:
        year, month, day = (
            {found[before], found[after]}
            for before, after in (("q1", "q2"), ("q3", "q4"), ("q5", "q6"))
        )
        about = {"~", "%"}
        coarsest = _YEAR if year & about else _MONTH if month & about else 0
        given = year | month | day
        return cls(bool(given & {"?", "%"}), bool(given & about), coarsest)


@lru_cache(maxsize=65536)
def read(text: str) -> Meaning:
    """Say what days `text` can mean.

    Raises:
        UnreadableDate: it is not EDTF of level 0, 1 or 2, or names a day that does not exist.
    """
    if not text or len(text) > LONGEST:
        raise UnreadableDate(text)
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _date(text, text)


def ordinal(year: int, month: int, day: int) -> int:
    """Count the days of the proleptic Gregorian calendar for any year; 0001-01-01 is day 1."""
    shifted = year - (month <= 2)
    era, of_era = divmod(shifted, 400)
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 305


def _date(text: str, whole: str) -> Meaning:
    found = _DATE.fullmatch(text)
    if found is None:
        raise UnreadableDate(whole)
    marks = _Marks.of(found)
    year_text, month, day = found["year"], found["month"], found["day"]
    if found["time"] and (day is None or "X" in text):
        raise UnreadableDate(whole)
    first_year, last_year = _years(year_text, whole)
    if month is None:
        return _year(first_year, last_year, marks)
    if year_text.startswith("Y") or "S" in year_text:
        raise UnreadableDate(whole)
    if day is None:
        return _month(first_year, last_year, month, marks, whole)
    return _day(first_year, last_year, month, day, marks, whole)


def _years(text: str, whole: str) -> tuple[int, int]:
    digits, _, significant = text.partition("S")
    if digits.startswith("Y"):
        base, _, power = digits[1:].partition("E")
        if len(base.lstrip("-")) + int(power or 0) > 13:
            raise UnreadableDate(whole)
        first = last = int(base) * 10 ** int(power or 0)
    else:
        low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
        first, last = min(low, high), max(low, high)
    if significant:
        unit = 10 ** max(0, len(str(abs(first))) - int(significant))
        if int(significant) == 0 or "X" in digits:
            raise UnreadableDate(whole)
        low = abs(first) // unit * unit
        first, last = (low, low + unit - 1) if first >= 0 else (-low - unit + 1, -low)
    if max(abs(first), abs(last)) > _FARTHEST_YEAR:
        raise UnreadableDate(whole)
    return first, last


def _year(first_year: int, last_year: int, marks: _Marks) -> Meaning:
    first, after = ordinal(first_year, 1, 1), ordinal(last_year + 1, 1, 1)
    return _marked(Bounds(first, after), marks, max(_YEAR, after - first))


def _month(first_year: int, last_year: int, month: str, marks: _Marks, whole: str) -> Meaning:
    numbers = _could_be(month, range(1, 13)) or _could_be(month, range(21, 42))
    if not numbers:
        raise UnreadableDate(whole)
    if numbers[0] > 12:
        seasons = [_MONTHS_OF_SEASON[number] for number in numbers]
        start, end = min(first for first, _ in seasons), max(last for _, last in seasons)
        slack = _SEASON
    else:
        start, end, slack = numbers[0], numbers[-1], _MONTH
    bounds = Bounds(_first_of(first_year, start), _first_of(last_year, end + 1))
    return _marked(bounds, marks, slack)


def _day(
    first_year: int, last_year: int, month: str, day: str, marks: _Marks, whole: str
) -> Meaning:
    months = _could_be(month, range(1, 13))
    days = _could_be(day, range(1, 32))
    # 29 February of "some year of the 1920s" exists when any of those years has it.
    years = range(first_year, min(last_year, first_year + 8) + 1)
    real = [
        (m, d)
        for m in months
        for d in days
        if d <= (29 if m == 2 and any(map(isleap, years)) else monthrange(2001, m)[1])
    ]
    if not real:
        raise UnreadableDate(whole)
    (m1, d1), (m2, d2) = real[0], real[-1]
    last = ordinal(last_year, m2, 1) + d2  # 29 February of a common year ends with the month
    last = min(last, _first_of(last_year, m2 + 1))
    return _marked(Bounds(ordinal(first_year, m1, d1), last), marks, 1)


def _could_be(digits: str, numbers: range) -> list[int]:
    pattern = re.compile(digits.replace("X", "[0-9]"))
    return [number for number in numbers if pattern.fullmatch(f"{number:02}")]


def _first_of(year: int, month: int) -> int:
    extra, zero_based = divmod(month - 1, 12)
    return ordinal(year + extra, zero_based + 1, 1)


def _marked(bounds: Bounds, marks: _Marks, unit: int) -> Meaning:
    """Join bounds and marks; `unit` is the precision of the date as a whole, in days."""
    return Meaning(
        bounds,
        bounds,
        uncertain=marks.uncertain,
        approximate=marks.approximate,
        slack=max(unit, marks.coarsest) if marks.approximate else 0,
    )


def _interval(text: str) -> Meaning:
    start_text, _, end_text = text.partition("/")
    # "/..", begun nobody says when and going on, is the one that says something without a date.
    dateless = start_text in ("", "..") and end_text in ("", "..") and text != "/.."
    if "/" in end_text or dateless:
        raise UnreadableDate(text)
    start = _end(start_text, text)
    end = _end(end_text, text)
    low, high = start.start, end.end
    if low.first is not None and high.after is not None and low.first >= high.after:
        raise UnreadableDate(text)
    # Whatever days they mean, the start is not after the end: each bounds the other.
    return Meaning(
        Bounds(low.first, _least(low.after, high.after)),
        Bounds(_greatest(low.first, high.first), high.after),
        interval=True,
        uncertain=start.uncertain or end.uncertain,
        approximate=start.approximate or end.approximate,
        slack=max(start.slack, end.slack),
    )


def _least(*days: int | None) -> int | None:
    return min((day for day in days if day is not None), default=None)


def _greatest(*days: int | None) -> int | None:
    return max((day for day in days if day is not None), default=None)


def _end(text: str, whole: str) -> Meaning:
    return Meaning(_NO_BOUND, _NO_BOUND) if text in ("", "..") else _date(text, whole)


def _set(text: str) -> Meaning:
    """`[..]` is one of its members, `{..}` all of them: one date, or one interval."""
    closing = {"[": "]", "{": "}"}[text[0]]
    if text[-1] != closing or len(text) < 3:
        raise UnreadableDate(text)
    members = [_member(part.strip(), text) for part in text[1:-1].split(",")]
    firsts, afters = [m.start.first for m in members], [m.end.after for m in members]
    bounds = Bounds(
        None if None in firsts else min(f for f in firsts if f is not None),
        None if None in afters else max(a for a in afters if a is not None),
    )
    uncertain = any(m.uncertain for m in members)
    approximate = any(m.approximate for m in members)
    slack = max(m.slack for m in members)
    if text[0] == "[":
        return Meaning(bounds, bounds, False, uncertain, approximate, slack)
    start = min(members, key=lambda m: (m.start.first is not None, m.start.first or 0)).start
    end = max(members, key=lambda m: (m.end.after is None, m.end.after or 0)).end
    return Meaning(start, end, True, uncertain, approximate, slack)


def _member(text: str, whole: str) -> Meaning:
    before, dots, after = text.partition("..")
    if not dots:
        return _date(text, whole)
    if not before and not after:
        raise UnreadableDate(whole)
    start, end = _end(before, whole), _end(after, whole)
    low, high = start.start.first, end.end.after
    if low is not None and high is not None and low >= high:
        raise UnreadableDate(whole)
    bounds = Bounds(low, high)
    return Meaning(
        bounds,
        bounds,
        uncertain=start.uncertain or end.uncertain,
        approximate=start.approximate or end.approximate,
        slack=max(start.slack, end.slack),
    )
