"""Claims as rows: a proposition, who takes which stance on it in what words, and its standing.

No claim is a fact: each goes out with who says so, who disputes it, and the rule and the rows that
its standing follows from.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.dates import When
from onrecord.core.identity import ActorId, RowId, SourceId
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Commitment, Naming, SpeechAct, Stance, Standing
from onrecord.core.wording import NOBODY

FLAT = (Commitment.NOT_STATED, Commitment.CERTAIN)
"""What is said flatly, or with more than that; anything else is hedged."""

TAKES = {
    Stance.ASSERTS: "asserts it",
    Stance.REPORTS: "reports it",
    Stance.DENIES: "denies it",
    Stance.DENIES_IN_PART: "denies it in part",
    Stance.DOUBTS: "doubts it",
    Stance.WITHDRAWS: "withdraws it",
    Stance.DOES_NOT_ADDRESS: "does not address it",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """The stance of one statement on one claim, with the statement's words.

    `said` is the day it was said: stated by the text, or else the day its source was published;
    None: not known. `origin` is the index, among the origins of the claim, of the one it goes back
    to. `likeness` None: a person placed it. `edit` is not empty where the publisher took the words
    out of the page, and says how that is known; the stance is then that of the edit.
    """

    stance: Stance
    statement: StatementRow
    said: When | None
    origin: int
    scope: str = ""
    likeness: float | None = None
    because: tuple[str, ...] = ()
    edit: str = ""

    @property
    def holder(self) -> str:
        """Tell who takes it from who else: an actor's id, or else the words in their source."""
        said = self.statement
        return said.actor or f"{said.source} {' '.join(said.speaker.split()).casefold()}"

    @property
    def called(self) -> str:
        """Name who takes it: the actor, or else the words of the text."""
        said = self.statement
        return said.actor_name or " ".join(said.speaker.split()) or f"{NOBODY} in {self.where}"

    @property
    def where(self) -> str:
        """Name the source."""
        return self.statement.source_label

    @property
    def is_firm(self) -> bool:
        """Say whether it can corroborate: said flatly, of the teller's own knowledge.

        Nothing hedged, nothing that nobody is named for, nothing that its reader only proposes, and
        nothing that came through somebody who did not simply pass it on.
        """
        said = self.statement
        return (
            self.stance is Stance.ASSERTS
            and not self.edit
            and said.commitment in FLAT
            and not said.hedges
            and not said.proposed
            and said.naming is not Naming.AGENTLESS
            and all(
                teller.act is SpeechAct.ASSERTS and teller.commitment in FLAT and not teller.hedges
                for teller in said.chain
            )
        )

    @property
    def takes(self) -> str:
        """Say in words what it does to the claim."""
        scope = f" ({self.scope})" if self.scope else ""
        return f"{TAKES[self.stance]}{scope}"

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        return self.statement.attributed(most)


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
        count = f" ({self.independent})" if self.standing is Standing.CORROBORATED else ""
        return f"{self.change}: {self.standing.value}{count}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The rule a standing follows from, the rows it rests on, and what would change it.

    `set_aside` are the rows that were not counted, each with the reason.
    """

    standing: Standing
    independent: int
    rule: str
    cited: tuple[CitedRow, ...]
    set_aside: tuple[tuple[PositionRow, str], ...]
    changes: tuple[WouldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim. `because` gives the rule and the rows that its standing follows from.

    `origins` has the sources of each independent origin, the earliest first; `counted` says how
    they were counted, one reason for each. `worded_by` '' where the machine proposes the claim.
    `corroborated_by` counts the independent origins on which somebody asserts it firmly now.
    """

    id: RowId
    wording: str
    worded_by: str
    standing: Standing
    because: tuple[str, ...]
    positions: tuple[PositionRow, ...]
    origins: tuple[tuple[SourceId, ...], ...] = ()
    counted: tuple[str, ...] = ()
    corroborated_by: int = 0
    about: tuple[ActorId, ...] = ()

    @property
    def independent(self) -> int:
        """Count the independent origins."""
        return len(self.origins)
