"""Which blocks of a page are the article? Decided from the page's own build, block by block.

Each block is given a worth, long sentences outside of furniture for, links and furniture against;
the run of blocks worth most is the article, less what stands in it as furniture. Everything else is
boilerplate: kept, marked, never cut out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from onrecord.intake import furniture
from onrecord.intake.html_blocks import Piece, Place

# The figures below were set on half of the benchmark's pages and held on the other (2026-11-23).
_LONG = 80  # characters: shorter lines are as often labels as sentences
_VOUCHED = 60
_WORTH_MOST = 400  # so that one long comment does not outweigh an article of short paragraphs
_FEW_LINKS = 0.3
_MANY_LINKS = 0.5
_ALL_LINKS = 0.8
_NEARLY_ALL = 0.8
_MOST_OF_PAGE = 0.4  # a container of so much of the text is no furniture, whatever it is called
_MOST_OF_RUN = 0.75
_WORD = re.compile(r"\w+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_RUNNING = frozenset(("p", "blockquote", "pre"))


class Sort(Enum):
    """What a block looks like by itself, before its neighbours are asked."""

    SENTENCES = auto()
    SHORT = auto()
    HEADING = auto()
    ROWS = auto()
    PICTURE = auto()
    LINKS = auto()
    WORDING = auto()
    AROUND = auto()
    SCRAP = auto()


_ARTICLE = frozenset((Sort.SENTENCES, Sort.SHORT, Sort.HEADING, Sort.ROWS))
_APART = frozenset((Sort.LINKS, Sort.AROUND, Sort.WORDING, Sort.SCRAP))


@dataclass(slots=True, eq=False)
class Candidate:
    """One block with its words and what they look like."""

    piece: Piece
    text: str
    linked: float
    sort: Sort = Sort.SCRAP
    worth: float = 0.0

    @property
    def place(self) -> Place:
        return self.piece.place


def main_text(
    found: Sequence[tuple[Piece, str]], body: str = ""
) -> tuple[list[Candidate], set[int]]:
    """Weigh all blocks of a page; give them weighed, and the numbers of those in the article.

    Args:
        body: the article as the page's head repeats it, whole or in part; empty where it does not.
    """
    candidates = [
        Candidate(piece, text, min(1.0, piece.linked / max(1, piece.length)))
        for piece, text in found
    ]
    around = Surroundings(candidates)
    for candidate in candidates:
        vouched = len(candidate.text) >= _VOUCHED and candidate.text in body
        candidate.sort = Sort.SENTENCES if vouched else _sort(candidate, around)
        candidate.worth = _worth(candidate, around)
    _discount_teasers(candidates)
    start, end = _best_run([candidate.worth for candidate in candidates])
    run = [n for n in range(start, end) if candidates[n].sort in _ARTICLE]
    kept = _in_main_container(candidates, run)
    while kept and candidates[kept[-1]].sort is Sort.HEADING:
        kept.pop()
    return candidates, set(kept)


class Surroundings:
    """How much text and how many pictures each container holds, and what its makers called it."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.text: Counter[Place] = Counter()
        self.sentences: Counter[Place] = Counter()
        self.pictures: Counter[Place] = Counter()
        self._blocks: Counter[Place] = Counter()
        # Of containers built alike: how many, their blocks, their text in sentences.
        self._alike: dict[tuple[str, str], list[int]] = {}
        self._furnishing: dict[Place, int] = {}
        self._body: dict[Place, bool] = {}
        self._total = 0
        places: set[Place] = set()
        for candidate in candidates:
            length = len(candidate.text)
            long = length if length >= _LONG and candidate.linked < _FEW_LINKS else 0
            self._total += long
            self._blocks[candidate.place] += 1
            self.text[candidate.place] += length
            self.sentences[candidate.place] += long
            for place in candidate.place.outward():
                if place in places:
                    break
                places.add(place)
                self.pictures[place] = place.pictures
        for place in sorted(places, key=lambda place: -place.depth):
            alike = self._alike.setdefault((place.tag, place.hints), [0, 0, 0])
            alike[0] += 1
            alike[1] += self._blocks[place]
            alike[2] += self.sentences[place]
            if place.parent is not None:
                self.text[place.parent] += self.text[place]
                self.sentences[place.parent] += self.sentences[place]
                self.pictures[place.parent] += self.pictures[place]
                self._blocks[place.parent] += self._blocks[place]

    def furnishing(self, place: Place | None) -> int:
        """Count the containers around a block that furnish the page; a discussion counts twice."""
        if place is None:
            return 0
        if place not in self._furnishing:
            self._furnishing[place] = self._own(place) + self.furnishing(place.parent)
        return self._furnishing[place]

    def in_body(self, place: Place | None) -> bool:
        """Say whether a container around a block calls itself the body of the article."""
        if place is None:
            return False
        if place not in self._body:
            self._body[place] = bool(furniture.BODY.search(place.hints)) or self.in_body(
                place.parent
            )
        return self._body[place]

    def of_picture(self, place: Place) -> bool:
        """Say whether a block belongs to a picture: a figure, or a small box with one in it."""
        for steps, outer in enumerate(place.outward()):
            size = self.text[outer]
            if outer.tag in ("figure", "figcaption"):
                return outer.tag == "figcaption" or size < 1200
            if steps < 4 and "caption" in outer.hints and size < 800:
                return True
            if (
                steps < 4
                and size < 500
                and self.pictures[outer]
                and furniture.PICTURE.search(outer.hints)
            ):
                return True
        return False

    def _wraps_paragraphs(self, place: Place) -> bool:
        """Say whether most of the page's text stands in boxes like this, one paragraph in each."""
        boxes, blocks, sentences = self._alike[place.tag, place.hints]
        return blocks < 1.5 * boxes and self._share(sentences) > _MOST_OF_PAGE

    def _share(self, sentences: int) -> float:
        return sentences / max(1, self._total)

    def _own(self, place: Place) -> int:
        if place.tag in ("article", "main", "body"):
            return 0
        if furniture.DISCUSSION.search(place.hints):
            return 2 if self._share(self.sentences[place]) < _NEARLY_ALL else 0
        if self._share(self.sentences[place]) > _MOST_OF_PAGE or self._wraps_paragraphs(place):
            return 0
        return int(
            place.tag in furniture.AROUND_TAGS
            or place.role in furniture.AROUND_ROLES
            or bool(furniture.AROUND.search(place.hints))
        )


