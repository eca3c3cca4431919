"""Findings of counts, of "each of them", with a day by which, and who signs the paper."""

from __future__ import annotations

import pytest
from tests.unit.assess.test_told_findings import TEST

from onrecord.assess import Sentence, told_findings
from onrecord.core.dates import When
from onrecord.core.findings import FoundRow
from onrecord.core.identity import SourceId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Element, Met, Stage, Test

COUNTS = Test(
    key="oars",
    name="Rules of the regatta",
    elements=(
        Element(key="late", wording="she left the boathouse open (count one)", stage="all"),
        Element(key="lent", wording="she lent the oars to a rival (count two)", stage="all"),
    ),
    stages=(Stage(key="all", name="Proof", threshold="proved"),),
)


def read(
    test: Test, *sentences: str, publisher: str = "Weir Office", days: dict[int, str] | None = None
) -> list[FoundRow]:
    rows = [
        Sentence(
            source=SourceId("src_1"), source_label=f"{publisher}, 2024-03-05", words=words,
            at=Span(100 * number, 100 * number + len(words)), statement=None,
            days=(When.of(days[number]),) if days and number in days else (),
            published=When.of("2024-03-05"), publisher=publisher, official=True,
        )
        for number, words in enumerate(sentences)
    ]  # fmt: skip
    return list(told_findings(rows, test))


def test_what_is_found_of_a_count_that_the_sentence_before_names() -> None:
    rows = read(
        COUNTS,
        "On count one, her own letter is enough.",
        "We find it proved.",
        "On count two we saw the oars but not who took them.",
        "We do not say that it did not happen.",
        "We find the count not proved.",
    )
    assert [(row.elements, row.found) for row in rows] == [
        (("late",), Met.MET),
        (("lent",), Met.NOT_MET),
    ]
    assert rows[0].reason == "her own letter is enough."
    assert rows[1].reason is not None


def test_a_count_that_no_element_has_is_a_whole_charge() -> None:
    (row,) = read(TEST, "On count one the test is no longer met.")
    assert row.elements == ("",)


def test_each_of_them_is_each_that_was_gone_through() -> None:
    rows = read(
        TEST,
        "A licence is withheld only where each of the limbs is met: (1) that the gauges were"
        " secret; (2) that they were passed on.",
        "The Warden finds each of them met.",
        "On the first she relies upon the gauge book and on the second upon letters found at home.",
    )
    assert [(row.elements, row.found, row.finder) for row in rows] == [
        (("secret", "passed"), Met.MET, "Warden"),
        (("secret",), Met.MET, "Warden"),
        (("passed",), Met.MET, "Warden"),
    ]
    assert [row.reason for row in rows] == [None, "the gauge book", "letters found at home"]


@pytest.mark.parametrize(
    "words",
    [
        "A licence may be lost only if the second element is proved.",
        "The second element must be proved.",
        "Nothing is decided unless the second element is made out.",
    ],
)
def test_what_has_to_be_met_is_not_found(words: str) -> None:
    assert read(TEST, words) == []


def test_a_limb_still_met_with_its_reason_and_others_nobody_had_to_look_at() -> None:
    rows = read(
        TEST,
        "It had ceased to be met by 18 February because of the second limb.",
        "The first limb was still met: nothing casts doubt upon the gauge book.",
        "I had no need to return to the third.",
        days={0: "[..2024-02-18]"},
    )
    assert [(row.elements, row.found, row.when and row.when.edtf) for row in rows] == [
        (("passed",), Met.NO_LONGER_MET, "2024-02-18"),
        (("secret",), Met.MET, "2024-02-18"),
        (("harm",), Met.NOT_ASSESSED, "2024-02-18"),
    ]
    assert rows[1].reason is not None


def test_what_could_not_be_proved_is_not_met() -> None:
    rows = read(TEST, "It was the second limb that we could not prove; nobody would speak to it.")
    assert [(row.elements, row.found) for row in rows] == [(("passed",), Met.NOT_MET)]
    assert rows[0].reason == "nobody would speak to it"


@pytest.mark.parametrize(
    ("publisher", "end", "finder"),
    [
        ("Weir Office", "Ann Vale, Head of Licensing", "Ann Vale"),
        ("Weir Office", "Ann Vale\nWarden", "Ann Vale"),
        ("Weir Office", "Ann Vale, for the Office", "Weir Office"),
        ("Regatta Appeals Tribunal", "Ann Vale, Chair", "Regatta Appeals Tribunal"),
        ("Weir Office, Conduct Panel", "The oars are returned.", "Conduct Panel"),
    ],
)
def test_who_signs_a_bodys_paper_has_found_what_it_finds(
    publisher: str, end: str, finder: str
) -> None:
    (row,) = read(TEST, "The second element was not made out.", end, publisher=publisher)
    assert row.finder == finder
