"""Who is told to be whom, by the text itself or by whom it tells of; and where a letter ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


def identities(read: Reads, words: str) -> list[tuple[str, str, bool]]:
    """Give the two of each identity claim, and whether somebody in the text makes it."""
    made = read(words)
    characters = made.text.characters
    reading = made.reading
    by_id = {one.id: one for one in reading.mentions}
    return [
        (
            by_id[one.one].at.of(characters),
            by_id[one.other].at.of(characters),
            one.statement is not None,
        )
        for one in reading.identity_claims
    ]


@pytest.mark.parametrize(
    ("words", "who", "said"),
    [
        # By the text itself.
        ("Two files went to a middleman. The middleman was Ivo Marsh.", "a middleman", False),
        (
            "Two files went to an old official. That official was Ivo Marsh.",
            "an old official",
            False,
        ),
        ("The Gazette's source was Ivo Marsh.", "The Gazette's source", False),
        (
            "The person close to the mayor's office was Ivo Marsh.",
            "The person close to the mayor's office",
            False,
        ),
        ("The buyer turned out to be Ivo Marsh.", "The buyer", False),
        ("Ivo Marsh is Person K.", "Person K", False),
        ("A senior official, understood to be Ivo Marsh, had them.", "A senior official", False),
        ("The man, named by the Gazette as Ivo Marsh, had the letters.", "The man", False),
        # By whom it tells of.
        ("The Gazette identified the go-between as Ivo Marsh.", "the go-between", True),
        ("Ivo Marsh was identified by the Gazette as the go-between.", "the go-between", True),
        (
            "Mr Hale said that the person who rang him was Ivo Marsh.",
            "the person who rang him",
            True,
        ),
        ("Prosecutors believe that Contact B is Ivo Marsh.", "Contact B", True),
        ("Ivo Marsh was the Gazette's source, the paper said.", "the Gazette's source", True),
        # A pronoun means whoever was told of without a name, behind a letter that ends a sentence.
        ("The Gazette writes of the shadowy Person K. He is Ivo Marsh, 51.", "Person K", True),
        (
            "Police look for a man they call Contact B. The Gazette named him as Ivo Marsh.",
            "a man they call Contact B",
            True,
        ),
    ],
)
def test_who_had_no_name_and_the_name_are_told_to_be_one(
    read: Reads, words: str, who: str, said: bool
) -> None:
    found = identities(read, words)
    assert [(one, other) for one, other, _ in found] == [(who, "Ivo Marsh")]
    # Whether somebody makes it, the network says; that the text does, the words.
    assert said or not found[0][2]


@pytest.mark.parametrize(
    "words",
    [
        "The chief executive is Ivo Marsh.",
        "His lawyer is Elga Sand.",
        "The winner was Tom Reed.",
        "The middleman was not Ivo Marsh.",
        "The middleman was Ivo Marsh's driver.",
        "He asked whether the middleman was Ivo Marsh.",
        "“My client is not Person K,” said Elga Sand, for Mr Marsh.",
    ],
)
def test_an_office_a_denial_and_a_question_are_no_such_claim(read: Reads, words: str) -> None:
    assert identities(read, words) == []


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("They call him Person K. He left the town.", 2),
        ("It was part of Annex C. The board has read it.", 2),
        ("The keeper was John B. Pell. The boat was his.", 2),
        ("A letter by John B. Pell was read out.", 1),
    ],
)
def test_a_letter_that_somebody_goes_by_ends_a_sentence_and_an_initial_does_not(
    read: Reads, words: str, count: int
) -> None:
    assert len(read(words).reading.sentences) == count


def test_a_turn_of_a_transcript_is_said_to_its_end(read: Reads) -> None:
    turn = (
        "I am asked to hold that the boat was late. I do not decide it. Its log stops in May and"
        " nobody has told me why. A log that stops tells little."
    )
    made = read(f"THE CHAIR: {turn}")
    said = [content for _, cue, content in made.said() if cue == ":"]
    assert said == [turn.rstrip(".")]


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("Ilse Vance, who was its keeper of bronzes from 2011 to 2019, left.", "keeper of bronzes"),
        ("Signe Dahl, who took over as traffic manager in March, left.", "traffic manager"),
    ],
)
def test_whoever_keeps_something_holds_a_post(read: Reads, words: str, post: str) -> None:
    reading = read(words).reading
    assert [one.post for one in reading.tenures] == [post]
