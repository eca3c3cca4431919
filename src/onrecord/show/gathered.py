"""All rows of one record as of one moment, asked for once and put in order for the pages.

Nothing is derived here but order and grouping: by source, and by the actor who is held to speak.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.core.dates import by_time
from onrecord.core.differences import DifferenceRow
from onrecord.core.events import ProceedingRow
from onrecord.core.findings import TestRow
from onrecord.core.flows import ArrowRow, key_of
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.rows import (
    ActorRow,
    CarriedRows,
    ClaimPages,
    IdentityRow,
    Judged,
    ProposalRow,
    QuantityRow,
    Record,
    ReplyRow,
    SourceRow,
    StatementRow,
    Tally,
    TenureRow,
    TimelineRow,
)
from onrecord.core.vocabulary import AsOf, Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """All rows of one record as of one moment, and the same by source, by speaker, by who asked."""

    sources: list[SourceRow]
    statements: list[StatementRow]
    replies: list[ReplyRow]
    actors: list[ActorRow]
    timeline: list[TimelineRow]
    quantities: list[QuantityRow]
    origins: list[Origin]
    arrows: list[ArrowRow]
    proceedings: list[ProceedingRow]
    carried: CarriedRows
    tested: list[TestRow]
    tenures: dict[ActorId, list[TenureRow]]
    claimed: ClaimPages
    differing: list[DifferenceRow]
    judged: Judged
    by_source: dict[SourceId, list[StatementRow]]
    by_actor: dict[ActorId | None, list[StatementRow]]
    asked: dict[ActorId, list[ReplyRow]]
    may_be: dict[ActorId, list[ProposalRow]]
    held_to_be: dict[ActorId, list[IdentityRow]]

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


def gather(record: Record, as_of: AsOf) -> Gathered:
    """Ask `record` for all its rows as it stood `as_of`."""
    statements = sorted(record.statements(as_of), key=lambda row: (row.at, row.id))
    by_source: dict[SourceId, list[StatementRow]] = defaultdict(list)
    by_actor: dict[ActorId | None, list[StatementRow]] = defaultdict(list)
    actors = record.actors(as_of)
    known = {actor.id for actor in actors}
    replies = record.replies(as_of)
    asked: dict[ActorId, list[ReplyRow]] = defaultdict(list)
    for reply in replies:
        for actor_id in dict.fromkeys(party.actor for party in reply.parties):
            if actor_id is not None:
                asked[actor_id].append(reply)
    for row in statements:
        by_source[row.source].append(row)
        by_actor[row.actor if row.actor in known else None].append(row)
    may_be: dict[ActorId, list[ProposalRow]] = defaultdict(list)
    for proposal in record.proposals(as_of):
        may_be[proposal.one].append(proposal)
        may_be[proposal.other].append(proposal)
    held_to_be: dict[ActorId, list[IdentityRow]] = defaultdict(list)
    for claim in record.identities(as_of):
        for end in dict.fromkeys((claim.one.actor, claim.other.actor)):
            if end is not None:
                held_to_be[end].append(claim)
    return Gathered(
        sources=record.sources(as_of),
        statements=statements,
        replies=replies,
        actors=sorted(actors, key=lambda a: (-a.statements, a.name, a.id)),
        timeline=sorted(record.timeline(as_of), key=lambda row: by_time(row.when)),
        quantities=record.quantities(as_of),
        origins=record.origins(as_of),
        arrows=record.arrows(as_of),
        proceedings=record.proceedings(as_of),
        carried=record.carried(as_of),
        judged=record.judging(as_of),
        tested=record.tested(as_of),
        tenures=record.tenures(as_of),
        claimed=record.claimed(as_of),
        differing=record.differing(as_of),
        by_source=by_source,
        by_actor=by_actor,
        asked=asked,
        may_be=may_be,
        held_to_be=held_to_be,
    )
