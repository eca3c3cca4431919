"""Questions on what is told to have happened: events, proceedings, and how they ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from onrecord import ask, assess
from onrecord.core.dates import by_time
from onrecord.core.errors import WrongUse
from onrecord.core.events import EventRow, MatterRow, ProceedingRow
from onrecord.core.findings import FoundRow
from onrecord.core.flows import key_of
from onrecord.core.identity import ActorId
from onrecord.core.vocabulary import Actor, EventKind


class Events:
    """Answers as of one pair of clocks.

    Args:
        events: what the ledger has in force; so `findings`.
        matters: the proceedings as each source tells of them.
        people: all actors that the case could know of.
    """

    def __init__(
        self,
        events: Iterable[EventRow],
        findings: Iterable[FoundRow],
        matters: Iterable[MatterRow],
        people: list[Actor],
    ) -> None:
        self._people = people
        self._owners = ask.Owners(people)
        self.rows = sorted((self._held(row) for row in events), key=lambda row: by_time(row.when))
        self._findings, self._matters = list(findings), [self._led(row) for row in matters]

    def of(self, *, actor: str = "", kind: str = "", source: str = "") -> list[EventRow]:
        """List events in order of time, those without a day last.

        Args:
            actor: only those in which this actor takes part: a name or an id.
            kind: only of this kind; "step": only steps of proceedings.

        Raises:
            WrongUse: there is no such kind.
            NoSuchRow: no actor is called so.
        """
        kinds = _kinds(kind)
        ids = set(ask.called(self._people, actor)) if actor else set()
        return [
            row
            for row in self.rows
            if (not actor or ids & {key_of(party) for party in row.parties()})
            and row.kind in kinds
            and (not source or row.source == source)
        ]

    @cached_property
    def proceedings(self) -> list[ProceedingRow]:
        """All proceedings that sources tell of, each put together across them."""
        return assess.proceedings(self._matters, self.rows, self._findings)

    def proceedings_of(self, *, actor: str = "", source: str = "") -> list[ProceedingRow]:
        """List proceedings.

        Args:
            actor: only those that are about this actor: a name or an id.
            source: only those that this source tells of.
        """
        ids = set(ask.called(self._people, actor)) if actor else set()
        return [
            row
            for row in self.proceedings
            if (not actor or ids & {key_of(party) for party in row.parties})
            and (not source or any(step.source == source for step in row.steps))
        ]

    def about(self, *, actor: ActorId | None = None, statement: str = "") -> list[ProceedingRow]:
        """Give the proceedings about an actor, or that a statement tells of.

        Each says how it is told to have ended as of the asked day, so that no charge is shown
        without its end; an `ending` of None means that no source tells of one.
        """
        return [
            row
            for row in self.proceedings
            if (actor is not None and actor in {key_of(party) for party in row.parties})
            or (statement and statement in {s.statement.id for s in row.steps if s.statement})
        ]

    # --- who ---

    def _held(self, row: EventRow) -> EventRow:
        said = self._owners.statement(row.statement) if row.statement else None
        taking_part = tuple(
            (role, self._owners.participant(row.source, p)) for role, p in row.participants
        )
        return replace(row, participants=taking_part, statement=said)

    def _led(self, row: MatterRow) -> MatterRow:
        parties = tuple(self._owners.participant(row.source, party) for party in row.parties)
        body = None if row.body is None else self._owners.participant(row.source, row.body)
        return replace(row, parties=parties, body=body)


def _kinds(kind: str) -> frozenset[EventKind]:
    if not kind:
        return frozenset(EventKind)
    if kind == "step":
        return frozenset(one for one in EventKind if one.is_step)
    try:
        return frozenset((EventKind(kind.lower()),))
    except ValueError:
        raise WrongUse(
            f"{kind} is no kind of event", help=f"kinds: step, {', '.join(EventKind)}"
        ) from None
