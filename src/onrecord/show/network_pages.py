"""The network's pages: the whole of it with its table, and for each actor the part around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from onrecord.core.events import ProceedingRow
from onrecord.core.flows import key_of
from onrecord.show.gathered import Gathered
from onrecord.show.graph import Curve, Edge, Laid, Place, laid_out, line
from onrecord.show.labels import name_box, node_box, placed, sides
from onrecord.show.network import Line, Network, Node, around, network_of, only
from onrecord.show.places import Places, file_name
from onrecord.show.press import Page, lists, page_of

MOST_NODES = 300
"""Nodes in one picture, those with the most lines first."""
_WORDS = 60
"""Lines up to which each has its word beside it; where there are more, the word is in its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """All that the template needs: nodes and lines placed; `left` nodes have no room in it.

    Each line has its path, the place of its word (None: there is no room), and whether it is bent.
    """

    nodes: tuple[Node, ...]
    lines: tuple[tuple[Line, str, Place | None, bool], ...]
    width: float
    height: float
    left: int


def network(rows: Gathered, places: Places) -> Iterator[Page]:
    """Give the network with its table, and for each actor in it the part around them."""
    whole = network_of(rows, places)
    filled = partial(_filled, rows, whole, None)
    yield from lists("network", "network.html", whole.lines, filled)
    for number, node in enumerate(whole.nodes):
        if node.actor is not None:
            yield Page(
                name=node.focus,
                template="network-around.html",
                fill=partial(_around, rows, partial(around, whole, number), node),
            )


def _filled(rows: Gathered, whole: Network, middle: Node | None) -> dict[str, Any]:
    return {
        "picture": pictured(whole, MOST_NODES, "../" if middle else ""),
        "proceedings_of": partial(_proceedings_of, rows),
        "where": {
            row.id: f"{page_of('proceedings', index)}#{file_name(row.id)}"
            for index, row in enumerate(rows.proceedings)
        },
        "nodes": whole.nodes,
        "middle": middle,
    }


def _around(rows: Gathered, find: Callable[[], Network], node: Node) -> dict[str, Any]:
    near = find()
    return {**_filled(rows, near, node), "entries": near.lines}


def _proceedings_of(rows: Gathered, one: Line) -> list[ProceedingRow]:
    """Give the proceedings about either end: no charge is shown without how it ended."""
    arrow = one.arrow
    return rows.proceedings_about((key_of(arrow.giver), key_of(arrow.taker))) if arrow else []


def pictured(whole: Network, most: int, root: str) -> Picture | None:
    """Place a network for drawing; None where nothing is in it."""
    if not whole.lines:
        return None
    degree: dict[int, int] = defaultdict(int)
    for one in whole.lines:
        degree[one.giver] += 1
        degree[one.taker] += 1
    best = sorted(range(len(whole.nodes)), key=lambda node: (-degree[node], node))[:most]
    shown = only(whole, best)
    edges: list[Edge] = [(one.giver, one.taker) for one in shown.lines]
    laid = laid_out([node.shown for node in shown.nodes], edges)
    drawn = list(_drawn(shown.lines, laid))
    curves = [curve for _, _, curve, _ in drawn]
    nodes = tuple(_put(shown, laid, curves, root))
    taken = [node_box(place) for place in laid.places]
    taken += [
        name_box(place, node.shown, node.above)
        for node, place in zip(nodes, laid.places, strict=True)
    ]
    words: list[Place | None] = [None] * len(drawn)
    if len(drawn) <= _WORDS:
        words = placed([one.word for one, *_ in drawn], curves, taken)
    return Picture(
        nodes=nodes,
        lines=tuple(
            (one, path, word, bent) for (one, path, _, bent), word in zip(drawn, words, strict=True)
        ),
        width=laid.width,
        height=laid.height,
        left=len(whole.nodes) - len(shown.nodes),
    )


def _put(shown: Network, laid: Laid, curves: Sequence[Curve], root: str) -> Iterator[Node]:
    beside: dict[int, float] = defaultdict(float)
    for one in shown.lines:
        down = laid.places[one.taker].y - laid.places[one.giver].y
        beside[one.giver] += down
        beside[one.taker] -= down
    # A name stands on the side from which fewer lines come, unless they cross it there as well.
    wanted = [beside[number] > 1 for number in range(len(shown.nodes))]
    above = sides(laid.places, [node.shown for node in shown.nodes], curves, wanted)
    for number, (node, place) in enumerate(zip(shown.nodes, laid.places, strict=True)):
        page, focus = (root + name if name else "" for name in (node.page, node.focus))
        yield replace(node, place=place, page=page, focus=focus, above=above[number])


def _drawn(lines: Sequence[Line], laid: Laid) -> Iterator[tuple[Line, str, Curve, bool]]:
    """Give each line's path and curve.

    The same two are joined by one claim that they are one, at most.
    """
    pairs: dict[frozenset[int], int] = defaultdict(int)
    for one in lines:
        pairs[frozenset((one.giver, one.taker))] += one.arrow is not None
    same: set[frozenset[int]] = set()
    for one in lines:
        pair = frozenset((one.giver, one.taker))
        if one.identity is not None:
            if pair in same:
                continue
            same.add(pair)
        bent = one.arrow is not None and pairs[pair] > 1
        path, curve = line(laid.places[one.giver], laid.places[one.taker], bent)
        yield one, path, curve, bent
