"""Statements of many documents put together into claims, and the stance that each takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.assess.claims.cast import said
from tests.unit.assess.claims.wordwise import Wordwise

from onrecord.assess import grouped, proposed
from onrecord.assess.claims.common import YOUNG
from onrecord.core.identity import kind_of
from onrecord.core.rows import StatementRow
from onrecord.core.vocabulary import Claim, Naming, SpeechAct, Stance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PASSED = "Dara Pell passed the ledger to the harbour bank"


class Counting(Wordwise):
    """Counts the pairs that it is asked of."""

    asked = 0

    def relations(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        self.asked += len(pairs)
        return super().relations(pairs)


def claims(*rows: StatementRow) -> list[Claim]:
    return grouped(rows, (), Wordwise())


def stances(claim: Claim) -> list[Stance]:
    return [position.stance for position in claim.positions]


def test_the_same_in_two_documents_is_one_claim() -> None:
    one, two = said("Ames", PASSED), said("Croft", PASSED + " in May", source="two")
    (claim,) = claims(one, two)
    assert stances(claim) == [Stance.ASSERTS, Stance.ASSERTS]
    assert kind_of(claim.id) == "claim"


def test_the_contrary_and_what_is_denied_are_denials_of_it() -> None:
    never = "Dara Pell never passed the ledger to the harbour bank"
    (claim,) = claims(
        said("Ames", PASSED),
        said("Pell", never, source="two"),
        said("Croft", f"that {PASSED}", source="three", act=SpeechAct.DENIES),
    )
    assert stances(claim) == [Stance.ASSERTS, Stance.DENIES, Stance.DENIES]


def test_who_tells_what_another_said_reports_it() -> None:
    outer = said("Croft", f"Ames saw that {PASSED}")
    inner = said("Ames", PASSED, parent=outer.id, cue="saw")
    (claim,) = claims(said("Vale", PASSED, source="two"), outer, inner)
    assert stances(claim) == [Stance.ASSERTS, Stance.REPORTS, Stance.ASSERTS]


def test_a_paper_that_names_nobody_reports() -> None:
    (claim,) = claims(said("the paper", PASSED, naming=Naming.PUBLISHER))
    assert stances(claim) == [Stance.REPORTS]


def test_nothing_checkable_makes_no_claim() -> None:
    assert not claims(
        said("Ames", "it was a disgrace and people were appalled by it"),
        said("Ames", "the review is ongoing and will be published in due course"),
        said("Pell", "declined to comment on the ledger", act=SpeechAct.DECLINES),
        said("Croft", "why Pell passed the ledger to the bank", act=SpeechAct.ASKS),
        said("Pell", "nothing to say about the ledger and the bank"),
        said("Ames", PASSED, sureness=0.2),
    )


def test_a_general_denial_is_placed_on_what_its_text_alleges_of_the_denier_and_nowhere_else() -> (
    None
):
    alleged = said("Ames", PASSED)
    other = said("Ames", "the bank lost forty crates of tea")
    elsewhere = said("Vale", "Dara Pell met the treasurer of the port", source="two")
    denied = said("Pell", "every part of the allegation", act=SpeechAct.DENIES)
    found = claims(alleged, other, elsewhere, denied)
    placed = {claim.wording: claim for claim in found if len(claim.positions) > 1}
    assert list(placed) == [PASSED]
    (_, position) = placed[PASSED].positions
    assert (position.stance, position.scope) == (Stance.DENIES, "general")
    assert "general denial" in position.because[0]


def test_innocence_denies_guilt_only_and_is_shown_where_its_speaker_is_accused() -> None:
    """On what is no claim of guilt it stands as a general denial, which addresses nothing there."""
    passed, guilty = said("Ames", PASSED), said("Ames", "Dara Pell committed the offence of fraud")
    elsewhere = said("Ames", "The bank lost forty crates of tea")
    pleads = said("Pell", "he maintained his innocence throughout")
    found = claims(passed, guilty, elsewhere, pleads)
    assert {claim.wording: stances(claim)[1:] for claim in found} == {
        PASSED: [Stance.DOES_NOT_ADDRESS],
        guilty.content: [Stance.DENIES],
        elsewhere.content: [],
    }
    assert found[0].positions[1].scope == "general"


def test_giving_up_a_case_withdraws_what_its_holder_put_forward() -> None:
    (claim, _ending) = claims(
        said("the prosecutor", PASSED),
        said("the prosecutor", "it dropped all charges on Tuesday", source="two"),
    )
    assert stances(claim) == [Stance.ASSERTS, Stance.WITHDRAWS]
    assert claim.positions[1].scope == "general"


def test_who_tells_of_a_case_that_others_dropped_gives_up_none() -> None:
    """A witness in a hearing does not take back what he says by telling how a case ended."""
    put = said("Dara Pell", "Tal Orven sold the ledger to the harbour bank", cue=":")
    told = said("Dara Pell", "The bank dropped the case against Orven in May", cue=":")
    own = said("Dara Pell", "I dropped the case against Orven in May", cue=":")
    assert stances(claims(put, told)[0]) == [Stance.ASSERTS]
    assert stances(claims(put, own)[0]) == [Stance.ASSERTS, Stance.WITHDRAWS]


def test_giving_up_a_case_takes_back_nothing_of_those_who_were_never_charged() -> None:
    """What is alleged of the accused is given up, and not that papers were secret."""
    rows = [
        said("the prosecutor", "Dara Pell was charged with fraud yesterday"),
        said("the prosecutor", PASSED),
        said("the prosecutor", "The ledger was among the secret papers of the state"),
        said("the prosecutor", "Noor Croft met the treasurer of the port in May"),
        said("the prosecutor", "it dropped all charges on Tuesday", source="two"),
    ]
    found = {claim.wording: stances(claim)[1:] for claim in claims(*rows)}
    assert found[PASSED] == [Stance.WITHDRAWS]
    assert found[rows[2].content] == found[rows[3].content] == []


def test_what_a_correction_tells_of_an_earlier_report_is_said_there_no_more() -> None:
    """An outlet's "we said that" is what it puts right."""
    outer = said("we", f"a judge had found that {PASSED}", naming=Naming.ROLE_ONLY, cue="said")
    outer = replace(outer, actor_name="")
    inner = said("a judge", PASSED, parent=outer.id, cue="had found")
    (claim,) = claims(said("Vale", PASSED, source="two"), outer, inner)
    assert stances(claim) == [Stance.ASSERTS]


