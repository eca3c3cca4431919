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
    ],
)
def test_who_is_new_and_what_is_no_person_is_led_to_nobody(
    words: str, one: str, other: str
) -> None:
    """Whatever the network thinks of the two."""
    assert not any({one, other} <= some for some in _together(words))


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
