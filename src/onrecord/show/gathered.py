"""All rows of one record as of one moment, in order for the pages; each asked for when needed.

Nothing is derived here but order and grouping: by source, and by the actor who is held to speak.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from onrecord.core.activity import ActivityRow
from onrecord.core.answers import AnsweredRow
from onrecord.core.chains import ChainRow
from onrecord.core.claims import ClaimLine, ClaimRow, StandsRow
from onrecord.core.dates import by_time
from onrecord.core.differences import DifferenceRow
from onrecord.core.events import ProceedingRow
from onrecord.core.findings import TestRow
from onrecord.core.flows import ArrowRow, key_of
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.judged import JudgementRow
from onrecord.core.record import Record
from onrecord.core.rows import (
    ActorRow,
    CarriedRows,
    ClaimPages,
    IdentityRow,
    Judged,
    ProposalRow,
    QuantityRow,
    ReplyRow,
    SourceRow,
    StatementRow,
    Tally,
    TenureRow,
    TimelineRow,
)
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import AsOf, Origin


class Gathered:
    """All rows of one record as of one moment, and the same by source, by speaker, by who asked.

    Each kind is asked for once, when a page first needs it: one page of a large record is there
    without all the others.
    """

    def __init__(self, record: Record, as_of: AsOf) -> None:
        self._record, self._as_of = record, as_of

    @cached_property
    def sources(self) -> list[SourceRow]:
        return self._record.sources(self._as_of)

    @cached_property
    def statements(self) -> list[StatementRow]:
        return sorted(self._record.statements(self._as_of), key=lambda row: (row.at, row.id))

    @cached_property
    def replies(self) -> list[ReplyRow]:
        return self._record.replies(self._as_of)

    @cached_property
    def actors(self) -> list[ActorRow]:
        return sorted(self._record.actors(self._as_of), key=lambda a: (-a.statements, a.name, a.id))

    @cached_property
    def timeline(self) -> list[TimelineRow]:
        return sorted(self._record.timeline(self._as_of), key=lambda row: by_time(row.when))

    @cached_property
    def quantities(self) -> list[QuantityRow]:
        return self._record.quantities(self._as_of)

    @cached_property
    def origins(self) -> list[Origin]:
        return self._record.origins(self._as_of)

    @cached_property
    def arrows(self) -> list[ArrowRow]:
        return self._record.arrows(self._as_of)

    @cached_property
    def proceedings(self) -> list[ProceedingRow]:
        return self._record.proceedings(self._as_of)

    @cached_property
    def carried(self) -> CarriedRows:
        return self._record.carried(self._as_of)

    @cached_property
    def judged(self) -> Judged:
        return self._record.judging(self._as_of)

    @cached_property
    def tested(self) -> list[TestRow]:
        return self._record.tested(self._as_of)

    @cached_property
    def tenures(self) -> dict[ActorId, list[TenureRow]]:
        return self._record.tenures(self._as_of)

    @cached_property
    def claimed(self) -> ClaimPages:
        return self._record.claimed(self._as_of)

    @cached_property
    def spoken_to(self) -> dict[str, list[ClaimLine]]:
        """Claims that several statements speak to, by the statements that do."""
        found = self._record.spoken_to(self._as_of)
        several = {id: [one for one in lines if one.positions > 1] for id, lines in found.items()}
        return {id: lines for id, lines in several.items() if lines}

    @cached_property
    def differing(self) -> list[DifferenceRow]:
        return self._record.differing(self._as_of)

    @cached_property
    def questions(self) -> list[AnsweredRow]:
        return self._record.answered(self._as_of)

    @cached_property
    def chains(self) -> list[ChainRow]:
        return self._record.chains(self._as_of)

    @cached_property
    def activity(self) -> list[ActivityRow]:
        return self._record.activity(self._as_of)

    @cached_property
    def by_source(self) -> dict[SourceId, list[StatementRow]]:
        found: dict[SourceId, list[StatementRow]] = defaultdict(list)
        for row in self.statements:
            found[row.source].append(row)
        return found

    @cached_property
    def by_actor(self) -> dict[ActorId | None, list[StatementRow]]:
        """Statements by their speaker; None has those of nobody who is an actor."""
        known = {actor.id for actor in self.actors}
        found: dict[ActorId | None, list[StatementRow]] = defaultdict(list)
        for row in self.statements:
            found[row.actor if row.actor in known else None].append(row)
        return found

    @cached_property
    def asked(self) -> dict[ActorId, list[ReplyRow]]:
        """Replies by whoever takes part in them."""
        found: dict[ActorId, list[ReplyRow]] = defaultdict(list)
        for reply in self.replies:
            for actor in dict.fromkeys(party.actor for party in reply.parties):
                if actor is not None:
                    found[actor].append(reply)
        return found

    @cached_property
    def may_be(self) -> dict[ActorId, list[ProposalRow]]:
        """Proposals by both their ends."""
        found: dict[ActorId, list[ProposalRow]] = defaultdict(list)
        for proposal in self._record.proposals(self._as_of):
            found[proposal.one].append(proposal)
            found[proposal.other].append(proposal)
        return found

    @cached_property
    def held_to_be(self) -> dict[ActorId, list[IdentityRow]]:
        """Identity claims by both their ends."""
        found: dict[ActorId, list[IdentityRow]] = defaultdict(list)
        for claim in self._record.identities(self._as_of):
            for end in dict.fromkeys((claim.one.actor, claim.other.actor)):
                if end is not None:
                    found[end].append(claim)
        return found

    @cached_property
    def decided_on(self) -> Mapping[ActorId, list[JudgementRow]]:
        return self._record.decided_on(self._as_of)

    @cached_property
    def claims_about(self) -> dict[ActorId, list[ClaimRow]]:
        """Claims by the actors whom their statements name, in the order of the claims."""
        found: dict[ActorId, list[ClaimRow]] = defaultdict(list)
        for row in self.claimed.rows:
            for actor in row.about:
                found[actor].append(row)
        return found

    @cached_property
    def stands(self) -> dict[ActorId, list[tuple[ClaimRow, StandsRow]]]:
        """Where each actor stands on which claims."""
        found: dict[ActorId, list[tuple[ClaimRow, StandsRow]]] = defaultdict(list)
        for row in self.claimed.rows:
            for one in row.stands:
                if one.actor is not None:
                    found[one.actor].append((row, one))
        return found

    @cached_property
    def said_of(self) -> dict[ActorId, list[StatementRow]]:
        """What others are reported to say where they name or point to an actor."""
        mentions: dict[SourceId, list[tuple[Span, ActorId]]] = defaultdict(list)
        for actor in self.actors:
            for source, span in actor.mentions:
                mentions[source].append((span, actor.id))
        found: dict[ActorId, list[StatementRow]] = defaultdict(list)
        for source, rows in self.by_source.items():
            placed = sorted(mentions[source])
            starts = [span.start for span, _ in placed]
            for row in rows:
                for named in dict.fromkeys(_within(row.content_spans, placed, starts)):
                    if named != row.actor and row.duplicate_of is None:
                        found[named].append(row)
        return found

    @property
    def firm(self) -> list[StatementRow]:
        """Give the statements that are neither proposals nor duplicates."""
        return [s for s in self.statements if not s.proposed and s.duplicate_of is None]

    def proceedings_about(self, actors: Iterable[ActorId | None]) -> list[ProceedingRow]:
        """Give the proceedings about any of these: no charge is shown without how it ended."""
        asked = {actor for actor in actors if actor is not None}
        return [row for row in self.proceedings if any(key_of(one) in asked for one in row.parties)]

    def listed(self, actors: Iterable[ActorRow]) -> list[tuple[ActorRow, Tally, str]]:
        """Give actors with the tally of their statements and, for a name several bear, where."""
        borne = Counter(actor.name for actor in self.actors)
        labels = {row.id: row.label for row in self.sources}
        return [
            (
                actor,
                Tally.of(self.by_actor.get(actor.id, ())),
                labels.get(actor.mentions[0][0], "")
                if borne[actor.name] > 1 and actor.mentions
                else "",
            )
            for actor in actors
        ]


def _within(
    spans: Spans, mentions: Sequence[tuple[Span, ActorId]], starts: Sequence[int]
) -> Iterator[ActorId]:
    """Give the actors of the mentions that begin within some spans."""
    for span in spans:
        for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
            yield mentions[at][1]
