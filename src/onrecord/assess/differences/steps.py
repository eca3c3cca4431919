"""One step of a proceeding that two reports of it put on two days.

Two papers tell of one arrest in words that have little in common. They are held to tell of one
step where they came out within days of each other, tell of the same kind of step, on days that are
near, and name the same people or, where they name nobody, describe it in the same few words. A step
that may well follow itself within days (a hearing that was held) is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.core.dates import When
from onrecord.core.differences import DifferenceRow, Matter, SettledRow, ToldRow
from onrecord.core.identity import ActorId
from onrecord.core.vocabulary import EventKind

ONCE = {
    EventKind.ARREST: "arrest",
    EventKind.RELEASE: "release",
    EventKind.CHARGE: "charge",
    EventKind.DISCONTINUANCE: "end of the case",
    EventKind.VERDICT: "verdict",
    EventKind.SENTENCE: "sentence",
    EventKind.TRIAL_DATE_SET: "trial",
    EventKind.HEARING: "trial",
}
"""Steps that happen once, or that are fixed for one day; of hearings only those still to come."""

TOGETHER, NEAR, AHEAD, NEXT = 4, 7, 31, 2
"""Days: between two reports; between the days of a step past; of one still to come; and of one that
is told by its weekday alone."""

FEWEST = 3
"""Words that two reports share which name nobody in common."""


@dataclass(frozen=True, slots=True)
class StepTold:
    """One step as one sentence tells it: who is named in it, and the stems of its other words.

    `step` names one that is told by its weekday, where no event was read: of such two days are held
    apart that are next to each other, or nearly.
    """

    kind: EventKind | None
    when: When
    who: frozenset[ActorId]
    words: frozenset[str]
    row: ToldRow
    page: str = ""
    step: str = ""

    @property
    def name(self) -> str:
        """What the step is called; '' where it may well follow itself within days."""
        if self.kind is None:
            return self.step
        return ONCE.get(self.kind, "")

    @property
    def first(self) -> int:
        return self.when.first or 0

    @property
    def is_ahead(self) -> bool:
        """Say whether it was still to come when it was told."""
        return self.first > self.row.day


def steps_apart(steps: Iterable[StepTold]) -> Iterator[DifferenceRow]:
    """Find steps that two reports put on two days, each pair of days once."""
    by_step: dict[tuple[str, bool], list[StepTold]] = defaultdict(list)
    for one in steps:
        counts = one.is_ahead or one.kind is not EventKind.HEARING
        if one.name and _is_a_day(one.when) and one.row.day and counts:
            by_step[one.name, one.is_ahead].append(one)
    for (name, _), same in by_step.items():
        same.sort(key=lambda one: one.row.day)
        told: set[tuple[int, int]] = set()
        for number, one in enumerate(same):
            for other in _soon_after(same, number):
                days = min(one.first, other.first), max(one.first, other.first)
                if days not in told and _is_one_step(one, other):
                    told.add(days)
                    yield _row(name, one, other, same)


def _soon_after(same: Sequence[StepTold], number: int) -> Iterator[StepTold]:
    for other in same[number + 1 :]:
        if other.row.day - same[number].row.day > TOGETHER:
            return
        yield other


def _is_one_step(one: StepTold, other: StepTold) -> bool:
    if one.row.source == other.row.source or (one.page and one.page == other.page):
        return False
    reach = AHEAD if one.is_ahead else NEAR
    if one.kind is None or other.kind is None:
        reach = NEXT
    if not 0 < abs(one.first - other.first) <= reach:
        return False
    if one.who and other.who:
        return bool(one.who & other.who)
    return len(one.words & other.words) >= FEWEST


def _row(name: str, one: StepTold, other: StepTold, same: Sequence[StepTold]) -> DifferenceRow:
    because = (
        f"no day is both {one.row.value} and {other.row.value}",
        f"both tell of one {name}, within {other.row.day - one.row.day} days of each other",
    )
    return DifferenceRow(
        matter=Matter.DATE,
        one=one.row,
        other=other.row,
        because=because,
        settled=_settled(one, other, same),
    )


def _settled(one: StepTold, other: StepTold, same: Sequence[StepTold]) -> SettledRow | None:
    """Say which day an official document gives for such a step of the same people."""
    official = {
        side: third
        for third in same
        for side, step in ((1, one), (2, other))
        if third.row.official and third.first == step.first and _may_be_one(third, step)
    }
    if len(official) == 1:
        ((side, by),) = official.items()
        because = f"so says {by.row.source_label}, an official document"
        return SettledRow(side=side, because=because, by=by.row)
    return None if official else _on_balance(one, other, same)


def _on_balance(one: StepTold, other: StepTold, same: Sequence[StepTold]) -> SettledRow | None:
    """Say which day other outlets give too, where none of them gives the other day."""
    outlets = {_outlet(one.row), _outlet(other.row)}
    backed = {
        side: third.row
        for third in same
        for side, step in ((1, one), (2, other))
        if third.first == step.first
        and _outlet(third.row) not in outlets
        and _is_told_together(third, step)
    }
    if len(backed) != 1:
        return None
    ((side, by),) = backed.items()
    because = f"on balance: {by.source_label} tells it so too, and nobody else the other"
    return SettledRow(side=side, because=because, by=by)


def _is_told_together(one: StepTold, other: StepTold) -> bool:
    """Say whether two reports that came out together tell of one step of the same people."""
    if abs(one.row.day - other.row.day) > TOGETHER:
        return False
    if one.who and other.who:
        return bool(one.who & other.who)
    return len(one.words & other.words) >= FEWEST


def _outlet(row: ToldRow) -> str:
    return row.source_label.partition(",")[0]


def _may_be_one(one: StepTold, other: StepTold) -> bool:
    return not (one.who and other.who) or bool(one.who & other.who)


def _is_a_day(when: When) -> bool:
    first, after = when.first, when.after
    return first is not None and after is not None and after - first == 1 and not when.approximate
