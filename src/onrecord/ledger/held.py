"""A case held open as it is at one moment, for whoever shows it while others write.

SQLite gives a reader the state at which its transaction began, whatever is committed later. What is
worked out from that state is remembered here alone: the file remembers what is of a later one. What
others work out of the same state in the meantime is found there: its key names all it depends on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw

from onrecord.core.errors import Unwritable
from onrecord.core.seams import Clock, Progress, silent
from onrecord.ledger.aside import Aside
from onrecord.ledger.ledger import FILE, Ledger, recalled
from onrecord.ledger.store import open_as_it_is, open_meanwhile, plainly, run, stay


class Held(Ledger):
    """The record of one case as it was when it was opened. Nothing can be recorded through it."""

    def __init__(
        self, folder: Path, connection: apsw.Connection, clock: Clock, later: apsw.Connection | None
    ) -> None:
        super().__init__(folder, connection, clock)
        self._made, self._later = Aside(), later

    @classmethod
    def open(
        cls, folder: Path, *, clock: Clock, vfs: str | None = None, progress: Progress = silent
    ) -> Held:
        """Open the case in `folder` as it is now.

        Raises:
            NoCase, TooNew, Damaged, Unwritable: as for `Ledger.open`, which makes its views.
        """
        held = open_as_it_is(folder / FILE, vfs=vfs)
        return cls(folder, held, clock, open_meanwhile(folder / FILE, vfs=vfs))

    def move_on(self) -> None:
        """Hold the record as it is now. What was worked out is kept where it depends on no more."""
        with plainly(self.file):
            if self._connection.in_transaction:
                run(self._connection, "COMMIT")
                stay(self._connection)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        raise Unwritable(
            "this is the case as it was", where=str(self.file), help="open it to decide"
        )
        yield

    @contextmanager
    def steady(self) -> Iterator[None]:
        yield  # it is one state all the while

    def remembered(self, key: str) -> bytes | None:
        made = self._made.get(key)
        if made is None:
            made = super().remembered(key)
        if made is None and self._later is not None:
            made = recalled(self._later, key)
        return made

    def hand_on(self) -> None:
        """Write what was worked out to the file: who is at the same state finds it there."""
        if self._later is not None:
            with closing(Ledger.open(self.folder, clock=self._clock)) as ledger:
                ledger._write_down(self._made)
            self._made = Aside()

    def close(self) -> None:
        super().close()
        if self._later is not None:
            self._later.close()

    def newest(self, kind: str) -> bytes | None:
        made = self._made.newest(kind)
        return made if made is not None else super().newest(kind)

    def remember_all(self, kind: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        self._made.put(kind, bodies)

    def remember_changed(
        self, kind: str, bodies: Iterable[tuple[str, bytes]], gone: Iterable[str]
    ) -> None:
        self._made.change(kind, bodies, gone)

    def remember_each(self, bodies: Iterable[tuple[str, str, bytes]]) -> None:
        for kind, key, body in bodies:
            self._made.put(kind, [(key, body)])
