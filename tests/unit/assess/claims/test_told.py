"""The words of statements made ready to be compared, and what is said in general."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess.claims import general, who_gives_up
from onrecord.assess.claims.told import numbers, parts
from onrecord.assess.claims.whom import exchanged, others


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


def test_other_people_than_a_claim_names_are_another_proposition() -> None:
    """Whoever tells of it is no other, nor is whoever a passive puts first."""
    gave = "Dara Pell gave the papers to Noor Croft"
    for words in ("Ida Moss gave the papers to Noor Croft", "Ida Moss lost everything",
                  "Noor Croft kept the papers"):  # fmt: skip
        assert others(gave, words, words), words
    for words in ("Dara Pell handed over the papers", "Noor Croft was given papers",
                  "Ida Moss saw Dara Pell give her the papers", "The papers were handed over",
                  "Papers went to Noor Croft", "Noor Croft received the papers"):  # fmt: skip
        assert not others(gave, words, words), words


def test_that_somebody_gave_no_answer_denies_nothing() -> None:
    assert parts("Ida Moss, who has been named as the broker, did not respond to e-mails") == [
        "Ida Moss, who has been named as the broker"
    ]
    assert parts("Ida Moss did not respond") == ["Ida Moss did not respond"]


def test_a_clause_is_told_who_did_it_and_what_was_done() -> None:
    assert parts("that Mr Moss took the papers and that he sold them") == [
        "Mr Moss took the papers",
        "Mr Moss sold them",
    ]
    assert parts("Ida Moss altered the results, and Mr Pell asked her to do so") == [
        "Ida Moss altered the results",
        "Mr Pell asked her to do so: Ida Moss altered the results",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "It was never part of the state’s case that they were used",
        "whether he knew is a matter for the jury",
        "I proceed on the footing that they were secret",
        "we can neither confirm nor deny it",
        "our client has nothing to say about what was sent",
    ],
)
def test_a_proposition_can_be_spoken_of_and_left_open(words: str) -> None:
    assert general.leaves_open(words)
    assert not general.leaves_open("they were never used in the case")


def test_whoever_gave_a_case_up_is_told_by_the_words() -> None:
    assert who_gives_up("Prosecutors on Tuesday abandoned the case against Pell") == "Prosecutors"
    assert who_gives_up("Prosecutors opened a case against Pell") == ""
