"""What each did about a claim over time: the stances they took, and what became of being asked.

A change of position is between two rows of one holder, each with its words. Silence is a row of the
record and counts as one; that somebody said nothing is never concluded from nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.assess.tips import by_holder, held, last_day, said_by
from onrecord.core.claims import TAKES, ClaimRow, PositionRow
from onrecord.core.dates import When, by_time
from onrecord.core.said import ReplyRow
from onrecord.core.standings import MoveRow, TakenRow
from onrecord.core.vocabulary import Stance


def positions_taken(rows: Iterable[PositionRow], valid: When | None = None) -> list[TakenRow]:
    """Give what each said of a claim by a day, and which of it does not count and why."""
    return [
        TakenRow(
            holder=holder,
            called=row.called,
            does=row.takes,
            when=row.said,
            known=row.statement.known,
            position=row,
            aside=reason,
        )
        for holder, mine in by_holder(row for row in rows if said_by(row, valid)).items()
        for row, reason in _with_reasons(mine)
    ]


def _with_reasons(mine: list[PositionRow]) -> Iterator[tuple[PositionRow, str]]:
    one = held(mine)
    yield from ((row, "") for row in one.rows)
    for row, reason in one.aside:
        # Speaking to the matter without addressing the claim is something somebody did.
        yield row, "" if row.stance is Stance.DOES_NOT_ADDRESS else reason


def reply_taken(reply: ReplyRow, when: When | None, known: str) -> TakenRow:
    """Give what became of asking somebody; `when`: the day it was made, or else was reported."""
    asked = reply.asked
    return TakenRow(
        holder=asked.actor or f"{reply.source} {asked.called.casefold()}",
        called=asked.actor_name or asked.called,
        does=reply.outcome.value,
        when=when,
        known=known,
        reply=reply,
    )


def in_time(taken: Iterable[TakenRow]) -> list[TakenRow]:
    """Put them in the order of time; what has no date comes when the case knew of it."""
    return sorted(taken, key=_order)


def _order(one: TakenRow) -> tuple[object, ...]:
    row = one.position.statement if one.position is not None else one.reply
    assert row is not None
    place = (row.source_label, row.source, row.at)
    return (last_day(one.when, one.known), by_time(one.when), *place, one.does)


def moves(taken: Iterable[TakenRow], claim: ClaimRow) -> list[MoveRow]:
    """Give each change of somebody's position between two rows that follow each other in time.

    A denial in part after one in full is a change; saying the same again is none.
    """
    last: dict[str, TakenRow] = {}
    found = []
    for one in in_time(row for row in taken if not row.aside):
        before = last.get(one.holder)
        if before is not None and _kind(before) != _kind(one):
            found.append(
                MoveRow(
                    claim=claim.id,
                    wording=claim.wording,
                    worded_by=claim.worded_by,
                    standing=claim.state,
                    before=before,
                    after=one,
                )
            )
        last[one.holder] = one
    return found


def _kind(one: TakenRow) -> str:
    """Say what it does, whatever it reaches: a scope put in other words is no change."""
    return one.does if one.position is None else TAKES[one.position.stance]


def since(found: Iterable[MoveRow], begin: When) -> list[MoveRow]:
    """Give the changes that came to be known on a day or later: its first day, if it is a month.

    What was said since then is among them: nothing is known before it is said.
    """
    first = begin.first
    return [row for row in found if first is None or last_day(None, row.after.known) >= first]
