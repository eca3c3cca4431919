"""Which blocks a Markdown text is made of: the lines of its headings, lists, tables and paragraphs.

The text stays as it is written, marks and all; front matter between `---` lines is boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.vocabulary import Block, BlockKind
from onrecord.intake import head, plain
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits

_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]")
_FENCE = "---"
_TABLE_RULE = re.compile(r"[|: -]*-[|: -]*$")
_RULE = re.compile(r"(?:[-*_][ \t]*){3,200}$")


def read_markdown(raw: bytes, limits: Limits) -> Extracted:
    """Read a Markdown file; headings, lists and tables become blocks, the text stays as written.

    Raises:
        Refused: it is too long, or no text at all.
    """
    characters = plain.characters_of(raw, limits)
    return plain.extracted(characters, tuple(blocks_of_markdown(characters)))


def blocks_of_markdown(characters: str) -> Iterator[Block]:
    """Give the blocks of a Markdown text: in order, only white space between them."""
    has_headline = False
    for number, chunk in enumerate(plain.cut(characters)):
        if number == 0 and len(chunk) > 1 and chunk[0].words == chunk[-1].words == _FENCE:
            yield Block(BlockKind.BOILERPLATE, plain.around(chunk))
            continue
        for lines in _apart(chunk):
            kind = _kind(lines)
            if kind is BlockKind.HEADLINE:
                kind = BlockKind.PARAGRAPH if has_headline else kind
                has_headline = True
                yield Block(kind, plain.around(lines))
            elif kind is not None:
                yield Block(kind, plain.around(lines))
            else:
                yield from plain.classified(lines, in_head=number < head.BLOCKS)


def _apart(chunk: plain.Chunk) -> Iterator[plain.Chunk]:
    """Part headings from the text that follows without a blank line."""
    lines: plain.Chunk = []
    for number, line in enumerate(chunk):
        if _HEADING.match(line.words):
            if lines:
                yield lines
            yield [line]
            lines = []
        elif number == 1 and len(lines) == 1 and _UNDERLINE.match(line.words):
            yield [*lines, line]
            lines = []
        else:
            lines.append(line)
    if lines:
        yield lines


def _kind(lines: plain.Chunk) -> BlockKind | None:
    """Say what the marks make of these lines; None: no mark."""
    first, last = lines[0].words, lines[-1].words
    if _HEADING.match(first) or (len(lines) == 2 and _UNDERLINE.match(last)):
        return BlockKind.HEADLINE
    if len(lines) == 1 and _RULE.match(first):
        return BlockKind.BOILERPLATE
    if len(lines) > 1 and "|" in first and _TABLE_RULE.match(lines[1].words):
        return BlockKind.TABLE
    return BlockKind.LIST if _ITEM.match(first) else None
