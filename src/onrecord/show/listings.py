"""The lists: who spoke, when, every statement, and every denial, reply and silence.

Each entry leads to the highlighted words; each list is cut into pages when it is long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import Any

from onrecord.core.flows import key_of
from onrecord.core.identity import SourceId
from onrecord.core.quantities import same_thing
from onrecord.core.rows import (
    ActorRow,
    QuantityRow,
    SourceRow,
    StatementRow,
    Tally,
)
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Naming, Outcome, SpeechAct
from onrecord.show.gathered import Gathered
from onrecord.show.places import Places, file_name
from onrecord.show.posts import posts_shown
from onrecord.show.press import Entry, Page, lists, page_of

_OUTCOMES = (
    Outcome.NO_RESPONSE,
    Outcome.DECLINED,
    Outcome.DENIED,
    Outcome.ANSWERED,
    Outcome.NOT_ASKED,
)


MOST_SAID_OF = 60
"""Statements of others on a page of an actor; where they are mentioned is told of all sources."""

MOST_PROPOSALS = 20
"""On a page of an actor; `onrecord actors propose` lists them all."""


def people(rows: Gathered, places: Places) -> Iterator[Page]:
    """Give the list of actors, a page for each, and one for statements without an actor."""
    order = list(Naming)
    yield from lists(
        "people",
        "people.html",
        rows.listed(sorted(rows.actors, key=lambda actor: order.index(actor.naming))),
        lambda: {"nobody": Tally.of(rows.by_actor.get(None, ()))},
    )
    for actor in rows.actors:
        yield from lists(
            f"people/{file_name(actor.id)}",
            "actor.html",
            _said(rows.by_actor.get(actor.id, [])),
            partial(_actor, rows, places, actor),
        )
    unnamed = rows.by_actor.get(None, [])
    yield from lists(
        "people/nobody", "nobody.html", _said(unnamed), lambda: {"said": Tally.of(unnamed)}
    )


def _actor(rows: Gathered, places: Places, actor: ActorRow) -> dict[str, Any]:
    taken = {row.id for row, _ in rows.stands.get(actor.id, [])}
    return {
        "actor": actor,
        "said": Tally.of(rows.by_actor.get(actor.id, [])),
        "asked": rows.asked.get(actor.id, []),
        "proceedings": rows.proceedings_about((actor.id,)),
        "where": _where(rows),
        "may_be": rows.may_be.get(actor.id, [])[:MOST_PROPOSALS],
        "held_to_be": rows.held_to_be.get(actor.id, []),
        "posts": posts_shown(rows.tenures.get(actor.id, []), places, "../"),
        "stands": rows.stands.get(actor.id, []),
        "about": [row for row in rows.claims_about.get(actor.id, []) if row.id not in taken],
        "said_of": rows.said_of.get(actor.id, []),
        "most": MOST_SAID_OF,
        "decided": rows.decided_on.get(actor.id, []),
        "mentions": _mentions(actor, {row.id: row for row in rows.sources}),
    }


def _said(said: Iterable[StatementRow]) -> list[Entry]:
    return [Entry(kind="statement", row=row, heading=row.source_label) for row in _by_source(said)]


def _by_source(said: Iterable[StatementRow]) -> list[StatementRow]:
    return sorted(said, key=lambda row: (row.source_label, row.source, row.at, row.id))


def _mentions(
    actor: ActorRow, sources: dict[SourceId, SourceRow]
) -> list[tuple[SourceRow, list[Span]]]:
    found: dict[SourceId, list[Span]] = defaultdict(list)
    for source, span in actor.mentions:
        found[source].append(span)
    return [
        (sources[source], sorted(spans)) for source, spans in found.items() if source in sources
    ]


def flows(rows: Gathered) -> Iterator[Page]:
    """Give what is told to have passed, each arrow with its standing and the hops it rests on."""
    yield from lists(
        "flows",
        "flows.html",
        [
            (number, arrow, rows.proceedings_about((key_of(arrow.giver), key_of(arrow.taker))))
            for number, arrow in enumerate(rows.arrows, 1)
        ],
        lambda: {"where": _where(rows)},
    )


def _where(rows: Gathered) -> dict[str, str]:
    """Give the page and anchor of each proceeding."""
    return {
        row.id: f"{page_of('proceedings', index)}#{file_name(row.id)}"
        for index, row in enumerate(rows.proceedings)
    }


def proceedings(rows: Gathered) -> Iterator[Page]:
    """Give the proceedings that sources tell of, each with its steps and how it ended."""
    yield from lists("proceedings", "proceedings.html", rows.proceedings)


def statements(rows: Gathered) -> Iterator[Page]:
    """Give every statement by source, and every reply and denial by its kind, each once."""
    order = {row.id: number for number, row in enumerate(rows.sources)}
    said = sorted(rows.statements, key=lambda r: (order.get(r.source, len(order)), r.at, r.id))
    yield from lists(
        "statements",
        "statements.html",
        _statement_entries(said),
        lambda: {"contents": _contents(said)},
    )
    disputes = [
        Entry(kind="reply", row=reply, heading=f"Asked: {outcome}", anchor=f"reply-{number}")
        for number, outcome in enumerate(_OUTCOMES, 1)
        for reply in rows.replies
        if reply.outcome is outcome
    ]
    for act in (SpeechAct.DENIES, SpeechAct.DOUBTS, SpeechAct.CRITICISES, SpeechAct.DECLINES):
        disputes += [
            Entry(kind="statement", row=row, heading=f"Statement: {act}", anchor=f"act-{act}")
            for row in said
            if row.act is act and row.duplicate_of is None
        ]
    yield from lists("disputes", "disputes.html", disputes)


def quantities(rows: Gathered) -> Iterator[Page]:
    """Give how many and how much, by what is counted: what can be compared stands together."""
    ordered = sorted(rows.quantities, key=lambda row: (*_thing(row), row.source, row.at))
    yield from lists(
        "quantities",
        "quantities.html",
        [
            Entry(kind="quantity", row=row, heading=_thing_shown(row), anchor=f"of-{number}")
            for number, (_, same) in enumerate(groupby(ordered, key=_thing), 1)
            for row in same
        ],
    )


def tests(rows: Gathered) -> Iterator[Page]:
    """Give each applied test: its elements against days, and every finding it rests on."""
    yield from lists("tests", "tests.html", rows.tested)


def differences(rows: Gathered) -> Iterator[Page]:
    """Give where documents differ on a fact, with both sides and what settles it."""
    yield from lists("differences", "differences.html", rows.differing)


def _thing(row: QuantityRow) -> tuple[str, str]:
    return same_thing(row.item), row.unit


def _thing_shown(row: QuantityRow) -> str:
    item, unit = _thing(row)
    if not item and not unit:
        return "What is counted is not said"
    return f"{item} ({unit})" if item and unit else item or unit


def _statement_entries(said: list[StatementRow]) -> list[Entry]:
    return [
        Entry(
            kind="statement",
            row=row,
            heading=row.source_label,
            anchor=f"in-{file_name(row.source)}",
        )
        for row in said
    ]


def _contents(said: list[StatementRow]) -> list[tuple[str, str, int]]:
    """Give where in the list each source begins: its name, the link, and how many it has."""
    begun: dict[SourceId, tuple[str, str, int]] = {}
    for index, row in enumerate(said):
        if row.source not in begun:
            page = page_of("statements", index)
            begun[row.source] = (row.source_label, f"{page}#in-{file_name(row.source)}", 0)
        label, href, count = begun[row.source]
        begun[row.source] = (label, href, count + (row.duplicate_of is None))
    return list(begun.values())
