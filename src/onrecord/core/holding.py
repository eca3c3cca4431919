"""Was a post held on a day? Yes, no, or not known: by the days on which a tenure can begin and end.

A day of change is not known: the source says on which day one left and the other came, and not at
what hour. Inside the uncertainty of a bound the answer is not known. An end that was open when its
source was made is open up to that day, and says nothing of later ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.core import edtf
from onrecord.core.dates import When

_OPEN = ".."


class Holds(StrEnum):
    """The three answers."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not known"


class Why(StrEnum):
    """What a day is to a tenure."""

    WITHIN = "lies between its first and its last day"
    ATTESTED = "is a day on which it is attested"
    BEFORE = "lies before it began"
    AFTER = "lies after it ended"
    FIRST_DAY = "is the day on which it began, and no hour is given"
    LAST_DAY = "is the day on which it ended, and no hour is given"
    PERHAPS_BEGUN = "may lie before it began: its beginning is not known so closely"
    PERHAPS_ENDED = "may lie after it ended: its end is not known so closely"
    BEYOND = "lies after the day of the source in which it is still open"
    UNDATED = "cannot be compared: its dates are not given"


ANSWER = {
    Why.WITHIN: Holds.YES,
    Why.ATTESTED: Holds.YES,
    Why.BEFORE: Holds.NO,
    Why.AFTER: Holds.NO,
}
"""What a reason answers; all others: not known."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The days on which a tenure can begin and end, both counted in, as ordinals.

    None: no bound on that side. `open`: it had not ended when its source was made.
    """

    first_start: int | None
    last_start: int | None
    first_end: int | None
    last_end: int | None
    open: bool = False


def ends(held: When) -> Ends:
    """Give the days on which it can begin and end; a mark of doubt widens the end it stands at.

    A bound marked `?` or `~` may lie one unit of its own precision to either side. A single date is
    a tenure that began and ended on days within it.
    """
    start, stroke, end = held.edtf.partition("/")
    if not stroke:
        low, high = _days(held.edtf)
        return Ends(low, high, low, high)
    first_start, last_start = _days(start)
    first_end, last_end = _days(end)
    if last_end is not None:
        last_start = last_end if last_start is None and start != _OPEN else last_start
        last_start = last_start if last_start is None else min(last_start, last_end)
    if first_start is not None and end != _OPEN:
        first_end = first_start if first_end is None else max(first_end, first_start)
    return Ends(first_start, last_start, first_end, last_end, end == _OPEN)


def _days(text: str) -> tuple[int | None, int | None]:
    """Give the first and the last day that a bound can mean."""
    if text in ("", _OPEN):
        return None, None
    meaning = edtf.read(text)
    first, after = meaning.start.first, meaning.end.after
    slack = meaning.slack
    if meaning.uncertain and first is not None and after is not None:
        slack = max(slack, after - first)
    return (
        None if first is None else first - slack,
        None if after is None else after - 1 + slack,
    )


def why(held: When | None, cited: Sequence[When], day: date, seen: int | None) -> Why:
    """Say what a day is to a tenure.

    Args:
        cited: when it is attested, besides.
        seen: the day of the source, as an ordinal: up to it an open end is open. None: for ever.
    """
    asked = day.toordinal()
    if any(one.first == asked and one.after == asked + 1 for one in map(_plain, cited) if one):
        return Why.ATTESTED
    if held is None:
        return Why.UNDATED
    return _compared(held, asked, seen)


def _plain(cited: When) -> When | None:
    return None if cited.uncertain or cited.approximate else cited


def _compared(held: When, asked: int, seen: int | None) -> Why:
    bounds = ends(held)
    if bounds.first_start is not None and asked < bounds.first_start:
        return Why.BEFORE
    if bounds.last_end is not None and asked > bounds.last_end:
        return Why.AFTER
    begun = held.edtf.startswith(f"{_OPEN}/") or (
        bounds.last_start is not None and asked > bounds.last_start
    )
    if not begun:
        same = bounds.first_start == bounds.last_start == asked
        return Why.FIRST_DAY if same else Why.PERHAPS_BEGUN
    if bounds.open:
        return Why.BEYOND if seen is not None and asked > seen else Why.WITHIN
    if bounds.first_end is not None and asked < bounds.first_end:
        return Why.WITHIN
    same = bounds.first_end == bounds.last_end == asked
    return Why.LAST_DAY if same else Why.PERHAPS_ENDED


def borne_on(borne: When | None, day: date | None) -> bool:
    """Say whether a name can have been borne on a day; a day of change counts for both names."""
    if borne is None or day is None:
        return True
    return why(borne, (), day, None) not in (Why.BEFORE, Why.AFTER)
