"""What makes two things the same: names that come from content alone.

The same document gives the same ids on every machine, in every case, in any order of adding.
A source is named by its bytes, a text by its characters, a statement by its text and spans, an
actor by its founding mention. An id is a prefix that tells its kind and 16 hexadecimal digits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import NewType

from onrecord.core.spans import Span

SourceId = NewType("SourceId", str)
TextId = NewType("TextId", str)
ReadingId = NewType("ReadingId", str)
StatementId = NewType("StatementId", str)
MentionId = NewType("MentionId", str)
ActorId = NewType("ActorId", str)
RowId = NewType("RowId", str)

DIGITS = 16
KINDS = {
    "src": "source",
    "txt": "text",
    "rdg": "reading",
    "sta": "statement",
    "men": "mention",
    "act": "actor",
    "rep": "reply",
    "dat": "date",
    "qty": "quantity",
    "que": "question",
    "idc": "identity claim",
    "ten": "tenure",
    "flw": "flow",
    "evt": "event",
    "prc": "proceeding",
    "fnd": "finding",
    "clm": "claim",
    "hyp": "hypothesis",
    "jdg": "judgement",
}


def sha256(data: bytes) -> str:
    """Give the hexadecimal SHA-256 digest."""
    return hashlib.sha256(data).hexdigest()


def canonical(value: object) -> bytes:
    """Write a plain value as the one JSON text that stands for it.

    Keys sorted, no spaces, UTF-8, characters as they are (no Unicode normalisation).
    """
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode("utf-8", "surrogatepass")


def _name(prefix: str, *parts: str) -> str:
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}_{digest.hexdigest()[:DIGITS]}"


def source_id(data: bytes) -> SourceId:
    """Name a source by its bytes."""
    return SourceId(f"src_{sha256(data)[:DIGITS]}")


def text_id(characters: str) -> TextId:
    """Name a text by its characters."""
    return TextId(f"txt_{sha256(characters.encode('utf-8', 'surrogatepass'))[:DIGITS]}")


def anchored(prefix: str, text: TextId, *roles: Iterable[Span]) -> str:
    """Name a row by the words it rests on: its kind, its text, and the spans of each role."""
    return _name(prefix, text, *(",".join(str(span) for span in role) for role in roles))


def statement_id(
    text: TextId, source: Iterable[Span], cue: Iterable[Span], content: Iterable[Span]
) -> StatementId:
    """Name a statement by its text and the spans of its source, cue and content."""
    return StatementId(anchored("sta", text, source, cue, content))


def mention_id(text: TextId, span: Span) -> MentionId:
    """Name a mention by its text and span."""
    return MentionId(anchored("men", text, [span]))


def entered_id(prefix: str, text: TextId, row: object) -> str:
    """Name a row that a person entered by its text and all that it says.

    So it never bears the id of a row that a reader found in the same words.
    """
    return _name(prefix, "entered", text, canonical(row).decode("utf-8", "surrogatepass"))


def actor_id(founder: MentionId) -> ActorId:
    """Name an actor by its founding mention: the first that the case came to know."""
    return ActorId(_name("act", founder))


def reading_id(text: TextId, told_on: str, reader_digest: str) -> ReadingId:
    """Name a reading by its text, the day it was told, and the reader."""
    return ReadingId(_name("rdg", text, told_on, reader_digest))


def row_id(prefix: str, value: object) -> RowId:
    """Name a row that rests on no words (a judgement) by its whole content."""
    return RowId(_name(prefix, canonical(value).decode("utf-8", "surrogatepass")))


def kind_of(identifier: str) -> str:
    """Say what kind of thing an id names, or '' if it is no id of ours."""
    return KINDS.get(identifier.partition("_")[0], "")
