"""Years, decades, centuries, and years told by two numbers: financial years, sessions."""

from __future__ import annotations

from onrecord.reader.dating.numbers import ordinal_at
from onrecord.reader.dating.pieces import FIRST_YEAR, LAST_YEAR, goes_on, spoken_year
from onrecord.reader.dating.senses import Between, Match, Written
from onrecord.reader.dating.stretches import Stretch
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens

_ERAS_AFTER = {"bc": -1, "bce": -1, "ad": 1, "ce": 1}
_APOSTROPHES = ("'", "’", "‘")
_SURE_YEARS = range(1900, 2040)
_MEASURED = (
    "%",
    "percent",
    "per",
    "hours",
    "million",
    "billion",
    "x",
    "×",
    "+",
    "ft",
    "feet",
    "m",
    "km",
    "kg",
    "miles",
    "lb",
    "year",
    "years",
)


def year(tokens: Tokens, at: int) -> Match | None:
    """Read "2024", "44 BC", "AD 71", "the year 71"; not "2024 pounds", "page 2024"."""
    token = tokens[at]
    if token.low in ("ad", "year") and tokens[at + 1].number and token.low != tokens.low(at - 1):
        number = tokens[at + 1].number or 0
        lone = token.low == "ad" or tokens.low(at - 1) in ("the", "in")
        if lone and 1 <= number <= LAST_YEAR and not goes_on(tokens, at + 1):
            era = _ERAS_AFTER.get(tokens.low(at + 2), 0)
            if not era:
                return Match(at, at + 2, Written(Stretch("year", number)))
    if token.number is None:
        return None
    era = _ERAS_AFTER.get(tokens.low(at + 1), 0)
    if era and token.number and tokens[at + 1].text.isupper():
        return Match(at, at + 2, Written(Stretch("year", _counted(token.number, era))))
    two = _two_years(tokens, at)
    if two is not None:
        return two
    if len(token.low) == 3 and tokens.low(at - 1) == "." and tokens.low(at - 2) in ("c", "ca"):
        return (
            None
            if goes_on(tokens, at)
            else Match(at, at + 1, Written(Stretch("year", token.number)))
        )
    short = len(token.low) == 2 and token.glued and tokens.low(at - 1) in _APOSTROPHES
    if short and token.number > 19 and tokens.low(at - 2) in tables().words["before_date"]:
        alone = not tokens[at - 1].glued and not tokens[at + 1].glued
        if alone:
            return Match(at, at + 1, Written(Stretch("year", 1900 + token.number)))
    if len(token.low) != 4 or not FIRST_YEAR <= token.number <= LAST_YEAR:
        return None
    return (
        Match(at, at + 1, Written(Stretch("year", token.number))) if _is_year(tokens, at) else None
    )


def spoken(tokens: Tokens, at: int) -> Match | None:
    """Read "nineteen eighty-four", "in two thousand and eight"."""
    found = spoken_year(tokens, at)
    return None if found is None else Match(at, found[0], Written(Stretch("year", found[1])))


def _counted(number: int, era: int) -> int:
    """There is no year 0: 1 BC is the calendar's year 0."""
    return number if era > 0 else 1 - number


_COUNTED = frozenset(("people", "children", "schoolchildren", "men", "women"))
_COUNTING = frozenset(("of", "about", "around", "some", "only", "nearly", "with"))
"""Before a number with a noun in the plural: "a survey of 1709 patients" is of no year."""


def _is_year(tokens: Tokens, at: int) -> bool:
    words, before, after = tables().words, tokens[at - 1], tokens[at + 1]
    number = tokens[at].number or 0
    if goes_on(tokens, at) or before.low in words["numbered"]:
        return False
    about = before.low == "." and tokens.low(at - 2) in ("c", "ca")
    if before.low == "/" and tokens[at].glued and not tokens[at - 2].digits:
        return False
    if before.low in "$£€#.:_@+=" and not about and (tokens[at].glued or number not in _SURE_YEARS):
        return False
    if tokens[at].glued and before.low[:1].isalnum():
        return False
    joined = after.low in ("-", "/") and after.glued and tokens[at + 2].glued
    if joined and tokens[at + 2].digits and len(tokens.low(at + 2)) not in (2, 4):
        return False
    if before.low == "-" and before.glued and tokens[at].glued and tokens[at - 2].digits:
        return len(tokens.low(at - 2)) == 4
    dated = before.low in words["before_date"]
    if after.low in _MEASURED or after.low in _COUNTED:
        return False
    counts = after.low.endswith("s") and after.low.isalpha() and not after.capital
    if counts and after.low not in ("was", "is", "has", "as", "does", "to", "this", "its", "his"):
        return (dated and before.low not in _COUNTING) or before.low in words["owners"]
    if number in _SURE_YEARS:
        return True
    if before.low in ("–", "-", "—") and tokens[at - 2].digits:
        return tokens.low(at - 3) != ":"
    ranged = after.low in ("–", "-", "—") and len(tokens.low(at + 2)) == 4 and before.low != ":"
    alone = tokens.sentence_ends(at - 1) or at == 0
    return (
        dated
        or about
        or before.low in ("(", "[", "reigned")
        or (before.low in words["owners"] and before.low not in ("a", "an"))
        or (before.low == "," and not after.capital and number < 1900)
        or (ranged and tokens[at + 2].digits)
        or (alone and after.low in (",", ":"))
    )


