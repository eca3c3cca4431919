"""What is in dispute: claims and stances, standing, origins, and who may be whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.identity import MentionId, RowId, SourceId, StatementId
from onrecord.core.spans import Spans


class Stance(StrEnum):
    """What one statement does to one claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DENIES_IN_PART = "denies in part"
    DOUBTS = "doubts"
    REPORTS = "reports"
    WITHDRAWS = "withdraws"
    DOES_NOT_ADDRESS = "does not address"


class Standing(StrEnum):
    """A claim's state, derived from its statements by stated rules."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    DOUBTED = "doubted"
    DISPUTED = "disputed"
    DENIED = "denied"
    CORROBORATED = "corroborated"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    UNADDRESSED = "unaddressed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The stance of one statement on one claim; `scope`: how far a partial denial reaches.

    `source` and `statement` together name the row: one text may stand in two sources. `likeness` is
    how alike statement and claim are, from 0 to 1, by the machine that put them together; None: a
    person did, and is named in `because`.
    """

    source: SourceId
    statement: StatementId
    stance: Stance
    scope: str = ""
    likeness: float | None = None
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition, in somebody's wording, and the positions statements take on it.

    `worded_by` is the person who worded it; '' where it is the machine's proposal, which `because`
    gives the reasons of.
    """

    id: RowId
    wording: str
    positions: tuple[Position, ...]
    worded_by: str = ""
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a statement was first made, and the sources that only carry it.

    The first source is the earliest known; `because` says what shows the others to be copies.
    """

    sources: tuple[SourceId, ...]
    likeness: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityClaim:
    """Somebody holds that two actors are one. Never a join."""

    id: RowId
    one: MentionId
    other: MentionId
    statement: StatementId | None
    at: Spans
