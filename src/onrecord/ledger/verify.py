"""Checks that a case still holds what it says it holds, and names what does not.

The chain of hashes, the bytes of every source, every span of every reading, and the views against
a rebuild. Given a head that was kept elsewhere it also tells a cut tail and a rewritten record;
without one it cannot, and the report says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

import apsw
import msgspec

from onrecord.core.errors import Damaged
from onrecord.core.identity import SourceId, text_id
from onrecord.core.rows import Fault, Head
from onrecord.core.seams import Progress, silent
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import Text
from onrecord.ledger import views
from onrecord.ledger.blobs import Blobs
from onrecord.ledger.chain import GENESIS, Entry, seal
from onrecord.ledger.record import Journal, Kind
from onrecord.ledger.store import number, run


@dataclass(slots=True)
class Report:
    """What was checked (how many of each), and what was found wrong."""

    checked: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    head: Head | None = None

    def fault(self, where: str, what: str) -> None:
        self.faults.append(Fault(where=where, what=what))


# Only the spans of a reading are decoded here: a fifth of the work of the whole vocabulary.
class _Pieces(msgspec.Struct):
    spans: Spans


class _Statement(msgspec.Struct):
    id: str
    source: _Pieces | None
    cue: _Pieces
    content: _Pieces
    hedges: Spans = ()


class _At(msgspec.Struct):
    id: str
    at: Span


class _Reading(msgspec.Struct):
    id: str
    text: str
    sentences: Spans = ()
    statements: tuple[_Statement, ...] = ()
    mentions: tuple[_At, ...] = ()
    dates: tuple[_At, ...] = ()


class _ReadIn(msgspec.Struct):
    reading: _Reading


_READ_IN = msgspec.json.Decoder(_ReadIn)


def verify(
    connection: apsw.Connection,
    blobs: Blobs,
    *,
    kept: str | None = None,
    progress: Progress = silent,
) -> Report:
    """Check the whole case.

    Args:
        kept: the digest of a head that was kept elsewhere.
    """
    report = Report()
    journal = Journal(connection, _no_clock)
    try:
        _check_file(connection, report)
        _check_chain(connection, journal, report, kept, progress)
        _check_entries(journal, blobs, report, progress)
        if not report.faults:
            _check_views(connection, journal, report, progress)
    except (apsw.Error, Damaged, msgspec.DecodeError, ValueError) as error:
        report.fault("case.db", f"cannot be read to the end ({error})")
    return report


def _no_clock() -> datetime:
    raise Damaged("verification writes nothing and asks no clock")


def _check_file(connection: apsw.Connection, report: Report) -> None:
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            report.fault("case.db", str(line))


def _check_chain(
    connection: apsw.Connection,
    journal: Journal,
    report: Report,
    kept: str | None,
    progress: Progress,
) -> None:
    entries = journal.entries()
    previous, after, found = GENESIS, 0, kept is None or kept == GENESIS.hex()
    batches = connection.execute("SELECT number, first, last, digest FROM batch ORDER BY number")
    for at, (batch, first, last, digest) in enumerate(batches, 1):
        inside = list(islice(entries, max(0, last - first + 1)))
        numbers = [entry.number for entry in inside]
        if batch != at or first != after + 1 or numbers != list(range(first, last + 1)):
            report.fault(f"batch {batch}", "entries are missing, added or out of order")
        sealed = seal(previous, inside)
        if sealed != digest:
            report.fault(f"batch {batch}", f"entries {first} to {last} do not give its digest")
        previous, after = bytes(digest), last
        found = found or previous.hex() == kept
        report.checked["entries"] += len(inside)
        report.checked["batches"] += 1
        progress("checking the chain", report.checked["entries"], None)
    for entry in entries:
        report.fault(f"entry {entry.number}", "stands outside every batch")
    if not found:
        report.fault("head", f"the kept head {kept} is not in this record: it was cut or rewritten")
    report.head = journal.head()


def _check_entries(journal: Journal, blobs: Blobs, report: Report, progress: Progress) -> None:
    texts: dict[str, int] = {}
    last: tuple[str, str] = ("", "")
    for entry in journal.entries():
        if entry.kind == Kind.SOURCE:
            _check_source(entry, blobs, report)
        elif entry.kind == Kind.TEXT:
            text = _check_text(entry, report)
            texts.setdefault(text.id, entry.number)
            last = (text.id, text.characters)
        elif entry.kind == Kind.READING:
            reading = _READ_IN.decode(entry.body).reading
            if reading.text != last[0]:
                last = (reading.text, _characters(journal, texts, reading.text))
            _check_reading(entry, reading, last[1], report)
        progress("checking words and bytes", entry.number, None)


def _check_source(entry: Entry, blobs: Blobs, report: Report) -> None:
    came = msgspec.json.decode(entry.body, type=views.CameIn)
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
    text = msgspec.json.decode(entry.body, type=Text)
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


def _characters(journal: Journal, texts: dict[str, int], identifier: str) -> str:
    if identifier not in texts:
        return ""  # then no span of the reading fits, and each is reported
    body = journal.entry(texts[identifier]).body
    return msgspec.json.decode(body, type=Text).characters


def _check_reading(entry: Entry, reading: _Reading, characters: str, report: Report) -> None:
    end = len(characters)
    spans = 0
    for row in reading.statements:
        pieces = (*row.content.spans, *row.cue.spans, *row.hedges)
        if row.source is not None:
            pieces += row.source.spans
        spans += len(pieces)
        for start, stop in pieces:
            if not 0 <= start < stop <= end:
                report.fault(f"{row.id}:{start}-{stop}", "a span lies outside its text")
    for mark in (*reading.mentions, *reading.dates):
        start, stop = mark.at
        spans += 1
        if not 0 <= start < stop <= end:
            report.fault(f"{mark.id}:{start}-{stop}", "a span lies outside its text")
    report.checked["statements"] += len(reading.statements)
    report.checked["spans"] += spans


def _check_views(
    connection: apsw.Connection, journal: Journal, report: Report, progress: Progress
) -> None:
    """Build the views anew in the connection's own temporary schema and compare row by row."""
    views.create(connection, "temp")
    fresh = views.Views(connection, "temp")
    for entry in journal.entries():
        fresh.take_in([entry], [views.value_of(entry)])
        progress("rebuilding the views to compare", entry.number, None)
    for view, kept, rebuilt in _pairs(connection):
        extra = _only_in(connection, kept, rebuilt)
        lacking = _only_in(connection, rebuilt, kept)
        if extra or lacking:
            report.fault(
                f"view {view}",
                f"{extra} rows that the record does not give, {lacking} missing;"
                " 'onrecord verify --rebuild' builds it anew",
            )
        report.checked["views"] += 1


def _pairs(connection: apsw.Connection) -> Iterator[tuple[str, str, str]]:
    for table in views.TABLES:
        yield table, f"main.{table}", f"temp.{table}"
    # The search index as a table of (term, row, column, offset), which can be compared.
    for schema in ("main", "temp"):
        run(
            connection,
            f"CREATE VIRTUAL TABLE temp.{schema}_terms"
            f" USING fts5vocab({schema}, {views.SEARCH}, instance)",
        )
    yield views.SEARCH, "temp.main_terms", "temp.temp_terms"


def _only_in(connection: apsw.Connection, one: str, other: str) -> int:
    return number(
        connection, f"SELECT count(*) FROM (SELECT * FROM {one} EXCEPT SELECT * FROM {other})"
    )
