"""Do two quantities agree? Only those of one unit and one thing counted can be compared.

Two agree where some number fits both. It is said with its reason, and nothing is converted but
shares and per cent: what differs in unit or thing is "not comparable", never a disagreement.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from onrecord.core.vocabulary import Bound

TOLERANCE = 0.1
"""How far from its number "about" may be, as a part of it; of things that are counted, one at
least. So "about forty" is anything from 36 to 44. A convention, not a measurement."""

_PERCENT, _SHARE = "%", "share"


class Counted(Protocol):
    """What has a bound, a number, a unit and an item: a quantity, or its row."""

    @property
    def bound(self) -> Bound: ...
    @property
    def number(self) -> float | None: ...
    @property
    def most(self) -> float | None: ...
    @property
    def unit(self) -> str: ...
    @property
    def item(self) -> str: ...


class Agreement(StrEnum):
    """What comes of holding one quantity against another."""

    AGREE = "agree"
    DO_NOT_AGREE = "do not agree"
    NOT_COMPARABLE = "not comparable"


class Relation(StrEnum):
    """How two quantities that are meant to be of one thing stand to each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    BOUND_DROPPED = "bound dropped"
    OTHER_SCOPE = "of a part and of the whole"
    CONFLICT = "conflict"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Compared:
    """An agreement and its reason, in words."""

    agreement: Agreement
    because: str


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers a quantity can be; an end is itself one of them unless it is open."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Range, *, whole: bool) -> bool:
        """Say whether some number, or some `whole` number, lies in both."""
        mine, theirs = (r.whole() if whole else r for r in (self, other))
        low, low_open = max((mine.low, mine.low_open), (theirs.low, theirs.low_open))
        high, high_closed = min((r.high, not r.high_open) for r in (mine, theirs))
        return low < high or (low == high and not low_open and high_closed)

    def whole(self) -> Range:
        """Give the range from the first whole number in it to the last."""
        low, high = self.low, self.high
        if low > -math.inf:
            low = math.floor(low) + 1 if self.low_open else math.ceil(low)
        if high < math.inf:
            high = math.ceil(high) - 1 if self.high_open else math.floor(high)
        return Range(low, high)


def compare(one: Counted, other: Counted) -> Compared:
    """Hold two quantities against each other; the order does not matter."""
    if (reason := _apart(one, other)) is not None:
        return Compared(Agreement.NOT_COMPARABLE, reason)
    whole = all(not q.unit and _is_whole(q.number) and _is_whole(q.most) for q in (one, other))
    met = range_of(one).meets(range_of(other), whole=whole)
    mine, theirs = words_of(one), words_of(other)
    if not met:
        return Compared(Agreement.DO_NOT_AGREE, f"no number is both {mine} and {theirs}")
    about = " (about: a tenth more or less)" if Bound.ABOUT in (one.bound, other.bound) else ""
    return Compared(Agreement.AGREE, f"a number can be both {mine} and {theirs}{about}")


def relation(
    one: Counted, other: Counted, *, parts: tuple[bool, bool] = (False, False)
) -> Relation:
    """Say how two quantities stand that are held to be of one thing, whatever each calls it.

    An "about" is no bound: a number and about that number can both be so.

    Args:
        parts: which of them is of a part of something ("nineteen of the 26").
    """
    if one.number is None or other.number is None:
        return Relation.NOT_KNOWN
    units = {one.unit, other.unit} - {""}
    if len(units) > 1 and units != {_PERCENT, _SHARE}:
        return Relation.NOT_KNOWN
    if parts[0] is not parts[1]:
        return Relation.OTHER_SCOPE
    if (one.number, one.most) == (other.number, other.most):
        if one.bound is other.bound:
            return Relation.SAME
        if Bound.EXACTLY in (one.bound, other.bound) and Bound.ABOUT not in (
            one.bound,
            other.bound,
        ):
            return Relation.BOUND_DROPPED
    whole = all(not q.unit and _is_whole(q.number) and _is_whole(q.most) for q in (one, other))
    meet = range_of(one).meets(range_of(other), whole=whole)
    return Relation.COMPATIBLE if meet else Relation.CONFLICT


