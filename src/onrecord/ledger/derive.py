"""What rows an entry gives to the views: a function of the entries alone, of nothing else.

Written to the views as entries come, written again by a rebuild, and compared by verification: the
same rows each time, so that a view can neither lag nor be altered unseen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter

import apsw
import msgspec

from onrecord.core.dates import When
from onrecord.core.entered import Entered, entered_by
from onrecord.core.identity import ReadingId
from onrecord.core.spans import Span, Spans
from onrecord.core.telling import parties
from onrecord.core.vocabulary import (
    Judgement,
    ReaderName,
    Reading,
    Refusal,
    Source,
    Text,
)
from onrecord.ledger import event_rows, flow_rows, quantity_rows, question_rows
from onrecord.ledger.chain import Entry
from onrecord.ledger.derive_posts import label_rows, tenure_rows
from onrecord.ledger.entered_rows import entered
from onrecord.ledger.record import Kind
from onrecord.ledger.said_rows import Bounds, Row, bounds_of, dates, mentions, statements

Rows = dict[str, list[Row]]
"""Rows by view, in the order of their entries. A first value of None is the row's next number."""


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
_json = msgspec.json.Encoder().encode
_END = itemgetter(1)


def value_of(entry: Entry) -> object:
    """Give what an entry says, as a word of the vocabulary; None for kinds that no view shows."""
    decoder = _DECODERS.get(entry.kind)
    return None if decoder is None else decoder.decode(entry.body)


