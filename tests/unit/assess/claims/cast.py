"""Statements of invented people, for the tests of claims."""

from __future__ import annotations

from onrecord.core.identity import ActorId, SourceId, StatementId, TextId
from onrecord.core.rows import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Commitment, Mode, Naming, Polarity, SpeechAct

AT = Span(0, 1)


def said(
    speaker: str,
    content: str,
    *,
    source: str = "one",
    act: SpeechAct = SpeechAct.ASSERTS,
    naming: Naming = Naming.NAMED,
    commitment: Commitment = Commitment.NOT_STATED,
    parent: str | None = None,
    cue: str = "said",
    number: int = 0,
    sureness: float | None = None,
) -> StatementRow:
    """Make the row of one statement; its id follows from its source and words."""
    spoken = f"{source}-{speaker}-{content}-{number}".replace(" ", "_")
    return StatementRow(
        id=StatementId(f"sta_{spoken}"), source=SourceId(f"src_{source}"), source_label=source,
        text=TextId(f"txt_{source}"), speaker=speaker, naming=naming,
        actor=ActorId(f"act_{speaker}"), actor_name=speaker, cue=cue, content=content, at=AT,
        content_spans=(AT,), source_spans=(AT,), cue_spans=(AT,), hedge_spans=(), mention=None,
        mode=Mode.INDIRECT, act=act, polarity=Polarity.POSITIVE, commitment=commitment, hedges=(),
        made=None, parent=None if parent is None else StatementId(parent), chain=(),
        reader="by hand", known="2026-01-01", sureness=sureness,
    )  # fmt: skip
