"""Asks the views: rows as of both clocks, each with its words and whose they are."""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import apsw
import msgspec

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, SourceId, StatementId, TextId
from onrecord.core.rows import Hit, ReplyRow, SourceRow, StatementRow, TimelineRow
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    ActorKind,
    AsOf,
    Attested,
    Commitment,
    Judgement,
    Mention,
    Metadata,
    Mode,
    Naming,
    Outcome,
    Polarity,
    SpeechAct,
)
from onrecord.ledger.clocks import Clause, clause
from onrecord.ledger.record import Journal
from onrecord.ledger.store import plainly

_STATEMENT = (
    's.id, s.source, r.text, s.start, s."end", s.mention, s.speaker, s.naming, s.cue, s.content,'
    " s.mode, s.act, s.polarity, s.commitment, s.made, s.parent, s.chain, s.spans, s.known,"
    " r.reader, s.hedges"
)
_FROM_STATEMENT = "FROM statement s JOIN reading r ON r.entry = s.entry"


class Queries:
    """Answers from the views of one open case."""

    def __init__(self, file: Path, connection: apsw.Connection, journal: Journal) -> None:
        self._file, self._connection, self._journal = file, connection, journal

    def clause(self, as_of: AsOf) -> Clause:
        with plainly(self._file):
            return clause(self._connection, self._journal, as_of)

    def _rows(self, sql: str, values: dict[str, apsw.SQLiteValue]) -> Iterator[tuple]:  # type: ignore[type-arg]  # a row is what its query selects
        with plainly(self._file):
            yield from self._connection.execute(sql, values)

    def sources(self, as_of: AsOf) -> list[SourceRow]:
        """List sources, earliest known first. Those under one address are versions of one page."""
        force = self.clause(as_of)
        counts: Counter[str] = Counter()
        for source, count in self._rows(
            f"SELECT r.source, r.statements FROM reading r WHERE {_no_valid(force).on('r')}",
            force.values,
        ):
            counts[source] += count
        rows = [
            self._source_row(row, counts)
            for row in self._rows(
                "SELECT s.id, s.name, s.media_type, s.size, s.sha256, s.known, s.entered,"
                " s.metadata, s.text, s.refusal, coalesce(t.words, 0), s.parent FROM source s"
                f" LEFT JOIN text t ON t.id = s.text WHERE {force.on('s')}"
                " ORDER BY s.known, s.entry",
                force.values,
            )
        ]
        return _versioned(rows)

    def _source_row(self, row: tuple, counts: Counter[str]) -> SourceRow:  # type: ignore[type-arg]
        return SourceRow(
            id=row[0],
            name=row[1],
            media_type=row[2],
            size=row[3],
            sha256=row[4],
            known=row[5],
            entered=row[6],
            metadata=msgspec.json.decode(row[7], type=Metadata),
            text=row[8],
            refusal=row[9],
            words=row[10],
            parent=row[11],
            statements=counts[row[0]],
        )

    def labels(self, as_of: AsOf) -> dict[str, str]:
        """Name every source in force in a few words."""
        return {row.id: row.label for row in self.sources(as_of)}

    def statements(
        self,
        as_of: AsOf,
        *,
        source: str | None = None,
        ids: set[str] | None = None,
        labels: dict[str, str] | None = None,
    ) -> Iterator[StatementRow]:
        """List statements in the order in which they came to be known, then of the text."""
        force = self.clause(as_of)
        labels = self.labels(as_of) if labels is None else labels
        values = dict(force.values)
        which = force.on("s")
        if source is not None:
            which += " AND s.entry IN (SELECT entry FROM reading WHERE source = :source)"
            values["source"] = source
        if ids is not None:
            which += " AND s.id IN (SELECT value FROM json_each(:ids))"
            values["ids"] = json.dumps(sorted(ids))
        for row in self._rows(
            f"SELECT {_STATEMENT} {_FROM_STATEMENT} WHERE {which} ORDER BY s.known, s.row", values
        ):
            yield _statement_row(row, labels)

    def statements_at(
        self, as_of: AsOf, places: list[tuple[str, Span]], labels: dict[str, str]
    ) -> dict[tuple[str, Span], StatementRow]:
        """Give for each place the narrowest statement whose content holds it, if there is one."""
        wanted: defaultdict[str, list[Span]] = defaultdict(list)
        for source, span in places:
            wanted[source].append(span)
        found = {}
        for source, spans in wanted.items():
            around = _Around(self.statements(as_of, source=source, labels=labels))
            for span in spans:
                if (row := around.narrowest(span)) is not None:
                    found[source, span] = row
        return found

    def mentions(self, as_of: AsOf) -> list[tuple[SourceId, str, Mention]]:
        """List mentions with their source and the day they became known, in the order they came."""
        force = self.clause(as_of)
        return [
            (
                row[0],
                row[1],
                Mention(
                    id=MentionId(row[2]),
                    at=Span(row[3], row[4]),
                    name=row[5],
                    title=row[6],
                    kind=ActorKind(row[7]),
                    naming=Naming(row[8]),
                    same_as=row[9],
                ),
            )
            for row in self._rows(
                'SELECT m.source, m.known, m.id, m.start, m."end", m.name, m.title, m.kind,'
                f" m.naming, m.same_as FROM mention m WHERE {force.on('m')}"
                " ORDER BY m.known, m.row",
                force.values,
            )
        ]

    def judgements(self, as_of: AsOf) -> list[Judgement]:
        """List the judgements in force, in the order in which they were given."""
        force = _no_valid(self.clause(as_of))
        return [
            msgspec.json.decode(row[0], type=Judgement)
            for row in self._rows(
                f"SELECT j.body FROM judgement j WHERE {force.on('j')} ORDER BY j.entry",
                force.values,
            )
        ]

    def replies(self, as_of: AsOf) -> list[ReplyRow]:
        """List who was asked and what came of it."""
        force = self.clause(as_of)
        labels = self.labels(as_of)
        return [
            ReplyRow(
                id=row[0],
                source=row[1],
                source_label=labels.get(row[1], row[1]),
                asked=row[4],
                outcome=Outcome(row[5]),
                words=row[6],
                at=Span(row[2], row[3]),
            )
            for row in self._rows(
                'SELECT p.id, p.source, p.start, p."end", p.asked, p.outcome, p.words FROM reply p'
                f" WHERE {force.on('p')} ORDER BY p.known, p.row",
                force.values,
            )
        ]

    def dated(self, as_of: AsOf) -> list[TimelineRow]:
        """List the dates that the texts give, each in its sentence and with whose words it is."""
        force = self.clause(as_of)
        labels = self.labels(as_of)
        rows = list(
            self._rows(
                'SELECT d.source, d.start, d."end", d.sentence_start, d.sentence_end, d.sentence,'
                f' d."when" FROM dated d WHERE {force.on("d")} ORDER BY d.known, d.row',
                force.values,
            )
        )
        places = [(row[0], Span(row[1], row[2])) for row in rows]
        said = self.statements_at(as_of, places, labels)
        return [
            TimelineRow(
                when=None if row[6] is None else msgspec.json.decode(row[6], type=When),
                kind="in the text",
                source=row[0],
                source_label=labels.get(row[0], row[0]),
                words=row[5],
                at=Span(row[3], row[4]),
                statement=said.get((row[0], Span(row[1], row[2]))),
            )
            for row in rows
        ]

    def search(self, query: str, as_of: AsOf, most: int) -> list[Hit]:
        """Find blocks that hold all the words; “quoted words” in their order; best first."""
        match = _match(query)
        if not match:
            return []
        force = self.clause(as_of)
        labels = self.labels(as_of)
        rows = list(
            self._rows(
                'SELECT s.id, b.text, b.start, b."end" FROM search JOIN block b'
                " ON b.row = search.rowid JOIN source s ON s.text = b.text"
                f" WHERE search MATCH :match AND {force.on('s')}"
                " ORDER BY bm25(search), s.entry, b.row LIMIT :most",
                {**force.values, "match": match, "most": most},
            )
        )
        hits = [
            (row[0], self._sentence(row[0], row[1], Span(row[2], row[3]), query)) for row in rows
        ]
        places = [(source, found[0]) for source, (_, found, _) in hits if found]
        said = self.statements_at(as_of, places, labels)
        return [
            Hit(
                source=source,
                source_label=labels[source],
                at=at,
                words=words,
                found=found,
                statement=said.get((source, found[0])) if found else None,
            )
            for source, (at, found, words) in hits
        ]

    def _sentence(self, source: str, text: str, block: Span, query: str) -> tuple[Span, Spans, str]:
        characters = self._journal_text(text)
        sentences = self._sentences(source) or (block,)
        found = _places(query, characters, block)
        if not found:
            return block, (), block.of(characters)
        around = next((span for span in sentences if span.overlaps(found[0])), block)
        inside = tuple(span for span in found if around.holds(span))
        return around, inside, around.of(characters)

    def _sentences(self, source: str) -> Spans:
        body = self._connection.execute(
            "SELECT e.body FROM reading r JOIN entry e ON e.number = r.entry WHERE r.source = ?"
            " ORDER BY r.entry DESC LIMIT 1",
            (source,),
        ).get
        return (
            () if body is None else msgspec.json.decode(body, type=_HasSentences).reading.sentences
        )

    def _journal_text(self, identifier: str) -> str:
        body = self._connection.execute(
            "SELECT e.body FROM text t JOIN entry e ON e.number = t.entry WHERE t.id = ?",
            (identifier,),
        ).get
        return msgspec.json.decode(body, type=_HasCharacters).characters


