"""Documents as they came: sources, their texts, and what each says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.core.identity import SourceId, TextId
from onrecord.core.spans import Span, Stretch


class BlockKind(StrEnum):
    """What part of a document a stretch of text is."""

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
    """One block of a text."""

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
    metadata: Metadata = field(default_factory=Metadata)
    parent: SourceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A source's readable text. `stretches` lead back to the raw document.

    `country` (ISO 3166) is its outlet's, which decides what 3/4/2024 means; '': not known.
    """

    id: TextId
    characters: str
    blocks: tuple[Block, ...]
    stretches: tuple[Stretch, ...] = ()
    country: str = ""

    @property
    def is_rows(self) -> bool:
        """Say whether there is nothing but rows of a table in it: no sentence to compare."""
        return all(block.kind is BlockKind.TABLE for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a document was not read. `code` is stable, for scripts."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What intake made of one file: its source and either a text or a refusal, never neither.

    `table`: the text is a file of rows, as it stands. `alternatives`: the words that stand for its
    pictures; they are none of its text.
    """

    source: Source
    raw: bytes = field(repr=False)
    text: Text | None = None
    refusal: Refusal | None = None
    table: bool = False
    alternatives: tuple[str, ...] = ()
