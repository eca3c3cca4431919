"""A thousand simulated power losses lose nothing acknowledged and tear nothing.

The same with syncing switched off must lose, or the harness proves nothing.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import apsw
import pytest
from alone import alone
from ingesting import CLOCK, batches, batches_held, ingest
from losing import Losing, Step, losses
from small_record import Kept

from onrecord.core.errors import OnrecordError
from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger, store

LOSSES, CONTROLS = 1_000, 80
BATCHES, IN_A_BATCH = 9, 2

pytestmark = pytest.mark.harness


@pytest.fixture
def losing() -> Iterator[Losing]:
    """A file system that keeps a log of what was written and what was synced."""
    with alone(Losing("losing"), pages_before_checkpoint=100) as files:
        yield files


def ingest_on(
    files: Losing, folder: Path, documents: list[list[Kept]], synchronous: str | None
) -> dict[str, bytes]:
    """Ingest on that file system; give the files as they were before."""
    Ledger.create(folder, clock=CLOCK, by="harness").close()
    before = {"case.db": (folder / "case.db").read_bytes()}
    with Ledger.open(folder, clock=CLOCK, vfs=files.name) as ledger:
        if synchronous is not None:
            store.run(ledger._connection, f"PRAGMA synchronous={synchronous}")
        ingest(ledger, documents, lambda _: files.log.append(Step("acknowledged")))
        files.log.append(Step("end"))
    return before


def count_what_is_lost(
    files: Losing,
    folder: Path,
    documents: list[list[Kept]],
    before: dict[str, bytes],
    count: int,
    seed: int,
) -> Counter[str]:
    """Open what each loss leaves with the ordinary file system, and count how it fared.

    Many losses leave the same bytes, which are opened once.
    """
    chance = random.Random(seed)
    moments = sorted(chance.randrange(len(files.log) + 1) for _ in range(count))
    found: Counter[str] = Counter(images=0, lost=0, torn=0, damaged=0)
    image = folder.with_name("image")
    known: dict[frozenset[tuple[str, bytes]], set[int] | str] = {}
    for acknowledged, left in losses(before, files.log, moments, chance):
        bytes_left = frozenset((name, sha256(data).digest()) for name, data in left.items())
        if bytes_left not in known:
            shutil.rmtree(image, ignore_errors=True)
            image.mkdir()
            (image / "sources").symlink_to(folder / "sources")
            for name, data in left.items():
                (image / name).write_bytes(data)
            known[bytes_left] = held_after(image, documents)
        held = known[bytes_left]
        found["images"] += 1
        found["acknowledged"] += acknowledged
        if isinstance(held, str):
            found[held] += 1
        else:
            found["good" if held >= set(range(acknowledged)) else "lost"] += 1
    return found


def held_after(image: Path, documents: list[list[Kept]]) -> set[int] | str:
    """Give the batches that a case holds after a loss, or say in a word how it is."""
    try:
        with Ledger.open(image, clock=CLOCK) as ledger:
            if ledger.verify().faults:
                return "damaged"
            held = batches_held(ledger, documents)
            ledger.search("gate", AsOf(), 3)
    except AssertionError:
        return "torn"
    except (OnrecordError, apsw.Error):
        return "damaged"
    return held


@pytest.mark.parametrize("journal", ["write-ahead log", "rollback journal"])
def test_a_power_loss_loses_nothing_that_was_acknowledged_and_tears_no_batch(
    quick_folder: Path,
    losing: Losing,
    journal: str,
    monkeypatch: pytest.MonkeyPatch,
    tell: Callable[[str], None],
) -> None:
    """Whatever part of the unsynced writes is on the disk, the acknowledged is there and sound."""
    if journal == "rollback journal":
        monkeypatch.setattr(store, "wal_is_safe", lambda _: False)
    documents = batches(BATCHES, IN_A_BATCH)
    folder = quick_folder / "case"
    before = ingest_on(losing, folder, documents, None)
    verbs = Counter(step.verb for step in losing.log)
    found = count_what_is_lost(losing, folder, documents, before, LOSSES, seed=11)
    tell(
        f"power losses {found['images']} ({journal}; {verbs['write']} writes,"
        f" {verbs['sync']} syncs), batches acknowledged before them {found['acknowledged']},"
        f" images that lost any {found['lost']}, torn {found['torn']}, damaged {found['damaged']}"
    )
    assert found["good"] == found["images"] == LOSSES
    assert verbs["acknowledged"] == BATCHES


@pytest.mark.parametrize(
    ("journal", "synchronous"),
    [
        ("write-ahead log", "OFF"),
        ("rollback journal", "OFF"),
        ("write-ahead log", "NORMAL"),
        ("rollback journal", "FULL"),  # its deletion, which is the commit, is not synced
    ],
)
def test_with_less_syncing_the_same_losses_do_harm(
    quick_folder: Path,
    losing: Losing,
    journal: str,
    synchronous: str,
    monkeypatch: pytest.MonkeyPatch,
    tell: Callable[[str], None],
) -> None:
    """The control: a harness that finds nothing wrong with less care would itself be broken."""
    if journal == "rollback journal":
        monkeypatch.setattr(store, "wal_is_safe", lambda _: False)
    documents = batches(BATCHES, IN_A_BATCH)
    folder = quick_folder / "case"
    before = ingest_on(losing, folder, documents, synchronous)
    found = count_what_is_lost(losing, folder, documents, before, CONTROLS, seed=12)
    tell(
        f"control, synchronous={synchronous} ({journal}): of {found['images']} images"
        f" {found['lost']} lost, {found['torn']} torn, {found['damaged']} damaged"
    )
    assert found["lost"] > 0
    if synchronous == "OFF":
        assert found["damaged"] > 0
