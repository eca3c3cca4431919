"""Writes a record as a folder of plain pages that can be read, printed and checked without onrecord.

It asks the record once for each kind of row and puts them in order; it never says itself what
somebody is reported to have said. The same record and the same hour give the same bytes.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from onrecord.core.dates import by_time
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.rows import (
    ActorRow,
    Record,
    ReplyRow,
    SourceRow,
    StatementRow,
    TimelineRow,
)
from onrecord.core.seams import Progress, silent
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf, Naming, Outcome, SpeechAct
from onrecord.show.dates import spoken
from onrecord.show.drawing import Dated, can_be_drawn, drawing
from onrecord.show.folder import SPANS, Folder, new_folder
from onrecord.show.places import Places, file_name, numbered
from onrecord.show.press import PER_PAGE, Entry, Press, pager, pages_for
from onrecord.show.source_page import write_source

_SHORT = 8
"""Entries of each kind on the overview, which leads to the whole lists."""

_DISPUTING = (SpeechAct.DENIES, SpeechAct.DOUBTS, SpeechAct.CRITICISES)
_LANES = ("published", "modified", "said", "in the text")
_OUTCOMES = (
    Outcome.NO_RESPONSE,
    Outcome.DECLINED,
    Outcome.DENIED,
    Outcome.ANSWERED,
    Outcome.NOT_ASKED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierMade:
    """What was written: how many pages and bytes, and the page to open first."""

    pages: int
    bytes: int
    index: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    """All rows of one record as of one moment, and the same by source and by speaker."""

    sources: list[SourceRow]
    statements: list[StatementRow]
    replies: list[ReplyRow]
    actors: list[ActorRow]
    timeline: list[TimelineRow]
    by_source: dict[SourceId, list[StatementRow]]
    by_actor: dict[ActorId | None, list[StatementRow]]


def dossier(
    record: Record,
    folder: Path,
    *,
    as_of: AsOf = AsOf(),  # noqa: B008 - frozen
    made_at: datetime,
    progress: Progress = silent,
) -> DossierMade:
    """Write `record` as it stood `as_of` into `folder`, in place of an earlier dossier there.

    Raises:
        WrongUse: the folder holds something that is not a dossier.
        Unwritable: the disk is full or the place may not be written to; nothing was changed.
    """
    with new_folder(folder) as made:
        rows = _gather(record, as_of)
        places = Places(record, rows.sources, {actor.id for actor in rows.actors})
        press = Press(made, places, _common(record, as_of, made_at, rows), progress)
        _write_texts(record, rows, made)
        made.write(SPANS, b"".join(_spans(rows, places)))
        _write_pages(record, rows, press, as_of)
        made.write("dossier.css", (Path(__file__).parent / "static/dossier.css").read_bytes())
        made.seal(_about(record, as_of, made_at, rows))
        return DossierMade(pages=made.pages, bytes=made.size, index=folder / "index.html")


def _gather(record: Record, as_of: AsOf) -> _Rows:
    statements = sorted(record.statements(as_of), key=lambda row: (row.at, row.id))
    by_source: dict[SourceId, list[StatementRow]] = defaultdict(list)
    by_actor: dict[ActorId | None, list[StatementRow]] = defaultdict(list)
    actors = record.actors(as_of)
    known = {actor.id for actor in actors}
    for row in statements:
        by_source[row.source].append(row)
        by_actor[row.actor if row.actor in known else None].append(row)
    return _Rows(
        sources=record.sources(as_of),
        statements=statements,
        replies=record.replies(as_of),
        actors=sorted(actors, key=lambda a: (-len(by_actor.get(a.id, ())), a.name, a.id)),
        timeline=sorted(record.timeline(as_of), key=lambda row: by_time(row.when)),
        by_source=by_source,
        by_actor=by_actor,
    )


def _common(record: Record, as_of: AsOf, made_at: datetime, rows: _Rows) -> dict[str, Any]:
    return {
        "case": record.name,
        "head": record.head(),
        "as_of": _as_of_words(as_of),
        "made_at": made_at.isoformat(timespec="seconds"),
        "unconfirmed": sum(not row.confirmed for row in rows.statements),
        "statements_in_all": len(rows.statements),
    }


def _as_of_words(as_of: AsOf) -> str:
    valid = f"as things were on {spoken(as_of.valid)}" if as_of.valid else ""
    known = f"as the case knew them on {as_of.known}" if as_of.known else ""
    return " and ".join(part for part in (valid, known) if part) or "all that was on record"


def _about(record: Record, as_of: AsOf, made_at: datetime, rows: _Rows) -> dict[str, Any]:
    head = record.head()
    return {
        "case": record.name,
        "head": {"digest": head.digest, "batches": head.batches, "entries": head.entries},
        "as_of": {"valid": str(as_of.valid) if as_of.valid else None, "known": as_of.known},
        "made_at": made_at.isoformat(timespec="seconds"),
        "sources": len(rows.sources),
        "statements": len(rows.statements),
        "texts": sorted({row.text for row in rows.sources if row.text is not None}),
    }


# --- what a sceptic checks ------------------------------------------------------------------------


def _write_texts(record: Record, rows: _Rows, made: Folder) -> None:
    for row in rows.sources:
        if row.text is not None:
            characters = record.text(row.id).characters
            made.write(f"text/{row.text}.txt", characters.encode("utf-8", "surrogatepass"))


def _spans(rows: _Rows, places: Places) -> Iterator[bytes]:
    for row in rows.statements:
        roles = {"content": row.content_spans, "speaker": row.source_spans, "cue": row.cue_spans}
        yield _span_line(places, row.id, row.source, row.text, roles)
    texts = {row.id: row.text for row in rows.sources}
    for reply in rows.replies:
        roles = {"reply": (reply.at,)}
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


# --- pages ----------------------------------------------------------------------------------------


def _write_pages(record: Record, rows: _Rows, press: Press, as_of: AsOf) -> None:
    mentions: dict[SourceId, list[tuple[Span, ActorId]]] = defaultdict(list)
    for actor in rows.actors:
        for source, span in actor.mentions:
            mentions[source].append((span, actor.id))
    marked: dict[SourceId, list[Span]] = defaultdict(list)
    for reply in rows.replies:
        marked[reply.source].append(reply.at)
    for dated in rows.timeline:
        if dated.at is not None:
            marked[dated.source].append(dated.at)
    _write_overview(record, rows, press, as_of)
    for row in rows.sources:
        text = record.text(row.id) if row.text is not None else None
        said = rows.by_source.get(row.id, [])
        write_source(press, row, text, said, mentions[row.id], marked[row.id])
    _write_people(rows, press)
    _write_timeline(rows, press)
    _write_lists(rows, press)


def _write_overview(record: Record, rows: _Rows, press: Press, as_of: AsOf) -> None:
    sources = {row.id: row for row in rows.sources}
    dated = [row for row in rows.statements if row.made is not None]
    latest = sorted(dated, key=lambda row: by_time(row.made), reverse=True)[:_SHORT]
    disputing = [row for row in rows.statements if row.act in _DISPUTING]
    quiet = [r for r in rows.replies if r.outcome in (Outcome.NO_RESPONSE, Outcome.DECLINED)]
    press.page(
        "index.html",
        "index.html",
        read=[row for row in rows.sources if row.refusal is None],
        refused=[row for row in rows.sources if row.refusal is not None],
        speakers=[(actor, len(rows.by_actor.get(actor.id, ()))) for actor in rows.actors[:_SHORT]],
        people=len(rows.actors),
        disputing=disputing[:_SHORT],
        disputing_in_all=len(disputing),
        quiet=quiet[:_SHORT],
        quiet_in_all=len(quiet),
        latest=latest,
        copies=[
            (origin, [sources[s] for s in origin.sources if s in sources])
            for origin in record.origins(as_of)
            if len(origin.sources) > 1
        ],
        readers=sorted({row.reader for row in rows.statements}),
        most=40,
    )
    press.page("sources.html", "sources.html", sources=rows.sources)
    press.page("coverage.html", "coverage.html", sources=rows.sources, rows=rows)
    press.page("about.html", "about.html")


def _write_people(rows: _Rows, press: Press) -> None:
    order = list(Naming)
    listed = sorted(rows.actors, key=lambda actor: order.index(actor.naming))
    of = pages_for(len(listed))
    for number in range(1, of + 1):
        press.page(
            numbered("people", number),
            "people.html",
            actors=[
                (actor, len(rows.by_actor.get(actor.id, ())))
                for actor in listed[(number - 1) * PER_PAGE : number * PER_PAGE]
            ],
            total=len(listed),
            nobody=len(rows.by_actor.get(None, ())),
            pager=pager("people", number, of),
        )
    sources = {row.id: row for row in rows.sources}
    for actor in rows.actors:
        said = rows.by_actor.get(actor.id, [])
        press.lists(
            f"people/{file_name(actor.id)}",
            "actor.html",
            [Entry(kind="statement", row=row, heading=row.source_label) for row in _by_source(said)],
            actor=actor,
            mentions=_mentions(actor, sources),
        )
    unnamed = rows.by_actor.get(None, [])
    press.lists(
        "people/nobody",
        "nobody.html",
        [Entry(kind="statement", row=row, heading=row.source_label) for row in _by_source(unnamed)],
    )


def _by_source(said: Iterable[StatementRow]) -> list[StatementRow]:
    return sorted(said, key=lambda row: (row.source_label, row.source, row.at, row.id))


def _mentions(
    actor: ActorRow, sources: dict[SourceId, SourceRow]
) -> list[tuple[SourceRow, list[Span]]]:
    found: dict[SourceId, list[Span]] = defaultdict(list)
    for source, span in actor.mentions:
        found[source].append(span)
    return [(sources[source], sorted(spans)) for source, spans in found.items() if source in sources]


def _write_timeline(rows: _Rows, press: Press) -> None:
    entries: list[Entry] = []
    groups: dict[str, tuple[str, str]] = {}
    dates: dict[tuple[str, str], Dated] = {}
    for index, row in enumerate(rows.timeline):
        edtf = row.when.edtf if row.when else ""
        if edtf not in groups:
            page = numbered("timeline", index // PER_PAGE + 1)
            groups[edtf] = (f"when-{len(groups) + 1}", page)
        anchor, page = groups[edtf]
        entries.append(Entry(kind="date", row=row, heading=spoken(row.when), anchor=anchor))
        if row.when is not None:
            earlier = dates.get((row.kind, edtf))
            count = earlier.count + 1 if earlier else 1
            dates[row.kind, edtf] = Dated(
                lane=row.kind, when=row.when, count=count, href=f"{page}#{anchor}"
            )
    lanes = sorted(dates.values(), key=lambda d: _LANES.index(d.lane) if d.lane in _LANES else 9)
    outside = [d for d in dates.values() if not can_be_drawn(d.when)]
    press.lists(
        "timeline",
        "timeline.html",
        entries,
        drawing=drawing(lanes),
        outside=outside,
        unknown=groups.get(""),
        undated=sum(row.when is None for row in rows.timeline),
    )


def _write_lists(rows: _Rows, press: Press) -> None:
    order = {row.id: number for number, row in enumerate(rows.sources)}
    said = sorted(rows.statements, key=lambda r: (order.get(r.source, len(order)), r.at, r.id))
    press.lists("statements", "statements.html", _statement_entries(said), contents=_contents(said))
    disputes = [
        Entry(kind="reply", row=reply, heading=f"Asked: {outcome}", anchor=f"reply-{number}")
        for number, outcome in enumerate(_OUTCOMES, 1)
        for reply in rows.replies
        if reply.outcome is outcome
    ]
    for act in (SpeechAct.DENIES, SpeechAct.DOUBTS, SpeechAct.CRITICISES, SpeechAct.DECLINES):
        disputes += [
            Entry(kind="statement", row=row, heading=f"Statement: {act}", anchor=f"act-{act}")
            for row in said
            if row.act is act
        ]
    press.lists("disputes", "disputes.html", disputes)


def _statement_entries(said: list[StatementRow]) -> list[Entry]:
    return [
        Entry(
            kind="statement",
            row=row,
            heading=row.source_label,
            anchor=f"in-{file_name(row.source)}",
        )
        for row in said
    ]


def _contents(said: list[StatementRow]) -> list[tuple[str, str, int]]:
    """Give where in the list each source begins: its name, the link, and how many it has."""
    begun: dict[SourceId, tuple[str, str, int]] = {}
    for index, row in enumerate(said):
        if row.source not in begun:
            page = numbered("statements", index // PER_PAGE + 1)
            begun[row.source] = (row.source_label, f"{page}#in-{file_name(row.source)}", 0)
        label, href, count = begun[row.source]
        begun[row.source] = (label, href, count + 1)
    return list(begun.values())
