"""Where words stand: places in a text, and the way back from a text to the raw document.

All offsets count Unicode code points, first in, last out. A span is never guessed: an anchor that
no longer fits its words is an orphan, and the caller says so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in code points of one text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words that stand here."""
        return text[self.start : self.end]

    def fits(self, text: str) -> bool:
        """Say whether this names at least one character of `text`."""
        return 0 <= self.start < self.end <= len(text)

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> Span:
        """Leave out white space at both edges. A span of white space alone becomes empty."""
        start, end = self
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"


Spans = tuple[Span, ...]


def words_of(spans: Iterable[Span], text: str) -> str:
    """Give the words of a span in pieces, with an ellipsis where it is broken."""
    return " … ".join(span.of(text) for span in spans)


def find_again(words: str, text: str, near: int) -> Span | None:
    """Find where `words` stand in `text`, the occurrence nearest to `near`; None for an orphan."""
    near = max(near, 0)
    places = (text.rfind(words, 0, near + len(words)), text.find(words, near))
    found = [at for at in places if at >= 0 and words]
    if not found:
        return None
    at = min(found, key=lambda at: abs(at - near))
    return Span(at, at + len(words))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page of a paged document, in points from the lower left corner.

    `page` counts from 1.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """One run of text and the place in the raw document that it came from.

    A raw `Span` of the same length maps character by character; one of another length (an entity,
    folded white space) and a `Box` map as a whole.
    """

    text: Span
    raw: Span | Box

    @property
    def exact(self) -> bool:
        """Say whether each character has a place of its own."""
        return isinstance(self.raw, Span) and (
            self.raw.end - self.raw.start == self.text.end - self.text.start
        )


class OffsetMap:
    """Leads from a text to the raw document and back. Built once, never changed.

    Args:
        stretches: in the order of the text, not overlapping.
    """

    def __init__(self, stretches: Sequence[Stretch]) -> None:
        self._stretches = tuple(stretches)
        self._starts = [stretch.text.start for stretch in stretches]

    def raw(self, span: Span) -> tuple[Span | Box, ...]:
        """Give the raw places of `span`, neighbours joined; empty where the text was supplied."""
        return tuple(_joined(self._places(span)))

    def text(self, raw: Span) -> Span | None:
        """Give the smallest span of the text that comes from `raw`, or None if none does."""
        start: int | None = None
        end = 0
        for stretch in self._stretches:
            if isinstance(stretch.raw, Box) or not stretch.raw.overlaps(raw):
                continue
            piece = stretch.text
            if stretch.exact:
                by = stretch.text.start - stretch.raw.start
                piece = Span(max(raw.start, stretch.raw.start), min(raw.end, stretch.raw.end))
                piece = piece.shifted(by)
            start = piece.start if start is None else min(start, piece.start)
            end = max(end, piece.end)
        return None if start is None else Span(start, end)

    def _places(self, span: Span) -> Iterator[Span | Box]:
        first = max(0, bisect_right(self._starts, span.start) - 1)
        for stretch in self._stretches[first:]:
            if stretch.text.start >= span.end:
                return
            if not stretch.text.overlaps(span):
                continue
            if isinstance(stretch.raw, Span) and stretch.exact:
                piece = Span(max(span.start, stretch.text.start), min(span.end, stretch.text.end))
                yield piece.shifted(stretch.raw.start - stretch.text.start)
            else:
                yield stretch.raw


def _joined(places: Iterable[Span | Box]) -> Iterator[Span | Box]:
    last: Span | Box | None = None
    for place in places:
        # A place that stands earlier in the raw document than its predecessor is kept apart.
        if (
            isinstance(last, Span)
            and isinstance(place, Span)
            and last.start <= place.start <= last.end
        ):
            last = Span(last.start, max(last.end, place.end))
        elif isinstance(last, Box) and isinstance(place, Box) and _same_line(last, place):
            last = Box(
                last.page,
                min(last.left, place.left),
                min(last.bottom, place.bottom),
                max(last.right, place.right),
                max(last.top, place.top),
            )
        else:
            if last is not None:
                yield last
            last = place
    if last is not None:
        yield last


def _same_line(a: Box, b: Box) -> bool:
    """Two boxes share a line when one's middle lies within the other's height."""
    return a.page == b.page and a.bottom <= (b.bottom + b.top) / 2 <= a.top
