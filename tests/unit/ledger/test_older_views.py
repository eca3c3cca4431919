"""A case of an earlier onrecord opens: its entries read as they are, what is derived is renewed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from small_record import ToldClock, report

from onrecord.core.errors import TooNew
from onrecord.core.vocabulary import AsOf, Reading
from onrecord.ledger import Ledger, record, views
from onrecord.ledger.store import run

NOW = AsOf()
LATER = {"sureness", "duplicate_of"}
"""What a statement's entry did not say at first."""


def without_what_came_later(value: object) -> bytes:
    """Write an entry as it was written before there was a sureness."""
    body = json.loads(_written(value))
    for statement in body.get("reading", {}).get("statements", []):
        for name in LATER:
            del statement[name]
    return json.dumps(body).encode()


_written = record.body_of


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case as an earlier onrecord left it: entries without the fields, views without columns."""
    monkeypatch.setattr(record, "body_of", without_what_came_later)
    folder = tmp_path / "case"
    with Ledger.create(folder, clock=ToldClock(), by="ed") as ledger:
        ledger.keep(ledger.begin("add", by="ed"), [report(1), report(2)])
        for column in ("sureness", "duplicate_of", "addressee"):
            run(ledger._connection, f"ALTER TABLE statement DROP COLUMN {column}")
        run(ledger._connection, "DROP TABLE derived")
    return folder


def test_an_older_case_is_derived_anew_when_it_is_opened(older: Path) -> None:
    """Nothing of the record changes, and nothing in it is made out to be surer than it was."""
    with apsw.Connection(str(older / "case.db")) as connection:
        before = list(connection.execute("SELECT * FROM entry"))
    connection.close()
    with Ledger.open(older, clock=ToldClock()) as ledger:
        rows = list(ledger.ask.statements(NOW))
        assert len(rows) == 6
        assert {(row.sureness, row.duplicate_of, row.proposed) for row in rows} == {
            (None, None, False)
        }
        assert [row.statements for row in ledger.ask.sources(NOW)] == [3, 3]
        assert list(ledger._connection.execute("SELECT * FROM entry")) == before
        assert ledger.verify().faults == []


def test_what_is_derived_is_built_once(older: Path) -> None:
    """The second opening finds it as it should be."""
    told: list[str] = []
    for _ in range(2):
        with Ledger.open(older, clock=ToldClock(), progress=lambda what, *_: told.append(what)):
            pass
    assert told == ["rebuilding the views"]


def test_an_older_case_that_may_only_be_read_says_what_would_help(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot be renewed there, and is not answered from as if it were."""
    from onrecord.core.errors import Unwritable
    from onrecord.ledger import ledger as module

    def refuse(*_: object, **__: object) -> None:
        raise Unwritable("cannot be written here")

    monkeypatch.setattr(module, "open_file", refuse)
    with pytest.raises(TooNew, match="open it once where it can be written"):
        Ledger.open(older, clock=ToldClock())


def test_views_of_another_version_are_not_answered_from(tmp_path: Path) -> None:
    """Also those of a newer one, which may say something else in the same columns."""
    folder = tmp_path / "case"
    with Ledger.create(folder, clock=ToldClock(), by="ed") as ledger:
        ledger.keep(ledger.begin("add", by="ed"), [report(1)])
        run(ledger._connection, f"UPDATE derived SET version = {views.VERSION + 1}")
        run(ledger._connection, "UPDATE statement SET speaker = 'somebody else'")
    with Ledger.open(folder, clock=ToldClock()) as ledger:
        assert "somebody else" not in {row.speaker for row in ledger.ask.statements(NOW)}
        assert ledger.verify().faults == []


def test_sureness_and_duplicates_go_in_and_come_out(ledger: Ledger) -> None:
    """As they were read; a duplicate is a row, and is not counted."""
    document, reading = report(1)
    assert isinstance(reading, Reading)
    first, told, wrote = reading.statements
    read = replace(
        reading,
        statements=(
            replace(first, sureness=0.4, addressee=reading.mentions[1].id),
            replace(told, sureness=1.0),
            replace(wrote, duplicate_of=first.id),
        ),
    )
    ledger.keep(ledger.begin("add", by="ed"), [(document, read)])
    rows = {row.id: row for row in ledger.ask.statements(NOW)}
    assert (rows[first.id].sureness, rows[first.id].addressee) == (0.4, "Sam Pell")
    assert rows[told.id].sureness == 1.0
    assert rows[wrote.id].duplicate_of == first.id
    (teller,) = rows[wrote.id].chain
    assert (teller.id, teller.speaker, teller.cue) == (told.id, "Sam Pell", "told us")
    (source,) = ledger.ask.sources(NOW)
    assert (source.statements, source.proposals) == (2, 1)
    before = list(rows.values())
    ledger.rebuild()
    assert list(ledger.ask.statements(NOW)) == before
    assert ledger.verify().faults == []
