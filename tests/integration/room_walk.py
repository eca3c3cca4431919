"""The reading room without a network: a client of its own for each who comes in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from onrecord.core.roles import Role
from onrecord.faces.room.app import application
from onrecord.faces.room.room import Room
from onrecord.faces.room.sessions import Doors, OwnMachine, Session, Sessions

HOST = "127.0.0.1:8400"
TOKEN = "a token that nobody can guess"


class Everybody:
    """Lets in whoever names a role, as somebody of that name."""

    by_name = True

    def admitted(self, name: str, secret: str) -> Session | None:
        return Session(name, Role.called(name))

    def program(self, token: str) -> Session | None:
        return None

    def stands(self, session: Session) -> bool:
        return True


@contextmanager
def opened(case: Path, doors: Doors | None = None, *, ahead: bool = False) -> Iterator[Any]:
    """Open a room on a case; gives its server."""
    with Room(case, ahead=ahead) as room:
        sessions = Sessions(doors or OwnMachine(TOKEN, "Ida Marsh"), "onrecord-8400")
        app = application(room, sessions, [HOST])
        yield app
        app.state.jobs.close()


def stranger(app: Any) -> TestClient:
    """Give a browser that nobody has signed in with."""
    return TestClient(app, base_url=f"http://{HOST}", follow_redirects=False)


def owner(app: Any) -> TestClient:
    """Give the browser that the printed address was opened in."""
    client = stranger(app)
    assert client.get("/enter", params={"token": TOKEN}).status_code == 303
    return client


def secret_of(client: TestClient) -> str:
    """Give what this browser's forms bring back."""
    page = client.get("/now/index.html").text
    return page.partition('name="csrf" content="')[2].partition('"')[0]