def _two_years(tokens: Tokens, at: int) -> Match | None:
    """Read "2019-21", "2019/20"; "2019-2021" is read as a range of two years."""
    first, mark, second = tokens[at], tokens[at + 1], tokens[at + 2]
    if len(first.low) != 4 or mark.low not in tables().words["dashes"] or not mark.glued:
        return None
    if not second.glued or len(second.low) != 2 or second.number is None or first.number is None:
        return None
    if not FIRST_YEAR <= first.number <= LAST_YEAR or goes_on(tokens, at + 2):
        return None
    last = first.number // 100 * 100 + second.number
    last += 100 * (last < first.number and second.number < 10)
    if not first.number < last or tokens.low(at + 3) in ("-", "/"):
        return None
    return Match(at, at + 3, Between(first.number, last))


def fiscal(tokens: Tokens, at: int, country: str | None) -> Match | None:
    """Read "fiscal 2024", "FY2024", "the financial year 2019-20", "the 2019-20 financial year"."""
    words, low = tables().words, tokens.low(at)
    start = at
    if low == "fy":
        start += 1
    elif low in words["fiscal"]:
        start += 1 + (tokens.low(at + 1) in ("year", "years"))
    else:
        return _years_first(tokens, at, country)
    start += tokens.low(start) in (*_APOSTROPHES, ",")
    two = _two_years(tokens, start)
    if two is not None and isinstance(two.sense, Between):
        return Match(at, two.end, _fiscal(two.sense.first, two.sense.last, country))
    number = tokens[start].number
    if number is None or goes_on(tokens, start):
        return None
    if len(tokens.low(start)) == 2 and low == "fy":
        number += 2000
    if not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    # Told by one year only, nobody says whether it begins or ends in it, and in which month.
    return Match(at, start + 1, Between(number - 1, number + 1, timex=f"{number}"))


def _years_first(tokens: Tokens, at: int, country: str | None) -> Match | None:
    two = _two_years(tokens, at)
    if two is None or not isinstance(two.sense, Between):
        return None
    words, low = tables().words, tokens.low(two.end)
    if low in words["fiscal"] and tokens.low(two.end + 1) == "year":
        return Match(at, two.end + 2, _fiscal(two.sense.first, two.sense.last, country))
    if low in words["yearly"]:
        return Match(at, two.end + 1, two.sense)
    return None


def _fiscal(first: int, last: int, country: str | None) -> Between:
    month = tables().fiscal_years.get(country or "", 0) if last == first + 1 else 0
    return Between(first, last, month)


def decade(tokens: Tokens, at: int) -> Match | None:
    """Read "the 1990s", "1990's", "the '90s", "the nineties"."""
    the = tokens.low(at) == "the"
    start = at + the
    start += tokens.low(start) in ("early", "late", "mid") and tokens.low(start + 1) == "-"
    apostrophe = tokens.low(start) in _APOSTROPHES
    token = tokens[start + apostrophe]
    if token.low in tables().decades and (the or tokens.low(at - 1) in ("-", "late", "early")):
        begun = 1900 + tables().decades[token.low]
        return Match(at, start + 1, Written(Stretch("decade", begun)))
    if token.number is None or token.number % 10 or len(token.low) not in (2, 4):
        return None
    end = start + apostrophe + 1
    owner = tokens.low(end) in _APOSTROPHES
    end += owner
    if tokens.low(end) != "s" or not tokens[end].glued or tokens[end + 1].low == "°":
        return None
    if owner and not (the or tokens.low(at - 1) in ("early", "late", "mid", "-", "in")):
        return None
    number = token.number
    if len(token.low) == 2:
        if number < 20 or not (
            the or apostrophe or tokens.low(at - 1) in ("and", "late", "early", "-")
        ):
            return None
        number += 1900
    elif not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    unit = "century" if number % 100 == 0 and number < 2000 else "decade"
    return Match(at, end + 1, Written(Stretch(unit, number)))


def century(tokens: Tokens, at: int) -> Match | None:
    """Read "the 20th century", "nineteenth-century"."""
    start = at + (tokens.low(at) == "the")
    number = ordinal_at(tokens, start)
    if number is None:
        return None
    end = number[0] + (tokens.low(number[0]) == "-")
    if tokens.low(end) not in ("century", "centuries") or not 2 <= number[1] <= 30:
        return None
    if tokens.low(end + 1) in ("bc", "bce"):
        # The 5th century BC is the years 500 to 401 BC, -0499 to -0400 of the calendar.
        return Match(at, end + 2, Written(Stretch("century", 1 - number[1] * 100)))
    return Match(at, end + 1, Written(Stretch("century", (number[1] - 1) * 100)))
