"""The words of the trade: what a record is made of.

Every class is one word of the design's list, frozen, and says where it is written. None of them
has a field for whether a thing is true: there are statements, who made them, and what others say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import (
    ActorId,
    MentionId,
    ReadingId,
    RowId,
    SourceId,
    StatementId,
    TextId,
)
from onrecord.core.spans import Span, Spans, Stretch

# --- documents ------------------------------------------------------------------------------------


class BlockKind(StrEnum):
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"

    @property
    def speaks(self) -> bool:
        """Say whether statements are read from such a block: the article's own running text."""
        return self in _SPEAKING


_SPEAKING = {BlockKind.HEADLINE, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.TABLE}


class Basis(StrEnum):
    """On what a piece of metadata rests."""

    TOLD = "told by the user"
    JSON_LD = "JSON-LD"
    META = "meta tag"
    VISIBLE = "visible"
    FILE = "file"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Attested:
    """A value (dates in EDTF) and the basis on which it was taken."""

    value: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a source says of itself, each with its basis; None where it says nothing."""

    title: Attested | None = None
    byline: Attested | None = None
    outlet: Attested | None = None
    published: Attested | None = None
    modified: Attested | None = None
    retrieved: Attested | None = None
    language: Attested | None = None
    address: Attested | None = None


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    at: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document as received. It never changes."""

    id: SourceId
    sha256: str
    size: int
    media_type: str
    name: str
    metadata: Metadata = Metadata()
    parent: SourceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A source's readable text. `stretches` lead back to the raw document."""

    id: TextId
    characters: str
    blocks: tuple[Block, ...]
    stretches: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a document was not read. `code` is stable, for scripts."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What intake made of one file: its source and either a text or a refusal, never neither."""

    source: Source
    raw: bytes = field(repr=False)
    text: Text | None = None
    refusal: Refusal | None = None


# --- who ------------------------------------------------------------------------------------------


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PUBLIC_BODY = "public body"
    GROUP = "group"
    UNNAMED_SOURCE = "unnamed source"
    NOT_KNOWN = "not known"


class Naming(StrEnum):
    """How the one who speaks is named."""

    NAMED = "named"
    ROLE_ONLY = "role-only"
    ANONYMOUS = "anonymous"
    AGENTLESS = "agentless"
    PUBLISHER = "publisher's own knowledge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that names or points to an actor. `same_as` is an earlier mention in the same text."""

    id: MentionId
    at: Span
    name: str
    title: str = ""
    kind: ActorKind = ActorKind.NOT_KNOWN
    naming: Naming = Naming.NAMED
    same_as: MentionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Those mentions that decisions hold to be one. `names` has the fullest first."""

    id: ActorId
    kind: ActorKind
    naming: Naming
    names: tuple[str, ...]
    mentions: tuple[tuple[SourceId, MentionId], ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One actor's holding of a post. `cited` are days it is attested on, apart from `held`."""

    id: RowId
    holder: MentionId | None
    post: str
    body: str
    held: When | None
    cited: tuple[When, ...]
    at: Spans


# --- what was said --------------------------------------------------------------------------------


class Mode(StrEnum):
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
    POSITIVE = "positive"
    NEGATIVE = "negative"


class SpeechAct(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    DECLINES = "declines"
    ASKS = "asks"
    CRITICISES = "criticises"
    PROMISES = "promises"


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
    id: RowId
    asked: Voice
    outcome: Outcome
    at: Spans
    asked_by: Voice | None = None
    through: Voice | None = None
    made: When | None = None


# --- what is in dispute ---------------------------------------------------------------------------


class Stance(StrEnum):
    ASSERTS = "asserts"
    DENIES = "denies"
    DENIES_IN_PART = "denies in part"
    DOUBTS = "doubts"
    REPORTS = "reports"
    WITHDRAWS = "withdraws"
    DOES_NOT_ADDRESS = "does not address"


class Standing(StrEnum):
    ASSERTED = "asserted"
    DISPUTED = "disputed"
    DENIED = "denied"
    CORROBORATED = "corroborated"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    UNADDRESSED = "unaddressed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The stance of one statement on one claim; `scope`: how far a partial denial reaches."""

    statement: StatementId
    stance: Stance
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition, in somebody's wording, and the positions statements take on it."""

    id: RowId
    wording: str
    positions: tuple[Position, ...]


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


# --- what happened, how many, what passed ---------------------------------------------------------


class Bound(StrEnum):
    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    FEWER_THAN = "fewer than"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
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
    giver: MentionId | None
    taker: MentionId | None
    means: str
    when: When | None
    carried_by: tuple[StatementId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
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


# --- whether the evidence meets the test ----------------------------------------------------------


class Met(StrEnum):
    MET = "met"
    NOT_MET = "not met"
    NO_LONGER_MET = "no longer met"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    key: str
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """The standard a proceeding applies, in its parts."""

    __test__ = False  # the trade's word; not something for pytest to collect

    key: str
    name: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found on a date, by whom, who reports it. `reason` None: reason not stated."""

    id: RowId
    test: str
    element: str
    found: Met
    when: When | None
    finder: MentionId | None
    reported_in: StatementId | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceeding:
    """A matter before a body; `ended` is how, in the words used, and None while it is open."""

    id: RowId
    matter: str
    body: str
    test: str | None
    opened: When | None
    ended: str | None


# --- readings, judgements, and reasons ------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderName:
    """Which reader read: name, version, and the digest of all that decides its answers."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one reader found in one text, read as told on one day."""

    id: ReadingId
    text: TextId
    reader: ReaderName
    told_on: str | None
    sentences: Spans = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Dated, ...] = ()
    replies: tuple[Reply, ...] = ()
    identity_claims: tuple[IdentityClaim, ...] = ()


class Verb(StrEnum):
    """What a person can decide. A decision is taken back by an entry of its own."""

    JOIN = "join"
    PART = "part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision about rows anchored to words: attributed, reasoned, undoable."""

    id: RowId
    verb: Verb
    about: tuple[str, ...]
    by: str
    because: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, from 0 to 1, and why: a score never travels without its reasons."""

    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AsOf:
    """The two clocks of a question: true by `valid`, known to the case by `known`; None: now."""

    valid: When | None = None
    known: str | None = None
