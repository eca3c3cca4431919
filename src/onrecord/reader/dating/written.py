"""Days and months by their names, with what of them the words leave out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.reader.dating.digits import iso
from onrecord.reader.dating.pieces import day_at, goes_on, month_at, no_year, within, year_at
from onrecord.reader.dating.seasons import part_of_year
from onrecord.reader.dating.senses import Match, Named, Sense, Weekday, Written
from onrecord.reader.dating.stretches import Stretch
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens


def day_first(tokens: Tokens, at: int) -> Match | None:
    """Read "14 March 2024", "the 14th of March"."""
    start = at + (tokens.low(at) == "the")
    day = day_at(tokens, start)
    if day is None or (start > at and tokens[start].number is not None and day[0] == start + 1):
        return None
    of = tokens.low(day[0]) == "of"
    if (joined := _joined(tokens, at, day)) is not None:
        return joined
    month = month_at(tokens, day[0] + of)
    if month is None or (tokens[start].number is None and not of):
        return None
    return _with_year(tokens, at, month[0], month[1], day[1])


def _joined(tokens: Tokens, at: int, day: tuple[int, int]) -> Match | None:
    """Read "8-May-2006", "10/Feb/2006"."""
    mark = tokens[day[0]]
    month = month_at(tokens, day[0] + 1) if mark.low in ("-", "/") and mark.glued else None
    if month is None or tokens.low(month[0]) != mark.low or not tokens[month[0]].glued:
        return None
    year = year_at(tokens, month[0] + 1)
    if year is None or not tokens[month[0] + 1].digits:
        return None
    return Match(at, year[0], Written(Stretch("day", year[1], month[1], day[1])))


def month_first(tokens: Tokens, at: int) -> Match | None:
    """Read "March 14, 2024", "March 14", "March 2024", "March"."""
    month = month_at(tokens, at)
    if month is None or not tokens[at].capital:
        return None
    end, number = month
    year = year_at(tokens, end)
    if year is not None:
        return Match(at, year[0], Written(Stretch("month", year[1], number)))
    day = day_at(tokens, end + (tokens.low(end) == "the"))
    if day is not None and not goes_on(tokens, day[0] - 1):
        return _with_year(tokens, at, day[0], number, day[1])
    if not _month_alone(tokens, at, end):
        return None
    stretch = Stretch("month", None, number)
    if no_year(tokens, end):
        return Match(at, end, Written(stretch))
    told = within(tokens, end)
    if told is not None:
        return Match(at, told[0], Named(stretch, within=told[1]))
    return Match(at, end, Named(stretch))


def _with_year(tokens: Tokens, at: int, end: int, month: int, day: int) -> Match:
    year = year_at(tokens, end)
    if year is not None:
        return Match(at, year[0], Written(Stretch("day", year[1], month, day)))
    stretch = Stretch("day", None, month, day)
    if no_year(tokens, end):
        return Match(at, end, Written(stretch))
    told = within(tokens, end)
    if told is not None:
        return Match(at, told[0], Named(stretch, within=told[1]))
    return Match(at, end, Named(stretch))


def _month_alone(tokens: Tokens, at: int, end: int) -> bool:
    """Tell a month from a verb and from somebody's name."""
    known, before, after = tables(), tokens[at - 1], tokens[end]
    meant = before.low in known.words["before_date"] or before.low in known.words["owners"]
    if tokens.low(at) in ("may", "march", *known.short_months):
        # More often a verb or a name than a month by itself.
        return meant and not (after.low[:1].isalpha() and after.capital)
    name = after.capital and after.low[:1].isalpha() and after.low not in known.months
    if name:
        return before.low in known.words["before_season"] or before.low in ("last", "next", "this")
    return meant or not before.capital or tokens.sentence_ends(at - 2)


def weekday(tokens: Tokens, at: int) -> Match | None:
    """Read "Monday", "Monday, 3 March", "Monday last week"; a short form only before a date."""
    known, low = tables(), tokens.low(at)
    if low not in known.weekdays and low not in known.short_weekdays:
        return None
    end = at + 1
    if low in known.short_weekdays and tokens.low(end) == "." and tokens[end].glued:
        end += 1
    start = end + (tokens.low(end) == ",")
    for form in (iso, day_first, month_first):
        date = form(tokens, start)
        if date is not None and _has_day(date.sense):
            return replace(date, first=at)
    stopped = tokens[end - 1].low == "." and low not in ("sat", "sun")
    if not tokens[at].capital or (low not in known.weekdays and not stopped):
        return None
    if tokens[at - 1].capital and tokens.low(at - 1) in known.words["named_weekdays"]:
        return None  # "Black Monday" is one day of history, and no Monday of late
    number = known.weekdays.get(low, known.short_weekdays.get(low, 0))
    told = within(tokens, end)
    if told is not None and told[1].unit == "week":
        return Match(at, told[0], Weekday(number, within=told[1]))
    if tokens.low(end) == "week":
        return Match(at, end + 1, Weekday(number, step=1, weeks=1))
    return Match(at, end, Weekday(number, any=_any_week(tokens, at, end)))


def _any_week(tokens: Tokens, at: int, end: int) -> bool:
    """Say whether no one day is meant: "on a Monday", "Monday mornings"."""
    often = tokens.low(end) in ("mornings", "afternoons", "evenings", "nights")
    return often or (tokens.low(at - 2) == "on" and tokens.low(at - 1) == "a")


def _has_day(sense: Sense) -> bool:
    return isinstance(sense, Written | Named) and sense.stretch.unit == "day"


def feast(tokens: Tokens, at: int) -> Match | None:
    """Read a day that has a name, with its year or without."""
    if tokens.low(at) not in ("christmas", "boxing", "new", "halloween"):
        return None
    for words, (month, day) in tables().feasts.items():
        if all(tokens.low(at + step) == word for step, word in enumerate(words)):
            return _with_year(tokens, at, at + len(words), month, day)
    return None


WHOLE: tuple[Callable[[Tokens, int], Match | None], ...] = (
    iso, day_first, month_first, weekday, part_of_year, feast,
)  # fmt: skip
