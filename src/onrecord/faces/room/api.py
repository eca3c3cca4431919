"""The same for programs, as JSON: `/api/v1`. Rows as the commands give them, both clocks on each.

Every row that carries somebody's words has `attributed`: the words with whose they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from onrecord.case import Case
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.moments import as_of
from onrecord.faces.room.pages import InRoom
from onrecord.show import as_json

router = APIRouter(prefix="/api/v1")
Clock = Annotated[str, Query(description="A date (EDTF); empty: now.")]

_LISTINGS: Mapping[str, tuple[str, Callable[[Case, AsOf], Iterable[object]]]] = {
    "sources": ("Every document, read or refused.", lambda c, t: c.sources(t)),
    "statements": ("Who is reported to have said what.", lambda c, t: c.statements(t)),
    "replies": ("Who was asked, and what became of it.", lambda c, t: c.replies(t)),
    "actors": ("Everybody who speaks or is named.", lambda c, t: c.actors(t)),
    "proposals": ("Which actors may be one, and why.", lambda c, t: c.proposals(t)),
    "identities": ("Who is claimed to be whom.", lambda c, t: c.identities(t)),
    "claims": ("What is claimed, and how it stands.", lambda c, t: c.claims(t).lines),
    "differences": ("Where documents tell a thing in two ways.", lambda c, t: c.differing(t)),
    "timeline": ("What the record puts in time.", lambda c, t: c.timeline(t)),
    "flows": ("What is told to have passed.", lambda c, t: c.arrows(t)),
    "quantities": ("How many and how much.", lambda c, t: c.quantities(t)),
    "questions": ("What is asked of whom, and what came.", lambda c, t: c.answered(t)),
    "chains": ("What became of each chance to reply.", lambda c, t: c.chains(t)),
    "proceedings": ("Proceedings, and how they ended.", lambda c, t: c.proceedings(t)),
    "tests": ("Tests, element by element.", lambda c, t: c.tested(t)),
    "origins": ("Which document carries which.", lambda c, t: c.carried(t).branches),
    "quotes": ("Quotations across documents.", lambda c, t: c.carried(t).quotes),
    "versions": ("What publishers changed in a page.", lambda c, t: c.carried(t).versions),
    "judgements": ("What people decided, and why.", lambda c, t: c.judging(t).rows),
    "log": ("What was done to the case.", lambda c, t: c.log(t.known)),
}


def _listing(name: str, words: str, ask: Callable[[Case, AsOf], Iterable[object]]) -> None:
    def listed(
        room: InRoom, as_of_: Annotated[str, Query(alias="as_of")] = "", known: Clock = ""
    ) -> Response:
        with room.case() as case:
            rows = as_json(ask(case, as_of(as_of_, known)))
        return Response(rows, media_type="application/json")

    router.add_api_route(
        f"/{name}", listed, methods=["GET"], summary=words, name=name, operation_id=name
    )


for _name, (_words, _ask) in _LISTINGS.items():
    _listing(_name, _words, _ask)
