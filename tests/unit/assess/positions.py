"""Positions made by hand, for the tests of what follows from them."""

from __future__ import annotations

from onrecord.core.claims import PositionRow
from onrecord.core.dates import When
from onrecord.core.identity import ActorId, SourceId, StatementId, TextId
from onrecord.core.rows import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Commitment,
    Mode,
    Naming,
    Polarity,
    SpeechAct,
    Stance,
)

AT = Span(0, 1)


def said(
    speaker: str,
    *,
    source: str = "one",
    known: str = "2026-06-01",
    made: str = "",
    firm: Commitment = Commitment.NOT_STATED,
    naming: Naming = Naming.NAMED,
    sureness: float | None = None,
    id: str = "",
    duplicate_of: str | None = None,
) -> StatementRow:
    return StatementRow(
        id=StatementId(f"sta_{id or f'{speaker}_{source}'}"), source=SourceId(f"src_{source}"),
        source_label=source, text=TextId("txt_1"), speaker=speaker, naming=naming,
        actor=ActorId(f"act_{speaker}") if speaker else None, actor_name=speaker, cue="said",
        content="it", at=AT, content_spans=(AT,), source_spans=(AT,), cue_spans=(AT,),
        hedge_spans=(), mention=None, mode=Mode.INDIRECT, act=SpeechAct.ASSERTS,
        polarity=Polarity.POSITIVE, commitment=firm, hedges=(),
        made=When.of(made) if made else None, parent=None, chain=(), reader="by hand", known=known,
        sureness=sureness,
        duplicate_of=None if duplicate_of is None else StatementId(duplicate_of),
    )  # fmt: skip


def position(
    speaker: str,
    stance: Stance,
    day: str = "2026-01-01",
    *,
    origin: int = 0,
    dated: bool = True,
    edit: str = "",
    source: str = "one",
    known: str = "2026-06-01",
    firm: Commitment = Commitment.NOT_STATED,
    naming: Naming = Naming.NAMED,
    sureness: float | None = None,
    duplicate_of: str | None = None,
) -> PositionRow:
    """Make a position; `dated`: the text itself gives the day."""
    return PositionRow(
        stance=stance,
        statement=said(
            speaker,
            source=source,
            known=known,
            made=day if dated else "",
            firm=firm,
            naming=naming,
            sureness=sureness,
            id=f"{speaker}_{stance.name}_{day}_{source}",
            duplicate_of=duplicate_of,
        ),
        said=When.of(day) if day else None,
        origin=origin,
        likeness=0.9,
        edit=edit,
    )
