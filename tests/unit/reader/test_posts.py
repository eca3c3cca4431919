"""Posts read from texts: who, what, of which body, and what kind of bound each end is."""

from __future__ import annotations

import pytest
from bench.texts import paragraphs
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.core.vocabulary import Reading, Tenure
from onrecord.reader import TrainedReader

READER = TrainedReader()


def read(words: str, told_on: str | None = "2024-05-16") -> Reading:
    return READER.read(paragraphs(words), When.of(told_on) if told_on else None)


def only(words: str, told_on: str | None = "2024-05-16") -> Tenure:
    (tenure,) = read(words, told_on).tenures
    return tenure


def test_an_apposition_is_attested_on_the_day_told_and_open_then() -> None:
    """Nothing says when it began."""
    reading = read("Ann Vale, chief executive of the Harbour Board, said the gates were open.")
    (tenure,) = reading.tenures
    names = {mention.id: mention.name for mention in reading.mentions}
    assert tenure.holder is not None
    assert names[tenure.holder] == "Ann Vale"
    assert (tenure.post, tenure.body) == ("chief executive", "Harbour Board")
    assert tenure.held is not None
    assert tenure.held.edtf == "/.."
    assert tenure.held.rule == "start: not known; end: open at publication"
    assert [cited.edtf for cited in tenure.cited] == ["2024-05-16"]


def test_former_bounds_the_end_by_the_day_told_and_says_nothing_of_the_beginning() -> None:
    """It is not the day on which it ended."""
    tenure = only("Rhona Tull, a former party secretary for Oxlow, has left.")
    assert tenure.held is not None
    assert tenure.held.edtf == "/2024-05-16"
    assert tenure.held.rule == "start: not known; end: not after"


def test_without_the_day_told_former_has_no_date_at_all() -> None:
    """There is nothing to bound it by."""
    assert only("Former mayor Gil Farrow was seen at the quay.", None).held is None


def test_a_body_between_former_and_the_post_does_not_hide_that_it_is_over() -> None:
    """It is not the body that is former."""
    tenure = only("The letter was sent by former Karsk governor Nils Orme.")
    assert (tenure.body, tenure.held) == ("Karsk", When(
        edtf="/2024-05-16", rule="start: not known; end: not after",
    ))  # fmt: skip


def test_then_is_attested_on_the_day_of_what_is_told() -> None:
    """The day of the treaty is cited, and no bound of the tenure."""
    tenure = only("In June 2021 the then foreign secretary, Ada Finch, signed the treaty.")
    assert tenure.held is not None
    assert tenure.held.edtf == "/2024-05-16"
    assert [cited.edtf for cited in tenure.cited] == ["2021-06"]


def test_who_succeeds_somebody_begins_where_the_other_ends() -> None:
    """Two tenures in one sentence, each with one end."""
    reading = read("Lena Corrigan succeeded Gil Farrow as mayor of Oxlow in May 2023.")
    names = {mention.id: mention.name for mention in reading.mentions}
    held = {names[t.holder]: t.held.edtf for t in reading.tenures if t.holder and t.held}
    assert held == {"Lena Corrigan": "2023-05/", "Gil Farrow": "/2023-05"}


def test_one_phrase_may_name_two_posts_that_nobody_named_holds() -> None:
    """Unnamed holders stay unnamed, and each row leads to its own body's words."""
    words = "On Monday the chairs of the home affairs and justice committees wrote to her."
    tenures = read(words).tenures
    assert {t.body for t in tenures} == {"home affairs committee", "justice committee"}
    assert {t.holder for t in tenures} == {None}
    assert len({t.id for t in tenures}) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Ivo Marsh would be chairman if the vote were held today.",
        "Mina Holt denied being the secretary of the club.",
        "Paul Ostrander is not the director of Belmar Trading.",
        "Sela Brandt is tipped to become finance minister.",
        "Joan Belling applied to be chief executive of the Port Authority.",
        "Was Dora Vance ever president of the Civic Union?",
        "Reports that Vera Stroud had been made commissioner were false.",
        "Mr Wendt and Dr Lawson walked home.",
        '"I was harbourmaster for ten years," said Joss Keel.',
    ],
)
def test_what_is_denied_hoped_asked_or_quoted_is_no_tenure(words: str) -> None:
    """Nor is a bare "Mr" or "Dr" a post."""
    assert not read(words).tenures


def test_a_week_as_an_end_becomes_its_month() -> None:
    """An end is one date, and never narrower than its words."""
    tenure = only("Rob Castell was hired as manager of Thrale United last week.")
    assert tenure.held is not None
    assert tenure.held.edtf == "2024-05/"


