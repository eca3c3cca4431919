"""The record itself: entries are appended, sealed, and read back; none is changed.

What is in force is worked out from the entries alone: an operation that a later one took back is
out, unless that later one was itself taken back. So undo, as-of and rebuild are one mechanism.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import apsw
import msgspec

from onrecord.core.errors import NoSuchRow, WrongUse
from onrecord.core.judged import decided_words, without_words
from onrecord.core.rows import Head, LogRow
from onrecord.core.seams import Clock
from onrecord.core.vocabulary import Judgement
from onrecord.ledger.chain import GENESIS, Entry, seal
from onrecord.ledger.store import number


class Kind(StrEnum):
    """The kinds of entry a record is made of."""

    OPERATION = "operation"
    SOURCE = "source"
    TEXT = "text"
    READING = "reading"
    JUDGEMENT = "judgement"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class New:
    """An entry to be appended: a word of the vocabulary. `known` is an ISO day."""

    kind: Kind
    subject: str
    known: str
    value: object


@dataclass(frozen=True, slots=True)
class Parcel:
    """Entries that go in together or not at all.

    `once`: not at all where this source is already in force, so that adding again adds nothing.
    """

    entries: tuple[New, ...]
    once: str | None = None


@dataclass(frozen=True, slots=True)
class Appended:
    """What one batch came to: entries as numbered, what each says, which parcels were kept."""

    entries: list[Entry]
    values: list[object]
    kept: list[bool]


class Began(msgspec.Struct, frozen=True):
    """The body of an operation's first entry: who did what, and why.

    `name` is the case's, given with the operation that began it.
    """

    verb: str
    by: str
    because: str
    name: str = ""


class TakenBack(msgspec.Struct, frozen=True):
    """The body of an entry that takes an earlier operation back."""

    operation: int


_INSERT = "INSERT INTO entry VALUES (?,?,?,?,?,?,?)"


class Journal:
    """Appends to the record of one open file and reads it back.

    Args:
        connection: an open case.
        clock: the ledger's own clock, which nobody can tell otherwise.
    """

    def __init__(self, connection: apsw.Connection, clock: Clock) -> None:
        self._connection, self._clock = connection, clock

    def append(self, operation: int | None, parcels: Sequence[Parcel]) -> Appended:
        """Append and seal one batch within the transaction that is open.

        Args:
            operation: the number it belongs to; None: the first entry begins one.
        """
        entered = self._clock().strftime("%Y-%m-%dT%H:%M:%SZ")
        last = number(self._connection, "SELECT max(number) FROM entry")
        kept = self._fresh(parcels)
        news = [
            new
            for parcel, fresh in zip(parcels, kept, strict=True)
            if fresh
            for new in parcel.entries
        ]
        begun = last + 1 if operation is None else operation
        entries = [
            Entry(at, begun, new.kind.value, new.subject, new.known, entered, body_of(new.value))
            for at, new in enumerate(news, last + 1)
        ]
        if entries:
            self._connection.executemany(_INSERT, entries)
            self._seal(entries)
        return Appended(entries, [new.value for new in news], kept)

    def _fresh(self, parcels: Sequence[Parcel]) -> list[bool]:
        inside: set[str] = set()
        fresh = []
        for parcel in parcels:
            new = parcel.once is None or (parcel.once not in inside and not self.holds(parcel.once))
            fresh.append(new)
            if parcel.once is not None:
                inside.add(parcel.once)
        return fresh

    def _seal(self, entries: list[Entry]) -> None:
        head = self.head()
        previous = bytes.fromhex(head.digest) if head.batches else GENESIS
        self._connection.execute(
            "INSERT INTO batch VALUES (?,?,?,?)",
            (head.batches + 1, entries[0].number, entries[-1].number, seal(previous, entries)),
        )

    def head(self) -> Head:
        """Give the name of all that the record holds up to now."""
        row = self._connection.execute(
            "SELECT number, last, digest FROM batch ORDER BY number DESC LIMIT 1"
        ).fetchone()
        if row is None:
            return Head(batches=0, entries=0, digest=GENESIS.hex())
        return Head(batches=row[0], entries=row[1], digest=row[2].hex())

    def entries(self, kind: Kind | None = None, after: int = 0) -> Iterator[Entry]:
        """Give the entries in order, of one kind if asked, numbered above `after`."""
        which = "" if kind is None else " AND kind = ?"
        values = (after,) if kind is None else (after, kind.value)
        for row in self._connection.execute(
            f"SELECT * FROM entry WHERE number > ?{which} ORDER BY number", values
        ):
            yield Entry(*row)

    def entry(self, at: int) -> Entry:
        """Give one entry by its number."""
        row = self._connection.execute("SELECT * FROM entry WHERE number = ?", (at,)).fetchone()
        if row is None:
            raise NoSuchRow(f"there is no entry {at}", help="'onrecord log' lists them")
        return Entry(*row)

    def taken_back(self, known: str | None = None) -> dict[int, int]:
        """Say which operations are out of force as known on a day, and which one took each back."""
        steps = [
            (entry.operation, msgspec.json.decode(entry.body, type=TakenBack).operation)
            for entry in self.entries(Kind.TAKEN_BACK)
            if known is None or entry.known <= known
        ]
        out: dict[int, int] = {}
        for by, target in reversed(steps):  # the latest word stands
            if by not in out:
                out.setdefault(target, by)
        return out

    def holds(self, source: str) -> bool:
        """Say whether a source is in force now."""
        rows = self._connection.execute(
            "SELECT operation FROM entry WHERE subject = ? AND kind = 'source'", (source,)
        ).fetchall()
        if not rows:
            return False
        out = self.taken_back()
        return any(operation not in out for (operation,) in rows)

    def log(self, known: str | None = None) -> list[LogRow]:
        """List what was done to the case as known on a day, oldest first."""
        out = self.taken_back(known)
        told, gave, took = self._told()
        counts: dict[int, dict[str, int]] = {}
        for operation, kind, count in self._connection.execute(
            "SELECT operation, kind, count(*) FROM entry GROUP BY operation, kind"
        ):
            counts.setdefault(operation, {})[kind] = count
        return [
            replace(
                _log_row(entry, counts[entry.number], told.get(entry.number, "")),
                undone_by=out.get(entry.number),
                judged=gave.get(entry.number),
                takes_back=took.get(entry.number),
            )
            for entry in self.entries(Kind.OPERATION)
            if known is None or entry.known <= known
        ]

    def _told(self) -> tuple[dict[int, str], dict[int, Judgement], dict[int, int]]:
        """Say what each operation decided that gave a judgement or took something back."""
        told: dict[int, str] = {}
        gave: dict[int, Judgement] = {}
        took: dict[int, int] = {}
        for entry in self.entries(Kind.JUDGEMENT):
            one = msgspec.json.decode(entry.body, type=Judgement)
            gave[entry.operation] = without_words(one)
            told[entry.operation] = decided_words(
                one.verb, one.about, one.value, one.when, one.note
            )
        for entry in self.entries(Kind.TAKEN_BACK):
            target = msgspec.json.decode(entry.body, type=TakenBack).operation
            what = f" ({told[target]})" if target in told else ""
            told[entry.operation] = f"takes back {target}{what}"
            took[entry.operation] = target
        return told, gave, took

    def last_in_force(self) -> LogRow:
        """Give the operation that undo means when none is named.

        Raises:
            WrongUse: nothing is left to take back.
        """
        for row in reversed(self.log()):
            if row.undone_by is None and row.verb not in ("new", "undo"):
                return row
        raise WrongUse("there is nothing to take back", help="'onrecord log' lists what was done")


def _log_row(entry: Entry, counts: dict[str, int], summary: str) -> LogRow:
    began = msgspec.json.decode(entry.body, type=Began)
    sources, texts = counts.get(Kind.SOURCE, 0), counts.get(Kind.READING, 0)
    if texts and not sources:
        summary = f"{texts} read again"
    if sources:
        summary = f"{sources} came, {texts} read, {sources - texts} refused"
    return LogRow(
        number=entry.number,
        verb=began.verb,
        by=began.by,
        because=began.because,
        known=entry.known,
        entered=entry.entered,
        entries=sum(counts.values()),
        summary=summary,
        undone_by=None,
    )


def body_of(value: object) -> bytes:
    """Write a word of the vocabulary as the JSON that its entry holds."""
    return msgspec.json.encode(value, order="deterministic")
