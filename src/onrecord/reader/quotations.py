"""The outermost quotations of running text, paragraph by paragraph.

A quotation that its paragraph leaves open counts only where the next paragraph goes on with it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.reader.words import Cut, units

OPENING_MARKS = ("“", '"', "‘", "«", "„")
CLOSING_MARKS = ("”", '"', "’", "»", "'")


def quotations(cut: Cut, paragraphs: Sequence[Span]) -> list[tuple[Span, ...]]:
    """Give each paragraph's outermost quotations with their marks, in their order."""
    characters = cut.characters
    return [
        tuple(
            unit.span
            for unit in units(cut.words(at), characters, goes_on(characters, next_))
            if unit.quote
        )
        for at, next_ in itertools.zip_longest(paragraphs, paragraphs[1:])
    ]


def goes_on(characters: str, following: Span | None) -> bool:
    """Say whether the next paragraph begins with an opening mark, as one that goes on does."""
    return following is not None and characters[
        following.start : following.end
    ].lstrip().startswith(OPENING_MARKS)
