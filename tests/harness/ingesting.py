"""What the harness does to a ledger, and what it holds it to afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
from small_record import Kept, ToldClock, report

from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger

CLOCK = ToldClock()
IN_A_BATCH = 3


def batches(count: int, in_a_batch: int = IN_A_BATCH) -> list[list[Kept]]:
    """Make so many batches of documents, the same each time."""
    return [[report(at * in_a_batch + i) for i in range(in_a_batch)] for at in range(count)]


def open_or_create(folder: Path, vfs: str | None = None) -> Ledger:
    if (folder / "case.db").exists():
        return Ledger.open(folder, clock=CLOCK, vfs=vfs)
    return Ledger.create(folder, clock=CLOCK, by="harness", vfs=vfs)


def ingest(ledger: Ledger, documents: list[list[Kept]], acknowledge: Callable[[int], None]) -> None:
    """Keep every batch; each is acknowledged once `keep` has returned."""
    operation = ledger.begin("add", by="harness")
    for at, batch in enumerate(documents):
        ledger.keep(operation, batch)
        acknowledge(at)


def batches_held(ledger: Ledger, documents: list[list[Kept]]) -> set[int]:
    """Say which batches are there, whole.

    Raises:
        AssertionError: part of a batch is there, or a source without its text and statements.
    """
    rows = {row.id: row for row in ledger.ask.sources(AsOf())}
    assert all(row.text is not None and row.statements == 3 for row in rows.values())
    held = set()
    for at, batch in enumerate(documents):
        there = [document.source.id in rows for document, _ in batch]
        assert all(there) or not any(there), f"batch {at} is torn"
        if all(there):
            held.add(at)
    return held


def substance(folder: Path) -> list[tuple[object, ...]]:
    """Give what was taken in, in order, without the clock and the operations it came with."""
    connection = apsw.Connection(str(folder / "case.db"))
    rows = list(
        connection.execute(
            "SELECT kind, subject, known, body FROM entry WHERE kind <> 'operation' ORDER BY number"
        )
    )
    connection.close()
    return rows
