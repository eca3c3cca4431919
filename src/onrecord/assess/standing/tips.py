"""Where each stands on a claim now: the latest stance of substance that each has taken.

It settles the order in which things were said, which rows only repeat earlier ones, and who only
carried what its origin has since withdrawn. It never guesses from what somebody did not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.core.claims import Holds, PositionRow
from onrecord.core.dates import When
from onrecord.core.vocabulary import Naming, Stance

LEAST = 0.7
"""A position of less likeness, by the machine's own estimate, is only proposed. Standings right on
the told claims of two constructed cases: of 48, 26 with 0.7, 19 with all; of 15, 4 and 3
(November 2026)."""
GENERAL = "general"
"""The scope of what is placed by rule, as a general denial is: its likeness is not of words."""
_BEFORE = re.compile(r"\bhad\b|\bused to\b", re.IGNORECASE)
"""A cue of what was said before the rest: "had alleged"."""
_HAD_BEEN = re.compile(
    r"(?:The|That|Their|His|Her|Its) (?:[\w-]+ )?(?:allegation|accusation|charge|claim|case)s?"
    r" (?:against [^,.;]{2,40} )?had been\b"
)
"""A sentence of an outlet's own that only tells what had been alleged, as "the charge had been"."""
_SUPPORT = (Stance.ASSERTS, Stance.REPORTS)
_CARRIERS = (Naming.PUBLISHER, Naming.AGENTLESS)


Order = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Tip:
    """Where one holder stands: the row that says so, and the rows of the same stance before it.

    `run` ends with `row`; `gone_with` is the withdrawal of the origin that this only carried.
    `order` is the place of `row` in time; `firm` are the origins on which the run asserts firmly.
    """

    holds: Holds
    row: PositionRow
    run: tuple[PositionRow, ...]
    order: Order
    firm: frozenset[int] = frozenset()
    gone_with: PositionRow | None = None


def said_by(row: PositionRow, valid: When | None) -> bool:
    """Say whether it can have been said by a day; what has no date can."""
    if valid is None or valid.after is None or row.said is None or row.said.first is None:
        return True
    return row.said.first < valid.after


def last_day(when: When | None, known: str) -> int:
    """Give the last day on which it can have been said: never later than the case knew of it."""
    latest = date.fromisoformat(known).toordinal()
    return latest if when is None or when.after is None else min(latest, when.after - 1)


def day(row: PositionRow) -> int:
    """Give the last day on which a position can have been taken."""
    return last_day(row.said, row.statement.known)


def in_order(row: PositionRow) -> Order:
    """Order rows from the earliest said to the latest.

    On one day a person's placing goes for more than a machine's; whoever gives up a case that day
    is told again what it was, so a withdrawal comes last, and what somebody "had said" first; a
    transcript or a letter goes for more than how a paper puts it. Then
    what is surely read goes for more than what is only proposed, the more alike for more than the
    less, the later in the text for more than the earlier.
    """
    said = row.statement
    first = row.said.first if row.said is not None and row.said.first is not None else 0
    return (
        day(row),
        first,
        row.likeness is None,
        row.stance is Stance.WITHDRAWS,
        not _BEFORE.search(said.cue),
        in_own_words(row),
        not said.proposed,
        row.likeness or 0.0,
        said.known,
        said.source,
        said.at,
        said.id,
        row.stance.value,
        row.edit,
    )


def in_own_words(row: PositionRow) -> bool:
    """Say whether a row is of the speaker's own document, or of a record of what they said."""
    return row.statement.cue.strip() in ("", ":")


@dataclass(frozen=True, slots=True)
class Held:
    """What one holder said of a claim, by a day: the rows that count, and why others do not.

    `begun` has for each origin the place in time of the first row that supports the claim. `tip`
    does not look at what others withdrew; `settled` does.
    """

    rows: tuple[PositionRow, ...]
    aside: tuple[tuple[PositionRow, str], ...]
    tip: Tip | None
    begun: Mapping[int, Order]


def by_holder(rows: Iterable[PositionRow]) -> dict[str, list[PositionRow]]:
    """Group positions by who takes them."""
    found: dict[str, list[PositionRow]] = {}
    for row in rows:
        found.setdefault(row.holder, []).append(row)
    return found


def held(mine: Iterable[PositionRow], valid: When | None = None) -> Held:
    """Say where one holder stands, by all the positions they take.

    An undated retelling is set aside where its speaker has said the same before: "prosecutors had
    alleged" in an article of today renews nothing that they withdrew in between.
    """
    kept: list[PositionRow] = []
    aside: list[tuple[PositionRow, str]] = []
    first: dict[tuple[Stance, int], PositionRow] = {}
    begun: dict[int, Order] = {}
    for row in sorted(mine, key=in_order):
        reason = _set_aside(row, valid) or _retold(row, first) or _lessened(row, kept)
        if reason:
            aside.append((row, reason))
            continue
        kept.append(row)
        first.setdefault((row.stance, row.origin), row)
        if row.stance in _SUPPORT:
            begun.setdefault(row.origin, in_order(row))
    return Held(tuple(kept), tuple(aside), _tip(kept) if kept else None, begun)


