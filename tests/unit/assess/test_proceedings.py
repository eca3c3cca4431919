"""Proceedings across documents: who is in one matter, how it is told to have ended, what is not."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from onrecord import assess
from onrecord.core.dates import When
from onrecord.core.events import EventRow, MatterRow
from onrecord.core.identity import ActorId, RowId, SourceId
from onrecord.core.rows import Party
from onrecord.core.spans import Span
from onrecord.core.vocabulary import EventKind, Naming, Realised, Role

MARR = Party(words="Ivo Marr", actor=ActorId("act_marr"), actor_name="Ivo Marr")
PELL = Party(words="Tom Pell", actor=ActorId("act_pell"), actor_name="Tom Pell")
OFFICE = Party(words="the Crown Office", actor=ActorId("act_office"), actor_name="Crown Office")
COUNCIL = Party(words="the council", actor=ActorId("act_council"), actor_name="Dorne council")


def step(
    number: int,
    kind: EventKind,
    source: str = "src_a",
    *,
    when: str = "",
    realised: Realised = Realised.DONE,
    outcome: str = "",
) -> EventRow:
    """Make a step about Ivo Marr."""
    return EventRow(
        id=RowId(f"evt_{number}"),
        source=SourceId(source),
        source_label=f"Gazette {source}",
        kind=kind,
        realised=realised,
        told=kind.value,
        participants=((Role.WHO, MARR),),
        when=When.of(when) if when else None,
        place="",
        matter="",
        law=(),
        outcome=outcome,
        at=Span(number, number + 1),
        words=f"Marr: {kind.value}.",
        around=Span(0, 90),
        known="2024-01-01",
    )


def matter(
    steps: list[EventRow],
    *,
    parties: tuple[Party, ...] = (MARR,),
    body: Party | None = OFFICE,
    charge: str = "",
) -> MatterRow:
    """Make what one source tells of a matter."""
    return MatterRow(
        id=RowId(f"prc_{steps[0].id}"),
        source=steps[0].source,
        matter=charge,
        law=(),
        body=body,
        parties=parties,
        test=None,
        threshold="",
        steps=tuple(one.id for one in steps),
        findings=(),
    )


def test_two_reports_of_one_case_are_one_proceeding_with_its_steps_in_order_of_time() -> None:
    """The later paper tells the earlier step too; the row has both, and says why they are one."""
    charge = step(1, EventKind.CHARGE, "src_a", when="2024-03-11")
    dropped = step(2, EventKind.DISCONTINUANCE, "src_b", when="2024-08-30")
    arrest = step(3, EventKind.ARREST, "src_b", when="2024-03-03")
    rows = assess.proceedings(
        [matter([charge]), matter([dropped, arrest])], [dropped, charge, arrest], []
    )
    assert len(rows) == 1
    assert [one.kind for one in rows[0].steps] == [
        EventKind.ARREST,
        EventKind.CHARGE,
        EventKind.DISCONTINUANCE,
    ]
    assert rows[0].ending is not None
    assert rows[0].ending.how == "discontinued"
    assert "Gazette src_b writes" in rows[0].ending.attributed()
    assert rows[0].because == ("Gazette src_b: both are about Ivo Marr",)


def test_a_matter_of_somebody_else_or_of_another_body_and_charge_stays_apart() -> None:
    """One name in common joins two matters, unless body and charge both tell them apart."""
    fraud = step(1, EventKind.CHARGE, "src_a")
    noise = step(2, EventKind.CHARGE, "src_b")
    other = step(3, EventKind.CHARGE, "src_c")
    rows = assess.proceedings(
        [
            matter([fraud], charge="fraud"),
            matter([noise], body=COUNCIL, charge="making noise at night"),
            matter([other], parties=(PELL,), charge="fraud"),
        ],
        [fraud, noise, other],
        [],
    )
    assert len(rows) == 3


def test_who_are_told_to_be_in_it_together_are_in_one_proceeding() -> None:
    """Two papers name one of the two each; a third, whenever it comes, names both."""
    one, other = step(1, EventKind.CHARGE, "src_a"), step(2, EventKind.CHARGE, "src_b")
    both = step(3, EventKind.DISCONTINUANCE, "src_c")
    matters = [
        matter([one], charge="theft of the cup"),
        matter([other], parties=(PELL,), charge="theft of a cup"),
        matter([both], parties=(PELL, MARR), charge="theft"),
    ]
    for order in permutations(matters):
        (row,) = assess.proceedings(order, [one, other, both], [])
        assert {party.called for party in row.parties} == {"Ivo Marr", "Tom Pell"}
        assert row.ending is not None
        assert len(row.steps) == 3


def test_two_matters_of_somebody_told_together_with_another_stay_two() -> None:
    """Who is named with both joins no two charges that differ, brought by two bodies."""
    theft, noise = step(1, EventKind.CHARGE, "src_a"), step(2, EventKind.CHARGE, "src_b")
    both = step(3, EventKind.CHARGE, "src_c")
    matters = [
        matter([theft], charge="theft of the cup"),
        matter([noise], parties=(PELL,), body=COUNCIL, charge="making noise"),
        matter([both], parties=(PELL, MARR), charge="theft"),
    ]
    assert len(assess.proceedings(matters, [theft, noise, both], [])) == 2


def test_whoever_is_only_described_joins_nothing() -> None:
    """Two clerks in one paper need not be the two clerks of another."""
    clerks = Party(words="two clerks", naming=Naming.ROLE_ONLY, actor=ActorId("act_clerks"))
    one, other = step(1, EventKind.CHARGE, "src_a"), step(2, EventKind.CHARGE, "src_b")
    matters = [matter([one], parties=(clerks,)), matter([other], parties=(clerks,))]
    assert len(assess.proceedings(matters, [one, other], [])) == 2


def test_what_is_denied_considered_or_expected_ends_nothing() -> None:
    """Only an end that somebody tells as done, or alleges, is one."""
    for realised in (Realised.DENIED, Realised.CONSIDERED, Realised.EXPECTED, Realised.ATTEMPTED):
        charge = step(1, EventKind.CHARGE, when="2024-01")
        end = step(2, EventKind.DISCONTINUANCE, when="2024-02", realised=realised)
        (row,) = assess.proceedings([matter([charge, end])], [charge, end], [])
        assert row.ending is None


def test_the_latest_end_counts() -> None:
    """A conviction that was quashed reads as quashed."""
    guilty = step(1, EventKind.VERDICT, when="2022", outcome="guilty")
    quashed = step(2, EventKind.APPEAL, when="2023", outcome="quashed")
    (row,) = assess.proceedings([matter([quashed, guilty])], [guilty, quashed], [])
    assert row.ending is not None
    assert row.ending.how == "conviction quashed"


def test_a_step_that_is_not_in_force_is_not_shown() -> None:
    """As of a day before the end, the end is not there, and the charge stands open."""
    charge = step(1, EventKind.CHARGE, when="2024-01")
    end = step(2, EventKind.DISCONTINUANCE, when="2024-02")
    (row,) = assess.proceedings([matter([charge, end])], [charge], [])
    assert row.ending is None
    assert row.steps == (charge,)


@given(st.lists(st.sampled_from(list(EventKind)), min_size=1, max_size=5))
def test_every_step_stands_in_one_proceeding_whatever_the_order(kinds: list[EventKind]) -> None:
    """Nothing is lost and nothing told twice, in whatever order documents came in."""
    steps = [step(n, kind, f"src_{n}", when=f"20{n:02}") for n, kind in enumerate(kinds, 10)]
    matters = [matter([one]) for one in steps]
    for order in list(permutations(matters))[:6]:
        rows = assess.proceedings(list(order), steps, [])
        assert sorted(s.id for row in rows for s in row.steps) == sorted(s.id for s in steps)
        assert len(rows) == 1
