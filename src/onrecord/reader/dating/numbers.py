"""Numbers in words and digits, as far as times are told with them."""

from __future__ import annotations

from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens

Counted = tuple[int, float | None]
"""Where a number ends, and what it is; None: several, a few."""


def number_at(tokens: Tokens, at: int) -> Counted | None:
    """Read "18", "10,000", "2.5", "twenty-five", "two-and-a-half", "a few"; "a" is one."""
    token = tokens[at]
    found = _digits(tokens, at) if token.digits else _words(tokens, at)
    if found is None:
        return None
    end, value = found
    half = end
    if tokens.low(half) in _DASHES:
        half += 1
    if tokens.low(half) == "and":
        half += 1
        if tokens.low(half) in _DASHES:
            half += 1
        if tokens.low(half) == "a":
            half += 1
            if tokens.low(half) in _DASHES:
                half += 1
            if tokens.low(half) == "half" and value is not None:
                return half + 1, value + 0.5
    return end, value


_DASHES = ("-", "–")


def _digits(tokens: Tokens, at: int) -> Counted | None:
    text = tokens.low(at)
    end = at + 1
    while tokens.low(end) == "," and tokens[end].glued and len(tokens.low(end + 1)) == 3:
        if not (tokens[end + 1].digits and tokens[end + 1].glued) or len(text) > 9:
            break
        text += tokens.low(end + 1)
        end += 2
    if tokens.low(end) == "." and tokens[end].glued and tokens[end + 1].digits:
        if not tokens[end + 1].glued or len(tokens.low(end + 1)) > 3:
            return None
        text += "." + tokens.low(end + 1)
        end += 2
    if len(text) > 12:
        return None
    return end, float(text)


def _words(tokens: Tokens, at: int) -> Counted | None:
    known, low = tables(), tokens.low(at)
    if low == "a" and tokens.low(at + 1) in ("few", "couple", "dozen", "number", "hundred"):
        return _words(tokens, at + 1)
    if low == "half" and tokens.low(at + 1) in ("a", "an"):
        return at + 2, 0.5
    if low in known.words["some"] or low in ("number", "dozens", "hundreds"):
        return at + 2 if tokens.low(at + 1) == "of" else at + 1, None
    if low in known.tens:
        dash = at + 1 + (tokens.low(at + 1) in _DASHES)
        ones = known.numbers.get(tokens.low(dash), 10)
        if ones < 10 and tokens.low(dash) not in ("a", "an"):
            return _hundreds(tokens, dash + 1, known.tens[low] + ones)
        return _hundreds(tokens, at + 1, known.tens[low])
    if low in known.numbers:
        return _hundreds(tokens, at + 1, known.numbers[low])
    return _hundreds(tokens, at, 1) if low == "hundred" else None


def _hundreds(tokens: Tokens, at: int, value: float) -> Counted:
    for word, times in (("hundred", 100), ("thousand", 1000)):
        if tokens.low(at) == word:
            return at + 1, value * times
    return at, value


def ordinal_at(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Read "3rd" or "third"; give where it ends and the number."""
    token, known = tokens[at], tables()
    if token.number is not None and token.number < 100:
        ending = tokens[at + 1]
        if ending.glued and ending.low in ("st", "nd", "rd", "th"):
            return at + 2, token.number
        return None
    if token.low in known.ordinals:
        return at + 1, known.ordinals[token.low]
    if token.low in known.tens and tokens.low(at + 1) == "-":
        ones = known.ordinals.get(tokens.low(at + 2), 10)
        return (at + 3, known.tens[token.low] + ones) if ones < 10 else None
    return None
