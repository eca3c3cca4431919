"""The pages on claims: who stands where on each, and for each a page that can be printed alone.

A wording is always shown in quotation marks with its standing beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import partial
from typing import Any

from onrecord.core.claims import ClaimRow, Holds, StandsRow
from onrecord.core.differences import DifferenceRow
from onrecord.core.grading import Grade
from onrecord.core.identity import SourceId, StatementId, row_id
from onrecord.core.standings import ClaimPages
from onrecord.core.vocabulary import Stance, Verb
from onrecord.show.claim_tree import origin_trees
from onrecord.show.gathered import Gathered
from onrecord.show.places import file_name
from onrecord.show.press import PER_PAGE, Page, lists, pager

COLUMNS = 6
"""Actors with a column of their own: as a sheet is wide. The others are named in the last."""

_AGAINST = (Stance.DENIES, Stance.DENIES_IN_PART, Stance.DOUBTS, Stance.WITHDRAWS)

_MOVES = 100
"""Changes of position on the page of all claims; each claim's own page has all of its own."""


def claims(rows: Gathered) -> Iterator[Page]:
    """Give the table of claims against actors, and a page for each claim."""
    claimed = rows.claimed
    yield from lists("claims", "claims.html", claimed.rows, partial(table, claimed, claimed.rows))
    for row in claimed.rows:
        yield Page(
            name=page_of_claim(row.id), template="claim.html", fill=partial(_claim, rows, row)
        )


def page_of_claim(id: str) -> str:
    """Name the page of a claim."""
    return f"claims/{file_name(id)}.html"


def _claim(rows: Gathered, row: ClaimRow) -> dict[str, Any]:
    page = rows.claimed.page(row)
    said = {(one.statement.source, one.statement.id) for one in row.positions}
    return {
        "row": row,
        "why": page.why,
        "taken": page.taken,
        "moves": page.moves,
        "trees": origin_trees(row, rows.carried.branches),
        "against": [one for one in row.positions if one.stance in _AGAINST],
        "differing": [one for one in rows.differing if _touches(one, said, row)],
        "graded": _graded(rows, row),
        "decided": [
            one
            for one in rows.judged.rows
            if row.id in one.now or (one.verb is Verb.WRITE and row_id("clm", one.id) == row.id)
        ],
    }


def _touches(
    difference: DifferenceRow, said: Set[tuple[SourceId, StatementId]], row: ClaimRow
) -> bool:
    """Say whether a side of a difference stands in words that take a stance on the claim."""
    for side in difference.sides:
        if side.statement is not None and (side.source, side.statement.id) in said:
            return True
        if any(
            one.statement.source == side.source and one.statement.at.overlaps(side.at)
            for one in row.positions
        ):
            return True
    return False


def _graded(rows: Gathered, row: ClaimRow) -> list[tuple[str, str, Sequence[Grade]]]:
    """Give what is graded of a claim, its sources and its statements: in words, by id."""
    grades = rows.judged.grades
    labels = {one.statement.source: one.where for one in row.positions}
    said = {one.statement.id: one for one in row.positions}
    names: dict[str, str] = {
        row.id: "how likely the claim is held to be",
        **{source: f"how reliable {label} is held to be" for source, label in labels.items()},
        **{
            id: f"how credible what {one.called} is reported to say in {one.where} is held to be"
            for id, one in said.items()
        },
    }
    return [(name, id, grades[id]) for id, name in names.items() if id in grades]


def chosen_claims(claimed: ClaimPages, rows: Sequence[ClaimRow]) -> dict[str, Any]:
    """Fill the table with a choice of claims, on one page; `total` counts those left out too."""
    entries = rows[:PER_PAGE]
    return {
        **table(claimed, rows), "entries": entries, "total": len(rows),
        "pager": pager("claims", 1, 1),
    }  # fmt: skip


def table(claimed: ClaimPages, rows: Sequence[ClaimRow]) -> dict[str, Any]:
    """Fill the table of some claims against those who take a stance on most of them."""
    columns = _columns(rows)
    moves = sorted(
        claimed.moves,
        key=lambda move: (move.after.known, move.title),
        reverse=True,
    )
    return {
        "alone": claimed.alone,
        "columns": columns,
        "shown": {one.holder for one in columns},
        "signs": list(Holds),
        "stances": lambda row: {one.holder: one for one in row.stands},
        "moves": moves[:_MOVES],
        "left_out": max(0, len(moves) - _MOVES),
    }


def _columns(rows: Sequence[ClaimRow]) -> list[StandsRow]:
    """Choose the actors who take a stance on most claims: known, and on several of them."""
    counts: Counter[str] = Counter()
    some: dict[str, StandsRow] = {}
    for one in (one for row in rows for one in row.stands if one.actor is not None):
        counts[one.holder] += 1
        some.setdefault(one.holder, one)
    several = [holder for holder in counts if counts[holder] > 1]
    most = sorted(several, key=lambda holder: (-counts[holder], some[holder].called, holder))
    return [some[holder] for holder in most[:COLUMNS]]
