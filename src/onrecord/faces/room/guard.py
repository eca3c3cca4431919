"""What every request passes before anything is asked of the case, and what every answer carries.

A page of some other site may point its own name at this machine (DNS rebinding) or send a form to
it (CSRF): the Host must be ours, what changes anything must come from a page of ours, and every
form brings back the secret that was put into it.
"""

from __future__ import annotations

from collections.abc import Collection

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.core.errors import OnrecordError
from onrecord.faces.room.access import Role, least
from onrecord.faces.room.sessions import COOKIE, Session, Sessions

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Turned(OnrecordError):
    """A request that is turned away; `status` is the answer's."""

    def __init__(self, status: int, what: str, *, help: str = "") -> None:
        self.status = status
        super().__init__(what, help=help)


class Guard:
    """Turns away requests under another name, and puts the policy on every answer.

    Args:
        hosts: the names, with ports, under which this server may be asked.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        reason = self._turned(Headers(scope=scope), scope["method"])
        if reason:
            await _refuse(reason, guarded)
            return
        await self._app(scope, receive, guarded)

    def _turned(self, headers: Headers, method: str) -> str:
        host = headers.get("host", "").lower()
        if host not in self._hosts:
            return "this server is not asked under that name"
        if method in SAFE:
            return ""
        origin = headers.get("origin")
        if origin is not None and origin.partition("://")[2].lower() != host:
            return "this was sent from a page of another site"
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return "this was sent from a page of another site"
        return ""


async def _refuse(reason: str, send: Send) -> None:
    body = f"{reason}\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": 403, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def may(request: Request) -> None:
    """Let a request through to its route where the table of routes allows it.

    Raises:
        Turned: nobody is signed in (401), their role does not do (403), a form is not ours (403).
    """
    needed = least(request.method, request.scope["route"].path)
    if needed is None:
        raise Turned(403, "no role is set down for this")
    session = session_of(request)
    request.state.session = session
    if needed is Role.STRANGER:
        return
    if session is None:
        raise Turned(401, "nobody is signed in here", help="open the address that serve printed")
    if session.role < needed:
        raise Turned(
            403, f"a {session.role.word} may not do this", help=f"it takes a {needed.word}"
        )
    if request.method not in SAFE and not session.wrote(await _token(request)):
        raise Turned(403, "this form is not one of yours", help="open its page again and send it")


def session_of(request: Request) -> Session | None:
    sessions: Sessions = request.app.state.sessions
    return sessions.of(request.cookies.get(COOKIE))


async def _token(request: Request) -> str:
    token = request.headers.get("x-csrf")
    if token is None and "form" in request.headers.get("content-type", ""):
        token = str((await request.form()).get("csrf", ""))
    return token or ""
