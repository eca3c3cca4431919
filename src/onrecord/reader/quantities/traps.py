"""Numbers that count nothing: years, scores, times of day, ages, numbers of sections and lists."""

from __future__ import annotations

from onrecord.reader.quantities.atoms import Atom, low
from onrecord.reader.quantities.tables import Tables

_OLDEST = 120
_YEARS = range(1500, 2100)
_CLOCK = 24


def is_label(atoms: list[Atom], first: int, end: int, tables: Tables) -> bool:
    """Say whether a number, whatever follows, is part of a name, a date or an address."""
    before, after = low(atoms, first - 1), low(atoms, end)
    return (
        before in tables.words["labels"]
        or (before == "." and low(atoms, first - 2) in ("no", "nos"))
        or before in tables.months
        or (before == "of" and low(atoms, first - 2) in ("age", "ages"))
        or (before == "and" and low(atoms, first - 4) in ("age", "ages"))
        or (after.rstrip(".") in tables.months and atoms[end].capital)
        or after in tables.words["clock"]
        or (before in ("/", ":", "#", "(") and atoms[first - 1].end == atoms[first].start)
        or (after in ("/", ":", "-") and atoms[end].start == atoms[end - 1].end)
        or (after != "" and atoms[end].joint != "" and after in tables.words["uncounting"])
        or _is_address(atoms, end, tables)
        or _is_listed(atoms, first, end)
    )


def is_year(atoms: list[Atom], first: int, end: int) -> bool:
    """Say whether the digits can be a year."""
    word = atoms[first].low
    return end == first + 1 and len(word) == 4 and word.isdecimal() and int(word) in _YEARS


def counts_nothing(atoms: list[Atom], first: int, end: int, value: float, tables: Tables) -> bool:
    """Say whether a number by itself, with neither bound nor unit nor item, is no quantity."""
    before, after = low(atoms, first - 1), low(atoms, end)
    if value in (0, 1) or is_year(atoms, first, end):
        return True
    if before in tables.words["no_count"] and (value <= _CLOCK or before not in ("at", "until")):
        return True
    if before == "," and after in (",", ".", ";", "") and value < _OLDEST:
        return True  # "Ann Vale, 34, said"
    if first and atoms[first - 1].capital and first > 1 and atoms[first].is_number:
        return True  # "Gate 7", "Apollo 11"
    hung = end < len(atoms) and atoms[end].joint != ""
    return hung or (end < len(atoms) and atoms[end].capital and atoms[first].is_number)


def _is_address(atoms: list[Atom], end: int, tables: Tables) -> bool:
    for at in range(end, min(end + 3, len(atoms))):
        if not atoms[at].capital:
            return False
        if at > end and atoms[at].low in tables.words["streets"]:
            return True
    return False


def _is_listed(atoms: list[Atom], first: int, end: int) -> bool:
    """Say whether it numbers a line, "1." or "2)", or stands alone in brackets."""
    after = low(atoms, end)
    if first == 0 and after in (".", ")"):
        return True
    return low(atoms, first - 1) in ("(", "[") and after in (")", "]")
