"""How fast the ledger keeps statements durably, and how fast it verifies them, phase by phase."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

from bench.speed.row import Plan, SpeedRow
from bench.texts import paragraphs
from onrecord.core.identity import mention_id, reading_id, sha256, source_id, statement_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    ActorKind,
    Content,
    Cue,
    Document,
    Mention,
    Metadata,
    Mode,
    Naming,
    ReaderName,
    Reading,
    Source,
    Statement,
    Voice,
)
from onrecord.ledger import Ledger

DOCUMENTS, STATEMENTS, IN_A_BATCH = 200, 100, 50
PASSES = 3
_READER = ReaderName(name="bench", version="1", digest="bench")
_SENTENCE = "“The sluice held at mark {number},” Ida Morrow said that day. "


def speeds(folder: Path, _plan: Plan) -> list[SpeedRow]:
    """Give statements a processor second: each with its mention, 100 to a document, all synced."""
    documents = [_document(number) for number in range(DOCUMENTS)]
    rows = DOCUMENTS * STATEMENTS
    with Ledger.create(folder / "case", clock=lambda: datetime.now(UTC), by="bench") as ledger:
        operation = ledger.begin("add", by="bench")
        begun, wall = time.process_time(), time.perf_counter()
        for at in range(0, DOCUMENTS, IN_A_BATCH):
            ledger.keep(operation, documents[at : at + IN_A_BATCH])
        kept, kept_wall = time.process_time() - begun, time.perf_counter() - wall
        phases = _phases(ledger)
    return [
        SpeedRow("ledger: keep in bulk, synced", rows / kept, "statements/CPU s", 50_000),
        SpeedRow("ledger: keep in bulk, synced", rows / kept_wall, "statements/s"),
        SpeedRow(
            "ledger: verify chain, bytes and spans",
            rows / phases["checking the record"],
            "statements/CPU s",
            400_000,
        ),
        SpeedRow(
            "ledger: verify views against the record",
            rows / phases["comparing the views"],
            "statements/CPU s",
        ),
    ]


def _phases(ledger: Ledger) -> dict[str, float]:
    """Verify some times, and give the least processor seconds of each phase by its name."""
    least: dict[str, float] = {}
    for _ in range(PASSES):
        marks: dict[str, float] = {}

        def mark(what: str, _done: int, _of: int | None, marks: dict[str, float] = marks) -> None:
            marks.setdefault(what, time.process_time())

        assert not ledger.verify(progress=mark).faults
        ends = [*list(marks.values())[1:], time.process_time()]
        for (what, begun), end in zip(marks.items(), ends, strict=True):
            least[what] = min(end - begun, least.get(what, end - begun))
    return least


def _document(number: int) -> tuple[Document, Reading]:
    marks = range(number * STATEMENTS, (number + 1) * STATEMENTS)
    text = paragraphs("".join(_SENTENCE.format(number=mark) for mark in marks))
    raw = text.characters.encode()
    source = Source(
        id=source_id(raw),
        sha256=sha256(raw),
        size=len(raw),
        media_type="text/plain",
        name=f"{number}.txt",
        metadata=Metadata(),
    )
    statements, mentions, at = [], [], 0
    for _ in range(STATEMENTS):
        start = text.characters.index("“", at)
        at = text.characters.index("”", start) + 1
        content, voice, cue = (
            (Span(start, at),),
            (Span(at + 1, at + 11),),
            (Span(at + 12, at + 16),),
        )
        mention = mention_id(text.id, voice[0])
        mentions.append(Mention(id=mention, at=voice[0], name="Ida Morrow", kind=ActorKind.PERSON))
        statements.append(
            Statement(
                id=statement_id(text.id, voice, cue, content),
                source=Voice(spans=voice, naming=Naming.NAMED, mention=mention),
                cue=Cue(cue),
                content=Content(content),
                mode=Mode.DIRECT,
            )
        )
    reading = Reading(
        id=reading_id(text.id, "", _READER.digest),
        text=text.id,
        reader=_READER,
        told_on=None,
        statements=tuple(statements),
        mentions=tuple(mentions),
    )
    return Document(source=source, raw=raw, text=text), reading
