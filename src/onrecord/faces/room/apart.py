"""A large record, held open by a process of its own: what follows is worked out, pages are made.

Python runs one thread at a time: what took minutes to work out kept whoever read waiting, beside
the pages or read in from elsewhere. So whoever works out the newest record goes on to make the
pages of it; until then the process that holds the one before does, and afterwards it is the one to
move on: what did not change it has worked out already.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.core.errors import Busy, NoSuchRow, OnrecordError
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.access import Role
from onrecord.faces.room.beside import start_deaf
from onrecord.faces.room.faults import place_of, portable
from onrecord.faces.room.stand import Ended, Make, Stand, T, settle

if TYPE_CHECKING:
    from onrecord.case import Case

LISTS = (
    "index", "claims", "people", "statements", "timeline", "network", "questions", "differences",
    "origins", "quotes", "flows", "proceedings", "quantities", "words",
)  # fmt: skip
"""Lists that take long the first time; much of what they show is remembered."""
Kept = tuple[str, Role]
"""The name of a page that is kept once it is made, and for whom."""
_SPAWN = multiprocessing.get_context("spawn")
_POLITELY = 10
"""How far it stands back, until its pages are asked for, where others want the processor."""
_LEAVES = 5.0
"""Seconds that it gets to close the case; then it is ended, which harms nothing: it only reads."""
_log = logging.getLogger("onrecord.room")


class Apart:
    """A stand in a process of its own. Nothing is made of it before it has moved on once.

    Args:
        folder: where the case lies.
        shared: what every page is given besides (`Stand`).
    """

    def __init__(self, folder: Path, shared: Mapping[str, Any]) -> None:
        self._ours, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=_hold, args=(theirs, str(folder), dict(shared)), daemon=True
        )
        # Either something is made of it, or it is away: at work, or ended.
        self._turn = threading.Condition()
        self._makes, self._is_away = False, True
        self.digest = ""
        start_deaf(self._process)
        theirs.close()

    def move_on(self, lately: Sequence[Kept] = ()) -> bool:
        """Hold the newest record, once what its pages need is worked out.

        Args:
            lately: pages that were read lately: they are made too.

        Returns:
            Whether it does; else the process came to an early end.
        """
        with self._turn:
            self._is_away = True
            self._turn.notify_all()
            self._turn.wait_for(lambda: not self._makes)
        self.digest = ""
        with suppress(EOFError, OSError):
            self._ours.send(list(lately))
            self.digest = self._ours.recv()
        self._is_away = not self.digest
        return bool(self.digest)

    def make(self, make: Make[T], patience: float) -> T:
        """Have something made of the record there; what is to be made must be a plain value.

        Raises:
            Busy: others have something made, and that takes long.
            Ended: it is at work on a later one, or its process was ended.
        """
        with self._turn:
            if not self._turn.wait_for(lambda: self._is_away or not self._makes, patience):
                raise Busy("the record is being worked out", help="this page opens when it is done")
            if self._is_away:
                raise Ended("the record has moved on", help="ask for this page again")
            self._makes = True
        try:
            self._ours.send(make)
            made: T | Exception = self._ours.recv()
        except (EOFError, OSError):
            raise Ended("the record was let go", help="ask for this page again") from None
        finally:
            with self._turn:
                self._makes = False
                self._turn.notify()
        if isinstance(made, Exception):
            raise made
        return made

    def end(self) -> None:
        """Let it go, once what is being made of it is made, and wait until it is gone."""
        with self._turn:
            is_at_work, self._is_away = self._is_away, True
            self._turn.notify_all()
            if is_at_work:  # it would see only afterwards that nobody waits for it
                self._process.terminate()
            elif self._turn.wait_for(lambda: not self._makes, _LEAVES):
                self._ours.close()
        self._process.join(_LEAVES)
        if self._process.is_alive():
            self._process.kill()


# --- in the process ------------------------------------------------------------------------------


def _hold(asked: Connection, folder: str, shared: Mapping[str, Any]) -> None:
    """Make what is asked for of a record that is held; told what was read lately, move on."""
    from onrecord.case import Case
    from onrecord.faces.room.stand import clothes

    with suppress(EOFError, OSError, OnrecordError), Case.hold(Path(folder)) as case:
        stand = Stand(case, clothes(), shared)
        while True:
            make = asked.recv()
            is_move = isinstance(make, list)
            asked.send(_moved_on(stand, case, make) if is_move else _answered(stand, make))


def _moved_on(stand: Stand, case: Case, lately: list[Kept]) -> str:
    """Work out what the pages of the newest record need; gives its head."""
    case.move_on()
    # A thread of its own: on Linux it alone stands back, and nobody could step forward again.
    working = threading.Thread(target=_work_out, args=(stand, lately))
    working.start()
    working.join()
    return stand.digest


def _work_out(stand: Stand, lately: list[Kept]) -> None:
    with suppress(AttributeError, OSError):
        os.nice(_POLITELY)
    with _told():
        read_in(stand, LISTS)
        stand.hand_on()
    for name, role in lately:
        with _told(), suppress(NoSuchRow), stand.case(0):  # it may be gone from the record
            stand.kept(AsOf(), name, role)


@contextmanager
def _told() -> Iterator[None]:
    """Tell of a fault and go on: whoever asks for the page meets it."""
    try:
        yield
    except Exception as error:
        _log.error("a page was not made ahead: %s%s", type(error).__name__, place_of(error))


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
