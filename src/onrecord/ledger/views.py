"""Keeps the views of the record in step with its entries, and builds them anew from nothing.

A view's rows are a function of the entries alone (`onrecord.ledger.derive`). They are written in
the same transaction as the entries, so that they never lag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import resources
from itertools import islice

import apsw

from onrecord.core.seams import Progress
from onrecord.ledger.chain import Entry
from onrecord.ledger.derive import Deriver, Rows, value_of
from onrecord.ledger.said_rows import Row
from onrecord.ledger.store import number, run

VERSION = 7
"""Of all that is derived: the tables of the views, and how their rows are made. Raise it with a
change of either: a case whose views are of another version gets new ones when it is opened."""

VIEWS = (
    "source",
    "text",
    "reading",
    "statement",
    "mention",
    "dated",
    "quantity",
    "question",
    "reply",
    "tenure",
    "label",
    "hop",
    "event",
    "finding",
    "proceeding",
    "identity",
    "judgement",
    "block",
)
"""The views but for the search index."""

SEARCH = "search"
AT_ONCE = 256
"""Entries decoded and written together in a rebuild."""


def create(connection: apsw.Connection) -> None:
    """Make the empty views."""
    run(connection, (resources.files("onrecord.ledger") / "sql" / "views.sql").read_text("utf-8"))
    connection.execute("INSERT INTO derived VALUES (?)", (VERSION,))


def version(connection: apsw.Connection) -> int:
    """Give the version of the views that are kept: 1 where it was not yet written down."""
    numbered = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'derived'").get
    return number(connection, "SELECT version FROM derived") if numbered else 1


def drop(connection: apsw.Connection) -> None:
    """Drop the views, and all that was remembered. The record stays."""
    for table in ("derived", *VIEWS, SEARCH, "memory"):
        run(connection, f"DROP TABLE IF EXISTS {table}")


def take_in(
    connection: apsw.Connection, entries: Sequence[Entry], values: Sequence[object]
) -> None:
    """Write the rows of entries just appended."""
    _write(connection, Deriver(connection).rows(entries, values))


def rebuild(connection: apsw.Connection, entries: Iterator[Entry], progress: Progress) -> None:
    """Drop the views and write them anew from all entries, within the transaction that is open."""
    drop(connection)
    create(connection)
    for last, rows in rows_anew(connection, entries):
        _write(connection, rows)
        progress("rebuilding the views", last, None)


def rows_anew(connection: apsw.Connection, entries: Iterator[Entry]) -> Iterator[tuple[int, Rows]]:
    """Give the rows of all entries, some at a time, each time with the last entry's number."""
    deriver = Deriver(connection, anew=True)
    while some := list(islice(entries, AT_ONCE)):
        yield some[-1].number, deriver.rows(some, map(value_of, some))


def _write(connection: apsw.Connection, rows: Rows) -> None:
    if SEARCH in rows:
        first = 1 + number(connection, "SELECT max(row) FROM block")
        write_search(connection, first, rows[SEARCH])
    for view in VIEWS:
        if some := rows.get(view):  # a text in which nothing is said gives none
            marks = ",".join("?" * len(some[0]))
            connection.executemany(f"INSERT INTO {view} VALUES ({marks})", some)


def write_search(connection: apsw.Connection, first: int, rows: Iterable[Row]) -> None:
    """Add the words of blocks, which are numbered from `first`, to the search index."""
    numbered = ((row, words) for row, (_, words) in enumerate(rows, first))
    connection.executemany(f"INSERT INTO {SEARCH}(rowid, words) VALUES (?, ?)", numbered)
