"""Opens the file a case keeps its record in, safely, and says in plain words what went wrong.

SQLite through apsw, every commit synced to disk before it counts (`synchronous=FULL` or more). The
faster write-ahead log is used only on a version of SQLite that is free of the WAL-reset fault.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import resources
from pathlib import Path

import apsw

from onrecord.core.errors import Busy, Damaged, NoCase, OnrecordError, TooNew, Unwritable

APPLICATION_ID = 0x6F6E7265  # "onre": tells a case from any other SQLite file
BUSY_MS = 20_000
"""How long one writer waits for another before it is told (milliseconds)."""

CACHE_KIB = 65_536
"""Pages kept in memory: enough that the indexes of a million statements stay there."""

_WAL_FIXED = (3, 51, 3)
_WAL_BACKPORTS = {(3, 44): 6, (3, 50): 7}


def wal_is_safe(version: str) -> bool:
    """Say whether this SQLite is free of the WAL-reset fault.

    3.7.0 to 3.51.2 can lose a commit when one connection resets the log while another writes;
    mended in 3.51.3, 3.50.7 and 3.44.6 (sqlite.org/wal.html, "The WAL-Reset Bug").
    """
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    numbers = (major, minor, patch)
    backport = _WAL_BACKPORTS.get((major, minor))
    if backport is not None:
        return patch >= backport
    return numbers >= _WAL_FIXED or numbers < (3, 7, 0)


def open_file(path: Path, *, create: bool = False, vfs: str | None = None) -> apsw.Connection:
    """Open the database of a case to write to it, and bring its schema up to date.

    Raises:
        NoCase: there is no file, or it is another program's.
        TooNew: a newer onrecord wrote it.
        Unwritable, Busy, Damaged: as their names say.
    """
    if not create and not path.is_file():
        raise NoCase(str(path.parent))
    flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
    with plainly(path), _closed_on_error(apsw.Connection(str(path), flags, vfs)) as connection:
        connection.set_busy_timeout(BUSY_MS)
        _guard(connection)
        if create:
            run(connection, f"PRAGMA application_id={APPLICATION_ID}")
        _must_be_ours(connection, path)
        safe = wal_is_safe(apsw.sqlite_lib_version())
        # Without EXTRA the end of a rollback journal may come back after a power loss, and with it
        # the state before an acknowledged commit. The write-ahead log needs no more than FULL.
        run(connection, f"PRAGMA journal_mode={'WAL' if safe else 'DELETE'}")
        run(connection, f"PRAGMA synchronous={'FULL' if safe else 'EXTRA'}")
        run(connection, f"PRAGMA cache_size=-{CACHE_KIB}")
        migrate(connection, path)
    return connection


def open_to_read(path: Path, *, vfs: str | None = None) -> apsw.Connection:
    """Open the database of a case where it cannot be written.

    Raises:
        NoCase, TooNew, Unwritable, Damaged: as for `open_file`.
    """
    if not path.is_file():
        raise NoCase(str(path.parent))
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    log = path.with_name(f"{path.name}-wal")
    # A write-ahead log cannot be begun in a folder that may only be read; where there is none, all
    # is in the file and nobody is writing.
    rest = "" if log.exists() and log.stat().st_size else "?immutable=1"
    with (
        plainly(path),
        _closed_on_error(apsw.Connection(f"{path.absolute().as_uri()}{rest}", flags, vfs)) as found,
    ):
        _guard(found)
        _must_be_ours(found, path)
        migrate(found, path, readonly=True)
    return found


def open_as_it_is(path: Path, *, vfs: str | None = None) -> apsw.Connection:
    """Open the database of a case to read it as it is now, whatever is written to it later.

    Without a write-ahead log a reader that stays would keep writers waiting: then what they write
    is seen.

    Raises:
        NoCase, TooNew, Unwritable, Damaged: as for `open_to_read`.
    """
    if not path.is_file():
        raise NoCase(str(path.parent))
    try:
        with (
            plainly(path),
            _closed_on_error(apsw.Connection(str(path), apsw.SQLITE_OPEN_READONLY, vfs)) as found,
        ):
            found.set_busy_timeout(BUSY_MS)
            _guard(found)
            _must_be_ours(found, path)
            migrate(found, path, readonly=True)
            if found.execute("PRAGMA journal_mode").get == "wal":
                stay(found)
    except Unwritable:  # a disk that may only be read, and nobody writes to
        return open_to_read(path, vfs=vfs)
    return found


def stay(connection: apsw.Connection) -> None:
    """Read the database from here on as it is now."""
    run(connection, "BEGIN")
    number(connection, "SELECT max(number) FROM entry")


def open_meanwhile(path: Path, *, vfs: str | None = None) -> apsw.Connection | None:
    """Open the database of a case that is held, to read what is written to it meanwhile.

    None: on a disk that may only be read nobody writes.
    """
    try:
        with (
            plainly(path),
            _closed_on_error(apsw.Connection(str(path), apsw.SQLITE_OPEN_READONLY, vfs)) as found,
        ):
            found.set_busy_timeout(BUSY_MS)
            _guard(found)
            _must_be_ours(found, path)
    except Unwritable:
        return None
    return found


@contextmanager
def _closed_on_error(connection: apsw.Connection) -> Iterator[apsw.Connection]:
    try:
        yield connection
    except BaseException:
        connection.close()
        raise


def _guard(connection: apsw.Connection) -> None:
    run(connection, "PRAGMA foreign_keys=ON")
    run(connection, "PRAGMA trusted_schema=OFF")


def _must_be_ours(connection: apsw.Connection, path: Path) -> None:
    """Refuse another program's file and a newer onrecord's, before anything is set in it."""
    if number(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise NoCase(str(path.parent))
    _must_be_known(connection, path, migrations()[-1][0])


def _must_be_known(connection: apsw.Connection, path: Path, newest: int) -> None:
    have = number(connection, "PRAGMA user_version")
    if have > newest:
        raise TooNew(
            f"this case was written by a newer onrecord (schema {have}, this one knows {newest})",
            where=str(path),
            help="update onrecord; the file was not touched",
        )


def put_in_place(made: Path, path: Path) -> None:
    """Give a finished file its name, for good, unless something bears that name already.

    Raises:
        FileExistsError: something does; it is left as it is.
    """
    try:
        path.hardlink_to(made)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: the moment between test and rename stays open
        if path.exists():
            raise FileExistsError(str(path)) from None
        made.rename(path)
    made.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Write to disk which names a folder holds."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def migrations() -> list[tuple[int, str]]:
    """List the schema's steps, oldest first, as (version, SQL)."""
    folder = resources.files("onrecord.ledger") / "sql"
    steps = []
    for file in folder.iterdir():
        if found := re.fullmatch(r"(\d{4})-.*\.sql", file.name):
            steps.append((int(found[1]), file.read_text("utf-8")))
    return sorted(steps)


