"""Coming in and going out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord.faces.room.guard import Turned, session_of
from onrecord.faces.room.moments import NOW
from onrecord.faces.room.sessions import Sessions

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
    cookie = sessions.enter(name, secret, request.cookies.get(sessions.cookie))
    if cookie is None:
        known = "look at the address serve printed"
        if sessions.doors.by_name:
            known = "look at the name and the password"
        raise Turned(403, "that does not open this case", help=known)
    answer = RedirectResponse(FIRST, 303)
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
