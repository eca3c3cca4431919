"""Finds the quantities of a sentence: a bound, a number, a unit, what is counted, and whose it is.

Every place is looked at once, and what is looked at from there has a limit: however a text is made,
this takes time in proportion to it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.core.spans import Span
from onrecord.core.vocabulary import Bound
from onrecord.reader.quantities import items, owners, traps
from onrecord.reader.quantities.atoms import Atom, cut, low, phrase, span
from onrecord.reader.quantities.beginnings import Begun, begin
from onrecord.reader.quantities.counted import Counted, counted
from onrecord.reader.quantities.tables import Tables
from onrecord.reader.words import Word


@dataclass(frozen=True, slots=True)
class Found:
    """One quantity in places of its text; the fields are those of `Quantity`."""

    at: Span
    number_at: Span
    bound: Bound
    number: float | None
    most: float | None
    unit: str
    bound_at: tuple[Span, ...]
    unit_at: tuple[Span, ...]
    item_at: tuple[Span, ...]
    owner_at: tuple[Span, ...]


def find(found: list[Word], tables: Tables) -> list[Found]:
    """Find the quantities among the words of one sentence, in order, not overlapping."""
    atoms = cut(found, tables)
    made: list[Found] = []
    at = 0
    beginnings = tables.beginnings
    while at < len(atoms):
        if atoms[at].low not in beginnings and not atoms[at].is_number:
            at += 1
            continue
        one, end = _at(atoms, at, tables)
        if one is not None:
            made.append(_carried(atoms, at, one, made))
        at = max(end, at + 1)
        while made and at < len(atoms) and atoms[at].start < made[-1].at.end:
            at += 1
    return made


def _carried(atoms: list[Atom], first: int, one: Found, made: list[Found]) -> Found:
    """Give "18 officials and nine clerks" one owner."""
    beside = first > 1 and atoms[first - 1].low == "and" and bool(made)
    if not beside or one.owner_at or made[-1].at.end != atoms[first - 2].end:
        return one
    return replace(one, owner_at=made[-1].owner_at)


def _at(atoms: list[Atom], first: int, tables: Tables) -> tuple[Found | None, int]:
    """Give the quantity that begins here, and where to look next."""
    vague = phrase(atoms, first, tables.vague)
    if vague is not None and low(atoms, vague[0]) == "of":
        return _vague(atoms, first, vague[0], Bound(vague[1]), tables), vague[0]
    begun = begin(atoms, first, tables)
    if begun is None or begun.number is None:
        return None, first + 1
    number = begun.most or begun.number
    past = _run(atoms, number.end, tables)
    if past > number.end:
        return None, past
    return _finish(atoms, begun, tables), number.end


def _run(atoms: list[Atom], at: int, tables: Tables) -> int:
    """Pass over the numbers that stand side by side after a number: together they count nothing."""
    while at < len(atoms) and not atoms[at].joint and tables.counts(atoms[at].low):
        at += 1
    return at


def _finish(atoms: list[Atom], begun: Begun, tables: Tables) -> Found | None:
    number = begun.number
    assert number is not None
    last = begun.most or number
    if traps.is_label(atoms, begun.at, last.end, tables):
        return None
    bound, bounds, end = begun.bound, list(begun.bounds), last.end
    most = begun.most.value if begun.most else None
    after = phrase(atoms, end, tables.after)
    if after is None and low(atoms, end) in ("odd", "plus") and atoms[end].joint == "-":
        after = end + 1, (Bound.ABOUT if atoms[end].low == "odd" else Bound.AT_LEAST).value
    if after is not None and bound is Bound.EXACTLY:
        bound = Bound(after[1])
        bounds.append(span(atoms, end, after[0]))
        end = after[0]
    if number.plural and bound in (Bound.EXACTLY, Bound.ABOUT, Bound.MORE_THAN):
        bound = Bound.AT_LEAST
    noun = counted(atoms, begun.first, end, number, begun.currency, tables)
    if noun is None or not _stands(atoms, begun, noun, bounds, most, tables):
        return None
    if _is_during(atoms, begun, noun, tables):
        bound, bounds = Bound.EXACTLY, bounds[1:]
    end = max(noun.end, end)
    if begun.money_at is not None:
        noun.unit_at.append(begun.money_at)
    start = begun.money_at.start if begun.money_at else atoms[begun.at].start
    number_at = Span(
        start if not begun.money_at else atoms[begun.at].start, atoms[last.end - 1].end
    )
    first = min([start, *(at.start for at in bounds)])
    item = noun.item_at
    before = item is not None and item.start < first  # "the number of complaints rose to 960"
    whose = None if before else owners.owner(atoms, begun.first, end, noun, tables)
    value = noun.value if noun.value is not None else number.value
    return Found(
        at=Span(first, max(atoms[end - 1].end, number_at.end)),
        number_at=number_at,
        bound=bound if most is None else Bound.BETWEEN,
        number=value,
        most=most,
        unit=noun.unit,
        bound_at=tuple(bounds),
        unit_at=tuple(noun.unit_at),
        item_at=() if item is None else (item,),
        owner_at=() if whose is None else (whose,),
    )


def _is_during(atoms: list[Atom], begun: Begun, noun: Counted, tables: Tables) -> bool:
    """Say whether "over ten years" means during them: "$374 billion over ten years"."""
    return (
        low(atoms, begun.first) == "over"
        and noun.unit in tables.words["time"]
        and low(atoms, begun.first - 1) not in tables.words["before_over"]
    )


def _stands(
    atoms: list[Atom],
    begun: Begun,
    noun: Counted,
    bounds: list[Span],
    most: float | None,
    tables: Tables,
) -> bool:
    """Say whether it counts something: a number alone may be a year, a score, a time of day."""
    number = begun.number
    assert number is not None
    word = atoms[begun.at].low
    if noun.unit:  # "one day he left", "he was once a clerk"
        return bool(bounds) or (word != "once" and (noun.unit != "day" or word != "one"))
    year = traps.is_year(atoms, begun.at, number.end)
    if year and (noun.item_at is None or low(atoms, begun.first - 1) in ("in", "since", "by")):
        return False
    if word in ("one", "1") and number.end == begun.at + 1 and not bounds:
        return False
    if noun.item_at is not None:
        return True
    if most is not None:
        return bool(begun.bounds)
    if bounds:
        return not (begun.bound is Bound.AT_MOST and low(atoms, begun.first) == "within")
    return not traps.counts_nothing(atoms, begun.at, number.end, number.value, tables)


def _vague(atoms: list[Atom], first: int, of: int, bound: Bound, tables: Tables) -> Found | None:
    """Read "a handful of officials", "a couple of engineers"."""
    noun = items.several(atoms, of + 1, tables)
    if noun is None:
        return None
    item = span(atoms, *noun)
    whose = owners.owner(atoms, first, noun[1], Counted(noun[1], item_at=item), tables)
    words = span(atoms, first, of)
    return Found(
        at=span(atoms, first, noun[1]),
        number_at=words,
        bound=bound,
        number=None if bound is Bound.VAGUE else 2.0,
        most=None,
        unit="",
        bound_at=(words,) if bound is Bound.VAGUE else (),
        unit_at=(),
        item_at=(item,),
        owner_at=() if whose is None else (whose,),
    )
