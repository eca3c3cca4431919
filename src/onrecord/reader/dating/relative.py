"""Times counted from another: the day told on, a date just named, or one named beside them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reader.dating.happened import Happened, named
from onrecord.reader.dating.numbers import number_at
from onrecord.reader.dating.pieces import month_at
from onrecord.reader.dating.senses import (
    Away,
    Ever,
    Lately,
    Match,
    Named,
    Period,
    Same,
    Weekday,
    Written,
)
from onrecord.reader.dating.stretches import Stretch
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens
from onrecord.reader.dating.written import WHOLE

_CALENDAR = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
_OVER = ("during", "over", "at", "on", "throughout", "through")
_LATER = {
    "later": 1,
    "after": 1,
    "earlier": -1,
    "before": -1,
    "prior": -1,
    "hence": 1,
    "ago": -1,
    "back": -1,
}


def day_word(tokens: Tokens, at: int) -> Match | None:
    """Read "today", "tomorrow night", "the day before yesterday", "tonight"."""
    known, low = tables(), tokens.low(at)
    if low in ("the", "day") and "day" in (low, tokens.low(at + 1)):
        start = at + (low == "the")
        turn, base = tokens.low(start + 1), tokens.low(start + 2)
        if (turn, base) in (("before", "yesterday"), ("after", "tomorrow")):
            return Match(at, start + 3, Period("day", -2 if base == "yesterday" else 2))
    dash = tokens.low(at + 1) == "-"
    if (
        low == "year"
        and tokens.low(at + 1 + dash) == "end"
        and tokens.low(at - 1) in ("by", "at", "of", "before", "until")
    ):
        return Match(at, at + 2 + dash, Period("year", 0), part="end")
    if low not in known.days:
        return None
    return Match(
        at, at + 1, Period("day", known.days[low]), clock="TNI" if low == "tonight" else ""
    )


def stepped(tokens: Tokens, at: int) -> Match | None:
    """Read "last month", "next Friday", "last March", "this morning", "the past five years"."""
    known = tables()
    start = at + (tokens.low(at) == "the")
    step = known.steps.get(tokens.low(start))
    if step is None:
        return None
    if step == 0 and known.steps.get(tokens.low(start + 1)):
        start += 1
        step = known.steps[tokens.low(start)]
    second, after = tokens.low(start + 1), tokens.low(start + 2)
    if tokens.low(start) == "latest" and second != "quarter":
        return None
    the = start > at
    if second in known.clock:
        if step and second != "night":
            return None
        return Match(at, start + 2, Period("day", step), clock=known.clock[second])
    if tokens[start + 1].capital and (second in known.weekdays or second in known.short_weekdays):
        number = known.weekdays.get(second, known.short_weekdays.get(second, 0))
        stop = second in known.short_weekdays and after == "."
        return Match(at, start + 2 + stop, Weekday(number, step))
    if second in known.seasons:
        return Match(at, start + 2, Named(Stretch("season", None, known.seasons[second]), step))
    if (month := month_at(tokens, start + 1)) and tokens[start + 1].capital:
        return Match(at, month[0], Named(Stretch("month", None, month[1]), step))
    counted = number_at(tokens, start + 1)
    if counted is not None and second not in ("a", "an"):
        unit = known.units.get(tokens.low(counted[0]))
        if unit is None or counted[0] == start + 1:
            return None
        return Match(at, counted[0] + 1, Lately(counted[1], unit, step or -1))
    unit = known.units.get(second)
    if unit not in _CALENDAR:
        if second in ("hour", "minute") and the:
            return Match(at, start + 2, Lately(1, second, step or -1))
        return None
    if second.endswith("s") or (the and unit in ("decade", "century", "year", "week", "month")):
        plural = second.endswith("s")
        if plural or tokens.low(start) in ("past", "coming") or unit == "decade":
            return Match(at, start + 2, Lately(None if plural else 1, unit, step or -1))
    if tokens.low(start) == "past" and start == at:
        return None
    if (unit == "day" and tokens.low(start) != "this") or (the and after == "of"):
        return None
    if unit == "week" and known.weekdays.get(after) is not None and tokens.low(start) != "past":
        return Match(at, start + 3, Weekday(known.weekdays[after], within=Period("week", step)))
    if the and tokens.low(start) == "next":
        return Match(at, start + 2, Period(unit, 1, named=True))
    return Match(at, start + 2, Period(unit, step))


def beside_named(tokens: Tokens, at: int) -> Match | None:
    """Read "the following day", "the same year", "that Monday", "that period", "the day"."""
    known, low = tables(), tokens.low(at)
    if low not in ("the", "that", "same", "this"):
        return None
    start = at + (low in ("the", "that", "this"))
    word = tokens.low(start)
    if low == "that" or (low == "the" and word == "same"):
        noun = start + (word == "same")
        found = _that(tokens, at, noun)
        if found is not None:
            return found
    if word in known.following and low == "the":
        second = tokens.low(start + 1)
        step = known.following[word]
        if second in known.weekdays:
            return Match(at, start + 2, Weekday(known.weekdays[second], step, same=True))
        if second in ("morning", "night", "evening", "afternoon"):
            return Match(at, start + 2, Period("day", step, named=True), clock=known.clock[second])
        unit = known.units.get(second)
        if unit in _CALENDAR and not second.endswith("s"):
            return Match(at, start + 2, Period(unit, step, named=True))
        if second in known.seasons:
            season = Stretch("season", None, known.seasons[second])
            return Match(at, start + 2, Named(season, step, named=True))
        if (month := month_at(tokens, start + 1)) and tokens[start + 1].capital:
            return Match(at, month[0], Named(Stretch("month", None, month[1]), step, named=True))
    unit = known.units.get(word)
    if low == "the" and unit in ("day", "week", "year", "month", "quarter"):
        before, after = tokens.low(at - 1), tokens.low(start + 1)
        led = before in ("for", "end", "ended", "ending", "finish", "finished", "closed")
        led = led or (unit == "quarter" and before in ("in", "of", "during"))
        open_ = after in ("of", "after", "before", "when", "that", "to", "-", "prior", "he", "she")
        if led and not open_ and not word.endswith("s"):
            return Match(at, start + 1, Period(unit, 0, named=True))
    turn, after = _LATER.get(tokens.low(start + 1), 0), tokens.low(start + 2)
    if low == "the" and turn and unit in _CALENDAR and not after[0].isalnum():
        return Match(at, start + 2, Period(unit, turn, named=True))
    if low == "the" and word == "weekend" and tokens.low(at - 1) in _OVER:
        return Match(at, start + 1, Period("weekend", 0))
    return None


def week_on(tokens: Tokens, at: int) -> Match | None:
    """Read "a week on Tuesday", "two weeks from Friday"."""
    number = number_at(tokens, at)
    if number is None or number[1] is None or tables().units.get(tokens.low(number[0])) != "week":
        return None
    day = tables().weekdays.get(tokens.low(number[0] + 2))
    if tokens.low(number[0] + 1) not in ("on", "from") or day is None or number[1] > 52:
        return None
    return Match(at, number[0] + 3, Weekday(day, step=1, weeks=int(number[1])))


def _that(tokens: Tokens, at: int, noun: int) -> Match | None:
    known, word = tables(), tokens.low(noun)
    if word in known.weekdays:
        return Match(at, noun + 1, Weekday(known.weekdays[word], 0, same=True))
    if word in known.clock:
        return Match(at, noun + 1, Period("day", 0, named=True), clock=known.clock[word])
    if (month := month_at(tokens, noun)) and tokens[noun].capital:
        return Match(at, month[0], Named(Stretch("month", None, month[1]), 0))
    led = ("of", "since", "by", "during", "in", "until", "from", "for")
    if word in ("period", "date") or (word == "time" and noun == at + 1):
        return Match(at, noun + 1, Same()) if tokens.low(at - 1) in led else None
    unit = known.units.get(word)
    if unit in _CALENDAR and not word.endswith("s"):
        return Match(at, noun + 1, Period(unit, 0, named=True))
    return None


def away(tokens: Tokens, at: int, happened: Happened) -> Match | None:
    """Read "three weeks ago", "two years later", "five days before 3 May", "a week from today".

    Args:
        happened: the days that the text has given so far for what happened.
    """
    if tokens.low(at) == "year":
        return _year_earlier(tokens, at)
    start, beyond = _beyond(tokens, at)
    number = number_at(tokens, start)
    if number is None:
        return None
    unit_at = number[0] + (tokens.low(number[0]) == "-")
    unit = tables().units.get(tokens.low(unit_at))
    if unit is None or unit == "second":
        return None
    turn = unit_at + 1
    word = tokens.low(turn)
    if word in ("’", "'") and (tokens.low(turn + 1), tokens.low(at - 1)) == ("time", "in"):
        return Match(at, turn + 2, Away(number[1], unit, 1, beyond=beyond))
    if word == "from":
        return _from_today(tokens, at, turn + 1, Away(number[1], unit, 1, beyond=beyond))
    if word not in _LATER:
        return None
    sense = Away(number[1], unit, _LATER[word], beyond=beyond)
    if word in ("ago", "hence", "back"):
        return Match(at, turn + 1, sense)
    if word in ("before", "after"):
        base = _base(tokens, turn + 1)
        if base is None:
            return _from_event(tokens, at, turn + 1, sense, happened)
        return Match(at, base.end, replace(sense, base=base.sense))
    return Match(at, turn + 1, replace(sense, named=True))


def _from_today(tokens: Tokens, at: int, start: int, sense: Away) -> Match | None:
    """Read "three weeks from today", "two years from now"."""
    if tokens.low(start) == "now":
        return Match(at, start + 1, sense)
    base = day_word(tokens, start)
    if base is None:
        return None
    if sense.unit == "week" and sense.count is not None:
        sense = replace(sense, unit="day", count=7 * sense.count)
    return Match(at, base.end, replace(sense, base=base.sense))


def _from_event(
    tokens: Tokens, at: int, start: int, sense: Away, happened: Happened
) -> Match | None:
    found = named(tokens, start)
    day = happened.day(found[1]) if found is not None else None
    if found is None or day is None:
        return None
    return Match(at, found[0], replace(sense, base=Written(day), event=found[1]))


def _year_earlier(tokens: Tokens, at: int) -> Match | None:
    """Read "year-earlier", "the year-ago quarter"."""
    turn = at + 1 + (tokens.low(at + 1) == "-")
    if tokens.low(turn) not in ("ago", "earlier") or tokens.low(at - 1) == "-":
        return None
    whole = tokens.low(turn + 1) in ("quarter", "period", "month", "level")
    return Match(at, turn + 1 + whole, Away(1, "year", -1, named=True))


def _beyond(tokens: Tokens, at: int) -> tuple[int, int]:
    low, second = tokens.low(at), tokens.low(at + 1)
    if low in ("more", "less", "fewer") and second == "than":
        return at + 2, 1 if low == "more" else -1
    if low == "at" and second in ("least", "most"):
        return at + 2, 1 if second == "least" else -1
    if low in ("over", "under", "nearly", "almost"):
        return at + 1, 1 if low == "over" else -1
    if low in ("about", "around", "roughly", "approximately", "some"):
        return at + 1, 0
    return at, 0


def _base(tokens: Tokens, at: int) -> Match | None:
    for form in WHOLE:
        found = form(tokens, at)
        if found is not None:
            return found
    return None


def ever(tokens: Tokens, at: int) -> Match | None:
    """Read "now", "recently", "in the future", "the current mayor"."""
    known, low = tables(), tokens.low(at)
    the = low == "the"
    word = tokens.low(at + the)
    if the and word in ("future", "past") and tokens.low(at - 1) in ("in", "for", "of"):
        after = tokens[at + 2].low
        if after[:1].isalpha() and known.units.get(after):
            return None
        return Match(at, at + 2, Ever("FUTURE_REF" if word == "future" else "PAST_REF"))
    if the and word in ("moment", "present") and tokens.low(at - 1) in ("at", "for"):
        return Match(at, at + 2, Ever("PRESENT_REF"))
    if low not in known.ever:
        return None
    if low in ("recent", "current", "future"):
        unit = known.units.get(tokens.low(at + 1))
        if unit:
            return Match(at, at + 2, Ever(known.ever[low]))
        if low == "future" or tokens.low(at - 1) in ("-", "most"):
            return None
    return Match(at, at + 1, Ever(known.ever[low]))
