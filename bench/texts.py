"""Texts made without intake, for benchmarks that give characters and count offsets in them."""

from __future__ import annotations

from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Text


def paragraphs(characters: str) -> Text:
    """Take every line that is not blank as a paragraph; the characters stay as they are."""
    blocks = []
    start = 0
    for line in characters.splitlines(keepends=True):
        at = Span(start, start + len(line)).trimmed(characters)
        if at.end > at.start:
            blocks.append(Block(BlockKind.PARAGRAPH, at))
        start += len(line)
    return Text(id=text_id(characters), characters=characters, blocks=tuple(blocks))
