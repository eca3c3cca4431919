"""A full disk, a failing device, a read-only folder: told plainly, nothing half kept."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw
import pytest
from alone import alone
from failing import Failing
from ingesting import CLOCK, batches, batches_held
from small_record import report

from onrecord.core.errors import OnrecordError, Unwritable
from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger, store

pytestmark = pytest.mark.harness

FAULTS = {
    "a full disk": (apsw.FullError, frozenset({"write"})),
    "a failing device": (apsw.IOError, frozenset({"read", "write", "sync", "truncate"})),
}


@pytest.fixture(params=FAULTS, ids=lambda name: name.replace(" ", "-"))
def failing(request: pytest.FixtureRequest) -> Iterator[Failing]:
    with alone(Failing("failing", *FAULTS[request.param]), pages_before_checkpoint=5) as files:
        yield files


@pytest.mark.parametrize("journal", ["write-ahead log", "rollback journal"])
def test_a_disk_that_fails_at_any_call_leaves_a_whole_case(
    quick_folder: Path,
    failing: Failing,
    journal: str,
    monkeypatch: pytest.MonkeyPatch,
    tell: Callable[[str], None],
) -> None:
    """Whichever call fails, what was acknowledged is kept; the rest is there whole or absent."""
    if journal == "rollback journal":
        monkeypatch.setattr(store, "wal_is_safe", lambda _: False)
    documents = batches(3, 1)
    before = quick_folder / "before"
    with Ledger.create(before, clock=CLOCK, by="harness") as ledger:
        ledger.keep(ledger.begin("add", by="harness"), documents[0])
    told = calls = 0
    failed = True
    while failed:
        folder = quick_folder / "case"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(before, folder)
        acknowledged = {0}
        failing.fail_after(None)
        ledger = Ledger.open(folder, clock=CLOCK, vfs=failing.name)
        failing.fail_after(calls)
        try:
            operation = ledger.begin("add", by="harness")
            for at in (1, 2):
                ledger.keep(operation, documents[at])
                acknowledged.add(at)
        except Unwritable:
            told += 1
        failed = failing.failed
        with suppress(apsw.Error):  # the last of it; SQLite's own file systems say nothing here
            ledger.close()
        with Ledger.open(folder, clock=CLOCK) as ledger:
            assert ledger.verify().faults == []
            assert acknowledged <= batches_held(ledger, documents)
            if calls % 10 == 0:  # and it can go on
                ledger.keep(ledger.begin("add", by="harness"), documents[1] + documents[2])
                assert batches_held(ledger, documents) == {0, 1, 2}
        calls += 1
    tell(f"{failing.error.__name__} at each of {calls - 1} calls ({journal}): told {told} times")
    assert told > 10


def test_a_full_file_system_is_told_and_what_was_kept_stays(tmp_path: Path) -> None:
    """On a real file system of 4 MB: room is found again, and the ingest goes on."""
    mounted = tmp_path / "small"
    mounted.mkdir()
    with mount(mounted, "-t", "tmpfs", "-o", "size=4000k", "tmpfs"):
        ballast = mounted / "ballast"
        ballast.write_bytes(bytes(1_000_000))
        kept = 0
        with Ledger.create(mounted / "case", clock=CLOCK, by="harness") as ledger:
            operation = ledger.begin("add", by="harness")
            with suppress(Unwritable):
                while kept < 1000:
                    ledger.keep(operation, [report(kept)])
                    kept += 1
            with pytest.raises(Unwritable, match=r"disk is full|No space left"):
                ledger.keep(operation, [report(kept)])
            ballast.unlink()
            assert len(ledger.ask.sources(AsOf())) == kept > 5
            assert ledger.keep(operation, [report(kept)]) == [True]
        with Ledger.open(mounted / "case", clock=CLOCK) as ledger:
            assert ledger.verify().faults == []
            assert len(ledger.ask.sources(AsOf())) == kept + 1


def test_a_case_on_a_full_disk_is_not_begun_by_half(tmp_path: Path) -> None:
    """Where there is no room even to begin, nothing of a case is left behind."""
    mounted = tmp_path / "tiny"
    mounted.mkdir()
    with mount(mounted, "-t", "tmpfs", "-o", "size=40k", "tmpfs"):
        with pytest.raises(Unwritable):
            Ledger.create(mounted / "case", clock=CLOCK, by="harness")
        assert not (mounted / "case" / "case.db").exists()


@pytest.mark.parametrize("left_open", [False, True], ids=["closed", "killed"])
def test_a_case_that_may_only_be_read_is_asked_and_refuses_to_be_written(
    tmp_path: Path, left_open: bool
) -> None:
    """A read-only folder, with or without a log its last writer left: questions, no entries."""
    folder = tmp_path / "case"
    with Ledger.create(folder, clock=CLOCK, by="harness") as ledger:
        ledger.keep(ledger.begin("add", by="harness"), [report(1)])
    if left_open:
        writer = os.fork()
        if writer == 0:
            ledger = Ledger.open(folder, clock=CLOCK)
            ledger.keep(ledger.begin("add", by="harness"), [report(2)])
            os._exit(0)  # as if killed: the log stays
        os.waitpid(writer, 0)
        assert (folder / "case.db-wal").stat().st_size
    with mount(folder, "--bind", str(folder)):
        remount(folder, "remount,ro,bind")
        with Ledger.open(folder, clock=CLOCK) as ledger:
            assert len(ledger.ask.sources(AsOf())) == 1 + left_open
            assert ledger.verify().faults == []
            ledger.remember("nothing", "key", b"{}")
            for write in (
                lambda: ledger.begin("add", by="harness"),
                lambda: ledger.keep(2, [report(3)]),
                lambda: ledger.take_back(2, by="harness"),
                ledger.rebuild,
            ):
                with pytest.raises(Unwritable):
                    write()
        with pytest.raises(OnrecordError):
            Ledger.create(folder / "inside", clock=CLOCK, by="harness")
    with Ledger.open(folder, clock=CLOCK) as ledger:
        assert ledger.verify().faults == []
        assert ledger.keep(2, [report(3)]) == [True]


@contextmanager
def mount(folder: Path, *options: str) -> Iterator[None]:
    """Mount a file system for the time of a test; without the right to, the test says so."""
    kind = ["mount", *options, str(folder)]
    done = subprocess.run(kind, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(
            "this user may not mount a small or read-only file system here; the same faults are"
            " covered by the file system that fails at every n-th call"
        )
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def remount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", options, str(folder)], check=True)
