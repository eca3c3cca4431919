"""What happened, how many, what passed, what was asked: each as somebody's words give it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, RowId, StatementId
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary.statements import Voice


class Bound(StrEnum):
    """How a number is meant: "at least 34", "about 34"."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    FEWER_THAN = "fewer than"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A bound, a number and what is counted, and where that is written."""

    id: RowId
    bound: Bound
    number: float
    item: str
    at: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date as the words give it: the span, and what days it can mean (None: not resolved)."""

    id: RowId
    at: Span
    when: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something dated that happened or is said to have; `said_in` None: nobody is named for it."""

    id: RowId
    kind: str
    at: Spans
    when: When | None
    participants: tuple[tuple[str, MentionId], ...] = ()
    said_in: StatementId | None = None
    realised: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step of a flow, and the statements that say it was taken; None: not known."""

    giver: MentionId | None
    taker: MentionId | None
    means: str
    when: When | None
    carried_by: tuple[StatementId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Something passed from one actor to another, hop by hop."""

    id: RowId
    what: str
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something asked of someone, open until a statement addresses it."""

    id: RowId
    asker: Voice | None
    asked: Voice | None
    at: Spans
    put: When | None = None
    due: When | None = None
