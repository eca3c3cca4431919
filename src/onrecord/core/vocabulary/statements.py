"""What was said: statements and replies, each with the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, RowId, StatementId
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary.actors import Naming


class Mode(StrEnum):
    """Whether the words are the speaker's own, the reporter's, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Commitment(IntEnum):
    """How firmly, from ruled out to certain.

    The grades of FactBank (Saurí and Pustejovsky 2009) with 'not stated' in the middle.
    """

    RULED_OUT = -3
    IMPROBABLE = -2
    DOUBTFUL = -1
    NOT_STATED = 0
    POSSIBLE = 1
    PROBABLE = 2
    CERTAIN = 3

    @property
    def word(self) -> str:
        return self.name.lower().replace("_", " ")


class Polarity(StrEnum):
    """Whether the content says that something is so or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class SpeechAct(StrEnum):
    """What the speaker does by saying it."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    DECLINES = "declines"
    ASKS = "asks"
    CRITICISES = "criticises"
    PROMISES = "promises"


PROPOSED_BELOW = 0.5
"""A statement that is rather wrong than right, by its reader's own estimate, is a proposal."""


def is_proposed(sureness: float | None, *, confirmed: bool) -> bool:
    """Say whether a reader only proposes what it is so sure of, and no person has confirmed it."""
    return not confirmed and sureness is not None and sureness < PROPOSED_BELOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who a statement is attributed to: the words, how they name the speaker, and the mention."""

    spans: Spans
    naming: Naming
    mention: MentionId | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that make it an attribution: *said*, *according to*."""

    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Content:
    """The words attributed; several spans where a quotation is broken."""

    spans: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing somebody is reported to have said, and where that is written.

    `parent` is the statement inside which this one is reported: the chain of parents is the
    attribution chain, its length the hearsay depth. `source` None: the words name nobody.
    `duplicate_of` is a statement of the same text that this one repeats, as a caption repeats the
    body. `sureness` is the reader's calibrated probability, from 0 to 1, that somebody is here
    reported to have said this, and that it is this source; None: the reader gives none.
    """

    id: StatementId
    source: Voice | None
    cue: Cue
    content: Content
    mode: Mode
    act: SpeechAct = SpeechAct.ASSERTS
    polarity: Polarity = Polarity.POSITIVE
    commitment: Commitment = Commitment.NOT_STATED
    hedges: Spans = ()
    made: When | None = None
    addressee: MentionId | None = None
    parent: StatementId | None = None
    duplicate_of: StatementId | None = None
    sureness: float | None = None

    @property
    def is_proposal(self) -> bool:
        """Say whether the reader is so unsure of it that it only proposes it."""
        return self.sureness is not None and self.sureness < PROPOSED_BELOW

    @property
    def anchor(self) -> Span:
        """Give the span from its first to its last word."""
        spans = self.content.spans + self.cue.spans + (self.source.spans if self.source else ())
        return Span(min(s.start for s in spans), max(s.end for s in spans))


class Outcome(StrEnum):
    """What became of a request. Silence is an event, never an absence."""

    NOT_ASKED = "not asked"
    NO_RESPONSE = "did not respond"
    DECLINED = "declined to comment"
    DENIED = "denied"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What became of a request put to somebody."""

    id: RowId
    asked: Voice
    outcome: Outcome
    at: Spans
    asked_by: Voice | None = None
    through: Voice | None = None
    made: When | None = None