class Deriver:
    """Gives the rows of entries, which come in order.

    Args:
        connection: the case; looked up only for what came before the first entry it is given.
        anew: it is given every entry from the first.
    """

    def __init__(self, connection: apsw.Connection, *, anew: bool = False) -> None:
        self._connection, self._anew = connection, anew
        self._texts: set[str] = set()
        self._published: dict[str, Bounds] = {}
        self._last: Text | None = None

    def rows(self, entries: Iterable[Entry], values: Iterable[object]) -> Rows:
        """Give the rows of these entries, which follow on those given before."""
        rows: Rows = defaultdict(list)
        for entry, value in zip(entries, values, strict=True):
            match value:
                case CameIn():
                    rows["source"].append(self._source(entry, value))
                case Text():
                    self._new_text(entry, value, rows)
                case ReadIn():
                    self._reading(entry, value, rows)
                case Judgement():
                    rows["judgement"].append((*_where(entry), value.id, entry.body))
                    if (row := entered(value)) is not None:
                        self._entered(entry, row, value.by, rows)
        return rows

    def _source(self, entry: Entry, came: CameIn) -> Row:
        source = came.source
        meta = source.metadata
        bounds = bounds_of(When.of(meta.published.value) if meta.published else None)
        self._published[source.id] = bounds
        return (
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
            _json(meta),
            *bounds,
        )

    def _new_text(self, entry: Entry, text: Text, rows: Rows) -> None:
        if text.id in self._texts or (not self._anew and self._is_stored(text.id)):
            return  # the same characters came before: they are searched once
        self._texts.add(text.id)
        self._last = text
        rows["text"].append((text.id, entry.number, len(text.characters.split())))
        for block in text.blocks:
            rows["block"].append((None, text.id, block.kind.value, *block.at))
            rows["search"].append((None, block.at.of(text.characters)))

    def _is_stored(self, text: str) -> bool:
        found = self._connection.execute("SELECT 1 FROM main.text WHERE id = ?", (text,))
        return found.get is not None

    def _reading(self, entry: Entry, read: ReadIn, rows: Rows) -> None:
        reading, source = read.reading, read.source
        text = self._text(reading.text)
        characters = text.characters
        where = (None, *_where(entry))
        bounds = self._bounds_of(source)
        name = str(reading.reader)
        first = [s for s in reading.statements if s.duplicate_of is None]
        counts = (len(first), sum(s.is_proposal for s in first), len(reading.tenures))
        rows["reading"].append((*where[1:], reading.id, source, reading.text, name, *counts, ""))
        rows["statement"].extend(statements(where, source, reading, characters, bounds))
        rows["mention"].extend(mentions(where, source, reading, bounds))
        sentences = _Sentences(reading.sentences, text)
        rows["dated"].extend(dates(where, source, reading, characters, sentences.around, bounds))
        rows["quantity"].extend(
            quantity_rows.derived(reading, characters, sentences.around, where, source, bounds)
        )
        rows["question"].extend(
            question_rows.derived(
                reading, characters, where, source, lambda put: bounds_of(put) if put else bounds
            )
        )
        named = {mention.id: mention for mention in reading.mentions}
        for r in reading.replies:
            around = sentences.around(r.at[0])
            rows["reply"].append(
                (
                    *where,
                    r.id,
                    source,
                    *around,
                    _json(parties(r, named, characters)),
                    r.outcome.value,
                    around.of(characters),
                    _json(r.at),
                    _json(r.made) if r.made else None,
                    *(bounds_of(r.made) if r.made else bounds),
                )
            )

        if reading.tenures:
            held_by = tenure_rows(where, source, reading, bounds, named, sentences.around)
            rows["tenure"].extend(held_by)
        if reading.labels:
            rows["label"].extend(label_rows(where, source, reading))
        if reading.flows:

            def valid(when: When | None) -> Bounds:
                # A passing without a day lies somewhere before the source that tells it.
                return bounds_of(when) if when else (None, bounds[1])

            made = flow_rows.hops(reading, characters, sentences.around, where, source, valid)
            rows["hop"].extend(made)
        if reading.events or reading.findings:
            told = event_rows.Told(reading, characters, sentences.around, where, source, bounds)
            rows["event"].extend(told.events())
            rows["finding"].extend(told.findings())
            rows["proceeding"].extend(told.matters())
        if reading.identity_claims:
            held = flow_rows.identities(reading, characters, where, source, bounds)
            rows["identity"].extend(held)

    def _entered(self, entry: Entry, made: Entered, by: str, rows: Rows) -> None:
        """Give the row that a person entered, where its words still stand in its text."""
        if made.text not in self._texts and not self._is_stored(made.text):
            return
        characters = self._text(made.text).characters
        if not made.stands_in(characters):
            return
        name = entered_by(by)
        reading = Reading(
            id=ReadingId(made.id),
            text=made.text,
            reader=ReaderName(name=name, version="", digest=""),
            told_on=None,
            statements=(made.statement,) if made.statement else (),
            mentions=(made.mention,) if made.mention else (),
            dates=(made.dated,) if made.dated else (),
        )
        where, bounds = (None, *_where(entry)), self._bounds_of(made.source)
        counts = (len(reading.statements), 0, 0)
        rows["reading"].append((*where[1:], made.id, made.source, made.text, name, *counts, by))
        rows["statement"].extend(
            statements(where, made.source, reading, characters, bounds, made.chain)
        )
        rows["mention"].extend(mentions(where, made.source, reading, bounds))
        around = made.around if made.around and made.around.fits(characters) else None
        rows["dated"].extend(
            dates(where, made.source, reading, characters, lambda at: around or at, bounds)
        )

    def _bounds_of(self, source: str) -> Bounds:
        if source not in self._published:
            row = self._connection.execute(
                "SELECT first, after FROM main.source WHERE id = ? ORDER BY entry DESC LIMIT 1",
                (source,),
            ).fetchone()
            self._published[source] = row if row is not None else (None, None)
        return self._published[source]

    def _text(self, identifier: str) -> Text:
        """Give a text as it first came: nearly always the last new one, or one read again."""
        if self._last is None or self._last.id != identifier:
            self._last = self._load_text(identifier)
        return self._last

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


class _Sentences:
    """Finds the sentence around a place; a reading that gives none falls back to blocks."""

    def __init__(self, sentences: Spans, text: Text) -> None:
        self._spans = sentences or tuple(block.at for block in text.blocks)
        self._starts = [span.start for span in self._spans]

    def around(self, at: Span) -> Span:
        index = bisect_right(self._starts, at.start) - 1
        found = self._spans[index] if index >= 0 else at
        return Span(min(found.start, at.start), max(found.end, at.end))
