"""Questions on what passed: arrows with their standing, and the paths between two actors."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from onrecord import ask, assess
from onrecord.core.claims import ClaimRow
from onrecord.core.errors import WrongUse
from onrecord.core.flows import (
    ArrowRow,
    HopRow,
    IdentityRow,
    PathRow,
    PathsRow,
    StepRow,
    key_of,
    name_of,
)
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, SourceId, StatementId
from onrecord.core.rows import Party, StatementRow
from onrecord.core.vocabulary import Actor, Origin, SpeechAct

Place = tuple[SourceId, StatementId]
"""A statement in one source: one text may stand in two."""


class Flows:
    """Answers as of one pair of clocks.

    Args:
        hops: what the ledger has in force; so `identities`.
        people: all actors that the case could know of.
        origins: groups sources that carry one copy; asked only where two sources tell the same.
        claims: gives the claims that statements take a stance on, by source and statement.
    """

    def __init__(
        self,
        hops: Iterable[HopRow],
        identities: Iterable[IdentityRow],
        people: list[Actor],
        origins: Callable[[], list[Origin]],
        claims: Callable[[Collection[Place]], Mapping[Place, list[ClaimRow]]],
    ) -> None:
        self._people, self._find_origins, self._find_claims = people, origins, claims
        self._owners = ask.Owners(people)
        self.hops = [self._held(hop) for hop in hops]
        self.identities = [self._held_apart(one) for one in identities]

    @cached_property
    def arrows(self) -> list[ArrowRow]:
        """All that is told to have passed, put together by giver and taker, with its standing."""
        said = [_place(hop.statement) for hop in self.hops if hop.statement is not None]
        found = self._find_claims(said)
        return assess.arrows(
            self.hops,
            self._independent,
            lambda hop: found.get(_place(hop.statement), []) if hop.statement is not None else [],
        )

    def of(self, *, actor: str = "", source: str = "") -> list[ArrowRow]:
        """List arrows.

        Args:
            actor: only those at one end of which this actor stands: a name or an id.
            source: only those that this source tells of.
        """
        ids = set(ask.called(self._people, actor)) if actor else set()
        return [
            arrow
            for arrow in self.arrows
            if (not actor or ids & {key_of(arrow.giver), key_of(arrow.taker)})
            and (not source or any(hop.source == source for hop in arrow.hops))
        ]

    def paths(
        self, one: str, other: str, *, unsaid: bool = False, most_hops: int = ask.MOST_HOPS
    ) -> PathsRow:
        """Find the paths by which something is told to have come from one actor to another.

        Args:
            unsaid: go also along arrows that nobody tells as done or alleged.
            most_hops: no path is longer.

        Raises:
            NoSuchRow: no actor is called so.
            WrongUse: both are one.
        """
        starts, ends = (ask.called(self._people, name) for name in (one, other))
        if set(starts) & set(ends):
            raise WrongUse(f"{one} and {other} are one actor", help="a path leads between two")
        steps = list(self._steps(unsaid))
        edges: dict[ActorId, list[tuple[ActorId, int]]] = {}
        for number, step in enumerate(steps):
            giver, taker = key_of(step.giver), key_of(step.taker)
            if giver is not None and taker is not None and giver != taker:
                edges.setdefault(giver, []).append((taker, number))
        paths: list[PathRow] = []
        cut = [
            f"{len(ids)} actors are called {name}: the paths of each are listed"
            for name, ids in ((one, starts), (other, ends))
            if len(ids) > 1
        ]
        for start in starts:
            for end in ends:
                found = ask.simple_paths(edges, start, end, most_hops=most_hops)
                paths += [_path([steps[number] for number in path]) for path in found.paths]
                cut += found.cut
        left_out = 0 if unsaid else sum(not arrow.is_said for arrow in self.arrows)
        if left_out:
            cut.append(
                f"{left_out} arrows that nobody tells as done or alleged were left out"
                if left_out > 1
                else "1 arrow that nobody tells as done or alleged was left out"
            )
        paths.sort(key=lambda path: len(path.steps))
        return PathsRow(paths=tuple(paths), cut=tuple(dict.fromkeys(cut)))

    # --- who ---

    def _party(self, source: SourceId, party: Party | None) -> Party | None:
        return None if party is None else self._owners.participant(source, party)

    def _held(self, hop: HopRow) -> HopRow:
        said = self._owners.statement(hop.statement) if hop.statement else None
        giver, taker = (self._party(hop.source, party) for party in (hop.giver, hop.taker))
        return replace(hop, giver=giver, taker=taker, statement=said)

    def _held_apart(self, row: IdentityRow) -> IdentityRow:
        one, other = (self._party(row.source, party) for party in (row.one, row.other))
        assert one is not None
        assert other is not None
        return replace(row, one=one, other=other)

    # --- along what ---

    def _steps(self, unsaid: bool) -> Iterator[StepRow]:
        """Give what a path can go along: arrows, and identity claims both ways."""
        for arrow in self.arrows:
            if arrow.giver and arrow.taker and (unsaid or arrow.is_said):
                yield StepRow(giver=arrow.giver, taker=arrow.taker, arrow=arrow)
        for row in self.identities:
            if row.statement is not None and row.statement.act is SpeechAct.DENIES:
                continue
            yield StepRow(giver=row.one, taker=row.other, identity=row)
            yield StepRow(giver=row.other, taker=row.one, identity=row)

    def _independent(self, sources: Iterable[SourceId]) -> int:
        """Count the origins of sources: those that carry one copy are one."""
        group = {s: n for n, origin in enumerate(self._origins) for s in origin.sources}
        return len({group.get(source, source) for source in sources})

    @cached_property
    def _origins(self) -> list[Origin]:
        return self._find_origins()


def _place(said: StatementRow) -> Place:
    return said.source, said.id


def _path(steps: list[StepRow]) -> PathRow:
    reasons: list[ArrowRow | IdentityRow] = []
    strengths = []
    for step in steps:
        if step.arrow is not None:
            reasons.append(step.arrow)
            strengths.append(step.arrow.strength)
        elif step.identity is not None:
            reasons.append(step.identity)
            strengths.append(assess.held(step.identity))
    weakest, why = assess.weakest(strengths, reasons)
    return PathRow(
        steps=tuple(steps),
        weakest=weakest,
        why=why,
        conditions=tuple(step.identity.condition for step in steps if step.identity),
        notes=tuple(_notes(steps)),
    )


def _notes(steps: list[StepRow]) -> Iterator[str]:
    """Say what speaks against a path's being one flow: its order in time, and what passed."""
    told = [step.arrow for step in steps if step.arrow is not None]
    for one, other in pairwise(told):
        before = [hop.when for hop in one.hops if hop.when is not None]
        after = [hop.when for hop in other.hops if hop.when is not None]
        if before and after and all(b.is_before(a) for a in before for b in after):
            yield f"{other.title} is told as before {one.title}"
        if one.what and other.what and not _share(one, other):
            yield (
                f"what passes is not told to be the same: {name_of(one.taker)} is given"
                f" {'; '.join(one.what)}, and gives {'; '.join(other.what)}"
            )


def _share(one: ArrowRow, other: ArrowRow) -> bool:
    """Say whether two arrows can be of one thing: a word in common, or a pronoun for it."""
    mine, theirs = ({word for what in a.what for word in fold(what).split()} for a in (one, other))
    small = {"the", "a", "an", "of", "some", "his", "her", "their", "its", "and", "two", "three"}
    pronouns = {"it", "them", "they", "these", "those", "that", "which"}
    return bool((mine & theirs) - small or (mine | theirs) & pronouns)
