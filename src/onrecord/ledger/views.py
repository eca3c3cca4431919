"""Keeps the views of the record in step with its entries, and builds them anew from nothing.

A view's rows are a function of the entries alone. They are written in the same transaction as the
entries, so that they never lag; `rebuild` drops them and gets the same contents again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import resources

import apsw
import msgspec

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, StatementId
from onrecord.core.spans import Span, Spans, words_of
from onrecord.core.vocabulary import (
    Judgement,
    Mention,
    Naming,
    Reading,
    Refusal,
    Source,
    Statement,
    Text,
)
from onrecord.ledger.chain import Entry
from onrecord.ledger.record import Kind
from onrecord.ledger.store import run

TABLES = (
    "source",
    "text",
    "reading",
    "statement",
    "mention",
    "dated",
    "reply",
    "judgement",
    "block",
)
SEARCH = "search"


class CameIn(msgspec.Struct, frozen=True):
    """The body of a source's entry: what came, what became of it, and whether we have its bytes."""

    source: Source
    text: str | None
    refusal: Refusal | None
    bytes_kept: bool


class ReadIn(msgspec.Struct, frozen=True):
    """The body of a reading's entry: a reading, and the source it was made of."""

    source: str
    reading: Reading


BODIES: dict[str, type] = {
    Kind.SOURCE: CameIn,
    Kind.TEXT: Text,
    Kind.READING: ReadIn,
    Kind.JUDGEMENT: Judgement,
}
_DECODERS: dict[str, msgspec.json.Decoder[object]] = {
    kind: msgspec.json.Decoder(body) for kind, body in BODIES.items()
}


def value_of(entry: Entry) -> object:
    """Give what an entry says, as a word of the vocabulary; None for kinds that no view shows."""
    decoder = _DECODERS.get(entry.kind)
    return None if decoder is None else decoder.decode(entry.body)


def create(connection: apsw.Connection, schema: str = "main") -> None:
    """Make the empty views."""
    sql = (resources.files("onrecord.ledger") / "sql" / "views.sql").read_text("utf-8")
    run(connection, sql.replace("{schema}", schema))


def drop(connection: apsw.Connection) -> None:
    """Drop the views. The record stays."""
    for table in (*TABLES, SEARCH):
        run(connection, f"DROP TABLE IF EXISTS main.{table}")


