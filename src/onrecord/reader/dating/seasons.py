"""Parts of a year that are no months: quarters, halves, seasons."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reader.dating.pieces import FIRST_YEAR, LAST_YEAR, goes_on, within, year_at
from onrecord.reader.dating.senses import Match, Named, Period, Written
from onrecord.reader.dating.stretches import Stretch
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens


def part_of_year(tokens: Tokens, at: int) -> Match | None:
    """Read "the third quarter of 2024", "Q3 2024", "the first half", "spring 2024"."""
    start = at + (tokens.low(at) == "the")
    found = numbered_part(tokens, start)
    if found is None:
        return None
    end, stretch = found
    year = year_at(tokens, end)
    if year is not None and tokens.low(end) != ",":
        return Match(at, year[0], Written(replace(stretch, year=year[1])))
    if tokens.low(end) == "of" and tokens.low(end + 1) in tables().words["fiscal"]:
        return None
    year_told = within(tokens, end)
    if year_told is not None:
        return Match(at, year_told[0], Named(stretch, within=year_told[1]))
    if stretch.unit == "half" or _short_quarter(tokens, start):
        return None
    if stretch.unit == "season" and not _season_alone(tokens, start):
        return None
    return Match(at, end, Named(stretch))


def year_first(tokens: Tokens, at: int) -> Match | None:
    """Read "the 2024 second quarter", "2024 Q2", "this year's third quarter"."""
    start = at + (tokens.low(at) == "the")
    number = tokens[start].number
    if number is not None and FIRST_YEAR <= number <= LAST_YEAR and not goes_on(tokens, start):
        found = numbered_part(tokens, start + 1)
        if found is not None and found[1].unit != "season":
            return Match(at, found[0], Written(replace(found[1], year=number)))
    step = tables().steps.get(tokens.low(at))
    owner = tokens.low(at + 2) in ("'", "’") and tokens.low(at + 3) == "s"
    if step is not None and tokens.low(at + 1) == "year" and owner:
        found = numbered_part(tokens, at + 4)
        if found is not None:
            return Match(at, found[0], Named(found[1], within=Period("year", step)))
    return None


def numbered_part(tokens: Tokens, at: int) -> tuple[int, Stretch] | None:
    known, low = tables(), tokens.low(at)
    if low in known.seasons:
        return at + 1, Stretch("season", None, known.seasons[low])
    if low in ("q", "h") and tokens[at + 1].glued and tokens.low(at + 1) in ("1", "2", "3", "4"):
        number = int(tokens.low(at + 1))
        unit = "quarter" if low == "q" else "half"
        return (at + 2, Stretch(unit, None, number)) if low == "q" or number < 3 else None
    number = known.ordinals.get(low, 0) or (4 if low == "final" else 0)
    end = at + 1
    if tokens[at].number and tokens.low(at + 1) in ("st", "nd", "rd", "th"):
        number, end = tokens[at].number or 0, at + 2
    end += tokens.low(end) == "-"
    if tokens.low(end) == "quarter" and 1 <= number <= 4:
        return end + 1, Stretch("quarter", None, number)
    if tokens.low(end) == "half" and 1 <= number <= 2:
        return end + 1, Stretch("half", None, number)
    return None


def _short_quarter(tokens: Tokens, at: int) -> bool:
    """Say whether it is "Q1": without its year that is a quartile, a question, a road."""
    return tokens.low(at) == "q"


def _season_alone(tokens: Tokens, at: int) -> bool:
    """Tell a season from a fall, a spring, and the name of something: "the Winter Games"."""
    led = tables().words["before_season"]
    before, after = tokens.low(at - 1), tokens[at + 1]
    name = tokens[at].capital and after.capital
    if tokens.low(at) == "fall" and (after.low == "of" or before in ("to", "from")):
        return False
    return not name and (before in led or (before == "the" and tokens.low(at - 2) in led))
