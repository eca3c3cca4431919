"""All simple paths between two in a graph, the shortest first, within bounds that are told.

Edges of one pair may be several; each gives a path of its own. No node is passed twice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)
Edge = tuple[Node, int]
"""Where an edge leads, and its number."""

MOST_HOPS, MOST_PATHS, MOST_STEPS = 8, 100, 200_000
"""What is looked for unless told otherwise. 200,000 steps take under a second."""


@dataclass(slots=True)
class Found:
    """Paths as the numbers of their edges, and what was not looked for."""

    paths: list[tuple[int, ...]] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)


def simple_paths(
    edges: Mapping[Node, Sequence[Edge[Node]]],
    start: Node,
    end: Node,
    *,
    most_hops: int = MOST_HOPS,
    most_paths: int = MOST_PATHS,
    most_steps: int = MOST_STEPS,
) -> Found:
    """Find them in a fixed order: by length, then by the order of the edges at each node.

    Args:
        most_hops: no path is longer.
        most_paths: after so many the search ends.
        most_steps: after so many edges looked at it ends too, so that no graph takes for ever.
    """
    found = Found()
    if start == end:
        return found
    left = _distances(edges, end)
    if start not in left:
        return found
    search = _Search(edges, end, left, most_steps)
    longest = min(most_hops, len(left) - 1)
    for length in range(left[start], longest + 1):
        for path in search.of_length(start, length):
            if len(found.paths) == most_paths:
                found.cut.append(f"only the first {most_paths} paths are listed")
                return found
            found.paths.append(path)
        if search.steps >= most_steps:
            found.cut.append(
                f"the search was ended after {most_steps:,} steps; there may be more paths"
            )
            return found
    if len(left) - 1 > most_hops and (search.went_on or left[start] > most_hops):
        found.cut.append(f"paths of more than {most_hops} hops were not looked for")
    return found


def _distances(edges: Mapping[Node, Sequence[Edge[Node]]], end: Node) -> dict[Node, int]:
    """Give from each node that leads there how many hops it is at least."""
    into: dict[Node, list[Node]] = {}
    for node, out in edges.items():
        for to, _ in out:
            into.setdefault(to, []).append(node)
    found = {end: 0}
    waiting = deque([end])
    while waiting:
        node = waiting.popleft()
        for before in into.get(node, ()):
            if before not in found:
                found[before] = found[node] + 1
                waiting.append(before)
    return found


class _Search(Generic[Node]):
    def __init__(
        self,
        edges: Mapping[Node, Sequence[Edge[Node]]],
        end: Node,
        left: Mapping[Node, int],
        most_steps: int,
    ) -> None:
        self._edges, self._end, self._left, self._most = edges, end, left, most_steps
        self.steps = 0
        self.went_on = False
        """Whether at the last length a way was left that could go on."""

    def of_length(self, start: Node, length: int) -> Iterator[tuple[int, ...]]:
        """Give the paths of just so many hops. The stack is our own: a path may be long."""
        self.went_on = False
        seen = {start}
        path: list[int] = []
        nodes = [start]
        stack = [iter(self._edges.get(start, ()))]
        while stack:
            step = next(stack[-1], None)
            if step is None:
                stack.pop()
                seen.discard(nodes.pop())
                if path:
                    path.pop()
                continue
            self.steps += 1
            if self.steps >= self._most:
                return
            to, number = step
            far = len(path) + 1
            if to in seen or to not in self._left:
                continue
            if to == self._end:
                if far == length:
                    yield (*path, number)
            elif far + self._left[to] <= length:
                path.append(number)
                nodes.append(to)
                seen.add(to)
                stack.append(iter(self._edges.get(to, ())))
            else:
                self.went_on = True
