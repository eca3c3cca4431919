"""The standing of what is told to have passed: from who tells it, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from positions import position

from onrecord.assess import arrows, weakest
from onrecord.core.claims import ClaimRow, PositionRow
from onrecord.core.flows import ArrowRow, HopRow
from onrecord.core.identity import ActorId, RowId, SourceId, StatementId, TextId
from onrecord.core.rows import Party, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Commitment,
    Mode,
    Naming,
    Polarity,
    Realised,
    SpeechAct,
    Stance,
    Standing,
)

AT = Span(0, 1)


def party(name: str) -> Party:
    return Party(words=name, actor=ActorId(f"act_{name}"), actor_name=name)


def said(
    speaker: str,
    *,
    firm: Commitment = Commitment.NOT_STATED,
    naming: Naming = Naming.NAMED,
    sureness: float | None = None,
) -> StatementRow:
    return StatementRow(
        id=StatementId(f"sta_{speaker}"), source=SourceId("src_1"), source_label="one",
        text=TextId("txt_1"), speaker=speaker, naming=naming, actor=ActorId(f"act_{speaker}"),
        actor_name=speaker, cue="said", content="it", at=AT, content_spans=(AT,),
        source_spans=(AT,), cue_spans=(AT,), hedge_spans=(), mention=None, mode=Mode.INDIRECT,
        act=SpeechAct.ASSERTS, polarity=Polarity.POSITIVE, commitment=firm, hedges=(), made=None,
        parent=None, chain=(), reader="by hand", known="2026-01-01", sureness=sureness,
    )  # fmt: skip


def hop(
    by: str | StatementRow | None,
    realised: Realised = Realised.DONE,
    *,
    source: str = "one",
    ends: tuple[str, str] = ("Marr", "Pell"),
    gap: bool = False,
) -> HopRow:
    return HopRow(
        id=RowId("flw_1"), number=0, source=SourceId(f"src_{source}"), source_label=source,
        giver=party(ends[0]), taker=party(ends[1]), what="the papers", means="", when=None,
        realised=realised, gap=gap, at=AT, words="it", around=AT, known="2026-01-01",
        statement=said(by) if isinstance(by, str) else by,
    )  # fmt: skip


def apart(sources: Iterable[SourceId]) -> int:
    return len(set(sources))


def one(*hops: HopRow) -> ArrowRow:
    (arrow,) = arrows(hops, apart)
    return arrow


def test_who_says_and_who_denies_decide() -> None:
    """Said and denied: disputed; only denied: denied; only planned or tried: nobody says it."""
    denial, plan = hop("Pell", Realised.DENIED), hop("Quill", Realised.CONSIDERED)
    assert one(hop("Vale")).standing is Standing.ASSERTED
    assert one(hop("Vale"), denial).standing is Standing.DISPUTED
    assert one(hop("Vale", Realised.ALLEGED), denial, plan).standing is Standing.DISPUTED
    assert one(denial, plan).standing is Standing.DENIED
    assert one(plan, hop("Quill", Realised.ATTEMPTED)).standing is Standing.UNADDRESSED
    assert not one(plan).is_said
    arrow = one(hop("Vale"), denial)
    assert arrow.because == (
        "told as done by Vale", "denied by Pell", "Pell is one of the two",
    )  # fmt: skip
    assert (arrow.says, arrow.denies) == (("Vale",), ("Pell",))


def test_corroboration_needs_two_named_tellers_in_sources_of_independent_origin() -> None:
    """Not one teller twice, not one copy in two papers, not an allegation, not nobody named."""
    vale, quill = hop("Vale", source="one"), hop("Quill", source="two")
    assert one(vale, quill).standing is Standing.CORROBORATED
    (copied,) = arrows([vale, quill], lambda _: 1)
    assert copied.standing is Standing.ASSERTED
    for other in (
        hop("Vale", source="two"),
        hop("Quill", source="one"),
        hop("Quill", Realised.ALLEGED, source="two"),
        hop(said("an official", naming=Naming.ANONYMOUS), source="two"),
        hop("Quill", source="two", gap=True),
    ):
        assert one(vale, other).standing is Standing.ASSERTED
    assert one(hop(None, source="one"), hop(None, source="two")).standing is Standing.CORROBORATED


@pytest.mark.parametrize(
    ("told", "firmness"),
    [
        (hop(None), "not stated"),
        (hop(said("Vale", firm=Commitment.CERTAIN)), "certain"),
        (hop(said("Vale", firm=Commitment.CERTAIN), Realised.ALLEGED), "possible"),
        (hop(said("Vale", firm=Commitment.CERTAIN, sureness=0.2)), "possible"),
        (hop(said("Vale", firm=Commitment.DOUBTFUL), Realised.ALLEGED), "doubtful"),
    ],
)
def test_what_is_alleged_or_only_proposed_is_told_no_more_firmly_than_possible(
    told: HopRow, firmness: str
) -> None:
    """The firmest who tells it counts, and none tells it more firmly than his words."""
    assert one(told).firmness == firmness


def test_whoever_is_nobody_known_is_not_put_together() -> None:
    """Two hops from somebody not named to Pell may have two givers."""
    unknown = replace(hop("Vale"), giver=None)
    other = replace(unknown, number=1)
    assert len(arrows([unknown, other], apart)) == 2
    assert unknown.giver is None
    assert one(unknown).title == "somebody not named → Pell"


def test_the_weakest_step_is_named_with_what_makes_it_so() -> None:
    """By standing, then a gap, firmness, naming, hearsay, and number of tellers; ties are said."""
    firm, alleged = one(hop("Vale")), one(hop("Vale", Realised.ALLEGED))
    gapped, disputed = one(hop("Vale", gap=True)), one(hop("Vale"), hop("Pell", Realised.DENIED))

    def why(*path: ArrowRow) -> tuple[int, str]:
        return weakest([arrow.strength for arrow in path], path)

    assert why(firm, disputed, alleged)[0] == 1
    assert why(firm, disputed)[1].startswith("it is disputed: told as done by Vale; denied by Pell")
    assert why(alleged, gapped)[0] == 1
    assert why(firm, gapped)[1].startswith("others whom no words name stand between the two")
    assert why(firm, alleged)[1].startswith("it is told no more firmly than “possible”")
    assert why(firm, firm) == (0, "it is asserted: told as done by Vale; steps 1 and 2 are as weak")
    assert why(firm)[1].startswith("it is the only step")


def in_claim(*positions: PositionRow) -> ClaimRow:
    return ClaimRow(
        id=RowId("clm_1"), wording="the papers were passed", worded_by="",
        standing=Standing.ASSERTED, because=(), positions=positions,
    )  # fmt: skip


def told(*hops: HopRow, claim: ClaimRow) -> ArrowRow:
    (arrow,) = arrows(hops, apart, lambda hop: [claim] if hop.statement is not None else [])
    return arrow


def test_a_denial_of_it_reaches_an_arrow_through_the_claim_it_is_placed_on() -> None:
    """ "She denies it" names no passing: placed on the claim of a hop, it disputes the arrow."""
    says = position("Vale", Stance.ASSERTS)
    denied = told(hop("Vale"), claim=in_claim(says, position("Pell", Stance.DENIES)))
    assert denied.standing is Standing.DISPUTED
    assert denied.denies == ("Pell",)
    assert denied.because == (
        "told as done by Vale", "the claim it is in is denied by Pell", "Pell is one of the two",
    )  # fmt: skip
    assert [row.called for row in denied.placed] == ["Pell"]
    part = told(hop("Vale"), claim=in_claim(says, position("Pell", Stance.DENIES_IN_PART)))
    assert part.standing is Standing.DISPUTED
    doubt = told(hop("Vale"), claim=in_claim(says, position("Marr", Stance.DOUBTS)))
    assert doubt.standing is Standing.DOUBTED
    none = told(hop("Vale"), claim=in_claim(says, position("Marr", Stance.DOES_NOT_ADDRESS)))
    assert none.standing is Standing.ASSERTED


def test_a_dropped_charge_withdraws_the_arrow_it_told_of() -> None:
    """Whoever told it and has withdrawn the claim tells it no longer; others still do."""
    office = [position("Office", Stance.ASSERTS), position("Office", Stance.WITHDRAWS, "2026-02")]
    charge = hop(office[0].statement, Realised.ALLEGED)
    dropped = told(charge, claim=in_claim(*office))
    assert dropped.standing is Standing.WITHDRAWN
    assert dropped.because[1] == "the claim it is in was withdrawn by Office"
    vale = position("Vale", Stance.ASSERTS)
    still = told(charge, hop(vale.statement), claim=in_claim(*office, vale))
    assert (still.standing, still.says) == (Standing.ASSERTED, ("Vale",))


def test_the_weakest_hop_is_first_the_one_nobody_is_given_for() -> None:
    """Never sourced, withdrawn, hedged without a passer, disputed, asserted, corroborated."""
    office = [position("Office", Stance.ASSERTS), position("Office", Stance.WITHDRAWS, "2026-02")]
    order = [
        one(hop(None), hop("Pell", Realised.DENIED)),
        told(hop(office[0].statement), claim=in_claim(*office)),
        one(hop("Vale", Realised.ALLEGED, gap=True)),
        one(hop("Vale"), hop("Pell", Realised.DENIED)),
        one(hop("Vale")),
        one(hop("Vale", source="one"), hop("Quill", source="two")),
    ]
    assert [arrow.strength[0] for arrow in order] == [1, 2, 3, 4, 5, 6]
    assert sorted(order, key=lambda arrow: arrow.strength) == order
    at, why = weakest([arrow.strength for arrow in order], order)
    assert (at, why.split(" (")[0]) == (1 - 1, "no source is given for it")


HOPS = st.builds(
    hop,
    st.sampled_from(["Vale", "Quill", "Pell", None]),
    st.sampled_from(Realised),
    source=st.sampled_from(["one", "two", "three"]),
    ends=st.sampled_from([("Marr", "Pell"), ("Pell", "Oduya"), ("Pell", "Marr")]),
    gap=st.booleans(),
)


@given(st.lists(HOPS, max_size=8))
def test_standing_does_not_depend_on_the_order_and_a_denial_never_raises_it(
    hops: list[HopRow],
) -> None:
    """The same hops in any order give the same standing; one more denial is at most as strong."""

    def standings(some: list[HopRow]) -> dict[str, Standing]:
        return {arrow.title: arrow.standing for arrow in arrows(some, apart)}

    assert standings(hops) == standings(hops[::-1])
    before = {arrow.title: arrow.strength for arrow in arrows(hops, apart)}
    for arrow in arrows([*hops, hop("Oduya", Realised.DENIED)], apart):
        if arrow.title in before:
            assert arrow.strength <= before[arrow.title]
            assert not (arrow.denies and arrow.standing is Standing.CORROBORATED)
