"""What was decided of findings: as it is written it is read, whatever the words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.case import answers_in
from onrecord.case.drafts import Drafts
from onrecord.core.errors import NoSuchRow, WrongUse

WORDS = st.text(
    st.characters(blacklist_categories=["Cs"]), min_size=1
).filter(lambda words: bool(words.strip()))  # fmt: skip


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=4))
def test_what_is_written_is_read_again(told: list[tuple[str, str, str]]) -> None:
    """Quotation marks, backslashes, control characters and all."""
    answers = answers_in("")
    for words, by, because in told:
        answers = answers.accepting("OR201", words, by, because)
    assert answers_in(answers.toml) == answers
    assert len(answers.accepted) == len(told)


def test_one_of_several_is_taken_back() -> None:
    answers = answers_in("").accepting("OR201", "one", "Ida", "seen")
    answers = answers.accepting("OR202", "two", "Sam", "heard")
    assert [one.code for one in answers.without(0).accepted] == ["OR202"]
    assert answers.without(7) == answers


@pytest.mark.parametrize(("by", "because"), [("", "seen"), ("Ida", " ")])
def test_nothing_is_accepted_without_a_name_and_a_reason(by: str, because: str) -> None:
    with pytest.raises(WrongUse):
        answers_in("").accepting("OR201", "one", by, because)


@pytest.mark.parametrize("words", ["[[accepted]]", "x = 1", "[[accepted", "accepted = 3"])
def test_words_that_are_no_decisions_are_told(words: str) -> None:
    with pytest.raises(WrongUse):
        answers_in(words)


def test_drafts_are_kept_with_their_answers_and_deleted_with_them(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    assert drafts.names == []
    answers = answers_in("").accepting("OR201", "one", "Ida", "seen")
    assert drafts.keep("story", "The gate was shut.", answers) == "story.txt"
    assert drafts.read("story.txt") == ("The gate was shut.", answers)
    drafts.forget("story.txt")
    assert list((tmp_path / "drafts").iterdir()) == []
    with pytest.raises(NoSuchRow):
        drafts.read("story.txt")
    for name in ("", "../up", "a/b", "x" * 200, ".hidden"):
        with pytest.raises((WrongUse, NoSuchRow)):
            drafts.keep(name, "words", answers)
