"""The record in half a minute: what most speak to, what is disputed, what changed, what is open.

Everything is chosen by counts, days and standings, never by what is said; each line leads to its
words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from onrecord.core.answers import Open
from onrecord.core.chains import ChainRow
from onrecord.core.claims import ClaimRow, Holds, StandsRow
from onrecord.core.dates import by_time
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, RowId
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import QuestionRow, SourceRow
from onrecord.core.standings import MoveRow
from onrecord.core.vocabulary import Naming
from onrecord.show.gathered import Gathered

FEW = 5
"""Entries of each kind: as many as are taken in at a glance."""
NAMED = 4
"""People who are named on each side of a claim; the others are counted."""

_FOR = (Holds.ASSERTS, Holds.REPORTS)
_AGAINST = (Holds.DENIES, Holds.DENIES_IN_PART, Holds.DOUBTS)
_LEFT = (Holds.NO_LONGER_ASSERTS, Holds.NO_LONGER_REPORTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who does one thing to a claim: a few, and how many more."""

    does: str
    some: tuple[StandsRow, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One claim with who stands on which side."""

    row: ClaimRow
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What came to be known on the last day on which anything did, of what is in force.

    `day` (ISO) is '' where nothing came yet.
    """

    day: str
    sources: tuple[SourceRow, ...]
    moves: tuple[MoveRow, ...]
    judgements: tuple[JudgementRow, ...]


def about(rows: Gathered) -> list[Told]:
    """Give the claims that people worded and then those of the machine, by how many speak to them.

    Only who is named counts: what a machine groups too widely gathers pronouns and descriptions.
    """
    named = _named(rows)

    def weight(row: ClaimRow) -> tuple[int, int]:
        return bool(row.worded_by), sum(one.actor in named for one in row.stands)

    return [_told(row, named) for row in _first(rows, weight)]


def disputed(rows: Gathered, but: Iterable[Told]) -> list[Told]:
    """Give the claims on which most stand on either side, besides those shown already."""
    shown, named = {one.row.id for one in but}, _named(rows)

    def weight(row: ClaimRow) -> tuple[int, int]:
        stands = [one for one in row.stands if one.actor in named]
        on = [sum(one.holds in side for one in stands) for side in (_FOR, _AGAINST)]
        return min(on), sum(on)

    return [
        _told(row, named)
        for row in _first(rows, weight, FEW + len(shown))
        if row.id not in shown and weight(row)[0]
    ][:FEW]


def changed(rows: Gathered) -> list[MoveRow]:
    """Give the latest change of position on each of the claims that have most."""
    moved: dict[RowId, list[MoveRow]] = defaultdict(list)
    for move in rows.claimed.moves:
        moved[move.claim].append(move)
    most = sorted(moved, key=lambda claim: (-len(moved[claim]), claim))[:FEW]
    return [max(moved[claim], key=lambda move: by_time(move.after.when)) for claim in most]


def silent(rows: Gathered) -> list[ChainRow]:
    """Give whose chance to reply has come to silence, the latest first."""
    quiet = [chain for chain in rows.chains if chain.now.is_silence]
    return sorted(quiet, key=lambda chain: by_time(chain.steps[-1].day), reverse=True)


def open_questions(rows: Gathered) -> list[QuestionRow]:
    """Give the questions that nothing answers in full; those that are only proposed come last."""
    left = [one.question for one in rows.questions if one.state is not Open.ANSWERED]
    return sorted(left, key=lambda one: one.statement.proposed or one.asked is None)


def since(rows: Gathered) -> Since:
    """Give what came on the last day on which anything in force came to be known."""
    judged = rows.judged.rows
    day = max([*(row.known for row in rows.sources), *(one.known for one in judged)], default="")
    return Since(
        day=day,
        sources=tuple(row for row in rows.sources if row.known >= day),
        moves=tuple(move for move in rows.claimed.moves if move.after.known >= day),
        judgements=tuple(one for one in judged if one.known >= day),
    )


def _first(
    rows: Gathered, weight: Callable[[ClaimRow], tuple[int, int]], most: int = FEW
) -> Sequence[ClaimRow]:
    claims = [row for row in rows.claimed.rows if row.instead is None]
    ordered = sorted(claims, key=lambda row: (*(-one for one in weight(row)), row.id))
    once = {fold(row.wording): row for row in reversed(ordered)}  # of one wording the first
    return [row for row in ordered if once[fold(row.wording)] is row][:most]


def _named(rows: Gathered) -> set[ActorId | None]:
    return {actor.id for actor in rows.actors if actor.naming is Naming.NAMED}


def _told(row: ClaimRow, named: Collection[ActorId | None]) -> Told:
    """Name those on each side who have a name; the rest are counted, or shown if all are such."""
    sides = []
    for does, holds in (
        ("claimed by", (Holds.ASSERTS,)),
        ("reported by", (Holds.REPORTS,)),
        ("denied by", (Holds.DENIES,)),
        ("denied in part by", (Holds.DENIES_IN_PART,)),
        ("doubted by", (Holds.DOUBTS,)),
        ("no longer upheld by", _LEFT),
    ):
        on = [one for one in row.stands if one.holds in holds]
        some = tuple([one for one in on if one.actor in named] or on)[:NAMED]
        if on:
            sides.append(Side(does=does, some=some, more=len(on) - len(some)))
    return Told(row=row, sides=tuple(sides))