class _Sentences(msgspec.Struct):
    sentences: Spans = ()


class _HasSentences(msgspec.Struct):
    reading: _Sentences


class _HasCharacters(msgspec.Struct):
    characters: str


def _no_valid(force: Clause) -> Clause:
    """Leave valid time aside: a judgement or a count of rows has none."""
    sql = force.sql.split(" AND ({view}.first")[0]
    return Clause(sql, {k: v for k, v in force.values.items() if k != "valid"}, force.key)


def _statement_row(row: tuple, labels: dict[str, str]) -> StatementRow:  # type: ignore[type-arg]
    source, cue, content, hedges = msgspec.json.decode(
        row[17], type=tuple[Spans, Spans, Spans, Spans]
    )
    return StatementRow(
        id=StatementId(row[0]),
        source=SourceId(row[1]),
        source_label=labels.get(row[1], row[1]),
        text=TextId(row[2]),
        at=Span(row[3], row[4]),
        mention=row[5],
        speaker=row[6],
        naming=Naming(row[7]),
        actor=None,
        actor_name="",
        cue=row[8],
        content=row[9],
        source_spans=source,
        cue_spans=cue,
        content_spans=content,
        hedge_spans=hedges,
        mode=Mode(row[10]),
        act=SpeechAct(row[11]),
        polarity=Polarity(row[12]),
        commitment=Commitment(row[13]),
        made=None if row[14] is None else msgspec.json.decode(row[14], type=When),
        parent=row[15],
        chain=_strings(row[16]),
        known=row[18],
        reader=row[19],
        hedges=_strings(row[20]),
    )


