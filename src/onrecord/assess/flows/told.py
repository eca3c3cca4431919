"""Who says that something passed and who is against it: the hops, and the claims they are in.

"She denies it" names no passing, and a dropped charge none either. Both reach an arrow through the
claim that the statement of its hop is in, and only where they are placed on that claim.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.assess.standing import where_each_stands
from onrecord.core.claims import ClaimRow, Holds, PositionRow
from onrecord.core.flows import HopRow
from onrecord.core.identity import StatementId
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming, Realised

SAID = (Realised.DONE, Realised.ALLEGED)
Claims = Callable[[HopRow], Sequence[ClaimRow]]
"""Gives the claims that the statement of a hop takes a stance on."""


def none(hop: HopRow) -> tuple[ClaimRow, ...]:
    """Know of no claims."""
    del hop
    return ()


@dataclass(frozen=True, slots=True)
class Told:
    """Who says an arrow and who is against it, with what the claims of its hops add."""

    says: Sequence[HopRow]
    denies: Sequence[HopRow]
    placed: Mapping[Holds, Sequence[PositionRow]]
    withdrew: frozenset[StatementId]

    @property
    def stands(self) -> list[HopRow]:
        """Give the hops whose tellers have not withdrawn the claim they are in."""
        return [
            row
            for row in self.says
            if row.statement is None or row.statement.id not in self.withdrew
        ]

    @property
    def against(self) -> list[StatementRow]:
        """Give the statements that deny it or its claim."""
        hops = [row.statement for row in self.denies if row.statement is not None]
        return hops + [row.statement for row in self.denials]

    @property
    def denials(self) -> list[PositionRow]:
        """Give the denials of its claims, wholly or in part."""
        return [*self.placed.get(Holds.DENIES, ()), *self.placed.get(Holds.DENIES_IN_PART, ())]

    @property
    def is_sourced(self) -> bool:
        """Say whether anybody is given for it: not only a source's own voice, or nobody."""
        return any(
            row.statement is not None and row.statement.naming is not Naming.AGENTLESS
            for row in self.says
        )


def told_of(rows: Sequence[HopRow], claims: Claims) -> Told:
    """Put together who says an arrow and who is against it, in its hops and in their claims."""
    says = [row for row in rows if row.realised in SAID]
    denies = [row for row in rows if row.realised is Realised.DENIED]
    own = {row.statement.id for row in rows if row.statement is not None}
    telling = {row.statement.id for row in says if row.statement is not None}
    found = {claim.id: claim for row in says for claim in claims(row)}
    placed: dict[Holds, list[PositionRow]] = {}
    withdrew: set[StatementId] = set()
    for claim in found.values():
        told: dict[str, set[StatementId]] = {}
        for row in claim.positions:
            if row.statement.id in telling:
                told.setdefault(row.holder, set()).add(row.statement.id)
        for holder, tip in where_each_stands(claim.positions).items():
            if tip.holds in _GONE and holder in told:
                withdrew |= told[holder]
                placed.setdefault(Holds.NO_LONGER_ASSERTS, []).append(tip.row)
            elif tip.holds in _AGAINST and tip.row.statement.id not in own:
                placed.setdefault(_AGAINST[tip.holds], []).append(tip.row)
    return Told(says, denies, placed, frozenset(withdrew))


_GONE = (Holds.NO_LONGER_ASSERTS, Holds.NO_LONGER_REPORTS)
_AGAINST = {
    Holds.DENIES: Holds.DENIES,
    Holds.DENIES_IN_PART: Holds.DENIES_IN_PART,
    Holds.DOUBTS: Holds.DOUBTS,
}
