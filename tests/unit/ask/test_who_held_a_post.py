"""Who held a post on a day: yes, no or not known, and always on which rows that rests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ask import in_body, near, plainly_named, titles, was, who
from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.holding import Holds
from onrecord.core.identity import RowId, SourceId, StatementId, TextId
from onrecord.core.posts import Named, TenureRow
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Commitment, Mode, Naming, Polarity, SpeechAct

SEEN = date(2024, 6, 1)
IDA = (Named(name="Ida Morrow", borne=When.of("../2021-05-01")),
       Named(name="Lady Morrow", borne=When.of("2021-05-01/..")))  # fmt: skip


def tenure(
    name: str | tuple[Named, ...],
    held: str | None,
    *,
    post: str = "Harbour Master",
    body: str = "Port",
    source: str = "src_table",
    person: str = "",
    listed: bool = True,
    cited: tuple[str, ...] = (),
    seen: date = SEEN,
) -> TenureRow:
    names = (Named(name=name),) if isinstance(name, str) else name
    return TenureRow(
        id=RowId(f"ten_{names[0].name} {post} {held} {source} {person}"),
        source=SourceId(source),
        source_label=source,
        text=TextId("txt_1"),
        at=Span(0, 1),
        around=Span(0, 1),
        names=names,
        post=post,
        body=body,
        held=None if held is None else When.of(held),
        cited=tuple(map(When.of, cited)),
        listed=listed,
        known="2024-06-01",
        reader="tables",
        seen=seen.toordinal(),
        person=person,
    )


def statement(speaker: str) -> StatementRow:
    return StatementRow(
        id=StatementId("sta_1"), source=SourceId("src_table"), source_label="src_table",
        text=TextId("txt_1"), speaker=speaker, naming=Naming.NAMED, actor=None, actor_name="",
        cue="said", content="it was so", at=Span(0, 1), content_spans=(), source_spans=(),
        cue_spans=(), hedge_spans=(), mention=None, mode=Mode.INDIRECT, act=SpeechAct.ASSERTS,
        polarity=Polarity.POSITIVE, commitment=Commitment.NOT_STATED, hedges=(), made=None,
        parent=None, chain=(), reader="trained", known="2024-06-01",
    )  # fmt: skip


def asked(rows: list[TenureRow], day: str) -> dict[str, str]:
    """Give each holder's answer by the name of the day."""
    return {row.name: row.answer.value for row in who(rows, date.fromisoformat(day)).holders}


ONE = tenure(IDA, "2020-01-05/2022-03-01", person="ida")
NEXT = tenure("Sam Pell", "2022-03-01/..", person="sam")


def test_holders_follow_each_other_and_the_day_of_change_is_not_known() -> None:
    """The table gives the day, and no hour."""
    assert asked([ONE, NEXT], "2022-02-28") == {"Lady Morrow": "yes"}
    assert asked([ONE, NEXT], "2022-03-02") == {"Sam Pell": "yes"}
    assert asked([ONE, NEXT], "2022-03-01") == {"Lady Morrow": "not known", "Sam Pell": "not known"}
    answer = who([ONE, NEXT], date(2022, 3, 1))
    assert answer.answer is Holds.NOT_KNOWN
    assert answer.sure == ()
    assert all("no hour is given" in row.because[0] for row in answer.holders)


def test_a_holder_is_called_as_on_that_day() -> None:
    """A peerage or a marriage changes the name, not the holder."""
    assert list(asked([ONE], "2020-06-01")) == ["Ida Morrow"]
    assert list(asked([ONE], "2021-06-01")) == ["Lady Morrow"]


def test_between_two_names_the_last_one_taken_stays() -> None:
    """Some months lie between the end of one name and the next in real tables."""
    names = (Named(name="Ida Vale", borne=When.of("../2020-01-01")),
             Named(name="Lady Vale", borne=When.of("2020-04-01/..")))  # fmt: skip
    assert list(asked([tenure(names, "2019/2021")], "2020-02-15")) == ["Ida Vale"]


