"""Findings of parts that are named by letter or number, and rulings under headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.assess import Sentence, prevailing, told_findings
from onrecord.core.dates import When
from onrecord.core.findings import WHOLE, FoundRow
from onrecord.core.identity import SourceId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Element, Met, Stage, Test


def of(*wordings: str) -> Test:
    elements = tuple(
        Element(key=f"e{number}", wording=words, stage="all")
        for number, words in enumerate(wordings, 1)
    )
    return Test(
        key="t", name="t", elements=elements, stages=(Stage(key="all", name="t", threshold=""),)
    )


SCHOOL = of(
    "(a) the pupil was late", "(b) the head knew of it", "(c) the parents were not written to"
)
REGATTA = of("the cox steered out of lane", "the crew fouled the buoy", "the boat was underweight")


def read(test: Test, *words: str, official: bool = True) -> list[FoundRow]:
    rows = [
        Sentence(
            source=SourceId("src_1"), source_label="ruling", at=Span(at, at + len(one)), words=one,
            days=(), statement=None, published=When.of("2024-03-05"), publisher="Appeals Panel",
            official=official,
        )
        for at, one in zip(range(0, 2000, 200), words, strict=False)
    ]  # fmt: skip
    return list(told_findings(rows, test))


def told(rows: list[FoundRow]) -> list[tuple[tuple[str, ...], Met, bool]]:
    return [(row.elements, row.found, row.reason is not None) for row in rows]


@pytest.mark.parametrize(
    ("heading", "ruling", "found"),
    [
        ("Matter (b).", "Not proved.", Met.NOT_MET),
        ("3. Ground (b).", "Upheld.", Met.MET),
        ("Allegation (b)", "Found proved.", Met.MET),
        ("(b)", "Dismissed.", Met.NOT_MET),
    ],
)
def test_a_heading_names_the_part_and_the_next_words_rule_on_it(
    heading: str, ruling: str, found: Met
) -> None:
    rows = read(SCHOOL, heading, ruling, "The letter on the file was never opened.")
    assert told(rows) == [(("e2",), found, True)]
    assert rows[0].finder == "Appeals Panel"
    assert str(rows[0].when) == "2024-03-05"


def test_numbers_count_elements_that_have_no_labels_of_their_own() -> None:
    rows = read(REGATTA, "Ground 2: dismissed.", "The umpire was watching another lane.",
                "Ground 3: upheld.", "Our reasons are in the annex.")  # fmt: skip
    assert told(rows) == [(("e2",), Met.NOT_MET, True), (("e3",), Met.MET, False)]


def test_under_a_heading_an_elements_own_words_rule_with_not_or_without() -> None:
    rows = read(SCHOOL, "Matter (b).", "It follows that the head did not know of it.")
    assert told(rows) == [(("e2",), Met.NOT_MET, True)]
    assert not read(
        SCHOOL, "Matter (b).", "It follows that the head did not know of it.", official=False
    )


def test_a_sentence_that_only_repeats_the_element_is_no_reason() -> None:
    rows = read(
        REGATTA, "Ground 1.", "Upheld.", "The panel finds that the cox steered out of lane."
    )
    assert told(rows)[0] == (("e1",), Met.MET, False)


def test_each_of_the_three_matters_is_all_of_them_and_of_five_none() -> None:
    words = "I am satisfied that there is a realistic prospect of each of the {} matters."
    (row,) = read(SCHOOL, words.format("three"))
    assert row.elements == ("e1", "e2", "e3")
    assert not read(SCHOOL, words.format("five"))


def test_letters_in_a_sentence_and_the_others_beside_them() -> None:
    rows = read(
        SCHOOL,
        "Ms Vale, who was acting clerk, went back to matter (b) and was content that the test was"
        " still met; the other two she left alone.",
        "The Panel held matters (a) and (c) not proved.",
    )
    assert [(row.elements, row.found, row.finder) for row in rows] == [
        (("e2",), Met.MET, "Ms Vale"),
        (("e1", "e3"), Met.NOT_ASSESSED, "Ms Vale"),
        (("e1", "e3"), Met.NOT_MET, "Panel"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        ("Matter (f).", "Not proved."),
        ("Schedule (b).", "Not for the press."),
        ("The crew came to point 2 and rested.",),
    ],
)
def test_other_letters_and_numbers_are_no_elements(words: tuple[str, ...]) -> None:
    assert not read(SCHOOL, *words)


def test_letters_without_a_noun_name_nothing_where_no_wording_has_them() -> None:
    assert not read(replace(REGATTA, key="u"), "(b)", "Dismissed.")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The evidence no longer meets the test for a hearing.", Met.NO_LONGER_MET),
        ("The file does not satisfy the standard.", Met.NOT_MET),
        ("The file passes the club's own test.", Met.MET),
    ],
)
def test_evidence_meets_a_test_or_does_not(words: str, found: Met) -> None:
    (row,) = read(REGATTA, words)
    assert (row.elements, row.found) == ((WHOLE,), found)


def test_what_a_body_tells_of_anothers_finding_is_a_report_of_it() -> None:
    (own,) = read(SCHOOL, "The Panel held matters (a) and (c) not proved.")
    assert own.official
    (told_of,) = read(SCHOOL, "The Tribunal held matters (a) and (c) not proved.")
    assert not told_of.official
    first = replace(own, finder="Schools Tribunal", when=When.of("2024-02-20"))
    assert prevailing([first, told_of]) == ([first], [told_of])


def test_a_reason_that_names_the_element_in_passing_is_still_a_reason() -> None:
    rows = read(SCHOOL, "Matter (a).", "Not proved.", "He was slow, and slow is not late.")
    assert rows[0].reason == "He was slow, and slow is not late."
