"""One reading as one line of JSON: what `onrecord read` gives out, and its published schema.

A line carries the characters it speaks of, so that every `[start, end]` in it can be checked from
the line alone. The same document and reading give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from onrecord.core.dates import When
from onrecord.core.identity import canonical
from onrecord.core.spans import Spans
from onrecord.core.vocabulary import (
    ActorKind,
    Attested,
    Basis,
    BlockKind,
    Dated,
    Document,
    IdentityClaim,
    Mention,
    Metadata,
    Mode,
    Naming,
    Outcome,
    Polarity,
    Reading,
    Reply,
    SpeechAct,
    Statement,
    Text,
    Voice,
)

SCHEMA_ID = "urn:onrecord:schema:reading:1"

Pair = tuple[int, int]
Pairs = list[Pair]
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
class LineWhen:
    """A date in EDTF, the words it was read from, the day it was counted from, the rule."""

    edtf: str
    words: str
    at: Pair | None
    anchor: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineVoice:
    """Who speaks: the words that name them, how they do, and the mention they lead to."""

    spans: Pairs
    naming: Naming
    mention: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSpans:
    """A cue or a content: its places in the text, several where it is broken."""

    spans: Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStatement:
    """One thing somebody is reported to have said. `source` null: the words name nobody."""

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


def line(identifier: str, document: Document | None, text: Text, reading: Reading) -> bytes:
    """Write one reading as one line of JSON, its end of line included.

    Args:
        identifier: what the line is called: the input's own id or its file's name.
        document: where `text` came from, for its metadata; None where there is none.
    """
    row = {
        "id": identifier,
        "text": text.characters,
        "text_id": text.id,
        "blocks": [{"kind": block.kind.value, "at": list(block.at)} for block in text.blocks],
        "metadata": _metadata(document.source.metadata if document else Metadata()),
        "reading_id": reading.id,
        "reader": {
            "name": reading.reader.name,
            "version": reading.reader.version,
            "digest": reading.reader.digest,
        },
        "told_on": reading.told_on,
        "sentences": _pairs(reading.sentences),
        "statements": [_statement(statement) for statement in reading.statements],
        "mentions": [_mention(mention) for mention in reading.mentions],
        "dates": [_date(dated) for dated in reading.dates],
        "replies": [_reply(reply) for reply in reading.replies],
        "identity_claims": [_identity_claim(claim) for claim in reading.identity_claims],
    }
    return canonical(row) + b"\n"


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


def _pairs(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]


def _metadata(metadata: Metadata) -> dict[str, dict[str, str]]:
    given: dict[str, dict[str, str]] = {}
    for key in Metadata.__dataclass_fields__:
        value: Attested | None = getattr(metadata, key)
        if value is not None:
            given[key] = {"value": value.value, "basis": value.basis.value}
    return given


def _when(when: When | None) -> dict[str, Any] | None:
    if when is None:
        return None
    return {
        "edtf": when.edtf,
        "words": when.words,
        "at": None if when.at is None else list(when.at),
        "anchor": when.anchor,
        "rule": when.rule,
    }


def _voice(voice: Voice | None) -> dict[str, Any] | None:
    if voice is None:
        return None
    return {
        "spans": _pairs(voice.spans),
        "naming": voice.naming.value,
        "mention": voice.mention,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "id": statement.id,
        "source": _voice(statement.source),
        "cue": {"spans": _pairs(statement.cue.spans)},
        "content": {"spans": _pairs(statement.content.spans)},
        "mode": statement.mode.value,
        "act": statement.act.value,
        "polarity": statement.polarity.value,
        "commitment": statement.commitment.word,
        "hedges": _pairs(statement.hedges),
        "made": _when(statement.made),
        "addressee": statement.addressee,
        "parent": statement.parent,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "id": mention.id,
        "at": list(mention.at),
        "name": mention.name,
        "title": mention.title,
        "kind": mention.kind.value,
        "naming": mention.naming.value,
        "same_as": mention.same_as,
    }


def _date(dated: Dated) -> dict[str, Any]:
    return {"id": dated.id, "at": list(dated.at), "when": _when(dated.when)}


def _reply(reply: Reply) -> dict[str, Any]:
    return {
        "id": reply.id,
        "asked": _voice(reply.asked),
        "outcome": reply.outcome.value,
        "at": _pairs(reply.at),
        "asked_by": _voice(reply.asked_by),
        "through": _voice(reply.through),
        "made": _when(reply.made),
    }


def _identity_claim(claim: IdentityClaim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "one": claim.one,
        "other": claim.other,
        "statement": claim.statement,
        "at": _pairs(claim.at),
    }
