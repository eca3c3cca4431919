"""Two captures of a page that says no address are told by their text, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess import nearly_one, sketch
from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Text

STORY = (
    "The regatta at Larne was stopped on Sunday after two boats met in the fog off the north mole."
    " Nobody was hurt, the harbour master said, and the race would be rowed again in a week. The"
    " owners of the Kittiwake say that their helmsman saw no light. A steward who stood on the pier"
    " disagrees: he had lit both lamps himself at four and signed for the oil."
)
NOTICE = (
    "The museum trust gives notice that {who} has been called before its panel. The matter is the"
    " loan of {what} in the year {year}. The panel sits on the second floor and anybody may listen."
    " Nothing said here is a finding against {who}."
)


def text(words: str) -> Text:
    return Text(
        id=text_id(words),
        characters=words,
        blocks=(Block(kind=BlockKind.PARAGRAPH, at=Span(0, len(words))),),
    )


def first(*texts: str) -> list[int]:
    return nearly_one([sketch(text(words)) for words in texts])


def test_an_edited_page_is_one_with_the_page_before_it() -> None:
    edited = STORY.replace("on Sunday", "on Saturday") + " The club has not answered."
    assert first(STORY, edited) == [0, 0]
    assert first(STORY, edited, STORY) == [0, 0, 0]


def test_two_stories_and_two_short_notes_are_not_one() -> None:
    other = NOTICE.format(who="the curator", what="nine etchings", year="2019")
    assert first(STORY, other) == [0, 1]
    assert first("Larne, Sunday.", "Larne, Sunday.") == [0, 1]  # too short to tell


def test_half_a_page_is_not_the_page() -> None:
    half = STORY[: len(STORY) // 2]
    rest = " ".join(NOTICE.format(who=w, what="it", year=w) for w in ("a", "b", "c"))
    assert first(STORY, half + rest) == [0, 1]


@given(st.lists(st.sampled_from([STORY, NOTICE, STORY + NOTICE, "short"]), max_size=6))
def test_each_is_given_itself_or_an_earlier_one_that_leads_itself(texts: list[str]) -> None:
    found = first(*texts)
    assert all(leader <= at and found[leader] == leader for at, leader in enumerate(found))
