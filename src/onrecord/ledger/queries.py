"""Asks the views: rows as of both clocks, each with its words and whose they are."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

import apsw
import msgspec

from onrecord.core.dates import When
from onrecord.core.events import EventRow, MatterRow
from onrecord.core.findings import FoundRow
from onrecord.core.flows import HopRow, IdentityRow
from onrecord.core.identity import MentionId, SourceId, TextId
from onrecord.core.rows import (
    QuantityRow,
    QuestionRow,
    ReplyRow,
    SourceRow,
    StatementRow,
    Tally,
    TimelineRow,
)
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    ActorKind,
    AsOf,
    Judgement,
    Mention,
    Metadata,
    Naming,
)
from onrecord.core.vocabulary.statements import PROPOSED_BELOW, is_proposed
from onrecord.ledger import anchors, event_rows, flow_rows, quantity_rows, question_rows
from onrecord.ledger.clocks import Clause, Decisions, clause, decisions
from onrecord.ledger.entered_rows import mended
from onrecord.ledger.made_rows import (
    Around,
    Held,
    Selected,
    nobody,
    reply_row,
    statement_row,
    versioned,
)
from onrecord.ledger.record import Journal
from onrecord.ledger.store import plainly
from onrecord.ledger.tenures import Tenures

_STATEMENT = (
    's.id, s.source, r.text, s.start, s."end", s.mention, s.speaker, s.naming, s.cue, s.content,'
    " s.mode, s.act, s.polarity, s.commitment, s.made, s.parent, s.chain, s.spans, s.known,"
    " r.reader, s.hedges, s.addressee, s.sureness, s.duplicate_of, r.hand"
)
_KIND = {one.value: one for one in ActorKind}
_NAMING = {one.value: one for one in Naming}
_FROM_STATEMENT = "FROM statement s JOIN reading r ON r.entry = s.entry"


class Queries:
    """Answers from the views of one open case."""

    def __init__(self, file: Path, connection: apsw.Connection, journal: Journal) -> None:
        self._file, self._connection, self._journal = file, connection, journal
        self._decided = lru_cache(maxsize=8)(partial(decisions, connection))
        self._clause = lru_cache(maxsize=8)(self._made)
        self._labels = lru_cache(maxsize=4)(self._labelled)

    def clause(self, as_of: AsOf) -> Clause:
        """Say which rows are in force as of both clocks; most questions begin with it."""
        with plainly(self._file):
            return self._clause(as_of, self._journal.head().digest)

    def _made(self, as_of: AsOf, _head: str) -> Clause:
        return clause(self._connection, self._journal, as_of, self._decided)

    def _force(self, as_of: AsOf, rejected: bool) -> Clause:
        force = self.clause(as_of)
        return force.rejected() if rejected else force

    def _rows(self, sql: str, values: dict[str, apsw.SQLiteValue]) -> Iterator[Selected]:
        with plainly(self._file):
            yield from self._connection.execute(sql, values)

    def _in_force(
        self, columns: str, table: str, as_of: AsOf, rejected: bool = False
    ) -> list[Selected]:
        """Give the rows of a view in force, in their order; `table` ends with its letter."""
        letter = table[-1]
        force = self._force(as_of, rejected)
        return list(
            self._rows(
                f"SELECT {columns} FROM {table} WHERE {force.found_on(letter)}"
                f" ORDER BY {letter}.known, {letter}.row",
                force.values,
            )
        )

    def sources(self, as_of: AsOf) -> list[SourceRow]:
        """List sources, earliest known first. Those under one address are versions of one page.

        Of those published after the asked valid time, the ones that report something of before.
        """
        force = self.clause(as_of)
        counts: Counter[str] = Counter()
        proposed: Counter[str] = Counter()
        tenures: Counter[str] = Counter()
        for source, count, proposals, held in self._rows(
            "SELECT r.source, r.statements, r.proposals, r.tenures FROM reading r"
            f" WHERE {force.known_on('r')}",
            force.values,
        ):
            counts[source] += count
            proposed[source] += proposals
            tenures[source] += held
        for source, count, proposals, held in self._recounted(force):
            counts[source], proposed[source], tenures[source] = count, proposals, held
        rows = [
            self._source_row(row, counts, proposed, tenures)
            for row in self._rows(
                "SELECT s.id, s.name, s.media_type, s.size, s.sha256, s.known, s.entered,"
                " s.metadata, s.text, s.refusal, coalesce(t.words, 0), s.parent FROM source s"
                f" LEFT JOIN text t ON t.id = s.text WHERE {force.cited_on('s')}"
                " ORDER BY s.known, s.entry",
                force.values,
            )
        ]
        return versioned(rows)

    def _recounted(self, force: Clause) -> Iterator[Selected]:
        """Count anew what stands in the sources of which a person confirmed or rejected a row."""
        decided = force.decisions.confirmed | force.decisions.rejected
        if not decided:
            return
        values = {
            **force.values,
            "decided": json.dumps(sorted(decided)),
            "confirmed": json.dumps(sorted(force.decisions.confirmed)),
            "below": PROPOSED_BELOW,
        }
        yield from self._rows(
            "WITH touched AS ("
            " SELECT s.source FROM json_each(:decided) JOIN statement s ON s.id = value"
            " UNION SELECT t.source FROM json_each(:decided) JOIN tenure t ON t.id = value)"
            ", said AS (SELECT s.source, s.sureness < :below"
            " AND s.id NOT IN (SELECT value FROM json_each(:confirmed)) AS proposed"
            f" FROM statement s WHERE {replace(force, valid='').found_on('s')}"
            " AND (s.duplicate_of IS NULL"
            " OR s.duplicate_of IN (SELECT value FROM json_each(:rejected)))"
            " AND s.source IN (SELECT source FROM touched))"
            " SELECT source, (SELECT count(*) FROM said WHERE said.source = touched.source),"
            " (SELECT coalesce(sum(proposed), 0) FROM said WHERE said.source = touched.source),"
            " (SELECT count(*) FROM tenure t WHERE t.source = touched.source"
            f" AND {replace(force, valid='').found_on('t')}) FROM touched",
            values,
        )

    def _source_row(
        self,
        row: Selected,
        counts: Counter[str],
        proposed: Counter[str],
        tenures: Counter[str],
    ) -> SourceRow:
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
            proposals=proposed[row[0]],
            tenures=tenures[row[0]],
        )

    def labels(self, as_of: AsOf) -> dict[str, str]:
        """Name every source known by then in a few words, whenever it was published."""
        known = AsOf(known=as_of.known)
        return dict(self._labels(known, self.clause(known).key))

    def _labelled(self, known: AsOf, _key: str) -> dict[str, str]:
        return {row.id: row.label for row in self.sources(known)}

    def text_of(self, source: str) -> TextId | None:
        """Name the text of a source in force; None: there is no such source, or it has none."""
        force = self.clause(AsOf())
        sql = f"SELECT s.text FROM source s WHERE s.id = :source AND {force.known_on('s')}"
        return next((row[0] for row in self._rows(sql, {**force.values, "source": source})), None)

    def statements(
        self,
        as_of: AsOf,
        *,
        source: str | None = None,
        ids: set[str] | None = None,
        labels: dict[str, str] | None = None,
        rejected: bool = False,
        held: Held = nobody,
    ) -> Iterator[StatementRow]:
        """List statements in the order in which they came to be known, then of the text.

        Args:
            rejected: those that a person rejected instead.
            held: gives who is held to make them: to change so many rows later costs as much as to
                make them.
        """
        force = self._force(as_of, rejected)
        labels = self.labels(as_of) if labels is None else labels
        if rejected or ids is not None:
            values, which = dict(force.values), force.found_on("s")
            if source is not None:
                which += " AND s.source = :source"
                values["source"] = source
            if ids is not None:
                which += " AND s.id IN (SELECT value FROM json_each(:ids))"
                values["ids"] = json.dumps(sorted(ids))
            rows = self._rows(
                f"SELECT {_STATEMENT} {_FROM_STATEMENT} WHERE {which} ORDER BY s.known, s.row",
                values,
            )
        else:
            rows = self._read_in(force, source)
        for row in rows:
            yield statement_row(row, labels, force.decisions, held)

    def speakers(self, as_of: AsOf) -> Iterator[tuple[tuple[SourceId, MentionId], bool]]:
        """Give of each statement that repeats no other by which mention it is made, if by one.

        And whether it is only proposed. No row is made of it: who counts statements has no need.
        """
        for source, mention, proposed, repeats in self._counted(as_of):
            if mention is not None and not repeats:
                yield (source, mention), proposed

    def tally(self, as_of: AsOf) -> Tally:
        """Count the statements that `statements` lists; no row is made of any."""
        duplicates = statements = proposals = 0
        for _, _, proposed, repeats in self._counted(as_of):
            duplicates += repeats
            statements += not repeats
            proposals += proposed and not repeats
        return Tally(statements=statements, proposals=proposals, duplicates=duplicates)

    def _counted(self, as_of: AsOf) -> Iterator[tuple[SourceId, MentionId | None, bool, bool]]:
        """Give of each statement source and mention, whether it is proposed, whether it repeats."""
        force = self.clause(as_of)
        decided = force.decisions
        for id, source, mention, sureness, repeats in self._rows(
            f"SELECT s.id, s.source, s.mention, s.sureness, s.duplicate_of {_FROM_STATEMENT}"
            f" WHERE {force.known_on('r')}{force.of_row('s')}",
            force.values,
        ):
            proposed = is_proposed(sureness, confirmed=id in decided.confirmed)
            yield source, mention, proposed, repeats is not None and repeats not in decided.rejected

    def _read_in(self, force: Clause, source: str | None) -> Iterator[Selected]:
        """Give the rows of statements reading by reading, which is their order.

        Nothing is sorted, so that who wants the first of many waits for no more.
        """
        entries = self._rows(
            f"SELECT r.entry FROM reading r WHERE {force.known_on('r')}"
            f"{' AND r.source = :source' if source else ''}"
            " ORDER BY r.known, r.entry",
            {**force.values, "source": source} if source else force.values,
        )
        found = f"SELECT {_STATEMENT} {_FROM_STATEMENT} WHERE s.entry = :entry{force.of_row('s')}"
        for (entry,) in list(entries):
            yield from self._rows(f"{found} ORDER BY s.row", {**force.values, "entry": entry})

    def statements_at(
        self, as_of: AsOf, places: list[tuple[str, Span]], labels: dict[str, str]
    ) -> dict[tuple[str, Span], StatementRow]:
        """Give for each place the narrowest statement whose content holds it, if there is one."""
        wanted: defaultdict[str, list[Span]] = defaultdict(list)
        for source, span in places:
            wanted[source].append(span)
        force, found = self.clause(as_of), {}
        for source, spans in wanted.items():
            around = Around(self._read_in(force, source))
            made: dict[str, StatementRow] = {}
            for span in spans:
                if (row := around.narrowest(span)) is not None:
                    if row[0] not in made:  # a row is dear to make: of most nobody asks
                        made[row[0]] = statement_row(row, labels, force.decisions)
                    found[source, span] = made[row[0]]
        return found

    def mentions(self, as_of: AsOf) -> list[tuple[SourceId, str, Mention]]:
        """List mentions with their source and the day they became known, in the order they came.

        Those entered by hand come after those that a reader found in their source.
        """
        force = self.clause(as_of)
        rows = (
            (
                (
                    row[0],
                    row[1],
                    Mention(
                        id=MentionId(row[2]),
                        at=Span(row[3], row[4]),
                        name=row[5],
                        title=row[6],
                        kind=_KIND[row[7]],
                        naming=_NAMING[row[8]],
                        same_as=row[9],
                    ),
                ),
                bool(row[10]),
            )
            for row in self._rows(
                # A text that was read again keeps its place: whom it founded, it founds still.
                "WITH came AS (SELECT r.source, r.known, min(r.entry) AS entry FROM reading r"
                " WHERE r.known <= :known AND r.hand = ''"
                " AND r.operation NOT IN (SELECT value FROM json_each(:undone)) GROUP BY r.source)"
                ", hand AS (SELECT entry FROM reading WHERE hand <> '')"
                ' SELECT m.source, m.known, m.id, m.start, m."end", m.name, m.title, m.kind,'
                " m.naming, m.same_as, m.entry IN hand FROM mention m"
                " JOIN came c ON c.source = m.source"
                f" WHERE {force.on('m')} ORDER BY c.known, c.entry, m.entry IN hand, m.row",
                force.values,
            )
        )
        decided = force.decisions
        return list(mended(rows, decided.rejected, decided.in_place.instead))

    def readings(self, as_of: AsOf) -> dict[str, tuple[int, str]]:
        """Give for each source that was read the entry of its reading in force, and the reader."""
        force = self.clause(as_of)
        return {
            row[0]: (row[1], row[2])
            for row in self._rows(
                "SELECT r.source, r.entry, r.reader FROM reading r"
                f" WHERE {force.known_on('r')} AND r.hand = ''",
                force.values,
            )
        }

    def judgements(self, as_of: AsOf) -> list[Judgement]:
        """List the judgements in force, in the order in which they were given.

        They are about the rows as they are read now; an anchor that nothing has any more stays.
        """
        return self.clause(as_of).decisions.judgements

    def places(self, ids: Iterable[str]) -> dict[str, tuple[str, str, Span]]:
        """Say where rows stand or stood, whoever read them: in which source and text, at what span.

        Args:
            ids: of rows that readers find; others are left out.
        """
        found: dict[str, tuple[str, str, Span]] = {}
        wanted: defaultdict[str, list[str]] = defaultdict(list)
        for one in ids:
            if (view := anchors.VIEW_OF.get(anchors.kind(one))) is not None:
                wanted[view].append(one)
        for view, some in wanted.items():
            for row in self._rows(
                f'SELECT v.id, v.source, r.text, v.start, v."end" FROM json_each(:ids)'
                f" JOIN {view} v ON v.id = value JOIN reading r ON r.entry = v.entry"
                " ORDER BY v.row",
                {"ids": json.dumps(sorted(some))},
            ):
                found.setdefault(row[0], (row[1], row[2], Span(row[3], row[4])))
        return found

    def decisions(self, as_of: AsOf) -> Decisions:
        """Give the same as they were given, and what they come to."""
        return self.clause(as_of).decisions

    def replies(self, as_of: AsOf, *, rejected: bool = False) -> list[ReplyRow]:
        """List who was asked and what came of it, or only what a person rejected of that."""
        force = self._force(as_of, rejected)
        labels = self.labels(as_of)
        return [
            reply_row(row, labels, force.decisions.moved)
            for row in self._rows(
                'SELECT p.id, p.source, p.start, p."end", p.parties, p.outcome, p.words, p.spans,'
                f" p.made FROM reply p WHERE {force.found_on('p')} ORDER BY p.known, p.row",
                force.values,
            )
        ]

    def tenures(self, as_of: AsOf) -> Tenures:
        """Give what answers questions on posts, as of both clocks."""
        labels = self.labels(as_of)
        return Tenures(
            self._file,
            self._connection,
            self.clause(as_of),
            labels,
            lambda ids: self._carrying(as_of, {*ids}, labels),
        )

    def quantities(self, as_of: AsOf, *, rejected: bool = False) -> list[QuantityRow]:
        """List what is counted and measured, each in its sentence and with whose words it is.

        Args:
            rejected: what a person rejected of it instead; so for questions.
        """
        labels = self.labels(as_of)
        rows = self._in_force(quantity_rows.COLUMNS, "quantity q", as_of, rejected)
        places = [(row[0], quantity_rows.quantity_of(row).at) for row in rows]
        said = self.statements_at(as_of, places, labels)
        return [
            quantity_rows.shown(row, labels, said.get(place))
            for row, place in zip(rows, places, strict=True)
        ]

    def questions(self, as_of: AsOf, *, rejected: bool = False) -> list[QuestionRow]:
        """List what is asked, with the statement by which it is."""
        labels, moved = self.labels(as_of), self.clause(as_of).decisions.moved
        rows = self._in_force(question_rows.COLUMNS, "question q", as_of, rejected)
        by_place = self._carrying(as_of, {row[-1] for row in rows}, labels, as_of)
        return [
            question_rows.shown(row, labels, by_place[row[1], row[-1]], moved)
            for row in rows
            if (row[1], row[-1]) in by_place
        ]

    def hops(self, as_of: AsOf) -> list[HopRow]:
        """List what is told to have passed, each hop with the statement that carries it.

        Valid time bounds the passing, not the statement, which may have been made long after.
        """
        labels, moved = self.labels(as_of), self.clause(as_of).decisions.moved
        rows = self._in_force(flow_rows.HOPS, "hop h", as_of)
        said = self._carrying(as_of, {row[-1] for row in rows}, labels)
        return [
            flow_rows.hop_row(row, labels, said.get((row[2], row[-1])), moved)
            for row in rows
            if row[-1] is None or (row[2], row[-1]) in said
        ]

    def events(self, as_of: AsOf, *, rejected: bool = False) -> list[EventRow]:
        """List what is told to have happened, each event with the statement that carries it.

        Valid time bounds the event, not the statement; what has no day holds from when it was told.
        """
        labels, moved = self.labels(as_of), self.clause(as_of).decisions.moved
        rows = self._in_force(event_rows.EVENTS, "event v", as_of, rejected)
        said = self._carrying(as_of, {row[-1] for row in rows}, labels)
        return [
            event_rows.event_row(row, labels, said.get((row[1], row[-1])), moved)
            for row in rows
            if row[-1] is None or (row[1], row[-1]) in said
        ]

    def findings(self, as_of: AsOf, *, rejected: bool = False) -> list[FoundRow]:
        """List what texts tell to have been found of a test, with the statement that reports it."""
        labels, moved = self.labels(as_of), self.clause(as_of).decisions.moved
        rows = self._in_force(event_rows.FINDINGS, "finding f", as_of, rejected)
        said = self._carrying(as_of, {row[-1] for row in rows}, labels)
        return [
            event_rows.finding_row(row, labels, said.get((row[1], row[-1])), moved)
            for row in rows
            if row[-1] is None or (row[1], row[-1]) in said
        ]

    def matters(self, as_of: AsOf) -> list[MatterRow]:
        """List the proceedings as each source tells of them."""
        rows = self._in_force(event_rows.MATTERS, "proceeding p", as_of)
        return [event_rows.matter_row(row) for row in rows]

    def identities(self, as_of: AsOf) -> list[IdentityRow]:
        """List who is held to be whom, with the statement that says so."""
        labels, force = self.labels(as_of), self.clause(as_of)
        rows = list(
            self._rows(
                f"SELECT {flow_rows.IDENTITIES} FROM identity i WHERE {force.found_on('i')}"
                " ORDER BY i.known, i.row",
                force.values,
            )
        )
        said = self._carrying(as_of, {row[-1] for row in rows}, labels)
        return [
            flow_rows.identity_row(row, labels, said.get((row[1], row[-1])))
            for row in rows
            if row[-1] is None or (row[1], row[-1]) in said
        ]

    def _carrying(
        self,
        as_of: AsOf,
        ids: set[str | None],
        labels: dict[str, str],
        said_by: AsOf | None = None,
    ) -> dict[tuple[str, str], StatementRow]:
        """Give statements by source and id, also under the ids of what they stand in place of.

        Args:
            said_by: None: whenever they were made.
        """
        instead = self.clause(as_of).decisions.in_place.instead
        wanted = {one for one in ids if one is not None}
        if not wanted:
            return {}
        asked = wanted | {instead[one] for one in wanted & instead.keys()}
        when = said_by or AsOf(known=as_of.known)
        rows = self.statements(when, ids=asked, labels=labels)
        said: dict[tuple[str, str], StatementRow] = {(row.source, row.id): row for row in rows}
        for one in wanted & instead.keys():
            found = [(row.source, row) for row in said.values() if row.id == instead[one]]
            said.update({(source, one): row for source, row in found})
        return said

    def dated(self, as_of: AsOf) -> list[TimelineRow]:
        """List the dates that the texts give, each in its sentence and with whose words it is."""
        force = self.clause(as_of)
        labels = self.labels(as_of)
        rows = list(
            self._rows(
                'SELECT d.source, d.start, d."end", d.sentence_start, d.sentence_end, d.sentence,'
                ' d."when", r.hand, d.id FROM dated d JOIN reading r ON r.entry = d.entry'
                f" WHERE {force.found_on('d')} ORDER BY d.known, d.row",
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
                source_label=labels[row[0]],
                words=row[5],
                at=Span(row[3], row[4]),
                statement=said.get((row[0], Span(row[1], row[2]))),
                id=row[8],
                entered_by=row[7],
            )
            for row in rows
        ]
