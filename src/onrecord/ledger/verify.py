"""Checks that a case still holds what it says it holds, and names what does not.

The chain of hashes, the bytes of every source, every span of every reading, and the views against
a rebuild. Given a head that was kept elsewhere it also tells a cut tail and a rewritten record;
without one it cannot, and the report says so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import islice

import apsw

from onrecord.core.errors import Damaged
from onrecord.core.seams import Progress, silent
from onrecord.ledger import views
from onrecord.ledger.blobs import Blobs
from onrecord.ledger.chain import GENESIS, seal
from onrecord.ledger.comparing import compare_views
from onrecord.ledger.record import Journal
from onrecord.ledger.report import Report
from onrecord.ledger.store import migrations, run
from onrecord.ledger.words import Words


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
                compare_views(connection, journal, report, progress)
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
    progress("checking the record", 0, None)
    entries, words = journal.entries(), Words(journal, blobs, report)
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
