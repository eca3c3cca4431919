"""The posts of one actor for their page: a strip over time, and the same as rows beneath it.

A post stands under whose word it is: the sources that write or list it, or whoever is reported to
have said it. Nothing here says that somebody held it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.core.dates import by_time
from onrecord.core.folding import fold
from onrecord.core.posts import TenureRow
from onrecord.show.dates import spoken
from onrecord.show.drawing import Dated, Drawing, drawing
from onrecord.show.places import Places
from onrecord.show.visible import visible

MOST = 200
"""Tenures on a page: an actor whom more sources give a post has them in `onrecord tenures`."""
_LANES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsShown:
    """What a page shows of an actor's posts. `left_out` counts the tenures it has no room for."""

    rows: tuple[TenureRow, ...]
    drawing: Drawing | None
    left_out: int


def posts_shown(rows: Sequence[TenureRow], places: Places, root: str) -> PostsShown:
    """Put tenures in order of time and draw them, a lane for each post and whoever tells of it.

    Args:
        root: leads from the page to the dossier's folder.
    """
    ordered = sorted(rows, key=_by_time)[:MOST]
    lanes: dict[tuple[str, str, str], str] = {}
    dates: list[Dated] = []
    for row in ordered:
        key = (fold(row.post), fold(row.body), _teller(row))
        name = lanes.setdefault(key, _lane(row))
        href = root + places.words(row.source, row.around)
        dates.extend(_dated(row, name, href))
    kept = set(list(lanes.values())[:_LANES])
    strip = drawing([one for one in dates if one.lane in kept], "Posts, as sources tell of them")
    return PostsShown(rows=tuple(ordered), drawing=strip, left_out=len(rows) - len(ordered))


def _by_time(row: TenureRow) -> tuple[bool, int, int, str, str]:
    first = row.held if row.held is not None and row.held.edtf != "/.." else None
    return (*by_time(first or (row.cited[0] if row.cited else row.held)), row.source_label, row.id)


def _teller(row: TenureRow) -> str:
    """Name who says so where it is not the source itself."""
    return "" if row.statement is None else row.told_by.partition(";")[0]


def _lane(row: TenureRow) -> str:
    teller = _teller(row)
    return visible(f"{row.attributed_post}{f' ({teller})' if teller else ''}")


def _dated(row: TenureRow, lane: str, href: str) -> Iterator[Dated]:
    """Give the marks of a tenure: its interval, and a tick for each day it is attested on."""
    told = visible(row.attribution)
    if row.held is not None and (row.held.first is not None or row.held.after is not None):
        yield Dated(lane=lane, when=row.held, count=1, href=href, told=told)
    unbounded = row.held is not None and row.held.edtf == "/.."
    for when in row.cited:
        yield Dated(
            lane=lane,
            when=when,
            count=1,
            href=href,
            cited=True,
            start="unknown" if unbounded else "firm",
            end="open" if unbounded else "firm",
            told=f"attested: {told}",
        )


def ends_told(row: TenureRow) -> str:
    """Say from when to when, and what kind of bound each end is, in words."""
    if row.held is None:
        return "no dates are given"
    return f"{spoken(row.held)}{f' ({row.held.rule})' if row.held.rule else ''}"
