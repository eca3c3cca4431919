"""A description that brings somebody new in is nobody who was there before."""

from __future__ import annotations

import pytest

from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Block, BlockKind, Text
from onrecord.reader import TrainedReader

READER = TrainedReader()


def _together(words: str) -> list[set[str]]:
    """Give the names of those who are one in a text."""
    block = Block(BlockKind.PARAGRAPH, Span(0, len(words)))
    text = Text(id=text_id(words), characters=words, blocks=(block,))
    found: dict[str, set[str]] = {}
    for one in READER.read(text, None).mentions:
        found.setdefault(one.same_as or one.id, set()).add(one.name)
    return list(found.values())


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        (
            "The notice says Tom Reed sold the maps to a person who at the time led a ministry.",
            "Tom Reed",
            "a person who at the time led a ministry",
        ),
        (
            "Ida Pell found the hoard in March. Nobody but Ida Pell had asked after the hoard.",
            "Ida Pell",
            "the hoard",
        ),
        (
            "Two people who worked at the mill said Reed was there. A former foreman of the mill"
            " said that he was not.",
            "Two people who worked at the mill",
            "A former foreman of the mill",
        ),
        (
            "Tom Reed, 30, a baker, said he saw the boat there.\n\nThe spokesman said: “Nobody"
            " may take the law into their own hands.”",
            "Tom Reed",
            "The spokesman",
        ),
        (
            "Tom Reed was among three men identified as possibly being the masked thief. He left.",
            "Tom Reed",
            "the masked thief",
        ),
    ],
)
def test_who_is_new_and_what_is_no_person_is_led_to_nobody(
    words: str, one: str, other: str
) -> None:
    """Whatever the network thinks of the two."""
    assert not any({one, other} <= some for some in _together(words))


@pytest.mark.parametrize(
    ("words", "one", "other"),
    [
        (
            "Tom Reed was charged with striking the 40-year-old keeper on June 24 at the lock.",
            "Tom Reed",
            "the 40-year-old keeper",
        ),
        (
            "The warden who fired the shot says he killed the boy by accident.",
            "The warden who fired the shot",
            "the boy",
        ),
        (
            "Prosecutors have shown a film in the trial of two men. Witnesses say Ida Pell died at"
            " the lock.",
            "Prosecutors",
            "Witnesses",
        ),
    ],
)
def test_who_does_something_to_somebody_is_not_the_same(words: str, one: str, other: str) -> None:
    """Nor are those who are called otherwise."""
    assert not any({one, other} <= some for some in _together(words))


@pytest.mark.parametrize(
    ("words", "called", "others"),
    [
        (
            "Tom Reed has faced questions about a fund that bears his name. Mayoral candidate Ann"
            " Vale's doctor is calling the candidate fit.",
            "the candidate",
            "Tom Reed",
        ),
        (
            "Delegates asked how Ivo Marsh could turn back on a pledge he and others made to"
            " support the Liberal nominee. Liberal nominee Ann Vale was not there.",
            "the Liberal nominee",
            "Ivo Marsh",
        ),
        (
            "Coach Tom Reed had left. Ivo Marsh ran and ran. By noon the coach was tired.",
            "the coach",
            "Ivo Marsh",
        ),
        (
            "Some clerks forged letters for years. Ann Vale told the board of it. These clerks,"
            " Vale explained, were afraid.",
            "These clerks",
            "Ann Vale",
        ),
    ],
)
def test_what_a_text_calls_somebody_means_nobody_else(words: str, called: str, others: str) -> None:
    """By the words beside the names; and one person is not several."""
    assert not any({called, others} <= some for some in _together(words))


@pytest.mark.parametrize(
    ("words", "victim", "blamed"),
    [
        (
            "Ranger Ivo Beck was shot dead during a search. As he spoke to a woman at the door, the"
            " gunman appeared and fired again.",
            "Ivo Beck",
            "the gunman",
        ),
        (
            "Ida Pell was found at the foot of the stairs on Sunday. The killer had left by the"
            " garden, police said.",
            "Ida Pell",
            "The killer",
        ),
    ],
)
def test_a_word_of_blame_is_led_to_nobody_whom_the_text_does_not_blame(
    words: str, victim: str, blamed: str
) -> None:
    """Whoever was named last may be the one to whom it was done."""
    assert not any({victim, blamed} <= some for some in _together(words))


@pytest.mark.parametrize(
    ("words", "name", "blamed"),
    [
        (
            "Tom Reed was arrested on Monday. The suspect said nothing in court.",
            "Tom Reed",
            "The suspect",
        ),
        (
            "Tom Reed, 20, is the accused gunman who fired from the roof.",
            "Tom Reed",
            "the accused gunman who fired from the roof",
        ),
    ],
)
def test_a_word_of_blame_is_led_to_whom_the_text_blames(words: str, name: str, blamed: str) -> None:
    assert any({name, blamed} <= some for some in _together(words))


def test_a_description_beside_a_name_is_of_its_bearer() -> None:
    """Between commas it says what somebody is."""
    some = _together("Tom Reed, a collector of maps, said that the maps were his.")
    assert not any("a collector of maps" in one and "Tom Reed" not in one for one in some)


def test_the_article_tells_that_it_is_no_persons_name() -> None:
    """ "The Marlow Hoard" is a thing or a body."""
    words = "The Marlow Hoard was found in 1931. Nobody has counted the Marlow Hoard since."
    block = Block(BlockKind.PARAGRAPH, Span(0, len(words)))
    text = Text(id=text_id(words), characters=words, blocks=(block,))
    kinds = {one.kind for one in READER.read(text, None).mentions if "Marlow" in one.name}
    assert ActorKind.PERSON not in kinds
