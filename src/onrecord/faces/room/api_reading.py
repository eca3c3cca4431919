"""The reading half of the API beyond plain listings: what pages choose, search, draw and open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from onrecord.core.auditing import DrawnRow
from onrecord.core.briefs import Brief
from onrecord.core.claims import ClaimLine
from onrecord.core.dates import When
from onrecord.core.flows import PathsRow
from onrecord.core.hypotheses import Matrix
from onrecord.core.rows import Hit, MentionRow
from onrecord.core.standings import ClaimPage
from onrecord.core.vocabulary import SpeechAct, Standing, Text
from onrecord.faces.room import handing_on, originals, pathing
from onrecord.faces.room.api import (
    FAULTS,
    MOST,
    SCHEMAS,
    Known,
    Limit,
    Offset,
    Only,
    Valid,
    as_row,
    as_rows,
    gives,
    list_of,
)
from onrecord.faces.room.choosing import Asked, lines_of
from onrecord.faces.room.measuring import MOST as DRAWN
from onrecord.faces.room.moments import as_of, moment_of
from onrecord.faces.room.originals import Number
from onrecord.faces.room.pages import InRoom, Who

router = APIRouter(prefix="/api/v1")

Day = Annotated[str, Query(max_length=40, description="A date (EDTF).")]


def _file(media_type: str, words: str) -> dict[int | str, dict[str, Any]]:
    content: Mapping[str, Any] = {media_type: {"schema": {"type": "string", "format": "binary"}}}
    return {**FAULTS, 200: {"description": words, "content": content}}


@router.get(
    "/claims",
    operation_id="claims",
    summary="What is claimed, and how it stands.",
    responses=list_of(ClaimLine),
    response_class=Response,
)
def claims(
    request: Request,
    room: InRoom,
    actor: Only = "",
    standing: Standing | None = None,
    words: Only = "",
    source: Only = "",
    order: Literal["support", "disputed", "statements", "changed"] = "support",
    valid: Valid = "",
    known: Known = "",
    limit: Limit = MOST,
    offset: Offset = 0,
) -> Response:
    """List claims, those on which `actor` takes a stance, to which `source` speaks."""
    then = as_of(valid, known)
    asked = Asked(
        actor=actor.strip(),
        standing=standing.value if standing else "",
        words=words.strip(),
        source=source.strip(),
        order=order,
    )
    with room.case() as case:
        rows = lines_of(case.claims(then), asked)
    return as_rows(request, rows, limit, offset)


@router.get(
    "/claims/{id}",
    operation_id="claim",
    summary="One claim: how it stands, why, and what would change it.",
    responses=gives(SCHEMAS.of(ClaimPage), "The claim with its positions and reasons."),
    response_class=Response,
)
def claim(room: InRoom, id: str, valid: Valid = "", known: Known = "") -> Response:
    then = as_of(valid, known)
    with room.case() as case:
        claims = case.claims(then)
        page = claims.page(claims.claim(claims.find(id)))
    return as_row(page)


@router.get(
    "/search",
    operation_id="search",
    summary="Sentences that hold all the words, or statements that mean much the same.",
    responses=list_of(Hit),
    response_class=Response,
)
def search(
    request: Request,
    room: InRoom,
    q: Annotated[str, Query(max_length=400)],
    by: Literal["words", "meaning"] = "words",
    act: SpeechAct | None = None,
    own_voice: bool | None = None,
    actor: Only = "",
    source: Only = "",
    standing: Standing | None = None,
    start: Day = "",
    end: Day = "",
    valid: Valid = "",
    known: Known = "",
    limit: Annotated[int, Query(ge=1, le=1_000)] = 50,
) -> Response:
    """Search; `start` and `end` bound when it was said, `standing` the claim that it speaks to."""
    then = as_of(valid, known)
    first, last = (When.of(day) if day else None for day in (start, end))
    meaning = by == "meaning"
    with room.slowly() if meaning else room.case() as case:
        find = case.alike if meaning else case.search
        hits = find(
            q,
            then,
            most=limit,
            act=act,
            own_voice=own_voice,
            actor=actor or None,
            source=case.find(source) if source else None,
            standing=standing,
            start=first,
            end=last,
        ) if q.strip() else []  # fmt: skip
    return as_rows(request, hits, limit, 0)


@router.get(
    "/brief",
    operation_id="brief",
    summary="What is contested, what changed, and what is open.",
    responses=gives(SCHEMAS.of(Brief), "The lines, under their headings."),
    response_class=Response,
)
def brief(room: InRoom, since: Day = "", valid: Valid = "", known: Known = "") -> Response:
    then = as_of(valid, known)
    with room.case() as case:
        row = case.brief(then, since=since or None)
    return as_row(row)


@router.get(
    "/sources/{id}/text",
    operation_id="text",
    summary="A document's text: its characters, and the blocks they are cut into.",
    responses=gives(SCHEMAS.of(Text), "The text; every span of a row counts in its code points."),
    response_class=Response,
)
def text(room: InRoom, id: str) -> Response:
    with room.case() as case:
        row = case.text(case.find(id))
    return as_row(row)


@router.get(
    "/sources/{id}/original",
    operation_id="original",
    summary="A document's bytes as they came.",
    responses=_file("application/octet-stream", "The bytes."),
    response_class=Response,
)
def original(room: InRoom, id: str) -> Response:
    return originals.original(id, room)


@router.get(
    "/sources/{id}/pages/{number}",
    operation_id="picture",
    summary="A page of a PDF as it looks.",
    responses=_file("image/png", "The picture."),
    response_class=Response,
)
def picture(room: InRoom, id: str, number: Number) -> Response:
    return originals.picture(id, number, room)


@router.get(
    "/actors/{id}/mentions",
    operation_id="mentions",
    summary="Where each document first names somebody.",
    responses=list_of(MentionRow),
    response_class=Response,
)
def mentions(
    request: Request,
    room: InRoom,
    id: str,
    valid: Valid = "",
    known: Known = "",
    limit: Limit = MOST,
    offset: Offset = 0,
) -> Response:
    then = as_of(valid, known)
    with room.case() as case:
        rows = case.mentions(case.find(id), then)
    return as_rows(request, rows, limit, offset)


@router.get(
    "/paths",
    operation_id="paths",
    summary="By which hands something is told to have come from one to another.",
    responses=gives(SCHEMAS.of(PathsRow), "The paths, each with its weakest hop and why."),
    response_class=Response,
)
def paths(
    room: InRoom,
    one: Annotated[Only, Query(alias="from", description="Somebody: a name or an id.")],
    other: Annotated[Only, Query(alias="to")],
    unsaid: bool = False,
    valid: Valid = "",
    known: Known = "",
) -> Response:
    """Find paths; with `unsaid` also along what is only denied, tried or considered."""
    then = as_of(valid, known)
    with room.case() as case:
        row = case.flows(then).paths(
            pathing.end_of(case, one), pathing.end_of(case, other), unsaid=unsaid
        )
    return as_row(row)


@router.get(
    "/hypotheses",
    operation_id="hypotheses",
    summary="What is supposed, held against the evidence, as each person rates it.",
    responses=gives(SCHEMAS.of(Matrix), "Hypotheses, evidence and ratings."),
    response_class=Response,
)
def hypotheses(room: InRoom, valid: Valid = "", known: Known = "") -> Response:
    then = as_of(valid, known)
    with room.case() as case:
        row = case.judging(then).hypotheses
    return as_row(row)


@router.get(
    "/audit",
    operation_id="draw",
    summary="Rows drawn by chance, each with your verdict if you gave one.",
    responses=list_of(DrawnRow),
    response_class=Response,
)
def draw(
    request: Request,
    room: InRoom,
    who: Who,
    kind: Only = "statements",
    most: Annotated[int, Query(ge=1, le=1_000)] = DRAWN,
    seed: Annotated[int, Query(ge=1, le=10**9)] = 1,
) -> Response:
    with room.case() as case:
        rows = case.auditing().draw(kind, most=most, seed=seed, by=who.name)
    return as_rows(request, rows, most, 0)


@router.get(
    "/drafts",
    operation_id="drafts",
    summary="The names of the drafts that are kept beside the record.",
    responses=gives({"type": "array", "items": {"type": "string"}}, "The names."),
    response_class=Response,
)
def drafts(request: Request, room: InRoom) -> Response:
    with room.case() as case:
        names = case.drafts.names
    return as_rows(request, names, len(names), 0)


@router.get(
    "/dossier.zip",
    operation_id="dossier",
    summary="The dossier as of both clocks, as one file that can be verified alone.",
    responses=_file("application/zip", "The archive."),
    response_class=Response,
)
def dossier(room: InRoom, valid: Valid = "", known: Known = "") -> Response:
    return handing_on.dossier(room, moment_of(as_of(valid, known)))
