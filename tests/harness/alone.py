"""Lets SQLite write through a file system of ours: registered for a test, and gone after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TypeVar

import apsw

from onrecord.ledger import store


class Files(Protocol):
    """A file system written in Python, by the name it is registered under."""

    name: str

    def unregister(self) -> None: ...


F = TypeVar("F", bound=Files)


@contextmanager
def alone(files: F, pages_before_checkpoint: int) -> Iterator[F]:
    """Give every connection on `files` the case for itself, and a short log.

    A file system written in Python shares no memory, which the write-ahead log needs between
    connections; a short log makes SQLite move it into the file, and begin it anew, many times.
    """

    def prepare(connection: apsw.Connection) -> None:
        if connection.open_vfs == files.name and store.wal_is_safe(apsw.sqlite_lib_version()):
            store.run(connection, "PRAGMA locking_mode=EXCLUSIVE")
            store.run(connection, f"PRAGMA wal_autocheckpoint={pages_before_checkpoint}")

    apsw.connection_hooks.append(prepare)
    try:
        yield files
    finally:
        apsw.connection_hooks.remove(prepare)
        files.unregister()