def test_a_table_that_has_an_open_end_says_nothing_of_days_after_it() -> None:
    """It was open on the day of the table."""
    assert asked([NEXT], "2024-06-01") == {"Sam Pell": "yes"}
    assert asked([NEXT], "2024-06-02") == {"Sam Pell": "not known"}


def test_a_later_table_that_tells_the_end_settles_an_earlier_open_one() -> None:
    """The earlier table could not know; it does not weigh against the later."""
    ended = tenure("Sam Pell", "2022-03-01/2024-07-05", source="src_later", person="sam",
                   seen=date(2025, 1, 1))  # fmt: skip
    assert asked([NEXT, ended], "2024-08-01") == {}
    assert asked([NEXT, ended], "2024-06-20") == {"Sam Pell": "yes"}


def test_a_term_that_follows_a_term_of_the_same_holder_leaves_no_gap() -> None:
    """Whoever holds it before and after the day of change holds it on that day."""
    terms = [tenure("Ida Vale", "2001-01-03/2003-01-03"), tenure("Ida Vale", "2003-01-03/2005")]
    (row,) = who(terms, date(2003, 1, 3)).holders
    assert (row.answer, len(row.rests_on)) == (Holds.YES, 2)


def test_several_hold_one_post_at_once() -> None:
    """Each is named, each with its own row."""
    rows = [ONE, tenure("Sam Pell", "2019-01-01/2023-01-01"), tenure("Ivo Marrin", "2019/2023")]
    assert set(asked(rows, "2021-01-01").values()) == {"yes"}
    assert len(who(rows, date(2021, 1, 1)).sure) == 3


def test_two_tables_that_agree_are_two_rows_of_one_holder() -> None:
    """The answer rests on both."""
    also = tenure("Lady Morrow", "2020-01/2022", source="src_other")
    (row,) = who([ONE, also], date(2021, 6, 1)).holders
    assert {one.source for one in row.rests_on} == {"src_table", "src_other"}


def test_two_people_of_one_name_in_one_table_stay_two() -> None:
    """A key of the table's own keeps them apart."""
    rows = [
        tenure("Sam Pell", "2019/2023", person="a"),
        tenure("Sam Pell", "2020/2024", person="b"),
    ]
    assert [row.person for row in who(rows, date(2022, 1, 1)).sure] == ["a", "b"]
    row = was(rows, rows, rows, date(2024, 6, 1), "Sam Pell")
    assert (row.answer, row.person) == (Holds.NOT_KNOWN, "b")
    row = was(rows, rows, rows, date(2022, 6, 1), "Sam Pell")
    assert row.answer is Holds.YES
    assert row.because[0] == "2 people of that name are on record"


def test_a_post_nobody_is_in_tells_who_was_before_and_after() -> None:
    """An empty list is no claim that the post was vacant."""
    rows = [tenure("Ida Vale", "2019-01-01/2020-01-01"), tenure("Sam Pell", "2021-01-01/..")]
    answer = who(rows, date(2020, 6, 1))
    assert (answer.answer, answer.holders) == (Holds.NOT_KNOWN, ())
    told = " ".join(answer.because)
    assert "not recorded" in told
    assert "before that day: Ida Vale" in told
    assert "after it: Sam Pell" in told


def test_a_row_that_says_a_post_was_vacant_is_no_holder_and_answers_no() -> None:
    """Whatever the word; and it counts against whoever else is asked for."""
    gap = tenure("VACANT", "2020-01-01/2021-01-01")
    answer = who([gap, NEXT], date(2020, 6, 1))
    assert (answer.answer, answer.holders, answer.vacant) == (Holds.NO, (), (gap,))
    row = was([], [gap, NEXT], [], date(2020, 6, 1), "Ivo Marrin")
    assert (row.answer, row.rests_on) == (Holds.NO, (gap,))
    assert who([gap, NEXT], date(2021, 1, 1)).answer is Holds.NOT_KNOWN
    assert asked([gap, NEXT], "2023-01-01") == {"Sam Pell": "yes"}


