"""What people decide about claims: each decision does what it names, and can be taken back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.assess.claims.cast import said
from tests.unit.assess.claims.wordwise import Wordwise

from onrecord.assess import grouped
from onrecord.core.identity import RowId
from onrecord.core.vocabulary import Claim, Judgement, Stance, Verb

ROWS = [
    said("Ames", "Dara Pell passed the ledger to the harbour bank"),
    said("Vale", "the ledger was passed to the bank by Dara Pell", source="two"),
    said("Croft", "forty crates of tea left the quay at night", source="two"),
    said("Pell", "she had met the treasurer once, at a funeral", source="three"),
]
A, B, C = (claim.id for claim in grouped(ROWS, (), Wordwise()))
NEW = RowId("clm_new")


def judge(verb: Verb, *about: str, value: str = "", note: str = "", number: int = 0) -> Judgement:
    name = f"jdg_{verb}{number}{value}{'-'.join(about)}"
    return Judgement(
        id=RowId(name), verb=verb, about=about, by="Noor Vance", because="the words say so",
        value=value, note=note,
    )  # fmt: skip


def after(*judgements: Judgement) -> list[Claim]:
    return grouped(ROWS, judgements, Wordwise())


def test_three_claims_are_proposed() -> None:
    assert [len(claim.positions) for claim in after()] == [2, 1, 1]


def test_a_written_claim_holds_its_statements_by_the_person() -> None:
    claim = after(judge(Verb.WRITE, ROWS[3].id, value="Pell knew the treasurer"))[-1]
    assert (claim.wording, claim.worded_by) == ("Pell knew the treasurer", "Noor Vance")
    (position,) = claim.positions
    assert position.likeness is None
    assert "Noor Vance" in position.because[0]


def test_a_written_claim_may_be_without_statements() -> None:
    assert after(judge(Verb.WRITE, value="nobody spoke of this"))[-1].positions == ()


def test_a_join_keeps_the_older_id_and_parting_gives_the_younger_its_own_again() -> None:
    joined = after(judge(Verb.JOIN, B, A))
    assert [claim.id for claim in joined] == [A, C]
    assert len(joined[0].positions) == 3
    assert after(judge(Verb.JOIN, B, A), judge(Verb.PART, A, B)) == after()


def test_a_statement_can_be_taken_out_and_its_stance_be_placed() -> None:
    out = after(judge(Verb.PART, A, ROWS[1].id))
    assert [p.statement for p in out[0].positions] == [ROWS[0].id]
    (first, _, _) = after(
        judge(Verb.PLACE, A, ROWS[1].id, value="denies in part", note="only the ledger")
    )
    position = first.positions[1]
    assert (position.stance, position.scope) == (Stance.DENIES_IN_PART, "only the ledger")
    assert position.likeness is None


def test_wording_and_rejection() -> None:
    assert after(judge(Verb.REWORD, A, value="Pell gave it away"))[0].wording == "Pell gave it away"
    assert [claim.id for claim in after(judge(Verb.REJECT, A))] == [B, C]
    back = after(judge(Verb.REJECT, A), judge(Verb.CONFIRM, A))
    assert [claim.id for claim in back] == [A, B, C]


IDS = st.sampled_from([A, B, C, RowId("clm_0000000000000000")])
STATEMENTS = st.sampled_from([row.id for row in ROWS])
DECISIONS = st.one_of(
    st.builds(judge, st.sampled_from([Verb.JOIN, Verb.PART]), IDS, IDS),
    st.builds(judge, st.just(Verb.PART), IDS, STATEMENTS),
    st.builds(
        judge, st.just(Verb.PLACE), IDS, STATEMENTS, value=st.sampled_from([*Stance, "no stance"])
    ),
    st.builds(judge, st.just(Verb.REWORD), IDS, value=st.sampled_from(["one", "two", " "])),
    st.builds(judge, st.sampled_from([Verb.REJECT, Verb.CONFIRM]), IDS),
    st.builds(judge, st.just(Verb.WRITE), STATEMENTS, value=st.sampled_from(["a new one", "b"])),
    st.builds(judge, st.just(Verb.GRADE), st.just("src_one"), value=st.just("B")),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(DECISIONS, max_size=7))
def test_any_decisions_leave_each_claim_once_and_statements_each_once_in_it(
    decisions: list[Judgement],
) -> None:
    found = after(*decisions)
    assert len({claim.id for claim in found}) == len(found)
    for claim in found:
        places = [(p.source, p.statement) for p in claim.positions]
        assert len(set(places)) == len(places)
        assert claim.positions or claim.worded_by
    assert found == after(*decisions)


@settings(max_examples=60, deadline=None)
@given(st.lists(DECISIONS, max_size=5), st.sampled_from([A, B, C]))
def test_a_claim_that_no_decision_names_stays_as_proposed(
    decisions: list[Judgement], id: RowId
) -> None:
    others = [one for one in decisions if id not in one.about and one.verb is not Verb.WRITE]
    proposed = {claim.id: claim for claim in after()}
    assert proposed[id] in after(*others)
