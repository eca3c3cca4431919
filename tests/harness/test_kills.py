"""Killed at 200 random moments, the ledger has all that it acknowledged and nothing half."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from ingesting import batches, batches_held, ingest, open_or_create, substance
from small_record import Kept

from onrecord.ledger import Ledger

KILLS = 200
BATCHES = 20
pytestmark = pytest.mark.harness


@dataclass(frozen=True)
class Life:
    """How long a child lives: until so many batches are acknowledged, and then these seconds."""

    batches: int
    seconds: float


def ingest_in_child(
    folder: Path, documents: list[list[Kept]], life: Life | None = None
) -> tuple[set[int], bool]:
    """Ingest in a child process; give what it acknowledged, and whether it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with open_or_create(folder) as ledger:
                ingest(ledger, documents, lambda at: os.write(writing, bytes([at])) and None)
        finally:
            os._exit(0)
    os.close(writing)
    acknowledged = b""
    if life is not None:
        while len(acknowledged) < life.batches and (piece := os.read(reading, 1)):
            acknowledged += piece
        time.sleep(life.seconds)
        os.kill(child, signal.SIGKILL)
    while piece := os.read(reading, 4096):
        acknowledged += piece
    os.close(reading)
    _, status = os.waitpid(child, 0)
    return set(acknowledged), os.WIFSIGNALED(status)


def test_two_hundred_kills_lose_nothing_that_was_acknowledged_and_tear_no_batch(
    quick_folder: Path, tell: Callable[[str], None]
) -> None:
    """After every kill the case opens, verifies, and goes on to the state of an undisturbed run."""
    documents = batches(BATCHES)
    undisturbed = quick_folder / "undisturbed"
    begun = time.monotonic()
    ingest_in_child(undisturbed, documents)
    pace = (time.monotonic() - begun) / BATCHES
    expected = substance(undisturbed)
    moments = random.Random(2)
    kills = acknowledged = unacknowledged = lost = cases = 0
    while kills < KILLS:
        cases += 1
        folder = quick_folder / f"case-{cases}"
        sure: set[int] = set()
        while kills < KILLS and len(sure) < BATCHES:
            # One in five dies about when it opens the case; the others after some batches of news.
            news = moments.randrange(5)
            life = (
                Life(len(sure) + news - 1, moments.uniform(0, 2 * pace))
                if news
                else Life(0, moments.uniform(0, 4 * pace))
            )
            told, killed = ingest_in_child(folder, documents, life)
            kills += killed
            acknowledged += len(told - sure)
            sure |= told
            if not (folder / "case.db").exists():
                assert not sure
                continue
            with open_or_create(folder) as ledger:
                held = batches_held(ledger, documents)
                assert ledger.verify().faults == []
            lost += len(sure - held)
            unacknowledged += len(held - sure)
            sure |= held
        ingest_in_child(folder, documents)
        assert substance(folder) == expected
    tell(
        f"kills {kills}, cases {cases}, batches acknowledged {acknowledged},"
        f" kept just before they could be acknowledged {unacknowledged}, lost {lost}, torn 0"
    )
    assert lost == 0
    assert acknowledged > KILLS / 2


def test_a_case_killed_while_it_is_begun_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """There is no moment at which a half-made case stands in the way of making it again."""
    moments = random.Random(3)
    for number in range(30):
        folder = tmp_path / str(number)
        ingest_in_child(folder, [], Life(0, moments.uniform(0.0, 0.05)))
        with open_or_create(folder) as ledger:
            assert ledger.log()[0].verb == "new"
            assert ledger.verify().faults == []


@pytest.mark.parametrize("folder_is_new", [True, False])
def test_several_beginning_one_case_at_once_make_one(tmp_path: Path, folder_is_new: bool) -> None:
    """One of them begins the case; the others are told that it is there, or go on with it."""
    folder = tmp_path / "case"
    if not folder_is_new:
        folder.mkdir()
    documents = batches(2)
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                try:
                    ledger = open_or_create(folder)
                except Exception:
                    ledger = open_or_create(folder)
                with ledger:
                    ingest(ledger, documents, lambda _: None)
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    with Ledger.open(folder, clock=lambda: pytest.fail("a question asks no clock")) as ledger:
        assert batches_held(ledger, documents) == {0, 1}
        assert [row.verb for row in ledger.log()].count("new") == 1
        assert ledger.verify().faults == []
