"""The two clocks, in the one place that every query uses.

`known` bounds what the case could know by a day: an entry known later, and an operation taken back
by then, are out. `valid` bounds what can have been so by a day: a row whose every possible day lies
after it is out; one whose day is not known stays in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import apsw

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.core.vocabulary import AsOf
from onrecord.ledger.record import Journal

_IN_FORCE = "known <= :known AND operation NOT IN (SELECT value FROM json_each(:undone))"
_REPLACED = (
    "SELECT entry FROM (SELECT entry, max(entry) OVER (PARTITION BY source) AS stands"
    f" FROM reading WHERE {_IN_FORCE}) WHERE entry <> stands"
    " UNION ALL SELECT entry FROM (SELECT entry, min(entry) OVER (PARTITION BY id) AS stands"
    f" FROM source WHERE {_IN_FORCE}) WHERE entry <> stands"
)
_FOREVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition on the rows of a view, and the values it takes.

    `key` is the same for two questions that the record answers alike.
    """

    known: str
    valid: str
    values: dict[str, apsw.SQLiteValue]
    key: str

    def on(self, view: str) -> str:
        """Ask for the rows in force by both clocks."""
        return (self.known + self.valid).replace("{view}", view)

    def cited_on(self, view: str) -> str:
        """Ask for the sources in force, and those that a statement, date or tenure stands in."""
        if not self.valid:
            return self.on(view)
        early = self.valid.replace("{view}.", "").removeprefix(" AND ")
        cited = " UNION ".join(
            f"SELECT source FROM {table} WHERE {early}"
            for table in ("statement", "dated", "tenure")
        )
        own = self.valid.removeprefix(" AND ").replace("{view}", view)
        return f"{self.known_on(view)} AND ({own} OR {view}.id IN ({cited}))"

    def known_on(self, view: str) -> str:
        """Ask for the rows known by then; for views whose rows have no valid time."""
        return self.known.replace("{view}", view)


def last_day(known: str | None) -> str:
    """Give the last day that a recorded time can mean, as an ISO day; None: for ever."""
    if known is None:
        return _FOREVER
    last = When.of(known).last_date
    if last is None:
        raise WrongUse(f"'{known}' has no last day", help="--known takes a day, month or year")
    return last.isoformat()


def clause(connection: apsw.Connection, journal: Journal, as_of: AsOf) -> Clause:
    """Say which rows are in force as of both clocks.

    The condition fits every view: all bear `entry`, `operation`, `known`, `first`. A reading that a
    later one of the same source replaced by the asked day is out with all its rows. A source that
    was taken back, added anew, and then put in force again stands once, as it first came.
    """
    known = last_day(as_of.known)
    undone = sorted(journal.taken_back(None if as_of.known is None else known))
    values: dict[str, apsw.SQLiteValue] = {"known": known, "undone": json.dumps(undone)}
    replaced = [row[0] for row in connection.execute(_REPLACED, values)]
    values["replaced"] = json.dumps(replaced)
    in_force = (
        "{view}.known <= :known"
        " AND {view}.operation NOT IN (SELECT value FROM json_each(:undone))"
        " AND {view}.entry NOT IN (SELECT value FROM json_each(:replaced))"
    )
    valid = ""
    if as_of.valid is not None and as_of.valid.after is not None:
        valid = " AND ({view}.first IS NULL OR {view}.first < :valid)"
        values["valid"] = as_of.valid.after
    return Clause(
        in_force, valid, values, json.dumps([values, journal.head().digest], sort_keys=True)
    )
