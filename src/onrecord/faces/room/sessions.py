"""Who is in the room: a session for each browser, in memory alone; a restart ends them all."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from starlette.datastructures import Headers
from starlette.requests import cookie_parser

from onrecord.core.roles import Role

IDLE = 12 * 3600.0
"""Seconds after which a session ends that nobody used: a working day."""
_MOST = 1_000
"""Sessions that are open at once; the one unused for longest makes room."""
_BEARER = "bearer "


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody at a browser, or a program (`scripted`) that shows its token with each request.

    Attributes:
        csrf: goes into each form of theirs, and must come back with it.
        seal: stands for the account as it was when they came in; empty: there are no accounts.
    """

    name: str
    role: Role
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)
    scripted: bool = False
    seal: str = field(default="", repr=False)

    def wrote(self, token: str) -> bool:
        """Say whether a form came from a page of this session."""
        return self.scripted or same(self.csrf, token)


class Doors(Protocol):
    """How people come in."""

    @property
    def by_name(self) -> bool:
        """Whether people sign in with a name and a password."""
        ...

    def admitted(self, name: str, secret: str) -> Session | None:
        """Let somebody in who can show what it takes; None: they cannot.

        Raises:
            OnrecordError: nobody is let in under this name for now.
        """
        ...

    def program(self, token: str) -> Session | None:
        """Let in a program that shows this token."""
        ...

    def stands(self, session: Session) -> bool:
        """Say whether who came in then would still be let in as the same."""
        ...


class OwnMachine:
    """Lets in whoever holds the token that is printed with the address: the owner of the case."""

    by_name = False

    def __init__(self, token: str, name: str) -> None:
        self._token, self._name = token, name

    def admitted(self, name: str, secret: str) -> Session | None:
        return Session(self._name, Role.OWNER) if same(self._token, secret) else None

    def program(self, token: str) -> Session | None:
        known = same(self._token, token)
        return Session(self._name, Role.OWNER, scripted=True) if known else None

    def stands(self, session: Session) -> bool:
        return True


class Sessions:
    """The sessions that are open, by the secret in each browser's cookie.

    Args:
        cookie: what the cookie is called. Browsers do not tell ports apart, so two rooms on one
            machine need two names.
        clock: tells seconds.
    """

    def __init__(
        self,
        doors: Doors,
        cookie: str = "onrecord",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.doors, self.cookie, self._clock = doors, cookie, clock
        self._open: dict[str, tuple[Session, float]] = {}
        self._lock = threading.RLock()

    def enter(self, name: str, secret: str, held: str | None = None) -> str | None:
        """Open a session and give the secret for the cookie; None: not let in.

        Args:
            held: the secret that the browser has already. It is kept where it opens the same, so
                that forms in other tabs stay good.
        """
        session = self.doors.admitted(name, secret)
        if session is None:
            return None
        there = self.of(held)
        if held and there and (there.name, there.role) == (session.name, session.role):
            return held
        cookie = secrets.token_urlsafe(32)
        with self._lock:
            self._open[cookie] = session, self._clock()
            while len(self._open) > _MOST:
                del self._open[next(iter(self._open))]
        return cookie

    def asking(self, headers: Headers) -> Session | None:
        """Give whoever sends a request with these headers; None: nobody we know."""
        shown = headers.get("authorization", "")
        if shown[: len(_BEARER)].lower() == _BEARER:
            return self.doors.program(shown[len(_BEARER) :].strip())
        return self.of(cookie_parser(headers.get("cookie", "")).get(self.cookie))

    def of(self, cookie: str | None) -> Session | None:
        """Give the session that a cookie opens, where it still stands."""
        with self._lock:
            session, used = self._open.pop(cookie or "", (None, 0.0))
            if cookie is None or session is None:
                return None
            now = self._clock()
            if now - used > IDLE or not self.doors.stands(session):
                return None
            self._open[cookie] = session, now
            return session

    def leave(self, cookie: str | None) -> None:
        self._open.pop(cookie or "", None)


def same(one: str, other: str) -> bool:
    """Say whether two secrets are equal, in a time that does not tell how nearly."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
