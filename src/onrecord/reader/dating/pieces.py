"""The pieces of a date: the number of a day, the name of a month, a year, "of next year".

Each function looks at one place and gives where its piece ends and what it is, or None.
"""

from __future__ import annotations

from onrecord.reader.dating.numbers import number_at
from onrecord.reader.dating.senses import Period
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Four digits beyond these are sums and numbers far more often than years."""


def day_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read the number of a day, "5", "5th", "fifth"; give where it ends and the number."""
    number = tokens[at].number
    end = at + 1
    if number is None:
        number = tables().ordinals.get(tokens.low(at))
    elif tokens[end].glued and tokens.low(end) in ("st", "nd", "rd", "th"):
        end += 1
    if number is None or len(tokens.low(at)) > 2 > number or not 1 <= number <= 31:
        return None
    return end, number


def month_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read a month's name and the stop after a short one."""
    low, known = tokens.low(at), tables()
    if low in known.months:
        return at + 1, known.months[low]
    if low in known.short_months and (not tokens[at].text.isupper() or tokens[at + 1].digits):
        stop = tokens.low(at + 1) == "." and tokens[at + 1].glued
        return at + 1 + stop, known.short_months[low]
    return None


def year_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read a year after a month: "2024", ", 2024", "of 2024", "'24"."""
    if tokens.low(at) in (",", "of", "in"):
        at += 1
    token = tokens[at]
    if token.low in ("'", "’", "‘") and tokens[at + 1].glued and len(tokens.low(at + 1)) == 2:
        short = tokens[at + 1].number
        return None if short is None or tokens[at + 2].glued else (at + 2, full(short))
    if (said := spoken_year(tokens, at)) is not None:
        return said
    if token.number is None or goes_on(tokens, at):
        return None
    if len(token.low) == 3 and tokens.low(at + 1) in (",", ".", ";", ")", "–", "—"):
        return at + 1, token.number
    return (at + 1, token.number) if FIRST_YEAR <= token.number <= LAST_YEAR else None


def no_year(tokens: Tokens, at: int) -> bool:
    """Say whether a number stands where the year would that is none: "5 May 99999"."""
    return tokens[at].digits and len(tokens.low(at)) > 3 and not goes_on(tokens, at)


def goes_on(tokens: Tokens, at: int) -> bool:
    """Say whether a number is only the beginning of another: "2,024", "2024.5", "2024km"."""
    after = tokens[at + 1]
    if not after.glued:
        return False
    more = tokens[at + 2].glued and tokens[at + 2].digits
    group = after.low == "," and len(tokens.low(at + 2)) == 3
    return after.low[0].isalpha() or after.low in "%$£€°" or (more and (group or after.low in ".:"))


def full(short: int) -> int:
    return short + (2000 if short < 50 else 1900)


def within(tokens: Tokens, at: int) -> tuple[int, Period] | None:
    """Read "of next year", "last year", "this week" behind a part of it."""
    start = at + (tokens.low(at) == ",")
    start += tokens.low(start) == "of"
    the = tokens.low(start) == "the"
    step, unit = tokens.low(start + the), tokens.low(start + the + 1)
    known = tables()
    if unit not in ("year", "week", "month"):
        return None
    if the and step in known.following:
        return start + 3, Period(unit, known.following[step], named=True)
    if not the and step in ("same", "that"):
        return start + 2, Period(unit, 0, named=True)
    if not the and step in known.steps:
        return start + 2, Period(unit, known.steps[step])
    return None


def spoken_year(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read "nineteen eighty-four", "twenty sixteen", and "two thousand and eight" after "in"."""
    known = tables()
    if (tokens.low(at), tokens.low(at + 1)) == ("two", "thousand"):
        rest = number_at(tokens, at + 2 + (tokens.low(at + 2) == "and"))
        led = (
            tokens.low(at - 1) in known.words["before_season"] or tokens.low(at - 1) in known.months
        )
        if not led or rest is None or rest[1] is None or rest[1] > 99:
            return None
        return rest[0], 2000 + int(rest[1])
    hundreds = known.numbers.get(tokens.low(at), known.tens.get(tokens.low(at), 0))
    if not 15 <= hundreds <= 20 or tokens[at + 1].digits:
        return None
    rest = number_at(tokens, at + 1)
    if rest is None or rest[1] is None or not 10 <= rest[1] <= 99:
        return None
    if tokens.low(rest[0]) in known.units or tokens.low(rest[0]) == "-":
        return None
    return rest[0], hundreds * 100 + int(rest[1])
