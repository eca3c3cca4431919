"""Tests as rows: what a standard is applied to, what was found of it when, and how it stands.

A finding is somebody's: it goes out with who found it and who reports it, or who entered it. A
state is worked out from findings and says which. Nothing here says that evidence is good.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.dates import When
from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Met, Test
from onrecord.core.wording import quoted

NO_REASON = "reason not stated"
NO_FINDER = "by whom is not said"
WHOLE = ""
"""The key of the test as a whole, where one of its elements could stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedRow:
    """A test applied to a matter: the standard as it read when it was applied, by whom, and why."""

    id: str
    test: Test
    matter: str
    by: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """What was found of one test: of which elements, what, for which day, by whom, and why.

    `elements` has their keys, and `WHOLE` where it is found of the test as a whole. `finder` is ''
    where no words say who; `reason` None: it is not stated. `said_test` and `said_of` have the
    words of the text for the test and for what of it is meant ('': the whole). A row that a person
    entered has `entered_by`, and a source only if a statement is named that reports it; one that
    was read has its words and the sentence `around`; `official`: of
    the state, or of the body that found; `day_told` False: the day is that of publication.
    """

    id: str
    elements: tuple[str, ...]
    found: Met
    when: When | None
    finder: str
    reason: str | None
    said_test: str = ""
    said_of: str = ""
    entered_by: str = ""
    source: SourceId | None = None
    source_label: str = ""
    words: str = ""
    around: Span | None = None
    statement: StatementRow | None = None
    official: bool = False
    day_told: bool = True

    @property
    def title(self) -> str:
        """Say what was found, on which day, by whom, and whether a reason is given."""
        by = f"by {self.finder}" if self.finder else NO_FINDER
        reason = NO_REASON if self.reason is None else f"reason: {quoted(self.reason, 160)}"
        return f"{self.found.value}, {self.when or 'no day said'}, {by}; {reason}"

    @property
    def reporter(self) -> str:
        """Say who reports the finding, or who entered it."""
        if self.statement is not None:
            return self.statement.attribution
        if self.source is not None:
            return f"{self.source_label} writes"
        return f"entered by {self.entered_by}"

    def attributed(self, most: int | None = None) -> str:
        """Give the words that report it with whose they are."""
        if self.statement is not None:
            return self.statement.attributed(most)
        if self.source is not None:
            return f"{self.reporter}: {quoted(self.words, most)}"
        return f"{self.reporter}, who names no words"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """How one element (or `WHOLE`) stands on a day: since when, because of what, by which findings.

    `since` None: nothing is known to have been found of it.
    """

    element: str
    state: Met
    since: When | None
    because: str
    rests_on: tuple[FoundRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """How one element stood on two days, where it did not stand alike."""

    element: str
    wording: str
    before: StateRow
    after: StateRow


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRow:
    """One element on one day: how it stands, and what was found of it on that very day."""

    element: str
    day: When
    standing: StateRow
    found: tuple[FoundRow, ...]

    @property
    def state(self) -> Met:
        return self.standing.state

    @property
    def carried(self) -> bool:
        """Say whether it only stands as it stood before: no finding of this day moved it."""
        since = self.standing.since
        return since is not None and since.first != self.day.first

    @property
    def leads_to(self) -> tuple[FoundRow, ...]:
        """Give the findings of this day that the cell comes from."""
        moved = () if self.carried else self.standing.rests_on
        return tuple(dict.fromkeys((*self.found, *moved)))


@dataclass(frozen=True, slots=True, kw_only=True)
class TestRow:
    """One applied test: its elements against the days on which anything was found of it.

    `cells` go element by element (the whole first), day by day. `states` are those as of the asked
    day. `undated` has findings whose day nobody says, `unplaced` those that name no element which
    the test has, `aside` those that an official document reports otherwise; none counts in a state.
    """

    __test__ = False  # the trade's word; not something for pytest to collect

    applied: AppliedRow
    days: tuple[When, ...]
    cells: tuple[CellRow, ...]
    states: tuple[StateRow, ...]
    found: tuple[FoundRow, ...]
    undated: tuple[FoundRow, ...] = ()
    unplaced: tuple[FoundRow, ...] = ()
    aside: tuple[FoundRow, ...] = ()

    @property
    def test(self) -> Test:
        return self.applied.test

    @property
    def fell(self) -> tuple[StateRow, ...]:
        """Give what was met and is so no longer: its elements, then the test as a whole."""
        fallen = [s for s in self.states if s.state is Met.NO_LONGER_MET]
        return tuple(sorted(fallen, key=lambda state: state.element == WHOLE))

    @property
    def silent(self) -> tuple[str, ...]:
        """Give the keys of elements of which nothing is known to have been found."""
        return tuple(s.element for s in self.states if s.since is None)

    def wording(self, element: str) -> str:
        """Give an element in the words of its test."""
        found = next((e.wording for e in self.test.elements if e.key == element), None)
        return found if found is not None else "the test as a whole"

    def cell(self, element: str, day: When) -> CellRow:
        """Give one cell."""
        return next(c for c in self.cells if c.element == element and c.day == day)
