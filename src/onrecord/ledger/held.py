"""A case held open as it is at one moment, for whoever shows it while others write.

SQLite gives a reader the state at which its transaction began, whatever is committed later. What is
worked out from that state is remembered here alone: the file remembers what is of a later one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from onrecord.core.errors import Unwritable
from onrecord.core.seams import Clock, Progress, silent
from onrecord.ledger.aside import Aside
from onrecord.ledger.ledger import FILE, Ledger
from onrecord.ledger.store import open_as_it_is


class Held(Ledger):
    """The record of one case as it was when it was opened. Nothing can be recorded through it."""

    def __init__(self, folder: Path, connection: apsw.Connection, clock: Clock) -> None:
        super().__init__(folder, connection, clock)
        self._made = Aside()

    @classmethod
    def open(
        cls, folder: Path, *, clock: Clock, vfs: str | None = None, progress: Progress = silent
    ) -> Held:
        """Open the case in `folder` as it is now.

        Raises:
            NoCase, TooNew, Damaged, Unwritable: as for `Ledger.open`, which makes its views.
        """
        return cls(folder, open_as_it_is(folder / FILE, vfs=vfs), clock)

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
        return made if made is not None else super().remembered(key)

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
