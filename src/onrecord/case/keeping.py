"""What the room of claims keeps: each claim under what it was worked out from, and their order.

So a decision on a claim leaves the others as they are kept, and one that is taken back finds the
claim as it was only where it is at hand still; else that claim, and no other, is worked out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Protocol

import msgspec

from onrecord import assess
from onrecord.case.claiming import Asked
from onrecord.case.kept import (
    Index,
    KeptClaim,
    Place,
    Worked,
    decoded,
    position,
    uncollected,
)
from onrecord.case.shown import program
from onrecord.case.working import State, Working, digest
from onrecord.core import alone
from onrecord.core.claims import ClaimLine, ClaimRow
from onrecord.core.identity import RowId
from onrecord.core.rows import StatementRow

Name = tuple[RowId, str]
"""A claim, and what tells its state from others."""


class Memory(Protocol):
    """What can be thrown away and worked out again; the ledger keeps it."""

    def remembered(self, key: str) -> bytes | None: ...
    def newest(self, kind: str) -> bytes | None: ...
    def remember(self, kind: str, key: str, body: bytes) -> None: ...
    def remember_all(self, kind: str, bodies: Iterable[tuple[str, bytes]]) -> None: ...
    def remember_changed(
        self, kind: str, bodies: Iterable[tuple[str, bytes]], gone: Iterable[str]
    ) -> None: ...


class AtHand:
    """What is at hand of the claims of one context, whatever is decided on them: in memory only."""

    def __init__(self, asked: Asked) -> None:
        self.working = Working(asked)
        self.worked: dict[Name, Worked] = {}
        self.rows: dict[Name, ClaimRow] = {}


class Keeping:
    """Keeps the claims as of one pair of clocks.

    Args:
        rules: the number of the rules by which they are worked out.
    """

    def __init__(self, memory: Memory, asked: Asked, at_hand: AtHand, rules: int) -> None:
        self._memory, self._asked, self._at_hand = memory, asked, at_hand
        self._rules = rules
        self._older: dict[str, tuple[Name, str]] = {}
        self._context, self._moment = f"{rules} {asked.context}", f"{rules} {asked.moment}"

    def kind(self, kind: str) -> str:
        """Keep the newest of a kind: what is so now apart from what was so then."""
        return kind if self._asked.now else f"{kind} then"

    def _key(self, one: Name) -> str:
        return f"claim {one[0]} {one[1]} {self._context}"

    @cached_property
    def index(self) -> list[Name]:
        """The claims in the order of listings, each with the name of its state."""
        key = f"claim index {self._moment}"
        body = self._memory.remembered(key)
        if body is None:
            with uncollected(), alone.at_hand(self._memory, "claims", program()):
                body = self._worked_out(key)
        return [(id, name) for id, name, _ in decoded(body, Index).claims]

    @cached_property
    def states(self) -> dict[str, Name]:
        return {one[0]: one for one in self.index}

    @cached_property
    def before(self) -> dict[str, tuple[Name, str]]:
        """The claims as they were last worked out, by id, each with the context they have.

        They are those of now, where these are worked out already; nothing is worked out for it.
        """
        body = self._memory.newest(self.kind("claim index"))
        if body is None:
            return {}
        return _by_id(decoded(body, Index))

    def remembered(self, one: tuple[Name, str]) -> Worked | None:
        """Give a claim of `before` as it was worked out; None where it was lost."""
        (id, name), context = one
        body = self._memory.remembered(f"claim {id} {name} {context}")
        return decoded(body, Worked) if body is not None else None

    def _worked_out(self, key: str) -> bytes:
        """Work out what is not kept of any earlier decisions, and keep it; gives the index."""
        before = self._memory.newest(self.kind("claim index"))
        older = decoded(before, Index) if before is not None else None
        self._older = _by_id(older) if older is not None else {}
        weights: dict[Name, tuple[int, ...]] = {}
        if older is not None and older.context == self._context:
            weights = {(id, name): weight[1:] for id, name, weight in older.claims}
        known = dict(weights)
        made: list[tuple[str, bytes]] = []
        there: list[tuple[str, str, tuple[int, ...]]] = []
        for state in self._at_hand.working.states(self._asked.grouped()):
            one = state.claim.id, state.name
            if one not in known:
                worked = self._at_hand.worked.get(one) or self._work(state)
                if worked is None:
                    continue
                self._at_hand.worked[one] = worked
                known[one] = worked.weight
                made.append((self._key(one), msgspec.json.encode(worked)))
            # What a person worded comes first, whatever its standing.
            there.append((*one, (int(not state.claim.worded_by), *known[one])))
        there.sort(key=lambda each: (each[2], each[0]))
        body = msgspec.json.encode({"context": self._context, "claims": there})
        if weights:
            now = {(id, name) for id, name, _ in there}
            gone = [self._key(one) for one in weights if one not in now]
            self._memory.remember_changed(self.kind("claim"), made, gone)
        else:
            self._memory.remember_all(self.kind("claim"), made)
        self._memory.remember_all(self.kind("claim index"), [(key, body)])
        return body

    def _work(self, state: State) -> Worked | None:
        working = self._at_hand.working
        kept = working.kept(state)
        if kept is None:
            return None
        said = [working.said.get((one.source, one.statement)) for one in kept.positions]
        of = digest((self._rules, kept, said))
        # A document more leaves most claims as they were: what follows from them is so still.
        was = self.remembered(self._older[kept.id]) if kept.id in self._older else None
        if was is not None and was.of == of:
            return was
        row = row_of(kept, working.said)
        self._at_hand.rows[state.claim.id, state.name] = row
        return Worked(
            kept=kept, of=of, line=ClaimLine.of(row), weight=row.weight,
            moves=tuple(assess.moves(row)),
        )  # fmt: skip

    @property
    def all(self) -> Iterator[Worked]:
        return map(self.worked, self.index)

    def worked(self, one: Name) -> Worked:
        worked = self._at_hand.worked.get(one)
        if worked is None:
            body = self._memory.remembered(self._key(one))
            # It may have been lost, or could not be written.
            worked = decoded(body, Worked) if body is not None else self._worked_again[one]
            self._at_hand.worked[one] = worked
        return worked

    @cached_property
    def _worked_again(self) -> dict[Name, Worked]:
        states = self._at_hand.working.states(self._asked.grouped())
        made = (((one.claim.id, one.name), self._work(one)) for one in states)
        return {one: worked for one, worked in made if worked is not None}

    def row(self, one: Name, kept: KeptClaim) -> ClaimRow:
        row = self._at_hand.rows.get(one)
        if row is None:
            row = self._at_hand.rows[one] = row_of(kept, self._at_hand.working.said)
        return row


def _by_id(index: Index) -> dict[str, tuple[Name, str]]:
    return {id: ((id, name), index.context) for id, name, _ in index.claims}


def row_of(kept: KeptClaim, said: Mapping[Place, StatementRow]) -> ClaimRow:
    """Give a claim with the rows it rests on, and derive its standing."""
    positions = tuple(
        position(one, said[one.source, one.statement])
        for one in kept.positions
        if (one.source, one.statement) in said
    )
    derived = assess.standing(positions, instead=kept.instead)
    return ClaimRow(
        id=kept.id,
        wording=kept.wording,
        worded_by=kept.worded_by,
        standing=derived.standing,
        because=derived.because,
        positions=positions,
        origins=kept.origins,
        counted=kept.counted,
        stands=derived.stands,
        corroborated_by=derived.independent,
        weight=assess.weight(derived),
        about=kept.about,
        answers=kept.answers,
        instead=kept.instead,
        proposed=kept.proposed,
    )
