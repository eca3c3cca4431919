"""The same for programs, as JSON: `/api/v1`. Rows as the commands give them, both clocks on each.

Every row that carries somebody's words has `attributed`: the words with whose they are. A program
shows its token (`Authorization: Bearer TOKEN`) and needs no cookie and no form's secret.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from onrecord.case import Case
from onrecord.core.activity import ActivityRow
from onrecord.core.alike import ProposalRow
from onrecord.core.answers import AnsweredRow
from onrecord.core.auditing import AuditRow
from onrecord.core.chains import ChainRow
from onrecord.core.differences import DifferenceRow
from onrecord.core.events import ProceedingRow
from onrecord.core.findings import TestRow
from onrecord.core.flows import ArrowRow, IdentityRow
from onrecord.core.judged import JudgementRow
from onrecord.core.origins import BranchRow
from onrecord.core.posts import TenureRow
from onrecord.core.quotes import QuoteRow
from onrecord.core.rows import (
    ActorRow,
    LogRow,
    QuantityRow,
    ReplyRow,
    SourceRow,
    StatementRow,
    TimelineRow,
)
from onrecord.core.standings import MoveRow
from onrecord.core.versions import VersionsRow
from onrecord.core.vocabulary import AsOf, Naming, SpeechAct
from onrecord.faces.room.described import Schema, Schemas
from onrecord.faces.room.moments import as_of
from onrecord.faces.room.pages import InRoom
from onrecord.show import as_json

router = APIRouter(prefix="/api/v1")

Valid = Annotated[
    str, Query(alias="as_of", description="What can have been so by this date (EDTF); empty: now.")
]
Known = Annotated[
    str, Query(description="What the case could know by this date (EDTF); empty: now.")
]
Limit = Annotated[int, Query(ge=1, le=10_000, description="So many rows at most.")]
Offset = Annotated[int, Query(ge=0, le=2**31, description="Leaving out so many rows before.")]
Only = Annotated[str, Query(max_length=200)]

MOST = 1_000
"""Rows that are given at once where nothing else is asked for."""

SCHEMAS = Schemas()

_LISTINGS: Mapping[str, tuple[type, str, Callable[[Case, AsOf], Iterable[object]]]] = {
    "sources": (SourceRow, "Every document, read or refused.", lambda c, t: c.sources(t)),
    "posts": (TenureRow, "Who is told to have held which post.", lambda c, t: c.posts(t).tenures()),
    "replies": (ReplyRow, "Who was asked, and what became of it.", lambda c, t: c.replies(t)),
    "actors": (ActorRow, "Everybody who speaks or is named.", lambda c, t: c.actors(t)),
    "proposals": (ProposalRow, "Which actors may be one, and why.", lambda c, t: c.proposals(t)),
    "identities": (IdentityRow, "Who is claimed to be whom.", lambda c, t: c.identities(t)),
    "changes": (
        MoveRow, "Who changed position on a claim, and when.", lambda c, t: c.claims(t).changed()
    ),
    "differences": (
        DifferenceRow, "Where documents tell a thing in two ways.", lambda c, t: c.differing(t)
    ),
    "timeline": (TimelineRow, "What the record puts in time.", lambda c, t: c.timeline(t)),
    "flows": (ArrowRow, "What is told to have passed.", lambda c, t: c.arrows(t)),
    "quantities": (QuantityRow, "How many and how much.", lambda c, t: c.quantities(t)),
    "questions": (
        AnsweredRow, "What is asked of whom, and what came.", lambda c, t: c.answered(t)
    ),
    "chains": (ChainRow, "What became of each chance to reply.", lambda c, t: c.chains(t)),
    "proceedings": (
        ProceedingRow, "Proceedings, and how they ended.", lambda c, t: c.proceedings(t)
    ),
    "tests": (TestRow, "Tests, element by element.", lambda c, t: c.tested(t)),
    "origins": (BranchRow, "Which document carries which.", lambda c, t: c.carried(t).branches),
    "quotes": (QuoteRow, "Quotations across documents.", lambda c, t: c.carried(t).quotes),
    "versions": (
        VersionsRow, "What publishers changed in a page.", lambda c, t: c.carried(t).versions
    ),
    "judgements": (
        JudgementRow, "What people decided, and why.", lambda c, t: c.judging(t).rows
    ),
    "audited": (
        AuditRow, "How many of the rows that chance drew were right.",
        lambda c, t: c.judging(t).audited,
    ),
    "activity": (
        ActivityRow, "What was done, with the words of what it was done to.",
        lambda c, t: c.activity(t),
    ),
    "log": (LogRow, "What was done to the case.", lambda c, t: c.log(t.known)),
}  # fmt: skip

FAULTS: dict[int | str, dict[str, Any]] = {
    status: {"description": words, "content": {"application/json": {"schema": {
        "type": "object",
        "properties": {"what": {"type": "string"}, "where": {"type": "string"},
                       "help": {"type": "string"}},
        "required": ["what", "where", "help"],
    }}}}
    for status, words in (
        (400, "It does not make sense, and `what` says why."),
        (401, "Nobody is signed in."),
        (403, "The role does not do."),
        (404, "There is no such row."),
        (422, "What was sent cannot be read."),
        (503, "The record is being worked out; ask again."),
    )
}  # fmt: skip
"""How a request can fail; each in one line that says what, where, and what would help."""


def gives(schema: Schema, words: str, status: int = 200) -> dict[int | str, dict[str, Any]]:
    """Describe what a route answers."""
    made = {"description": words, "content": {"application/json": {"schema": schema}}}
    return {**FAULTS, status: made}


def list_of(kind: type) -> dict[int | str, dict[str, Any]]:
    made = gives({"type": "array", "items": SCHEMAS.of(kind)}, "The rows.")
    made[200]["headers"] = {
        "X-Total-Count": {
            "description": "How many rows there are in all.", "schema": {"type": "integer"}
        },
        "Link": {"description": "Where the rows after these are.", "schema": {"type": "string"}},
    }  # fmt: skip
    return made


def as_rows(request: Request, rows: Sequence[object], limit: int, offset: int) -> Response:
    """Give one part of a listing, how much there is in all, and where the next part is."""
    headers = {"X-Total-Count": str(len(rows))}
    if offset + limit < len(rows):
        asked = {**request.query_params, "limit": str(limit), "offset": str(offset + limit)}
        headers["Link"] = f'<{request.url.path}?{urlencode(asked)}>; rel="next"'
    part = as_json(rows[offset : offset + limit])
    return Response(part, media_type="application/json", headers=headers)


def as_row(row: object, status: int = 200) -> Response:
    """Give one row."""
    return Response(as_json([row])[1:-1], status, media_type="application/json")


def _listing(
    name: str, kind: type, words: str, ask: Callable[[Case, AsOf], Iterable[object]]
) -> None:
    def listed(
        request: Request,
        room: InRoom,
        valid: Valid = "",
        known: Known = "",
        limit: Limit = MOST,
        offset: Offset = 0,
    ) -> Response:
        then = as_of(valid, known)
        with room.case() as case:
            rows = list(ask(case, then))
        return as_rows(request, rows, limit, offset)

    router.add_api_route(
        f"/{name}",
        listed,
        methods=["GET"],
        summary=words,
        name=name,
        operation_id=name,
        responses=list_of(kind),
        response_model=None,
        response_class=Response,
    )


for _name, (_kind, _words, _ask) in _LISTINGS.items():
    _listing(_name, _kind, _words, _ask)


@router.get(
    "/statements",
    operation_id="statements",
    summary="Who is reported to have said what.",
    responses=list_of(StatementRow),
    response_class=Response,
)
def statements(
    request: Request,
    room: InRoom,
    source: Only = "",
    actor: Only = "",
    naming: Naming | None = None,
    act: SpeechAct | None = None,
    proposals: bool | None = None,
    min_depth: Annotated[int, Query(ge=0, le=1_000)] = 0,
    rejected: bool = False,
    valid: Valid = "",
    known: Known = "",
    limit: Limit = MOST,
    offset: Offset = 0,
) -> Response:
    """List statements; a `source` and an `actor` are ids, which may be cut short."""
    then = as_of(valid, known)
    with room.case() as case:
        rows = case.statements(
            then,
            source=case.find(source) if source else None,
            actor=case.find(actor) if actor else None,
            proposals=proposals,
            min_depth=min_depth,
            naming=naming,
            act=act,
            rejected=rejected,
        )
    return as_rows(request, rows, limit, offset)
