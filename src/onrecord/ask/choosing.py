"""Which statements somebody wants to see: proposed or not, of what depth, source and act.

It only leaves out. What is left keeps its marks, and nothing is counted anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.core.rows import StatementRow
from onrecord.core.vocabulary import Naming, SpeechAct


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What is asked of a statement; None: that is all the same.

    Args:
        proposals: only what is proposed, or only what is not.
        min_depth: the least hearsay depth.
    """

    actor: str | None = None
    proposals: bool | None = None
    min_depth: int = 0
    naming: Naming | None = None
    act: SpeechAct | None = None

    def of(self, rows: Iterable[StatementRow]) -> list[StatementRow]:
        """Give the statements that are as asked, in their order."""
        return [row for row in rows if self.fits(row)]

    def fits(self, row: StatementRow) -> bool:
        """Say whether a statement is as asked."""
        return (
            (self.actor is None or row.actor == self.actor)
            and (self.proposals is None or row.proposed == self.proposals)
            and row.depth >= self.min_depth
            and (self.naming is None or row.naming is self.naming)
            and (self.act is None or row.act is self.act)
        )