def is_furniture(text: str) -> bool:
    """Say whether a line by its wording belongs to the page and not to the article."""
    if len(text) >= 250:
        return False
    if furniture.INVITATION.match(text):
        return True
    label = len(text) < _LONG or not furniture.SENTENCE_END.search(text)
    return label and bool(furniture.FURNITURE.match(text))


def is_credit(text: str) -> bool:
    """Say whether a line by its wording names who made a picture."""
    return len(text) < 150 and bool(furniture.CREDIT.match(text))


def _sort(candidate: Candidate, around: Surroundings) -> Sort:
    place, text, linked = candidate.place, candidate.text, candidate.linked
    running = place.tag in _RUNNING or around.sentences[place] >= max(300, 1.5 * len(text))
    sentence = bool(furniture.SENTENCE_END.search(text))
    if around.of_picture(place) or is_credit(text):
        return Sort.PICTURE
    if around.furnishing(place):
        return Sort.AROUND
    full_of_links = running and sentence and len(text) >= 60 and linked < _ALL_LINKS
    if linked > _MANY_LINKS and not full_of_links:
        return Sort.LINKS
    rows = candidate.piece.shape in ("list", "table")
    if rows and _leads_elsewhere(candidate):
        return Sort.LINKS
    if is_furniture(text):
        return Sort.WORDING
    if place.tag in _HEADINGS:
        return Sort.HEADING
    if len(text) >= _LONG and (sentence or len(text) >= 2 * _LONG):
        return Sort.SENTENCES
    if running:
        return Sort.SHORT
    return Sort.ROWS if rows else Sort.SCRAP


