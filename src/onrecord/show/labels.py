"""Places for the words beside lines: on no name, no node, and no other word.

Each word is tried along its own line, from the middle outwards, then a little to either side of it.
One for which there is no room is left out of the picture: how the line is drawn says the same, and
so do its title and the table. The same picture always gets the same places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.show.graph import RADIUS, Curve, Place

_LETTER, _TALL = 6.0, 13.0
"""A letter's width and the height of a word beside a line, in pixels: a little more than drawn."""
_NAME_LETTER, _NAME_TALL = 6.9, 15.0
_ABOVE, _BELOW = -16.0, 16.0
"""How far a name's middle stands from its node's."""
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
_STEPS = 40
"""Points of a line that are looked at for whether it crosses a name."""
_ON_NAME = 20
"""A node or a name on a name is as bad as so many points of lines."""
_ASIDE = (0.0, -11.0, 11.0)

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def name_box(place: Place, shown: str, above: bool) -> Box:
    """Give the room that a name takes up beside its node."""
    return _box(place.x, place.y + (_ABOVE if above else _BELOW), shown, _NAME_LETTER, _NAME_TALL)


def node_box(place: Place) -> Box:
    """Give the room that a node takes up."""
    reach = RADIUS + 2
    return place.x - reach, place.y - reach, place.x + reach, place.y + reach


def sides(
    places: Sequence[Place], names: Sequence[str], curves: Sequence[Curve], wanted: Sequence[bool]
) -> list[bool]:
    """Say of each node whether its name stands above it: where it is crossed by less.

    Args:
        wanted: where it stands if both sides are as good.
    """
    grid, points = _Grid(), _Grid()
    for place in places:
        grid.put(node_box(place))
    for curve in curves:
        for step in range(1, _STEPS):
            at = curve.at(step / _STEPS)
            points.put((at.x, at.y, at.x + 0.1, at.y + 0.1))
    found: list[bool] = []
    for place, name, above in zip(places, names, wanted, strict=True):
        boxes = {side: name_box(place, name, side) for side in (above, not above)}
        crossed = {
            side: _ON_NAME * grid.count(box) + points.count(box) for side, box in boxes.items()
        }
        side = min(crossed, key=crossed.__getitem__)  # of equals the wanted one
        grid.put(boxes[side])
        found.append(side)
    return found


def placed(
    words: Sequence[str], curves: Sequence[Curve], taken: Iterable[Box]
) -> list[Place | None]:
    """Place the word of each line; None: there is no room for it.

    Args:
        taken: what no word may stand on.
    """
    grid = _Grid()
    for box in taken:
        grid.put(box)
    found: list[Place | None] = []
    for word, curve in zip(words, curves, strict=True):
        place = next(
            (one for one in _candidates(curve) if grid.is_free(_word_box(one, word))), None
        )
        if place is not None:
            grid.put(_word_box(place, word))
        found.append(place)
    return found


def _candidates(curve: Curve) -> Iterator[Place]:
    for aside in _ASIDE:
        for along in _ALONG:
            place = curve.at(along)
            yield Place(place.x, place.y + aside)


def _word_box(place: Place, word: str) -> Box:
    return _box(place.x, place.y, word, _LETTER, _TALL)


def _box(x: float, y: float, words: str, letter: float, tall: float) -> Box:
    wide = len(words) * letter
    return x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2


class _Grid:
    """Finds what lies near a box without looking at all that is there."""

    _CELL = 64.0

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def put(self, box: Box) -> None:
        for cell in self._over(box):
            self._cells.setdefault(cell, []).append(box)

    def is_free(self, box: Box) -> bool:
        return self.count(box) == 0

    def count(self, box: Box) -> int:
        """Say how many lie on a box."""
        left, top, right, bottom = box
        on_it = {
            other
            for cell in self._over(box)
            for other in self._cells.get(cell, ())
            if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
        }
        return len(on_it)

    def _over(self, box: Box) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (int(edge // self._CELL) for edge in box)
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                yield column, row
