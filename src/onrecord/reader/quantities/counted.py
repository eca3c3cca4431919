"""What follows a number: its unit, what is counted or measured, and where that ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.core.spans import Span
from onrecord.reader.quantities import items
from onrecord.reader.quantities.atoms import Atom, low, phrase, span
from onrecord.reader.quantities.numbers import Number
from onrecord.reader.quantities.tables import Tables


@dataclass(slots=True)
class Counted:
    """The unit ("" where things are counted one by one), the item, and the atom after both.

    `value` is the number anew, where what follows tells that it was read wrongly: "41m high".
    """

    end: int
    unit: str = ""
    unit_at: list[Span] = field(default_factory=list)
    item_at: Span | None = None
    value: float | None = None


def counted(
    atoms: list[Atom], first: int, end: int, number: Number, currency: str, tables: Tables
) -> Counted | None:
    """Read what follows the number that ends before `end`; None: it is a moment, or a name.

    Args:
        first: where the whole expression begins.
        currency: the unit that a sign before the number gives.
    """
    noun = Counted(end, unit=currency or number.unit)
    if number.metres and not currency and not _can_be_counted(atoms, end, tables):
        at = span(atoms, number.end - 1, number.end)
        return Counted(end, unit="metre", unit_at=[at], value=number.value / number.scale)
    if noun.unit == "time":
        return noun
    if noun.unit == "share":
        _take_whole(atoms, noun, tables)
        return noun if _is_part(atoms, end, tables) else None
    if number.plural:
        if low(atoms, end) == "of":
            noun.end += 1
        _take_unit(atoms, noun, tables)
        if noun.unit:
            return _measured(atoms, first, noun, False, tables)
        _take_item(noun, atoms, items.several(atoms, noun.end, tables))
        if noun.item_at is None:
            noun.end = end
        return noun
    hyphened = _take_hyphened(atoms, noun, tables)
    if hyphened is False:
        return None
    if not hyphened and not noun.unit:
        _take_unit(atoms, noun, tables)
    if noun.unit:
        return _measured(atoms, first, noun, bool(hyphened), tables)
    _take_item(noun, atoms, items.several(atoms, end, tables))
    if noun.item_at is None and number.value == 1:
        _take_item(noun, atoms, items.one(atoms, end, tables))
    of_them = low(atoms, end) == "of" and low(atoms, end + 1) in tables.words["determiners"]
    if noun.item_at is None and of_them:
        _take_item(noun, atoms, items.after_of(atoms, end + 1, tables))
    if noun.item_at is None:
        noun.item_at = _number_of(atoms, first, tables)
    return noun


def _take_item(noun: Counted, atoms: list[Atom], found: items.Range | None) -> None:
    if found is not None:
        noun.item_at, noun.end = span(atoms, *found), found[1]


def _can_be_counted(atoms: list[Atom], end: int, tables: Tables) -> bool:
    """Say whether "41m" is millions: something that can be counted follows."""
    return (
        items.several(atoms, end, tables) is not None
        or phrase(atoms, end, tables.units) is not None
    )


def _is_part(atoms: list[Atom], end: int, tables: Tables) -> bool:
    """Tell "a third of it" from "a third party"."""
    if atoms[end - 1].low not in tables.fractions or atoms[end - 1].low.endswith("s"):
        return True
    after = low(atoms, end)
    return after in tables.words["stops"] or not after or atoms[end].is_mark


def _take_whole(atoms: list[Atom], noun: Counted, tables: Tables) -> None:
    """Take what a share is a share of: "a third of the members", "one in five residents"."""
    if low(atoms, noun.end) == "of":
        _take_item(noun, atoms, items.after_of(atoms, noun.end + 1, tables))
    elif (
        atoms[noun.end - 1].low == "half" and low(atoms, noun.end) in (tables.words["determiners"])
    ):
        _take_item(noun, atoms, items.after_of(atoms, noun.end, tables))
    else:
        _take_item(noun, atoms, items.several(atoms, noun.end, tables))


def _take_unit(atoms: list[Atom], noun: Counted, tables: Tables) -> None:
    unit = phrase(atoms, noun.end, tables.units)
    if unit is None and low(atoms, noun.end) in tables.glued and atoms[noun.end].joint == "+":
        unit = noun.end + 1, tables.glued[atoms[noun.end].low]
    if unit is not None and not atoms[noun.end].capital:
        noun.unit_at.append(span(atoms, noun.end, unit[0]))
        noun.end, noun.unit = unit


def _take_hyphened(atoms: list[Atom], noun: Counted, tables: Tables) -> bool | None:
    """Take the unit of "24-person", "19-year-old"; None: no hyphen, False: it counts nothing."""
    end = noun.end
    if end >= len(atoms) or not atoms[end].joint:
        return None
    if atoms[end].joint == "+":
        return None if atoms[end].low in tables.glued or atoms[end].low == "%" else False
    word = atoms[end].low
    apart = tables.words["ordinals"] | tables.words["uncounting"] | tables.words["stops"]
    if not word.isalpha() or word in apart or word in tables.fractions:
        return False
    unit = phrase(atoms, end, tables.units)
    noun.unit = unit[1] if unit else word
    noun.end = unit[0] if unit else end + 1
    noun.unit_at.append(span(atoms, end, noun.end))
    return True


def _measured(
    atoms: list[Atom], first: int, noun: Counted, hyphened: bool, tables: Tables
) -> Counted | None:
    """Take what is measured: "90 tonnes of coal", "a £2m grant", "34 years old"."""
    after = low(atoms, noun.end)
    if noun.unit in tables.words["time"] and after in tables.words["moments"]:
        return None
    if noun.unit == "year" and after == "old":
        noun.item_at = span(atoms, noun.end, noun.end + 1)
        noun.end += 1
        if hyphened:
            described = items.one(atoms, noun.end, tables)
            noun.end = described[1] if described else noun.end
    elif after == "of" and low(atoms, noun.end + 1) not in tables.words["pronouns"]:
        _take_item(noun, atoms, items.after_of(atoms, noun.end + 1, tables))
    elif hyphened or low(atoms, first - 1) in tables.words["determiners"] - {"that"}:
        _take_item(noun, atoms, items.one(atoms, noun.end, tables))
    return noun


def _number_of(atoms: list[Atom], first: int, tables: Tables) -> Span | None:
    """Give what is counted in "the number of complaints rose to 960"."""
    for at in range(first - 1, max(0, first - 10), -1):
        if atoms[at].is_mark:
            return None
        if atoms[at].low == "of" and low(atoms, at - 1) == "number":
            noun = items.several(atoms, at + 1, tables)
            return None if noun is None else span(atoms, *noun)
    return None
