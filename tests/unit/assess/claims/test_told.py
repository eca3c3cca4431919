"""The words of statements made ready to be compared, and what is said in general."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess.claims import general
from onrecord.assess.claims.told import exchanged, numbers, parts


def test_a_content_is_cut_where_a_second_thing_is_said() -> None:
    assert parts("that he took them and that Ms Pell sent them on. “Nothing was hidden.”") == [
        "He took them",
        "Ms Pell sent them on.",
        "Nothing was hidden.",
    ]
    assert parts("It was Mr. Pell who did it") == ["It was Mr. Pell who did it"]


@given(st.text(alphabet="abcde ABC.,;…", max_size=120))
def test_parts_lose_no_letter(words: str) -> None:
    letters = [c for c in words.casefold() if c.isalpha()]
    assert [c for one in parts(words) for c in one.casefold() if c.isalpha()] == letters


def test_who_gave_and_who_was_given_to_are_told_apart() -> None:
    gave = "Dara Pell gave the papers to Noor Croft"
    assert exchanged(gave, "Noor Croft gave papers to Dara Pell in May")
    assert not exchanged(gave, "Dara Pell handed Noor Croft papers")
    assert not exchanged(gave, "Noor Croft was given the papers by Dara Pell")


def test_numbers_are_read_alike_however_written() -> None:
    assert numbers("Nineteen of 1,400 and three more") == {"1400", "3"}


@pytest.mark.parametrize(
    ("content", "denies", "reach"),
    [
        ("every part of the allegation", True, general.Reach.ALLEGATION),
        ("the charges against her", True, general.Reach.ALLEGATION),
        ("the story is fabricated", False, general.Reach.ALLEGATION),
        ("wrongdoing", True, general.Reach.GUILT),
        ("she has always maintained her innocence", False, general.Reach.GUILT),
        ("meeting a senior official", True, None),
        ("that he wrote any of the reports", True, None),
        ("the charge was brought on Tuesday", False, None),
    ],
)
def test_a_general_denial_names_no_proposition(
    content: str, denies: bool, reach: general.Reach | None
) -> None:
    assert general.reach(content, denies=denies) is reach


def test_the_end_of_a_case_and_a_retraction() -> None:
    assert general.ends_the_case("Prosecutors yesterday abandoned the case")
    assert general.ends_the_case("offered no evidence")
    assert not general.ends_the_case("the case goes on")
    assert general.retracts("I can no longer say that it was her")
    assert not general.retracts("I say that it was her")


@pytest.mark.parametrize("words", ["allegation " * 5000, "case " * 20000, "denied that " * 9000])
def test_long_words_are_read_in_linear_time(words: str) -> None:
    general.reach(words, denies=True)
    general.ends_the_case(words)
    assert parts(words)