def test_somebody_with_tenures_of_the_post_is_judged_by_them() -> None:
    """Before, within, after; and by whichever of several tenures holds."""
    again = tenure(IDA, "2023-01-01/2023-06-01", person="ida")
    for day, answer in (("2019-12-31", "no"), ("2020-05-01", "yes"), ("2022-06-01", "no"),
                        ("2023-02-01", "yes"), ("2023-06-01", "not known")):  # fmt: skip
        row = was([ONE, again], [ONE, again], [ONE, again], date.fromisoformat(day), "Ida Morrow")
        assert (day, row.answer.value) == (day, answer)
        assert row.rests_on
        assert row.because


def test_absence_is_a_no_only_where_a_table_that_knows_the_actor_has_another_in_the_post() -> None:
    """And that no rests on the other's row."""
    pilot = tenure("Ivo Marrin", "2019/2023", post="Pilot")
    row = was([], [ONE, NEXT], [pilot], date(2021, 1, 1), "Ivo Marrin")
    assert (row.answer, row.rests_on) == (Holds.NO, (ONE,))
    elsewhere = tenure("Ivo Marrin", "2019/2023", post="Pilot", source="src_other")
    said = tenure(IDA, "2020-01-05/2022-03-01", listed=False)
    for rows, known in (([ONE], [elsewhere]), ([ONE], []), ([said], [pilot]), ([NEXT], [pilot])):
        assert was([], rows, known, date(2021, 1, 1), "Ivo Marrin").answer is Holds.NOT_KNOWN


def test_days_on_which_a_text_attests_somebody_are_a_yes_and_no_more() -> None:
    """Between two attested days nothing is known."""
    said = tenure("Ivo Marrin", None, listed=False, cited=("2021-01-01", "2021-03-01"))
    assert asked([said], "2021-03-01") == {"Ivo Marrin": "yes"}
    assert asked([said], "2021-02-01") == {"Ivo Marrin": "not known"}


def test_sources_that_disagree_about_one_holder_leave_it_not_known() -> None:
    """An article goes on calling a post by its last holder; the table says when that ended."""
    said = tenure(IDA, None, listed=False, source="src_article", cited=("2022-06-01",), body="")
    (row,) = who([ONE, said], date(2022, 6, 1)).holders
    assert (row.answer, row.because[-1]) == (Holds.NOT_KNOWN, "the sources disagree")
    assert {one.source for one in row.rests_on} == {"src_table", "src_article"}
    assert was([ONE, said], [ONE, said], [ONE, said], date(2022, 6, 1), "x") == row
    shorter = tenure(IDA, "2020-01-05/2021-01-01", source="src_other")
    assert asked([ONE, shorter], "2021-06-01") == {"Lady Morrow": "not known"}
    older = tenure(IDA, "2018/2019", source="src_other", seen=date(2019, 6, 1))
    assert asked([ONE, older], "2021-06-01") == {"Lady Morrow": "yes"}


def test_a_text_that_names_no_body_and_a_table_that_does_tell_of_one_post() -> None:
    """Together they are one answer; where two bodies have the post, nobody guesses which."""
    said = tenure(IDA, None, listed=False, source="src_article", cited=("2021-06-01",), body="")
    (row,) = who([said, ONE], date(2021, 6, 1)).holders
    assert (row.answer, row.body, len(row.rests_on)) == (Holds.YES, "Port", 2)
    other = tenure(IDA, "2020/2023", body="Navy")
    assert len(who([said, ONE, other], date(2021, 6, 1)).holders) == 3


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 60), st.integers(0, 60)), max_size=8),
    st.integers(-2, 62),
)
def test_who_and_was_agree_with_counting_days(terms: list[tuple[str, int, int]], at: int) -> None:
    """On exact days an answer is what the days between beginning and end give."""
    first = date(2021, 1, 1)
    rows = [
        tenure(name, f"{first + timedelta(min(a, b))}/{first + timedelta(max(a, b))}")
        for name, a, b in terms
    ]
    day = first + timedelta(at)
    found = who(rows, day)
    given_by = {row.name: row.answer for row in found.holders}
    for name in "abc":
        mine = [sorted(term[1:]) for term in terms if term[0] == name]
        inside = any(a < at < b for a, b in mine)
        ends, begins = any(b == at for _, b in mine), any(a == at for a, b in mine)
        expected = (
            Holds.YES if inside or (ends and begins and not any(a == b == at for a, b in mine))
            else Holds.NOT_KNOWN if ends or begins else Holds.NO
        )  # fmt: skip
        if any(a == b == at for a, b in mine) and not inside:
            continue  # a tenure of one day: either answer is guarded
        assert given_by.get(name, Holds.NO) is expected
        of_name = [row for row in rows if row.name == name]
        if of_name:
            assert was(of_name, rows, of_name, day, name).answer is expected


