"""All simple paths between two: what brute force finds, the shortest first, and what is cut."""

from __future__ import annotations

from itertools import pairwise, permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ask import simple_paths

Graph = dict[int, list[tuple[int, int]]]
"""Edges by node: where each leads, and its number."""

MANY = 10_000
FEW = 300


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Make graphs of up to seven nodes; two can be joined by several edges, or one by itself."""
    size = draw(st.integers(2, 7))
    node = st.integers(0, size - 1)
    pairs = draw(st.lists(st.tuples(node, node), max_size=18))
    made: Graph = {number: [] for number in range(size)}
    for number, (one, other) in enumerate(pairs):
        made[one].append((other, number))
    return made


def brute(graph: Graph, start: int, end: int) -> list[tuple[int, ...]]:
    """Try every order of every choice of nodes between, and every edge between neighbours."""
    between = [node for node in graph if node not in (start, end)]
    found = []
    for count in range(len(between) + 1):
        for middle in permutations(between, count):
            steps = [
                [number for to, number in graph[one] if to == other]
                for one, other in pairwise((start, *middle, end))
            ]
            found += list(product(*steps))
    return found


def agrees(graph: Graph) -> None:
    found = simple_paths(graph, 0, 1, most_hops=99, most_paths=10**6, most_steps=10**9)
    assert found.cut == []
    assert sorted(found.paths) == sorted(brute(graph, 0, 1))
    assert [len(path) for path in found.paths] == sorted(len(path) for path in found.paths)
    for most in (1, 3):
        cut = simple_paths(graph, 0, 1, most_hops=most, most_paths=10**6, most_steps=10**9)
        assert cut.paths == [path for path in found.paths if len(path) <= most]
        if len(cut.paths) < len(found.paths):
            assert cut.cut
        first = simple_paths(graph, 0, 1, most_hops=99, most_paths=most, most_steps=10**9)
        assert first.paths == found.paths[:most]
        assert bool(first.cut) == (len(found.paths) > most)


@given(graphs())
@settings(max_examples=FEW, deadline=None)
def test_paths_are_those_of_brute_force(graph: Graph) -> None:
    """On 300 random graphs; each path once, the shortest first; bounds cut the end and say so."""
    agrees(graph)


@pytest.mark.slow
@given(graphs())
@settings(max_examples=MANY, deadline=None)
def test_paths_are_those_of_brute_force_on_ten_thousand_graphs(graph: Graph) -> None:
    """The same on 10,000: pytest -m slow tests/unit/ask/test_paths.py."""
    agrees(graph)


def test_no_graph_takes_for_ever() -> None:
    """Thirty actors who all gave to each other: the search ends, and says that there is more."""
    full: Graph = {a: [(b, 30 * a + b) for b in range(30) if b != a] for a in range(30)}
    found = simple_paths(full, 0, 1, most_paths=10**9, most_steps=20_000)
    assert len(found.paths) > 600
    assert found.cut == ["the search was ended after 20,000 steps; there may be more paths"]
    found = simple_paths(full, 0, 1)
    assert (len(found.paths), found.cut) == (100, ["only the first 100 paths are listed"])


def test_a_chain_of_thousands_is_walked_without_recursion() -> None:
    """One path of 5,000 hops, found where it may be so long and named as cut where it may not."""
    chain: Graph = {number: [(number + 1, number)] for number in range(5_000)}
    found = simple_paths(chain, 0, 5_000, most_hops=5_000)
    assert [len(path) for path in found.paths] == [5_000]
    found = simple_paths(chain, 0, 5_000)
    assert found.paths == []
    assert found.cut == ["paths of more than 8 hops were not looked for"]
