"""Small pieces that what is told of pages is put together from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telling import Must, flat

from onrecord.core.differences import ToldRow
from onrecord.core.rows import SourceRow
from onrecord.show.drawing import Drawing


def literal(words: str) -> str:
    return f'"{words}"' if '"' not in words else f"'{words}'"


def anchor(id: str) -> str:
    return re.sub(r"[^A-Za-z0-9_.-]", "-", id)


def side_told(side: ToldRow, of_words: bool) -> tuple[str, ...]:
    if of_words:
        return side.attribution, flat(side.words)[:200]
    return f"{side.attribution}, who gives {side.value or 'another'}", flat(side.words)[:200]


def drawn_dates(drawing: Drawing | None) -> Iterator[Must]:
    """Give what a picture of dates tells to those who cannot see it, or point at a mark."""
    if drawing is None:
        return
    yield Must("//*[@id='drawn-title']", (drawing.title,))
    for lane in drawing.lanes:
        for glyph in lane.glyphs:
            for named in ("@aria-label", "title"):
                yield Must(f"//g[contains(@class,'lane')]//a/{named}", (lane.name, glyph.label))
        yield Must("//text[@class='lane-name']", (lane.name,))


def source_named(row: SourceRow) -> str:
    """Name a source: a headline with whose it is, or else its outlet with the day."""
    if row.metadata.title is None:
        return f"{row.name}, {row.label}" if row.outlet else row.label
    return f"({row.label})"
