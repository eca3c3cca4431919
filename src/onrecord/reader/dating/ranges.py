"""From one time to another: what joins two ends, and what one end leaves to the other to tell."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reader.dating.numbers import ordinal_at
from onrecord.reader.dating.pieces import day_at, goes_on, month_at, year_at
from onrecord.reader.dating.senses import (
    Between,
    Doubtful,
    Found,
    Match,
    Named,
    Period,
    Sense,
    Weekday,
    Written,
)
from onrecord.reader.dating.stretches import Stretch
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens
from onrecord.reader.dating.written import day_first
from onrecord.reader.dating.years import century


def joined(tokens: Tokens, low: Match) -> int | None:
    """Say where the other end begins; None: no range."""
    words, join = tables().words, tokens.low(low.end)
    led = tokens.low(low.first - 1) == "between"
    if join == "and" and not led:
        return None
    if join == "and" or join in words["to"] or join in words["dashes"]:
        if join == "/" and not tokens[low.end].glued:
            return None
        return low.end + 1
    return None


def days_of_month(tokens: Tokens, at: int) -> Found | None:
    """Read "1 to 5 May 2024", "May 1-5, 2024", and of two days next to each other "1 and 2 May"."""
    words = tables().words
    day = day_at(tokens, at) if tokens[at].digits else None
    if day is not None and not (tokens[at].glued and tokens[at - 1].low in "/.-,:$£€"):
        join = tokens.low(day[0])
        led = join == "and" and tokens.low(at - 1) == "between"
        if join in words["to"] or join in words["dashes"] or led:
            high = day_first(tokens, day[0] + 1)
            if high is not None:
                return _days(tokens, at, at, day[1], high)
        if join == "and":
            high = day_first(tokens, day[0] + 1)
            if high is not None and _next(high.sense, day[1]):
                return _days(tokens, at, at, day[1], high)
    month = month_at(tokens, at)
    if month is None or not tokens[at].capital:
        return None
    first = day_at(tokens, month[0])
    if first is None or tokens.low(first[0]) not in (*words["to"], *words["dashes"]):
        return None
    last = day_at(tokens, first[0] + 1)
    if last is None or goes_on(tokens, last[0] - 1):
        return None
    year = year_at(tokens, last[0])
    end = year[0] if year else last[0]
    sense = _day(year[1] if year else None, month[1], last[1])
    return _days(tokens, at, month[0], first[1], Match(first[0] + 1, end, sense))


def centuries(tokens: Tokens, at: int) -> Found | None:
    """Read "the 15th to the 19th century"."""
    the = tokens.low(at) == "the"
    first = ordinal_at(tokens, at + the)
    if first is None or tokens.low(first[0]) not in ("to", "and", "or", "-", "–"):
        return None
    high = century(tokens, first[0] + 1)
    if high is None or not 2 <= first[1] <= 30:
        return None
    low = Match(at, first[0], Written(Stretch("century", (first[1] - 1) * 100)))
    return Found(at - (tokens.low(at - 1) in ("from", "between")), high.end, (low, high))


def _days(tokens: Tokens, at: int, first: int, day: int, high: Match) -> Found | None:
    if not isinstance(high.sense, Written | Named):
        return None
    stretch = replace(high.sense.stretch, day=day)
    low = Match(first, first + 1, replace(high.sense, stretch=stretch))
    lead = tokens.low(at - 1) in ("from", "between")
    return Found(at - lead, high.end, (low, high))


def _next(sense: Sense, day: int) -> bool:
    """Say whether a sense is the day after one: "heard on 10 and 11 May" is one time."""
    return isinstance(sense, Written | Named) and sense.stretch.day == day + 1


def _day(year: int | None, month: int, day: int) -> Sense:
    stretch = Stretch("day", year, month, day)
    return Named(stretch) if year is None else Written(stretch)


def on_calendar(sense: Sense) -> bool:
    return isinstance(sense, Written | Named | Weekday | Between | Doubtful)


def bounding(sense: Sense) -> bool:
    return on_calendar(sense) or isinstance(sense, Period)


def unit_of(sense: Sense) -> str:
    if isinstance(sense, Written | Named):
        return sense.stretch.unit
    return sense.unit if isinstance(sense, Period) else type(sense).__name__


def shared(low: Sense, high: Sense) -> tuple[Sense, Sense]:
    """Let one end of a range have the year that only the other tells."""
    if not isinstance(low, Written | Named) or not isinstance(high, Written | Named):
        return low, high
    one, other = low.stretch, high.stretch
    turned = (one.part, one.day) > (other.part, other.day)
    if _yearless(low) and other.year is not None and other.unit in ("day", one.unit):
        return Written(replace(one, year=other.year - turned)), high
    if _yearless(high) and one.year is not None and one.unit in ("day", other.unit):
        return low, Written(replace(other, year=one.year + turned))
    return low, high


def _yearless(sense: Sense) -> bool:
    return isinstance(sense, Named) and sense.step is None and sense.within is None
