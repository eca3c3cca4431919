"""A schema goes forward by whole steps: killed anywhere, a file has the old one or the new."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import apsw
import pytest
from ingesting import CLOCK, batches, batches_held, ingest
from small_record import Kept

from onrecord.core.errors import TooNew
from onrecord.ledger import Ledger, store

KILLS = 50

pytestmark = pytest.mark.harness

SECOND = """
CREATE TABLE second (number INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT;
WITH RECURSIVE times(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM times WHERE n < 199)
INSERT INTO second SELECT number * 200 + n, kind || ' ' || subject FROM entry, times;
CREATE INDEX second_by_word ON second (word);
"""
THIRD = """
CREATE TABLE third (number INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT;
INSERT INTO third SELECT number, word FROM second ORDER BY word, number DESC;
DROP TABLE second;
"""


@pytest.fixture
def documents() -> list[list[Kept]]:
    return batches(6)


@pytest.fixture
def folder(tmp_path: Path, documents: list[list[Kept]]) -> Path:
    with Ledger.create(tmp_path / "case", clock=CLOCK, by="harness") as ledger:
        ingest(ledger, documents, lambda _: None)
    return tmp_path / "case"


def steps() -> list[tuple[int, str]]:
    first = store.migrations()
    newest = first[-1][0]
    return [*first, (newest + 1, SECOND), (newest + 2, THIRD)]


def migrate(file: Path) -> None:
    connection = apsw.Connection(str(file))
    store.run(connection, "PRAGMA synchronous=FULL")
    store.migrate(connection, file, steps=steps())
    connection.close()


def tables(file: Path) -> tuple[int, frozenset[str], bool]:
    """Give the schema's version, which of the new tables are there, and whether they are full."""
    connection = apsw.Connection(str(file))
    version = store.number(connection, "PRAGMA user_version")
    names = frozenset(
        str(row[0])
        for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE name IN ('second', 'third')"
        )
    )
    entries = store.number(connection, "SELECT count(*) FROM entry")
    full = all(
        store.number(connection, f"SELECT count(*) FROM {name}") == 200 * entries for name in names
    )
    sound = connection.execute("PRAGMA integrity_check").get == "ok"
    connection.close()
    return version, names, full and sound


def test_a_migration_killed_anywhere_leaves_a_whole_schema_and_is_finished_later(
    folder: Path, documents: list[list[Kept]], tell: object
) -> None:
    """Old, between two steps, or new: each with all its rows; and never a half copy of the file."""
    newest = steps()[-1][0]
    whole = {newest - 2: frozenset[str](), newest - 1: {"second"}, newest: {"third"}}
    file = folder / "case.db"
    old = file.read_bytes()
    begun = time.monotonic()
    migrate(file)
    lasts = time.monotonic() - begun
    kept = folder / f"case.db.before-schema-{newest}"
    moments = random.Random(5)
    seen: dict[int, int] = dict.fromkeys(whole, 0)
    kills = 0
    while kills < KILLS:
        for left in folder.glob("*case.db*"):
            left.unlink()
        file.write_bytes(old)
        child = os.fork()
        if child == 0:
            try:
                migrate(file)
            finally:
                os._exit(0)
        time.sleep(moments.uniform(0, 1.2 * lasts))
        os.kill(child, signal.SIGKILL)
        kills += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        version, names, sound = tables(file)
        assert sound
        assert names == whole[version]
        assert not kept.exists() or tables(kept) == (newest - 2, frozenset(), True)
        seen[version] += 1
        migrate(file)
        assert tables(file) == (newest, {"third"}, True)
    assert callable(tell)
    tell(f"migrations killed {kills}: found old {seen[newest - 2]}, between steps"
         f" {seen[newest - 1]}, new {seen[newest]}, torn 0")  # fmt: skip
    assert seen[newest - 2] > 0


def test_a_migrated_case_keeps_a_copy_of_the_file_as_it_was(
    folder: Path, documents: list[list[Kept]]
) -> None:
    """The copy opens with this onrecord, and holds all of it."""
    file = folder / "case.db"
    migrate(file)
    newest = steps()[-1][0]
    with pytest.raises(TooNew):
        Ledger.open(folder, clock=CLOCK)
    (folder / f"case.db.before-schema-{newest}").replace(file)
    with Ledger.open(folder, clock=CLOCK) as ledger:
        assert batches_held(ledger, documents) == set(range(len(documents)))
        assert ledger.verify().faults == []


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_newer_file_is_refused_politely_and_left_as_it_is(folder: Path, journal: str) -> None:
    """It says what would help, has the exit code of a damaged case, and not one byte changes."""
    file = folder / "case.db"
    connection = apsw.Connection(str(file))
    store.run(connection, f"PRAGMA journal_mode={journal}")
    store.run(connection, "PRAGMA user_version=99")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(TooNew, match="update onrecord") as refusal:
        Ledger.open(folder, clock=CLOCK)
    assert refusal.value.exit_code == 3
    assert file.read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["case.db", "sources"]
