"""Who carries whom on one claim: each document once, below what it carries, whatever the tree."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from positions import position

from onrecord.core.claims import ClaimRow
from onrecord.core.identity import RowId, SourceId
from onrecord.core.origins import BranchRow, CarriesRow, Carrying
from onrecord.core.vocabulary import Stance, Standing
from onrecord.show.claim_tree import DEEPEST, Leaf, OriginTree, origin_trees


def source(name: str) -> SourceId:
    return SourceId(f"src_{name}")


def branch(depth: int, name: str, of: str = "") -> BranchRow:
    link = CarriesRow(
        source=source(name), source_label=name, of=source(of), named=of,
        kind=Carrying.COPY, because="share 0.9 of their words",
    )  # fmt: skip
    return BranchRow(depth=depth, source=source(name), source_label=name, link=link if of else None)


def claim(*origins: tuple[str, ...]) -> ClaimRow:
    spoken = [position("Ida", Stance.ASSERTS, source=one) for origin in origins for one in origin]
    return ClaimRow(
        id=RowId("clm_1"), wording="The gate was shut", worded_by="",
        standing=Standing.ASSERTED, because=(), positions=tuple(spoken),
        origins=tuple(tuple(map(source, origin)) for origin in origins),
        counted=tuple(f"{n}. somebody" for n, _ in enumerate(origins, 1)),
    )  # fmt: skip


def walked(leaves: tuple[Leaf, ...] | list[Leaf], depth: int = 0) -> Iterator[tuple[int, Leaf]]:
    for leaf in leaves:
        yield depth, leaf
        yield from walked(leaf.below, depth + 1)


def drawn(tree: OriginTree) -> list[str]:
    return [
        f"{'-' * depth}{leaf.label} {leaf.manner}".strip() for depth, leaf in walked(tree.roots)
    ]


def test_a_copy_stands_below_what_it_carries_with_what_it_does() -> None:
    tree = origin_trees(
        claim(("wire", "herald", "post")),
        [branch(0, "wire"), branch(1, "herald", "wire"), branch(2, "post", "herald")],
    )
    assert drawn(tree[0]) == ["wire", "-herald is a copy of wire", "--post is a copy of herald"]


def test_a_document_between_that_says_nothing_of_it_is_passed_over() -> None:
    """The last hangs on the first, and nothing is said of how: no words tie the two."""
    tree = origin_trees(
        claim(("wire", "post")),
        [branch(0, "wire"), branch(1, "herald", "wire"), branch(2, "post", "herald")],
    )
    assert drawn(tree[0]) == ["wire", "-post"]


def test_two_origins_are_two_trees_though_one_carries_the_other() -> None:
    trees = origin_trees(
        claim(("wire",), ("post",)), [branch(0, "wire"), branch(1, "post", "wire")]
    )
    assert [drawn(tree) for tree in trees] == [["wire"], ["post"]]


def test_each_document_shows_who_takes_which_stance_in_it() -> None:
    [tree] = origin_trees(claim(("wire",)), [branch(0, "wire")])
    assert [one.takes for one in tree.roots[0].positions] == ["asserts it"]


@given(
    st.lists(st.integers(0, 30), max_size=60),
    st.sets(st.integers(0, 59)),
)
def test_every_document_of_an_origin_stands_once_and_not_too_deep(
    depths: list[int], wanted: set[int]
) -> None:
    """Whatever the tree of all documents, be it one long chain."""
    branches, last = [], -1
    for number, depth in enumerate(depths):
        last = min(depth, last + 1)
        branches.append(branch(last, f"s{number}", f"s{number - 1}" if last else ""))
    names = tuple(f"s{number}" for number in sorted(wanted))
    if not names:
        return
    [tree] = origin_trees(claim(names), branches)
    found = list(walked(tree.roots))
    assert sorted(leaf.source for _, leaf in found) == sorted(map(source, names))
    assert max(depth for depth, _ in found) <= DEEPEST
