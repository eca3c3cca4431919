"""What every format reader gives back, whatever it read: characters, blocks, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.core.spans import Stretch
from onrecord.core.vocabulary import Block, Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document inside a document: it becomes a source of its own, child of the outer one.

    `name` has been cleaned: no path, no control characters.
    """

    name: str
    media_type: str
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The readable text of one file. Blocks lie in order, do not overlap, and leave out only space.

    `stretches` lead back to code points of the decoded file (HTML, text, the body of a message) or
    to boxes on pages (PDF); formats that keep their text in packed XML give none.
    `alternatives`: the words that stand for its pictures, which are none of its text.
    `table`: it is a file of rows, which no reader of prose can read.
    """

    characters: str
    blocks: tuple[Block, ...]
    stretches: tuple[Stretch, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    attachments: tuple[Attachment, ...] = ()
    alternatives: tuple[str, ...] = ()
    table: bool = False
