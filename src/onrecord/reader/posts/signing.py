"""Names that stand on a line of their own with a post on the next: signatures, and addressees.

Marit Osk
Harbour Ombudsman
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.core.spans import Span
from onrecord.core.vocabulary import Mention
from onrecord.reader.layout import Layout
from onrecord.reader.words import Word

_LINE = 80
"""Such a line is no longer than so many characters."""
_POST = 10
"""Nor is a post that stands on a line of its own longer than so many words."""
_BREAK = 3
"""So many characters, white space, end a line or a paragraph."""


def signed(layout: Layout, named: Iterable[Mention]) -> Iterator[tuple[Span, list[Word]]]:
    """Give the place of each such name with the line after it, and the words of both.

    Between the name and the post there is a comma, which no text writes at the end of a line.
    """
    characters, titles = layout.characters, {"", *layout.lexicon.titles}
    for mention in named:
        at = mention.at
        opens = characters.rfind("\n", max(0, at.start - _LINE), at.start) + 1
        before = characters[opens : at.start] if opens or at.start < _LINE else characters[:_LINE]
        closes = characters.find("\n", at.end, at.end + _LINE)
        if closes < 0 or " " not in mention.name or before.strip(" .").lower() not in titles:
            continue
        if characters[at.end : closes].strip():
            continue
        broken = characters[closes : closes + _BREAK]
        start = closes + len(broken) - len(broken.lstrip())
        ends = characters.find("\n", start, start + _LINE)
        ends = ends if ends >= 0 else min(len(characters), start + _LINE)
        line = characters[start:ends].strip()
        if not line[:1].isupper() or line[-1] in ".,:;?!" or len(line.split()) > _POST:
            continue
        comma, stop = Word(",", ",", at.end, at.end), Word(".", ".", ends, ends)
        post = layout.words(Span(start, ends))
        yield Span(at.start, ends), [*layout.words(at), comma, *post, stop]
