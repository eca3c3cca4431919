"""Where the rows that judgements are about are now: under their ids, moved a little, or nowhere.

An id is of a text and of spans, so a judgement finds its row again whoever read it. Where a newer
reading has other spans, it goes over to the one row of its kind that has taken the place of the
old one. Where there is none, or where that is in doubt, it is an orphan and waits: nothing is
guessed, and it comes back with its words. What people entered by hand moves nowhere, and nothing
moves to it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import apsw
import msgspec

from onrecord.core.moving import MOVED, alike
from onrecord.core.spans import Span, Spans

VIEW_OF = {
    "sta": "statement",
    "men": "mention",
    "rep": "reply",
    "ten": "tenure",
    "qty": "quantity",
    "que": "question",
    "flw": "hop",
    "evt": "event",
    "fnd": "finding",
    "prc": "proceeding",
    "idc": "identity",
    "dat": "dated",
}
"""The view in which rows of each kind stand."""

Values = Mapping[str, Any]


def kind(identifier: str) -> str:
    """Give the beginning of an id, which tells its kind."""
    return identifier.partition("_")[0]


def now(
    connection: apsw.Connection, ids: Iterable[str], in_force: str, values: Values
) -> dict[str, str | None]:
    """Say under which id each of these rows is read now; None: under none. Others are left out.

    Args:
        ids: of rows that readers find; ids of other kinds have no place in a text.
        in_force: the condition on the rows of a view `{view}`, and `values` what it takes.
    """
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for identifier in ids:
        if (view := VIEW_OF.get(kind(identifier))) is not None:
            wanted[view].add(identifier)
    found: dict[str, str | None] = {}
    for view, some in wanted.items():
        here = {
            row[0]
            for row in connection.execute(
                f"SELECT DISTINCT v.id FROM json_each(:ids) JOIN {view} v ON v.id = value"
                f" WHERE {in_force.replace('{view}', 'v')}",
                {**values, "ids": json.dumps(sorted(some))},
            )
        }
        for identifier in sorted(some):
            if identifier in here:
                found[identifier] = identifier
            else:
                found[identifier] = _moved(connection, view, identifier, in_force, values)
    return found


def _moved(
    connection: apsw.Connection, view: str, identifier: str, in_force: str, values: Values
) -> str | None:
    """Find the row that has taken the place of one that is no longer read; None: none surely."""
    before = connection.execute(
        f'SELECT r.entry, r.text, v.start, v."end", {_places(view)} FROM {view} v'
        " JOIN reading r ON r.entry = v.entry WHERE v.id = :id AND v.known <= :known"
        " AND r.hand = '' ORDER BY r.entry DESC LIMIT 1",
        {"id": identifier, "known": values["known"]},
    ).fetchone()
    if before is None:
        return None
    entry, text, start, end, places = before
    rows = connection.execute(
        f'SELECT DISTINCT v.id, v.start, v."end", {_places(view)} FROM {view} v'
        f" WHERE {in_force.replace('{view}', 'v')}"
        " AND v.entry IN (SELECT entry FROM reading WHERE text = :text AND hand = '')"
        ' AND v.start < :end AND v."end" > :start'
        f" AND v.id NOT IN (SELECT id FROM {view} WHERE entry = :entry)",
        {**values, "text": text, "start": start, "end": end, "entry": entry},
    )
    was = (Span(start, end), places)
    near = {row[0] for row in rows if _alike(was, (Span(row[1], row[2]), row[3])) > MOVED}
    return near.pop() if len(near) == 1 else None


def _places(view: str) -> str:
    return "v.spans" if view == "statement" else "NULL"


def _alike(one: tuple[Span, bytes | None], other: tuple[Span, bytes | None]) -> float:
    """Say how much of two rows' places is the same: of a statement its content, with its cue."""
    if one[1] is None or other[1] is None:
        return alike((one[0],), (other[0],))
    _, cue, content, _ = _ROLES.decode(one[1])
    _, cue_now, content_now, _ = _ROLES.decode(other[1])
    return alike(content, content_now, cue, cue_now)


_ROLES = msgspec.json.Decoder(tuple[Spans, Spans, Spans, Spans])
