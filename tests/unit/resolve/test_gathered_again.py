"""What is gathered once some were joined is what would be gathered from nothing."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.identity import MentionId, SourceId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.resolve.evidence import Evidence, Seen
from onrecord.resolve.forest import Forest
from onrecord.resolve.gathered import Gathered
from onrecord.resolve.groups import within_texts

NAMES = (
    "Ann Vale", "Vale", "Mr Vale", "Harbour Board", "the board", "Marlow", "Tom Pell", "she",
    "a clerk",
)  # fmt: skip
TOLD = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(NAMES),
        st.sampled_from(["", "Mr", "Dr", "Judge"]),
        st.sampled_from(list(ActorKind)),
        st.sampled_from([Naming.NAMED, Naming.ROLE_ONLY]),
        st.sampled_from(["", "clerk", "chair"]),
    ),
    min_size=1,
    max_size=12,
)
JOINS = st.lists(
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=3), max_size=4
)
Told = tuple[int, str, str, ActorKind, Naming, str]


def all_told(case: Gathered) -> list[object]:
    """Ask all that rules ask of those who are together."""
    roots = list(case.roots())
    return [
        case.root, roots,
        *((case.members(one), case.best(one).first, case.sources(one)) for one in roots),
        *((case.gender(one), case.titles(one), case.posts(one)) for one in roots),
        *((case.company(one), [case.beside(one, other) for other in roots]) for one in roots),
        [case.is_in_a_body(SourceId("src_0"), word) for word in ("harbour", "board", "vale")],
    ]  # fmt: skip


@given(TOLD, JOINS)
def test_after_joins_all_is_as_if_it_were_gathered_from_nothing(
    told: Sequence[Told], joins: Sequence[Sequence[tuple[int, int]]]
) -> None:
    """Whatever was asked before some were joined, and however often that goes on."""
    seen = [
        Seen(
            SourceId(f"src_{source}"),
            Mention(
                id=MentionId(f"men_{at}"), at=Span(20 * at, 20 * at + 9), name=name, title=title,
                kind=kind, naming=naming,
            ),
        )
        for at, (source, name, title, kind, naming, _) in enumerate(told)
    ]  # fmt: skip
    groups = within_texts(seen)
    for group, (*_, post) in zip(groups, told, strict=False):
        group.posts.update({post} - {""})
    forest = Forest(len(groups))
    case = Gathered(groups, forest, Evidence())
    for some in joins:
        all_told(case)
        for one, other in some:
            forest.join(one % len(groups), other % len(groups))
        case = Gathered(groups, forest, Evidence(), case)
        assert forest.roots() == [forest.root(at) for at in range(len(groups))]
        assert all_told(case) == all_told(Gathered(groups, forest, Evidence()))
