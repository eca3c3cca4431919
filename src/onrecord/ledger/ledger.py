"""One open case: append to its record, ask its views, verify it. The only way in for others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from types import TracebackType
from typing import Concatenate, ParamSpec, TypeVar

import apsw
import msgspec

from onrecord.core.errors import Busy, Damaged, NoSuchRow, TooNew, Unwritable, WrongUse
from onrecord.core.identity import sha256
from onrecord.core.rows import Head, LogRow
from onrecord.core.seams import Clock, Progress, silent
from onrecord.core.vocabulary import Document, Judgement, Reading, Text
from onrecord.ledger import anchors, views
from onrecord.ledger.aside import Aside
from onrecord.ledger.blobs import Blobs
from onrecord.ledger.clocks import last_day
from onrecord.ledger.derive import CameIn, ReadIn
from onrecord.ledger.queries import Queries
from onrecord.ledger.record import Began, Journal, Kind, New, Parcel, TakenBack
from onrecord.ledger.report import Report
from onrecord.ledger.search import Search
from onrecord.ledger.store import open_file, open_to_read, plainly, put_in_place, run, transaction
from onrecord.ledger.texts import Texts
from onrecord.ledger.verify import verify

FILE = "case.db"
SOURCES = "sources"

P = ParamSpec("P")
R = TypeVar("R")


def _plainly(method: Callable[Concatenate[Ledger, P], R]) -> Callable[Concatenate[Ledger, P], R]:
    """Have a damaged file told in our own words, whatever is asked of it."""

    @wraps(method)
    def told(self: Ledger, /, *args: P.args, **named: P.kwargs) -> R:
        with plainly(self.file):
            return method(self, *args, **named)

    return told


_WITH_IDS = ("source", "text", "judgement", *anchors.VIEW_OF.values())
"""The views whose rows a beginning of an id can name."""


class Ledger:
    """The record of one case in one folder.

    Every method that writes returns only when what it wrote is on disk.

    Raises:
        NoCase, TooNew, Damaged: from `open`.
        Unwritable, Busy: from whatever writes; then nothing of that call was kept.
    """

    def __init__(self, folder: Path, connection: apsw.Connection, clock: Clock) -> None:
        self.folder = folder
        self.file = folder / FILE
        self._connection, self._clock = connection, clock
        self._blobs = Blobs(folder / SOURCES)
        self._journal = Journal(connection, clock)
        self.ask = Queries(self.file, connection, self._journal)
        self.search = Search(self.file, connection, self.ask).find
        self.text = Texts(self._text).get
        self.only_read = False
        """Whether it lies where it cannot be written."""
        self._aside: Aside | None = None

    @classmethod
    def create(
        cls, folder: Path, *, clock: Clock, by: str, name: str = "", vfs: str | None = None
    ) -> Ledger:
        """Begin a record in `folder`, which is made if need be: the whole of it, or none.

        Raises:
            WrongUse: there is a case already.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unwritable(
                f"cannot make the folder ({error.strerror})",
                where=str(folder),
                help="choose another, or check its permissions",
            ) from error
        file = folder / FILE
        there = WrongUse(
            "there is a case here already", where=str(folder), help="use it, or choose another"
        )
        if file.exists():
            raise there
        made = folder / f".{FILE}.{os.getpid()}"
        with plainly(file):
            made.unlink(missing_ok=True)
            (folder / SOURCES).mkdir(exist_ok=True)
            with cls(folder, open_file(made, create=True, vfs=vfs), clock) as ledger:
                with transaction(ledger._connection):
                    views.create(ledger._connection)
                ledger._begin(Began("new", by, "", name))
            try:
                put_in_place(made, file)
            except FileExistsError:
                raise there from None
            finally:
                made.unlink(missing_ok=True)
        return cls.open(folder, clock=clock, vfs=vfs)

    @classmethod
    def open(
        cls, folder: Path, *, clock: Clock, vfs: str | None = None, progress: Progress = silent
    ) -> Ledger:
        """Open the case in `folder`; where it cannot be written it can still be asked.

        What another version derived from the record is derived anew first.
        """
        only_read = False
        try:
            connection = open_file(folder / FILE, vfs=vfs)
        except Unwritable:
            connection, only_read = open_to_read(folder / FILE, vfs=vfs), True
        ledger = cls(folder, connection, clock)
        ledger.only_read = only_read
        try:
            ledger._renew_views(progress)
        except BaseException:
            ledger.close()
            raise
        return ledger

    def _renew_views(self, progress: Progress) -> None:
        with plainly(self.file):
            if views.version(self._connection) == views.VERSION:
                return
        try:
            with self._writing():
                if views.version(self._connection) != views.VERSION:
                    views.rebuild(self._connection, self._journal.entries(), progress)
        except Unwritable as error:
            raise TooNew(
                "what is derived here is of another onrecord, and may only be read",
                where=str(self.file),
                help="open it once where it can be written",
            ) from error
        except msgspec.MsgspecError as error:
            raise Damaged(
                f"an entry cannot be read ({error})",
                where=str(self.file),
                help="restore it from a copy",
            ) from error

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- writing ---------------------------------------------------------------------------------

    def begin(self, verb: str, *, by: str, because: str = "", known: str | None = None) -> int:
        """Begin an operation and give its number: all its entries are taken back together."""
        return self._begin(Began(verb, by, because), known)

    def _begin(self, began: Began, known: str | None = None) -> int:
        new = New(Kind.OPERATION, began.verb, known or self.today(), began)
        with self._writing():
            return self._append(None, [Parcel((new,))])[0]

    def keep(
        self, operation: int, documents: Sequence[tuple[Document, Reading | None]]
    ) -> list[bool]:
        """Keep a batch of documents with their readings: bytes first, then the entries, then done.

        Returns:
            For each whether it was kept; False: that source is in the record already.
        """
        with plainly(self.file):
            self._blobs.keep(document.raw for document, _ in documents if _has_bytes(document))
        parcels = [_parcel(document, reading, self.today()) for document, reading in documents]
        with self._writing():
            return self._append(operation, parcels)[1]

    def keep_readings(self, operation: int, readings: Sequence[tuple[str, Reading]]) -> None:
        """Keep a batch of new readings of sources that are on record; the old ones stay."""
        today = self.today()
        news = tuple(
            New(Kind.READING, reading.id, today, ReadIn(source, reading))
            for source, reading in readings
        )
        with self._writing():
            self._append(operation, [Parcel(news)])

    def judge(self, judgement: Judgement, *with_it: Judgement) -> int:
        """Record a person's decision, and others that come with it; gives the operation's number.

        They are taken back together.
        """
        began, today = Began(judgement.verb.value, judgement.by, judgement.because), self.today()
        news = (
            New(Kind.OPERATION, judgement.verb.value, today, began),
            # The last of an operation is the one by which the log tells it.
            *(New(Kind.JUDGEMENT, one.id, today, one) for one in (*with_it, judgement)),
        )
        with self._writing():
            return self._append(None, [Parcel(news)])[0]

    @_plainly
    def given_in(self, judgement: str) -> int:
        """Give the operation by which a judgement was given.

        Raises:
            NoSuchRow: there is no such judgement.
        """
        found = self._connection.execute(
            "SELECT operation FROM judgement WHERE id = ? ORDER BY entry DESC LIMIT 1", (judgement,)
        ).get
        if found is None:
            raise NoSuchRow(f"there is no judgement {judgement}", help="see 'onrecord judgements'")
        return int(found)

    def take_back(self, operation: int, *, by: str, because: str = "") -> int:
        """Take an operation back, or take back that it was taken back; gives this one's number.

        Raises:
            NoSuchRow: no operation bears that number.
            WrongUse: it is out of force already, or is the beginning of the case.
        """
        news = (
            New(Kind.OPERATION, "undo", self.today(), Began("undo", by, because)),
            New(Kind.TAKEN_BACK, str(operation), self.today(), TakenBack(operation)),
        )
        with self._writing():
            self._must_be_in_force(operation)
            return self._append(None, [Parcel(news)])[0]

    def _must_be_in_force(self, operation: int) -> None:
        row = next((row for row in self.log() if row.number == operation), None)
        if row is None:
            raise NoSuchRow(f"there is no operation {operation}", help="see 'onrecord log'")
        if row.verb == "new":
            raise WrongUse("the beginning of a case cannot be taken back")
        if row.undone_by is not None:
            raise WrongUse(
                f"operation {operation} was taken back already, by {row.undone_by}",
                help=f"'onrecord undo {row.undone_by}' puts it in force again",
            )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with plainly(self.file), transaction(self._connection):
            yield

    def _append(self, operation: int | None, parcels: Sequence[Parcel]) -> tuple[int, list[bool]]:
        done = self._journal.append(operation, parcels)
        views.take_in(self._connection, done.entries, done.values)
        begun = done.entries[0].operation if done.entries else operation or 0
        return begun, done.kept

    # --- asking ----------------------------------------------------------------------------------

    def today(self) -> str:
        """Give the ledger's own day."""
        return self._clock().date().isoformat()

    def own_paths(self) -> list[Path]:
        """Give the files and folders that the case itself is kept in, resolved."""
        home = self.folder.resolve()
        files = [home / f"{FILE}{ending}" for ending in ("", "-wal", "-shm", "-journal")]
        return [*files, home / SOURCES]

    @property
    @_plainly
    def name(self) -> str:
        """The case's name, given when it began; else its folder's."""
        first = next(self._journal.entries(Kind.OPERATION))
        return msgspec.json.decode(first.body, type=Began).name or self.folder.resolve().name

    @_plainly
    def head(self) -> Head:
        return self._journal.head()

    @_plainly
    def log(self, known: str | None = None) -> list[LogRow]:
        """List what was done to the case, as known on a day."""
        return self._journal.log(None if known is None else last_day(known))

    @_plainly
    def last_in_force(self) -> LogRow:
        return self._journal.last_in_force()

    @_plainly
    def holds_bytes(self, sha256: str) -> bool:
        """Say whether a source of these bytes is in force."""
        return self._journal.holds(f"src_{sha256[:16]}")

    @_plainly
    def find(self, beginning: str) -> list[str]:
        """Give the ids that begin so, of whatever stands in the views: ten."""
        sql = " UNION ".join(
            f"SELECT DISTINCT id FROM {view} WHERE id GLOB :start" for view in _WITH_IDS
        )
        glob = "".join(c for c in beginning if c.isalnum() or c == "_") + "*"
        return [row[0] for row in self._connection.execute(f"{sql} LIMIT 10", {"start": glob})]

    @_plainly
    def _text(self, identifier: str) -> Text:
        body = self._connection.execute(
            "SELECT body FROM entry WHERE subject = ? AND kind = 'text' ORDER BY number LIMIT 1",
            (identifier,),
        ).get
        if body is None:
            raise NoSuchRow(f"there is no text {identifier}")
        return msgspec.json.decode(body, type=Text)

    @_plainly
    def reading(self, entry: int) -> Reading:
        """Give the reading that an entry holds."""
        return msgspec.json.decode(self._journal.entry(entry).body, type=ReadIn).reading

    @_plainly
    def raw(self, source: str) -> bytes:
        """Give the bytes of a source as received."""
        row = self._connection.execute(
            "SELECT sha256 FROM source WHERE id = ? LIMIT 1", (source,)
        ).get
        if row is None:
            raise NoSuchRow(f"there is no source {source}")
        return self._blobs.get(row)

    # --- what can be thrown away -----------------------------------------------------------------

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Answer as of one state of the record, whatever others put on record meanwhile.

        Else an answer put together of several questions could be of two states, and be remembered
        under the name of the first. What is remembered in here is written down after it: its key
        names all it depends on, so it stays right whatever came meanwhile. Nothing can be put on
        record in here.
        """
        with plainly(self.file):
            self._connection.execute("BEGIN")
        self._aside = aside = Aside()
        try:
            yield
        finally:
            self._aside = None
            with plainly(self.file):
                self._connection.execute("COMMIT")
            self._write_down(aside)

    def _write_down(self, aside: Aside) -> None:
        for kind, made in aside.whole():
            self.remember_all(kind, made.items())
        for kind, made, gone in aside.changed():
            self.remember_changed(kind, made.items(), gone)

    def move_on(self) -> None:
        """See the record as it is now: it is seen so, but where it is held."""

    def hand_on(self) -> None:
        """Have what was worked out remembered in the file: it is, but where the record is held."""

    def remembered(self, key: str) -> bytes | None:
        """Give what was remembered under a key that names all it depends on."""
        if self._aside is not None and (made := self._aside.get(key)) is not None:
            return made
        return recalled(self._connection, key)

    def remember(self, kind: str, key: str, body: bytes) -> None:
        """Remember a result that can be worked out again; only the newest of its kind is kept.

        Where the case may only be read, nothing is kept and nothing is said.
        """
        self.remember_all(kind, [(key, body)])

    def remember_all(self, kind: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        """Remember results that belong together, each under its key, in place of their kind."""
        if self._aside is not None:
            self._aside.put(kind, bodies)
            return
        with suppress(Unwritable, Busy), self._writing():
            self._connection.execute("DELETE FROM memory WHERE kind = ?", (kind,))
            self._connection.executemany(
                "INSERT INTO memory VALUES (?,?,?,?)",
                ((key, kind, sha256(body), body) for key, body in bodies),
            )

    def remember_changed(
        self, kind: str, bodies: Iterable[tuple[str, bytes]], gone: Iterable[str]
    ) -> None:
        """Remember some results of a kind beside the others of it, in place of those under `gone`.

        All is written or nothing.
        """
        if self._aside is not None:
            self._aside.change(kind, bodies, gone)
            return
        with suppress(Unwritable, Busy), self._writing():
            self._connection.executemany(
                "DELETE FROM memory WHERE key = ?", ((key,) for key in gone)
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO memory VALUES (?,?,?,?)",
                ((key, kind, sha256(body), body) for key, body in bodies),
            )

    def newest(self, kind: str) -> bytes | None:
        """Give what was remembered last of a kind of which one at a time is kept."""
        if self._aside is not None and (made := self._aside.newest(kind)) is not None:
            return made
        row = self._connection.execute("SELECT key FROM memory WHERE kind = ?", (kind,)).fetchone()
        return None if row is None else self.remembered(row[0])

    def remember_each(self, bodies: Iterable[tuple[str, str, bytes]]) -> None:
        """Remember results of many kinds (kind, key, body), each the newest of its own, at once."""
        if self._aside is not None:
            for kind, key, body in bodies:
                self._aside.put(kind, [(key, body)])
            return
        with suppress(Unwritable, Busy), self._writing():
            for kind, key, body in bodies:
                self._connection.execute("DELETE FROM memory WHERE kind = ?", (kind,))
                self._connection.execute(
                    "INSERT INTO memory VALUES (?,?,?,?)", (key, kind, sha256(body), body)
                )

    def rebuild(self, progress: Progress = silent) -> None:
        """Drop the views and build them anew from the entries."""
        with self._writing():
            views.rebuild(self._connection, self._journal.entries(), progress)
        run(self._connection, "PRAGMA wal_checkpoint(TRUNCATE)")

    def verify(self, *, kept: str | None = None, progress: Progress = silent) -> Report:
        """Check chain, bytes, spans and views; see `onrecord.ledger.verify`."""
        return verify(self._connection, self._blobs, kept=kept, progress=progress)


def recalled(connection: apsw.Connection, key: str) -> bytes | None:
    """Give what a case's file remembers under a key."""
    row = connection.execute("SELECT body, sha256 FROM memory WHERE key = ?", (key,)).fetchone()
    # Verification cannot work it out again; one that does not fit its digest is forgotten.
    return row[0] if row is not None and sha256(row[0]) == row[1] else None


def _has_bytes(document: Document) -> bool:
    """Say whether the bytes came along: those of a file beyond the caps do not."""
    return bool(document.source.sha256) and len(document.raw) == document.source.size


def _parcel(document: Document, reading: Reading | None, today: str) -> Parcel:
    source = document.source
    retrieved = source.metadata.retrieved
    # A month is known at its end; what was told to lie in the future is here today.
    known = min(last_day(retrieved.value), today) if retrieved else today
    text = document.text
    came = CameIn(source, text.id if text else None, document.refusal, _has_bytes(document))
    news = [New(Kind.SOURCE, source.id, known, came)]
    if text is not None:
        news.append(New(Kind.TEXT, text.id, known, text))
    if reading is not None:
        news.append(New(Kind.READING, reading.id, known, ReadIn(source.id, reading)))
    return Parcel(tuple(news), once=source.id)
