"""Where documents contradict each other, and which side is settled, in the scorer's terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bench.case_alder.built import Built
from onrecord.core.claims import PositionRow
from onrecord.core.differences import DifferenceRow, Matter, ToldRow
from onrecord.core.vocabulary import Stance


def contradictions(built: Built) -> list[dict[str, Any]]:
    """Give the differences of fact.

    A bound that is only dropped contradicts nothing, nor does it say the contrary that somebody
    does not stand by their words any longer.
    """
    rows = built.case.differing()
    none = (Matter.BOUND, Matter.GIVEN_UP)
    told = [_one(built, row) for row in rows if row.matter not in none]
    misquoted = [
        (row.one, row.other)[2 - row.settled.side]
        for row in rows
        if row.matter in (Matter.WORDS, Matter.SPEAKER) and row.settled is not None
    ]
    turned = {
        frozenset((row.one.source, row.other.source))
        for row in rows
        if row.matter is Matter.POSITION
    }
    changes = (
        {"a": _said(built, before), "b": _said(built, now), "right": "none"}
        for before, now in _changes(built, misquoted)
        if frozenset((before.statement.source, now.statement.source)) not in turned
    )
    return [*told, *changes]


def _changes(built: Built, misquoted: list[ToldRow]) -> Iterator[tuple[PositionRow, PositionRow]]:
    """Give the changes of position on the told claims: from a denial to an assertion, or back.

    The record lists them apart from differences of fact; the scorer counts them among those that
    nothing settles. Each side is where the position was first taken, and not where it is repeated;
    words that are settled to be somebody else's, or other words, are nobody's position.
    """
    claims = list(built.told.get("claims", {}).values())
    room = built.case.claims()
    seen: set[tuple[str, str]] = set()
    for claim in room.worded(claims) if claims else ():
        first: dict[str, PositionRow] = {}
        for one in room.page(claim).taken:
            row = one.position
            if row is None or one.aside or _side_of(row) is None or _is_misquoted(row, misquoted):
                continue
            before = first.get(one.holder)
            if before is not None and _side_of(before) is _side_of(row):
                continue
            first[one.holder] = row
            if before is None or before.statement.source == row.statement.source:
                continue
            pair = before.statement.id, row.statement.id
            if pair not in seen:
                seen.add(pair)
                yield before, row


def _is_misquoted(row: PositionRow, misquoted: list[ToldRow]) -> bool:
    said = row.statement
    return any(one.source == said.source and one.at.overlaps(said.at) for one in misquoted)


def _side_of(row: PositionRow) -> bool | None:
    return {Stance.ASSERTS: True, Stance.DENIES: False, Stance.DENIES_IN_PART: False}.get(
        row.stance
    )


def _said(built: Built, row: PositionRow) -> dict[str, str]:
    said = row.statement
    return {"doc": built.documents[said.source], "quote": " ".join(said.content.split())}


def _one(built: Built, row: DifferenceRow) -> dict[str, Any]:
    right = "none" if row.settled is None else ("a", "b")[row.settled.side - 1]
    return {"a": _side(built, row.one), "b": _side(built, row.other), "right": right}


def _side(built: Built, told: ToldRow) -> dict[str, str]:
    return {"doc": built.documents[told.source], "quote": " ".join(told.words.split())}
