"""Claims as rows: a proposition, who takes which stance on it in what words, and its standing.

No claim is a fact: each goes out with who says so, who disputes it, and the rule and the rows that
its standing follows from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from onrecord.core.dates import When
from onrecord.core.identity import ActorId, RowId, SourceId
from onrecord.core.said import ReplyRow, StatementRow
from onrecord.core.vocabulary import Commitment, Naming, SpeechAct, Stance, Standing
from onrecord.core.wording import NOBODY, names_somebody, quoted

FLAT = (Commitment.NOT_STATED, Commitment.CERTAIN)
"""What is said flatly, or with more than that; anything else is hedged."""

_HELD_TO_BE = re.compile(
    r"\b(?:believed|suspected|thought|alleged|understood|rumou?red|reported|feared|presumed|said"
    r"|claimed)\s+to\s+(?:be|have)\b|\bsuspected\s+of\b|\b(?:may|might)\s+(?:be|have)\b"
    r"|\b(?:allegedly|reportedly|supposedly|presumably|possibly)\b",
    re.IGNORECASE,
)
_ONE_SENTENCE = re.compile(r"(?![^.!?]*[.!?][”\"’']?\s)")
"""What is said in one sentence: in a longer one a hedge may be of something else."""

TAKES = {
    Stance.ASSERTS: "asserts it",
    Stance.REPORTS: "reports it",
    Stance.DENIES: "denies it",
    Stance.DENIES_IN_PART: "denies it in part",
    Stance.DOUBTS: "doubts it",
    Stance.WITHDRAWS: "withdraws it",
    Stance.DOES_NOT_ADDRESS: "does not address it",
}


@lru_cache(maxsize=65536)
def is_hedged(content: str) -> bool:
    """Say whether one sentence only says what somebody is held to be, or may be."""
    return bool(_HELD_TO_BE.search(content)) and bool(_ONE_SENTENCE.match(content))


def holder_of(said: StatementRow) -> str:
    """Tell who says something from who else: an actor's id, or else the words in their source."""
    return said.actor or f"{said.source} {' '.join(said.speaker.split()).casefold()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """The stance of one statement on one claim, with the statement's words.

    `said` is the day it was said: stated by the text, or else the day its source was published;
    None: not known. `party` tells whose position it is where the speaker speaks for another, and
    `party_name` names them. `origin` is the index, among the origins of the claim, of the one it
    goes back to; -1: of none. `likeness` None: a person placed it. `edit` is not empty where the
    publisher took the words out of the page, and says how that is known; the stance is then that of
    the edit.
    """

    stance: Stance
    statement: StatementRow
    said: When | None
    origin: int
    scope: str = ""
    likeness: float | None = None
    because: tuple[str, ...] = ()
    edit: str = ""
    party: str = ""
    party_name: str = ""

    @property
    def holder(self) -> str:
        """Tell who takes it from who else: a party, an actor, or else the words in their source."""
        return self.party or holder_of(self.statement)

    @property
    def called(self) -> str:
        """Name who takes it: the actor, or else the words of the text; no pronoun names anybody."""
        said = self.statement
        named = (self.party_name, said.actor_name, " ".join(said.speaker.split()))
        return next(filter(names_somebody, named), f"{NOBODY} in {self.where}")

    @property
    def where(self) -> str:
        """Name the source."""
        return self.statement.source_label

    @property
    def is_firm(self) -> bool:
        """Say whether it can corroborate: said flatly, of the teller's own knowledge.

        Nothing hedged, be it in what is said ("is believed to be"), nothing that nobody is named
        for, nothing that its reader only proposes, and nothing that came through somebody who did
        not simply pass it on.
        """
        said = self.statement
        return (
            self.stance is Stance.ASSERTS
            and not is_hedged(said.content)
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
        detail = self.scope or self.edit
        return f"{TAKES[self.stance]}{f' ({detail})' if detail else ''}"

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        return self.statement.attributed(most)


class Holds(StrEnum):
    """What somebody's latest stance on a claim comes to."""

    ASSERTS = "asserts it"
    REPORTS = "reports it"
    DENIES = "denies it"
    DENIES_IN_PART = "denies it in part"
    DOUBTS = "doubts it"
    NO_LONGER_ASSERTS = "no longer asserts it"
    NO_LONGER_REPORTS = "no longer reports it"
    NOTHING = "takes no stance on it any longer"

    @property
    def sign(self) -> str:
        """Give the sign by which a table shows it."""
        return _SIGNS[self]


