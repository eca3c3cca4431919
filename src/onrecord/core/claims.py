"""Claims as rows: a proposition, who takes which stance on it in what words, and its standing."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.dates import When
from onrecord.core.identity import RowId, SourceId
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Stance, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """The stance of one statement on one claim, with the statement's words.

    `said` is the day it was said: stated by the text, or else the day its source was published;
    None: not known. `origin` is the index, among the origins of the claim, of the one it goes back
    to. `likeness` None: a person placed it.
    """

    stance: Stance
    statement: StatementRow
    said: When | None
    origin: int
    scope: str = ""
    likeness: float | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim. `because` gives the rule and the rows that its standing follows from.

    `origins` has the sources of each independent origin, the earliest first; `counted` says how
    they were counted, one reason for each. `worded_by` '' where the machine proposes the claim.
    """

    id: RowId
    wording: str
    worded_by: str
    standing: Standing
    because: tuple[str, ...]
    positions: tuple[PositionRow, ...]
    origins: tuple[tuple[SourceId, ...], ...] = ()
    counted: tuple[str, ...] = ()

    @property
    def independent(self) -> int:
        """Count the independent origins."""
        return len(self.origins)
