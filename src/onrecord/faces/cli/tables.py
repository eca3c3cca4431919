"""Lays a listing out for a terminal: narrow columns as wide as they are, wide ones in what is left.

The lines are those of `rich.table`, character for character, made some eight times as fast (a
thousand rows took half a second): all cells are plain words, columns stand side by side, and of
styles there are three. What it has no rule for - columns that do not fit - it leaves to rich.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Container, Iterator, Sequence
from itertools import zip_longest
from math import ceil

from onrecord.core.shaping import dataclass

PAD = 2
"""Spaces after every column but the last."""

UNKNOWN_WIDTH = 80
"""Columns of what is no terminal."""

_STREAMS = (0, 1, 2)
_WORD = re.compile(r"\s*\S+\s*")
_FORCED = ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a listing; a `wide` one takes the room that is left.

    In a wide column of a table the first of several lines is set off: it says whose words follow.
    In a narrow one the lines below the first are faint.
    """

    heading: str
    wide: bool = False


def is_forced() -> bool:
    """Say whether the surroundings ask for what a terminal would get."""
    return any(name in os.environ for name in _FORCED)


def width() -> int:
    """Give how many columns there are, as rich finds it where nothing is drawn."""
    told = os.environ.get("COLUMNS")
    if told is not None and told.isdigit():
        return int(told) or UNKNOWN_WIDTH
    for stream in _STREAMS:
        try:
            return os.get_terminal_size(stream).columns or UNKNOWN_WIDTH
        except (AttributeError, ValueError, OSError):
            continue  # no terminal
    return UNKNOWN_WIDTH


def laid_out(
    columns: Sequence[Column],
    cells: Sequence[Sequence[str]],
    faint: Container[int],
    *,
    across: int,
    styled: bool,
) -> str | None:
    """Give the lines of a table; None where its columns do not fit.

    Args:
        cells: in plain words, which hold nothing that is not printable but line breaks.
        faint: which rows stand back.
        across: columns of the terminal.
        styled: whether it can underline, and show bold and faint.
    """
    widths = _widths(columns, cells, across)
    if widths is None:
        return None
    heading = [column.heading for column in columns]
    lines = list(_row(columns, widths, heading, _all("4") if styled else _plain, low=True))
    for number, row in enumerate(cells):
        style = _styles(number in faint) if styled else _plain
        lines += _row(columns, widths, row, style)
    return "".join(f"{line}\n" for line in lines)


def _widths(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], across: int
) -> list[int] | None:
    """Give the width of each column, its padding counted in."""
    last = len(columns) - 1
    found = []
    for at, column in enumerate(columns):
        words = (column.heading, *(row[at] for row in cells))
        longest = 0 if column.wide else max(_cells(line) for one in words for line in _lines(one))
        found.append(0 if column.wide else (longest + PAD * (at < last)) or 1)
    wide = [at for at, column in enumerate(columns) if column.wide]
    left = across - sum(found)
    for more, at in enumerate(wide):
        found[at] = max(1 + PAD, ceil(left / (len(wide) - more)))
        left -= found[at]
    return found if sum(found) <= across else None


def _lines(words: str) -> list[str]:
    return words.split("\n")


Style = Callable[[Column, int, str, int], str]
"""Gives a line of a cell with its padding: column, which line of the cell it is, words, spaces."""


def _plain(column: Column, line: int, words: str, spaces: int) -> str:
    del column, line
    return words + " " * spaces


def _all(codes: str) -> Style:
    def style(column: Column, line: int, words: str, spaces: int) -> str:
        return _drawn(codes, _plain(column, line, words, spaces))

    return style


def _styles(faint: bool) -> Style:
    """Set off the first of several lines of a wide column, and let those of a narrow one fade."""
    back = "2" if faint else ""

    def style(column: Column, line: int, words: str, spaces: int) -> str:
        if column.wide:
            own = "1;2" if faint and line == 0 else "1" if line == 0 else back
        else:
            own = "2" if line > 0 else back
        own = back if line < 0 else own
        return _drawn(own, words) + _drawn(back, " " * spaces)

    return style


def _drawn(codes: str, words: str) -> str:
    return f"\x1b[{codes}m{words}\x1b[0m" if codes and words else words


def _row(
    columns: Sequence[Column],
    widths: Sequence[int],
    row: Sequence[str],
    style: Style,
    *,
    low: bool = False,
) -> Iterator[str]:
    """Give the lines of one row; `low`: what is short stands at the bottom."""
    last = len(columns) - 1
    blocks: list[list[str]] = []
    for at, (column, across, words) in enumerate(zip(columns, widths, row, strict=True)):
        pad = PAD * (at < last)
        own = across - pad
        parts = _lines(words)
        block = []
        for number, part in enumerate(parts):
            for line in _wrapped(part, own) if column.wide else [part]:
                # Of one line only, nothing is set off.
                place = number if len(parts) > 1 else -1
                block.append(style(column, place, line, own - _cells(line) + pad))
        blocks.append(block)
    height = max(map(len, blocks))
    empty = [style(columns[at], -1, "", widths[at]) for at in range(len(columns))]
    if low:
        blocks = [[empty[at]] * (height - len(block)) + block for at, block in enumerate(blocks)]
    for beside in zip_longest(*blocks):
        yield "".join(empty[at] if one is None else one for at, one in enumerate(beside))


def _cells(words: str) -> int:
    """Give how many columns words take on a terminal."""
    if words.isascii():
        return len(words)
    from rich.cells import cell_len

    return cell_len(words)


def _wrapped(line: str, across: int) -> Iterator[str]:
    """Break a line at its spaces; a word that fits on no line is folded."""
    if _cells(line) <= across:
        yield line
        return
    breaks = list(_breaks(line, across))
    for start, end in zip([0, *breaks], [*breaks, len(line)], strict=True):
        piece = line[start:end]
        if (excess := len(piece) - across) > 0:
            spaces = len(piece) - len(piece.rstrip())
            piece = piece[: len(piece) - min(spaces, excess)]
        yield piece if _cells(piece) <= across else _cut(piece, across)


def _cut(words: str, across: int) -> str:
    from rich.cells import set_cell_size

    return set_cell_size(words, across)


def _breaks(line: str, across: int) -> Iterator[int]:
    at = 0
    for found in _WORD.finditer(line):
        start, word = found.start(), found.group()
        long = _cells(word.rstrip())
        if across - at >= long:
            at += _cells(word)
        elif long > across:
            pieces = _folded(word, across)
            for number, piece in enumerate(pieces, 1):
                if start:
                    yield start
                if number == len(pieces):
                    at = _cells(piece)
                else:
                    start += len(piece)
        elif at and start:
            yield start
            at = _cells(word)


def _folded(word: str, across: int) -> list[str]:
    if word.isascii():
        return [word[at : at + across] for at in range(0, len(word), across)]
    from rich.cells import chop_cells

    return chop_cells(word, across)
