"""Who is in the room: a session for each browser, in memory alone; a restart ends them all."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.faces.room.access import Role

COOKIE = "onrecord-session"


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody at a browser. `csrf` goes into each form of theirs, and must come back with it."""

    name: str
    role: Role
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(24), repr=False)

    def wrote(self, token: str) -> bool:
        """Say whether a form came from a page of this session."""
        return hmac.compare_digest(self.csrf.encode(), token.encode("utf-8", "replace"))


class Doors(Protocol):
    """How people come in."""

    @property
    def by_name(self) -> bool:
        """Whether people sign in with a name and a password."""
        ...

    def admitted(self, name: str, secret: str) -> Session | None:
        """Let somebody in who can show what it takes; None: they cannot."""
        ...


class OwnMachine:
    """Lets in whoever holds the token that is printed with the address: the owner of the case."""

    by_name = False

    def __init__(self, token: str, name: str) -> None:
        self._token, self._name = token, name

    def admitted(self, name: str, secret: str) -> Session | None:
        same = hmac.compare_digest(self._token.encode(), secret.encode("utf-8", "replace"))
        return Session(self._name, Role.OWNER) if same else None


class Sessions:
    """The sessions that are open, by the secret in each browser's cookie."""

    def __init__(self, doors: Doors) -> None:
        self.doors = doors
        self._open: dict[str, Session] = {}

    def enter(self, name: str, secret: str) -> str | None:
        """Open a session and give the secret for the cookie; None: not let in."""
        session = self.doors.admitted(name, secret)
        if session is None:
            return None
        cookie = secrets.token_urlsafe(32)
        self._open[cookie] = session
        return cookie

    def of(self, cookie: str | None) -> Session | None:
        return self._open.get(cookie) if cookie else None

    def leave(self, cookie: str | None) -> None:
        if cookie:
            self._open.pop(cookie, None)
