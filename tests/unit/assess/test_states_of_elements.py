"""How elements stand: a function of the findings in force by a day, and of nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess import between, found_table, place_findings, states
from onrecord.assess.findings.placing import placed
from onrecord.core.dates import When
from onrecord.core.findings import WHOLE, AppliedRow, FoundRow
from onrecord.core.vocabulary import Element, Met, Stage, Test

TEST = Test(
    key="sluice",
    name="Evidential standard",
    elements=(
        Element(key="secret", wording="the gauges were secret", stage="all"),
        Element(key="passed", wording="they were passed on", stage="all"),
        Element(key="harm", wording="passing them on harmed the harbour", stage="all"),
        Element(key="grave", wording="how grave it is", stage="weighed"),
    ),
    stages=(
        Stage(key="all", name="Evidence", threshold="a realistic prospect"),
        Stage(key="weighed", name="Interest", threshold="required", every=False),
    ),
)
DAYS = ("2024-01-10", "2024-02-10", "2024-03-10", "2024-04-10", "2024-05-10")


def found(
    what: Met, day: str | None, *elements: str, by: str = "Ida Pell", reason: str | None = None
) -> FoundRow:
    return FoundRow(
        id=f"fnd_{what}_{day}_{'-'.join(elements)}_{by}", elements=elements or (WHOLE,), found=what,
        when=None if day is None else When.of(day), finder=by, reason=reason, entered_by="ed",
    )  # fmt: skip


def stand(rows: list[FoundRow], day: str | None = None) -> dict[str, Met]:
    got = states(TEST, rows, None if day is None else When.of(day))
    return {state.element: state.state for state in got}


def test_what_was_met_and_is_found_not_met_is_no_longer_met() -> None:
    rows = [found(Met.MET, "2024-01-10", "harm"), found(Met.NOT_MET, "2024-03-10", "harm")]
    assert stand(rows, "2024-02-10")["harm"] is Met.MET
    assert stand(rows)["harm"] is Met.NO_LONGER_MET
    assert stand(rows[1:])["harm"] is Met.NOT_MET
    assert stand([], None) == dict.fromkeys(
        [WHOLE, "secret", "passed", "harm", "grave"], Met.NOT_KNOWN
    )


def test_a_test_met_as_a_whole_is_met_in_every_element_that_is_needed_and_no_other() -> None:
    assert stand([found(Met.MET, "2024-01-10")]) == {
        WHOLE: Met.MET, "secret": Met.MET, "passed": Met.MET, "harm": Met.MET,
        "grave": Met.NOT_KNOWN,
    }  # fmt: skip


def test_not_met_without_an_element_named_leaves_each_not_known_until_somebody_names_it() -> None:
    rows = [found(Met.MET, "2024-01-10"), found(Met.NO_LONGER_MET, "2024-03-10")]
    assert stand(rows) == {
        WHOLE: Met.NO_LONGER_MET, "secret": Met.NOT_KNOWN, "passed": Met.NOT_KNOWN,
        "harm": Met.NOT_KNOWN, "grave": Met.NOT_KNOWN,
    }  # fmt: skip
    rows += [found(Met.NOT_MET, "2024-03-10", "passed"),
             found(Met.NOT_ASSESSED, "2024-03-10", "secret")]  # fmt: skip
    told = stand(rows)
    assert told["passed"] is Met.NO_LONGER_MET
    assert told["secret"] is Met.NOT_KNOWN
    assert stand(rows, "2024-02-29")["passed"] is Met.MET


def test_what_fails_already_stays_so_where_the_whole_is_said_not_to_be_met_again() -> None:
    rows = [
        found(Met.MET, "2024-01-10"),
        found(Met.NOT_MET, "2024-02-10", "harm"),
        found(Met.NOT_MET, "2024-03-10", by="Wick"),
    ]
    told = stand(rows)
    assert told["harm"] is Met.NO_LONGER_MET
    assert told["passed"] is Met.NOT_KNOWN


def test_findings_of_one_day_that_contradict_each_other_decide_nothing() -> None:
    rows = [
        found(Met.MET, "2024-01-10", "harm"),
        found(Met.NOT_MET, "2024-01-10", "harm", by="Wick"),
    ]
    state = next(s for s in states(TEST, rows) if s.element == "harm")
    assert state.state is Met.NOT_KNOWN
    assert set(state.rests_on) == set(rows)
    assert "contradict" in state.because


@pytest.mark.parametrize("remark", [Met.DOUBTED, Met.NOT_DECIDED])
def test_a_doubt_or_a_question_left_open_changes_no_state_but_is_shown(remark: Met) -> None:
    rows = [found(Met.MET, "2024-01-10", "harm"), found(remark, "2024-02-10", "harm")]
    assert stand(rows)["harm"] is Met.MET
    row = found_table(
        AppliedRow(id="jdg_1", test=TEST, matter="R v Pell", by="ed", because=""), rows
    )
    cell = row.cell("harm", When.of("2024-02-10"))
    assert cell.found == (rows[1],)
    assert cell.carried
    assert cell.leads_to == (rows[1],)


def test_where_nobody_found_of_the_whole_it_follows_from_its_needed_elements() -> None:
    rows = [found(Met.MET, "2024-01-10", key) for key in ("secret", "passed", "harm")]
    assert stand(rows)[WHOLE] is Met.MET
    assert stand(rows[:2])[WHOLE] is Met.NOT_KNOWN
    assert stand([*rows, found(Met.NOT_MET, "2024-02-10", "harm")])[WHOLE] is Met.NO_LONGER_MET


def test_the_table_names_what_fell_with_the_finding_it_fell_by() -> None:
    rows = [found(Met.MET, "2024-01-10"), found(Met.NOT_MET, "2024-03-10", "passed"),
            found(Met.MET, None, "harm"), found(Met.MET, "2024-03-10", "nothing")]  # fmt: skip
    rows[3] = FoundRow(id="f", elements=(), found=Met.MET, when=None, finder="", reason=None)
    row = found_table(
        AppliedRow(id="jdg_1", test=TEST, matter="R v Pell", by="ed", because=""), rows
    )
    assert [state.element for state in row.fell] == ["passed"]
    assert row.fell[0].rests_on == (rows[1],)
    assert [str(day) for day in row.days] == ["2024-01-10", "2024-03-10"]
    assert (row.undated, row.unplaced) == ((rows[2],), (rows[3],))
    assert row.silent == ("grave",)


_finding = st.builds(
    found,
    st.sampled_from(list(Met)),
    st.sampled_from([*DAYS, None]),
    st.sampled_from([WHOLE, "secret", "passed", "harm"]),
    by=st.sampled_from(["Pell", "Wick"]),
)
_findings = st.lists(_finding, max_size=8, unique_by=lambda row: row.id)


@given(rows=_findings, day=st.sampled_from(DAYS), seed=st.randoms())
def test_a_state_is_a_function_of_the_findings_in_force_whatever_their_order(
    rows: list[FoundRow], day: str, seed: object
) -> None:
    mixed = list(rows)
    seed.shuffle(mixed)  # type: ignore[attr-defined]
    assert stand(rows, day) == stand(mixed, day)


@given(rows=_findings, later=_findings, day=st.sampled_from(DAYS))
def test_what_is_found_later_changes_no_earlier_state(
    rows: list[FoundRow], later: list[FoundRow], day: str
) -> None:
    until = When.of(day)
    after = [r for r in later if r.when is not None and r.when.is_after(until)]
    assert stand(rows, day) == stand([*rows, *after], day)


@given(rows=_findings, days=st.lists(st.sampled_from(DAYS), min_size=3, max_size=3))
def test_changes_compose(rows: list[FoundRow], days: list[str]) -> None:
    """What changed from a to c is what changed from a to b and then from b to c."""
    a, b, c = map(When.of, sorted(days))

    def moved(one: When, other: When, from_: dict[str, Met]) -> dict[str, Met]:
        changes = {row.element: row.after.state for row in between(TEST, rows, one, other)}
        return {key: changes.get(key, state) for key, state in from_.items()}

    at_a = stand(rows, str(a))
    assert moved(b, c, moved(a, b, at_a)) == moved(a, c, at_a) == stand(rows, str(c))


@given(rows=_findings)
def test_every_state_but_not_known_rests_on_a_finding(rows: list[FoundRow]) -> None:
    for state in states(TEST, rows):
        assert state.rests_on or state.state is Met.NOT_KNOWN


@pytest.mark.parametrize(
    ("words", "elements"),
    [
        ("", (WHOLE,)),
        ("the evidential standard", (WHOLE,)),
        ("the second element, passing on", ("passed",)),
        ("the first and third elements", ("secret", "harm")),
        ("each of the three elements", ("secret", "passed", "harm")),
        ("secrecy of the gauges", ("secret",)),
        ("harm to the harbour", ("harm",)),
        ("the weather", ()),
        ("the seventh element", ()),
    ],
)
def test_words_are_placed_on_the_elements_they_mean(words: str, elements: tuple[str, ...]) -> None:
    assert placed(words, TEST) == elements


def test_of_several_tests_a_finding_is_of_the_one_it_names() -> None:
    other = Test(key="b", name="Newsroom", elements=TEST.elements, stages=())
    told = [FoundRow(id="f", elements=(), found=Met.MET, when=None, finder="", reason=None,
                     said_test="the evidential standard", said_of="harm")]  # fmt: skip
    assert [r.elements for r in place_findings(told, TEST, [TEST, other])] == [("harm",)]
    assert place_findings(told, other, [TEST, other]) == []