def _leads_elsewhere(candidate: Candidate) -> bool:
    """Say whether the rows of a list or table are links or cut-off teasers, not whole sentences."""
    rows = candidate.text.split("\n")
    cut = sum(row.endswith(("...", "…")) for row in rows)
    whole = sum(bool(furniture.SENTENCE_END.search(row)) for row in rows) - cut
    if whole >= 0.5 * len(rows):
        return False
    return candidate.linked > 0.4 or candidate.piece.links >= len(rows) > 2


def _worth(candidate: Candidate, around: Surroundings) -> float:
    length, linked = len(candidate.text), candidate.linked
    weight = 1.5 if around.in_body(candidate.place) else 1.0
    match candidate.sort:
        case Sort.SENTENCES:
            return weight * min(length, _WORTH_MOST) * (1 - linked)
        case Sort.SHORT:
            return weight * length * 0.2
        case Sort.ROWS:
            return length * 0.1 if linked < _FEW_LINKS else -10.0
        case Sort.AROUND:
            twice = 2 if around.furnishing(candidate.place) > 1 else 1
            return -twice * min(30 + length * 0.3, 150.0)
        case Sort.LINKS:
            return -15 - min(length * 0.3, 60.0)
        case Sort.WORDING:
            return -5.0
        case Sort.SCRAP:
            return -10.0
        case _:
            return 0.0


def _discount_teasers(candidates: Sequence[Candidate]) -> None:
    """A paragraph between links is a teaser where most paragraphs of its build stand so."""
    line = [c for c in candidates if c.sort is not Sort.PICTURE]
    built: Counter[tuple[str, ...]] = Counter()
    lonely: Counter[tuple[str, ...]] = Counter()
    alone: list[tuple[Candidate, tuple[str, ...]]] = []
    for n, candidate in enumerate(line):
        if candidate.sort is not Sort.SENTENCES:
            continue
        build = _build(candidate.place)
        built[build] += 1
        neighbours = line[max(0, n - 1) : n] + line[n + 1 : n + 2]
        if len(candidate.text) < 600 and all(_parts(neighbour) for neighbour in neighbours):
            lonely[build] += 1
            alone.append((candidate, build))
    for candidate, build in alone:
        if lonely[build] > 0.6 * built[build]:
            candidate.worth *= 0.15


def _build(place: Place) -> tuple[str, ...]:
    """Name how a block is nested, so that blocks made by one template are alike."""
    build: list[str] = []
    for steps, outer in enumerate(place.outward()):
        if steps == 4:
            break
        build += (outer.tag, outer.hints)
    return tuple(build)


def _parts(candidate: Candidate) -> bool:
    linked_heading = candidate.sort is Sort.HEADING and candidate.linked > _MANY_LINKS
    return candidate.sort in _APART or linked_heading


def _best_run(worths: Sequence[float]) -> tuple[int, int]:
    """Find the run of greatest sum: the first of them, as `[start, end)`; empty if none is good."""
    best, best_run = 0.0, (0, 0)
    total, start = 0.0, 0
    for n, worth in enumerate(worths):
        if total <= 0:
            total, start = 0.0, n
        total += worth
        if total > best:
            best, best_run = total, (start, n + 1)
    return best_run


def _in_main_container(candidates: Sequence[Candidate], run: list[int]) -> list[int]:
    """Keep what stands in the innermost container that holds most of the run's text."""
    held: Counter[Place] = Counter()
    for n in run:
        for place in candidates[n].place.outward():
            held[place] += len(candidates[n].text)
    most = _MOST_OF_RUN * sum(len(candidates[n].text) for n in run)
    for n in run:
        for place in candidates[n].place.outward():
            if held[place] >= most:
                return [m for m in run if place in candidates[m].place.outward()]
    return run
