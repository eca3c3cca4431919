"""Files of rows - CSV, JSON, YAML, XML - as they stand: every character, in blocks of lines.

What the rows say is not read here. A block is some lines together, so that a search leads near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from onrecord.core.errors import Refused
from onrecord.core.spans import Span, Stretch
from onrecord.core.vocabulary import Block, BlockKind
from onrecord.intake import jsonl, kinds, walk
from onrecord.intake.decode import decode
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits

_BLOCK = 2_000
"""Characters after which a block ends with its line."""

_OFFICES = "<moffice"
_LOOKED_AT = 10_000


def as_table(item: walk.Item) -> walk.Item:
    """Take a file for one of rows, whatever its name says."""
    return item if item.refusal else replace(item, kind=kinds.of_table(item.kind, item.raw))


def read_table(raw: bytes, limits: Limits) -> Extracted:
    """Read a file of rows as it stands.

    Raises:
        Refused: it is too long, or holds what no text holds.
    """
    characters, _ = decode(raw)
    if len(characters) > limits.table_characters:
        raise Refused("limit", f"{len(characters):,} characters; split it")
    if "\0" in characters[:_LOOKED_AT]:
        raise Refused("damaged", "not a text", help="give CSV, JSON, YAML or XML")
    whole = Span(0, len(characters))
    return Extracted(
        characters=characters,
        blocks=tuple(_blocks(characters)),
        stretches=(Stretch(whole, whole),) if characters else (),
        table=True,
    )


def _blocks(characters: str) -> Iterator[Block]:
    start = 0
    while start < len(characters):
        end = characters.find("\n", start + _BLOCK) + 1 or len(characters)
        at = Span(start, end).trimmed(characters)
        if at.start < at.end:
            yield Block(BlockKind.TABLE, at)
        start = end


def _json(raw: bytes, limits: Limits) -> Extracted:
    """Read one row with a text of its own, or else a table."""
    try:
        return jsonl.read_row(raw, limits)
    except Refused as why:
        if why.code == "limit":
            raise
        return read_table(raw, limits)


def _xml(raw: bytes, limits: Limits) -> Extracted:
    found = read_table(raw, limits)
    if _OFFICES not in found.characters[:_LOOKED_AT]:
        raise Refused(
            "unknown kind",
            "no reader for this XML",
            help="of XML only ParlParse's files of ministers are read; of a feed, give the pages",
        )
    return found


BY_KIND: dict[str, Callable[[bytes, Limits], Extracted]] = {
    kinds.ROW: _json,
    kinds.CSV: read_table,
    kinds.XML: _xml,
    kinds.YAML: read_table,
}
