"""Whose a quantity is, as far as its sentence says: "the board's 34", "34 from Marr", "Marr sent".

Where neither an owner nor an author nor a subject stands beside it, it is nobody's.
"""

from __future__ import annotations

from onrecord.core.spans import Span
from onrecord.reader.quantities.atoms import Atom, low, span
from onrecord.reader.quantities.counted import Counted
from onrecord.reader.quantities.tables import Tables

_POSSESSIVE = ("’s", "'s", "s’", "s'")
_APART = 4
"""So many words may stand between a verb and the number, or between an item and its "by"."""
_LONGEST = 8
"""No subject is longer (words)."""
_BE = ("is", "was", "were", "are")
_SUMS = ("total", "sum", "number", "figure", "average", "rate", "maximum", "minimum")
_MARKS = frozenset(',;:—–"“”()[]')


def owner(atoms: list[Atom], first: int, end: int, noun: Counted, tables: Tables) -> Span | None:
    """Give the words for whose the quantity is that stands from `first` to `end`."""
    if noun.unit == "time" and low(atoms, first - 1) not in _BE:
        return None  # "was questioned twice" tells how often, not how much of whom
    return (
        _possessor(atoms, first, tables)
        or (noun.item_at and _author(atoms, end, tables))
        or _group(atoms, first, noun.item_at, tables)
        or _subject(atoms, first, tables)
    )


def _possessor(atoms: list[Atom], first: int, tables: Tables) -> Span | None:
    before = low(atoms, first - 1)
    if before in tables.words["possessives"]:
        return span(atoms, first - 1, first)
    if not before.endswith(_POSSESSIVE):
        return None
    begin = _phrase_start(atoms, first, tables)
    at = span(atoms, begin, first)
    return Span(at.start, at.end - (2 if before.endswith(("’s", "'s")) else 1))


def _author(atoms: list[Atom], end: int, tables: Tables) -> Span | None:
    """Find "of the council", "from Marr" or "were filed by tenants" after what is counted."""
    if low(atoms, end) == "of" and low(atoms, end - 1) in tables.words["members"]:
        return _named(atoms, end + 1, tables, lone=True)
    for at in range(end, min(end + _APART, len(atoms))):
        word = atoms[at].low
        if word == "by" or (word == "from" and at == end):
            return _named(atoms, at + 1, tables, lone=word == "by")
        passive = word in tables.words["between"] or word in tables.words["holding"]
        if not passive and not word.endswith(("ed", "en")):
            return None
    return None


def _named(atoms: list[Atom], first: int, tables: Tables, *, lone: bool) -> Span | None:
    """Give the name that begins here, or the noun phrase that may do without a capital."""
    end = first
    if low(atoms, end) in tables.words["determiners"]:
        end += 1
    begin = end
    while end < min(len(atoms), first + _LONGEST) and atoms[end].capital:
        end += 1
    if end == begin and lone:
        while (
            end < min(len(atoms), begin + 2)
            and not atoms[end].is_mark
            and not tables.counts(atoms[end].low)
            and atoms[end].low not in tables.words["stops"]
        ):
            end += 1
    return span(atoms, first, end) if end > begin else None


def _group(atoms: list[Atom], first: int, item: Span | None, tables: Tables) -> Span | None:
    """Find "a jury of twelve", "the loan of $3.5 million"."""
    if item is not None or low(atoms, first - 1) != "of" or first < 3:
        return None
    if low(atoms, first - 2) in _SUMS:
        return None
    for begin in range(first - 3, max(-1, first - 2 - _APART), -1):
        if atoms[begin].low in tables.words["determiners"]:
            return span(atoms, begin, first - 1)
    return None


def _subject(atoms: list[Atom], first: int, tables: Tables) -> Span | None:
    verb = _verb(atoms, first, tables)
    if verb is None:
        return None
    end = verb
    while end and (
        atoms[end - 1].low in tables.words["between"] - {"it", "the", "his", "its", "their", "her"}
        or (atoms[end - 1].low.endswith("ly") and not atoms[end - 1].capital)
    ):
        end -= 1
    if low(atoms, end - 1) == "and":
        return _carried(atoms, end - 1, tables)
    if low(atoms, end - 1) == ",":
        end = _before_clause(atoms, end - 1)
    begin = _phrase_start(atoms, end, tables)
    if begin == end or not _can_own(atoms, begin, end, tables):
        return None
    return span(atoms, begin, end)


def _can_own(atoms: list[Atom], begin: int, end: int, tables: Tables) -> bool:
    """Say whether the words are a noun phrase as a whole, and no rest of something longer."""
    first = atoms[begin]
    if end - begin == _LONGEST or first.low in tables.words["relatives"] | {"of", "in", "for"}:
        return False
    alone = end - begin == 1 and not first.capital
    return not alone or first.low in tables.words["pronouns"] or first.low.endswith("s")


def _verb(atoms: list[Atom], first: int, tables: Tables) -> int | None:
    """Give the verb whose object the quantity is."""
    for at in range(first - 1, max(-1, first - 1 - _APART), -1):
        word = atoms[at].low
        if word in tables.words["holding"]:
            return at
        if word in ("by", "to", "on") or word in tables.words["determiners"]:
            continue
        if word.endswith("ly") or word in tables.words["between"] - tables.words["apart"]:
            continue
        return None
    return None


def _carried(atoms: list[Atom], at: int, tables: Tables) -> Span | None:
    """Give the subject of the clause before an "and", which goes on after it."""
    for verb in range(at - 1, max(0, at - 3 * _LONGEST), -1):
        word = atoms[verb].low
        if word in _MARKS or word in tables.words["relatives"]:
            return None
        if word in tables.words["holding"] and not atoms[verb].capital:
            end = verb
            while end and atoms[end - 1].low in tables.words["auxiliaries"]:
                end -= 1
            begin = _phrase_start(atoms, end, tables)
            return span(atoms, begin, end) if begin < end else None
    return None


def _before_clause(atoms: list[Atom], comma: int) -> int:
    """Give the end of what a clause between commas stands after: "the clinic, which opened, "."""
    for at in range(comma - 1, max(0, comma - 3 * _LONGEST), -1):
        if atoms[at].low == ",":
            return at
    return comma


def _phrase_start(atoms: list[Atom], end: int, tables: Tables) -> int:
    """Give where the noun phrase begins that ends here: an article, a name, or the clause."""
    at = end
    while at > max(0, end - _LONGEST):
        before = atoms[at - 1]
        word = before.low
        if before.is_mark and word != "&":
            break
        if word in tables.words["pronouns"]:
            at = at - 1 if at == end else at
            break
        if word in tables.words["clause_words"] or word in tables.words["auxiliaries"]:
            break
        at -= 1
        if word in tables.words["determiners"] and low(atoms, at - 1) not in ("of", "in", "for"):
            break
    return at
