"""Who the people of a claim are, beside their names. All people and bodies are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess.claims.apposing import callings, with_who
from onrecord.core.identity import ActorId, MentionId, SourceId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Actor, ActorKind, Mention, Naming

ONE = SourceId("src_one")


def called(name: str, *descriptions: str) -> dict[str, tuple[str, ...]]:
    """Describe one person as a text would: the name, and what else it calls them."""
    return called_all({name: descriptions})


def called_all(people: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    text, mentions, actors = "", [], []
    for name, descriptions in people.items():
        places = []
        for words in (name, *descriptions):
            at = Span(len(text), len(text) + len(words))
            text += f"{words}\n"
            made = MentionId(f"men_{len(mentions)}")
            naming = Naming.NAMED if words == name else Naming.ROLE_ONLY
            mentions.append(
                (ONE, Mention(id=made, at=at, name=words, kind=ActorKind.PERSON, naming=naming))
            )
            places.append((ONE, made))
        actors.append(
            Actor(
                id=ActorId(f"act_{name}"),
                kind=ActorKind.PERSON,
                naming=Naming.NAMED,
                names=(name,),
                mentions=tuple(places),
            )
        )
    return dict(callings(mentions, actors, lambda _: text))


def test_a_description_loses_its_article_and_what_it_goes_on_to_tell() -> None:
    assert called("Ada Lund", "the keeper of the boats", "a retired diver, who lives in Skarn") == {
        "Ada Lund": ("keeper of the boats", "retired diver")
    }


def test_what_needs_another_word_to_tell_whose_it_is_describes_nobody() -> None:
    words = ("she", "her lawyer", "my client", "that person", "the accused", "Lund's aunt", "34")
    assert called("Ada Lund", *words) == {}


def test_what_two_people_are_called_tells_nobody_apart() -> None:
    people = {"Ada Lund": ("the diver", "the keeper"), "Ivo Beck": ("the diver",)}
    assert called_all(people) == {"Ada Lund": ("keeper",)}


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("Ada Lund sold the boat.", "Ada Lund, the keeper, sold the boat."),
        ("The boat was sold by Ada Lund.", "The boat was sold by Ada Lund, the keeper."),
        ("Ada Lund, a diver, sold it.", "Ada Lund, a diver, sold it."),
        ("Ada Lund's boat sank.", "Ada Lund's boat sank."),
        ("Ada Lundquist sold it.", "Ada Lundquist sold it."),
    ],
)
def test_it_stands_beside_the_name_where_nothing_does(claim: str, told: str) -> None:
    assert with_who(claim, {"Ada Lund": ("keeper",)}) == told


@given(st.text(max_size=60))
def test_a_claim_that_names_nobody_stays_as_it_is(claim: str) -> None:
    assert with_who(claim, {"Ada Lund": ("keeper",)}) == claim or "Ada Lund" in claim