_SIGNS = {
    Holds.ASSERTS: "+",
    Holds.REPORTS: "(+)",
    Holds.DENIES: "−",
    Holds.DENIES_IN_PART: "(−)",
    Holds.DOUBTS: "?",
    Holds.NO_LONGER_ASSERTS: "↶",
    Holds.NO_LONGER_REPORTS: "(↶)",
    Holds.NOTHING: "·",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StandsRow:
    """Where one holder stands on a claim. `actor` None: the record knows nobody as them."""

    holder: str
    called: str
    actor: ActorId | None
    holds: Holds


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """What became of asking somebody about a claim; `when` it was made, or else reported."""

    reply: ReplyRow
    when: When | None
    known: str
    party: str = ""
    party_name: str = ""

    @property
    def holder(self) -> str:
        """Tell who was asked from who else: a party, an actor, or the words in their source."""
        asked = self.reply.asked
        return self.party or asked.actor or f"{self.reply.source} {asked.called.casefold()}"

    @property
    def called(self) -> str:
        """Name who was asked."""
        asked = self.reply.asked
        named = (self.party_name, asked.actor_name, asked.called)
        return next(filter(names_somebody, named), f"{NOBODY} in {self.reply.source_label}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One claim. `because` gives the rule, then who stands where.

    `origins` has the sources of each independent origin, the earliest first; `counted` says how
    they were counted, one reason for each. `worded_by` '' where the machine proposes the claim, and
    `proposed` then says why. `corroborated_by` counts the independent origins on which somebody
    asserts it firmly; `weight` is what listings are ordered by, rising. `about` are the actors whom
    its statements name; `answers` what became of asking them, or those who take a stance on it, in
    sources that carry it. `instead` is the claim that stands where a publisher edited it away.
    """

    id: RowId
    wording: str
    worded_by: str
    standing: Standing
    because: tuple[str, ...]
    positions: tuple[PositionRow, ...]
    origins: tuple[tuple[SourceId, ...], ...] = ()
    counted: tuple[str, ...] = ()
    stands: tuple[StandsRow, ...] = ()
    corroborated_by: int = 0
    weight: tuple[int, ...] = ()
    about: tuple[ActorId, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    instead: RowId | None = None
    proposed: tuple[str, ...] = ()

    @property
    def independent(self) -> int:
        """Count the independent origins."""
        return len(self.origins)

    @property
    def state(self) -> str:
        """Give the standing in words, with the count where it corroborates."""
        return state(self.standing, self.corroborated_by)

    def attributed(self, most: int | None = None) -> str:
        """Give the wording as what it is: a claim, with whose wording it is and its standing."""
        return claimed(self.wording, self.worded_by, self.state, most)


def claimed(wording: str, worded_by: str, state: str, most: int | None = None) -> str:
    """Give the wording of a claim as what it is, with whose wording it is and its standing."""
    return f"Claim ({state}; worded by {worded_by or 'the machine'}): {quoted(wording, most)}"


def who_stands(stands: Iterable[StandsRow], most: int = 3) -> str:
    """Say who does what to a claim, of each kind the first few: no claim is shown without them."""
    held: dict[Holds, list[str]] = {}
    for one in stands:
        held.setdefault(one.holds, []).append(one.called)
    told = []
    for holds, names in held.items():
        more = f" and {len(names) - most} more" if len(names) > most else ""
        told.append(f"{', '.join(names[:most])}{more} {holds.value}")
    return "; ".join(told)


def state(standing: Standing, corroborated_by: int) -> str:
    """Give a standing in words, with the number of origins where it corroborates."""
    count = f" ({corroborated_by})" if standing is Standing.CORROBORATED else ""
    return f"{standing.value}{count}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One claim as a listing has it, without the rows that it rests on, which are only counted."""

    id: RowId
    wording: str
    worded_by: str
    standing: Standing
    because: tuple[str, ...]
    stands: tuple[StandsRow, ...]
    independent: int
    corroborated_by: int
    positions: int
    spoken_to_in: tuple[SourceId, ...]

    @classmethod
    def of(cls, row: ClaimRow) -> ClaimLine:
        """Count the rows of a claim."""
        return cls(
            id=row.id,
            wording=row.wording,
            worded_by=row.worded_by,
            standing=row.standing,
            because=row.because,
            stands=row.stands,
            independent=row.independent,
            corroborated_by=row.corroborated_by,
            positions=len(row.positions),
            spoken_to_in=tuple(dict.fromkeys(one.statement.source for one in row.positions)),
        )

    @property
    def sources(self) -> int:
        """Count the sources that speak to it."""
        return len(self.spoken_to_in)

    @property
    def state(self) -> str:
        """Give the standing in words, with the count where it corroborates."""
        return state(self.standing, self.corroborated_by)

    def attributed(self, most: int | None = None) -> str:
        """Give the wording as what it is: a claim, with whose wording it is and its standing."""
        return claimed(self.wording, self.worded_by, self.state, most)
