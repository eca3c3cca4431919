"""The pages on claims: who stands where on each, and for each a page that can be printed alone.

A wording is always shown in quotation marks with its standing beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from onrecord.core.claims import ClaimRow, Holds, StandsRow
from onrecord.core.standings import ClaimPage, ClaimPages
from onrecord.show.places import file_name
from onrecord.show.press import Page, lists

COLUMNS = 6
"""Actors with a column of their own: as a sheet is wide. The others are named in the last."""

_MOVES = 100
"""Changes of position on the page of all claims; each claim's own page has all of its own."""


def claims(claimed: ClaimPages) -> Iterator[Page]:
    """Give the table of claims against actors, and a page for each claim."""
    rows = [page.row for page in claimed.pages]
    yield from lists("claims", "claims.html", rows, partial(_table, claimed, rows))
    for page in claimed.pages:
        yield Page(
            name=f"claims/{file_name(page.row.id)}.html",
            template="claim.html",
            fill=partial(_claim, page),
        )


def _claim(page: ClaimPage) -> dict[str, Any]:
    return {"row": page.row, "why": page.why, "taken": page.taken, "moves": page.moves}


def _table(claimed: ClaimPages, rows: Sequence[ClaimRow]) -> dict[str, Any]:
    columns = _columns(rows)
    moves = sorted(
        (move for page in claimed.pages for move in page.moves),
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
