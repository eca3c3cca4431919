"""What stands before the noun of a quantity: its bound, its currency, its number or two numbers."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.spans import Span
from onrecord.core.vocabulary import Bound
from onrecord.reader.quantities import numbers
from onrecord.reader.quantities.atoms import Atom, low, phrase, span
from onrecord.reader.quantities.numbers import Number
from onrecord.reader.quantities.tables import Tables


@dataclass(slots=True)
class Begun:
    """What stands before the noun: where it begins, its bound, its currency and its numbers."""

    first: int
    bound: Bound
    bounds: list[Span]
    at: int
    currency: str = ""
    money_at: Span | None = None
    number: Number | None = None
    most: Number | None = None


def begin(atoms: list[Atom], first: int, tables: Tables) -> Begun | None:
    """Read what begins here; None where no quantity can. Its number may still be none."""
    begun = Begun(first, Bound.EXACTLY, [], first)
    if atoms[first].joint:
        return None
    if atoms[first].low in ("between", "from"):
        return _between(atoms, begun, tables)
    bound = phrase(atoms, first, tables.before)
    handed = atoms[first].low == "over" and low(atoms, first - 1) in tables.words["with_over"]
    if bound is not None and not handed:
        begun.at, begun.bound = bound[0], Bound(bound[1])
        begun.bounds.append(span(atoms, first, begun.at))
    _read_number(atoms, begun, tables)
    if begun.number is None or begun.number.unit or begun.number.plural:
        return begun
    _read_range(atoms, begun, tables)
    return begun


def _read_number(atoms: list[Atom], begun: Begun, tables: Tables) -> None:
    at = begun.at
    symbol, width = low(atoms, at), 1
    if symbol not in tables.currencies:  # "US$"
        symbol, width = f"{symbol}{low(atoms, at + 1)}", 2
    if symbol in tables.currencies:
        begun.currency, begun.money_at = tables.currencies[symbol], span(atoms, at, at + width)
        at += width
        if at >= len(atoms) or not atoms[at].is_number:
            return
    begun.at, begun.number = at, numbers.read(atoms, at, tables) if at < len(atoms) else None
    if begun.number is None and low(atoms, at) in ("a", "an") and begun.bounds:
        unit = phrase(atoms, at + 1, tables.units)
        if unit is not None and unit[1] not in ("%", "time"):  # "more than an hour"
            begun.number = Number(1, at + 1)


def _second(atoms: list[Atom], at: int, begun: Begun, tables: Tables) -> Number | None:
    if begun.currency and low(atoms, at) in tables.currencies:
        at += 1
    second = numbers.read(atoms, at, tables) if at < len(atoms) else None
    first = begun.number
    if first is None or second is None or second.unit or second.plural:
        return None
    if first.scale == 1 < second.scale and first.value < second.value / second.scale:
        begun.number = first = Number(first.value * second.scale, first.end)
    return second if first.value < second.value else None


def _between(atoms: list[Atom], begun: Begun, tables: Tables) -> Begun | None:
    """Read "between 20 and 30", "from 300 to 400"; "rose from 20 to 30" is no range."""
    link = "and" if atoms[begun.first].low == "between" else "to"
    changed = {low(atoms, begun.first - n) for n in (1, 2, 3)} & tables.words["changes"]
    begun.at += 1
    _read_number(atoms, begun, tables)
    if begun.number is None or (link == "to" and changed) or begun.number.unit:
        return None
    if low(atoms, begun.number.end) != link:
        return None
    begun.most = _second(atoms, begun.number.end + 1, begun, tables)
    if begun.most is None:
        return None
    begun.bound = Bound.BETWEEN
    begun.bounds = [span(atoms, begun.first, begun.first + 1)]
    return begun


def _read_range(atoms: list[Atom], begun: Begun, tables: Tables) -> None:
    """Read "20 to 30", "two or three", "20–30", and "20-30", whose parts hang together."""
    assert begun.number is not None
    end = begun.number.end
    if low(atoms, end) == "to" and low(atoms, begun.first - 1) == "from":
        return
    if low(atoms, end) in ("to", "or", "–"):
        end += 1
    elif end == len(atoms) or atoms[end].joint != "-" or not atoms[end].is_number:
        return
    begun.most = _second(atoms, end, begun, tables)
    if begun.most is not None:
        begun.bound = Bound.BETWEEN
