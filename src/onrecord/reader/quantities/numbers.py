"""Numbers in digits and in words: "1,200", "41m", "twenty-four", "half a million", "a third".

What is no plain number, or one too long to be exact, is none; an ordinal is none either.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.reader.quantities.atoms import Atom, low
from onrecord.reader.quantities.tables import Tables

LARGEST = 1e15
"""Whole numbers up to here are exact, and nobody counts further."""
LONGEST = 24
"""No number in words is longer (atoms): up to billions, with its "and"s."""
_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Number:
    """A number, the atom after it, and what the words make of it.

    `scale` is what its last word multiplies by (1: nothing). `unit` is "share" for a part of a
    whole, "time" for "twice". `metres`: its "m" may mean those.
    """

    value: float
    end: int
    unit: str = ""
    plural: bool = False
    scale: float = 1
    metres: bool = False


def read(atoms: list[Atom], first: int, tables: Tables) -> Number | None:
    """Read the number that begins with an atom; None where none does."""
    number = _simple(atoms, first, tables)
    if number is None:
        return None
    return _share(atoms, first, number, tables) or number


def _simple(atoms: list[Atom], first: int, tables: Tables) -> Number | None:
    word = low(atoms, first)
    if not word:
        return None
    if atoms[first].is_number:
        return _in_digits(atoms, first, tables)
    if word in tables.times:
        return Number(tables.times[word], first + 1, unit="time")
    if word in tables.plurals:
        return _plural(atoms, first, tables)
    if word in ("half", "a", "an"):
        return _with_article(atoms, first, tables)
    if word in tables.glyphs:
        return Number(tables.glyphs[word], first + 1)
    return _in_words(atoms, first, tables)


def _in_digits(atoms: list[Atom], first: int, tables: Tables) -> Number | None:
    digits = atoms[first].low.replace(",", "")
    if len(digits) > _DIGITS or not digits.replace(".", "", 1).isdecimal() or digits[-1] == ".":
        return None
    value, end, metres = float(digits), first + 1, False
    if low(atoms, end) in tables.glyphs and atoms[end].joint:
        value, end = value + tables.glyphs[atoms[end].low], end + 1
    elif end < len(atoms) and atoms[end].joint == "+" and atoms[end].low in tables.suffixes:
        metres = atoms[end].low == "m"
        value, end = value * tables.suffixes[atoms[end].low], end + 1
        return _fitting(
            Number(value, end, scale=tables.suffixes[atoms[end - 1].low], metres=metres)
        )
    return _scaled(atoms, _and_a_half(atoms, Number(value, end)), tables)


def _in_words(
    atoms: list[Atom], first: int, tables: Tables, *, article: bool = False
) -> Number | None:
    """Add up units, tens, hundreds and thousands as they may follow one another.

    Args:
        article: it begins with "a", which is the one before "hundred".
    """
    total, current = 0.0, float(article)
    below = LARGEST  # the last thousand or million: the next one must be smaller
    room = 1 if article else 1000  # what may be added to `current`: less than this
    at = end = first + article
    while at < min(len(atoms), first + LONGEST):
        word = atoms[at].low
        if word in tables.small and room >= 10 and (room > 10 or 0 < tables.small[word] < 10):
            current, room = current + tables.small[word], 1
        elif word in tables.tens and room >= 100:
            current, room = current + tables.tens[word], 10
        elif word == "hundred" and 0 < current < 100 and end > first:
            current, room = current * 100, 100
        elif word in tables.scales and word != "hundred" and end > first:
            scale = tables.scales[word]
            if scale >= below or not current:
                break
            if scale < 1000:  # a dozen ends it
                return _fitting(Number(total + current * scale, at + 1, scale=scale))
            total, current, room, below = total + current * scale, 0.0, 1000, scale
        elif word == "and" and end > first and room in (100, 1000) and _goes_on(atoms, at, tables):
            at += 1
            continue
        else:
            break
        at += 1
        end = at
    if end == first:
        return None
    number = Number(total + current, end, scale=below if below < LARGEST and not current else 1)
    with_half = _and_a_half(atoms, number)
    return _scaled(atoms, with_half, tables) if with_half is not number else _fitting(number)


def _goes_on(atoms: list[Atom], at: int, tables: Tables) -> bool:
    return low(atoms, at + 1) in tables.small or low(atoms, at + 1) in tables.tens


def _and_a_half(atoms: list[Atom], number: Number) -> Number:
    end = number.end
    if [low(atoms, end + n) for n in range(3)] == ["and", "a", "half"]:
        return Number(number.value + 0.5 * number.scale, end + 3)
    return number


def _scaled(atoms: list[Atom], number: Number, tables: Tables) -> Number | None:
    value, end, scale = number.value, number.end, 1.0
    while low(atoms, end) in tables.scales and end < number.end + 2:
        scale *= tables.scales[atoms[end].low]
        end += 1
    return _fitting(Number(value * scale, end, scale=scale))


def _fitting(number: Number) -> Number | None:
    if number.value > LARGEST:
        return None
    return number


def _plural(atoms: list[Atom], first: int, tables: Tables) -> Number | None:
    """Read "dozens", "tens of thousands": two of them at least."""
    value, end = 2 * tables.plurals[atoms[first].low], first + 1
    if low(atoms, end) == "of" and low(atoms, end + 1) in tables.plurals:
        value, end = value * tables.plurals[atoms[end + 1].low], end + 2
    elif atoms[first].low in ("tens", "scores") and low(atoms, end) != "of":
        return None
    return _fitting(Number(value, end, plural=True))


def _with_article(atoms: list[Atom], first: int, tables: Tables) -> Number | None:
    """Read "a dozen", "a third", "half a million", "half an hour", "half the crew"."""
    at, value = first, 1.0
    if atoms[at].low == "half":
        value, at = 0.5, at + 1
        if low(atoms, at) == "of" or low(atoms, at) in tables.words["determiners"] - {"a", "an"}:
            return Number(value, at, unit="share")
        if low(atoms, at) not in ("a", "an"):
            return None
    at += 1
    parts = tables.fractions.get(low(atoms, at), 0)
    if value == 1 and parts and low(atoms, at) != "half" and not low(atoms, at).endswith("s"):
        if low(atoms, at + 1) == "of" and low(atoms, at + 2) == "a":
            whole = _scaled(atoms, Number(1 / parts, at + 3), tables)
            if whole is not None and whole.end > at + 3:  # "a quarter of a million"
                return whole
        return Number(1 / parts, at + 1, unit="share")
    scaled = _scaled(atoms, Number(value, at), tables)
    if scaled is not None and scaled.end > at:
        return _in_words(atoms, first, tables, article=True) if value == 1 else scaled
    return Number(value, at) if value < 1 else None


def _share(atoms: list[Atom], first: int, number: Number, tables: Tables) -> Number | None:
    """Read "two thirds", "one in five", "nine out of ten"."""
    at = number.end
    if number.scale == 1 and low(atoms, at) in tables.fractions and 0 < number.value < 100:
        if (number.value == 1) is atoms[at].low.endswith("s") or atoms[at].low == "half":
            return None
        return Number(number.value / tables.fractions[atoms[at].low], at + 1, unit="share")
    if low(atoms, at) == "out" and low(atoms, at + 1) == "of":
        at += 1
    elif low(atoms, at) != "in":
        return None
    whole = _simple(atoms, at + 1, tables)
    spelt = not atoms[first].is_number or low(atoms, number.end) == "out"
    if whole is None or whole.value <= number.value or whole.unit or whole.plural or not spelt:
        return None
    if low(atoms, number.end) == "in" and (number.value > 9 or whole.value > 1000):
        return None
    return Number(number.value / whole.value, whole.end, unit="share")
