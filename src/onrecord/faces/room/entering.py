"""Coming in and going out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord.faces.room.guard import Turned, session_of
from onrecord.faces.room.moments import NOW
from onrecord.faces.room.sessions import COOKIE, Sessions

router = APIRouter(include_in_schema=False)
FIRST = f"/{NOW}/index.html"


@router.get("/")
def begin(request: Request) -> Response:
    return RedirectResponse(FIRST if session_of(request) else "/enter", 303)


@router.get("/enter")
def enter(request: Request, token: str = "") -> Response:
    """Let in whoever opens the printed address; ask others for name and password."""
    sessions: Sessions = request.app.state.sessions
    if token:
        return _entered(request, "", token)
    page = request.app.state.room.env.get_template("enter.html")
    return HTMLResponse(page.render(by_name=sessions.doors.by_name))


@router.post("/enter")
def sign_in(
    request: Request, name: Annotated[str, Form()] = "", password: Annotated[str, Form()] = ""
) -> Response:
    return _entered(request, name, password)


def _entered(request: Request, name: str, secret: str) -> Response:
    sessions: Sessions = request.app.state.sessions
    cookie = sessions.enter(name, secret)
    if cookie is None:
        raise Turned(403, "that does not open this case", help="look at the address serve printed")
    answer = RedirectResponse(FIRST, 303)
    answer.set_cookie(COOKIE, cookie, httponly=True, samesite="strict", path="/")
    return answer


@router.post("/leave")
def leave(request: Request) -> Response:
    sessions: Sessions = request.app.state.sessions
    sessions.leave(request.cookies.get(COOKIE))
    answer = RedirectResponse("/enter", 303)
    answer.delete_cookie(COOKIE, path="/")
    return answer
