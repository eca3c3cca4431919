"""What does the place of a block say of it? How much its containers hold, and what they are called.

A name alone decides nothing: a box that holds much of the page's text is no furniture, whatever its
maker called it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.intake import furniture
from onrecord.intake.html_blocks import Place

_SOME = 50  # sentences of news are seldom shorter; the benchmark is indifferent between 30 and 80
_FEW_LINKS = 0.3
_MOST_OF_PAGE = 0.4
_NEARLY_ALL = 0.95
# How far out a picture's box reaches, and how much text it holds at most, in characters.
_STEPS = 4
_FIGURE, _CAPTION, _PICTURE_BOX = 1200, 800, 500


class Surroundings:
    """How much text and how many pictures each container holds, and what its makers called it.

    Args:
        blocks: of each block of the page its container, its length, and its share of link text.
        heed_names: whether a container's class or id may make it furniture.
    """

    def __init__(
        self, blocks: Sequence[tuple[Place, int, float]], *, heed_names: bool = True
    ) -> None:
        self._heed_names = heed_names
        self._text: Counter[Place] = Counter()
        self.sentences: Counter[Place] = Counter()
        self._pictures: Counter[Place] = Counter()
        self._headed: Counter[Place] = Counter()
        self._furnishing: dict[Place, int] = {}
        self._body: dict[Place, bool] = {}
        self._total = 0
        places: set[Place] = set()
        for inner, length, linked in blocks:
            long = length if length >= _SOME and linked < _FEW_LINKS else 0
            self._total += long
            self._headed[inner] += inner.tag == "h1"
            self._text[inner] += length
            self.sentences[inner] += long
            for place in inner.outward():
                if place in places:
                    break
                places.add(place)
                self._pictures[place] = place.pictures
        self._has_headline = any(self._headed.values())
        for place in sorted(places, key=lambda place: -place.depth):
            if place.parent is not None:
                self._text[place.parent] += self._text[place]
                self.sentences[place.parent] += self.sentences[place]
                self._pictures[place.parent] += self._pictures[place]
                self._headed[place.parent] += self._headed[place]

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
            size = self._text[outer]
            if outer.tag in ("figure", "figcaption"):
                return outer.tag == "figcaption" or size < _FIGURE
            if steps < _STEPS and "caption" in outer.hints and size < _CAPTION:
                return True
            if (
                steps < _STEPS
                and size < _PICTURE_BOX
                and self._pictures[outer]
                and furniture.PICTURE.search(outer.hints)
            ):
                return True
        return False

    def _is_the_page(self, place: Place) -> bool:
        """Say whether a container holds the page's headline or, for want of one, all its text."""
        if self._has_headline:
            return bool(self._headed[place])
        return self._share(self.sentences[place]) > _NEARLY_ALL

    def _share(self, sentences: int) -> float:
        return sentences / max(1, self._total)

    def _own(self, place: Place) -> int:
        if place.tag in ("article", "main", "body"):
            return 0
        if furniture.DISCUSSION.search(place.hints):
            return 0 if self._is_the_page(place) else 2
        if self._share(self.sentences[place]) > _MOST_OF_PAGE:
            return 0
        return int(
            place.tag in furniture.AROUND_TAGS
            or place.role in furniture.AROUND_ROLES
            or (self._heed_names and bool(furniture.AROUND.search(place.hints)))
        )
