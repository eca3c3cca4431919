"""Words cut small enough to count with: "24-person" is three, "41m" is two."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.core.spans import Span
from onrecord.reader.quantities.tables import Phrases, Tables
from onrecord.reader.words import Word

_DIGITS = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![0-9.,])")
_HYPHENS = re.compile(r"[^-]+")


class Atom(NamedTuple):
    """A word or a part of one. `joint` is how it hangs on the one before.

    It is "" for a word of its own, "-" after a hyphen, "+" straight after digits.
    """

    low: str
    start: int
    end: int
    joint: str
    capital: bool

    @property
    def is_mark(self) -> bool:
        return not self.low[0].isalnum()

    @property
    def is_number(self) -> bool:
        return self.low[0].isdecimal()


def cut(found: list[Word], tables: Tables) -> list[Atom]:
    """Cut the words of a stretch into atoms; only words that begin with a number are cut."""
    atoms: list[Atom] = []
    for word in found:
        if not tables.counts(word.low.partition("-")[0] or word.low):
            atoms.append(Atom(word.low, word.start, word.end, "", word.capital))
            continue
        for number, part in enumerate(_HYPHENS.finditer(word.text)):
            joint = "-" if number else ""
            start = word.start + part.start()
            digits = _DIGITS.match(part.group())
            # What is no plain number ("2.0.1") stays whole, and is then none.
            end = digits.end() if digits else len(part.group())
            for text, at, how in (
                (part.group()[:end], start, joint),
                (part.group()[end:], start + end, "+"),
            ):
                if text:
                    atoms.append(Atom(text.lower(), at, at + len(text), how, text[0].isupper()))
    return atoms


def span(atoms: list[Atom], first: int, end: int) -> Span:
    """Give the place of some atoms."""
    return Span(atoms[first].start, atoms[end - 1].end)


def low(atoms: list[Atom], number: int) -> str:
    """Give the word at a place, and "" before the first and after the last."""
    return atoms[number].low if 0 <= number < len(atoms) else ""


def phrase(atoms: list[Atom], number: int, phrases: Phrases) -> tuple[int, str] | None:
    """Give the end of the longest phrase of a table that stands here, and what it stands for."""
    for words, stands_for in phrases.get(low(atoms, number), ()):
        end = number + len(words)
        if tuple(atom.low for atom in atoms[number:end]) == words:
            return end, stands_for
    return None
