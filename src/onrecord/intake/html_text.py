"""What does a block say, and from which characters of the page? Blanks folded, entities read.

A stretch is either character for character, or leads from what an entity or folded white space
became to the whole of what stands in the page. Separators that we supply lead nowhere.
"""

from __future__ import annotations

import html
import re

from onrecord.core.errors import Refused
from onrecord.core.spans import Span, Stretch
from onrecord.intake.html_blocks import CELL, LINE, SPACE

# White space of any script, and control characters, which no reader sees.
_BLANK = r"\s\x00-\x1f\x7f-\x9f"
_PIECES = re.compile(
    rf"&\#?[0-9a-zA-Z]+;?|(?P<blank>[{_BLANK}]+)"
    # No possessive quantifier round a group: Python 3.11.2, Debian 12's own, takes too much then.
    rf"|(?:[^&{_BLANK}]+| (?=[^{_BLANK}])|&(?![\#0-9a-zA-Z]))+|&"
)
_LINES = re.compile(r"[\n\r]")
# 9 MB of one letter a line took 65 s; 127 pages of news give 28,239 stretches in all (2026-11-23).
_MOST_PIECES = 300_000


class TextBuilder:
    """Builds the characters of a text block by block, with the way back to the page."""

    def __init__(self, page: str, runs: list[Span]) -> None:
        self._page, self._runs = page, runs
        self._out: list[str] = []
        self._length = 0
        self._stretches: list[Stretch] = []
        self._growing = False  # whether the last stretch is verbatim, so that it may be extended
        self._pieces = 0
        self._block_start = 0
        self._gap = ""  # white space that is owed before the next character
        self._gap_at: Span | None = None

    @property
    def characters(self) -> str:
        return "".join(self._out)

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        return tuple(self._stretches)

    def add(self, parts: list[int], *, lines: bool = False) -> Span | None:
        """Append one block; give its span, or None when nothing visible is in it.

        Args:
            parts: runs of text and separators, as a `Piece` has them.
            lines: keep the line breaks of the page, as in preformatted text.

        Raises:
            Refused: "limit" where entities and white space cut the text into too many pieces.
        """
        start, marks = self._length, len(self._stretches)
        if start:
            self._supply("\n\n")
        self._block_start = self._length
        self._gap, self._gap_at = "", None
        for part in parts:
            if part >= 0:
                self._run(self._runs[part], lines)
            else:
                self._owe({SPACE: " ", LINE: "\n", CELL: "\t"}[part], None)
        if self._length > self._block_start:
            return Span(self._block_start, self._length)
        if start:
            self._out.pop()
            self._length = start
        del self._stretches[marks:]
        return None

    def _run(self, run: Span, lines: bool) -> None:
        at = run.start
        for match in _PIECES.finditer(self._page[run.start : run.end]):
            self._pieces += 1
            if self._pieces > _MOST_PIECES:
                raise Refused(
                    "limit", f"more than {_MOST_PIECES:,} entities and blanks in its text"
                )
            piece, place = match.group(), Span(at + match.start(), at + match.end())
            if match["blank"]:
                self._owe(_folded(piece, lines), place)
                continue
            said = html.unescape(piece) if piece[0] == "&" else piece
            if said.isspace():
                self._owe(" ", place)
            elif said:
                self._say(said, place)

    def _owe(self, gap: str, place: Span | None) -> None:
        if not self._gap:
            self._gap, self._gap_at = gap, place
            return
        # The stronger of two separators stands; two pieces of white space side by side are one.
        self._gap = max(self._gap, gap, key=" \t\n".index)
        if self._gap_at and place and self._gap_at.end == place.start:
            self._gap_at = Span(self._gap_at.start, place.end)

    def _say(self, said: str, place: Span) -> None:
        if self._gap and self._length > self._block_start:
            if self._gap_at is not None:
                self._lead(self._gap, self._gap_at)
            self._supply(self._gap)
        self._gap, self._gap_at = "", None
        self._lead(said, place)
        self._supply(said)

    def _lead(self, said: str, place: Span) -> None:
        """Note where the next characters come from; verbatim neighbours become one stretch."""
        end = self._length + len(said)
        verbatim = self._page[place.start : place.end] == said
        last = self._stretches[-1] if self._stretches else None
        if last and verbatim and self._growing and last.text.end == self._length:
            began = last.raw
            if isinstance(began, Span) and began.end == place.start:
                last = Stretch(Span(last.text.start, end), Span(began.start, place.end))
                self._stretches[-1] = last
                return
        self._stretches.append(Stretch(Span(self._length, end), place))
        self._growing = verbatim

    def _supply(self, said: str) -> None:
        self._out.append(said)
        self._length += len(said)


def _folded(blank: str, lines: bool) -> str:
    return "\n" if lines and _LINES.search(blank) else " "
