"""What follows from a judgement in a large case, worked out by a process of its own.

Python runs one thread at a time: worked out beside the pages it kept whoever read waiting, for as
long as minutes in a case of millions of words. What the process works out is remembered in the
case's file, where a stand that is held at the same state of the record finds it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from onrecord.core.errors import OnrecordError
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.stand import Stand

LISTS = (
    "index", "claims", "people", "statements", "timeline", "network", "questions", "differences",
    "origins", "quotes", "flows", "proceedings", "quantities",
)  # fmt: skip
"""Lists that take long the first time; much of what they show is remembered."""
_SPAWN = multiprocessing.get_context("spawn")
_POLITELY = 10
"""How far it stands back where the processor is wanted by others."""


class Ahead:
    """Works out the newest record of a case.

    Args:
        folder: where the case lies.
        hold: gives a stand that is held at the newest state of the record.
    """

    def __init__(self, folder: Path, hold: Callable[[], Stand]) -> None:
        self._folder, self._hold = folder, hold
        self._process: BaseProcess | None = None

    def stand(self) -> Stand:
        """Give a stand held at the newest record, once what follows from that is worked out.

        Where the process ends early, the stand works out what is asked of it, as any other does.
        """
        ours, theirs = _SPAWN.Pipe()
        self._process = process = _SPAWN.Process(
            target=_work_out, args=(theirs, str(self._folder)), daemon=True
        )
        # Who interrupts the server ends it, and that ends this: no traceback of its own.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        process.start()
        theirs.close()
        stand: Stand | None = None
        with suppress(EOFError, OSError):
            while stand is None:
                digest, stand = ours.recv(), self._hold()
                is_same = stand.digest == digest
                if not is_same:  # something came on record in between
                    stand.end()
                    stand = None
                ours.send(is_same)
        process.join()
        return stand or self._hold()

    def stop(self) -> None:
        """End what is being worked out."""
        if self._process is not None and self._process.is_alive():
            self._process.terminate()


def _work_out(told: Connection, folder: str) -> None:
    """Work out the record as it is, once the other side holds it at the same state."""
    os.nice(_POLITELY)
    from onrecord.case import Case
    from onrecord.show import Site

    with suppress(EOFError, OSError, OnrecordError), Case.open(Path(folder)) as case:
        is_same = False
        while not is_same:
            with case.steady():
                told.send(case.head().digest)
                is_same = told.recv()
                site = Site(case, AsOf(), datetime.now(UTC))
                for name in LISTS if is_same else ():
                    page = site.page(f"{name}.html")
                    if page is not None:
                        site.press.html(page)
