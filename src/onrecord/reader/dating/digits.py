"""Dates in digits: 2024-03-14, 14/3/2024, and which number is the month."""

from __future__ import annotations

import re

from onrecord.core.spans import Span
from onrecord.reader.dating.pieces import FIRST_YEAR, LAST_YEAR, full, goes_on
from onrecord.reader.dating.senses import Between, Doubtful, Match, Written
from onrecord.reader.dating.stretches import Stretch
from onrecord.reader.dating.tokens import Tokens

_NUMERIC = re.compile(r"[0-9]([/.-])[0-9]+\1[0-9]")


def iso(tokens: Tokens, at: int) -> Match | None:
    """Read 2024-03-14, 2024-03, 2024/03/14, and 2024-03-14T10:00:00Z."""
    year, mark, month = tokens[at], tokens[at + 1], tokens[at + 2]
    if year.glued and (tokens.low(at - 1) != "/" or not tokens[at - 2].digits):
        return None
    if not (len(year.low) == 4 and mark.low in ("-", "/") and mark.glued and month.glued):
        return None
    if year.number is None or month.number is None or len(month.low) != 2:
        return None
    day = tokens[at + 4]
    if tokens.low(at + 3) == mark.low and day.glued and day.number and len(day.low) == 2:
        end = at + 5
        if tokens.low(end) == "t" and tokens[end].glued:
            while tokens[end].glued and (tokens[end].digits or tokens.low(end) in "tz:+-."):
                end += 1
        return Match(at, end, Written(Stretch("day", year.number, month.number, day.number)))
    if mark.low == "/" or not 1 <= month.number <= 12 or tokens[at + 3].low == "-":
        return None
    if goes_on(tokens, at + 2) or year.number < FIRST_YEAR:
        return None
    if month.number == (year.number + 1) % 100:
        # 2009-10 is a month, or two years; as years it holds the month too.
        return Match(at, at + 3, Between(year.number, year.number + 1))
    return Match(at, at + 3, Written(Stretch("month", year.number, month.number)))


def numeric(tokens: Tokens, at: int, order: str | None) -> Match | None:
    """Read 14/3/2024; `order` "dmy" or "mdy", None: not known."""
    marks = tokens[at + 1], tokens[at + 3]
    numbers = [tokens[at + step] for step in (0, 2, 4)]
    if marks[0].low not in "/.-" or not marks[0].low or marks[0].low != marks[1].low:
        return None
    glued = all(tokens[at + step].glued for step in range(1, 5))
    if not glued or tokens[at].glued or any(number.number is None for number in numbers):
        return None
    after = tokens[at + 5]
    more = after.low in ".:" and tokens[at + 6].glued and tokens[at + 6].digits
    if after.glued and (after.digits or after.low in "/-" or more):
        return None
    first, second, year = (number.number or 0 for number in numbers)
    if len(numbers[2].low) not in (2, 4) or max(len(n.low) for n in numbers[:2]) > 2:
        return None
    if len(numbers[2].low) == 2:
        if marks[0].low != "/":
            return None
        year = full(year)
    elif not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    readings = {
        "dmy": Stretch("day", year, second, first),
        "mdy": Stretch("day", year, first, second),
    }
    if first > 12 or second > 12:
        order = "dmy" if first > 12 else "mdy"
    if order is None and first != second:
        both = sorted(readings.values(), key=lambda day: (day.part, day.day))
        return Match(at, at + 5, Doubtful(tuple(both)))
    return Match(at, at + 5, Written(readings[order or "dmy"]))


def order_shown(characters: str) -> str | None:
    """Give the order of the numbers of dates that leave no doubt, if they all have the same."""
    if not _NUMERIC.search(characters):
        return None
    tokens = Tokens(characters, Span(0, len(characters)))
    shown = set()
    for at, token in enumerate(tokens.all):
        if token.digits and tokens.low(at + 1) in ("/", ".", "-") and not token.glued:
            found = numeric(tokens, at, None)
            if found is not None and isinstance(found.sense, Written):
                first, second = tokens[at].number, tokens[at + 2].number
                if first != second:
                    shown.add("dmy" if found.sense.stretch.day == first else "mdy")
    return shown.pop() if len(shown) == 1 else None
