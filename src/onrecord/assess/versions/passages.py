"""The passages of a page that are compared with another version of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.assess.words import Carried, sentences, shown, words
from onrecord.core.spans import Span
from onrecord.core.vocabulary import BlockKind

LONGEST = 300
"""Words of one passage that are compared; what comes after them is left out."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, headline or caption: its words as they stand, and in small letters."""

    kind: BlockKind
    at: Span
    shown: tuple[str, ...]
    words: tuple[str, ...]


def passages(page: Carried) -> Iterator[Passage]:
    """Cut a page into its sentences, headlines and captions, in its order."""
    characters = page.text.characters
    for block in page.text.blocks:
        if not block.kind.speaks and block.kind is not BlockKind.CAPTION:
            continue
        for sentence in sentences(characters, block.at):
            found = words(characters, sentence)[:LONGEST]
            if found:
                yield Passage(
                    block.kind,
                    sentence.trimmed(characters),
                    tuple(shown(characters, at) for _, at in found),
                    tuple(word for word, _ in found),
                )
