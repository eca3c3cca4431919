"""Which blocks of a page are the article? Decided from the page's own build, block by block.

Each block is given a worth, long sentences outside of furniture for, links and furniture against;
the run of blocks worth most is the article, less what stands in it as furniture. Everything else is
boilerplate: kept, marked, never cut out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from onrecord.intake import furniture
from onrecord.intake.html_blocks import Piece, Place
from onrecord.intake.html_surroundings import Surroundings

# Set on the extraction benchmark: F1 0.982 on its 127 pages; 0.963 on the 65 of them that had not
# been looked at when most figures were set (2026-11-23; trafilatura's best on the 127: 0.960).
_LONG = 80  # characters: shorter lines are as often labels as sentences
_VOUCHED = 60
_LITTLE = 600  # the shortest article of the benchmark has 369 characters (2026-11-23)
_WORTH_MOST = 400  # so that one long comment does not outweigh an article of short paragraphs
_FEW_LINKS = 0.3
_BEYOND = 3  # a correction stands behind an advertisement or two
_MANY_LINKS = 0.5
_ALL_LINKS = 0.8
_MOST_OF_RUN = 0.75
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
    blocks = [(c.place, len(c.text), c.linked) for c in candidates]
    kept = _article(candidates, Surroundings(blocks), body)
    length = _length(candidates, kept)
    if length < _LITTLE:
        # A page whose article stands in a box called "card" or "modal": try without such names.
        others = [Candidate(c.piece, c.text, c.linked) for c in candidates]
        other = _article(others, Surroundings(blocks, heed_names=False), body)
        if _length(others, other) > 3 * length:
            return others, set(other)
    return candidates, set(kept)


def _article(candidates: Sequence[Candidate], around: Surroundings, body: str) -> list[int]:
    for candidate in candidates:
        vouched = len(candidate.text) >= _VOUCHED and candidate.text in body
        candidate.sort = Sort.SENTENCES if vouched else _sort(candidate, around)
        candidate.worth = _worth(candidate, around)
    _discount_teasers(candidates)
    start, end = _best_run([candidate.worth for candidate in candidates])
    run = [n for n in range(start, end) if candidates[n].sort in _ARTICLE]
    kept = _with_neighbours(candidates, _in_main_container(candidates, run))
    while kept and candidates[kept[-1]].sort is Sort.HEADING:
        kept.pop()
    return kept


def _with_neighbours(candidates: Sequence[Candidate], kept: list[int]) -> list[int]:
    """Add whole sentences, however short, that stand in the article's own containers: within it,
    and directly before and after it.
    """
    if not kept:
        return kept
    homes = {candidates[n].place for n in kept}
    siblings = Counter(place.parent for place in homes if place.parent)
    homes |= {parent for parent, count in siblings.items() if count > 1}

    def belongs(n: int) -> bool:
        at_home = candidates[n].place in homes or candidates[n].place.parent in homes
        return at_home and _is_scrap_of_text(candidates[n])

    start, end = kept[0], kept[-1] + 1
    while start > 0 and belongs(start - 1):
        start -= 1
    reach = range(end, min(len(candidates), end + _BEYOND))
    while further := [n for n in reach if belongs(n)]:
        end = further[0] + 1
        reach = range(end, min(len(candidates), end + _BEYOND))
    inside = set(kept)
    return [n for n in range(start, end) if n in inside or belongs(n)]


def _is_scrap_of_text(candidate: Candidate) -> bool:
    textual = candidate.sort in (Sort.SCRAP, Sort.SHORT, Sort.SENTENCES)
    return textual and bool(furniture.FULL_STOP.search(candidate.text))


def _length(candidates: Sequence[Candidate], kept: Sequence[int]) -> int:
    return sum(len(candidates[n].text) for n in kept)


def is_furniture(text: str) -> bool:
    """Say whether a line by its wording belongs to the page and not to the article."""
    if len(text) >= 250:
        return False
    if furniture.INVITATION.match(text):
        return True
    label = text.count(" ") < 3 or not furniture.FULL_STOP.search(text)
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
