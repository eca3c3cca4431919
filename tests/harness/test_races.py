"""Several processes on one case at once: each waits its turn, and nothing is lost or doubled."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import apsw
import pytest
from ingesting import CLOCK, batches, batches_held, ingest
from small_record import report

from onrecord.core.errors import Busy, WrongUse
from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger, store

WRITERS = 8

pytestmark = pytest.mark.harness


def in_children(*works: Callable[[], None]) -> None:
    """Carry out each in a process of its own; all must come to a good end."""
    children = []
    for work in works:
        child = os.fork()
        if child == 0:
            status = 1
            try:
                work()
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * len(works)


def test_eight_writers_of_the_same_documents_keep_each_once_beside_a_checkpoint_loop(
    tmp_path: Path, tell: Callable[[str], None]
) -> None:
    """Who comes second finds the source there; questions asked meanwhile see whole batches."""
    folder = tmp_path / "case"
    documents = batches(8)
    Ledger.create(folder, clock=CLOCK, by="harness").close()

    def write(seed: int) -> None:
        mine = list(documents)
        random.Random(seed).shuffle(mine)
        with Ledger.open(folder, clock=CLOCK) as ledger:
            ingest(ledger, mine, lambda _: None)
            assert len(batches_held(ledger, documents)) == len(documents)

    checkpoints = os.fork()
    if checkpoints == 0:
        connection = apsw.Connection(str(folder / "case.db"))
        while True:
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)
            store.run(connection, "SELECT count(*) FROM entry")
            time.sleep(0.002)
    try:
        in_children(*(lambda seed=seed: write(seed) for seed in range(WRITERS)))
    finally:
        os.kill(checkpoints, signal.SIGKILL)
        os.waitpid(checkpoints, 0)
    with Ledger.open(folder, clock=CLOCK) as ledger:
        assert ledger.verify().faults == []
        assert batches_held(ledger, documents) == set(range(len(documents)))
    connection = apsw.Connection(str(folder / "case.db"))
    entries = connection.execute("SELECT count(*) FROM entry WHERE kind = 'source'").get
    connection.close()
    assert entries == sum(map(len, documents))
    tell(f"writers at once {WRITERS}, documents {entries}, each kept once, lost 0")


def test_two_writers_of_different_documents_lose_nothing(tmp_path: Path) -> None:
    """One waits for the other; the chain runs through the entries of both."""
    folder = tmp_path / "case"
    documents = batches(20, 1)
    Ledger.create(folder, clock=CLOCK, by="harness").close()

    def write(mine: slice) -> None:
        with Ledger.open(folder, clock=CLOCK) as ledger:
            ingest(ledger, documents[mine], lambda _: None)

    in_children(lambda: write(slice(0, None, 2)), lambda: write(slice(1, None, 2)))
    with Ledger.open(folder, clock=CLOCK) as ledger:
        assert batches_held(ledger, documents) == set(range(20))
        assert ledger.verify().faults == []


def test_a_case_that_is_written_meanwhile_verifies_without_a_false_alarm(tmp_path: Path) -> None:
    """Verification sees one state of the case throughout."""
    folder = tmp_path / "case"
    Ledger.create(folder, clock=CLOCK, by="harness").close()
    writer = os.fork()
    if writer == 0:
        with Ledger.open(folder, clock=CLOCK) as ledger:
            operation = ledger.begin("add", by="harness")
            for number in range(100_000):
                ledger.keep(operation, [report(number)])
    try:
        with Ledger.open(folder, clock=CLOCK) as ledger:
            for _ in range(12):
                assert ledger.verify().faults == []
                time.sleep(0.01)
            assert ledger.head().entries > 4
    finally:
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)


def test_two_who_take_the_same_back_at_once_do_it_once(tmp_path: Path) -> None:
    """One takes it back; the other is told that it was taken back already."""
    folder = tmp_path / "case"
    with Ledger.create(folder, clock=CLOCK, by="harness") as ledger:
        added = ledger.begin("add", by="harness")
        ledger.keep(added, [report(1)])

    def take_back() -> None:
        # Whoever comes second is told that it was taken back already.
        with suppress(WrongUse), Ledger.open(folder, clock=CLOCK) as ledger:
            ledger.take_back(added, by="harness")

    in_children(*[take_back] * 4)
    with Ledger.open(folder, clock=CLOCK) as ledger:
        assert [row.verb for row in ledger.log()].count("undo") == 1
        assert ledger.ask.sources(AsOf()) == []


def test_who_has_waited_long_enough_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A writer that never ends is named as the reason; nothing of the second's is kept."""
    monkeypatch.setattr(store, "BUSY_MS", 20)
    folder = tmp_path / "case"
    with Ledger.create(folder, clock=CLOCK, by="harness") as ledger:
        other = apsw.Connection(str(folder / "case.db"))
        store.run(other, "BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="another process is writing"):
            ledger.keep(1, [report(1)])
        assert ledger.ask.sources(AsOf()) == []
        ledger.remember("nothing", "key", b"{}")  # is left undone, and says nothing
        store.run(other, "ROLLBACK")
        other.close()
        assert ledger.keep(1, [report(1)]) == [True]
