"""What texts tell to have been found of known elements, and posts and names told in two ways."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.assess.claims.cast import said

from onrecord.assess import (
    Borne,
    Held,
    Sentence,
    explained,
    past_and_present,
    prevailing,
    spelt_apart,
    told_findings,
    two_holders,
)
from onrecord.assess.differences.held_apart import one_letter_apart
from onrecord.core.dates import When
from onrecord.core.differences import ToldRow
from onrecord.core.findings import WHOLE, FoundRow
from onrecord.core.identity import SourceId
from onrecord.core.sentences import stems
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Element, Met, Stage, Test

TEST = Test(
    key="sluice",
    name="Evidential standard",
    elements=(
        Element(key="secret", wording="the gauges were secret", stage="all"),
        Element(key="passed", wording="they were passed on", stage="all"),
        Element(key="harm", wording="passing them on harmed the harbour", stage="all"),
    ),
    stages=(Stage(key="all", name="Evidence", threshold="a realistic prospect"),),
)


def read(*sentences: str, day: str = "", published: str = "2024-03-05") -> list[FoundRow]:
    """Read sentences of one letter; `day` is what the first names."""
    rows = [
        Sentence(
            source=SourceId("src_1"), source_label="letter", at=Span(at, at + len(words)),
            words=words, days=(When.of(day),) if day and not at else (), statement=None,
            published=When.of(published), publisher="Weir Office", official=True,
        )
        for at, words in zip(range(0, 1000, 100), sentences, strict=False)
    ]  # fmt: skip
    return list(told_findings(rows, TEST))


def test_a_letter_tells_the_elements_one_by_one_with_reasons_where_it_gives_them() -> None:
    rows = read(
        "On 13 February 2024 the standard was no longer met.",
        "The second element could not be proved once the only witness had withdrawn.",
        "I also concluded that the third element, harm, was not made out.",
        "I made no fresh assessment of the first element.",
        day="2024-02-13",
    )
    assert [(r.elements, r.found, r.reason is not None) for r in rows] == [
        ((WHOLE,), Met.NO_LONGER_MET, False),
        (("passed",), Met.NOT_MET, True),
        (("harm",), Met.NOT_MET, False),
        (("secret",), Met.NOT_ASSESSED, False),
    ]
    assert {str(row.when) for row in rows} == {"2024-02-13"}
    assert {row.finder for row in rows} == {"Weir Office"}


def test_what_was_told_in_a_month_long_over_is_not_found_on_the_day_of_the_letter() -> None:
    """ "In April your predecessor told us that he was satisfied": an element met again is none."""
    words = "Your predecessor told us that he was satisfied on every element."
    made = said("Mr Brand", "that he was satisfied on every element", cue="told")
    row = Sentence(
        source=SourceId("src_1"), source_label="letter", at=Span(0, len(words)), words=words,
        days=(), statement=replace(made, made=When.of("2023-04")), publisher="Dyke Committee",
        published=When.of("2024-03-05"), official=True,
    )  # fmt: skip
    (found,) = told_findings([row], TEST)
    assert (found.found, str(found.when), found.day_told) == (Met.MET, "2023-04", True)
    now = replace(row, statement=replace(made, made=When.of("2024-03")))
    (found,) = told_findings([now], TEST)  # a month that still runs is no day
    assert str(found.when) == "2024-03-05"


def test_what_is_only_assumed_or_doubted_is_no_finding() -> None:
    rows = read("I proceed on the footing that the gauges were secret.",
                "It is far from obvious where the harm is said to lie.")  # fmt: skip
    assert [(r.elements, r.found) for r in rows] == [
        (("secret",), Met.NOT_DECIDED),
        (("harm",), Met.DOUBTED),
    ]


def test_each_of_the_elements_is_every_element_and_two_clauses_are_two_findings() -> None:
    rows = read(
        "There is a realistic prospect of conviction on each of the three elements.",
        "The first element rests on the register and the second on the account of a witness.",
    )
    assert rows[0].elements == ("secret", "passed", "harm")
    assert [(r.elements, r.reason) for r in rows[1:]] == [
        (("secret",), "the register"),
        (("passed",), "the account of a witness"),
    ]


def test_questions_and_words_about_something_else_tell_no_finding() -> None:
    assert not read(
        "Which of the three elements was no longer met?",
        "She was never met by Mr Pell.",
        "They found that the tide was high.",
    )


def test_an_official_report_of_a_finding_goes_before_one_of_the_press() -> None:
    def row(found: Met, *, official: bool, day: str = "2024-02-13", told: bool = True) -> FoundRow:
        return FoundRow(
            id=f"{found}{official}{day}", elements=("harm",), found=found, when=When.of(day),
            finder="Pell", reason=None, official=official, day_told=told,
        )  # fmt: skip

    press, notice = row(Met.MET, official=False), row(Met.NOT_DECIDED, official=True)
    assert prevailing([press, notice]) == ([notice], [press])
    later = row(Met.NOT_DECIDED, official=False, day="2024-03-01", told=False)
    assert prevailing([later, notice]) == ([notice], [later])
    other = row(Met.MET, official=False, day="2024-03-01")
    assert prevailing([other, notice]) == ([other, notice], [])


def told(words: str, source: str, day: int = 1, *, official: bool = False) -> ToldRow:
    return ToldRow(value=words, source=SourceId(f"src_{source}"), source_label=source, words=words,
                   at=Span(0, 1), day=day, official=official)  # fmt: skip


def held(
    who: str, name: str, post: str, body: str, source: str, *, past: bool = False, day: int = 1,
    official: bool = False,
) -> Held:  # fmt: skip
    words = f"{name}, {post} of {body}"
    return Held(who, name, post, body, stems(f"{post} {body}"), past,
                told(words, source, day, official=official), stems(words))  # fmt: skip


def test_one_post_told_of_two_namesakes_is_a_difference_and_a_successor_is_none() -> None:
    father = held("a", "Old Pell", "lock keeper", "Ostrey", "A")
    son = held("b", "Young Pell", "lock keeper", "Ostrey", "B")
    (row,) = two_holders([father, son, held("a", "Old Pell", "lock keeper", "Ostrey", "C")])
    assert row.settled is not None
    assert row.settled.side == (1 if row.one.source_label in ("A", "C") else 2)
    assert not list(two_holders([father, held("c", "Ida Marr", "lock keeper", "Ostrey", "B")]))


def test_a_post_told_as_over_and_later_as_held_is_a_difference() -> None:
    over = held("a", "Ida Pell", "harbour minister", "", "A", past=True, day=10)
    now = held("a", "Ida Pell", "harbour minister", "", "B", day=20)
    office = held("a", "Ida Pell", "trade minister", "", "C", day=25, official=True)
    (row,) = past_and_present([over, now, office])
    assert row.settled is not None
    assert (row.settled.side, row.settled.by.source_label) == (1, "C")
    assert not list(past_and_present([now, held("a", "Ida Pell", "harbour minister", "", "D",
                                                past=True, day=30)]))  # fmt: skip


def test_a_post_whose_last_day_is_told_is_over_for_whoever_writes_after_it() -> None:
    """Also for who wrote before that day was told; of another post of that noun it says nothing."""
    over = held("a", "Ida Pell", "keeper", "", "Print Office", past=True, day=90, official=True)
    over = replace(over, until=20, wide=stems("keeper Print Office"))
    later, sooner, other = (
        replace(one, wide=stems(one.row.value))
        for one in (
            held("a", "Ida Pell", "keeper of prints", "", "B", day=30),
            held("a", "Ida Pell", "keeper of prints", "", "B", day=15),
            held("a", "Ida Pell", "keeper", "the lock", "B", day=30),
        )
    )
    (row,) = past_and_present([over, later])
    assert (row.one.source_label, row.other.source_label) == ("Print Office", "B")
    assert row.settled is not None
    assert row.settled.side == 1
    assert not list(past_and_present([over, sooner]))
    assert not list(past_and_present([over, other]))


def test_names_one_letter_apart_are_shown_and_never_joined() -> None:
    (row,) = spelt_apart([Borne("a", "Ida Morrow", told("x", "A")),
                          Borne("b", "Ida Morrew", told("y", "B"))])  # fmt: skip
    assert "two may be meant" in row.because[0]
    assert not list(spelt_apart([Borne("a", "Ida Morrow", told("x", "A")),
                                 Borne("b", "Tom Morrew", told("y", "B"))]))  # fmt: skip


@given(one=st.text("abc", max_size=6), other=st.text("abc", max_size=6))
def test_one_letter_apart_has_no_order(one: str, other: str) -> None:
    assert one_letter_apart(one, other) is one_letter_apart(other, one)
    assert not one_letter_apart(one, one)


def test_a_good_chance_of_conviction_is_the_standard_met_unless_it_is_only_asked_for() -> None:
    met = [
        "There is a better than even chance of conviction on each element.",
        "She sees a realistic prospect of conviction on all three elements.",
    ]
    assert [(len(r.elements), r.found) for w in met for r in read(w)] == [(3, Met.MET)] * 2
    for words in (
        "The test requires a better than even chance of conviction on each element.",
        "The question is whether there is a reasonable prospect of conviction on every element.",
    ):
        assert not read(words)
    (none,) = read("There is no reasonable prospect of conviction on each element.")
    assert none.found is Met.NOT_MET


def test_an_element_is_named_by_its_number_alone_once_elements_are_counted() -> None:
    rows = read("The first element rests on the gauge book.", "The second rests on the tide log.",
                "The third was not established because a witness left.")  # fmt: skip
    assert [(r.elements, r.found, r.reason) for r in rows] == [
        (("secret",), Met.MET, "the gauge book"),
        (("passed",), Met.MET, "the tide log"),
        (("harm",), Met.NOT_MET, "a witness left"),
    ]
    assert not read("The second rests on the tide log.")  # the second of what?


def test_so_means_what_the_sentence_before_spoke_of() -> None:
    rows = read("MS REED: I am asked to hold that the gauges were secret.",
                "I shall assume so for today.", "The first element he did not look at again.",
                "A ledger with gaps is not much of a proof that they were passed on.")  # fmt: skip
    assert [(r.elements, r.found) for r in rows] == [
        (("secret",), Met.NOT_DECIDED),
        (("secret",), Met.NOT_ASSESSED),
        (("passed",), Met.DOUBTED),
    ]


def test_whose_turn_it_is_in_a_transcript_is_who_finds_and_no_heading_is() -> None:
    (row,) = read("MS REED: The second element could not be proved.")
    assert row.finder == "Ms Reed"
    (row,) = read("NOTE TO READERS: The second element could not be proved.")
    assert row.finder == "Weir Office"


def test_what_is_explained_later_is_found_on_the_day_that_is_explained() -> None:
    whole = read("The standard was no longer met.", day="2023-02-13")[0]
    later = replace(read("The second element could not be proved.")[0], day_told=False)
    whole, later = replace(whole, finder="Ada Reed"), replace(later, finder="Ada Reed")
    assert [str(row.when) for row in explained([whole, later])] == ["2023-02-13"] * 2
    other = replace(later, finder="Tom Weir")
    assert [str(row.when) for row in explained([whole, other])] == ["2023-02-13", "2024-03-05"]
    dated = replace(later, day_told=True)
    assert next(reversed(list(explained([whole, dated])))).when == later.when
