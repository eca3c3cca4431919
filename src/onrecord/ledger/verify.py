"""Checks that a case still holds what it says it holds, and names what does not.

The chain of hashes, the bytes of every source, every span of every reading, and the views against
a rebuild. Given a head that was kept elsewhere it also tells a cut tail and a rewritten record;
without one it cannot, and the report says so.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice
from operator import eq, lt

import apsw
import msgspec

from onrecord.core.errors import Damaged
from onrecord.core.identity import SourceId, text_id
from onrecord.core.rows import Fault, Head
from onrecord.core.seams import Progress, silent
from onrecord.core.vocabulary import Text
from onrecord.ledger import views
from onrecord.ledger.blobs import Blobs
from onrecord.ledger.chain import GENESIS, Entry, seal
from onrecord.ledger.derive import CameIn, Row
from onrecord.ledger.record import Journal, Kind
from onrecord.ledger.store import migrations, run


@dataclass(slots=True)
class Report:
    """What was checked (how many of each), and what was found wrong."""

    checked: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    head: Head | None = None

    def fault(self, where: str, what: str) -> None:
        self.faults.append(Fault(where=where, what=what))


# Only the spans of a reading are decoded here, and as plain pairs: a tenth of the work of the whole
# vocabulary (2026-11-23).
_Spans = list[tuple[int, int]]


class _Pieces(msgspec.Struct, gc=False):
    spans: _Spans


class _Statement(msgspec.Struct, gc=False):
    id: str
    source: _Pieces | None
    cue: _Pieces
    content: _Pieces
    hedges: _Spans = []


class _At(msgspec.Struct, gc=False):
    id: str
    at: tuple[int, int]


class _Reading(msgspec.Struct, gc=False):
    id: str
    text: str
    statements: list[_Statement] = []
    mentions: list[_At] = []
    dates: list[_At] = []


class _ReadIn(msgspec.Struct, gc=False):
    reading: _Reading


_READ_IN = msgspec.json.Decoder(_ReadIn)
_CAME_IN = msgspec.json.Decoder(CameIn)
_TEXT = msgspec.json.Decoder(Text)


def verify(
    connection: apsw.Connection,
    blobs: Blobs,
    *,
    kept: str | None = None,
    progress: Progress = silent,
) -> Report:
    """Check the whole case: file, record, views. It raises nothing, whatever the damage.

    Args:
        kept: the digest of a head that was kept elsewhere.
    """
    report = Report()
    journal = Journal(connection, _no_clock)
    with _one_state(connection):
        with _noted(report):
            _check_file(connection, report, progress)
        with _noted(report):
            _check_record(connection, journal, blobs, report, kept, progress)
        if not report.faults:
            with _noted(report):
                _check_views(connection, journal, report, progress)
    return report


@contextmanager
def _one_state(connection: apsw.Connection) -> Iterator[None]:
    """See the case as it is now throughout, whatever another process writes meanwhile."""
    run(connection, "BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            run(connection, "ROLLBACK")


@contextmanager
def _noted(report: Report, where: str = "case.db") -> Iterator[None]:
    # A damaged file can hold a number where words are meant, and so raise anything at all.
    try:
        yield
    except Exception as error:
        report.fault(where, f"cannot be read ({str(error) or type(error).__name__})")


def _no_clock() -> datetime:
    raise Damaged("verification writes nothing and asks no clock")


def _check_file(connection: apsw.Connection, report: Report, progress: Progress) -> None:
    progress("checking the file", 0, None)
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            report.fault("case.db", str(line))
    with closing(apsw.Connection(":memory:")) as memory:
        for _, sql in migrations():
            run(memory, sql)
        views.create(memory)
        ours, right = _schema(connection), _schema(memory)
    for name in sorted({str(name) for _, name, _ in ours ^ right}):
        report.fault(f"case.db, {name}", "its schema is not the one this onrecord makes")


def _schema(connection: apsw.Connection) -> set[apsw.SQLiteValues]:
    """Give tables, columns, indexes and triggers as they were written down."""
    return set(connection.execute("SELECT type, name, sql FROM main.sqlite_schema"))


def _check_record(
    connection: apsw.Connection,
    journal: Journal,
    blobs: Blobs,
    report: Report,
    kept: str | None,
    progress: Progress,
) -> None:
    """Check the chain batch by batch, and what the entries of each say."""
    entries, words = journal.entries(), _Words(journal, blobs, report)
    previous, after, found = GENESIS, 0, kept is None or kept == GENESIS.hex()
    batches = connection.execute("SELECT number, first, last, digest FROM batch ORDER BY number")
    for at, (batch, first, last, digest) in enumerate(batches, 1):
        inside = list(islice(entries, max(0, min(last - first + 1, sys.maxsize))))
        whole = batch == at and first == after + 1 and len(inside) == last - first + 1
        if not whole or any(e.number != number for number, e in enumerate(inside, first)):
            report.fault(f"batch {batch}", "entries are missing, added or out of order")
        if seal(previous, inside) != digest:
            report.fault(f"batch {batch}", f"entries {first} to {last} do not give its digest")
        for entry in inside:
            with _noted(report, f"entry {entry.number}"):
                words.check(entry)
        previous, after = bytes.fromhex(digest.hex()), last
        found = found or previous.hex() == kept
        report.checked["entries"] += len(inside)
        report.checked["batches"] += 1
        progress("checking the record", report.checked["entries"], None)
    for entry in entries:
        report.fault(f"entry {entry.number}", "stands outside every batch")
    if not found:
        report.fault("head", f"the kept head {kept} is not in this record: it was cut or rewritten")
    report.head = journal.head()


class _Words:
    """Checks what entries say: the bytes of sources, the blocks of texts, the spans of readings."""

    def __init__(self, journal: Journal, blobs: Blobs, report: Report) -> None:
        self._journal, self._blobs, self._report = journal, blobs, report
        self._entry_of: dict[str, int] = {}
        self._last = ("", "")

    def check(self, entry: Entry) -> None:
        if entry.kind == Kind.SOURCE:
            _check_source(entry, self._blobs, self._report)
        elif entry.kind == Kind.TEXT:
            text = _check_text(entry, self._report)
            self._entry_of.setdefault(text.id, entry.number)
            self._last = (text.id, text.characters)
        elif entry.kind == Kind.READING:
            reading = _READ_IN.decode(entry.body).reading
            _check_reading(reading, self._characters(reading.text), self._report)

    def _characters(self, text: str) -> str:
        if text != self._last[0]:
            # Where there is no such text, no span of the reading fits, and each is reported.
            at = self._entry_of.get(text)
            found = "" if at is None else _TEXT.decode(self._journal.entry(at).body).characters
            self._last = (text, found)
        return self._last[1]


def _check_source(entry: Entry, blobs: Blobs, report: Report) -> None:
    came = _CAME_IN.decode(entry.body)
    source = came.source
    report.checked["sources"] += 1
    if not came.bytes_kept:
        return
    try:
        blobs.get(source.sha256)
    except Damaged as error:
        report.fault(f"sources/{source.sha256[:2]}/{source.sha256}", f"{source.name}: {error.what}")
    if source.id != SourceId(f"src_{source.sha256[:16]}") or entry.subject != source.id:
        report.fault(f"entry {entry.number}", f"{source.id} is not named by its bytes")


def _check_text(entry: Entry, report: Report) -> Text:
    text = _TEXT.decode(entry.body)
    report.checked["texts"] += 1
    if not text_id(text.characters) == text.id == entry.subject:
        report.fault(f"entry {entry.number}", f"{text.id} is not named by its characters")
    at = 0
    for block in text.blocks:
        if not block.at.fits(text.characters) or text.characters[at : block.at.start].strip():
            report.fault(f"{text.id}:{block.at}", "a block does not fit the text")
        at = block.at.end
    if text.characters[at:].strip():
        report.fault(f"{text.id}:{at}", "words stand outside every block")
    return text


def _check_reading(reading: _Reading, characters: str, report: Report) -> None:
    marks = reading.mentions + reading.dates
    everything = [mark.at for mark in marks]
    for row in reading.statements:
        everything += _spans(row)
    report.checked["statements"] += len(reading.statements)
    report.checked["spans"] += len(everything)
    if _all_fit(everything, len(characters)):
        return
    for name, spans in chain(
        ((mark.id, [mark.at]) for mark in marks),
        ((row.id, _spans(row)) for row in reading.statements),
    ):
        for start, end in spans:
            if not 0 <= start < end <= len(characters):
                report.fault(f"{name}:{start}-{end}", "a span lies outside its text")


def _spans(row: _Statement) -> _Spans:
    spans = row.content.spans + row.cue.spans + row.hedges
    return spans if row.source is None else spans + row.source.spans


def _all_fit(spans: _Spans, end: int) -> bool:
    if not spans:
        return True
    starts, ends = zip(*spans, strict=True)
    return min(starts) >= 0 and max(ends) <= end and all(map(lt, starts, ends))


def _check_views(
    connection: apsw.Connection, journal: Journal, report: Report, progress: Progress
) -> None:
    """Work out the rows of the views anew and compare them, in order, with those that are kept."""
    kept = {view: _Kept(connection, view) for view in views.VIEWS}
    with closing(apsw.Connection(":memory:")) as memory:
        views.create(memory)
        blocks = 1
        for last, rows in views.rows_anew(connection, journal.entries()):
            for view, made in rows.items():
                if view in kept:
                    kept[view].compare(made)
            views.write_search(memory, blocks, rows[views.SEARCH])
            blocks += len(rows[views.SEARCH])
            progress("comparing the views", last, None)
        differing = [view for view, rows in kept.items() if rows.differ()]
        if not all(map(eq, *_equally_long(_index(connection), _index(memory)))):
            differing.append(views.SEARCH)
    report.checked["views"] += len(kept) + 1
    for view in differing:
        report.fault(
            f"view {view}",
            "is not what the record gives; 'onrecord verify --rebuild' works it out anew",
        )


class _Kept:
    """Walks along the rows of a view in their order."""

    def __init__(self, connection: apsw.Connection, view: str) -> None:
        self._rows = iter(connection.execute(f"SELECT * FROM {view} ORDER BY rowid"))
        self._last = 0
        self._same = True

    def compare(self, made: list[Row]) -> None:
        """Note whether the next rows are those made; a number not given is the next."""
        kept = list(islice(self._rows, len(made)))
        if made and made[0][0] is None:
            numbers = [row[0] for row in kept]
            self._same &= numbers == list(range(self._last + 1, self._last + len(made) + 1))
            self._last += len(made)
            kept = [(None, *row[1:]) for row in kept]
        self._same &= kept == made

    def differ(self) -> bool:
        return not self._same or next(self._rows, None) is not None


def _index(connection: apsw.Connection) -> Iterator[apsw.SQLiteValues]:
    """Give every place of every word in the search index."""
    run(
        connection,
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.places"
        f" USING fts5vocab(main, {views.SEARCH}, instance)",
    )
    return iter(connection.execute("SELECT * FROM temp.places"))


def _equally_long(
    one: Iterator[apsw.SQLiteValues], other: Iterator[apsw.SQLiteValues]
) -> tuple[Iterator[object], Iterator[object]]:
    return chain(one, [None]), chain(other, [None])
