"""The two clocks, in the one place that every query uses.

`known` bounds what the case could know by a day: an entry known later, and an operation taken back
by then, are out. `valid` bounds what can have been so by a day: a row whose every possible day lies
after it is out; one whose day is not known stays in. What people decided by then of single rows
belongs to the first clock: a row that they rejected is out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import apsw
import msgspec

from onrecord.core.dates import When
from onrecord.core.deciding import FOUND, standing
from onrecord.core.entered import Entered
from onrecord.core.errors import WrongUse
from onrecord.core.identity import kind_of
from onrecord.core.vocabulary import AsOf, Judgement, Verb
from onrecord.core.vocabulary.statements import PROPOSED_BELOW
from onrecord.ledger import anchors
from onrecord.ledger.entered_rows import InPlace, in_place
from onrecord.ledger.moved_dates import Moved, moved
from onrecord.ledger.record import Journal

_IN_FORCE = "known <= :known AND operation NOT IN (SELECT value FROM json_each(:undone))"
_REPLACED = (
    "SELECT entry FROM (SELECT entry, max(entry) OVER (PARTITION BY source) AS stands"
    f" FROM reading WHERE hand = '' AND {_IN_FORCE}) WHERE entry <> stands"
    " UNION ALL SELECT entry FROM (SELECT entry, min(entry) OVER (PARTITION BY id) AS stands"
    f" FROM source WHERE {_IN_FORCE}) WHERE entry <> stands"
    # What was entered by hand stands once, and only on the text that its source has now.
    " UNION ALL SELECT entry FROM (SELECT entry, min(entry) OVER (PARTITION BY id, source) AS"
    f" stands FROM reading WHERE hand <> '' AND {_IN_FORCE}) WHERE entry <> stands"
    " UNION ALL SELECT r.entry FROM reading r WHERE r.hand <> '' AND r.text IS NOT (SELECT text"
    f" FROM source WHERE id = r.source AND {_IN_FORCE} ORDER BY entry LIMIT 1)"
)
_NOT_REPLACED = " AND {view}.entry NOT IN (SELECT value FROM json_each(:replaced))"
_FOREVER = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided by a day, of rows as they are read by then.

    `given` has the judgements as they were given, each with the day; `now` where the rows that they
    are about are read now (None: nowhere; what is no row of a text is left out).
    """

    given: tuple[tuple[Judgement, str], ...] = ()
    now: Mapping[str, str | None] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    in_place: InPlace = field(default_factory=InPlace)
    moved: Moved = field(default_factory=Moved)
    mere: frozenset[str] = frozenset()
    """Judgements that only confirm what stood already: no other row is another by them."""
    read: str = ""
    """Names the sources and readings in force by that day."""

    @property
    def judgements(self) -> list[Judgement]:
        """Give the judgements about the rows as they are read now; orphans keep their anchors."""
        return [
            replace(one, about=tuple(self.now.get(row) or row for row in one.about))
            for one, _ in self.given
        ]


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition on the rows of a view, and the values it takes.

    `key` is the same for two questions that the record answers alike: it names the sources, the
    readings and the judgements in force, whatever else the record has. `decisions` are these
    judgements, and `now` says where the rows they are about are read now. `unmoved` is `valid`
    without the dates that people entered, which moved some rows, each by its id.
    """

    known: str
    valid: str
    values: dict[str, apsw.SQLiteValue]
    key: str
    decisions: Decisions
    unmoved: str = ""

    def key_of(
        self, concerns: Callable[[Judgement], bool], rejected: Iterable[str] | None = None
    ) -> str:
        """Name what is in force of all that an answer depends on: of the judgements, some only.

        Args:
            concerns: says which judgements could change it.
            rejected: rows whose being rejected could, besides.
        """
        now = self.decisions.now
        given = [
            [one.id, known, [now.get(row, row) for row in one.about]]
            for one, known in self.decisions.given
            if concerns(one)
        ]
        return _digest([self.decisions.read, self.values.get("valid"), given, list(rejected or ())])

    def found_on(self, view: str) -> str:
        """Ask for the rows in force by both clocks that nobody rejected; the view has ids."""
        if not self.decisions.rejected:
            return self.on(view)
        return f"{self.on(view)} AND {view}.id NOT IN (SELECT value FROM json_each(:rejected))"

    def of_row(self, view: str) -> str:
        """Ask the same of rows whose entry is in force already, as more of a condition."""
        valid = self.valid.replace("{view}", view)
        if not self.decisions.rejected:
            return valid
        return f"{valid} AND {view}.id NOT IN (SELECT value FROM json_each(:rejected))"

    def rejected(self) -> Clause:
        """Ask for what was rejected instead: `on` then gives those rows and no other."""
        only = " AND {view}.id IN (SELECT value FROM json_each(:rejected))"
        return replace(self, known=self.known + only, decisions=Decisions())

    def on(self, view: str) -> str:
        """Ask for the rows in force by both clocks."""
        return (self.known + self.valid).replace("{view}", view)

    def on_nameless(self, view: str) -> str:
        """Ask the same of a view whose rows have no ids, and so no date that was entered."""
        return (self.known + self.unmoved).replace("{view}", view)

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


Decided = Callable[[str, str, str], Decisions]
"""`decisions` of one connection, remembered: the condition, the values it takes, and the head."""


def clause(connection: apsw.Connection, journal: Journal, as_of: AsOf, decided: Decided) -> Clause:
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
        f"{_NOT_REPLACED}"
    )
    made = decided(in_force, json.dumps(values), journal.head().digest)
    values["rejected"] = json.dumps(sorted(made.rejected))
    valid = unmoved = ""
    if as_of.valid is not None and as_of.valid.after is not None:
        valid = unmoved = " AND ({view}.first IS NULL OR {view}.first < :valid)"
        values["valid"] = as_of.valid.after
        if made.moved.begins:
            early, late = made.moved.by(as_of.valid.after)
            values["early"], values["late"] = json.dumps(early), json.dumps(late)
            valid = (
                f" AND ({valid.removeprefix(' AND ')}"
                " AND {view}.id NOT IN (SELECT value FROM json_each(:late))"
                " OR {view}.id IN (SELECT value FROM json_each(:early)))"
            )
    force = Clause(in_force, valid, values, "", made, unmoved)
    return replace(force, key=force.key_of(lambda _: True))


def decisions(connection: apsw.Connection, in_force: str, asked: str, _head: str) -> Decisions:
    """Give the judgements in force and what they come to.

    Args:
        asked: the values that the condition takes, as JSON; the head is for who remembers.
    """
    values = json.loads(asked)
    # Who entered a row that stands nowhere now has still given that judgement.
    still = in_force.replace(_NOT_REPLACED, "").replace("{view}", "j")
    given = tuple(
        (_JUDGEMENT.decode(body), known)
        for body, known in connection.execute(
            f"SELECT j.body, j.known FROM judgement j WHERE {still} ORDER BY j.entry",
            values,
        )
    )
    about = {row for judgement, _ in given for row in judgement.about}
    made = Decisions(
        given,
        anchors.now(connection, about, in_force, values),
        read=_read(connection, in_force, values),
    )
    instead, about_rows = in_place((one for one, _ in given), made.now)
    stand = standing(about_rows)
    return replace(
        made,
        in_place=instead,
        moved=moved(connection, _standing(instead.dates, stand), in_force, values),
        mere=_mere(connection, made),
        confirmed=frozenset(row for row, verb in stand.items() if verb is Verb.CONFIRM),
        rejected=frozenset(row for row, verb in stand.items() if verb is Verb.REJECT),
    )


def _mere(connection: apsw.Connection, made: Decisions) -> frozenset[str]:
    """Find the judgements that only confirm what stood: nothing proposed, and never rejected."""
    confirming: dict[str, set[str]] = {}
    weighed: set[str] = set()
    for one, _ in made.given:
        rows = {made.now.get(row) or row for row in one.about}
        if one.verb is Verb.CONFIRM and all(kind_of(row) in FOUND for row in rows):
            confirming[one.id] = rows
        elif one.verb in (Verb.REJECT, Verb.ENTER):  # whoever enters a row can put one aside
            weighed |= rows
    asked = json.dumps(sorted(set().union(*confirming.values())))
    weighed |= {
        row[0]
        for row in connection.execute(
            "SELECT id FROM statement WHERE id IN (SELECT value FROM json_each(?))"
            " AND sureness < ?",
            (asked, PROPOSED_BELOW),
        )
    }
    return frozenset(id for id, rows in confirming.items() if not rows & weighed)


def _standing(dates: Iterable[Entered], stand: Mapping[str, Verb]) -> list[Entered]:
    """Give the entered dates that nobody rejected, or mended since."""
    return [one for one in dates if stand.get(one.id) is not Verb.REJECT]


def _read(connection: apsw.Connection, in_force: str, values: Mapping[str, Any]) -> str:
    """Name the sources and readings in force by their entries, which never change."""
    return _digest(
        [
            [row[0] for row in connection.execute(
                f"SELECT v.entry FROM {view} v WHERE {in_force.replace('{view}', 'v')}"
                " ORDER BY v.entry", values,
            )]
            for view in ("source", "reading")
        ]
    )  # fmt: skip


def _digest(parts: list[Any]) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:32]


_JUDGEMENT = msgspec.json.Decoder(Judgement)
