"""Differences of fact: only of what is surely one thing, with both sides and what settles it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess import Retraction, Telling, corrected, differences
from onrecord.assess.differences.differences import Value, differ
from onrecord.core.dates import When
from onrecord.core.differences import DifferenceRow, Matter, ToldRow
from onrecord.core.identity import RowId, SourceId, TextId
from onrecord.core.sentences import sentences, stems
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Bound, Quantity, Text

DAY = When.of("2024-05-03").first or 0


def counted(number: float, bound: Bound = Bound.EXACTLY, item: str = "gauges") -> Quantity:
    at = Span(0, 1)
    return Quantity(id=RowId("q"), bound=bound, number=number, at=at, number_at=at, item=item)


def told(
    words: str,
    value: Value,
    source: str,
    *,
    official: bool = False,
    day: int = DAY,
    page: str = "",
    sure: bool = False,
) -> Telling:
    matter = Matter.AGE if isinstance(value, int) else Matter.NUMBER
    matter = Matter.DATE if isinstance(value, When) else matter
    shown = str(value) if isinstance(value, (When, int)) else f"{value.bound} {value.number}"
    return Telling(
        matter=matter, about="gauge" if matter is Matter.NUMBER else "", value=value,
        words=stems(words), near=stems(words), page=page, sure=sure,
        row=ToldRow(value=shown, source=SourceId(f"src_{source}"), source_label=source, words=words,
                    at=Span(0, len(words)), day=day, official=official),
    )  # fmt: skip


SEARCH = "Wardens searched the lock house at Ostrey Weir"


def test_two_days_for_one_search_are_a_difference_that_the_notice_settles() -> None:
    rows = differences(
        [
            told(SEARCH, When.of("2024-05-02"), "Echo"),
            told(SEARCH, When.of("2024-05-03"), "Post"),
            told(
                "The lock house was searched", When.of("2024-05-02"), "Weir Office", official=True
            ),
        ]
    )
    assert [(r.matter, r.one.source_label, r.other.source_label) for r in rows] == [
        (Matter.DATE, "Echo", "Post")
    ]
    settled = rows[0].settled
    assert settled is not None
    assert (settled.side, settled.by.source_label) == (1, "Weir Office")
    assert "official" in rows[0].outcome


def test_nothing_on_record_may_settle_it() -> None:
    (row,) = differences(
        [told(SEARCH, When.of("2024-05-02"), "A"), told(SEARCH, When.of("2024-05-03"), "B")]
    )
    assert row.settled is None
    assert row.outcome == "nothing on record settles it"


def test_what_shares_only_its_numbers_is_left_alone() -> None:
    assert not differences(
        [
            told("The ferry sank off Marl Point", When.of("2024-05-02"), "A"),
            told("A vote on herring quotas was held", When.of("2024-05-03"), "B"),
        ]
    )


def test_versions_of_one_page_are_no_two_documents() -> None:
    rows = [
        told(SEARCH, When.of(f"2024-05-0{n}"), f"v{n}", page="https://a.example/x") for n in (2, 3)
    ]
    assert not differences(rows)


def test_bounds_that_leave_room_agree_and_one_that_is_dropped_is_its_own_kind() -> None:
    least, exact = counted(34, Bound.AT_LEAST), counted(34)
    assert differ(told("a", least, "A"), told("a", exact, "B")) is not None
    assert differ(told("a", least, "A"), told("a", exact, "B"))[1] is Matter.BOUND  # type: ignore[index]
    assert differ(told("a", least, "A"), told("a", counted(40), "B")) is None
    assert differ(told("a", counted(34), "A"), told("a", counted(35), "B"))[1] is Matter.NUMBER  # type: ignore[index]
    assert differ(told("a", counted(34), "A"), told("a", counted(34, item="locks"), "B")) is None


def test_an_age_may_grow_with_the_years_and_not_shrink() -> None:
    now = told("a", 29, "A", sure=True)
    assert differ(now, told("a", 30, "B", day=DAY + 200)) is None
    assert differ(now, told("a", 28, "B", day=DAY + 200)) is not None
    assert differ(now, told("a", 33, "B", day=DAY + 365)) is not None
    rows = differences([now, told("b", 28, "B", day=DAY + 200, sure=True)])
    assert rows[0].because[-1] == "both are told of one actor"


def page(words: str) -> Text:
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(words.index(part), words.index(part) + len(part)))
        for part in words.split("\n\n")
    )
    return Text(id=TextId("txt_1"), characters=words, blocks=blocks)


def test_a_correction_is_cut_into_what_is_taken_back_and_what_stands() -> None:
    text = page(
        "The lock was shut.\n\nCorrection: In a report of 2 May we said that nine gauges were lost"
        " and that the lock was open. Six gauges were lost, and the lock was shut."
    )
    (found,) = corrected(text)
    wrong = [span.of(text.characters) for span in found.wrong]
    assert len(wrong) == 2
    assert "nine gauges" in wrong[0]
    assert "open" in wrong[1]
    assert "Six gauges" in found.right[-1].of(text.characters)
    assert not list(corrected(page("He asked for a correction. None came.")))


@pytest.mark.parametrize(
    ("note", "wrong", "right"),
    [
        ("Clarification, 4 May. This story said that the lock had nine gauges. The figure in the"
         " survey is six.", ["the lock had nine gauges"], "in the survey is six"),
        ("Putting it right. On 3 May we reported that the lock was open and called Ada Fenn the"
         " warden. The lock was shut. Ms Fenn was acting warden.",
         ["the lock was open", "Ada Fenn the warden"], "acting warden"),
        ("Corrections. We reported on 27 May that the choir sang in April; it sang on 12 March.",
         ["the choir sang in April"], "it sang on 12 March"),
        ("For the record: our first report gave the school's roll as eighty; it was seventy.",
         ["the school's roll as eighty"], "it was seventy"),
    ],
)  # fmt: skip
def test_a_note_is_known_by_its_heading_and_cut_where_it_turns(
    note: str, wrong: list[str], right: str
) -> None:
    text = page(f"The weir is old.\n\n{note}")
    (found,) = corrected(text)
    told = [span.of(text.characters).strip(" .") for span in found.wrong]
    assert told == wrong
    assert any(right in span.of(text.characters) for span in found.right)


def test_a_heading_in_running_text_and_a_list_of_what_was_said_are_no_turn() -> None:
    assert not list(corrected(page("The clarification pleased her. She said so twice.")))
    text = page("Correction: we said that A was shut; that B was open. Both are open.")
    (found,) = corrected(text)
    assert "that B was open" in " ".join(span.of(text.characters) for span in found.wrong)


def test_a_day_that_is_set_right_is_held_against_who_tells_the_same_thing_of_it() -> None:
    wrong, right = When.of("2024-04"), When.of("2024-03-12")
    words = "We reported that the choir sang in April; it sang on 12 March"
    note = told(words, wrong, "Echo"), told(words, right, "Echo")
    retraction = Retraction(
        outlet="Echo", wrong=(), right=stems(words), wrong_values=note[:1], right_values=note[1:],
        row=note[0].row,
    )  # fmt: skip
    first = told("The choir, which sang in April, is on tour", wrong, "Echo, 2024")
    apart = told("A nursery was opened", right, "Wire")
    assert not differences([first, apart, *note], [retraction])
    same = told("The choir sang at noon", right, "Post")
    (row,) = differences([first, apart, same, *note], [retraction])
    assert {row.one.source_label, row.other.source_label} == {"Echo, 2024", "Post"}
    assert row.settled is not None


def test_sentences_are_cut_at_their_ends_and_not_at_titles() -> None:
    text = page("Mr. Pell spoke on Oct. 11. “It is over.” He left at 6 p.m.\n\nShe stayed.")
    cut = [span.of(text.characters) for span in sentences(text)]
    assert cut[0] == "Mr. Pell spoke on Oct. 11."
    assert cut[-1] == "She stayed."


_value = st.one_of(
    st.sampled_from(["2024-05-02", "2024-05-03", "2024-05", "2023-12-31"]).map(When.of),
    st.integers(20, 40),
    st.builds(counted, st.sampled_from([34.0, 35.0, 40.0]), st.sampled_from(list(Bound))),
)


@given(one=_value, other=_value, days=st.integers(-900, 900))
def test_holding_two_tellings_against_each_other_has_no_order(
    one: Value, other: Value, days: int
) -> None:
    a, b = told(SEARCH, one, "A"), told(SEARCH, other, "B", day=DAY + days)
    kinds = [None if found is None else found[1] for found in (differ(a, b), differ(b, a))]
    assert kinds[0] == kinds[1]
    assert differ(a, a) is None


@given(values=st.lists(_value, max_size=8), seed=st.randoms())
def test_the_order_in_which_documents_come_changes_no_difference(
    values: list[Value], seed: object
) -> None:
    rows = [told(SEARCH, value, f"source {n}") for n, value in enumerate(values)]

    def pairs(found: list[DifferenceRow]) -> set[tuple[Matter, frozenset[str]]]:
        return {(row.matter, frozenset((row.one.value, row.other.value))) for row in found}

    before = pairs(differences(rows))
    seed.shuffle(rows)  # type: ignore[attr-defined]
    assert pairs(differences(rows)) == before
