"""Who carries whom, of the documents that speak to one claim: a tree for each independent origin.

Ten outlets that carry one agency's copy are one origin. The tree shows which of them stands on
which, so that a reader can go from the last copy up to whoever said it first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.core.claims import ClaimRow, PositionRow
from onrecord.core.identity import SourceId
from onrecord.core.origins import BranchRow

DEEPEST = 12
"""Steps that are set in below each other; what lies deeper stands beside its parent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One document: what it does with the one above it, who speaks in it, and what stands on it."""

    source: SourceId
    label: str
    manner: str = ""
    positions: tuple[PositionRow, ...] = ()
    below: list[Leaf] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginTree:
    """One independent origin: how it was counted, and its documents."""

    counted: str
    documents: int
    roots: tuple[Leaf, ...]


def origin_trees(row: ClaimRow, branches: Iterable[BranchRow]) -> list[OriginTree]:
    """Give the trees of a claim's origins, in the order in which they are counted."""
    spoken: dict[SourceId, list[PositionRow]] = defaultdict(list)
    for one in row.positions:
        spoken[one.statement.source].append(one)
    listed = list(branches)
    counted = [*row.counted, *[""] * len(row.origins)]
    return [
        OriginTree(
            counted=because,
            documents=len(origin),
            roots=tuple(_roots(origin, listed, spoken)),
        )
        for origin, because in zip(row.origins, counted, strict=False)
    ]


def _roots(
    origin: Sequence[SourceId],
    branches: Sequence[BranchRow],
    spoken: dict[SourceId, list[PositionRow]],
) -> list[Leaf]:
    """Keep of the tree of all documents those of one origin; what no words tie stands at the top.

    A document whose parent speaks to something else hangs on the next one above that speaks to it.
    """
    wanted, found = set(origin), dict[SourceId, Leaf]()
    roots: list[Leaf] = []
    above: list[tuple[int, Leaf]] = []
    for branch in branches:
        while above and above[-1][0] >= branch.depth:
            above.pop()
        if branch.source is None or branch.source not in wanted or branch.source in found:
            continue
        direct = bool(above) and branch.link is not None and branch.link.of == above[-1][1].source
        leaf = Leaf(
            source=branch.source,
            label=branch.source_label,
            manner=branch.link.manner if branch.link is not None and direct else "",
            positions=tuple(spoken.get(branch.source, ())),
        )
        found[branch.source] = leaf
        siblings = above[-1][1].below if above else roots
        siblings.append(leaf)
        if len(above) < DEEPEST:
            above.append((branch.depth, leaf))
    lone = [source for source in origin if source not in found]
    return [*roots, *(_lone(source, spoken.get(source, ())) for source in lone)]


def _lone(source: SourceId, positions: Sequence[PositionRow]) -> Leaf:
    label = positions[0].where if positions else source
    return Leaf(source=source, label=label, positions=tuple(positions))
