"""Places as editors count them: lines from 0 and, unless they ask otherwise, units of UTF-16.

The specification (Language Server Protocol 3.17, "Position") ends lines at CR LF, LF and CR alone,
so they are cut here: Python's own cut ends one at U+2028 and others too.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types as lsp
from pygls.workspace import PositionCodec

from onrecord.core.spans import Span

_LINE = re.compile(r"\r\n|\n|\r")


class Lines:
    """The lines of a text that is open in an editor.

    Args:
        codec: counts a line as the editor does.
    """

    def __init__(self, characters: str, codec: PositionCodec) -> None:
        self._codec = codec
        self._starts = [0, *(found.end() for found in _LINE.finditer(characters))]
        ends = [*self._starts[1:], len(characters)]
        self._lines = [
            characters[start:end].rstrip("\r\n")
            for start, end in zip(self._starts, ends, strict=True)
        ]

    def range(self, at: Span) -> lsp.Range:
        """Give a stretch as an editor has it."""
        return lsp.Range(self.position(at.start), self.position(at.end))

    def position(self, place: int) -> lsp.Position:
        """Give a place as an editor has it."""
        line = bisect_right(self._starts, place) - 1
        before = self._lines[line][: place - self._starts[line]]
        return lsp.Position(line, self._codec.client_num_units(before))

    @property
    def end(self) -> lsp.Position:
        """Where the text ends."""
        return self.position(self._starts[-1] + len(self._lines[-1]))
