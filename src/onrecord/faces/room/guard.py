"""What every request passes before anything is asked of the case, and what every answer carries.

A page of some other site may point its own name at this machine (DNS rebinding) or send a form to
it (CSRF): the Host must be ours, what changes anything must come from a page of ours, and every
form brings back the secret that was put into it. Nobody's body is read before it is known who sends
it, and none is read that is longer than its sender may send.
"""

from __future__ import annotations

import logging
from collections.abc import Collection

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.core.errors import OnrecordError
from onrecord.core.roles import Role
from onrecord.faces.room.access import least
from onrecord.faces.room.faults import place_of
from onrecord.faces.room.sessions import Session, Sessions

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

_MOST = {
    Role.STRANGER: 16_000,
    Role.READER: 1_000_000,
    Role.REVIEWER: 1_000_000,
    Role.EDITOR: 600_000_000,
    Role.OWNER: 600_000_000,
}
"""Bytes that may be sent at once: a name and a password; a draft; a judgement; some folders."""

_log = logging.getLogger("onrecord.room")


class Turned(OnrecordError):
    """A request that is turned away; `status` is the answer's."""

    def __init__(self, status: int, what: str, *, help: str = "") -> None:
        self.status = status
        super().__init__(what, help=help)


class Guard:
    """Turns away requests under another name, and puts the policy on every answer.

    Args:
        hosts: the names, with ports, under which this server may be asked.
        sessions: says who sends a request.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str], sessions: Sessions) -> None:
        self._app, self._sessions = app, sessions
        self._hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        method, begun, looked = scope["method"], False, scope["method"] == "HEAD"

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            elif looked and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        headers = Headers(scope=scope)
        reason = self._turned(headers, method)
        if reason:
            await _answer(403, reason, guarded)
            return
        session = self._sessions.asking(headers)
        most = _MOST[session.role if session else Role.STRANGER]
        if _announced(headers) > most:
            await _answer(413, f"this is longer than {most:,} bytes", guarded)
            return
        within = {**scope, "method": "GET" if looked else method}
        within["state"] = {**scope.get("state", {}), "session": session}
        try:
            await self._app(within, _no_more_than(most, receive), guarded)
        except Exception as error:
            # Which request it was is not told: an address may hold a token or somebody's words.
            _log.error("a request failed: %s%s", type(error).__name__, place_of(error))
            if not begun:
                await _answer(500, f"this should not have happened ({_name(error)})", guarded)

    def _turned(self, headers: Headers, method: str) -> str:
        """Say why a request is turned away unread; empty: it is not."""
        host = headers.get("host", "").lower()
        if host not in self._hosts or len(headers.getlist("host")) > 1:
            return "this server is not asked under that name"
        site = headers.get("sec-fetch-site", "same-origin")
        elsewhere = "this was sent from a page of another site"
        if method in SAFE:
            opened = headers.get("sec-fetch-mode", "navigate") == "navigate"
            return "" if opened or site in ("same-origin", "none") else elsewhere
        origin = headers.get("origin")
        if origin is not None and origin.partition("://")[2].lower() != host:
            return elsewhere
        return "" if site in ("same-origin", "none") else elsewhere


def _announced(headers: Headers) -> int:
    length = headers.get("content-length", "0")
    return int(length[:15]) if length.isascii() and length.isdecimal() else 0


def _no_more_than(most: int, receive: Receive) -> Receive:
    """Give on what is received, until it is more than that."""
    taken = 0

    async def received() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > most:
            raise HTTPException(413, f"this is longer than {most:,} bytes")
        return message

    return received


def _name(error: BaseException) -> str:
    return type(error).__name__


async def _answer(status: int, reason: str, send: Send) -> None:
    body = f"{reason}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def may(request: Request) -> None:
    """Let a request through to its route where the table of routes allows it.

    Raises:
        Turned: nobody is signed in (401), their role does not do (403), a form is not ours (403).
    """
    needed = least(request.method, request.scope["route"].path)
    if needed is None:
        raise Turned(403, "no role is set down for this")
    if needed is Role.STRANGER:
        return
    session = session_of(request)
    if session is None:
        by_name = request.app.state.sessions.doors.by_name
        help = "sign in, or show a token" if by_name else "open the address that serve printed"
        raise Turned(401, "nobody is signed in here", help=help)
    if session.role < needed:
        raise Turned(403, f"{session.role.one} may not do this", help=f"it takes {needed.one}")
    if request.method not in SAFE and not session.wrote(await _token(request)):
        raise Turned(403, "this form is not one of yours", help="open its page again and send it")


def session_of(request: Request) -> Session | None:
    """Give whoever sends a request; None: nobody who is signed in."""
    session: Session | None = request.state.session
    return session


async def _token(request: Request) -> str:
    token = request.headers.get("x-csrf")
    if token is None and "form" in request.headers.get("content-type", ""):
        token = str((await request.form()).get("csrf", ""))
    return token or ""