_PIECES = st.sampled_from(
    ["Ann Vale", ",", "the", "former", "then", "chairman", "of", "mayor", "Harbour Board", "was",
     "appointed", "as", "in", "March 2021", "until", "2015", "since", "from", "to", "who", "and",
     "succeeded", "Ivo Marsh", "he", "not", "chief executive", "'s", "(", ")", "for six years", "."]
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.lists(_PIECES, max_size=25))
def test_whatever_the_words_every_tenure_leads_to_its_own(pieces: list[str]) -> None:
    """Its places lie in the text, its post stands there, its holder is a mention of the reading."""
    words = " ".join(pieces)
    reading = read(words)
    mentions = {mention.id for mention in reading.mentions}
    assert len({tenure.id for tenure in reading.tenures}) == len(reading.tenures)
    for tenure in reading.tenures:
        assert all(place.fits(words) for place in tenure.at)
        assert tenure.holder is None or tenure.holder in mentions
        assert tenure.post


@pytest.mark.parametrize(
    "piece", ["the former ", "mayor of ", "Vale, the mayor, ", "chairman and "]
)
def test_hostile_repetition_is_read_in_proportion(piece: str) -> None:
    """No sentence is longer than its limit, and no phrase than its own."""
    assert read(piece * 500) is not None


def test_a_post_in_somebodys_words_names_the_statement() -> None:
    """It is theirs, not the text's; an apposition beside a name may be too."""
    reading = read("Rhona Tull said that Ida Morrow was the harbour master until 2019.")
    (tenure,) = reading.tenures
    (said,) = reading.statements
    assert (tenure.post, tenure.said_in) == ("harbour master", said.id)


def test_a_post_in_the_texts_own_voice_names_none() -> None:
    """Whoever is appointed is not reported to have been, though a verb of naming tells it."""
    assert only("The board appointed Hal Wexley as chief executive in 2015.").said_in is None
    assert only("Ann Vale, mayor of Oxlow, said the gates were open.").said_in is None


@pytest.mark.parametrize(
    "words",
    [
        "Rhona Tull denied that Ida Morrow was the harbour master.",
        "Rhona Tull asked whether Ida Morrow was the harbour master.",
        "Rhona Tull said that Ida Morrow was not the harbour master.",
    ],
)
def test_a_post_that_somebody_denies_or_asks_about_is_no_tenure(words: str) -> None:
    """Nobody says that it was held."""
    assert not read(words).tenures


@pytest.mark.parametrize(
    ("words", "post", "edtf"),
    [
        ("Ida Pell, the director of prisons, who retires at the end of next month, said no.",
         "director of prisons", "/2024-06"),
        ("Otto Brandt, the treasurer, stepped down in March 2023.", "treasurer", "/2023-03"),
        ("Gil Farrow, the head of security, left the post in June 2022.", "head of security",
         "/2022-06"),
        ("Lena Corrigan, then housing minister, who moved to the health ministry last November, "
         "did not reply.", "housing minister", "/2023-11"),
        ("Rhona Tull, a data analyst who joined the Port Office in May 2021, was held.",
         "data analyst", "2021-05/.."),
    ],
)  # fmt: skip
def test_who_comes_or_goes_in_a_clause_of_its_own_has_that_end(
    words: str, post: str, edtf: str
) -> None:
    """Behind the name and its post, with a date."""
    held = {(t.post, t.held.edtf) for t in read(words).tenures if t.held}
    assert (post, edtf) in held


@pytest.mark.parametrize(
    "words",
    [
        "Ida Pell, the director of prisons, left the meeting in June 2022.",
        "Ida Pell, the director of prisons, who joined the march on Monday, sang.",
        "Ida Pell, the director of prisons, moved house in June 2022.",
        "Ida Pell, the director of prisons, who retires soon, said no.",
    ],
)
def test_who_goes_elsewhere_leaves_no_post(words: str) -> None:
    """What is left or joined has to be the post or a body; and there has to be a date."""
    assert {t.held.edtf for t in read(words).tenures if t.held} == {"/.."}


@pytest.mark.parametrize(
    ("words", "post"),
    [
        (
            "Ann Vale, the chief operating officer of Maris Group, said no.",
            "chief operating officer",
        ),
        ("Ann Vale is the chief financial officer of Maris Group.", "chief financial officer"),
        ("Ann Vale, the procurement manager of the Harbour Board, said no.", "procurement manager"),
        ("Infrastructure Minister Ann Vale said no.", "Infrastructure Minister"),
    ],
)
def test_the_field_of_a_post_is_part_of_it(words: str, post: str) -> None:
    assert only(words).post == post
