"""What a sceptic checks a dossier by: the texts themselves, and every span with its words.

The words beside a span are cut from the text when this is written, so that they cannot differ from
it by an error elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from onrecord.core.identity import SourceId
from onrecord.core.record import Record
from onrecord.core.spans import Span
from onrecord.show.folder import SPANS, Folder
from onrecord.show.gathered import Gathered
from onrecord.show.places import Places


def write_proof(record: Record, rows: Gathered, places: Places, made: Folder) -> None:
    """Write the texts, each under its id, and `spans.jsonl`."""
    for row in rows.sources:
        if row.text is not None:
            characters = record.text(row.id).characters
            made.write(f"text/{row.text}.txt", characters.encode("utf-8", "surrogatepass"))
    made.write_lines(SPANS, _spans(rows, places))


def _spans(rows: Gathered, places: Places) -> Iterator[bytes]:
    for row in rows.statements:
        roles = {
            "content": row.content_spans,
            "speaker": row.source_spans,
            "cue": row.cue_spans,
            "hedge": row.hedge_spans,
        }
        yield _span_line(places, row.id, row.source, row.text, roles)
    texts = {row.id: row.text for row in rows.sources}
    for reply in rows.replies:
        roles = {"reply": reply.spans or (reply.at,), "sentence": (reply.at,)}
        yield _span_line(places, reply.id, reply.source, texts.get(reply.source), roles)
    for actor in rows.actors:
        for source, span in actor.mentions:
            roles = {"mention": (span,)}
            yield _span_line(places, actor.id, source, texts.get(source), roles)


def _span_line(
    places: Places,
    row: str,
    source: SourceId,
    text: str | None,
    roles: dict[str, tuple[Span, ...]],
) -> bytes:
    characters = places.characters(source)
    spans = {
        role: [[span.start, span.end, span.of(characters)] for span in found]
        for role, found in roles.items()
        if found
    }
    line = {"id": row, "source": source, "text": text, "spans": spans}
    return json.dumps(line, ensure_ascii=True, sort_keys=True).encode("ascii") + b"\n"
