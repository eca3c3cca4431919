"""Places for the nodes of a network, and lines between them: no node on another, no line through
the name of its own ends. The same network always gets the same places.

The places of what hangs together are worked out by forces (Fruchterman and Reingold, "Graph drawing
by force-directed placement", 1991; the implementation is rustworkx's); the parts are set in rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

WIDTH = 1040
"""Pixels that the parts are set in; a part that needs more makes the picture wider."""
RADIUS = 7.0
_ROOM = 118.0
"""Pixels of the square that a node and its name need, for each node of a part."""
_LETTER, _LINE = 6.6, 30.0
"""A letter's width, and the height of a node with its name."""
_EDGE = 48.0
_GAP = 4.0
_BEND = 26.0
_PASSES = 60
"""Times that nodes which lie on each other are pushed apart; more has not been of use."""

Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A line from its first point to its last, bent towards the one between (a Bézier curve)."""

    first: Place
    between: Place
    last: Place

    def at(self, along: float) -> Place:
        """Give the point at a part of the way, from 0 to 1."""
        a, b, c = (1 - along) ** 2, 2 * along * (1 - along), along**2
        return Place(
            a * self.first.x + b * self.between.x + c * self.last.x,
            a * self.first.y + b * self.between.y + c * self.last.y,
        )


@dataclass(frozen=True, slots=True)
class Laid:
    """Where each node lies, and how large the picture is."""

    places: tuple[Place, ...]
    width: float
    height: float


def laid_out(names: Sequence[str], edges: Sequence[Edge]) -> Laid:
    """Place nodes, which are told by their number; `names` are as long as they are shown."""
    parts = [_part(names, edges, part) for part in _parts(len(names), edges)]
    places: dict[int, Place] = {}
    x = y = tall = wide = 0.0
    for part, width, height in parts:
        if x and x + width > WIDTH:
            x, y, tall = 0.0, y + tall, 0.0
        for node, place in part.items():
            places[node] = Place(x + place.x, y + place.y)
        x, tall, wide = x + width, max(tall, height), max(wide, x + width)
    return Laid(tuple(places[node] for node in range(len(names))), max(wide, WIDTH / 2), y + tall)


def _parts(nodes: int, edges: Sequence[Edge]) -> list[list[int]]:
    """Give what hangs together, the largest part first."""
    import rustworkx  # heavy: 50 ms

    graph = rustworkx.PyGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from_no_data(list(edges))
    found = [sorted(part) for part in rustworkx.connected_components(graph)]
    return sorted(found, key=lambda part: (-len(part), part))


def _part(
    names: Sequence[str], edges: Sequence[Edge], part: list[int]
) -> tuple[dict[int, Place], float, float]:
    """Place one part in a box of its own, and give the box's width and height."""
    side = _ROOM * sqrt(len(part)) if len(part) > 1 else 0.0
    points = _by_forces(edges, part)
    boxes = [
        [points[node][0] * side * 0.8, points[node][1] * side * 0.5, _wide(names[node])]
        for node in part
    ]
    _apart(boxes)
    left = min(x - wide / 2 for x, _, wide in boxes) - _EDGE / 2
    right = max(x + wide / 2 for x, _, wide in boxes) + _EDGE / 2
    top, bottom = min(y for _, y, _ in boxes) - _EDGE, max(y for _, y, _ in boxes) + _EDGE
    placed = {node: Place(x - left, y - top) for node, (x, y, _) in zip(part, boxes, strict=True)}
    return placed, right - left, bottom - top


def _by_forces(edges: Sequence[Edge], part: list[int]) -> Mapping[int, tuple[float, float]]:
    """Give places between -1 and 1; two nodes lie beside each other, giver first."""
    import rustworkx

    if len(part) == 1:
        return {part[0]: (0.0, 0.0)}
    inside = {node: number for number, node in enumerate(part)}
    within = [(inside[a], inside[b]) for a, b in edges if a in inside and a != b]
    if len(part) == 2:
        first = part[within[0][0]]
        return {node: (-1.0 if node == first else 1.0, 0.0) for node in part}
    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(part)
    graph.add_edges_from_no_data(within)
    found = rustworkx.spring_layout(graph, seed=1, num_iter=400, k=1.6 / sqrt(len(part)))
    return {node: (found[number][0], found[number][1]) for node, number in inside.items()}


def _wide(name: str) -> float:
    return max(2 * RADIUS, len(name) * _LETTER) + 2 * _GAP


def _apart(boxes: list[list[float]]) -> None:
    """Push nodes apart, up and down or aside by what is less, until no name lies on another."""
    for _ in range(_PASSES):
        moved = False
        boxes_by_height = sorted(range(len(boxes)), key=lambda n: (boxes[n][1], n))
        for place, n in enumerate(boxes_by_height):
            for m in boxes_by_height[place + 1 :]:
                one, other = boxes[n], boxes[m]
                down = _LINE - (other[1] - one[1])
                if down <= 0:
                    break
                aside = (one[2] + other[2]) / 2 - abs(other[0] - one[0])
                if aside <= 0:
                    continue
                moved = True
                if down <= aside:
                    one[1], other[1] = one[1] - down / 2, other[1] + down / 2
                else:
                    way = 1 if other[0] >= one[0] else -1
                    one[0], other[0] = one[0] - way * aside / 2, other[0] + way * aside / 2
        if not moved:
            return


def line(one: Place, other: Place, bent: bool) -> tuple[str, Curve]:
    """Give the path from the rim of a node to that of another, and the curve that it is.

    Args:
        bent: another line lies between the same two.
    """
    if one == other:
        x, y, r = one.x, one.y, RADIUS
        loop = f"M{x - r:.1f} {y:.1f} c-34 -44 {34 + 2 * r + 34:.1f} -44 {2 * r:.1f} 0"
        top = Place(x, y - 34)
        return loop, Curve(top, top, top)
    dx, dy = other.x - one.x, other.y - one.y
    long = hypot(dx, dy) or 1.0
    ux, uy = dx / long, dy / long
    reach = min(RADIUS + _GAP, long / 3)
    bend = _BEND if bent else 0.0
    middle = Place((one.x + other.x) / 2 + uy * bend, (one.y + other.y) / 2 - ux * bend)
    x1, y1 = one.x + ux * reach, one.y + uy * reach
    x2, y2 = other.x - ux * (reach + _GAP), other.y - uy * (reach + _GAP)
    path = f"M{x1:.1f} {y1:.1f} Q{middle.x:.1f} {middle.y:.1f} {x2:.1f} {y2:.1f}"
    return path, Curve(Place(x1, y1), middle, Place(x2, y2))
