"""A clock that can be told, and a ledger to write in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from small_record import ToldClock

from onrecord.ledger import Ledger


@pytest.fixture
def clock() -> ToldClock:
    return ToldClock()


@pytest.fixture
def ledger(tmp_path: Path, clock: ToldClock) -> Iterator[Ledger]:
    with Ledger.create(tmp_path / "case", clock=clock, by="ed") as ledger:
        yield ledger
