"""The network's places: always the same, no name on another, every line from rim to rim."""

from __future__ import annotations

import re
from itertools import combinations
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.show.graph import RADIUS, Curve, Place, laid_out, line
from onrecord.show.labels import name_box, node_box, placed, sides

NAMES = ("Ida Morrow", "“a clerk”", "Harbour Board", "Sam Pell", "somebody not named", "Lena")


@st.composite
def networks(draw: st.DrawFn) -> tuple[list[str], list[tuple[int, int]]]:
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=24))
    ends = st.integers(0, len(names) - 1)
    return names, draw(st.lists(st.tuples(ends, ends), max_size=40))


@given(networks())
@settings(max_examples=40, deadline=None)
def test_the_same_network_lies_the_same(network: tuple[list[str], list[tuple[int, int]]]) -> None:
    """And all of it lies within the picture."""
    names, edges = network
    laid = laid_out(names, edges)
    assert laid == laid_out(names, edges)
    assert len(laid.places) == len(names)
    for place in laid.places:
        assert 0 <= place.x <= laid.width
        assert 0 <= place.y <= laid.height


def test_three_hundred_nodes_lie_apart() -> None:
    """Hubs and long chains: hardly a name lies on another."""
    names = [f"{NAMES[n % len(NAMES)]} {n}" for n in range(300)]
    edges = [(n % 17, n) for n in range(17, 200)] + [(n, n + 1) for n in range(199, 299)]
    laid = laid_out(names, edges)
    wide = [len(name) * 6.0 for name in names]
    on_each_other = sum(
        abs(laid.places[a].y - laid.places[b].y) < 20
        and abs(laid.places[a].x - laid.places[b].x) < (wide[a] + wide[b]) / 2
        for a, b in combinations(range(300), 2)
    )
    assert on_each_other <= 3


def test_a_giver_stands_left_of_their_only_taker() -> None:
    """Two alone read as a sentence does."""
    laid = laid_out(("taker", "giver"), [(1, 0)])
    assert laid.places[1].x < laid.places[0].x


@given(*[st.floats(0, 900)] * 4, st.booleans())
def test_a_line_goes_from_rim_to_rim(
    x1: float, y1: float, x2: float, y2: float, bent: bool
) -> None:
    """It never begins inside a node, unless two lie on each other."""
    one, other = Place(x1, y1), Place(x2, y2)
    if hypot(x2 - x1, y2 - y1) < 60:
        return
    path, _ = line(one, other, bent)
    ax, ay, *_, bx, by = (float(number) for number in re.findall(r"-?[\d.]+", path))
    assert hypot(ax - x1, ay - y1) > RADIUS
    assert hypot(bx - x2, by - y2) > RADIUS


WORDS = ("asserted", "withdrawn, alleged", "held to be one", "disputed")


@given(networks(), st.lists(st.booleans(), min_size=24, max_size=24))
@settings(max_examples=40, deadline=None)
def test_no_word_beside_a_line_stands_on_a_name_a_node_or_another(
    network: tuple[list[str], list[tuple[int, int]]], wanted: list[bool]
) -> None:
    """However busy a node is; where there is no room the word is left out."""
    names, edges = network
    laid = laid_out(names, edges)
    curves = [line(laid.places[a], laid.places[b], bent=False)[1] for a, b in edges]
    above = sides(laid.places, names, curves, wanted[: len(names)])
    taken = [node_box(place) for place in laid.places]
    taken += [name_box(*one) for one in zip(laid.places, names, above, strict=True)]
    words = [WORDS[n % len(WORDS)] for n in range(len(edges))]
    there = [
        (place.x - 3 * len(word), place.y - 6.5, place.x + 3 * len(word), place.y + 6.5)
        for place, word in zip(placed(words, curves, taken), words, strict=True)
        if place is not None
    ]
    for one, other in (*combinations(there, 2), *((a, b) for a in there for b in taken)):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart


def test_a_word_stands_in_the_middle_of_its_line_where_there_is_room() -> None:
    """And a name on the side that no line crosses."""
    curve = Curve(Place(0, 0), Place(100, 0), Place(200, 0))
    assert placed(["asserted"], [curve], []) == [Place(100, 0)]
    assert placed(["asserted"], [curve], [(60, -20, 140, 20)]) != [Place(100, 0)]
    assert placed(["asserted"], [curve], [(-500, -500, 500, 500)]) == [None]
    down = Curve(Place(0, 0), Place(0, 100), Place(0, 200))
    assert sides([Place(0, 0)], ["Ida Morrow"], [down], [False]) == [True]
    assert sides([Place(0, 0)], ["Ida Morrow"], [], [False]) == [False]
