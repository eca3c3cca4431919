"""Where sentences end in running text, and the words by which wordings are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.spans import Span

_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑–][^\W_]+)*")
_PLAIN = str.maketrans({"’": "'", **dict.fromkeys("-‐‑–")})
"""One kind of apostrophe and no hyphens, however a typesetter wrote either."""
_CLOSES = re.compile(r"[^\w\s“”‘’\"'()]*")
_END = re.compile(r"[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Lt|Gen|Sen|Rep|Gov|Jr|Sr)\.$")
_INITIAL = re.compile(r"\b[A-Z]\.$")
_BEGINS = re.compile(r"(?:I|He|She|It|We|They|You|The|An?|This|That|My|Our|His|Her|But|And)\b")
_BEFORE = 5
"""Characters looked at before a full stop: the longest title and its dot."""


def sentences(characters: str, at: Span) -> Iterator[Span]:
    """Cut a stretch into sentences, the space after each with it; nothing is left out."""
    start = at.start
    for found in _END.finditer(characters, at.start, at.end):
        if _ends(characters, found, at.start):
            yield Span(start, found.end())
            start = found.end()
    if start < at.end:
        yield Span(start, at.end)


def _ends(characters: str, found: re.Match[str], start: int) -> bool:
    """Say whether a full stop ends a sentence, and not a title or an initial."""
    before = characters[max(start, found.start() - _BEFORE) : found.start() + 1]
    if _TITLE.search(before):
        return False
    return not _INITIAL.search(before) or _BEGINS.match(characters, found.end()) is not None


def words(characters: str, at: Span) -> list[tuple[str, Span]]:
    """Give the words of a stretch as they are compared, and where each stands.

    In small letters, with one kind of apostrophe and without hyphens.
    """
    return [
        (_compared(found.group()), Span(*found.span()))
        for found in _WORD.finditer(characters, at.start, at.end)
    ]


def ends(characters: str, at: Span) -> Span | None:
    """Give where the first word of a stretch begins and the last ends; None: it has none."""
    first = _WORD.search(characters, at.start, at.end)
    if first is None:
        return None
    end = at.end
    while not characters[end - 1].isalnum():  # the last letter is of the last word
        end -= 1
    return Span(first.start(), end)


def bare_words(characters: str, at: Span) -> list[str]:
    """Give the words of a stretch as they are compared, without where they stand: much quicker."""
    found = _WORD.findall(characters, at.start, at.end)
    return _compared("\n".join(found)).split("\n") if found else []


def _compared(words: str) -> str:
    return words.casefold().translate(_PLAIN)


def shown(characters: str, word: Span) -> str:
    """Give a word with what closes it: a comma, a full stop."""
    closes = _CLOSES.match(characters, word.end)
    return characters[word.start : closes.end() if closes else word.end]
