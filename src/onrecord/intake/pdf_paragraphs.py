"""Which lines of a PDF belong together: paragraphs, headlines, and what repeats from page to page.

A page has no paragraphs, only letters in places; so it goes by the step from line to line, where a
line starts and ends, and the height of the letters. In doubt a paragraph goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.intake.pdf_lines import Line

# Shares of what is usual in the document, set on one press notice and on pages made for the tests
# (2026-11-23): wide enough that rounding in a producer's coordinates does not part a paragraph.
_NEXT_PARAGRAPH_STEP = 1.35
_OTHER_HEIGHT = 0.12
_HEADLINE_HEIGHT = 1.15
_SHORT_LINE = 0.85
_LARGEST_STEP = 2
_EDGE_LINES = 2
_FIRST = 6
_REPEATED_SHARE = 0.4
_FEWEST_PAGES = 3
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:page\s*)?(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?\W{0,3}", re.I
)
_SENTENCE_END = re.compile(r"[.!?:;]['\"”’)]*$")
_WORD_PART = re.compile(r"[^\W\d_]+-$")
_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\b(?!-$)")
_OPENING_PART = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together."""

    lines: list[Line]
    is_furniture: bool = False
    is_headline: bool = False


@dataclass(slots=True)
class _Measure:
    """What is usual in this document."""

    height: float
    step: float
    right: float
    repeated: set[str] = field(default_factory=set)


def paragraphs(pages: list[list[Line]]) -> list[Paragraph]:
    """Join the lines of all pages; a paragraph may go on over the page."""
    usual = _measured(pages)
    found: list[Paragraph] = []
    going: Paragraph | None = None
    for page in pages:
        edge = {id(line) for line in page[:_EDGE_LINES] + page[-_EDGE_LINES:]}
        aside: list[Paragraph] = []
        for line in page:
            if id(line) in edge and _is_running(line, usual):
                aside.append(Paragraph([line], is_furniture=True))
            elif going is not None and _goes_on(going.lines[-1], line, usual):
                going.lines.append(line)
            else:
                going = Paragraph([line])
                found.append(going)
        found += aside
    _name_headline(found, usual)
    return found


def _measured(pages: list[list[Line]]) -> _Measure:
    lines = [line for page in pages for line in page]
    height = median_low(line.height for line in lines)
    steps = [
        one.box.bottom - other.box.bottom
        for page in pages
        for one, other in pairwise(page)
        if 0 < one.box.bottom - other.box.bottom < _LARGEST_STEP * height
    ]
    return _Measure(
        height=height,
        step=median_low(steps) if steps else height,
        right=max(line.box.right for line in lines),
        repeated=_repeated(pages),
    )


def _repeated(pages: list[list[Line]]) -> set[str]:
    """Find what stands at the edge of many pages, numbers aside."""
    counted = Counter(
        words
        for page in pages
        for words in {_without_numbers(line) for line in page[:_EDGE_LINES] + page[-_EDGE_LINES:]}
    )
    least = max(_FEWEST_PAGES, _REPEATED_SHARE * len(pages))
    return {words for words, pages_with in counted.items() if pages_with >= least}


def _without_numbers(line: Line) -> str:
    return re.sub(r"\d+", "#", line.words)


def _is_running(line: Line, usual: _Measure) -> bool:
    return _without_numbers(line) in usual.repeated or bool(_PAGE_NUMBER.fullmatch(line.words))


def _goes_on(last: Line, line: Line, usual: _Measure) -> bool:
    if abs(line.height - last.height) > _OTHER_HEIGHT * usual.height:
        return False
    ended = bool(_SENTENCE_END.search(last.words))
    if last.box.page != line.box.page or line.box.bottom > last.box.bottom + usual.step / 2:
        return not ended and line.words[:1].islower()
    if last.box.bottom - line.box.bottom > _NEXT_PARAGRAPH_STEP * usual.step:
        return False
    is_short = last.box.right < _SHORT_LINE * usual.right
    return not (is_short and (ended or not line.words[:1].islower()))


def _name_headline(found: list[Paragraph], usual: _Measure) -> None:
    """Take the tallest of the first lines, or else the first line where that stands alone."""
    first = [p for p in found if not p.is_furniture and p.lines[0].box.page == 1][:_FIRST]
    if not first:
        return
    tallest = max(first, key=lambda paragraph: paragraph.lines[0].height)
    if tallest.lines[0].height >= _HEADLINE_HEIGHT * usual.height:
        tallest.is_headline = True
    elif len(first) > 1 and len(first[0].lines) <= 2:
        first[0].is_headline = not _SENTENCE_END.search(first[0].lines[-1].words)


class Words:
    """The words of a document, which say whether a hyphen at a line's end belongs to the word."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known = {word for line in lines for word in _inner_words(line)}

    def join(self, before: str, after: str) -> str:
        """Give `before` ready for `after` to be set behind it: with a space, or without a hyphen.

        A hyphen between letters goes where the document has the word without it, or does not have
        it with one; before a capital or a digit it stays.
        """
        head, tail = _WORD_PART.search(before), _OPENING_PART.match(after)
        if head is None or tail is None:
            return before + ("" if before.endswith("-") else " ")
        first, second = head[0][:-1].lower(), tail[0].lower()
        parted = f"{first}-{second}" in self._known and first + second not in self._known
        return before if parted or tail[0][0].isupper() else before[:-1]


def _inner_words(line: str) -> Iterator[str]:
    """Give the words of a line but the last, if that is cut."""
    yield from _WHOLE_WORD.findall(line.lower())
