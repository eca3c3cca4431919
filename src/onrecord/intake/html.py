"""What can be read in an HTML page, in which blocks, and where does each word stand in the page?

The whole visible page is kept: the article's blocks by their kinds, all else as boilerplate. A page
beyond the caps or with nothing to read is refused with the reason; it is never a silent empty text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.core.errors import Refused
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind
from onrecord.intake import furniture
from onrecord.intake.decode import decode
from onrecord.intake.extracted import Extracted
from onrecord.intake.html_blocks import Piece, pieces
from onrecord.intake.html_kinds import Told, kinds
from onrecord.intake.html_metadata import Head
from onrecord.intake.html_scan import Marked, mark
from onrecord.intake.html_text import TextBuilder

if TYPE_CHECKING:
    from lxml.etree import HTMLParser, _Element

# Caps of the threat model: 2 MB of nested tags hung two parsers for over a minute (2026-11-23).
_MOST_BYTES = 10_000_000
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})", re.I)
_DECLARED_WITHIN = 4096
_LONGEST_CREDIT = 150


def read_html(raw: bytes, *, declared_charset: str | None = None) -> Extracted:
    """Read a page: its text in blocks, the way back to the decoded page, and its metadata.

    Args:
        declared_charset: the charset its carrier named, if one did; it outweighs the page's own.

    Raises:
        Refused: "limit" for a page of more than 10 MB, 300,000 tags, 500 attributes on a tag or a
            nesting of 256; "empty" for a page with no readable text.
    """
    if len(raw) > _MOST_BYTES:
        raise Refused("limit", f"the page has {len(raw):,} bytes; at most {_MOST_BYTES:,} are read")
    page, _ = decode(raw, declared_charset or _declared(raw))
    marked = mark(page)
    tree = _parsed(marked)
    builder = TextBuilder(page, marked.runs)
    found = [_Built(piece, at) for piece in _cut(tree, marked) if (at := _add(builder, piece))]
    characters = builder.characters
    if not any(letter.isalnum() for letter in characters):
        raise Refused("empty", "the page has no readable text", help="it may need a browser to run")
    head = Head(tree, page, marked)
    shown = [(built.piece, built.at.of(characters)) for built in found]
    told = Told(titles=head.titles, byline=head.byline, body=head.body)
    blocks = [
        block
        for kind, built in zip(kinds(shown, told), found, strict=True)
        for block in _with_credit(Block(kind, built.at), characters)
    ]
    return Extracted(
        characters=characters,
        blocks=tuple(blocks),
        stretches=builder.stretches,
        alternatives=tuple(
            words for one in tree.iter("img") if (words := " ".join((one.get("alt") or "").split()))
        ),
        metadata=head.metadata(
            headline=_first(blocks, BlockKind.HEADLINE, characters),
            byline=_first(blocks, BlockKind.BYLINE, characters),
            dateline=_first(blocks, BlockKind.DATELINE, characters),
        ),
    )


@dataclass(frozen=True, slots=True)
class _Built:
    piece: Piece
    at: Span


def _add(builder: TextBuilder, piece: Piece) -> Span | None:
    return builder.add(piece.parts, lines=piece.shape == "pre")


def _declared(raw: bytes) -> str | None:
    found = _DECLARED.search(raw[:_DECLARED_WITHIN])
    return found[1].decode("ascii") if found else None


def _parsed(marked: Marked) -> _Element:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        tree = etree.fromstring(marked.page.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        if "RESOURCE_LIMIT" in _faults(parser):
            raise _too_deep() from error
        raise Refused("empty", "the page has no readable text") from error
    if "RESOURCE_LIMIT" in _faults(parser):
        raise _too_deep()
    if tree is None:
        raise Refused("empty", "the page has no readable text")
    return tree


def _faults(parser: HTMLParser) -> str:
    return " ".join(entry.type_name for entry in parser.error_log)


def _too_deep() -> Refused:
    return Refused("limit", "the page's tags are nested deeper than 256")


def _cut(tree: _Element, marked: Marked) -> list[Piece]:
    return pieces(tree, [run.end - run.start for run in marked.runs])


def _with_credit(block: Block, characters: str) -> list[Block]:
    """Part a caption from the credit at its end."""
    if block.kind is not BlockKind.CAPTION:
        return [block]
    start, end = block.at
    credit = furniture.CREDIT_WITHIN.search(characters, start, end)
    if credit is None or end - credit.end() > _LONGEST_CREDIT:
        return [block]
    return [
        Block(BlockKind.CAPTION, Span(start, credit.start())),
        Block(BlockKind.CREDIT, Span(credit.end(), end)),
    ]


def _first(blocks: list[Block], kind: BlockKind, characters: str) -> str:
    return next((block.at.of(characters) for block in blocks if block.kind is kind), "")