def migrate(
    connection: apsw.Connection,
    path: Path,
    *,
    readonly: bool = False,
    steps: list[tuple[int, str]] | None = None,
) -> None:
    """Bring the schema forward, one transaction a step; a copy is kept before the first.

    Raises:
        TooNew: the file is ahead of the steps, or behind them and may only be read.
    """
    steps = migrations() if steps is None else steps
    newest = steps[-1][0]
    _must_be_known(connection, path, newest)
    have = number(connection, "PRAGMA user_version")
    if have == newest:
        return
    if readonly:
        raise TooNew(
            f"this case has an older schema ({have}) and may only be read here",
            where=str(path),
            help="open it once where it can be written",
        )
    if have:
        _copy(connection, path.with_name(f"{path.name}.before-schema-{newest}"))
    for version, sql in steps:
        with transaction(connection):
            if number(connection, "PRAGMA user_version") < version:
                run(connection, sql)
                run(connection, f"PRAGMA user_version={version}")


def _copy(connection: apsw.Connection, target: Path) -> None:
    half = target.with_name(f".{target.name}.{os.getpid()}")
    half.unlink(missing_ok=True)
    with (
        closing(apsw.Connection(str(half))) as copy,
        copy.backup("main", connection, "main") as backup,
    ):
        while not backup.done:
            backup.step(1000)
    half.replace(target)
    sync_folder(target.parent)


def run(connection: apsw.Connection, sql: str) -> None:
    """Carry out every statement of `sql`: apsw stops at the first that has a row to read."""
    for _ in connection.execute(sql):
        pass


def number(connection: apsw.Connection, sql: str, values: apsw.Bindings = ()) -> int:
    """Give the one whole number that a query answers; 0 where it answers none."""
    value = connection.execute(sql, values).get
    return int(value) if value is not None else 0


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """Do all of it, on disk when this returns, or none of it. Waits for another writer first."""
    run(connection, "BEGIN IMMEDIATE")
    try:
        yield
        run(connection, "COMMIT")
    except BaseException:
        if connection.in_transaction:
            run(connection, "ROLLBACK")
        raise


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours: what, where, and what would help."""
    where = str(path)
    try:
        yield
    except OnrecordError:
        raise
    except apsw.FullError as error:
        raise Unwritable("the disk is full", where=where, help="make room, then run again; "
                         "all that was acknowledged is kept") from error  # fmt: skip
    except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError) as error:
        raise Unwritable(
            "cannot be written here", where=where, help="check the folder's permissions"
        ) from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise Busy(
            "another process is writing to this case", where=where, help="wait for it, or stop it"
        ) from error
    except (apsw.NotADBError, apsw.CorruptError, apsw.FormatError) as error:
        raise Damaged(
            f"the file is damaged ({error})", where=where, help="restore it from a copy"
        ) from error
    except (apsw.IOError, OSError) as error:
        raise Unwritable(
            f"the disk did not do what was asked ({error})", where=where, help="check the disk"
        ) from error
    except apsw.Error as error:  # our own statements are in order, so it is the file that is not
        raise Damaged(
            f"the file does not answer as a case does ({error})",
            where=where,
            help="see 'onrecord verify', or restore it from a copy",
        ) from error