_PART = re.compile(
    r"\s+of\s+(?:the|those|these|them|which|whom|its|their|all)\b"
    r"|\s+(?:are|were|is|was)\s+(?:now\s+)?(?:in|before|with|on)\s+(?:(?:the|this|our|my)\s+)?(?:court"
    r"|bundle|file|record|dossier|indictment|schedule|tribunal|panel|committee|inquiry|jury|evidence)\b",
    re.IGNORECASE,
)


def is_part(after: str) -> bool:
    """Say whether the words after a number make it one of a part: "nineteen | of those".

    So is a bare number that is somewhere in the proceedings: "Fourteen | are before the court".
    """
    return _PART.match(after) is not None


def range_of(quantity: Counted) -> Range:
    """Give the numbers a quantity can be.

    Raises:
        ValueError: its words give no number.
    """
    if quantity.number is None:
        raise ValueError("a quantity without a number")
    percent = quantity.unit == _PERCENT
    number = quantity.number / 100 if percent else quantity.number
    most = quantity.number if quantity.most is None else quantity.most
    room = abs(number) * TOLERANCE
    if not quantity.unit and _is_whole(quantity.number):
        room = max(1.0, math.floor(room))
    match quantity.bound:
        case Bound.ABOUT:
            return Range(number - room, number + room)
        case Bound.NEARLY:
            return Range(number - room, number, high_open=room > 0)
        case Bound.JUST_OVER:
            return Range(number, number + room, low_open=room > 0)
        case Bound.AT_LEAST:
            return Range(number, math.inf, high_open=True)
        case Bound.MORE_THAN:
            return Range(number, math.inf, low_open=True, high_open=True)
        case Bound.AT_MOST:
            return Range(-math.inf, number, low_open=True)
        case Bound.FEWER_THAN:
            return Range(-math.inf, number, low_open=True, high_open=True)
        case Bound.BETWEEN:
            return Range(number, most / 100 if percent else most)
        case _:
            return Range(number, number)


def words_of(quantity: Counted) -> str:
    """Say a quantity in a few words, the same for the same bound, number, unit and item."""
    if quantity.number is None:
        number = "a number not given"
    elif quantity.most is not None:
        number = f"{_written(quantity.number)} and {_written(quantity.most)}"
    else:
        number = _written(quantity.number)
    bound = "" if quantity.bound in (Bound.EXACTLY, Bound.VAGUE) else quantity.bound.value
    parts = (bound, number, f"({quantity.unit})" if quantity.unit else "", quantity.item)
    return " ".join(part for part in parts if part)


def same_thing(item: str) -> str:
    """Fold the words for what is counted, so that "Reports" and "report" are one thing."""
    *before, last = item.casefold().split() or [""]
    if last.endswith("ies") and len(last) > 4:
        last = f"{last[:-3]}y"
    elif last.endswith(("ches", "shes", "sses", "xes")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")):
        last = last[:-1]
    return " ".join([*before, {"people": "person", "men": "man", "women": "woman"}.get(last, last)])


def is_of(quantity: Counted, thing: str) -> bool:
    """Say whether it counts or measures a thing: a word of its item, or its unit."""
    wanted = same_thing(thing)
    item = same_thing(quantity.item)
    return wanted in (item, same_thing(quantity.unit)) or wanted in item.split()


def _apart(one: Counted, other: Counted) -> str | None:
    """Give the reason why two cannot be compared; None where they can."""
    if one.number is None or other.number is None:
        return "the words give no number"
    units = sorted({_PERCENT if q.unit == _SHARE else q.unit for q in (one, other)})
    if len(units) > 1:
        named = " and ".join(unit or "things counted" for unit in units)
        return f"the units differ: {named}"
    items = sorted({same_thing(q.item) for q in (one, other)})
    if len(items) > 1:
        if not items[0]:
            return f"one is of {items[1]}, of the other it is not said what it counts"
        return f"they count different things: {items[0]} and {items[1]}"
    return None


def _is_whole(number: float | None) -> bool:
    return number is None or number == math.floor(number)


def _written(number: float) -> str:
    return f"{number:,.0f}" if _is_whole(number) else f"{number:,.4g}"