CALLED = {fold(name) for name in (
    "Secretary of State for Foreign and Commonwealth Affairs", "Secretary of State for Wales",
    "Secretary of State for the Home Department", "Chancellor of the Exchequer",
    "Foreign Office Minister")}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("foreign secretary", ["secretary of state for foreign and commonwealth affairs"]),
        ("the Home Secretary", ["secretary of state for the home department"]),
        ("Chancellor", ["chancellor of the exchequer"]),
        ("shadow foreign secretary", []),
        ("secretary", []),
        ("foreig secretary", []),
    ],
)
def test_short_titles_mean_the_posts_that_begin_so(words: str, meant: list[str]) -> None:
    """A shadow of a post is not the post, and half a word is no word."""
    assert titles(fold(words), lambda: CALLED) == meant


def test_what_is_near_is_offered_with_its_likeness() -> None:
    """Never taken: one letter is the difference between two ministers."""
    (offered,) = near("Secretary of State for Whales", CALLED)
    assert offered == "“secretary of state for wales” (likeness 0.98)"
    assert near("lighthouse", CALLED) == []


def test_titles_before_a_name_are_set_aside_and_a_title_that_is_the_name_is_kept() -> None:
    """`Lord` and `Lady` are part of a peer's name."""
    assert plainly_named("The Rt Hon Sir Ivo Marrin") == "ivo marrin"
    assert plainly_named("Lady Morrow") == "lady morrow"
    assert plainly_named("Dr") == "dr"


def test_a_body_is_meant_by_its_name_or_else_by_words_of_it() -> None:
    """The name as a whole goes before."""
    works, both = tenure("A", "2020/2021", body="Ministry of Works"), tenure(
        "B", "2020/2021", body="Ministry of Works and Locks")  # fmt: skip
    assert in_body([works, both], "ministry of works") == [works]
    assert in_body([works, both], "locks") == [both]
    assert in_body([works, both], "Treasury") == []


def said_by(speaker: str, row: TenureRow) -> TenureRow:
    """Give a tenure that stands in somebody's statement."""
    return replace(row, statement=statement(speaker), listed=False)


def test_what_somebody_said_of_a_post_is_neither_a_yes_nor_a_no() -> None:
    """Whose word it is stands in the reasons."""
    row = said_by("Mina Holt", tenure("Ida Vale", "2019-01-01/2021-01-01"))
    for day in ("2020-05-05", "2022-05-05"):
        answer = was([row], [row], [row], date.fromisoformat(day), "Ida Vale")
        assert answer.answer is Holds.NOT_KNOWN
        assert "Mina Holt" in " ".join(answer.because)
    assert asked([row], "2020-05-05") == {"Ida Vale": "not known"}
    assert asked([row], "2022-05-05") == {}


def test_a_sources_own_word_is_not_undone_by_what_somebody_said() -> None:
    """The answer rests on the source alone."""
    own = tenure("Ida Vale", "2019-01-01/2021-01-01", listed=False)
    told = said_by("Mina Holt", tenure("Ida Vale", "2015-01-01/2016-01-01", source="src_b"))
    answer = was([own, told], [own, told], [own, told], date(2020, 5, 5), "Ida Vale")
    assert answer.answer is Holds.YES
    assert [row.source for row in answer.rests_on] == ["src_table"]


def test_a_change_of_hands_that_somebody_only_tells_of_is_not_one_tenure() -> None:
    """The same day as the end of one and the beginning of the next, but by whose word?"""
    own = tenure("Ida Vale", "2019-01-01/2020-05-05")
    told = said_by("Mina Holt", tenure("Ida Vale", "2020-05-05/2021-01-01", source="src_b"))
    assert asked([own, told], "2020-05-05") == {"Ida Vale": "not known"}
