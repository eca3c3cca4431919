"""Why a claim stands as it does, as rows, and what each did about it over time.

Every row goes out with its attribution; a change that would alter a standing is only ever an "if".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.core.claims import ClaimRow, PositionRow, claimed, state
from onrecord.core.dates import When
from onrecord.core.identity import RowId
from onrecord.core.said import ReplyRow
from onrecord.core.vocabulary import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedRow:
    """A row that a standing rests on. `redundant`: without it the standing would be the same."""

    position: PositionRow
    redundant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WouldChange:
    """A change by which the standing would be another, found by working it out again."""

    change: str
    standing: Standing
    independent: int

    def __str__(self) -> str:
        return f"{self.change}: {state(self.standing, self.independent)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The rule a standing follows from, the rows it rests on, and what would change it.

    `set_aside` are the rows that were not counted, each with the reason. `independent` counts the
    origins on which it is asserted firmly.
    """

    standing: Standing
    independent: int
    rule: str
    cited: tuple[CitedRow, ...]
    set_aside: tuple[tuple[PositionRow, str], ...]
    changes: tuple[WouldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRow:
    """What one holder did about a claim at one time: took a stance, or answered, or kept silent.

    Either `position` or `reply` is there. `aside` is not empty where the row does not count, and
    says why.
    """

    holder: str
    called: str
    does: str
    when: When | None
    known: str
    position: PositionRow | None = None
    reply: ReplyRow | None = None
    aside: str = ""

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        row = self.position or self.reply
        assert row is not None
        return row.attributed(most)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRow:
    """A change of one holder's position on one claim, with the words of before and after."""

    claim: RowId
    wording: str
    worded_by: str
    standing: str
    before: TakenRow
    after: TakenRow

    @property
    def title(self) -> str:
        """Say who moved from what to what."""
        return f"{self.after.called}: {_dated(self.before)} → {_dated(self.after)}"

    def attributed(self, most: int | None = None) -> str:
        """Give the claim as what it is, with whose wording it is and its standing."""
        return claimed(self.wording, self.worded_by, self.standing, most)


def _dated(taken: TakenRow) -> str:
    when = str(taken.when) if taken.when is not None else "no date"
    return f"{taken.does} ({when})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """All that is shown of one claim: why it stands as it does, and what each did in time."""

    row: ClaimRow
    why: Why
    taken: tuple[TakenRow, ...]
    moves: tuple[MoveRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPages:
    """What a dossier shows of claims: those that more than one statement speaks to.

    Attributes:
        rows: the claims, the best supported first.
        alone: how many more rest on one statement, which stands among the statements.
        moves: the changes of position on them, the latest last.
        page: gives all that is shown of one of them, worked out when it is asked for.
    """

    rows: tuple[ClaimRow, ...]
    alone: int
    moves: tuple[MoveRow, ...]
    page: Callable[[ClaimRow], ClaimPage]