def _strings(body: bytes | None) -> tuple[str, ...]:
    return () if body is None else tuple(msgspec.json.decode(body, type=list[str]))


class _Around:
    """Finds which statement's content holds a place, without looking at every statement."""

    def __init__(self, rows: Iterable[StatementRow]) -> None:
        self._pieces = sorted(
            ((piece, row) for row in rows for piece in row.content_spans), key=lambda pair: pair[0]
        )
        self._starts = [piece.start for piece, _ in self._pieces]
        # How far any piece up to here reaches: where it ends before the place, none further left
        # can hold it.
        self._reach = list(accumulate((piece.end for piece, _ in self._pieces), max))

    def narrowest(self, span: Span) -> StatementRow | None:
        holding = []
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] >= span.end:
            piece, row = self._pieces[at]
            if piece.holds(span):
                holding.append(row)
            at -= 1
        return min(holding, key=_breadth, default=None)


def _breadth(row: StatementRow) -> int:
    return sum(span.end - span.start for span in row.content_spans)


def _versioned(rows: list[SourceRow]) -> list[SourceRow]:
    """Number the versions of each address in the order in which they came to be known."""
    by_address: dict[str, list[SourceRow]] = defaultdict(list)
    for row in rows:
        address: Attested | None = row.metadata.address
        if address is not None:
            by_address[address.value].append(row)
    numbered = {}
    for same in by_address.values():
        for version, row in enumerate(same, 1):
            numbered[row.id] = replace(row, version=version, versions=len(same))
    return [numbered.get(row.id, row) for row in rows]


_TERM = re.compile(r'"([^"]+)"|“([^”]+)”|(\S+)')


def _terms(query: str) -> list[str]:
    return [next(part for part in found if part) for found in _TERM.findall(query)]


def _match(query: str) -> str:
    """Write a query for FTS5: every term in quotation marks, so that nothing is an operator."""
    terms = [re.sub(r'["\x00]', " ", term).strip() for term in _terms(query)]
    return " ".join(f'"{term}"' for term in terms if any(map(str.isalnum, term)))


def _places(query: str, characters: str, block: Span) -> Spans:
    """Find where the terms of a query stand in a block, letter case and accents aside."""
    words, origin = _plain(block.of(characters))
    found = set()
    for term in _terms(query):
        pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", _plain(term)[0])))
        for at in re.finditer(pattern, words) if pattern else ():
            found.add(Span(origin[at.start()], origin[at.end()]).shifted(block.start))
    return tuple(sorted(found))


def _plain(words: str) -> tuple[str, list[int]]:
    """Leave out accents and letter case; give for each place, and the end, where it was before."""
    plain, origin = [], []
    for at, letter in enumerate(words):
        for part in unicodedata.normalize("NFKD", letter.casefold()):
            if not unicodedata.combining(part):
                plain.append(part)
                origin.append(at)
    return "".join(plain), [*origin, len(words)]
