"""Which blocks is a page made of? Its tree, cut where a reader sees a break.

Nothing is judged here: every visible block of the page is given, with the containers it stands in,
so that `html_main` can say which of them are the article. What the page hides is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.intake.html_scan import MARK, OPEN

if TYPE_CHECKING:
    from lxml.etree import _Element

# What a block is made of: the number of a run of text, or one of these.
SPACE, LINE, CELL = -1, -2, -3

_BREAKING = frozenset(
    "address article aside blockquote body button caption center dd details dialog "
    "dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li "
    "legend main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = frozenset(
    "audio canvas datalist embed iframe input map math meta link noembed "
    "noframes noscript object option script select style svg template textarea title video".split()
)
_LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))
_ITEMS = frozenset(("li", "dt", "dd"))
_NOT_IN_LIST = _BREAKING - _LISTS - _ITEMS - {"div"}
_NOT_IN_TABLE = frozenset(
    ("h1", "h2", "h3", "h4", "article", "section", "figure", "form", "table", "ul", "ol", "aside")
)
_MOST_HINTS = 400
_UNDISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


@dataclass(slots=True, eq=False)
class Place:
    """One container on the way from the page to a block, with what its mark-up says of itself."""

    tag: str
    parent: Place | None
    hints: str = ""
    role: str = ""
    pictures: int = 0
    depth: int = 0

    def outward(self) -> Iterator[Place]:
        """Go from this container to the outermost."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent


@dataclass(slots=True, eq=False)
class Piece:
    """One block: what it is made of, how much of it is link text (in raw characters, and in how
    many links), and whether a `time` element stands in it.
    """

    place: Place
    shape: str
    parts: list[int] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    links: int = 0
    dated: bool = False


def pieces(page: _Element, lengths: list[int]) -> list[Piece]:
    """Cut the page into blocks, in reading order.

    Args:
        page: the whole of it: the parser leaves what it does not know, an `aside`, in the head.
        lengths: of each numbered run of text, in raw characters.
    """
    walk = _Walk(lengths)
    walk.visit(page, None, "")
    walk.flush()
    return walk.done


class _Walk:
    def __init__(self, lengths: list[int]) -> None:
        self.done: list[Piece] = []
        self._lengths = lengths
        self._piece: Piece | None = None
        self._links = 0
        self._place = Place("body", None)
        self._shape = ""

    def visit(self, element: _Element, parent: Place | None, shape: str) -> None:
        """Take in one element and all below it; `shape` is the list, table or pre it stands in."""
        tag = element.tag
        breaking = tag in _BREAKING
        outer = self._place, self._shape
        if breaking:
            if shape in ("list", "table"):
                self._separate(tag)
            else:
                self.flush()
            self._place = Place(
                tag, parent, *_hints(element), depth=parent.depth + 1 if parent else 0
            )
            shape = shape or _shape(element, tag)
        self._shape = shape
        self._links += tag == "a"
        self._text(element.text)
        for child in element:
            if isinstance(child.tag, str) and not _unseen(child):
                if child.tag == "br":
                    self._part(LINE)
                elif child.tag == "img":
                    self._place.pictures += 1
                else:
                    self.visit(child, self._place, shape)
            self._text(child.tail)
        if tag == "a":
            self._links -= 1
            if self._piece is not None:
                self._piece.links += 1
        if tag == "time" and self._piece is not None:
            self._piece.dated = True
        if breaking:
            if outer[1] in ("list", "table"):
                self._separate(tag)
            else:
                self.flush()
        self._place, self._shape = outer

    def flush(self) -> None:
        """End the block that is being built."""
        piece, self._piece = self._piece, None
        if piece is not None and piece.length:
            self.done.extend(_at_blank_lines(piece, self._lengths))

    def _separate(self, tag: str) -> None:
        if self._piece is None:
            return
        if tag in ("td", "th"):
            self._part(CELL)
        elif tag != "tbody":
            self._part(LINE)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if OPEN not in text:
            self._part(SPACE)
            return
        if text[0] != OPEN:
            self._part(SPACE)
        for number in MARK.findall(text):
            self._part(int(number))
        if text[-1].isspace():
            self._part(SPACE)

    def _part(self, part: int) -> None:
        piece = self._piece
        if piece is None:
            if part < 0:
                return
            piece = self._piece = Piece(self._place, self._shape)
        piece.parts.append(part)
        if part >= 0:
            piece.length += self._lengths[part]
            if self._links:
                piece.linked += self._lengths[part]


def _at_blank_lines(piece: Piece, lengths: list[int]) -> list[Piece]:
    """Two line breaks in a row end a paragraph, though no tag says so."""
    if piece.shape or piece.parts.count(LINE) < 2:
        return [piece]
    groups: list[list[int]] = [[]]
    lines = 0
    for part in piece.parts:
        lines = lines + 1 if part == LINE else lines if part == SPACE else 0
        if lines == 2:
            groups.append([])
        elif lines < 2:
            groups[-1].append(part)
    share = piece.linked / piece.length
    result = []
    for parts in groups:
        length = sum(lengths[part] for part in parts if part >= 0)
        if length:
            linked = int(length * share)
            made = Piece(piece.place, "", parts, length, linked, piece.links, piece.dated)
            result.append(made)
    return result


def _unseen(element: _Element) -> bool:
    if element.tag in _UNSEEN:
        return True
    attributes = element.attrib
    if not attributes or element.tag == "body":  # some pages unveil themselves by script
        return False
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_UNDISPLAYED.search(attributes.get("style", "")))
    )


def _hints(element: _Element) -> tuple[str, str]:
    attributes = element.attrib
    if not attributes:
        return "", ""
    named = [attributes.get(name, "") for name in ("class", "id", "itemprop", "data-component")]
    return " ".join(filter(None, named)).lower()[:_MOST_HINTS], attributes.get("role", "").lower()


def _shape(element: _Element, tag: str) -> str:
    """Name what reads as one block: a list, a table, text with lines of its own; else nothing."""
    if tag == "pre":
        return "pre"
    if tag in _LISTS:
        return "" if _holds(element, _NOT_IN_LIST) else "list"
    if tag == "table":
        return "" if _holds(element, _NOT_IN_TABLE) or not _tabular(element) else "table"
    return ""


def _holds(element: _Element, tags: frozenset[str]) -> bool:
    below = element.iterdescendants()
    return any(child.tag in tags for child in below)


def _tabular(table: _Element) -> bool:
    """Rows of two or more cells; a single column or row is page layout."""
    rows = [sum(cell.tag in ("td", "th") for cell in row) for row in table.iter("tr")]
    return sum(cells > 1 for cells in rows) > 1
