"""The standing of a claim: from the positions taken on it, by the rules, and from nothing else."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from positions import position

from onrecord.assess import RULES, standing, weight, why
from onrecord.core.claims import PositionRow
from onrecord.core.dates import When
from onrecord.core.identity import RowId, StatementId
from onrecord.core.vocabulary import Commitment, Naming, Stance, Standing

ASSERTS, REPORTS, WITHDRAWS = Stance.ASSERTS, Stance.REPORTS, Stance.WITHDRAWS
DENIES, IN_PART, DOUBTS = Stance.DENIES, Stance.DENIES_IN_PART, Stance.DOUBTS


def of(*rows: PositionRow, valid: str = "") -> Standing:
    return standing(rows, valid=When.of(valid) if valid else None).standing


def test_who_asserts_denies_doubts_and_reports_decides() -> None:
    """Each rule once, with the fewest rows that call for it."""
    vale = position("Vale", ASSERTS)
    assert of() is Standing.UNADDRESSED
    assert of(position("Vale", Stance.DOES_NOT_ADDRESS)) is Standing.UNADDRESSED
    assert of(vale) is Standing.ASSERTED
    assert of(vale, position("Pell", DENIES)) is Standing.DISPUTED
    assert of(vale, position("Pell", IN_PART)) is Standing.DISPUTED
    assert of(vale, position("Pell", DOUBTS)) is Standing.DOUBTED
    assert of(vale, position("Pell", DOUBTS), position("Marr", DENIES)) is Standing.DISPUTED
    assert of(vale, position("Quill", ASSERTS, origin=1)) is Standing.CORROBORATED
    assert of(position("Paper", REPORTS)) is Standing.REPORTED
    assert of(position("Paper", REPORTS), position("Pell", DENIES)) is Standing.DISPUTED
    assert of(position("Paper", REPORTS), position("Pell", DOUBTS)) is Standing.DOUBTED
    assert of(position("Pell", DENIES)) is Standing.DENIED
    assert of(position("Pell", DOUBTS)) is Standing.DOUBTED
    assert of(vale, position("Vale", WITHDRAWS, "2026-02-01")) is Standing.WITHDRAWN


def test_the_latest_stance_of_each_counts() -> None:
    """Whoever asserted and now denies denies; a withdrawn denial leaves nothing of it."""
    vale, turned = position("Vale", ASSERTS), position("Vale", DENIES, "2026-02-01")
    assert of(vale, turned) is Standing.DENIED
    assert of(vale, turned, valid="2026-01-31") is Standing.ASSERTED
    pell = [position("Pell", DENIES), position("Pell", WITHDRAWS, "2026-03-01")]
    assert of(*pell) is Standing.UNADDRESSED
    assert of(vale, *pell) is Standing.ASSERTED
    assert of(vale, *pell, valid="2026-02") is Standing.DISPUTED


def test_one_who_withdraws_does_not_withdraw_for_others() -> None:
    """The standing falls to withdrawn only when nobody asserts it any longer."""
    gone = [position("Vale", ASSERTS), position("Vale", WITHDRAWS, "2026-02-01")]
    assert of(*gone, position("Quill", ASSERTS, origin=1)) is Standing.ASSERTED
    assert of(*gone, position("Paper", REPORTS)) is Standing.WITHDRAWN
    assert of(*gone, position("Pell", DENIES)) is Standing.WITHDRAWN


@pytest.mark.parametrize(
    "second",
    [
        position("Quill", ASSERTS, origin=0),
        position("Vale", ASSERTS, "2026-01-05", origin=1, source="two"),
        position("Quill", ASSERTS, origin=1, firm=Commitment.PROBABLE),
        position("Quill", ASSERTS, origin=1, naming=Naming.AGENTLESS),
        position("Quill", ASSERTS, origin=1, sureness=0.3),
        position("Quill", REPORTS, origin=1),
    ],
)
def test_corroboration_needs_two_firm_tellers_on_two_origins(second: PositionRow) -> None:
    """Not one origin twice, not one teller twice, nothing hedged, unnamed, proposed or retold."""
    assert of(position("Vale", ASSERTS), second) is Standing.ASSERTED


@pytest.mark.parametrize(
    ("words", "is_firm"),
    [
        ("that Tom Reed is believed to have taken the boat", False),
        ("Reed, who is suspected of the theft, left", False),
        ("Reed may have taken the boat", False),
        ("Reed took the boat. He may have sold it.", True),  # what it is a hedge of is not told
        ("Reed took the boat", True),
    ],
)
def test_what_somebody_is_held_to_have_done_corroborates_nothing(words: str, is_firm: bool) -> None:
    row = position("Quill", ASSERTS)
    row = replace(row, statement=replace(row.statement, content=words))
    assert row.is_firm is is_firm


@given(st.integers(1, 9), st.sampled_from([Commitment.POSSIBLE, Commitment.PROBABLE]))
def test_hedged_statements_never_add_up_to_a_firm_one(count: int, firm: Commitment) -> None:
    """Of however many tellers and origins."""
    rows = [position(f"w{n}", ASSERTS, origin=n, firm=firm) for n in range(count)]
    derived = standing(rows)
    assert (derived.rule, derived.independent, derived.tellers) == ("hedged", 0, 0)


def test_an_origin_that_withdraws_takes_its_copies_with_it() -> None:
    """A paper that only carried the agency falls with it; a witness who speaks for herself not."""
    agency = position("Agency", ASSERTS, "2026-01-01")
    paper = position("Paper", ASSERTS, "2026-01-02", naming=Naming.PUBLISHER, source="two")
    gone = position("Agency", WITHDRAWS, "2026-02-01", source="three")
    assert of(agency, paper) is Standing.ASSERTED
    assert of(agency, paper, gone) is Standing.WITHDRAWN
    assert of(agency, replace(paper, origin=1), gone) is Standing.ASSERTED
    assert of(agency, position("Vale", ASSERTS, "2026-01-02"), gone) is Standing.ASSERTED
    later = position("Paper", ASSERTS, "2026-03-01", naming=Naming.PUBLISHER, source="four")
    assert of(agency, paper, gone, later) is Standing.ASSERTED


def test_an_undated_retelling_renews_nothing() -> None:
    """ "Prosecutors had alleged", in an article after they dropped it, is no new allegation."""
    office = [position("Office", ASSERTS), position("Office", WITHDRAWS, "2026-02-01")]
    retold = position("Office", ASSERTS, "2026-03-01", dated=False, source="two")
    assert of(*office, retold) is Standing.WITHDRAWN
    assert of(*office, replace(retold, likeness=None)) is Standing.ASSERTED
    again = position("Office", ASSERTS, "2026-03-01", source="two")
    assert of(*office, again) is Standing.ASSERTED
    (aside, reason) = why([*office, retold]).set_aside[0]
    assert (aside, reason) == (retold, "an undated retelling of what stands in one")


def test_what_is_withdrawn_is_told_again_on_the_same_day() -> None:
    """The day a case is dropped every report repeats it: the withdrawal stands, in any order."""
    dropped = position("Office", WITHDRAWS, "2026-02-01")
    told = position("Office", ASSERTS, "2026-02-01", source="two")
    assert of(dropped, told) is of(told, dropped) is Standing.WITHDRAWN
    assert of(dropped, replace(told, likeness=None)) is Standing.ASSERTED


def test_what_somebody_had_said_comes_before_what_they_say() -> None:
    """ "Had denied" and "said", in one source of one day."""
    says = position("Vale", ASSERTS)
    had = position("Vale", DENIES)
    had = replace(had, statement=replace(had.statement, cue="had denied"))
    assert of(says, had) is of(had, says) is Standing.ASSERTED


def test_a_report_of_what_somebody_asserts_is_no_retreat() -> None:
    """Told as "it is alleged" of whoever alleges it, it takes nothing back."""
    vale, told = position("Vale", ASSERTS), position("Vale", REPORTS, "2026-02-01")
    assert of(vale, told) is Standing.ASSERTED
    assert of(position("Vale", DENIES), told) is Standing.REPORTED


def test_what_the_machine_is_not_sure_of_does_not_count() -> None:
    """It is shown, set aside, until a person places it; what is placed by rule counts."""
    denial = replace(position("Pell", DENIES), likeness=0.6)
    vale = position("Vale", ASSERTS)
    assert of(vale, denial) is Standing.ASSERTED
    assert of(vale, replace(denial, likeness=None)) is Standing.DISPUTED
    assert of(vale, replace(denial, scope="general")) is Standing.DISPUTED
    ((row, reason),) = why([vale, denial]).set_aside
    assert (row, reason[:13]) == (denial, "only proposed")


def test_whoever_speaks_for_a_party_is_that_party() -> None:
    """Two spokesmen of one office do not corroborate one another, and one can withdraw for it."""
    office = {"party": "party office", "party_name": "the office"}
    one = replace(position("Marr", ASSERTS), **office)
    two = replace(position("Pell", ASSERTS, origin=1), **office)
    assert of(one, two) is Standing.ASSERTED
    assert of(one, replace(position("Pell", WITHDRAWS, "2026-02-01"), **office)) is (
        Standing.WITHDRAWN
    )
    assert "asserts it: the office" in standing([one, two]).because


def test_what_the_publisher_edited_away_is_superseded_where_another_claim_stands() -> None:
    """Only where it was the only support; with nothing in its place it is withdrawn."""
    paper = position("Paper", ASSERTS)
    edit = position("Paper", WITHDRAWS, "2026-02-01", edit="the page no longer has it")
    instead = RowId("clm_other")
    assert standing([paper, edit], instead=instead).standing is Standing.SUPERSEDED
    assert standing([paper, edit]).standing is Standing.WITHDRAWN
    vale = position("Vale", ASSERTS, origin=1)
    assert standing([paper, edit, vale], instead=instead).standing is Standing.ASSERTED


def test_a_statement_cannot_be_said_after_the_case_knew_it() -> None:
    """What is dated only by its year was said, at the latest, when it came into the record."""
    year = position("Vale", ASSERTS, "2026", known="2026-02-01")
    assert of(year, position("Vale", WITHDRAWS, "2026-03-01")) is Standing.WITHDRAWN


def test_why_names_rule_and_rows_and_what_would_change_it() -> None:
    """The changes are those by which the rules give something else, one teller before several."""
    rows = [position("Vale", ASSERTS), position("Pell", DENIES)]
    shown = why(rows)
    assert shown.rule == RULES["disputed"]
    assert [(c.position.called, c.redundant) for c in shown.cited] == [
        ("Vale", False), ("Pell", False),
    ]  # fmt: skip
    assert [str(change) for change in shown.changes] == [
        "if Pell no longer denied it: asserted",
        "if Vale withdrew it: withdrawn",
    ]
    two = why([*rows, position("Marr", DENIES)])
    assert [c.redundant for c in two.cited] == [False, True, True]
    assert str(two.changes[0]) == "if Marr and Pell no longer denied it: asserted"
    assert "if somebody else asserted it firmly, on an independent origin: corroborated (2)" in [
        str(change) for change in why(rows[:1]).changes
    ]
    hedged = position("Vale", ASSERTS, firm=Commitment.POSSIBLE)
    both = [hedged, position("Quill", ASSERTS, origin=1)]
    assert "if Vale said it flatly and by name: corroborated (2)" in map(str, why(both).changes)


POSITIONS = st.builds(
    position,
    st.sampled_from(["Vale", "Quill", "Pell", "Marr"]),
    st.sampled_from(Stance),
    st.sampled_from(["2026-01-01", "2026-02-01", "2026-03-01", "2026-02", ""]),
    origin=st.integers(0, 2),
    dated=st.just(True),
    source=st.sampled_from(["one", "two", "three"]),
    known=st.sampled_from(["2026-04-01", "2026-05-01"]),
    firm=st.sampled_from([Commitment.NOT_STATED, Commitment.CERTAIN, Commitment.POSSIBLE]),
    naming=st.sampled_from([Naming.NAMED, Naming.PUBLISHER, Naming.ANONYMOUS, Naming.AGENTLESS]),
    edit=st.sampled_from(["", "", "", "the page no longer has it"]),
)
ROWS = st.lists(POSITIONS, max_size=8, unique_by=lambda row: (row.statement.id, row.edit))


@given(ROWS, st.randoms(use_true_random=False))
def test_standing_is_a_function_of_the_rows_and_not_of_their_order(
    rows: list[PositionRow], chance: Random
) -> None:
    """The same rows in any order give the same standing, rule, rows and changes."""
    mixed = list(rows)
    chance.shuffle(mixed)
    assert standing(rows) == standing(mixed)
    assert set(why(rows).cited) == set(why(mixed).cited)
    assert [str(c) for c in why(rows).changes] == [str(c) for c in why(mixed).changes]


@given(ROWS)
def test_every_cited_row_matters_or_is_said_to_be_redundant(rows: list[PositionRow]) -> None:
    """Taking out a cited row changes the standing exactly where it is not called redundant."""
    before = standing(rows)
    for cited in why(rows).cited:
        after = standing([row for row in rows if row is not cited.position])
        same = after.standing is before.standing
        if before.standing is Standing.CORROBORATED:
            same = same and after.independent == before.independent
        assert cited.redundant is same


@given(ROWS, POSITIONS)
def test_undo_equals_never(rows: list[PositionRow], row: PositionRow) -> None:
    """A row that came and was taken back leaves nothing behind: nothing is kept from before."""
    assert standing([one for one in [*rows, row] if one is not row]) == standing(rows)


@given(ROWS, st.sampled_from(["2026-01-15", "2026-02-15"]), POSITIONS)
def test_what_is_said_later_never_changes_an_earlier_as_of(
    rows: list[PositionRow], valid: str, row: PositionRow
) -> None:
    """And as of a day after all that was said is the current view."""
    told = replace(row.statement, id=StatementId("sta_later"))
    later = replace(row, said=When.of("2026-03-20"), statement=told)
    at = When.of(valid)
    assert standing([*rows, later], valid=at) == standing(rows, valid=at)
    assert why([*rows, later], valid=at).changes == why(rows, valid=at).changes
    assert standing(rows, valid=When.of("2026-12-31")) == standing(rows)


@given(ROWS, st.sampled_from(["Vale", "Pell", "Oduya"]), st.sampled_from([DENIES, IN_PART]))
def test_one_more_denial_never_moves_a_claim_up(
    rows: list[PositionRow], speaker: str, stance: Stance
) -> None:
    """A disputed claim never outranks a clean one for being disputed."""
    more = [*rows, position(speaker, stance, "2026-12-31", known="2027-01-01")]
    assert weight(standing(more)) >= weight(standing(rows))
    doubted = [*rows, position("Oduya", DOUBTS, "2026-12-31", known="2027-01-01")]
    assert weight(standing(doubted)) >= weight(standing(rows))


@given(ROWS)
@settings(max_examples=50)
def test_every_change_listed_is_a_change(rows: list[PositionRow]) -> None:
    """No change that leaves the standing as it is, and none twice."""
    shown = why(rows)
    words = [change.change for change in shown.changes]
    assert len(words) == len(set(words))
    assert all(change.standing is not shown.standing for change in shown.changes)


def test_on_one_day_a_record_of_the_words_goes_for_more_than_a_papers_version() -> None:
    """A transcript or a letter of somebody tells where they stand; what they say there is said."""
    told = position("Vale", Stance.ASSERTS, "2026-03-01", source="two")
    record = position("Vale", Stance.DENIES, "2026-03-01", source="one")
    record = replace(record, statement=replace(record.statement, cue=":"))
    for rows in ([told, record], [record, told]):
        assert standing(rows).standing is Standing.DENIED
