"""What the head of a document shows: title, author and day, from its lines and not its fields."""

from __future__ import annotations

from dataclasses import replace

from onrecord.core.vocabulary import Attested, Basis, Block, BlockKind, Metadata
from onrecord.intake import days, wording
from onrecord.intake.extracted import Extracted

# Title, byline and date stand in the first blocks of a document, after at most a share bar.
BLOCKS = 8


def kind_of_line(words: str, *, in_head: bool) -> BlockKind | None:
    """Say what a line is by its own wording; None for prose."""
    if wording.is_furniture(words):
        return BlockKind.BOILERPLATE
    if in_head and wording.is_byline(words):
        return BlockKind.BYLINE
    if in_head and wording.is_dateline(words):
        return BlockKind.DATELINE
    return None


def kind_of_paragraph(words: str, *, in_head: bool) -> BlockKind:
    """Say what a paragraph without mark-up is: a line of its own kind, a list's item, or prose."""
    by_wording = kind_of_line(words, in_head=in_head)
    if by_wording is not None:
        return by_wording
    return BlockKind.LIST if wording.is_item(words) else BlockKind.PARAGRAPH


def with_visible(found: Extracted) -> Extracted:
    """Add what the head shows. A day and a name that a reader sees outweigh those of the file's
    fields, which programs fill in; a title given in the fields outweighs the first line.
    """
    seen = visible(found.characters, found.blocks)
    given = found.metadata
    return replace(
        found,
        metadata=replace(
            given,
            title=given.title or seen.title,
            byline=seen.byline or given.byline,
            published=seen.published or given.published,
        ),
    )


def visible(characters: str, blocks: tuple[Block, ...]) -> Metadata:
    """Take title, author and day from the blocks that show them; the first of each kind counts."""
    first = {block.kind: block.at.of(characters) for block in reversed(blocks[: 2 * BLOCKS])}
    title = first.get(BlockKind.HEADLINE, "").split("\n")[0].strip("#= \t\r")
    return Metadata(
        title=_seen(title),
        byline=_seen(wording.byline_name(first.get(BlockKind.BYLINE, ""))),
        published=_seen(days.day_in_words(first.get(BlockKind.DATELINE, ""))),
    )


def _seen(value: str | None) -> Attested | None:
    return Attested(value, Basis.VISIBLE) if value else None