def only_proposed(row: PositionRow) -> bool:
    """Say whether a machine is not sure enough that the words speak to the claim."""
    return row.likeness is not None and row.likeness < LEAST and row.scope != GENERAL


def _set_aside(row: PositionRow, valid: When | None) -> str:
    if not said_by(row, valid):
        return f"said after {valid}"
    if row.stance is Stance.DOES_NOT_ADDRESS:
        return "does not address it"
    if row.statement.is_own_voice and _HAD_BEEN.match(row.statement.content):
        return "tells only what had been alleged"
    if row.statement.duplicate_of is not None and not row.edit:
        return "repeats another statement of its text"
    if only_proposed(row):
        return f"only proposed: the machine puts it to the claim with {row.likeness:.2f} likeness"
    return ""


def _retold(row: PositionRow, first: Mapping[tuple[Stance, int], PositionRow]) -> str:
    before = first.get((row.stance, row.origin))
    made = row.statement.made
    # A time from a day to another is when what is told of was, not when it was said.
    dated = (made is not None and "/" not in made.edtf) or row.likeness is None or bool(row.edit)
    dated = dated or in_own_words(row)  # There they say it again.
    if before is None or dated or day(before) == day(row):
        return ""
    return f"an undated retelling of what stands in {before.where}"


def _lessened(row: PositionRow, before: Sequence[PositionRow]) -> str:
    """Say that a report of what one asserts is no retreat: it is how others put it."""
    if row.stance is Stance.REPORTS and before and before[-1].stance is Stance.ASSERTS:
        return "told as a report of what they assert"
    return ""


def settled(board: Mapping[str, Held]) -> dict[str, Tip]:
    """Say where each stands in the light of what others withdrew.

    Whoever only carries what its origin withdrew, or now denies, stands no longer: an agency's
    correction takes its copies with it.
    """
    founders: dict[int, tuple[Order, str]] = {}
    for holder, one in board.items():
        for origin, order in one.begun.items():
            if origin not in founders or order < founders[origin][0]:
                founders[origin] = order, holder
    withdrawn: dict[int, PositionRow] = {}
    for origin, (_, founder) in founders.items():
        tip = board[founder].tip
        if tip is not None and tip.holds not in _GONE:
            withdrawn[origin] = tip.row
    return {
        holder: _carried(one.tip, withdrawn) for holder, one in board.items() if one.tip is not None
    }


_GONE = {
    Holds.ASSERTS: Holds.NO_LONGER_ASSERTS,
    Holds.REPORTS: Holds.NO_LONGER_REPORTS,
}
_HOLDS = {
    Stance.ASSERTS: Holds.ASSERTS,
    Stance.REPORTS: Holds.REPORTS,
    Stance.DENIES: Holds.DENIES,
    Stance.DENIES_IN_PART: Holds.DENIES_IN_PART,
    Stance.DOUBTS: Holds.DOUBTS,
}


def _tip(mine: Sequence[PositionRow]) -> Tip:
    """Say where one holder stands; what a withdrawal takes back is what came before it.

    A withdrawal of which nothing came before takes back an assertion that the record lacks; that of
    a denial leaves nothing.
    """
    last = mine[-1]
    before = next((row for row in reversed(mine) if row.stance is not Stance.WITHDRAWS), None)
    if last.stance is Stance.WITHDRAWS:
        took = Holds.ASSERTS if before is None else _HOLDS[before.stance]
        run = tuple(row for row in mine if row.stance is Stance.WITHDRAWS)[-1:]
        return Tip(_GONE.get(took, Holds.NOTHING), last, run, in_order(last))
    holds = _HOLDS[last.stance]
    start = len(mine)
    while start and _HOLDS.get(mine[start - 1].stance) is holds:
        start -= 1
    firm = frozenset(row.origin for row in mine[start:] if row.is_firm)
    return Tip(holds, last, tuple(mine[start:]), in_order(last), firm)


def _carried(tip: Tip, withdrawn: Mapping[int, PositionRow]) -> Tip:
    gone = withdrawn.get(tip.row.origin)
    if (
        gone is None
        or tip.holds not in _GONE
        or tip.row.statement.naming not in _CARRIERS
        or gone.holder == tip.row.holder
        or day(tip.row) > day(gone)
    ):
        return tip
    return replace(tip, holds=_GONE[tip.holds], gone_with=gone)


def where_each_stands(rows: Iterable[PositionRow], valid: When | None = None) -> dict[str, Tip]:
    """Say where each stands on a claim, by all the positions taken on it."""
    return settled({holder: held(mine, valid) for holder, mine in by_holder(rows).items()})
