"""What a voice grants after it denied it, or gives up: only by its own words, and of one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess import Stood, turns, went_back
from onrecord.core.dates import When
from onrecord.core.differences import Matter, ToldRow
from onrecord.core.identity import SourceId
from onrecord.core.sentences import stems
from onrecord.core.spans import Span

DAY = When.of("2031-03-05").first or 0
DENIED = "No ticket for the regatta was ever sold twice"


def stood(said: str, voice: str = "club", day: int = 0, page: str = "") -> Stood:
    source = SourceId(f"src_{voice}_{day}")
    row = ToldRow(
        value=said, source=source, source_label="Echo", words=said, at=Span(0, len(said)),
        day=DAY + day,
    )  # fmt: skip
    return Stood(voices=frozenset({voice}), said=said, about=stems(said), row=row, page=page)


@pytest.mark.parametrize(
    "later",
    [
        "We now accept that some regatta tickets were sold twice",
        "The club concedes that tickets for the regatta were sold twice",
        "Some tickets for the regatta had been sold twice after all",
        "The club did sell some of the regatta tickets twice",
    ],
)
def test_what_was_denied_and_is_granted_later_is_a_change_of_position(later: str) -> None:
    (row,) = went_back([stood(DENIED), stood(later, day=30)])
    assert (row.matter, row.settled) == (Matter.POSITION, None)
    assert (row.one.words, row.other.words) == (DENIED, later)


@pytest.mark.parametrize(
    "later",
    [
        "I can no longer say that I saw the bursar lock the music room",
        "She no longer claims that she saw the bursar lock the music room",
    ],
)
def test_what_is_not_stood_by_any_longer_is_its_own_kind(later: str) -> None:
    rows = went_back([stood("I saw the bursar lock the music room"), stood(later, day=9)])
    assert [row.matter for row in rows] == [Matter.GIVEN_UP]


@pytest.mark.parametrize(
    "other",
    [
        stood("We now accept that some regatta tickets were sold twice", "league", 30),  # another
        stood("We now accept that the regatta tickets were dear", day=30),  # of something else
        stood("Regatta tickets are sold at the gate", day=30),  # nothing is granted
        stood("We accept that no regatta ticket was sold twice", day=30),  # the same again
        stood("We now accept that regatta tickets were sold twice", day=-3),  # before it
    ],
)
def test_nothing_turns_without_one_voice_one_thing_and_a_word_of_turning(other: Stood) -> None:
    others = [stood("The pier was painted blue"), stood("A gull sat on the mast of the yacht")]
    assert not list(went_back([stood(DENIED), *others, other]))


def test_a_turn_that_is_told_again_is_told_once_from_where_it_began() -> None:
    again = "No ticket for the regatta was sold twice, the club repeats"
    turned = "We now accept that regatta tickets were sold twice"
    rows = list(
        went_back([
            stood(again, day=4), stood(DENIED), stood(turned, day=30), stood(turned, day=60)
        ])
    )  # fmt: skip
    assert [(row.one.words, row.other.day) for row in rows] == [(DENIED, DAY + 30)]


def test_versions_of_one_page_and_questions_turn_nothing() -> None:
    turned = "We now accept that regatta tickets were sold twice"
    assert not list(went_back([stood(DENIED, page="p"), stood(turned, day=3, page="p")]))
    assert not turns("Why did he sell the tickets?")
    assert not turns("Did the club sell them?")


SAYINGS = [DENIED, "We now accept that regatta tickets were sold twice", "Tickets are dear"]


@given(st.lists(st.builds(stood, st.sampled_from(SAYINGS), day=st.integers(0, 9)), max_size=8))
def test_the_later_side_is_the_later_and_no_pair_is_told_twice(rows: list[Stood]) -> None:
    found = list(went_back(rows))
    assert all(row.one.day < row.other.day for row in found)
    assert len({(row.one.words, row.other.words) for row in found}) == len(found)
