"""The published shape of one reading as a line of JSON: which fields, which values.

It is written as types, from which the JSON Schema in `docs/reading.schema.json` is made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from onrecord.core.vocabulary import (
    ActorKind,
    Basis,
    BlockKind,
    Bound,
    Mode,
    Naming,
    Outcome,
    Polarity,
    Realised,
    SpeechAct,
)
from onrecord.reader.line_schema_events import LineEvent, LineFinding, LineProceeding
from onrecord.reader.line_schema_parts import LineSpans, LineVoice, LineWhen, Pair, Pairs

SCHEMA_ID = "urn:onrecord:schema:reading:1"

Degree = Literal[
    "ruled out", "improbable", "doubtful", "not stated", "possible", "probable", "certain"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBlock:
    """A block of the text and what kind of block it is."""

    kind: BlockKind
    at: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAttested:
    """A piece of metadata and the basis on which it was taken."""

    value: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReader:
    """Which reader read: its name, version and digest."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStatement:
    """One thing somebody is reported to have said. Null: `source` nobody, `sureness` not given."""

    id: str
    source: LineVoice | None
    cue: LineSpans
    content: LineSpans
    mode: Mode
    act: SpeechAct
    polarity: Polarity
    commitment: Degree
    hedges: Pairs
    made: LineWhen | None
    addressee: str | None
    parent: str | None
    duplicate_of: str | None = None
    sureness: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMention:
    """Words that name or point to an actor. `same_as` is an earlier mention in the same text."""

    id: str
    at: Pair
    name: str
    title: str
    kind: ActorKind
    naming: Naming
    same_as: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDate:
    """A date as the words give it. `when` null: not resolved."""

    id: str
    at: Pair
    when: LineWhen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineQuantity:
    """How many or how much. `number` null: the words give none; `most`: the end of a range.

    `unit` is in the singular, "share" for a part of a whole, "" for what is counted one by one;
    `owner` is the mention whose it is, if the words in `owner_at` name one.
    """

    id: str
    at: Pair
    bound: Bound
    number: float | None
    most: float | None
    unit: str
    item: str
    owner: str | None
    number_at: Pair
    bound_at: Pairs
    unit_at: Pairs
    item_at: Pairs
    owner_at: Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class LineQuestion:
    """What is asked of whom, by whom, on which day, by what day; null: the words do not say."""

    id: str
    asker: LineVoice | None
    asked: LineVoice | None
    at: Pairs
    said_in: str
    put: LineWhen | None
    due: LineWhen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReply:
    """What became of a request for comment."""

    id: str
    asked: LineVoice
    outcome: Outcome
    at: Pairs
    asked_by: LineVoice | None
    through: LineVoice | None
    made: LineWhen | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineIdentityClaim:
    """Somebody holds that two mentions are one actor. Never a join."""

    id: str
    one: str
    other: str
    statement: str | None
    at: Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class LineHop:
    """One step of what passed; null: the words name nobody, or no day.

    `gap`: others whom the words do not name stand between. `carried_by`: the statements in whose
    content it stands, the innermost first; none: the text tells it itself.
    """

    giver: LineVoice | None
    taker: LineVoice | None
    at: Pairs
    means: str
    when: LineWhen | None
    realised: Realised
    gap: bool
    carried_by: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFlow:
    """What is told to have passed from one to another, hop by hop."""

    id: str
    what: str
    hops: list[LineHop]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTenure:
    """That somebody holds or held a post. `held` null: no date is given.

    `holder` is a mention; `cited` are days on which the post is told to be held, apart from when it
    began and ended; `said_in` is the statement that says so, null where the text says it itself.
    """

    id: str
    holder: str | None
    post: str
    body: str
    held: LineWhen | None
    cited: list[LineWhen]
    at: Pairs
    said_in: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All that one reader found in one text. Offsets are Unicode code points, end exclusive."""

    id: str
    text: str
    text_id: str
    blocks: list[LineBlock]
    metadata: dict[str, LineAttested]
    reading_id: str
    reader: LineReader
    told_on: str | None
    sentences: Pairs
    statements: list[LineStatement]
    mentions: list[LineMention]
    dates: list[LineDate]
    replies: list[LineReply]
    identity_claims: list[LineIdentityClaim]
    quantities: list[LineQuantity] = field(default_factory=list)
    questions: list[LineQuestion] = field(default_factory=list)
    flows: list[LineFlow] = field(default_factory=list)
    tenures: list[LineTenure] = field(default_factory=list)
    events: list[LineEvent] = field(default_factory=list)
    findings: list[LineFinding] = field(default_factory=list)
    proceedings: list[LineProceeding] = field(default_factory=list)


def schema() -> dict[str, Any]:
    """Give the JSON Schema of one line, as published in `docs/reading.schema.json`."""
    import msgspec

    made = msgspec.json.schema(Line)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "One reading of one text, as onrecord read writes it",
        **made,
    }
