"""Quantities are kept with a reading, and given back as of both clocks, with whose words."""

from __future__ import annotations

from dataclasses import replace

from small_record import report

from onrecord.core.dates import When
from onrecord.core.identity import RowId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf, Bound, Quantity
from onrecord.ledger import Ledger

NOW = AsOf()


def counted(ledger: Ledger) -> int:
    """Take in a report of at least two lamps that Ida Morrow's pair of gates is said to have."""
    document, reading = report(1, retrieved="2026-01-01", more="At least two lamps burnt.")
    assert document.text is not None
    assert reading is not None
    at = Span(*(document.text.characters.index(word) for word in ("At least", " burnt")))
    number = Span(at.start + 9, at.start + 12)
    one = Quantity(
        id=RowId("qty_1"), bound=Bound.AT_LEAST, number=2, item="lamps", at=at, number_at=number,
        item_at=(Span(at.start + 13, at.end),), owner=reading.mentions[0].id,
        owner_at=(reading.mentions[0].at,),
    )  # fmt: skip
    inside = replace(one, id=RowId("qty_2"), at=reading.statements[0].content.spans[0])
    operation = ledger.begin("add", by="ed")
    ledger.keep(operation, [(document, replace(reading, quantities=(one, inside)))])
    return operation


def test_a_quantity_comes_back_with_its_words_and_whose_they_are(ledger: Ledger) -> None:
    """In the source's own voice, or in the statement whose content holds it."""
    counted(ledger)
    own, said = ledger.ask.quantities(NOW)
    assert (own.counted, own.bound, own.number, own.item) == (
        "At least two lamps", Bound.AT_LEAST, 2.0, "lamps",
    )  # fmt: skip
    assert own.owner == "Ida Morrow"
    assert own.statement is None
    assert "At least two lamps burnt" in own.attributed()
    assert said.statement is not None
    assert said.attributed().startswith("Ida Morrow (said")


def test_a_quantity_counts_from_when_its_source_came_out_and_was_known(ledger: Ledger) -> None:
    """Published in April 2025, known from 2026 on; gone when the operation is taken back."""
    operation = counted(ledger)

    def count(valid: str | None = None, known: str | None = None) -> int:
        return len(
            ledger.ask.quantities(AsOf(valid=When.of(valid) if valid else None, known=known))
        )

    assert [count("2025-03-31"), count("2025-04-01")] == [0, 2]
    assert [count(known="2025-12-31"), count(known="2026-01-01")] == [0, 2]
    before = ledger.ask.quantities(NOW)
    assert ledger.verify().faults == []
    ledger.rebuild()
    assert ledger.ask.quantities(NOW) == before
    assert ledger.verify().faults == []
    ledger.take_back(operation, by="ed")
    assert count() == 0
