"""How claims are kept once they are worked out: statements by their ids, all else as found."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from onrecord.core.claims import AnswerRow, ClaimLine, PositionRow
from onrecord.core.dates import When
from onrecord.core.identity import ActorId, RowId, SourceId, StatementId
from onrecord.core.rows import StatementRow
from onrecord.core.spans import Span
from onrecord.core.standings import MoveRow
from onrecord.core.vocabulary import Stance

T = TypeVar("T")
Place = tuple[SourceId, StatementId]
"""A statement in one source: one text may stand in two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One position of a claim as it is kept: the statement by its id, with who it is held to be of.

    `known` and `edit` are those of an edit, and empty for a statement. `own` is the place of a
    sentence that its outlet says itself, which is no statement of the ledger.
    """

    source: SourceId
    statement: StatementId
    stance: Stance
    said: When | None
    origin: int
    scope: str
    likeness: float | None
    because: tuple[str, ...]
    actor: ActorId | None
    actor_name: str
    party: str = ""
    party_name: str = ""
    edit: str = ""
    known: str = ""
    own: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptClaim:
    """One claim as it is kept, as of both clocks; its standing is derived when it is asked for."""

    id: RowId
    wording: str
    worded_by: str
    proposed: tuple[str, ...]
    positions: tuple[Kept, ...]
    origins: tuple[tuple[SourceId, ...], ...]
    counted: tuple[str, ...]
    about: tuple[ActorId, ...]
    answers: tuple[AnswerRow, ...]
    instead: RowId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """All that is worked out of one claim: as it is kept, in a listing, and who moved on it.

    `weight` is what listings are ordered by, rising. `of` names what all the rest follows from: the
    claim as it is kept and the statements of its positions.
    """

    kept: KeptClaim
    line: ClaimLine
    weight: tuple[int, ...]
    moves: tuple[MoveRow, ...]
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The claims of a moment in the order of listings: id, and what tells its state from others.

    `context` names all that they depend on but what was decided on claims.
    """

    context: str
    claims: tuple[tuple[RowId, str, tuple[int, ...]], ...]


def kept(row: PositionRow, origin: int) -> Kept:
    """Keep a position, with the origin it goes back to by its number."""
    said = row.statement
    return Kept(
        source=said.source,
        statement=said.id,
        stance=row.stance,
        said=row.said,
        origin=origin,
        scope=row.scope,
        likeness=row.likeness,
        because=row.because,
        actor=said.actor,
        actor_name=said.actor_name,
        party=row.party,
        party_name=row.party_name,
        edit=row.edit,
        known=said.known if row.edit else "",
        own=said.at if said.is_own_voice else None,
    )


def position(kept: Kept, said: StatementRow) -> PositionRow:
    """Give a kept position as a row again, with the statement it is of."""
    known = kept.known or said.known
    if (said.actor, said.actor_name, said.known) != (kept.actor, kept.actor_name, known):
        said = replace(said, actor=kept.actor, actor_name=kept.actor_name, known=known)
    return PositionRow(
        stance=kept.stance,
        statement=said,
        said=kept.said,
        origin=kept.origin,
        scope=kept.scope,
        likeness=kept.likeness,
        because=kept.because,
        edit=kept.edit,
        party=kept.party,
        party_name=kept.party_name,
    )


def decoded(body: bytes, type: type[T]) -> T:
    """Read back what was kept."""
    with uncollected():
        return msgspec.json.decode(body, type=type)


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold off the collector of circles while very many rows are made.

    It would go through all that is being made again and again, which took eight times as long
    (21,000 claims: 0.6 s for 0.07 s; 73,000 statements made ready for a draft: 42 s for 29 s,
    November 2026).
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
