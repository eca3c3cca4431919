"""Every route, every role: what each may do is in one table, and nothing is served beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import APIRouter
from hand_reader import STORY, HandReader
from room_walk import Everybody, opened, secret_of, stranger
from starlette.testclient import TestClient

from onrecord.case import Case
from onrecord.core.roles import Role
from onrecord.core.vocabulary import Verb
from onrecord.faces.room.access import ROUTES
from onrecord.faces.room.app import ROUTERS

ROUTES_SERVED = sorted(
    (method, route.path)
    for router in ROUTERS
    for route in router.routes
    for method in route.methods
)

SENT: dict[tuple[str, str], dict[str, Any]] = {
    ("GET", "/enter"): {"params": {}},
    ("POST", "/enter"): {"data": {"name": "reader", "password": ""}},
}
"""What is sent where sending nothing would not do."""

GONE = {"{job}": "none", "{name}": "room.css", "{moment}": "now", "{name:path}": "index.html"}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("room")
    (folder / "letter.txt").write_text(STORY, "utf-8")
    with Case.create(folder / "case", name="The lock") as made:
        made.add([folder / "letter.txt"], reader=HandReader())
    return folder / "case"


@pytest.fixture(scope="module")
def app(case: Path) -> Iterator[Any]:
    with opened(case, Everybody()) as app:
        yield app


@pytest.fixture(scope="module")
def browsers(app: Any) -> dict[Role, tuple[TestClient, dict[str, str]]]:
    """A browser for each role, with what its forms bring back."""
    found = {}
    for role in Role:
        client = stranger(app)
        if role is not Role.STRANGER:
            client.post("/enter", data={"name": role.word, "password": ""})
        found[role] = client, {"x-csrf": secret_of(client)}
    return found


def test_every_route_stands_in_the_table_and_nothing_else() -> None:
    """One without an entry fails here, and is not served."""
    assert set(ROUTES_SERVED) == set(ROUTES)
    assert len(ROUTES_SERVED) == len(set(ROUTES_SERVED))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(("method", "path"), ROUTES_SERVED)
def test_a_route_answers_who_may_and_turns_away_who_may_not(
    app: Any,
    browsers: dict[Role, tuple[TestClient, dict[str, str]]],
    method: str,
    path: str,
    role: Role,
) -> None:
    """Nobody signed in: 401. A lesser role: 403. A greater one gets an answer."""
    client, told = browsers[role]
    if path == "/leave" and role is not Role.STRANGER:
        client = stranger(app)
        client.post("/enter", data={"name": role.word, "password": ""})
        told = {"x-csrf": secret_of(client)}
    address = re.sub(r"\{[^}]*\}", lambda found: GONE.get(found[0], "none"), path)
    if path == "/enter" and method == "POST":
        client = stranger(app)
    answer = client.request(method, address, headers=told, **SENT.get((method, path), {}))
    if ROUTES[method, path] is not Role.STRANGER and role is Role.STRANGER:
        assert answer.status_code == 401
    elif role < ROUTES[method, path]:
        assert answer.status_code == 403
    else:
        assert answer.status_code in (200, 303, 400, 404)
    if answer.status_code in (401, 403):
        assert "lock" not in answer.text
        assert "wheel" not in answer.text


def test_a_route_without_an_entry_is_not_served(app: Any) -> None:
    router = APIRouter()
    router.add_api_route("/new", lambda: "words of the case", methods=["GET"])
    app.router.routes.insert(0, router.routes[0])
    bare = APIRouter()
    bare.add_api_route("/newer", lambda: "words of the case", methods=["GET"])
    before = list(app.router.routes)
    app.include_router(bare)
    app.router.routes.insert(0, app.router.routes.pop())
    try:
        client = stranger(app)
        client.post("/enter", data={"name": "owner", "password": ""})
        answer = client.get("/newer")
    finally:
        app.router.routes[:] = before[1:]
    assert answer.status_code == 403
    assert "words of the case" not in answer.text


def test_a_judgement_carries_the_name_of_who_gave_it(app: Any, case: Path) -> None:
    """Whatever a form says; and a reviewer takes back their own, not another's."""
    reviewer, editor = _signed(app, "reviewer"), _signed(app, "editor")
    row = reviewer[0].get("/api/v1/statements").json()[0]["id"]
    ids = {}
    for client, told in (reviewer, editor):
        form = {"verb": Verb.CONFIRM.value, "about": row, "because": "read", "by": "somebody else"}
        answer = client.post("/judgements", data=form, headers=told)
        assert answer.status_code == 303
        ids[told["x-csrf"]] = answer.headers["location"].partition("done=")[2]
    with Case.open(case) as there:
        given = there.judging().given
        assert sorted(one.by for one in given) == ["editor", "reviewer"]
        log = there.log()
    theirs, others = ids[reviewer[1]["x-csrf"]], ids[editor[1]["x-csrf"]]
    by_editor = next(one.number for one in log if one.by == "editor")
    for which in (others, str(by_editor), str(log[0].number), "9" * 30, "²"):
        assert reviewer[0].post(
            "/undo", data={"which": which}, headers=reviewer[1]
        ).status_code in (403, 404)
    assert reviewer[0].post("/undo", data={"which": theirs}, headers=reviewer[1]).status_code == 303
    assert editor[0].post("/undo", data={"which": others}, headers=editor[1]).status_code == 303


def _signed(app: Any, name: str) -> tuple[TestClient, dict[str, str]]:
    client = stranger(app)
    client.post("/enter", data={"name": name, "password": ""})
    return client, {"x-csrf": secret_of(client)}
