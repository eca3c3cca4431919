"""Compares the views that are kept with what the record gives, row by row, the search index too."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import chain, islice
from operator import eq

import apsw

from onrecord.core.seams import Progress
from onrecord.ledger import views
from onrecord.ledger.record import Journal
from onrecord.ledger.report import Report
from onrecord.ledger.said_rows import Row
from onrecord.ledger.store import run


def compare_views(
    connection: apsw.Connection, journal: Journal, report: Report, progress: Progress
) -> None:
    """Work out the rows of the views anew and compare them, in order, with those that are kept."""
    progress("comparing the views", 0, None)
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
