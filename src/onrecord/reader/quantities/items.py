"""What is counted: the nouns after a number, found by walls and endings, without a grammar."""

from __future__ import annotations

from onrecord.reader.quantities.atoms import Atom, low
from onrecord.reader.quantities.tables import Tables

_LONGEST = 4
"""No more words than these are what is counted."""

Range = tuple[int, int]


def several(atoms: list[Atom], first: int, tables: Tables) -> Range | None:
    """Give the noun phrase that begins here and ends with a plural; None where none does."""
    end = None
    for at in range(first, min(len(atoms), first + _LONGEST)):
        if not _may_belong(atoms, at, tables):
            break
        if _is_plural(atoms, at, tables):
            end = at + 1
        elif end is not None:
            break
    return None if end is None else (first, end)


def one(atoms: list[Atom], first: int, tables: Tables) -> Range | None:
    """Give the noun phrase that begins here, whatever its number."""
    found = several(atoms, first, tables)
    if found is not None and not _is_verb(atoms, first, found[1], tables):
        return found
    end = first
    while end < min(len(atoms), first + _LONGEST - 1) and _may_belong(atoms, end, tables):
        if end > first and (
            _is_verbal(atoms[end])
            or atoms[end].low.endswith("ly")
            or _is_verb(atoms, first, end + 1, tables)
        ):
            break
        end += 1
    return (first, end) if end > first else None


def after_of(atoms: list[Atom], first: int, tables: Tables) -> Range | None:
    """Give the noun phrase after an "of" and its article; None where it begins with a number."""
    while low(atoms, first) in tables.words["determiners"]:
        first += 1
    for at in range(first, min(len(atoms), first + _LONGEST)):
        if atoms[at].low in tables.words["stops"] or atoms[at].is_mark:
            break
        if atoms[at].low.endswith(("’s", "'s")):
            first = at + 1  # "a quarter of the board's budget"
    if not low(atoms, first) or tables.counts(atoms[first].low):
        return None
    return one(atoms, first, tables)


def _may_belong(atoms: list[Atom], at: int, tables: Tables) -> bool:
    atom = atoms[at]
    return (
        not atom.is_mark
        and not tables.counts(atom.low)
        and atom.low not in tables.plurals
        and atom.low not in tables.words["stops"]
        and not atom.low.endswith(("’s", "'s"))
    )


def _is_plural(atoms: list[Atom], at: int, tables: Tables) -> bool:
    word = atoms[at].low
    if word in tables.words["no_plural"]:
        return False
    return word in tables.words["plural"] or (
        len(word) > 3 and word[-1] == "s" and not word.endswith(("ss", "us", "is", "’s", "'s"))
    )


def _is_verb(atoms: list[Atom], first: int, end: int, tables: Tables) -> bool:
    """Say whether a phrase ends with a verb that goes on: "statement names five ministers"."""
    if end - first < 2 or atoms[end - 1].low not in tables.words["holding"]:
        return False
    after = low(atoms, end)
    return after in tables.words["determiners"] or (after != "" and tables.counts(after))


def _is_verbal(atom: Atom) -> bool:
    return len(atom.low) > 4 and atom.low.endswith(("ed", "ing"))
