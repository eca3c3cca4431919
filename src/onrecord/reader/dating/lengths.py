"""Durations, ages, and what comes back: times that are no dates."""

from __future__ import annotations

from onrecord.reader.dating.numbers import number_at
from onrecord.reader.dating.senses import Every, Length, Match
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens

_LETTERS = {
    "year": "Y", "month": "M", "week": "W", "fortnight": "W", "day": "D", "decade": "Y",
    "century": "Y", "quarter": "Q", "hour": "H", "minute": "M", "second": "S", "weekend": "WE",
}  # fmt: skip
_TIMES = {"decade": 10, "century": 100, "fortnight": 2}
_CLOCK = ("hour", "minute", "second")
_ROUGHLY = ("over", "under", "nearly", "almost", "about", "around", "roughly", "approximately")
_RATES = (
    "times",
    "million",
    "billion",
    "thousand",
    "once",
    "twice",
    "%",
    "percent",
    "units",
    "people",
    "hours",
    "days",
)


def written(count: float | None, unit: str) -> str:
    """Write a duration as ISO 8601 does; X for a number that is not told."""
    time = "T" if unit in _CLOCK else ""
    letter = _LETTERS[unit]
    if count is None:
        return f"P{time}X{letter}"
    count *= _TIMES.get(unit, 1)
    if count == int(count):
        return f"P{time}{int(count)}{letter}"
    whole = int(count)
    if count - whole == 0.5 and unit in ("year", "hour", "minute"):
        half = {"year": "6M", "hour": "30M", "minute": "30S"}[unit]
        return f"P{time}{whole or ''}{letter if whole else ''}{half}"
    return f"P{time}{count:g}{letter}"


def length(tokens: Tokens, at: int) -> Match | None:
    """Read "two-and-a-half years", "56-year-old", "more than two years", "a decade", "years"."""
    known, low = tables(), tokens.low(at)
    start = at
    than = low in ("more", "less", "fewer") and tokens.low(at + 1) == "than"
    if than or (low == "at" and tokens.low(at + 1) in ("least", "most")):
        start = at + 2
    elif low in _ROUGHLY:
        start = at + 1
    number = number_at(tokens, start)
    if number is None:
        return _bare(tokens, at)
    end, count = number
    for word in ("consecutive", "straight", "full", "whole", "more", "long"):
        end += tokens.low(end) == word
    end += tokens.low(end) == "-" and tokens[end].glued
    to = tokens.low(end)
    if to in ("or", "to"):
        other = number_at(tokens, end + 1)
        if other is not None:
            end, count = other
            end += tokens.low(end) == "-"
    unit = known.units.get(tokens.low(end))
    if unit is None or end == start:
        return None
    one = tokens.low(start) in ("a", "an")
    if one and (unit == "second" or tokens.low(end).endswith("s")):
        return None
    if unit == "second" and tokens.low(end) != "seconds" and not tokens[start].digits:
        return None
    if unit == "quarter" and not tokens.low(end).endswith("s"):
        return None
    if one and unit in ("day", "year", "week", "month", "hour", "minute") and _rate(tokens, start):
        return Match(start, end + 1, Every(written(1, unit)))
    if unit in ("weekend",):
        return None
    old = end + 1 + (tokens.low(end + 1) == "-")
    if tokens.low(old) in ("old", "olds"):
        return Match(start, old + 1, Length(written(count, unit), age=True))
    return Match(at, end + 1, Length(written(count, unit)))


def _rate(tokens: Tokens, at: int) -> bool:
    before = tokens[at - 1]
    return before.digits or before.low in _RATES or before.low in tables().numbers


def _bare(tokens: Tokens, at: int) -> Match | None:
    """Read "years", "decades-long", where a word before shows that a length is meant."""
    known, low = tables(), tokens.low(at)
    if (
        low == "the"
        and tokens.low(at - 1) in ("over",)
        and tokens.low(at + 1) in ("years", "decades")
    ):
        return Match(at, at + 2, Length(written(None, known.units[tokens.low(at + 1)])))
    unit = known.units.get(low)
    if unit is None or not low.endswith("s") or low in ("seconds", "quarters", "weekends", "mins"):
        return None
    if low in ("yrs", "hrs"):
        return None
    if tokens.low(at + 1) == "-" and tokens.low(at + 2) in ("long", "old"):
        return Match(at, at + 3, Length(written(None, unit)))
    if tokens.low(at - 1) in ("for", "in", "within", "after", "spent") or tokens.low(at + 1) in (
        "ago",
        "later",
    ):
        return Match(at, at + 1, Length(written(None, unit)))
    return None


def every(tokens: Tokens, at: int) -> Match | None:
    """Read "every Monday", "each year", "annual", "per month"."""
    known, low = tables(), tokens.low(at)
    if low in known.sets:
        return Match(at, at + 1, Every(known.sets[low]))
    if low not in ("every", "each", "per"):
        return None
    second = tokens.low(at + 1)
    if second in known.weekdays:
        return Match(at, at + 2, Every(f"XXXX-WXX-{known.weekdays[second] + 1}"))
    if second in known.months:
        return Match(at, at + 2, Every(f"XXXX-{known.months[second]:02}"))
    number = number_at(tokens, at + 1) or (at + 1, 1)
    end = number[0] + (second == "other")
    unit = known.units.get(tokens.low(end))
    if unit is None or unit == "second":
        return None
    return Match(at, end + 1, Every(written(2 if second == "other" else number[1], unit)))
