"""Phrases with an article and a noun that says what somebody or a body is: "the lock board"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.spans import Span

_WORD = re.compile(r"[A-Za-z][\w-]*")
_POINTING = frozenset({"the", "this", "that", "these", "those"})
_BEGINNING = frozenset({"a", "an", "one", "another", "two", "three", "four", "five", "several"})
_MOST = 4
"""Words between an article and its noun, at most."""
_GOES_ON = re.compile(
    r",? (?:of|at|from|with|in|for|on|abroad|who|whom|that|which|said|known|named|called|quoted"
    r"|familiar|close|aged|described|employed|based|working|suspected|accused)\b"
)
_SECOND = re.compile(r"\b(?:and|or) (?:an?|the|two|three|his|her) ")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An article or a pointer, what stands between, and a noun, all in small letters."""

    at: Span
    first: str
    between: tuple[str, ...]
    noun: str

    @property
    def points(self) -> bool:
        """Say whether it points to one who was met: "the", "that"."""
        return self.first in _POINTING


def phrases(
    characters: str, at: Span, nouns: frozenset[str], small: frozenset[str]
) -> Iterator[Phrase]:
    """Give the phrases of a stretch that begin with an article and end with one of some nouns.

    Args:
        small: words across which no phrase goes: "of", "and", "who".
    """
    found = list(_WORD.finditer(characters, at.start, at.end))
    low = [m.group().lower() for m in found]
    for number, first in enumerate(low):
        if first not in _POINTING and first not in _BEGINNING:
            continue
        for last in range(number + 1, min(number + 2 + _MOST, len(found))):
            gap = characters[found[last - 1].end() : found[last].start()]
            if gap.strip(" \n") or not gap or "\n\n" in gap or low[last] in small:
                break
            if low[last] in nouns and not _is_compound(characters, found, low, last, nouns):
                yield Phrase(
                    Span(found[number].start(), found[last].end()),
                    first,
                    tuple(low[number + 1 : last]),
                    low[last],
                )
                break


def _is_compound(
    characters: str, found: list[re.Match[str]], low: list[str], last: int, nouns: frozenset[str]
) -> bool:
    """Say whether the next word makes one noun with it: "the company director", "the Board's"."""
    after = characters[found[last].end() : found[last].end() + 1]
    if after in ("'", "’", "-"):
        return False
    if last + 1 >= len(found) or characters[found[last].end() : found[last + 1].start()] != " ":
        return False
    return low[last + 1] in nouns or found[last + 1].group()[0].isupper()


def goes_on(rest: str) -> bool:
    """Say whether words after a description tell more of the same one, and not of a second.

    "A clerk of the court" is a clerk; "a clerk and a porter" are two.
    """
    return _GOES_ON.match(rest) is not None and _SECOND.search(rest) is None
