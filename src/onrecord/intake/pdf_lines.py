"""The lines of a PDF's text layer: words, box and height of each, in the order they are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from onrecord.core.spans import Box

# PDFium gives a hyphen at the end of a line as one of its own marks, in place of the line's end.
_HYPHEN = "\ufffe\x02"
_BREAK = re.compile(rf"\r\n|\r|\n|[{_HYPHEN}]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words, where it stands, and the height of its letters in points."""

    words: str
    box: Box
    height: float


def lines_of(page: Any, number: int) -> list[Line]:
    """Give the lines of one page (`pypdfium2.PdfPage`), `number` counted from 1."""
    layer = page.get_textpage()
    try:
        characters = layer.get_text_range()
        return [
            line
            for words, first, last in _cut(characters)
            if (line := _line(layer, number, words, first, last)) is not None
        ]
    finally:
        layer.close()


def _cut(characters: str) -> Iterator[tuple[str, int, int]]:
    """Give each line and its places in the text, counted in UTF-16 units as PDFium does."""
    is_narrow = characters.isascii() or max(characters) <= "\uffff"
    at = unit = 0
    for end in [found.span() for found in _BREAK.finditer(characters)] + [(len(characters),) * 2]:
        words = characters[at : end[0]]
        length = len(words) if is_narrow else len(words.encode("utf-16-le", "replace")) // 2
        if characters[end[0] : end[1]] and characters[end[0]] in _HYPHEN:
            words += "-"
        yield words, unit, unit + length
        at, unit = end[1], unit + length + (end[1] - end[0])


def _line(layer: Any, number: int, words: str, first: int, last: int) -> Line | None:
    shown = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    if not shown:
        return None
    from pypdfium2 import raw

    start = raw.FPDFText_GetCharIndexFromTextIndex(layer, first)
    end = raw.FPDFText_GetCharIndexFromTextIndex(layer, last - 1)
    if start < 0 or end < start:
        return None
    count = layer.count_rects(start, end - start + 1)
    boxes = [layer.get_rect(index) for index in range(count)]
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    box = Box(number, *(round(x, 2) for x in (min(lefts), min(bottoms), max(rights), max(tops))))
    _, low, _, high = layer.get_charbox(start, loose=True)
    return Line(shown, box, round(high - low or box.top - box.bottom, 2))
