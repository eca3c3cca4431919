"""Reads plain words with the trained reader, and shows what it found as words again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from onrecord.core.dates import When
from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Reading, Statement, Text
from onrecord.reader import TrainedReader

TOLD_ON = When.of("2025-03-12")  # a Wednesday


@dataclass(frozen=True)
class Read:
    """A reading with its text."""

    text: Text
    reading: Reading

    def said(self) -> list[tuple[str | None, str, str]]:
        """Give speaker, cue and content of every statement, as words."""
        return [(self.speaker(s), self.cue(s), self.content(s)) for s in self.reading.statements]

    def speaker(self, statement: Statement) -> str | None:
        spans = statement.source.spans if statement.source else ()
        return " … ".join(span.of(self.text.characters) for span in spans) or None

    def cue(self, statement: Statement) -> str:
        return " … ".join(span.of(self.text.characters) for span in statement.cue.spans)

    def content(self, statement: Statement) -> str:
        return " … ".join(span.of(self.text.characters) for span in statement.content.spans)

    def name_of(self, statement: Statement) -> str | None:
        mention = statement.source.mention if statement.source else None
        return next((m.name for m in self.reading.mentions if m.id == mention), None)


def text_of(characters: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Text:
    """Make every line a block of `kind`."""
    blocks = []
    start = 0
    for line in characters.split("\n"):
        at = Span(start, start + len(line)).trimmed(characters)
        if at.end > at.start:
            blocks.append(Block(kind, at))
        start += len(line) + 1
    return Text(id=text_id(characters), characters=characters, blocks=tuple(blocks))


@pytest.fixture
def read() -> Callable[..., Read]:
    reader = TrainedReader()

    def reading(
        characters: str,
        told_on: When | None = TOLD_ON,
        kind: BlockKind = BlockKind.PARAGRAPH,
    ) -> Read:
        text = text_of(characters, kind)
        return Read(text, reader.read(text, told_on))

    return reading
