"""Hops are kept with a reading, and given back as of both clocks with the statement they are in."""

from __future__ import annotations

from dataclasses import replace

from small_record import report

from onrecord.core.dates import When
from onrecord.core.fitting import misfits
from onrecord.core.flows import name_of
from onrecord.core.identity import StatementId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger

NOW = AsOf()


def kept(ledger: Ledger) -> int:
    operation = ledger.begin("add", by="ed")
    ledger.keep(operation, [report(1, published="2026-01")])
    return operation


def test_a_hop_comes_back_with_its_ends_and_whose_words_it_is(ledger: Ledger) -> None:
    """In a statement or in the source's own voice; whoever is not named is not there."""
    kept(ledger)
    said, own = ledger.ask.hops(NOW)
    assert (name_of(said.giver), name_of(said.taker), said.what) == (
        "Ida Morrow", "Sam Pell", "the gate",
    )  # fmt: skip
    assert (said.means, str(said.when), said.number) == ("by hand", "2025-04-09", 0)
    assert said.attributed().startswith("Ida Morrow (said")
    assert own.taker is None
    assert own.attributed().startswith("report-1.txt, 2026-01 writes:")
    (claim,) = ledger.ask.identities(NOW)
    assert claim.condition.startswith("only if the board is Sam Pell: Sam Pell")


def test_a_passing_is_so_from_its_day_whenever_it_was_told(ledger: Ledger) -> None:
    """Dated April 2025, told in January 2026: it can have been so by May 2025; undone it is out."""
    operation = kept(ledger)
    may = AsOf(valid=When.of("2025-05"))
    assert [hop.number for hop in ledger.ask.hops(may)] == [0, 1]
    assert ledger.ask.hops(may)[0].statement is not None
    # What has no day can have passed at any time before it was told.
    assert [hop.number for hop in ledger.ask.hops(AsOf(valid=When.of("2025-03")))] == [1]
    assert ledger.ask.hops(AsOf(known="2025-12-31")) == []
    before = ledger.ask.hops(NOW)
    ledger.rebuild()
    assert ledger.ask.hops(NOW) == before
    assert ledger.verify().faults == []
    ledger.take_back(operation, by="ed")
    assert ledger.ask.hops(NOW) == []


def test_a_hop_without_words_or_statement_does_not_enter(ledger: Ledger) -> None:
    """A reading whose hop lies outside its text, or in no statement of it, is told to misfit."""
    document, reading = report(1)
    assert reading is not None
    assert document.text is not None
    (flow,) = reading.flows
    for at, carried, told in (
        ((Span(0, 10**6),), (), "holds no words"),
        ((), (), "stands on no words"),
        (flow.hops[0].at, (StatementId("sta_0"),), "not in the reading"),
    ):
        hop = replace(flow.hops[0], at=at, carried_by=carried)
        bad = replace(reading, flows=(replace(flow, hops=(hop,)),))
        assert any(told in fault for fault in misfits(bad, document.text))
