"""The server: routes, what a fault looks like, and nothing that knows what is in a case."""

from __future__ import annotations

from collections.abc import Collection

from fastapi import Depends, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from onrecord import __version__
from onrecord.core.errors import (
    Busy,
    Damaged,
    NoSuchRow,
    OnrecordError,
    Refused,
    Unwritable,
    WrongUse,
)
from onrecord.faces.room import (
    adding,
    api,
    api_doing,
    api_reading,
    byhand,
    deciding,
    drafting,
    entering,
    handing_on,
    measuring,
    originals,
    pages,
)
from onrecord.faces.room.accounts import Locked
from onrecord.faces.room.drafting import DraftDesk
from onrecord.faces.room.guard import Guard, Turned, may
from onrecord.faces.room.jobs import Jobs
from onrecord.faces.room.room import Room
from onrecord.faces.room.sessions import Sessions

ROUTERS = (
    entering.router, deciding.router, byhand.forms, drafting.router, measuring.router,
    adding.router, api.router, api_reading.router, api_doing.router, byhand.router,
    handing_on.router, originals.router,
    pages.router,  # last: it takes any name
)  # fmt: skip
"""Every route that is served; `access.ROUTES` says to whom."""

_STATUS: tuple[tuple[type[OnrecordError], int], ...] = (
    (NoSuchRow, 404), (WrongUse, 400), (Busy, 503), (Unwritable, 507), (Damaged, 500),
    (Locked, 429), (Refused, 422),
)  # fmt: skip


def application(room: Room, sessions: Sessions, hosts: Collection[str]) -> FastAPI:
    """Make the server of one room.

    Args:
        hosts: the names with ports under which it may be asked.
    """
    app = FastAPI(
        title=f"onrecord: {room.name}",
        version=__version__,
        description="The record of one case. Every listing takes two clocks: `as_of` and `known`.",
        docs_url=None,  # its page would ask another machine for its script
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,  # it would lead to an address that is none of ours
        dependencies=[Depends(may)],
    )
    room.shared["signed"] = sessions.doors.by_name
    app.state.room, app.state.sessions, app.state.jobs = room, sessions, Jobs(room.folder)
    app.state.desk = DraftDesk(room.folder)
    app.add_middleware(Guard, hosts=hosts, sessions=sessions)
    for kind in (OnrecordError, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _fault)
    for router in ROUTERS:
        app.include_router(router)
    return app


def _fault(request: Request, error: Exception) -> Response:
    """Answer a fault in one clear line: as JSON to scripts, as a page to people."""
    status, told = _status(error), _plainly(error)
    headers = error.headers if isinstance(error, HTTPException) else None
    if request.url.path.startswith("/api/"):
        return JSONResponse(told, status, headers)
    by_name = request.app.state.sessions.doors.by_name
    # A browser keeps a strict cookie back when a link on another site leads here. So the page asks
    # for itself once more, and then it is a page of ours that asks.
    anew = status == 401 and request.headers.get("sec-fetch-site") in ("cross-site", "same-site")
    if status == 401 and by_name and not anew:
        wanted = request.method == "GET" and f"{request.url.path}?{request.url.query}"
        return entering.asked(request, status, to=(wanted or "").rstrip("?"))
    env = request.app.state.room.env
    page = env.get_template("fault.html").render(
        status=status, busy=status == 503, anew=anew, **told
    )
    return HTMLResponse(page, status, headers)


def _status(error: Exception) -> int:
    if isinstance(error, (Turned, HTTPException)):
        return error.status if isinstance(error, Turned) else error.status_code
    if isinstance(error, RequestValidationError):
        return 400
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def _plainly(error: Exception) -> dict[str, str]:
    if isinstance(error, OnrecordError):
        return {"what": error.what, "where": error.where, "help": error.help}
    if isinstance(error, HTTPException):
        return {"what": str(error.detail), "where": "", "help": ""}
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return {"what": str(first["msg"]), "where": where, "help": ""}
    what = f"this should not have happened ({type(error).__name__})"
    return {"what": what, "where": "", "help": "please report it, with what you did"}
