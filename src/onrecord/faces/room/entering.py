"""Coming in and going out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord.core.errors import OnrecordError
from onrecord.faces.room.accounts import Locked
from onrecord.faces.room.guard import Turned, session_of
from onrecord.faces.room.moments import NOW, ours
from onrecord.faces.room.sessions import Doors, Sessions

router = APIRouter(include_in_schema=False)
FIRST = f"/{NOW}/index.html"
_LONGEST = 200
"""Characters of a name that are given back to be mended."""


@router.get("/")
def begin(request: Request) -> Response:
    return RedirectResponse(FIRST if session_of(request) else "/enter", 303)


@router.get("/enter")
def enter(request: Request, token: str = "", to: str = "") -> Response:
    """Let in whoever opens the printed address; ask others for name and password."""
    return _entered(request, "", token) if token else asked(request, to=to)


@router.post("/enter")
def sign_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    to: Annotated[str, Form()] = "",
) -> Response:
    """Let in whoever has an account, and lead to the page they wanted."""
    try:
        return _entered(request, name, password, to)
    except (Turned, Locked) as error:
        if not _doors(request).by_name:
            raise
        status = error.status if isinstance(error, Turned) else 429
        return asked(request, status, error, name=name, to=to)


def asked(
    request: Request,
    status: int = 200,
    error: OnrecordError | None = None,
    *,
    name: str = "",
    to: str = "",
) -> Response:
    """Ask for a name and a password, or say how this room is opened.

    Args:
        error: why somebody was not let in.
        to: the page they wanted, to which they are led once they are in.
    """
    page = request.app.state.room.env.get_template("enter.html").render(
        by_name=_doors(request).by_name, error=error, name=name[:_LONGEST], to=ours(to, "")
    )
    return HTMLResponse(page, status)


def _doors(request: Request) -> Doors:
    sessions: Sessions = request.app.state.sessions
    return sessions.doors


def _entered(request: Request, name: str, secret: str, to: str = "") -> Response:
    sessions: Sessions = request.app.state.sessions
    cookie = sessions.enter(name, secret, request.cookies.get(sessions.cookie))
    if cookie is None:
        known = "look at the address serve printed"
        if sessions.doors.by_name:
            known = "look at the name and the password"
        raise Turned(403, "that does not open this case", help=known)
    answer = RedirectResponse(ours(to, FIRST), 303)
    answer.set_cookie(
        sessions.cookie,
        cookie,
        httponly=True,
        samesite="strict",
        path="/",
        secure=request.url.scheme == "https",
    )
    return answer


@router.post("/leave")
def leave(request: Request) -> Response:
    sessions: Sessions = request.app.state.sessions
    sessions.leave(request.cookies.get(sessions.cookie))
    answer = RedirectResponse("/enter", 303)
    answer.delete_cookie(sessions.cookie, path="/")
    return answer
