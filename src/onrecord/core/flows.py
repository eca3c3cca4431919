"""Rows on what passed: hops as they are told, arrows with their standing, paths with their weakest.

No arrow is a fact: each has the hops that somebody tells, and a standing derived from them.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.claims import PositionRow
from onrecord.core.dates import When
from onrecord.core.identity import ActorId, RowId, SourceId
from onrecord.core.said import Party, StatementRow, told_in
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Naming, Realised, Standing
from onrecord.core.wording import NOBODY, SOMEBODY

TOLD = {
    Realised.DONE: "told as done",
    Realised.ALLEGED: "alleged",
    Realised.DENIED: "denied",
    Realised.ATTEMPTED: "only attempted",
    Realised.CONSIDERED: "only considered",
    Realised.EXPECTED: "only expected",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HopRow:
    """One hop as one source tells it. `giver` or `taker` None: no words name anybody.

    `words` is the sentence, at `around`; `statement` the innermost in whose content it stands, None
    where the source tells it itself. `id` is of its flow, `number` its place there, from 0.
    """

    id: RowId
    number: int
    source: SourceId
    source_label: str
    giver: Party | None
    taker: Party | None
    what: str
    means: str
    when: When | None
    realised: Realised
    gap: bool
    at: Span
    words: str
    around: Span
    known: str
    statement: StatementRow | None = None

    @property
    def teller(self) -> str:
        """Name who tells it: a speaker, or the source."""
        if self.statement is None:
            return self.source_label
        said = self.statement
        return said.actor_name or " ".join(said.speaker.split()) or NOBODY

    @property
    def is_named(self) -> bool:
        """Say whether whoever tells it is named; a source is."""
        said = self.statement
        return said is None or said.naming in (Naming.NAMED, Naming.PUBLISHER)

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        return told_in(self.statement, self.source_label, self.words, most)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityRow:
    """Somebody holds that two are one. Never a join: what rests on it holds only if they are."""

    id: RowId
    source: SourceId
    source_label: str
    one: Party
    other: Party
    words: str
    at: Span
    statement: StatementRow | None = None

    @property
    def condition(self) -> str:
        """Say what it is that is held, and by whom."""
        said = self.statement
        by = self.source_label if said is None else f"{said.attribution}"
        return f"only if {name_of(self.one)} is {name_of(self.other)}: {by}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowRow:
    """All that is told of a passing between the same two, and its standing with the reasons.

    `strength` orders arrows, the weakest lowest: standing, gap, firmness, named tellers, hearsay,
    number of tellers. `says` and `denies` name the tellers. `placed` has what claims add that its
    hops do not tell: a denial or doubt of the claim that a hop is in, and whoever withdrew it.
    """

    giver: Party | None
    taker: Party | None
    standing: Standing
    because: tuple[str, ...]
    says: tuple[str, ...]
    denies: tuple[str, ...]
    firmness: str
    hops: tuple[HopRow, ...]
    strength: tuple[int, ...]
    placed: tuple[PositionRow, ...] = ()

    @property
    def what(self) -> tuple[str, ...]:
        """What is told to have passed, in the words used, each once."""
        return tuple(dict.fromkeys(hop.what for hop in self.hops if hop.what))

    @property
    def title(self) -> str:
        """Name the two ends."""
        return f"{name_of(self.giver)} → {name_of(self.taker)}"

    @property
    def is_said(self) -> bool:
        """Say whether anybody tells it as done or alleged."""
        return self.standing not in (Standing.DENIED, Standing.UNADDRESSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One step of a path: an arrow, or an identity claim on whose condition two are one."""

    giver: Party
    taker: Party
    arrow: ArrowRow | None = None
    identity: IdentityRow | None = None

    @property
    def title(self) -> str:
        """Name the two ends, and how they are joined."""
        joined = "≟" if self.arrow is None else "→"
        return f"{name_of(self.giver)} {joined} {name_of(self.taker)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PathRow:
    """A path from one actor to another. `weakest` is a step's number, from 0, and `why` says why.

    `conditions` are what it holds only on; `notes` what speaks against its being one flow.
    """

    steps: tuple[StepRow, ...]
    weakest: int
    why: str
    conditions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Name everybody on it."""
        joined = "".join(
            f" {'≟' if step.arrow is None else '→'} {name_of(step.taker)}" for step in self.steps
        )
        return f"{name_of(self.steps[0].giver)}{joined}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsRow:
    """The paths between two, the shortest first. `cut` says what was not listed, if anything."""

    paths: tuple[PathRow, ...]
    cut: tuple[str, ...] = ()


def name_of(party: Party | None) -> str:
    """Name an end of an arrow: its actor, or else its words."""
    if party is None:
        return SOMEBODY
    return party.actor_name or party.called


def key_of(party: Party | None) -> ActorId | None:
    """Give the actor an end is held to be; None: nobody known."""
    return None if party is None else party.actor
