"""What is looked up by a key gives what going through everything gives, in the same order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess.speaking import Known, Parties, Tree
from onrecord.assess.speaking.parties import Party
from onrecord.assess.speaking.resting import Resting
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.spans import Span

KEYS = st.sampled_from(["ann beck", "ivo pell", "the prosecution", "marlow board"])
OUTLETS = st.sampled_from(
    ["Marlow Board", "marlow board", "The Echo", "Harbour Office of Marlow", "", "Pell Authority"]
)


def rest(number: int, who: str, on: str) -> Resting:
    return Resting(Party(who, who), Party(on, on), SourceId(f"src_{number}"), Span(0, 4), "rests")


@given(st.lists(st.tuples(KEYS, KEYS), max_size=12), st.sets(KEYS))
def test_what_rests_of_some_parties_is_given_in_the_order_of_all(
    pairs: list[tuple[str, str]], keys: set[str]
) -> None:
    rests = [rest(number, *pair) for number, pair in enumerate(pairs)]
    tree = Tree(documents={}, links={}, parties=Parties([]), rests=rests)
    assert tree.resting(keys) == [one for one in rests if one.who.key in keys]


@given(st.lists(OUTLETS, max_size=12))
def test_bodies_by_outlet_are_those_of_all_documents_the_last_last(outlets: list[str]) -> None:
    """Of several names of one body, the one that the last document has is given last."""
    sources = [SourceId(f"src_{number}") for number in range(len(outlets))]
    documents = {
        source: Known(source=source, label="", outlet=outlet, day="")
        for source, outlet in zip(sources, outlets, strict=True)
    }
    tree = Tree(documents=documents, links={}, parties=Parties([], outlets))
    every = [
        (frozenset(fold(outlet).split()), party)
        for outlet in outlets
        if (party := tree.parties.of_outlet(outlet)) is not None
    ]
    assert {party.key: party for _, party in tree.outlets} == {
        party.key: party for _, party in every
    }
    assert set(tree.outlets) == set(every)
