"""Views can be thrown away: a rebuild gives equal contents; the record itself stays as it is."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from small_record import ToldClock, refused, report

from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf, Content
from onrecord.ledger import Ledger, views
from onrecord.ledger.store import run

ALL = [*views.VIEWS, "temp.places"]


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    """A case with everything in it: two batches, a refusal, the same words twice, an undo."""
    operation = ledger.begin("add", by="ed")
    ledger.keep(operation, [report(1), report(2, address="https://news.invalid/2"), refused(1)])
    ledger.keep(operation, [report(3), report(1)])
    again = ledger.begin("add", by="ed")
    ledger.keep(again, [report(4, more="A last word.")])
    undo = ledger.take_back(again, by="ed")
    ledger.take_back(undo, by="ed")
    return ledger


def contents(ledger: Ledger) -> dict[str, list[apsw.SQLiteValues]]:
    connection = ledger._connection
    run(
        connection,
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.places USING fts5vocab(main, search, instance)",
    )
    return {view: list(connection.execute(f"SELECT * FROM {view}")) for view in ALL}


def test_a_rebuild_gives_every_view_equal_contents(full: Ledger) -> None:
    """Row by row, the search index included."""
    before = contents(full)
    assert all(before[view] for view in ALL if view != "judgement")
    full.rebuild()
    assert contents(full) == before
    assert full.verify().faults == []


@pytest.mark.parametrize("view", [*views.VIEWS, views.SEARCH])
def test_a_view_that_was_altered_is_named_and_a_rebuild_mends_it(full: Ledger, view: str) -> None:
    """Verification says which; the record gives it back."""
    before = contents(full)
    connection = full._connection
    if view == views.SEARCH:
        run(connection, "INSERT INTO search(rowid, words) VALUES (1000, 'planted')")
    elif view == "judgement":
        run(connection, "INSERT INTO judgement VALUES (1, 1, '2026-01-01', 'jdg_1', x'7b7d')")
    else:
        run(connection, f"DELETE FROM {view} WHERE rowid = (SELECT max(rowid) FROM {view})")
    faults = full.verify().faults
    assert [fault.where for fault in faults] == [f"view {view}"]
    assert "verify --rebuild" in faults[0].what
    full.rebuild()
    assert contents(full) == before
    assert full.verify().faults == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE statement SET speaker = 'Sam Pell' WHERE row = 1",
        "UPDATE statement SET row = row + 1000",
        "UPDATE mention SET name = upper(name)",
        "UPDATE source SET name = 'other.txt' WHERE entry = (SELECT min(entry) FROM source)",
        "UPDATE source SET known = '2020-01-01'",
        "UPDATE statement SET operation = 1",
        'INSERT INTO reply SELECT NULL, entry, operation, known, id, source, start, "end", parties,'
        " 'denied', words, spans, made, first, after FROM reply LIMIT 1",
        "UPDATE statement SET sureness = 0.9 WHERE sureness IS NULL",
        "UPDATE statement SET chain = NULL",
        "UPDATE statement SET addressee = 'the court' WHERE row = 1",
        "UPDATE reading SET proposals = 1",
    ],
)
def test_any_changed_row_of_a_view_is_found(full: Ledger, change: str) -> None:
    """Who spoke, when it was known, in what order rows stand: nothing can be put in its mouth."""
    run(full._connection, change)
    assert len(full.verify().faults) == 1


def test_verifying_leaves_no_trace_in_the_answers(full: Ledger) -> None:
    """It can be asked twice, and questions after it are answered from the case as before."""
    before = full.ask.sources(AsOf())
    assert full.verify().faults == full.verify().faults == []
    operation = full.begin("add", by="ed")
    full.keep(operation, [report(9)])
    assert len(full.ask.sources(AsOf())) == len(before) + 1
    assert full.verify().faults == []


@pytest.mark.parametrize("table", ["entry", "batch"])
@pytest.mark.parametrize("verb", ["UPDATE {} SET number = number + 1", "DELETE FROM {}"])
def test_the_record_refuses_to_be_changed(full: Ledger, table: str, verb: str) -> None:
    """Whoever opens the file with another program is refused too."""
    full.close()
    connection = sqlite3.connect(full.file)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(verb.format(table))
    connection.close()


def test_bytes_are_on_disk_before_the_entry_that_speaks_of_them(
    full: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the entries cannot be written, a source's bytes may be left over; never the reverse."""
    document, reading = report(20)
    seen: list[bool] = []
    append = full._journal.append

    def watched(*args: object) -> object:
        seen.append(full._blobs.path(document.source.sha256).exists())
        return append(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(full._journal, "append", watched)
    full.keep(2, [(document, reading)])
    assert seen == [True]


def test_a_remembered_result_that_was_altered_is_forgotten(full: Ledger) -> None:
    """It can be worked out again; nothing unchecked is answered from it."""
    full.remember("actors", "key", b"[1]")
    assert full.remembered("key") == b"[1]"
    run(full._connection, "UPDATE memory SET body = x'5b325d'")
    assert full.remembered("key") is None
    full.remember("actors", "key", b"[1]")
    full.rebuild()
    assert full.remembered("key") is None


def test_the_same_deeds_by_the_same_clock_give_the_same_head(tmp_path: Path) -> None:
    """A head names what was recorded, not the machine it was recorded on."""
    heads = []
    for name in ("one", "other"):
        with Ledger.create(tmp_path / name, clock=ToldClock(), by="ed") as ledger:
            ledger.keep(ledger.begin("add", by="ed"), [report(1), report(2)])
            heads.append(ledger.head())
    assert heads[0] == heads[1]


def test_a_span_outside_its_text_is_named(full: Ledger) -> None:
    """A reading may claim what it likes; verification looks whether the words are there."""
    document, reading = report(30)
    assert reading is not None
    wild = Span(5, 9_999)
    mention = replace(reading.mentions[0], at=wild)
    said = replace(reading.statements[0], content=Content((wild,)))
    bent = replace(reading, mentions=(mention,), statements=(said,), sentences=(Span(7, 7),))
    full.keep(2, [(document, bent)])
    named = {fault.where for fault in full.verify().faults}
    assert named == {f"{mention.id}:5-9999", f"{said.id}:5-9999", f"{reading.id}:7-7"}
