"""A text cut into word pieces with what the encoder wants to know of each, and into windows.

Training and reading cut alike: this is the one place that says how. A window holds whole paragraphs
where they fit; what stands in a window depends on the text alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.core.spans import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 64
"""Pieces in a window, its marks apart: paragraphs are put together up to so many."""
LONGEST = 192
"""A paragraph with more pieces is cut, after a sentence where there is one in its second half."""

LOWER, CAPITAL, CAPITALS, DIGITS, MIXED, MARK = range(1, 7)
SHAPES = 7
OUTSIDE, INSIDE, OPENING, CLOSING = range(4)
QUOTES = 4
_ENDS = frozenset(".!?")


@dataclass(slots=True)
class Pieces:
    """The word pieces of some paragraphs; all lists are parallel, places are in the text."""

    ids: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    """The first and past-the-last piece of each paragraph, or of each part of a long one."""


def cut(
    characters: str,
    paragraphs: Sequence[Span],
    quotations: Sequence[Sequence[Span]],
    tokenizer: Tokenizer,
) -> Pieces:
    """Cut paragraphs into pieces.

    Args:
        quotations: the outermost quotations of each paragraph, in their order, with their marks.
    """
    made = Pieces()
    shapes: dict[str, int] = {}
    encodings = tokenizer.encode_batch(
        [characters[at.start : at.end] for at in paragraphs], add_special_tokens=False
    )
    for at, inside, encoding in zip(paragraphs, quotations, encodings, strict=True):
        first = len(made.ids)
        made.ids.extend(encoding.ids)
        made.starts.extend(at.start + start for start, _ in encoding.offsets)
        made.ends.extend(at.start + end for _, end in encoding.offsets)
        made.shapes.extend(_shapes(characters, at.start, encoding, shapes))
        made.quotes.extend(_states(made, first, inside))
        made.paragraphs.extend(_parts(made, first, characters))
    return made


def _shapes(characters: str, base: int, encoding: object, known: dict[str, int]) -> Iterable[int]:
    offsets, words = encoding.offsets, encoding.word_ids  # type: ignore[attr-defined]
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for word, (start, end) in zip(words, offsets, strict=True):
        starts.setdefault(word, start)
        ends[word] = end
    for word in words:
        text = characters[base + starts[word] : base + ends[word]]
        shape = known.get(text)
        if shape is None:
            shape = known[text] = shape_of(text)
        yield shape


def shape_of(word: str) -> int:
    """Say how a word is written: what a vocabulary of small letters forgets."""
    if not any(letter.isalnum() for letter in word):
        return MARK
    if word.isdigit():
        return DIGITS
    if word.islower():
        return LOWER
    if word.isupper():
        return CAPITALS if len(word) > 1 else CAPITAL
    if word[0].isupper() and word[1:].islower():
        return CAPITAL
    return MIXED


def _states(made: Pieces, first: int, quotations: Sequence[Span]) -> list[int]:
    """Say of each piece from `first` on where it stands to the quotations."""
    states = []
    number = 0
    for start, end in zip(made.starts[first:], made.ends[first:], strict=True):
        while number < len(quotations) and quotations[number].end <= start:
            number += 1
        if number == len(quotations) or end <= quotations[number].start:
            states.append(OUTSIDE)
        elif start == quotations[number].start:
            states.append(OPENING)
        elif end == quotations[number].end:
            states.append(CLOSING)
        else:
            states.append(INSIDE)
    return states


def _parts(made: Pieces, first: int, characters: str) -> Iterable[tuple[int, int]]:
    """Cut the pieces from `first` on into parts that a window can hold."""
    last = len(made.ids)
    while last - first > LONGEST:
        half = first + LONGEST // 2
        stops = (
            number + 1
            for number in range(first + LONGEST - 1, half, -1)
            if characters[made.ends[number] - 1] in _ENDS
        )
        end = next(stops, first + LONGEST)
        yield first, end
        first = end
    if last > first:
        yield first, last


def windows(
    paragraphs: Sequence[tuple[int, int]], size: int = WINDOW
) -> list[list[tuple[int, int]]]:
    """Put paragraphs together into windows of at most `size` pieces, or of one paragraph."""
    made: list[list[tuple[int, int]]] = []
    room = 0
    for first, last in paragraphs:
        if not made or last - first > room:
            made.append([])
            room = size
        made[-1].append((first, last))
        room -= last - first
    return made
