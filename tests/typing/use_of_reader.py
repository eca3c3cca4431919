"""How others write a reader of their own: what the type checkers must see."""

from __future__ import annotations

from onrecord.core.dates import When
from onrecord.core.identity import reading_id, statement_id
from onrecord.core.seams import Reader
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Content,
    Cue,
    Mode,
    Naming,
    ReaderName,
    Reading,
    Statement,
    Text,
    Voice,
)
from onrecord.reader import load


class Shouts:
    """Reads every exclamation as a statement of nobody named."""

    @property
    def name(self) -> ReaderName:
        return ReaderName(name="shouts", version="1", digest="1")

    def read(self, text: Text, told_on: When | None) -> Reading:
        day = told_on.edtf if told_on else ""
        content = (Span(0, len(text.characters)),)
        said = Statement(
            id=statement_id(text.id, (), (), content),
            source=Voice(spans=(), naming=Naming.ANONYMOUS),
            cue=Cue(),
            content=Content(content),
            mode=Mode.DIRECT,
        )
        return Reading(
            id=reading_id(text.id, day, self.name.digest),
            text=text.id,
            reader=self.name,
            told_on=day or None,
            statements=(said,) if "!" in text.characters else (),
        )


ours: Reader = Shouts()
theirs: Reader = load("trained")
