"""What of a text is sent at a time: a few paragraphs, each with the place it has in the text.

Only blocks that speak are in a window. A statement that reaches from one window into the next is
found in parts or not at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import Text

WIDEST = 4_000
"""Characters of a window: some 1,000 tokens, so that prompt, text and answer fit into the 4,096
that small servers grant."""

BREAK = "\n\n"
_ENDS = (". ", ".” ", '." ', "? ", "! ", "\n", " ")


@dataclass(frozen=True, slots=True)
class Window:
    """Paragraphs as they are sent. Places in `characters` are not places in the text."""

    characters: str
    paragraphs: Spans
    """Where each paragraph stands in `characters`."""
    starts: tuple[int, ...]
    """Where each paragraph begins in the text."""

    def paragraph_at(self, place: int) -> int:
        """Give the number of the paragraph that holds a place in `characters`."""
        return max(0, bisect_right(self.paragraphs, place, key=lambda at: at.start) - 1)

    def of_text(self, span: Span) -> Spans:
        """Give where a span of `characters` stands in the text, one piece a paragraph."""
        pieces = []
        for at, start in zip(self.paragraphs, self.starts, strict=True):
            if at.overlaps(span):
                piece = Span(max(at.start, span.start), min(at.end, span.end))
                piece = piece.trimmed(self.characters)
                if piece.end > piece.start:
                    pieces.append(piece.shifted(start - at.start))
        return tuple(pieces)


def windows(text: Text) -> Iterator[Window]:
    """Cut the running text of `text` into windows, in its order."""
    held: list[Span] = []
    size = 0
    for piece in _pieces(text):
        length = piece.end - piece.start
        if held and size + length > WIDEST:
            yield _window(text.characters, held)
            held, size = [], 0
        held.append(piece)
        size += length
    if held:
        yield _window(text.characters, held)


def _window(characters: str, pieces: list[Span]) -> Window:
    words = [piece.of(characters) for piece in pieces]
    places = accumulate((len(one) + len(BREAK) for one in words), initial=0)
    return Window(
        characters=BREAK.join(words),
        paragraphs=tuple(Span(at, at + len(one)) for at, one in zip(places, words, strict=False)),
        starts=tuple(piece.start for piece in pieces),
    )


def _pieces(text: Text) -> Iterator[Span]:
    """Give the blocks that speak; a longer one than a window is cut, at a sentence's end if any."""
    for block in text.blocks:
        if not block.kind.speaks:
            continue
        rest = block.at.trimmed(text.characters)
        while rest.end - rest.start > WIDEST:
            cut = _cut(text.characters, rest.start)
            yield Span(rest.start, cut).trimmed(text.characters)
            rest = Span(cut, rest.end).trimmed(text.characters)
        if rest.end > rest.start:
            yield rest


def _cut(characters: str, start: int) -> int:
    """Find where to cut what begins at `start`: not in the first half of a window, if possible."""
    end = start + WIDEST
    for mark in _ENDS:
        at = characters.rfind(mark, start + WIDEST // 2, end)
        if at >= 0:
            return at + len(mark)
    return end