WORDS = st.sampled_from(
    ["Pell", "Croft", "bank", "ledger", "passed", "met", "never", "forty", "crates", "the", "quay"]
)
ROWS = st.lists(
    st.builds(
        said,
        st.sampled_from(["Ames", "Pell", "Vale"]),
        st.lists(WORDS, min_size=1, max_size=8).map(" ".join),
        source=st.sampled_from(["one", "two"]),
        act=st.sampled_from(list(SpeechAct)),
    ),
    max_size=9,
    unique_by=lambda row: row.id,
)


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS)
def test_adding_documents_renames_no_claim_and_takes_no_position_away(
    before: list[StatementRow], after: list[StatementRow]
) -> None:
    after = [row for row in after if row.id not in {one.id for one in before}]
    small, large = claims(*before), claims(*before, *after)
    assert [claim.id for claim in large][: len(small)] == [claim.id for claim in small]
    for one, other in zip(small, large, strict=False):
        assert _places(one) <= _places(other)


@settings(max_examples=80, deadline=None)
@given(ROWS, ROWS, st.integers(0, 9), st.booleans())
def test_steps_that_are_taken_again_come_to_what_is_worked_out_anew(
    before: list[StatementRow], after: list[StatementRow], at: int, gone: bool
) -> None:
    """Statements come at the end or in the middle, one goes or changes: it is all the same."""
    _, steps = proposed(before, Wordwise())
    some = before[:at] + before[at + 1 :] if gone else [*before[:at], *before[at:]]
    rows = [*some, *(row for row in after if row.id not in {one.id for one in some})]
    anew, taken = proposed(rows, Wordwise())
    again = proposed(rows, Wordwise(), before=steps)
    assert again == (anew, taken)
    assert [*map(repr, again[0])] == [*map(repr, anew)]


def test_what_did_not_change_is_not_compared_again() -> None:
    # What is said in the same words, or tells one deed, is placed without being compared.
    told = ("forty crates of old tea", "some forty crates of tea", "the forty crates of tea")
    rows = [said(name, words, source=words) for name, words in zip("ABC", told, strict=True)]
    _, steps = proposed(rows, Wordwise())
    first, second = Counting(), Counting()
    assert proposed(rows, first, before=steps)[0] == proposed(rows, second)[0]
    assert first.asked == 0 < second.asked


def test_what_is_said_everywhere_gathers_nothing() -> None:
    """In a long hearing one turn of words is not one claim on which all who use it speak."""
    answers = [said("Mara Quill", f"I was told little of berth {at}") for at in range(2 * YOUNG)]
    sold = "The harbour bank sold the ledger"
    made, steps = proposed(
        [
            *answers,
            said("Mara Quill", "I cannot say how little of berth that was", source="ten"),
            said("Ames", sold, source="two"),
            said("Croft", sold + " in May", source="six"),
        ],
        Wordwise(),
    )
    *hearing, _, first, second = steps
    assert not any(Stance.WITHDRAWS in stances(claim) for claim in made)
    assert any(step.taken for step in hearing[:YOUNG])
    assert not any(step.taken for step in hearing[-YOUNG // 2 :])
    assert second.leads == first.leads is not None


def _places(claim: Claim) -> set[tuple[str, Stance]]:
    # What is said in general follows what the whole text alleges.
    return {(p.statement, p.stance) for p in claim.positions if p.scope != "general"}


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_every_claim_stands_on_statements_of_the_case_each_once(rows: list[StatementRow]) -> None:
    found = claims(*rows)
    known = {(row.source, row.id) for row in rows}
    assert len({claim.id for claim in found}) == len(found)
    for claim in found:
        places = [(p.source, p.statement) for p in claim.positions]
        assert set(places) <= known
        assert len(set(places)) == len(places)
        assert claim.because
        assert all(p.because and p.likeness is not None for p in claim.positions)
    assert found == claims(*rows)


def test_what_is_remembered_is_not_worked_out_again() -> None:
    class Memory:
        def __init__(self) -> None:
            self.kept: dict[str, bytes] = {}

        def remembered(self, key: str) -> bytes | None:
            return self.kept.get(key)

        def remember_each(self, bodies: Iterable[tuple[str, str, bytes]]) -> None:
            self.kept.update({key: body for _, key, body in bodies})

    rows = [said("Ames", PASSED), said("Vale", PASSED + " in May", source="two")]
    memory, first, second = Memory(), Counting(), Counting()
    assert grouped(rows, (), first, memory=memory) == grouped(rows, (), second, memory=memory)
    assert first.asked > 0 == second.asked
