"""Pages to read: those of the record as of a moment, and what is theirs in style and script."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord.core.errors import NoSuchRow
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.choosing import asks
from onrecord.faces.room.extras import EXTRAS
from onrecord.faces.room.making import Just
from onrecord.faces.room.moments import as_of, as_of_moment, moment_of
from onrecord.faces.room.room import Room
from onrecord.faces.room.sessions import Session
from onrecord.faces.room.visits import COOKIE as SEEN
from onrecord.faces.room.visits import Visit, looked
from onrecord.show import STYLE, chapter_of, stem_of

router = APIRouter(include_in_schema=False)

FIRST = "index.html"
_YEAR = 365 * 24 * 3600

_STATIC = Path(__file__).parent / "static"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def room_of(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


def here(request: Request) -> Session:
    """Give the session; the table of routes has let it through."""
    session: Session = request.state.session
    return session


InRoom = Annotated[Room, Depends(room_of)]
Who = Annotated[Session, Depends(here)]


@router.get("/static/{name}")
def static(name: str, request: Request) -> Response:
    path = STYLE if name == STYLE.name else _STATIC / name
    if (
        path.parent not in (_STATIC, STYLE.parent)
        or path.suffix not in _TYPES
        or not path.is_file()
    ):
        raise HTTPException(404, "there is no such file")
    headers = {"Cache-Control": "max-age=60", "Vary": "Accept-Encoding"}
    body = path.read_bytes()
    # Pages are sent as they are: a compressed page would tell its secret by its length.
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        body = gzip.compress(body, mtime=0)
    return Response(body, media_type=_TYPES[path.suffix], headers=headers)


@router.get("/moment")
def moment(to: str = "index.html", valid: str = "", known: str = "") -> Response:
    """Lead to the same page as of other clocks."""
    page = to.lstrip("/").replace("\\", "")
    return RedirectResponse(f"/{moment_of(as_of(valid.strip(), known.strip()))}/{page}", 303)


@router.get("/{moment}/{name:path}")
def page(
    request: Request,
    moment: str,
    name: str,
    room: InRoom,
    who: Who,
    done: str = "",
    undone: str = "",
) -> Response:
    """Give a page of the record as of a moment, and tell what was just done on it.

    A page that is no longer there because of what was done leads to the list it stood in.
    """
    just = Just(done, undone)
    then = as_of_moment(moment)
    if then is None:
        raise HTTPException(404, "there is no such page")
    if name == STYLE.name:
        return Response(STYLE.read_bytes(), media_type="text/css")
    if name in EXTRAS:
        return HTMLResponse(_extra(request, then, name, room, who, just))
    if asks(name, request.query_params):
        return HTMLResponse(room.chosen(then, name, who, request.query_params))
    try:
        if name in ("", FIRST) and then == AsOf():
            return _overview(request, room, who, just)
        return HTMLResponse(room.page(then, name or FIRST, who, just))
    except NoSuchRow:
        chapter = chapter_of(name)
        if not any(just) or chapter is None or name == chapter.file:
            raise
        return RedirectResponse(f"/{moment}/{stem_of(name)}.html?{request.url.query}", 303)


def _overview(request: Request, room: Room, who: Session, just: Just) -> Response:
    """Give the overview of now, with what is new since this browser was last here."""
    seen = SEEN.format(request.url.port)
    before = Visit.read(request.cookies.get(seen))
    visit = looked(before, room.entries(), datetime.now(UTC))
    answer = HTMLResponse(room.page(AsOf(), FIRST, who, just, visit))
    answer.set_cookie(seen, str(visit), max_age=_YEAR, httponly=True, samesite="strict", path="/")
    return answer


def _extra(request: Request, then: AsOf, name: str, room: Room, who: Session, just: Just) -> str:
    extra = EXTRAS[name]
    asked = dict(request.query_params)
    slow = asked.get("by") == "meaning"
    return room.extra(then, name, who, partial(extra, asked=asked), just, slow=slow)
