"""A record to show that is held in memory and built piece by piece, as a case would have it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from onrecord.case import Origins
from onrecord.core.activity import ActivityRow
from onrecord.core.answers import AnsweredRow
from onrecord.core.auditing import AuditRow
from onrecord.core.chains import ChainRow
from onrecord.core.claims import ClaimLine, ClaimRow
from onrecord.core.dates import When
from onrecord.core.events import ProceedingRow
from onrecord.core.grading import Grade
from onrecord.core.hypotheses import Matrix
from onrecord.core.identity import (
    ActorId,
    RowId,
    SourceId,
    actor_id,
    anchored,
    mention_id,
    sha256,
    source_id,
    statement_id,
    text_id,
)
from onrecord.core.judged import JudgementRow
from onrecord.core.posts import Named
from onrecord.core.rows import (
    ActorRow,
    ArrowRow,
    CarriedRows,
    ClaimPages,
    DifferenceRow,
    Head,
    IdentityRow,
    Party,
    ProposalRow,
    QuantityRow,
    ReplyRow,
    SourceRow,
    StatementRow,
    Tally,
    Teller,
    TenureRow,
    TestRow,
    TimelineRow,
)
from onrecord.core.spans import Span, words_of
from onrecord.core.standings import ClaimPage
from onrecord.core.vocabulary import (
    ActorKind,
    AsOf,
    Attested,
    Basis,
    Block,
    BlockKind,
    Bound,
    Commitment,
    Metadata,
    Mode,
    Naming,
    Origin,
    Outcome,
    Polarity,
    SpeechAct,
    Text,
)

READER = "trained 1"


@dataclass
class JudgedByNobody:
    """No judgement at all."""

    rows: list[JudgementRow] = field(default_factory=list)
    grades: dict[str, tuple[Grade, ...]] = field(default_factory=dict)
    hypotheses: Matrix = field(
        default_factory=lambda: Matrix(
            hypotheses=(), evidence=(), people=(), scores=(), order={}, matters={}
        )
    )
    audited: list[AuditRow] = field(default_factory=list)


@dataclass
class InventedRecord:
    """A record held in memory, built piece by piece."""

    name: str = "The Harrowmere Lock inquiry"
    source_rows: list[SourceRow] = field(default_factory=list)
    statement_rows: list[StatementRow] = field(default_factory=list)
    reply_rows: list[ReplyRow] = field(default_factory=list)
    timeline_rows: list[TimelineRow] = field(default_factory=list)
    tenure_rows: list[TenureRow] = field(default_factory=list)
    quantity_rows: list[QuantityRow] = field(default_factory=list)
    origin_rows: list[Origin] = field(default_factory=list)
    arrow_rows: list[ArrowRow] = field(default_factory=list)
    proceeding_rows: list[ProceedingRow] = field(default_factory=list)
    texts: dict[SourceId, Text] = field(default_factory=dict)
    people: dict[str, dict[str, Any]] = field(default_factory=dict)

    # --- what a Record offers ---

    def head(self) -> Head:
        digest = sha256(repr((self.name, self.source_rows, self.statement_rows)).encode())
        return Head(batches=len(self.source_rows), entries=4 * len(self.source_rows), digest=digest)

    def sources(self, as_of: AsOf = AsOf()) -> list[SourceRow]:
        return list(self.source_rows)

    def statements(self, as_of: AsOf = AsOf()) -> list[StatementRow]:
        return list(self.statement_rows)

    def replies(self, as_of: AsOf = AsOf()) -> list[ReplyRow]:
        return list(self.reply_rows)

    def proposals(self, as_of: AsOf = AsOf()) -> list[ProposalRow]:
        return []

    def identities(self, as_of: AsOf = AsOf()) -> list[IdentityRow]:
        return []

    def actors(self, as_of: AsOf = AsOf()) -> list[ActorRow]:
        said = {
            found["id"]: Tally.of(row for row in self.statement_rows if row.actor == found["id"])
            for found in self.people.values()
        }
        return [
            ActorRow(
                id=found["id"],
                name=name,
                names=tuple(dict.fromkeys([name, *found["names"]])),
                kind=found["kind"],
                naming=found["naming"],
                titles=found["titles"],
                statements=said[found["id"]].statements,
                proposals=said[found["id"]].proposals,
                mentions=tuple(sorted(found["mentions"])),
                because=("the same full name in both",) if len(found["mentions"]) > 1 else (),
            )
            for name, found in self.people.items()
        ]

    def timeline(self, as_of: AsOf = AsOf()) -> list[TimelineRow]:
        return list(self.timeline_rows)

    def quantities(self, as_of: AsOf = AsOf()) -> list[QuantityRow]:
        return self.quantity_rows

    def judging(self, as_of: AsOf = AsOf()) -> JudgedByNobody:
        return JudgedByNobody()

    def answered(self, as_of: AsOf = AsOf()) -> list[AnsweredRow]:
        return []

    def chains(self, as_of: AsOf = AsOf()) -> list[ChainRow]:
        return []

    def activity(self, as_of: AsOf = AsOf()) -> list[ActivityRow]:
        return []

    def decided_on(self, as_of: AsOf = AsOf()) -> dict[ActorId, list[JudgementRow]]:
        return {}

    def spoken_to(self, as_of: AsOf = AsOf()) -> dict[str, list[ClaimLine]]:
        return {}

    def origins(self, as_of: AsOf = AsOf()) -> list[Origin]:
        return list(self.origin_rows)

    def claimed(self, as_of: AsOf = AsOf()) -> ClaimPages:
        return ClaimPages(rows=(), alone=0, moves=(), page=_none_is_claimed)

    def carried(self, as_of: AsOf = AsOf()) -> CarriedRows:
        return Origins(self.source_rows, self.statement_rows, lambda row: self.texts[row.id])

    def differing(self, as_of: AsOf = AsOf()) -> list[DifferenceRow]:
        return []

    def tested(self, as_of: AsOf = AsOf()) -> list[TestRow]:
        return []

    def proceedings(self, as_of: AsOf = AsOf()) -> list[ProceedingRow]:
        return list(self.proceeding_rows)

    def arrows(self, as_of: AsOf = AsOf()) -> list[ArrowRow]:
        return list(self.arrow_rows)

    def tenures(self, as_of: AsOf = AsOf()) -> dict[ActorId, list[TenureRow]]:
        held: dict[ActorId, list[TenureRow]] = {}
        for row in self.tenure_rows:
            if row.actor is not None:
                held.setdefault(row.actor, []).append(row)
        return held

    def text(self, source: SourceId) -> Text:
        return self.texts[source]

    def raw(self, source: SourceId) -> bytes:
        return self.texts[source].characters.encode("utf-8", "surrogatepass")

    # --- building ---

    def document(
        self, name: str, outlet: str, published: str, blocks: list[tuple[BlockKind, str]]
    ) -> SourceId:
        """Add a source that was read; its first headline is its title."""
        characters, placed = "", []
        for kind, words in blocks:
            placed.append(Block(kind, Span(len(characters), len(characters) + len(words))))
            characters += words + "\n\n"
        raw = f"{name}\n{characters}".encode("utf-8", "surrogatepass")
        source = source_id(raw)
        self.texts[source] = Text(
            id=text_id(characters), characters=characters, blocks=tuple(placed)
        )
        title = next((words for kind, words in blocks if kind is BlockKind.HEADLINE), None)
        self.source_rows.append(
            SourceRow(
                id=source,
                name=name,
                media_type="text/html",
                size=len(raw),
                sha256=sha256(raw),
                known="2025-02-03",
                entered="2025-02-03T10:00:00Z",
                metadata=Metadata(
                    title=Attested(title, Basis.JSON_LD) if title else None,
                    outlet=Attested(outlet, Basis.META) if outlet else None,
                    published=Attested(published, Basis.JSON_LD) if published else None,
                    byline=Attested("By Perrin Lusk", Basis.VISIBLE) if outlet else None,
                    language=Attested("en", Basis.META),
                    address=Attested(f"https://news.invalid/{name}", Basis.TOLD),
                ),
                text=self.texts[source].id,
                refusal=None,
                words=len(characters.split()),
            )
        )
        if published:
            self._date(source, published, "published", "published on this day")
        return source

    def refuse(self, name: str, reason: str) -> None:
        raw = name.encode("utf-8", "surrogatepass")
        self.source_rows.append(
            SourceRow(
                id=source_id(raw),
                name=name,
                media_type="application/pdf",
                size=len(raw),
                sha256=sha256(raw),
                known="2025-02-03",
                entered="2025-02-03T10:00:00Z",
                metadata=Metadata(),
                text=None,
                refusal=reason,
            )
        )

    def person(
        self,
        name: str,
        *places: tuple[SourceId, str],
        titles: tuple[str, ...] = (),
        kind: ActorKind = ActorKind.PERSON,
        naming: Naming = Naming.NAMED,
    ) -> ActorId:
        mentions = [(source, self.find(source, words)) for source, words in places]
        founder = mention_id(self.texts[mentions[0][0]].id, mentions[0][1])
        self.people[name] = {
            "id": actor_id(founder),
            "names": [words for _, words in places],
            "kind": kind,
            "naming": naming,
            "titles": titles,
            "mentions": mentions,
        }
        return actor_id(founder)

    def say(
        self,
        source: SourceId,
        speaker: str,
        cue: str,
        *content: str,
        within: StatementRow | None = None,
        **more: Any,
    ) -> StatementRow:
        """Add a statement; its words are looked up in the text."""
        text = self.texts[source]
        spans = tuple(self.find(source, words) for words in content)
        cue_spans = (self.find(source, cue, near=spans[0].start),) if cue else ()
        source_spans = (self.find(source, speaker, near=spans[0].start),) if speaker else ()
        every = spans + cue_spans + source_spans
        known_as = more.pop("named", speaker)
        found = self.people.get(known_as)
        row = StatementRow(
            id=statement_id(text.id, source_spans, cue_spans, spans),
            source=source,
            source_label=self.row(source).label,
            text=text.id,
            speaker=speaker,
            naming=more.pop("naming", found["naming"] if found else Naming.AGENTLESS),
            actor=found["id"] if found else None,
            actor_name=known_as if found else "",
            cue=cue,
            content=words_of(spans, text.characters),
            at=Span(min(s.start for s in every), max(s.end for s in every)),
            content_spans=spans,
            source_spans=source_spans,
            cue_spans=cue_spans,
            hedge_spans=tuple(
                self.find(source, words, near=spans[0].start) for words in more.get("hedges", ())
            ),
            mention=mention_id(text.id, source_spans[0]) if source_spans else None,
            mode=more.pop("mode", Mode.INDIRECT),
            act=more.pop("act", SpeechAct.ASSERTS),
            polarity=more.pop("polarity", Polarity.POSITIVE),
            commitment=more.pop("commitment", Commitment.NOT_STATED),
            hedges=more.pop("hedges", ()),
            made=When.of(made) if (made := more.pop("made", "")) else None,
            parent=within.id if within else None,
            chain=(*within.chain, _teller(within)) if within else (),
            reader=READER,
            known="2025-02-03",
            **more,
        )
        self.statement_rows.append(row)
        if row.made is not None:
            self.timeline_rows.append(
                TimelineRow(
                    when=row.made,
                    kind="said",
                    source=source,
                    source_label=row.source_label,
                    words=row.content,
                    at=row.at,
                    statement=row,
                )
            )
        old = self.row(source)
        self.source_rows[self.source_rows.index(old)] = replace(
            old,
            statements=old.statements + (row.duplicate_of is None),
            proposals=old.proposals + (row.proposed and row.duplicate_of is None),
        )
        return row

    def party(self, words: str) -> Party:
        found = self.people.get(words, {})
        return Party(
            words=words,
            naming=found.get("naming", Naming.NAMED),
            actor=found.get("id"),
            actor_name=words if found else "",
        )

    def reply(
        self,
        source: SourceId,
        asked: str,
        outcome: Outcome,
        words: str,
        asked_by: str = "",
        through: str = "",
    ) -> None:
        at = self.find(source, words)
        self.reply_rows.append(
            ReplyRow(
                id=RowId(anchored("rep", self.texts[source].id, [at])),
                source=source,
                source_label=self.row(source).label,
                asked=self.party(asked),
                outcome=outcome,
                words=words,
                at=at,
                spans=(at,),
                asked_by=self.party(asked_by) if asked_by else None,
                through=self.party(through) if through else None,
            )
        )

    def date(
        self,
        source: SourceId,
        words: str,
        edtf: str | None,
        statement: StatementRow | None = None,
    ) -> None:
        """Add a date found in the text; None for one that was not resolved."""
        at = self.find(source, words)
        when = When(edtf=edtf, words=words, anchor="2024-04-09") if edtf else None
        self.timeline_rows.append(
            TimelineRow(
                when=when,
                kind="in the text",
                source=source,
                source_label=self.row(source).label,
                words=words,
                at=at,
                statement=statement,
            )
        )

    def post(
        self,
        source: SourceId,
        name: str,
        words: str,
        held: str,
        *cited: str,
        statement: StatementRow | None = None,
    ) -> None:
        """Add a tenure found in the text: the words are its post."""
        at = self.find(source, words)
        self.tenure_rows.append(
            TenureRow(
                id=RowId(anchored("ten", self.texts[source].id, [at])),
                source=source,
                source_label=self.row(source).label,
                text=self.texts[source].id,
                at=at,
                around=at,
                names=(Named(name=name),),
                post=words,
                body="",
                held=When.of(held),
                cited=tuple(map(When.of, cited)),
                listed=False,
                known="2025-02-03",
                reader=READER,
                seen=When.of("2024-04-09").first or 0,
                actor=self.people[name]["id"],
                statement=statement,
            )
        )

    def count(self, source: SourceId, words: str, statement: StatementRow | None = None) -> None:
        """Add a quantity found in the text: one of what the words are."""
        at = self.find(source, words)
        self.quantity_rows.append(
            QuantityRow(
                id=RowId(anchored("qty", self.row(source).text or text_id(""), [at])),
                source=source,
                source_label=self.row(source).label,
                counted=words,
                words=words,
                at=at,
                around=at,
                bound=Bound.EXACTLY,
                number=1,
                most=None,
                unit="",
                item=words,
                owner="",
                mention=None,
                statement=statement,
            )
        )

    def row(self, source: SourceId) -> SourceRow:
        return next(row for row in self.source_rows if row.id == source)

    def find(self, source: SourceId, words: str, near: int = 0) -> Span:
        text = self.texts[source].characters
        places = [i for i in range(len(text)) if text.startswith(words, i)]
        assert places, f"{words!r} is not in the document"
        start = min(places, key=lambda place: abs(place - near))
        return Span(start, start + len(words))

    def _date(self, source: SourceId, edtf: str, kind: str, words: str) -> None:
        self.timeline_rows.append(
            TimelineRow(
                when=When.of(edtf),
                kind=kind,
                source=source,
                source_label=self.row(source).label,
                words=words,
                at=None,
            )
        )


def _teller(row: StatementRow) -> Teller:
    return Teller(
        id=row.id,
        speaker=row.speaker,
        name=row.actor_name,
        naming=row.naming,
        cue=row.cue,
        act=row.act,
        polarity=row.polarity,
        commitment=row.commitment,
        hedges=row.hedges,
    )


def _none_is_claimed(row: ClaimRow) -> ClaimPage:
    raise AssertionError(f"nothing is claimed, and {row.id} least of all")
