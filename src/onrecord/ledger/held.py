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
from onrecord.ledger.ledger import FILE, Ledger
from onrecord.ledger.store import open_as_it_is


class Held(Ledger):
    """The record of one case as it was when it was opened. Nothing can be recorded through it."""

    def __init__(self, folder: Path, connection: apsw.Connection, clock: Clock) -> None:
        super().__init__(folder, connection, clock)
        self._made: dict[str, dict[str, bytes]] = {}

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

    def remembered(self, key: str) -> bytes | None:
        for made in self._made.values():
            if key in made:
                return made[key]
        return super().remembered(key)

    def newest(self, kind: str) -> bytes | None:
        if made := self._made.get(kind):
            return next(reversed(made.values()))
        return super().newest(kind)

    def remember_all(self, kind: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        self._made[kind] = dict(bodies)

    def remember_changed(
        self, kind: str, bodies: Iterable[tuple[str, bytes]], gone: Iterable[str]
    ) -> None:
        made = self._made.setdefault(kind, {})
        for key in gone:
            made.pop(key, None)
        made.update(bodies)

    def remember_each(self, bodies: Iterable[tuple[str, str, bytes]]) -> None:
        for kind, key, body in bodies:
            self._made[kind] = {key: body}
