"""What a date that a person entered moves: all that a reader had dated by the same words.

An event, a passing, a statement, a reply, a question and a finding keep the words their day was
read from. Where a person says what days these words mean, it holds for them too. Where no reader
found a day, the one event of the date's own sentence takes it. Like all that is entered, it is put
right when rows are asked for, so that it goes with its judgement when that is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import apsw
import msgspec

from onrecord.core.dates import When
from onrecord.core.entered import Entered
from onrecord.core.errors import UnreadableDate
from onrecord.core.vocabulary import Realised

_DATED = {
    "statement": "CAST(v.made AS TEXT)",
    "reply": "CAST(v.made AS TEXT)",
    "question": "CAST(v.put AS TEXT)",
    "hop": 'CAST(v."when" AS TEXT)',
    "event": "json_extract(CAST(v.body AS TEXT), '$.when')",
    "finding": "json_extract(CAST(v.body AS TEXT), '$.when')",
}
"""The views whose rows have a day, and where it stands in them."""

_SAID = "not after it was said"
_AHEAD = (Realised.EXPECTED, Realised.CONSIDERED)
_WHEN = msgspec.json.Decoder(When)


@dataclass(frozen=True, slots=True)
class Moved:
    """The days of rows that a person moved, by the row's id (a hop's by `hop_key`).

    `begins` has the first day, as an ordinal, on which each can have been; None: no bound.
    """

    days: Mapping[str, When] = field(default_factory=dict)
    begins: Mapping[str, int | None] = field(default_factory=dict)

    def day(self, row: str, read: When | None) -> When | None:
        """Give the day of a row: the one that was entered for it, or else the one `read`."""
        return self.days.get(row, read)

    def by(self, valid: int) -> tuple[list[str], list[str]]:
        """Give the moved rows that can have been before a day, and those that cannot."""
        early = [row for row, first in self.begins.items() if first is None or first < valid]
        return sorted(early), sorted(self.begins.keys() - early)


def hop_key(flow: str, number: int) -> str:
    """Name one hop of a flow, which has as many as it has hands to pass through."""
    return f"{flow}#{number}"


def moved(
    connection: apsw.Connection, dates: Iterable[Entered], in_force: str, values: Mapping[str, Any]
) -> Moved:
    """Work out what entered dates move.

    Args:
        dates: those in force, in the order in which they were entered; the last one counts.
        in_force: the condition on the rows of a view `{view}`, and `values` what it takes.
    """
    days: dict[str, When] = {}
    begins: dict[str, int | None] = {}
    for one in dates:
        for view in _DATED:
            for row, realised, when in _near(connection, view, one, in_force, values):
                days[row] = when
                if realised not in _AHEAD:  # what is only expected holds from when it is told
                    first, after = when.first, when.after
                    told = first is None and after is not None and view == "event"
                    begins[row.partition("#")[0]] = after - 1 if told and after else first
    return Moved(days, begins)


def _near(
    connection: apsw.Connection,
    view: str,
    entered: Entered,
    in_force: str,
    values: Mapping[str, Any],
) -> list[tuple[str, str, When]]:
    """Give what the day of one entered date is of in one view: id, as what it is told, and day."""
    dated = entered.dated
    if dated is None or dated.when is None:
        return []
    told = "v.realised" if view in ("event", "hop") else "''"
    number = "v.number" if view == "hop" else "NULL"
    rows = [
        (id if of is None else hop_key(id, of), realised, read and _WHEN.decode(read), start, end)
        for id, of, realised, read, start, end in connection.execute(
            f'SELECT v.id, {number}, {told}, {_DATED[view]}, v.start, v."end" FROM {view} v'
            f" WHERE v.source = :of AND {in_force.replace('{view}', 'v')}",
            {**values, "of": entered.source},
        )
    ]
    found = []
    for row, realised, read, _, _ in rows:
        if read is not None and read.at is not None and read.at.overlaps(dated.at):
            new = _bounding(dated.when) if read.rule == _SAID else dated.when
            if new is not None:
                found.append((row, realised, new))
    around = entered.around
    if found or around is None or view not in ("event", "hop"):
        return found
    here = [
        (row, realised, read)
        for row, realised, read, start, end in rows
        if around.start <= start and end <= around.end
    ]
    if len(here) == 1 and (here[0][2] is None or here[0][2].rule == _SAID):
        found.append((here[0][0], here[0][1], dated.when))
    return found


def _bounding(when: When) -> When | None:
    """Give what was not after a day; None: it cannot be put so."""
    last = when.last_date
    try:
        return None if last is None else replace(when, edtf=f"../{last}")
    except UnreadableDate:
        return None
