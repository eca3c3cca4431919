"""Writes a record as a folder of plain pages to read, to print, and to check without onrecord.

It asks the record once for each kind of row and puts them in order; it never says itself what
somebody is reported to have said. The same record and the same hour give the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from onrecord.core.identity import ActorId, SourceId
from onrecord.core.rows import Record, ReplyRow, Tally
from onrecord.core.seams import Progress, silent
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf
from onrecord.show.carried import places_carried, write_carried
from onrecord.show.claim_pages import write_claims
from onrecord.show.dates import spoken
from onrecord.show.folder import new_folder
from onrecord.show.gathered import Gathered, gather
from onrecord.show.judged import write_judged
from onrecord.show.listings import (
    write_differences,
    write_flows,
    write_lists,
    write_people,
    write_proceedings,
    write_quantities,
    write_tests,
    write_timeline,
)
from onrecord.show.overview import write_overview
from onrecord.show.places import Places
from onrecord.show.press import Press
from onrecord.show.proof import write_proof
from onrecord.show.source_page import Found, write_source


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierMade:
    """What was written: how many pages and bytes, and the page to open first."""

    pages: int
    bytes: int
    index: Path


def dossier(
    record: Record,
    folder: Path,
    *,
    as_of: AsOf = AsOf(),
    made_at: datetime,
    progress: Progress = silent,
) -> DossierMade:
    """Write `record` as it stood `as_of` into `folder`, in place of an earlier dossier there.

    Raises:
        WrongUse: the folder holds something that is not a dossier, or not the dossier's own.
        Unwritable: the disk is full or the place may not be written to; nothing was changed.
    """
    with new_folder(folder) as made:
        rows = gather(record, as_of)
        places = Places(record, rows.sources, {actor.id for actor in rows.actors}, rows.statements)
        press = Press(made, places, _common(record, as_of, made_at, rows), progress)
        write_proof(record, rows, places, made)
        write_overview(rows, press)
        _write_sources(record, rows, press)
        write_people(rows, press)
        write_timeline(rows, press)
        write_flows(rows, press)
        write_proceedings(rows, press)
        write_carried(rows, press)
        write_lists(rows, press)
        write_quantities(rows, press)
        write_judged(rows, press)
        write_tests(rows, press)
        write_claims(rows.claimed, press)
        write_differences(rows, press)
        made.write("dossier.css", (Path(__file__).parent / "static/dossier.css").read_bytes())
        made.seal(_about(record, as_of, made_at, rows))
        return DossierMade(pages=made.pages, bytes=made.size, index=folder / "index.html")


def _common(record: Record, as_of: AsOf, made_at: datetime, rows: Gathered) -> dict[str, Any]:
    said = rows.statements
    return {
        "case": record.name,
        "head": record.head(),
        "as_of": _as_of_words(as_of),
        "made_at": made_at.isoformat(timespec="seconds"),
        "unconfirmed": sum(not row.confirmed and row.duplicate_of is None for row in said),
        "tally": Tally.of(said),
    }


def _as_of_words(as_of: AsOf) -> str:
    valid = f"as things were on {spoken(as_of.valid)}" if as_of.valid else ""
    known = f"as the case knew them on {as_of.known}" if as_of.known else ""
    return " and ".join(part for part in (valid, known) if part) or "all that was on record"


def _about(record: Record, as_of: AsOf, made_at: datetime, rows: Gathered) -> dict[str, Any]:
    head = record.head()
    tally = Tally.of(rows.statements)
    return {
        "case": record.name,
        "head": {"digest": head.digest, "batches": head.batches, "entries": head.entries},
        "as_of": {"valid": str(as_of.valid) if as_of.valid else None, "known": as_of.known},
        "made_at": made_at.isoformat(timespec="seconds"),
        "sources": len(rows.sources),
        "statements": tally.statements,
        "proposals": tally.proposals,
        "texts": sorted({row.text for row in rows.sources if row.text is not None}),
    }


def _write_sources(record: Record, rows: Gathered, press: Press) -> None:
    mentions: dict[SourceId, list[tuple[Span, ActorId]]] = defaultdict(list)
    for actor in rows.actors:
        for source, span in actor.mentions:
            mentions[source].append((span, actor.id))
    marked: dict[SourceId, list[Span]] = defaultdict(list)
    asked: dict[SourceId, list[ReplyRow]] = defaultdict(list)
    for reply in rows.replies:
        marked[reply.source].append(reply.at)
        asked[reply.source].append(reply)
    for hop in (hop for arrow in rows.arrows for hop in arrow.hops):
        marked[hop.source].append(hop.around)
    for step in (step for row in rows.proceedings for step in row.steps):
        marked[step.source].append(step.around)
    for read in (one for row in rows.proceedings for one in row.findings):
        if read.source is not None and read.around is not None:
            marked[read.source].append(read.around)
    for dated in rows.timeline:
        if dated.at is not None:
            marked[dated.source].append(dated.at)
    for tenure in (tenure for held in rows.tenures.values() for tenure in held):
        marked[tenure.source].append(tenure.around)
    for one in (one for page in rows.claimed.pages for one in page.row.positions):
        if one.statement.is_own_voice:
            marked[one.statement.source].append(one.statement.at)
    for quantity in rows.quantities:
        marked[quantity.source].append(quantity.at)
    for difference in rows.differing:
        for side in difference.sides:
            marked[side.source].append(side.at)
    for finding in (finding for row in rows.tested for finding in row.found):
        if finding.source is not None and finding.around is not None:
            marked[finding.source].append(finding.around)
    for source, span in places_carried(rows.carried):
        marked[source].append(span)
    for row in rows.sources:
        text = record.text(row.id) if row.text is not None else None
        said = rows.by_source.get(row.id, [])
        found = Found(
            statements=said,
            replies=asked[row.id],
            mentions=mentions[row.id],
            marked=marked[row.id],
        )
        write_source(press, row, text, found)
