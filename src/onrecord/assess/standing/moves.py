"""What each did about a claim over time: the stances they took, and what became of being asked.

A change of position is between two rows of one holder, each with its words. Silence is a row of the
record and counts as one; that somebody said nothing is never concluded from nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.assess.standing.tips import by_holder, held, in_own_words, last_day
from onrecord.core.claims import TAKES, AnswerRow, ClaimRow, PositionRow
from onrecord.core.dates import When, by_time
from onrecord.core.standings import MoveRow, TakenRow
from onrecord.core.vocabulary import Stance


def taken(claim: ClaimRow) -> list[TakenRow]:
    """Give what each did about a claim, in the order of time, and what of it does not count.

    What has no date comes when the case knew of it.
    """
    found = [
        TakenRow(
            holder=holder,
            called=row.called,
            does=row.takes,
            when=row.said,
            known=row.statement.known,
            position=row,
            aside=reason,
        )
        for holder, mine in by_holder(claim.positions).items()
        for row, reason in _with_reasons(mine)
    ]
    return sorted([*found, *map(_answered, claim.answers)], key=_order)


def _with_reasons(mine: list[PositionRow]) -> Iterator[tuple[PositionRow, str]]:
    one = held(mine)
    yield from ((row, "") for row in one.rows)
    for row, reason in one.aside:
        # Speaking to the matter without addressing the claim is something somebody did.
        yield row, "" if row.stance is Stance.DOES_NOT_ADDRESS else reason


def _answered(answer: AnswerRow) -> TakenRow:
    return TakenRow(
        holder=answer.holder,
        called=answer.called,
        does=answer.reply.outcome.value,
        when=answer.when,
        known=answer.known,
        reply=answer.reply,
    )


def _order(one: TakenRow) -> tuple[object, ...]:
    row = one.position.statement if one.position is not None else one.reply
    assert row is not None
    place = (row.source_label, row.source, row.at)
    own = one.position is not None and in_own_words(one.position)
    return (last_day(one.when, one.known), by_time(one.when), own, *place, one.does)


def moves(claim: ClaimRow) -> list[MoveRow]:
    """Give each change of somebody's position between two rows that follow each other in time.

    A denial in part after one in full is a change; saying the same again is none, nor is silence
    after a stance, nor what one source gives of one day in two ways. A stance after silence is one.
    """
    last: dict[str, TakenRow] = {}
    found = []
    for one in (row for row in taken(claim) if not row.aside):
        before = last.get(one.holder)
        if before is not None and before.position is not None and one.reply is not None:
            continue
        if before is not None and _kind(before) != _kind(one) and _place(before) != _place(one):
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


def _place(one: TakenRow) -> tuple[str, int, bool]:
    """Say where and when it is told; an edit is told by what came after its source."""
    row = one.position.statement if one.position is not None else one.reply
    assert row is not None
    edited = one.position is not None and bool(one.position.edit)
    return row.source, last_day(one.when, one.known), edited


def since(found: Iterable[MoveRow], begin: When) -> list[MoveRow]:
    """Give the changes that came to be known on a day or later: its first day, if it is a month.

    What was said since then is among them: nothing is known before it is said.
    """
    first = begin.first
    return [row for row in found if first is None or last_day(None, row.after.known) >= first]
