"""A large record, held open by a process of its own: what follows is worked out, pages are made.

Python runs one thread at a time: what took minutes to work out kept whoever read waiting, beside
the pages or read in from elsewhere. So whoever works out the newest record goes on to make the
pages of it; until that has begun, the process that holds the one before does.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Mapping
from contextlib import suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from onrecord.core.errors import Busy, OnrecordError
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.access import Role
from onrecord.faces.room.faults import portable
from onrecord.faces.room.stand import Ended, Make, Stand, T, settle

LISTS = (
    "index", "claims", "people", "statements", "timeline", "network", "questions", "differences",
    "origins", "quotes", "flows", "proceedings", "quantities",
)  # fmt: skip
"""Lists that take long the first time; much of what they show is remembered."""
_SPAWN = multiprocessing.get_context("spawn")
_POLITELY = 10
"""How far it stands back, until its pages are asked for, where others want the processor."""
_LEAVES = 5.0
"""Seconds that it gets to close the case; then it is ended, which harms nothing: it only reads."""


class Apart:
    """A stand in a process of its own, at the newest state that the record had when it began.

    Args:
        folder: where the case lies.
        shared: what every page is given besides (`Stand`).
    """

    def __init__(self, folder: Path, shared: Mapping[str, Any]) -> None:
        self._ours, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=_hold, args=(theirs, str(folder), dict(shared)), daemon=True
        )
        self._lock, self._ended = threading.Lock(), False
        self.digest = ""
        # Who interrupts the server ends it, and that ends this: no traceback of its own.
        resource_tracker.ensure_running()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        self._process.start()
        theirs.close()

    def is_ready(self) -> bool:
        """Wait until what its pages need is worked out; False: the process came to an early end."""
        with self._lock, suppress(EOFError, OSError):
            self.digest = self._ours.recv()
        return bool(self.digest)

    def make(self, make: Make[T], patience: float) -> T:
        """Have something made of the record there; what is to be made must be a plain value.

        Raises:
            Busy: others have something made, and that takes long.
            Ended: it is closed, or its process was ended.
        """
        if not self._lock.acquire(timeout=patience):
            raise Busy("the record is being worked out", help="this page opens when it is done")
        try:
            if self._ended:
                raise Ended("the record has moved on", help="ask for this page again")
            self._ours.send(make)
            made: T | Exception = self._ours.recv()
        except (EOFError, OSError):
            raise Ended("the record was let go", help="ask for this page again") from None
        finally:
            if self._ended:
                self._ours.close()
            self._lock.release()
        if isinstance(made, Exception):
            raise made
        return made

    def end(self) -> None:
        """Let it go: at once, or when what is being made of it is made."""
        self._ended = True
        if self._lock.acquire(blocking=False):
            self._ours.close()
            self._lock.release()

    def stop(self) -> None:
        """End it, whatever it is at, and wait until it is gone."""
        self.end()
        if not self.digest:  # it would see only afterwards that nobody waits for it
            self._process.terminate()
        self._process.join(_LEAVES)
        if self._process.is_alive():
            self._process.kill()


# --- in the process ------------------------------------------------------------------------------


def _hold(asked: Connection, folder: str, shared: Mapping[str, Any]) -> None:
    """Hold the record as it is, work out what its pages need, and make what is asked for."""
    from onrecord.case import Case
    from onrecord.faces.room.stand import clothes

    with suppress(EOFError, OSError, OnrecordError), Case.hold(Path(folder)) as case:
        stand = Stand(case, clothes(), shared)
        # A thread of its own: on Linux it alone stands back, and nobody could step forward again.
        working = threading.Thread(target=_work_out, args=(stand, asked))
        working.start()
        working.join()
        while True:
            asked.send(_answered(stand, asked.recv()))


def _work_out(stand: Stand, told: Connection) -> None:
    with suppress(AttributeError, OSError):
        os.nice(_POLITELY)
    try:
        read_in(stand, LISTS)
        stand.hand_on()
    except Exception:  # whoever asks for a page meets it, and is told
        settle()
    with suppress(OSError):
        told.send(stand.digest)


def _answered(stand: Stand, make: Make[T]) -> T | Exception:
    try:
        with stand.case(0) as case:
            return make(stand, case)
    except OnrecordError as error:
        return error
    except Exception as error:  # the one who asks is told, and the server tells of it
        return portable(error)


def read_in(stand: Stand, names: Iterable[str]) -> None:
    """Make some lists of a stand, and find what documents are marked by."""
    settle()
    with stand.case(0):
        site = stand.site(AsOf())
        for name in names:
            if site.page(f"{name}.html") is not None:
                stand.kept(AsOf(), f"{name}.html", Role.READER)
        site.page("sources/none.html")
    settle()
