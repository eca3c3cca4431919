"""Small invented documents and statements, for the tests of origins, quotations and versions."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.assess import Carried
from onrecord.core.dates import When
from onrecord.core.identity import ActorId, SourceId, StatementId, TextId, text_id
from onrecord.core.said import StatementRow, Teller
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Block,
    BlockKind,
    Commitment,
    Mode,
    Naming,
    Polarity,
    SpeechAct,
    Text,
)


@dataclass
class Page:
    """One document, and the statements that are read in it."""

    name: str
    words: str
    outlet: str = "The Harrow Echo"
    day: str = "2031-03-01"
    address: str | None = None
    said: list[StatementRow] = field(default_factory=list)

    @property
    def source(self) -> SourceId:
        return SourceId(f"src_{self.name}")

    @property
    def text(self) -> Text:
        blocks, start = [], 0
        for part in self.words.split("\n\n"):
            kind = BlockKind.PARAGRAPH if blocks else BlockKind.HEADLINE
            blocks.append(Block(kind, Span(start, start + len(part))))
            start += len(part) + 2
        return Text(id=text_id(self.words), characters=self.words, blocks=tuple(blocks))

    @property
    def carried(self) -> Carried:
        return Carried(self.source, self.text, self.address, self.outlet, self.name, self.day)

    def says(
        self,
        content: str,
        speaker: str = "",
        *,
        name: str | None = None,
        naming: Naming = Naming.NAMED,
        cue: str = "said",
        mode: Mode = Mode.INDIRECT,
        through: tuple[Teller, ...] = (),
    ) -> StatementRow:
        """Take these words of the page as a statement of the speaker."""
        start = self.words.index(content)
        at = Span(start, start + len(content))
        row = StatementRow(
            id=StatementId(f"sta_{self.name}_{len(self.said)}"), source=self.source,
            source_label=self.name, text=TextId(self.text.id), speaker=speaker, naming=naming,
            actor=ActorId(f"act_{name or speaker}") if speaker else None,
            actor_name=speaker if name is None else name, cue=cue, content=content, at=at,
            content_spans=(at,), source_spans=(), cue_spans=(), hedge_spans=(), mention=None,
            mode=mode, act=SpeechAct.ASSERTS, polarity=Polarity.POSITIVE,
            commitment=Commitment.NOT_STATED, hedges=(), made=When.of(self.day), parent=None,
            chain=through, reader="by hand", known=self.day,
        )  # fmt: skip
        self.said.append(row)
        return row
