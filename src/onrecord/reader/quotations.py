"""The outermost quotations of running text, paragraph by paragraph.

A quotation that its paragraph leaves open counts only where the next paragraph goes on with it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.words import units, words

OPENING_MARKS = ("“", '"', "‘", "«", "„")
CLOSING_MARKS = ("”", '"', "’", "»", "'")


def quotations(
    characters: str, paragraphs: Sequence[Span], lexicon: Lexicon
) -> list[tuple[Span, ...]]:
    """Give each paragraph's outermost quotations with their marks, in their order."""
    return [
        tuple(
            unit.span
            for unit in units(
                words(characters, at, lexicon), characters, goes_on(characters, next_)
            )
            if unit.quote
        )
        for at, next_ in itertools.zip_longest(paragraphs, paragraphs[1:])
    ]


def goes_on(characters: str, following: Span | None) -> bool:
    """Say whether the next paragraph begins with an opening mark, as one that goes on does."""
    return following is not None and characters[
        following.start : following.end
    ].lstrip().startswith(OPENING_MARKS)
