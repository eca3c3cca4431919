"""Descriptions led by their words, and names put right by what is written about them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.core.identity import TextId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention
from onrecord.reader import lexicon
from onrecord.reader.acting import Acting
from onrecord.reader.described import Described
from onrecord.reader.names import Roll
from onrecord.reader.noun_phrases import goes_on

Reads = Callable[..., Any]
BODY, FIRM, PERSON = ActorKind.PUBLIC_BODY, ActorKind.ORGANISATION, ActorKind.PERSON


def roll(
    characters: str, *named: tuple[str, ActorKind], claimed: tuple[str, str] | None = None
) -> Roll:
    """Enter each name where it first stands, then lead what is described.

    Args:
        claimed: two phrases that somebody claims to be one.
    """
    made = Roll(TextId("txt_1"))
    for name, kind in named:
        start = characters.index(name)
        made.name("", tuple(name.split()), Span(start, start + len(name)), kind)
    paragraphs, start = [], 0
    for line in characters.split("\n"):
        paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    sides = [Span(characters.index(one), characters.index(one) + len(one)) for one in claimed or ()]
    apart = [(sides[0], sides[1])] if sides else []
    Described(characters, made, lexicon.load(), paragraphs, apart).lead()
    return made


def found(made: Roll, characters: str, words: str) -> Mention | None:
    start = characters.rindex(words)
    return made.mentions.get(Span(start, start + len(words)))


def is_one(made: Roll, characters: str, one: str, other: str) -> bool:
    """Say whether two phrases, each where it last stands, are led together."""
    a, b = found(made, characters, one), found(made, characters, other)
    return a is not None and b is not None and (a.same_as or a.id) == (b.same_as or b.id)


@pytest.mark.parametrize("short", ["the board", "the lock board", "the Tarn board"])
def test_a_body_is_met_again_by_the_last_word_of_its_name(short: str) -> None:
    text = f"Tarn Lock Board met. Later {short} adjourned."
    assert is_one(roll(text, ("Tarn Lock Board", BODY)), text, short, "Tarn Lock Board")


def test_a_word_that_is_in_no_name_of_the_text_leads_to_none() -> None:
    text = "Tarn Lock Board met. Later the planning board adjourned."
    assert not is_one(
        roll(text, ("Tarn Lock Board", BODY)), text, "the planning board", "Tarn Lock Board"
    )


def test_of_two_bodies_the_one_named_in_the_paragraph_is_meant() -> None:
    text = (
        "Tarn Lock Board met.\nUpper Weir Board met too, and the board adjourned.\nThe board left."
    )
    made = roll(text, ("Tarn Lock Board", BODY), ("Upper Weir Board", BODY))
    assert is_one(made, text, "the board", "Upper Weir Board")
    assert not is_one(made, text, "The board", "Upper Weir Board")


def test_the_company_is_the_one_firm_named_shortly_before() -> None:
    text = "Orrin Freight lost the papers. Lawyers said the company was sorry."
    assert is_one(roll(text, ("Orrin Freight", FIRM)), text, "the company", "Orrin Freight")
    both = "Orrin Freight sued Delph Lines. Lawyers said the company was sorry."
    made = roll(both, ("Orrin Freight", FIRM), ("Delph Lines", FIRM))
    assert found(made, both, "the company") is None


def test_somebody_unnamed_is_met_again_by_the_noun() -> None:
    text = "It reached a senior buyer of a rival firm. The clerk left. Nobody asked the buyer."
    assert is_one(roll(text), text, "the buyer", "a senior buyer of a rival firm")


def test_of_two_who_are_called_so_neither_is_meant() -> None:
    text = "A former buyer wrote to a young buyer. Nobody asked the buyer."
    made = roll(text)
    assert not is_one(made, text, "the buyer", "A former buyer")
    assert not is_one(made, text, "the buyer", "a young buyer")


def test_that_person_is_the_last_of_whom_anything_was_told() -> None:
    text = "A pilot saw it. It went to a senior buyer of the yard. That person was not charged."
    assert is_one(roll(text), text, "That person", "a senior buyer of the yard")


@pytest.mark.parametrize(
    ("rest", "tells"),
    [
        (" of the court", True),
        (" familiar with it", True),
        (" and a porter", False),
        (" of the court and a porter", False),
        (" said", True),
        (" ran", False),
    ],
)
def test_a_description_goes_on_with_more_of_the_same(rest: str, tells: bool) -> None:
    assert goes_on(rest) is tells


def test_leading_takes_time_in_proportion_to_the_text() -> None:
    """Ten thousand descriptions are led without looking through all others for each."""
    text = "A clerk saw the clerk. " * 10_000
    made = roll(text)
    assert len(made.mentions) >= 10_000


def test_two_full_names_with_and_between_are_two(read: Reads) -> None:
    told = read("The office has dropped the case against Edda Vorn and Matti Hale.")
    names = {one.name for one in told.reading.mentions}
    assert "Edda Vorn" in names
    assert "Matti Hale" in names


def test_a_name_that_fills_its_line_ends_with_it(read: Reads) -> None:
    told = read("The yard is closed, the letter says.\nEdda Vorn\nChair")
    assert not any("Vorn Chair" in one.name for one in told.reading.mentions)


def test_a_title_before_one_word_makes_a_name_of_a_person(read: Reads) -> None:
    told = read("For the claimant: Ms Vorn. For Mr Hale: Ms Birk.")
    people = {one.name for one in told.reading.mentions if one.kind is PERSON}
    assert {"Vorn", "Hale", "Birk"} <= people


def test_a_phrase_does_not_go_across_a_preposition() -> None:
    text = "They want a word from the clerk, and a clerk who knows."
    assert set(roll(text).mentions) == {Span(text.index("a clerk"), text.index("a clerk") + 7)}


def test_a_date_told_of_the_speaker_is_not_the_day_of_saying(read: Reads) -> None:
    told = read("Vorn, who left the yard last August, told the inquiry that she had seen a barge.")
    assert [one.made for one in told.reading.statements] == [None]
    told = read("Vorn told the inquiry last August that she had seen a barge.")
    assert [one.made.edtf for one in told.reading.statements if one.made] == ["2024-08"]


def one_as(told: Any, words: str, name: str) -> bool:
    """Say whether the last place of some words is led to the first of a name."""
    text = told.text.characters
    by_at = {one.at: one for one in told.reading.mentions}
    start = text.rindex(words)
    one = by_at.get(Span(start, start + len(words)))
    other = next(m for m in told.reading.mentions if m.name == name)
    return one is not None and (one.same_as or one.id) == (other.same_as or other.id)


def test_my_client_is_whom_the_text_says_the_lawyer_acts_for(read: Reads) -> None:
    told = read(
        "Tom Birk, for Edda Vorn, said she denied it. “The papers of my client were hers,” he said."
        "\nLena Stroud, for Matti Hale, said nothing."
    )
    assert one_as(told, "my client", "Edda Vorn")


def test_a_client_whom_two_could_be_is_nobody(read: Reads) -> None:
    told = read(
        "Tom Birk, for Edda Vorn, and Lena Stroud, for Matti Hale, spoke. “Ask my client,” he said."
    )
    assert not one_as(told, "my client", "Edda Vorn")
    assert not one_as(told, "my client", "Matti Hale")


def test_a_lawyer_for_somebody_is_who_says_my_client(read: Reads) -> None:
    told = read("A lawyer for Edda Vorn denied it. “My client slept,” said Lena Stroud on Monday.")
    assert one_as(told, "My client", "Edda Vorn")
    assert one_as(told, "A lawyer for Edda Vorn", "Lena Stroud")


def test_the_second_defendant_is_the_second_name_after_the_v(read: Reads) -> None:
    told = read("THE CROWN v EDDA VORN AND MATTI HALE\nMs Birk spoke for the second defendant.")
    text = told.text.characters
    start = text.index("the second defendant")
    one = next(m for m in told.reading.mentions if m.at.start == start)
    hale = next(m for m in told.reading.mentions if "HALE" in m.name.upper())
    assert (one.same_as or one.id) == (hale.same_as or hale.id)


def test_you_and_your_of_a_letter_are_to_whom_it_is_written(read: Reads) -> None:
    told = read(
        "To: Edda Vorn, Director of Ports\nDear Director,\nMatti Hale wrote to us on Monday."
        "\nWe ask that your office send us the log at once.\nYours sincerely,\nLena Stroud"
    )
    assert one_as(told, "your", "Edda Vorn")
    assert one_as(told, "Dear Director", "Edda Vorn")


def test_a_saying_that_begins_with_a_pronoun_is_of_its_subject(read: Reads) -> None:
    told = read("Lena Stroud left. Matti Hale, the former pilot, said his son was at sea.")
    assert one_as(told, "his", "Matti Hale")


def test_news_that_opens_with_a_judge_names_the_judge(read: Reads) -> None:
    told = read("A judge found on Monday that the log was kept.\nMr Justice Hale said so in court.")
    assert one_as(told, "A judge", "Hale")


def test_a_description_after_a_name_is_of_whom_it_names() -> None:
    text = "They met Edda Vorn, a senior pilot who joined in May, and a cook."
    assert is_one(roll(text, ("Edda Vorn", PERSON)), text, "a senior pilot", "Edda Vorn")
    listed = "They met Edda Vorn, a senior pilot and a cook."
    made = roll(listed, ("Edda Vorn", PERSON))
    assert not is_one(made, listed, "a senior pilot", "Edda Vorn")


def test_an_identity_claim_is_a_wall_for_words_too() -> None:
    text = "Tarn Lock Board met. The board is understood to be the one of the lock."
    free = found(roll(text, ("Tarn Lock Board", BODY)), text, "The board")
    assert free is not None
    assert free.same_as is not None
    claimed = ("The board", "Tarn Lock Board")
    walled = found(roll(text, ("Tarn Lock Board", BODY), claimed=claimed), text, "The board")
    assert walled is None or walled.same_as is None


def test_clients_take_time_in_proportion_to_the_text() -> None:
    """Thousands of lawyers and clients in one paragraph are not held against each other."""
    text = "Tom Birk, for Edda Vorn, said my client slept. " * 4_000
    made = Roll(TextId("txt_1"))
    for start in range(0, len(text), 47):
        made.name("", ("Tom", "Birk"), Span(start, start + 8), PERSON)
        made.name("", ("Edda", "Vorn"), Span(start + 14, start + 23), PERSON)
    Acting(text, made, [Span(0, len(text))], []).lead()
    clients = [one for one in made.mentions.values() if one.name == "my client"]
    assert len(clients) == 4_000


@pytest.mark.parametrize("rest", ["said to be Witness B", "quoted by this newspaper on 3 May"])
def test_who_is_claimed_to_be_somebody_is_nobody_met_before(rest: str) -> None:
    text = f"A pilot left. Nobody asked the pilot {rest}."
    made = roll(text)
    assert not is_one(made, text, "the pilot", "A pilot")
