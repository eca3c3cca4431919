"""Times of day: they are no dates, but they may stand with one."""

from __future__ import annotations

from onrecord.reader.dating.senses import Hour, Match
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens

_NAMED = {"noon": "T12:00", "midnight": "T24:00", "midday": "T12:00"}


def hour(tokens: Tokens, at: int) -> Match | None:
    """Read "6:40 p.m.", "16:15 UTC", "4 am", "10 o'clock", "noon"."""
    if tokens.low(at) in _NAMED:
        return Match(at, at + 1, Hour(_NAMED[tokens.low(at)]))
    number = tokens[at].number
    if number is None or len(tokens.low(at)) > 2 or number > 24:
        return None
    end, minutes = at + 1, 0
    if tokens.low(end) in (":", ".") and tokens[end].glued and tokens[end + 1].glued:
        told = tokens[end + 1].number
        if told is None or len(tokens.low(end + 1)) != 2 or told > 59:
            return None
        minutes, end = told, end + 2
        if tokens.low(end) == ":" and tokens[end].glued and tokens[end + 1].digits:
            end += 2
    elif tokens.low(end) == "o" and tokens.low(end + 2) == "clock":
        return Match(at, end + 3, Hour(f"T{number:02}"))
    half = _half(tokens, end)
    if half is not None:
        end, name = half
        number = number % 12 + 12 * (name == "p")
    elif end == at + 1 or tokens.low(at + 1) == ".":
        return None
    zone = ""
    bracket = tokens.low(end) == "("
    if (
        tokens.low(end + bracket) in tables().words["zones"]
        and tokens[end + bracket].text.isupper()
    ):
        zone = "Z" if tokens.low(end + bracket) in tables().words["zulu"] else ""
        end += 1 if not bracket else 0
    return Match(at, end, Hour(f"T{number:02}:{minutes:02}{zone}"))


def _half(tokens: Tokens, at: int) -> tuple[int, str] | None:
    low = tokens.low(at)
    if low in ("am", "pm"):
        return at + 1, low[0]
    if low in ("a", "p") and tokens.low(at + 1) == "." and tokens.low(at + 2) == "m":
        stop = tokens.low(at + 3) == "." and tokens[at + 3].glued
        return at + 3 + stop, low
    return None
