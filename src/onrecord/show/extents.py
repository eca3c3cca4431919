"""What a date covers in days, and how each of its ends is known: before any picture is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from onrecord.core.dates import When
from onrecord.core.edtf import Meaning, read

_KEPT = 20_000
"""Dates whose extent is kept in memory: one day is told many times in a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The days (ordinals) that a date may cover; None: without a bound on that side.

    `sure` are the days that an interval surely covers, None where no day is sure. `start` and `end`
    say how each end is known: firm, open, unknown, about. `day`: it is one day, without a doubt.
    """

    low: int | None
    high: int | None
    sure: tuple[int | None, int | None] | None
    start: str
    end: str
    perhaps: bool
    day: bool
    kind: str


def extent(when: When) -> Extent:
    """Work out what a date covers."""
    return _extent(when.edtf)


def is_day(when: When) -> bool:
    """Say whether it is one day, without a mark of doubt."""
    return extent(when).day


def can_be_drawn(when: When) -> bool:
    """Say whether it has a place on an axis: within the years 1 to 9999, bounded on a side."""
    return _can_be_drawn(when.edtf)


@lru_cache(_KEPT)
def _extent(edtf: str) -> Extent:
    when, meaning = When.of(edtf), read(edtf)
    start, end = _ends(edtf, meaning)
    firm = not (meaning.interval or meaning.approximate or meaning.uncertain)
    return Extent(
        low=meaning.start.first,
        high=meaning.end.after,
        sure=_sure(meaning),
        start=start,
        end=end,
        perhaps=meaning.uncertain,
        day=firm and when.first is not None and when.after == when.first + 1,
        kind=_kind(meaning),
    )


@lru_cache(_KEPT)
def _can_be_drawn(edtf: str) -> bool:
    when, meaning = When.of(edtf), read(edtf)
    return all(
        bound is None or inside is not None
        for bound, inside in ((meaning.start.first, when.first_date), (when.after, when.last_date))
    ) and (when.first is not None or when.after is not None)


def _sure(meaning: Meaning) -> tuple[int | None, int | None] | None:
    """Give what an interval surely covers; None for a date that lies somewhere in it."""
    if not meaning.interval or meaning.approximate:
        return None
    low, high = meaning.start.after, meaning.end.first
    first = low - 1 if low is not None else meaning.start.first
    return first, high + 1 if high is not None else None


def _ends(edtf: str, meaning: Meaning) -> tuple[str, str]:
    about = "about" if meaning.approximate else "firm"
    start = end = about
    if meaning.start.first is None:
        start = "unknown" if edtf.startswith("/") else "open"
    if meaning.end.after is None:
        end = "unknown" if edtf.endswith("/") else "open"
    return start, end


def _kind(meaning: Meaning) -> str:
    kind = "from one to the other" if meaning.interval else "some time in it"
    return f"{kind}, about" if meaning.approximate else kind