class Views:
    """Writes the rows of the views for entries as they come."""

    def __init__(self, connection: apsw.Connection, schema: str = "main") -> None:
        self._connection, self._schema = connection, schema
        self._text = lru_cache(maxsize=16)(self._load_text)
        self._published: dict[str, tuple[int | None, int | None]] = {}

    def take_in(self, entries: Iterable[Entry], values: Iterable[object]) -> None:
        """Add the rows of these entries, which follow on those taken in before."""
        for entry, value in zip(entries, values, strict=True):
            match value:
                case CameIn():
                    self._source(entry, value)
                case Text():
                    self._new_text(entry, value)
                case ReadIn():
                    self._reading(entry, value)
                case Judgement():
                    row = (*_where(entry), value.id, entry.body)
                    self._insert("judgement", [row])

    def _insert(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        rows = list(rows)
        if rows:
            marks = ",".join("?" * len(rows[0]))
            self._connection.executemany(
                f"INSERT OR IGNORE INTO {self._schema}.{table} VALUES ({marks})",
                rows,
            )

    def _source(self, entry: Entry, came: CameIn) -> None:
        source = came.source
        meta = source.metadata
        published = When.of(meta.published.value) if meta.published else None
        bounds = _bounds(published)
        self._published[source.id] = bounds
        self._insert(
            "source",
            [
                (
                    *_where(entry),
                    entry.entered,
                    source.id,
                    source.name,
                    source.media_type,
                    source.size,
                    source.sha256,
                    source.parent,
                    meta.address.value if meta.address else None,
                    came.text,
                    came.refusal.reason if came.refusal else None,
                    msgspec.json.encode(meta),
                    *bounds,
                )
            ],
        )

    def _new_text(self, entry: Entry, text: Text) -> None:
        words = len(text.characters.split())
        self._insert("text", [(text.id, entry.number, words)])
        first = self._connection.execute(
            f"SELECT entry FROM {self._schema}.text WHERE id = ?", (text.id,)
        ).get
        if first != entry.number:
            return  # the same characters came before: they are searched once
        for block in text.blocks:
            self._insert("block", [(None, text.id, block.kind.value, *block.at)])
            row = self._connection.last_insert_rowid()
            self._connection.execute(
                f"INSERT INTO {self._schema}.{SEARCH}(rowid, words) VALUES (?, ?)",
                (row, block.at.of(text.characters)),
            )

    def _reading(self, entry: Entry, read: ReadIn) -> None:
        reading = read.reading
        text = self._text(reading.text)
        where = _where(entry)
        bounds = self._bounds_of(read.source)
        name = f"{reading.reader.name} {reading.reader.version}"
        self._insert(
            "reading",
            [(*where, reading.id, read.source, reading.text, name, len(reading.statements))],
        )
        self._insert("statement", _statements(where, read.source, reading, text, bounds))
        self._insert(
            "mention",
            (
                (
                    None,
                    *where,
                    m.id,
                    read.source,
                    *m.at,
                    m.name,
                    m.title,
                    m.kind.value,
                    m.naming.value,
                    m.same_as,
                    *bounds,
                )
                for m in reading.mentions
            ),
        )
        sentences = _Sentences(reading.sentences, text)
        self._insert(
            "dated",
            (
                (
                    None,
                    *where,
                    d.id,
                    read.source,
                    *d.at,
                    *(around := sentences.around(d.at)),
                    around.of(text.characters),
                    _encoded(d.when),
                    *_bounds(d.when),
                )
                for d in reading.dates
            ),
        )
        self._insert(
            "reply",
            (
                (
                    None,
                    *where,
                    r.id,
                    read.source,
                    *(around := sentences.around(r.at[0])),
                    words_of(r.asked.spans, text.characters),
                    r.outcome.value,
                    around.of(text.characters),
                    *bounds,
                )
                for r in reading.replies
            ),
        )

    def _bounds_of(self, source: str) -> tuple[int | None, int | None]:
        if source not in self._published:
            row = self._connection.execute(
                f"SELECT first, after FROM {self._schema}.source WHERE id = ? ORDER BY entry DESC",
                (source,),
            ).fetchone()
            self._published[source] = row if row is not None else (None, None)
        return self._published[source]

    def _load_text(self, identifier: str) -> Text:
        body = self._connection.execute(
            "SELECT body FROM main.entry WHERE subject = ? AND kind = 'text'"
            " ORDER BY number LIMIT 1",
            (identifier,),
        ).get
        text = _DECODERS[Kind.TEXT].decode(body)
        assert isinstance(text, Text)
        return text


def _where(entry: Entry) -> tuple[int, int, str]:
    return entry.number, entry.operation, entry.known


def _bounds(when: When | None) -> tuple[int | None, int | None]:
    return (None, None) if when is None else (when.first, when.after)


def _encoded(when: When | None) -> bytes | None:
    return None if when is None else msgspec.json.encode(when)


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


class _Sentences:
    """Finds the sentence around a place; a reading that gives none falls back to blocks."""

    def __init__(self, sentences: Spans, text: Text) -> None:
        self._spans = sentences or tuple(block.at for block in text.blocks)
        self._starts = [span.start for span in self._spans]

    def around(self, at: Span) -> Span:
        index = bisect_right(self._starts, at.start) - 1
        found = self._spans[index] if index >= 0 else at
        return Span(min(found.start, at.start), max(found.end, at.end))


def _statements(
    where: tuple[int, int, str],
    source: str,
    reading: Reading,
    text: Text,
    published: tuple[int | None, int | None],
) -> Iterator[tuple[object, ...]]:
    by_id = {statement.id: statement for statement in reading.statements}
    mentions = {mention.id: mention for mention in reading.mentions}
    characters = text.characters
    for s in reading.statements:
        voice = s.source
        naming = voice.naming if voice else Naming.AGENTLESS
        spans = (voice.spans if voice else (), s.cue.spans, s.content.spans, s.hedges)
        yield (
            None,
            *where,
            s.id,
            source,
            reading.text,
            *s.anchor,
            voice.mention if voice else None,
            _speaker(s, mentions, characters),
            naming.value,
            words_of(s.cue.spans, characters),
            words_of(s.content.spans, characters),
            s.mode.value,
            s.act.value,
            s.polarity.value,
            s.commitment.value,
            _json([span.of(characters) for span in s.hedges]),
            _encoded(s.made),
            s.parent,
            _chain(s, by_id, mentions, characters),
            _json(spans),
            *(_bounds(s.made) if s.made else published),
        )


def _speaker(s: Statement, mentions: dict[MentionId, Mention], characters: str) -> str:
    """Name the speaker in the words of the text, and beside a pronoun whom it stands for."""
    if s.source is None:
        return ""
    words = words_of(s.source.spans, characters)
    mention = mentions.get(s.source.mention) if s.source.mention else None
    if mention is None or mention.at in s.source.spans or mention.name in words:
        return words
    return f"{mention.name} (“{words}”)"


def _chain(
    s: Statement,
    by_id: dict[StatementId, Statement],
    mentions: dict[MentionId, Mention],
    characters: str,
) -> str:
    """List the speakers of the statements that this one is reported in, outermost first."""
    outer: list[str] = []
    seen = {s.id}
    parent = s.parent
    while parent is not None and parent in by_id and parent not in seen:
        seen.add(parent)
        above = by_id[parent]
        outer.append(_speaker(above, mentions, characters))
        parent = above.parent
    return _json(outer[::-1])
