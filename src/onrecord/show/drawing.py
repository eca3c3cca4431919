"""The timeline as a drawing: lanes by kind, points, intervals, and ends only as firm as they are.

It draws dates and counts and never a word of a source, so nothing in it can be taken for a fact;
each mark leads to the list beneath, where the words stand with whose they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from onrecord.core.dates import When
from onrecord.show.dates import spoken
from onrecord.show.extents import Extent, can_be_drawn, extent, is_day
from onrecord.show.scale import Scale, Tick

WIDTH = 1040
_LEFT, _RIGHT = 20, 20
_TRACK = 19
_TRACKS = 12
"""Rows of marks a lane may take before the rest is only counted: more is no longer a picture."""
_LANE_HEAD = 26
_CROWDED = 9
"""Days nearer than this in pixels are drawn as one mark: a finger cannot tell them apart."""
_ARROW = 26
_BESIDE = 17.0
"""Pixels to either side of a tick that what is not known before and after it takes."""
_HAIR = 3
"""A sure stretch narrower than this in pixels would look like a mark of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One date in one lane, how many entries bear it, and where the list has them.

    `cited`: a day on which something is attested, drawn as a tick; `start` and `end` say what is
    known of what lies before and after it. `told`: what the mark is called in place of a count.
    """

    lane: str
    when: When
    count: int
    href: str
    cited: bool = False
    start: str = "firm"
    end: str = "firm"
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """One mark, placed. `start` and `end` say how each end is drawn: firm, open, unknown, about."""

    x1: float
    x2: float
    y: float
    point: bool
    sure: tuple[float, float] | None
    start: str
    end: str
    perhaps: bool
    radius: float
    label: str
    href: str
    tick: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a lane is called, and the page that tells of whoever or whatever has it."""

    name: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    name: str
    href: str
    y: float
    height: float
    glyphs: tuple[Glyph, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All that the template needs to write the picture."""

    width: int
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    folds: tuple[float, ...]
    description: str
    title: str
    ticked: bool = False
    stops: tuple[tuple[int, float], ...] = ()


def drawing(
    dates: Sequence[Dated],
    title: str = "Timeline of the record",
    heads: Mapping[str, Head] = MappingProxyType({}),
) -> Drawing | None:
    """Place dates on a common axis; None where none of them can be placed.

    Dates outside the years 1 to 9999 have no place on it: the caller lists them.

    Args:
        heads: what lanes are called, where that is not the word that their dates have for them.
    """
    drawn = [dated for dated in dates if can_be_drawn(dated.when)]
    if not drawn:
        return None
    scale = Scale(_stretches(drawn), _LEFT + _ARROW, WIDTH - _RIGHT - _ARROW)
    by_lane: dict[str, list[Dated]] = {}
    for dated in drawn:
        by_lane.setdefault(dated.lane, []).append(dated)
    lanes: list[Lane] = []
    y = 44.0
    for name in by_lane:
        lane = _lane(heads.get(name) or Head(name=name), by_lane[name], scale, y)
        lanes.append(lane)
        y += lane.height
    return Drawing(
        width=WIDTH,
        height=y + 14,
        lanes=tuple(lanes),
        ticks=tuple(scale.ticks()),
        folds=tuple((scale.x(low) + scale.x(high)) / 2 for low, high in scale.folds),
        description=_description(by_lane, lanes),
        title=title,
        ticked=_has_ticks(lanes),
        stops=tuple(scale.stops),
    )


def _has_ticks(lanes: Iterable[Lane]) -> bool:
    return any(glyph.tick for lane in lanes for glyph in lane.glyphs)


def _stretches(dates: Iterable[Dated]) -> Iterator[tuple[int, int]]:
    for dated in dates:
        bounds = [b for b in (dated.when.first, dated.when.after) if b is not None]
        yield bounds[0], bounds[-1]


def _lane(head: Head, dates: list[Dated], scale: Scale, y: float) -> Lane:
    glyphs: list[Glyph] = []
    ends: list[float] = []
    left_out = 0
    for glyph in sorted(_glyphs(dates, scale), key=lambda g: (g.x1 - g.radius, g.x2)):
        low, high = glyph.x1 - max(glyph.radius, 3), glyph.x2 + max(glyph.radius, 3)
        track = next((i for i, end in enumerate(ends) if end < low), len(ends))
        if track >= _TRACKS:
            left_out += 1
            continue
        if track == len(ends):
            ends.append(high)
        ends[track] = high
        glyphs.append(_at_height(glyph, y + _LANE_HEAD + track * _TRACK + _TRACK / 2))
    height = _LANE_HEAD + max(1, len(ends)) * _TRACK + 10
    return Lane(
        name=head.name,
        href=head.href,
        y=y,
        height=height,
        glyphs=tuple(glyphs),
        left_out=left_out,
    )


def _at_height(glyph: Glyph, y: float) -> Glyph:
    values = {name: getattr(glyph, name) for name in Glyph.__dataclass_fields__}
    return Glyph(**{**values, "y": y})


def _glyphs(dates: list[Dated], scale: Scale) -> list[Glyph]:
    ticks = [d for d in dates if d.cited and is_day(d.when)]
    days = [d for d in dates if is_day(d.when) and not d.cited]
    spread = [_interval(d, scale) for d in dates if not is_day(d.when)]
    groups = _crowds(days, scale) + _crowds(ticks, scale)
    return spread + [_point(group, scale) for group in groups]


def _crowds(days: list[Dated], scale: Scale) -> list[list[Dated]]:
    groups: list[list[Dated]] = []
    for dated in sorted(days, key=lambda d: (d.when.first or 0, d.when.edtf)):
        x = scale.x(dated.when.first or 0)
        if groups and x - scale.x(groups[-1][0].when.first or 0) < _CROWDED:
            groups[-1].append(dated)
        else:
            groups.append([dated])
    return groups


def _point(group: list[Dated], scale: Scale) -> Glyph:
    count = sum(dated.count for dated in group)
    x = scale.x(group[0].when.first or 0)
    when = spoken(group[0].when)
    if len(group) > 1:
        when = f"{when} to {spoken(group[-1].when)}"
    return Glyph(
        x1=x, x2=x, y=0, point=True, sure=None, start=group[0].start, end=group[-1].end,
        perhaps=False, tick=group[0].cited,
        radius=_BESIDE if group[0].start != "firm" else min(9.0, 4.5 + 0.9 * (count - 1) ** 0.5),
        label=_label(when, count, group[0].told), href=group[0].href,
    )  # fmt: skip


def _interval(dated: Dated, scale: Scale) -> Glyph:
    covers = extent(dated.when)
    low, high = covers.low, covers.high
    x1 = scale.x(low) if low is not None else scale.x(high or 0) - _ARROW
    x2 = scale.x(high) if high is not None else scale.x(low or 0) + _ARROW
    x2 = max(x2, x1 + 7)
    return Glyph(
        x1=x1, x2=x2, y=0, point=False, sure=_sure(covers, scale), start=covers.start,
        end=covers.end, perhaps=covers.perhaps, radius=0,
        label=_label(f"{spoken(dated.when)} ({covers.kind})", dated.count, dated.told),
        href=dated.href,
    )  # fmt: skip


def _sure(covers: Extent, scale: Scale) -> tuple[float, float] | None:
    """Give where the stretch lies that an interval surely covers, if it can be seen."""
    if covers.sure is None:
        return None
    low, high = covers.sure
    x1 = scale.x(low) if low is not None else None
    x2 = scale.x(high) if high is not None else None
    x1 = x1 if x1 is not None else (x2 if x2 is not None else 0) - _ARROW / 2
    x2 = x2 if x2 is not None else x1 + _ARROW / 2
    return (x1, x2) if x2 - x1 > _HAIR else None


def _label(when: str, count: int, told: str) -> str:
    if told:
        return f"{told}, {when}"
    return f"{when}: {count} {'entry' if count == 1 else 'entries'}"


def _description(by_lane: Mapping[str, list[Dated]], lanes: list[Lane]) -> str:
    counts = ", ".join(
        f"{sum(d.count for d in dates)} {lane.name}"
        for dates, lane in zip(by_lane.values(), lanes, strict=True)
    )
    return f"Dates by lane: {counts}. The list below the drawing has every entry with its words."
