"""The timeline: every date in a picture, in lanes of one's choice, in a table, and in a list.

Each choice of lanes is a page of its own, so it needs no script; all lead to the one list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from onrecord.core.dates import When
from onrecord.core.rows import PASSED, TimelineRow, quoted
from onrecord.core.vocabulary import Naming
from onrecord.show.dates import spoken
from onrecord.show.drawing import Dated, Head, drawing
from onrecord.show.extents import Extent, can_be_drawn, extent
from onrecord.show.gathered import Gathered
from onrecord.show.places import Links, Places, file_name
from onrecord.show.press import Entry, Page, lists, page_of

MOST_LANES = 24
"""Lanes in one picture, those with the most dates first: more is no longer a picture."""
MOST_MARKS = 1000
"""Rows of the table behind a picture: some 150 kB; the list has every entry."""

_KINDS = ("published", "modified", "said", "in the text", PASSED)
_HAPPENED = "told to have happened"
"""The lane of events of all kinds: the list has each kind."""

Heads = Mapping[str, Head]
LanesOf = Callable[[TimelineRow], Iterable[str]]
"""Gives the lanes that an entry belongs in, by their keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice of lanes: its page, the word for it, and what gives the lanes of an entry."""

    page: str
    word: str
    lanes: Callable[[Gathered, Links], tuple[LanesOf, Heads]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A row of the table behind a picture: the lane's number, the date, how many entries."""

    lane: int
    name: str
    when: str
    covers: Extent
    count: int
    href: str

    @property
    def days(self) -> str:
        """Give what a script needs to draw it: days, ends, and whether it is a day or perhaps."""
        sure = self.covers.sure or (None, None)
        days = (self.covers.low, self.covers.high, *sure)
        ends = (self.covers.start[0], self.covers.end[0])
        kind = "d" if self.covers.day else "s" if self.covers.sure else "i"
        parts = ["" if day is None else str(day) for day in days]
        return ",".join((*parts, *ends, kind + ("p" if self.covers.perhaps else "")))


def timeline(rows: Gathered, places: Places) -> Iterator[Page]:
    """Give the list with its picture, and a page for each other choice of lanes."""
    # What has no place on the axis comes after what has, and what has no date at all comes last.
    ordered = sorted(rows.timeline, key=lambda row: (row.when is None, not _placed(row)))
    groups: dict[str, tuple[str, str]] = {}
    entries: list[Entry] = []
    for index, row in enumerate(ordered):
        edtf = row.when.edtf if row.when else ""
        if edtf not in groups:
            groups[edtf] = (f"when-{len(groups) + 1}", page_of("timeline", index))
        entries.append(
            Entry(kind="date", row=row, heading=spoken(row.when), anchor=groups[edtf][0])
        )
    first, *others = CHOICES
    filled = partial(_pictured, rows, ordered, groups, places)
    yield from lists("timeline", "timeline.html", entries, partial(filled, first))
    for choice in others:
        yield Page(name=choice.page, template="timeline-lanes.html", fill=partial(filled, choice))


def _pictured(
    rows: Gathered,
    ordered: list[TimelineRow],
    groups: Mapping[str, tuple[str, str]],
    places: Places,
    choice: Choice,
) -> dict[str, Any]:
    root = "../" * choice.page.count("/")
    lanes_of, heads = choice.lanes(rows, Links(places, root))
    counts: Counter[tuple[str, str]] = Counter()
    whens: dict[str, When] = {}
    for row in ordered:
        if row.when is not None:
            whens.setdefault(row.when.edtf, row.when)
            counts.update((lane, row.when.edtf) for lane in lanes_of(row))
    dates = [
        Dated(
            lane=lane,
            when=whens[edtf],
            count=count,
            href=f"{root}{groups[edtf][1]}#{groups[edtf][0]}",
        )
        for (lane, edtf), count in counts.items()
    ]
    kept, left = _most(dates, heads)
    drawn = [dated for dated in kept if can_be_drawn(dated.when)]
    return {
        "choices": CHOICES,
        "chosen": choice,
        "drawing": drawing(kept, f"Timeline by {choice.word}", heads),
        "marks": _marks(drawn[:MOST_MARKS], heads),
        "marks_left": max(0, len(drawn) - MOST_MARKS),
        "lanes_left": left,
        "outside": [d for d in dates if not can_be_drawn(d.when)],
        "unknown": groups.get(""),
        "undated": sum(row.when is None for row in rows.timeline),
    }


def _most(dates: list[Dated], heads: Heads) -> tuple[list[Dated], int]:
    """Keep the lanes with the most dates, in the order of their heads; say how many are left."""
    count = Counter(one.lane for one in dates)
    order = {lane: number for number, lane in enumerate(heads)}
    best = set(sorted(count, key=lambda lane: (-count[lane], order[lane]))[:MOST_LANES])
    kept = sorted((d for d in dates if d.lane in best), key=lambda d: order[d.lane])
    return kept, len(count) - len(best)


def _marks(drawn: list[Dated], heads: Heads) -> list[Mark]:
    numbers = {lane: n for n, lane in enumerate(dict.fromkeys(dated.lane for dated in drawn))}
    return [
        Mark(
            lane=numbers[dated.lane],
            name=heads[dated.lane].name,
            when=spoken(dated.when),
            covers=extent(dated.when),
            count=dated.count,
            href=dated.href,
        )
        for dated in drawn
    ]


def _placed(row: TimelineRow) -> bool:
    return row.when is not None and can_be_drawn(row.when)


def _by_kind(rows: Gathered, links: Links) -> tuple[LanesOf, Heads]:
    heads = {kind: Head(name=kind) for kind in (*_KINDS, _HAPPENED)}
    return lambda row: (row.kind if row.kind in _KINDS else _HAPPENED,), heads


def _by_proceeding(rows: Gathered, links: Links) -> tuple[LanesOf, Heads]:
    """Steps by their proceeding; no lane is named without how it is told to have ended."""
    lanes: dict[str, str] = {}
    heads: dict[str, Head] = {}
    for index, row in enumerate(rows.proceedings):
        ended = row.ending.told if row.ending else "no source tells of an end"
        href = f"{links.root}{page_of('proceedings', index)}#{file_name(row.id)}"
        heads[row.id] = Head(name=f"{row.title}: {ended}", href=href)
        lanes.update((step.id, row.id) for step in row.steps)
    return lambda row: (lanes[row.id],) if row.id in lanes else (), heads


def _by_actor(rows: Gathered, links: Links) -> tuple[LanesOf, Heads]:
    heads: dict[str, Head] = {
        actor.id: Head(
            name=actor.name if actor.naming is Naming.NAMED else quoted(actor.name, 80),
            href=links.actor(actor.id) or "",
        )
        for actor in rows.actors
    }
    return lambda row: sorted(actor for actor in row.actors if actor in heads), heads


def _by_document(rows: Gathered, links: Links) -> tuple[LanesOf, Heads]:
    heads: dict[str, Head] = {
        row.id: Head(name=row.label, href=links.source(row.id)) for row in rows.sources
    }
    return lambda row: (row.source,), heads


CHOICES = (
    Choice(page="timeline.html", word="kind", lanes=_by_kind),
    Choice(page="timeline/by-proceeding.html", word="proceeding", lanes=_by_proceeding),
    Choice(page="timeline/by-actor.html", word="actor", lanes=_by_actor),
    Choice(page="timeline/by-document.html", word="document", lanes=_by_document),
)
