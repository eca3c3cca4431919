"""Who has an account comes in by name, and is led to the page they wanted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lxml import html
from room_walk import opened, secret_of, stranger

from onrecord.case import Case, Team
from onrecord.core.roles import Role
from onrecord.faces.room.accounts import FREE, Accounts

PASSWORD = "the lock was open"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("signing") / "case"
    with Case.create(folder, name="The lock"):
        pass
    team = Team(folder)
    team.add("Ida Marsh", Role.EDITOR, PASSWORD)
    team.add("Tom <b>Vane</b>", Role.READER, PASSWORD)
    with opened(folder, Accounts(team)) as app:
        yield app


def test_a_page_that_was_sent_asks_who_one_is_and_then_is_there(app: Any) -> None:
    """An address sent to a colleague leads to its page, with all that it asks for."""
    wanted = "/now/search.html?q=lock&by=words"
    client = stranger(app)
    answer = client.get(wanted)
    assert answer.status_code == 401
    form = html.fromstring(answer.text).forms[0]
    assert form.fields["to"] == wanted
    sent = {**dict(form.fields), "name": "ida marsh", "password": PASSWORD}
    entered = client.post("/enter", data=sent)
    assert (entered.status_code, entered.headers["location"]) == (303, wanted)
    page = client.get(wanted)
    assert page.status_code == 200
    assert "Ida Marsh" in page.text
    assert ", editor" in page.text


def test_a_program_is_told_to_show_its_token(app: Any) -> None:
    answer = stranger(app).get("/api/v1/claims")
    assert answer.status_code == 401
    assert "token" in answer.json()["help"]


@pytest.mark.parametrize(
    "to", ["//evil.invalid", "/\\evil.invalid", "/\t/evil.invalid", "https://evil.invalid", "x"]
)
def test_nobody_is_led_away_by_signing_in(app: Any, to: str) -> None:
    client = stranger(app)
    page = html.fromstring(client.get("/enter", params={"to": to}).text)
    assert page.forms[0].fields["to"] == ""
    sent = {"name": "Ida Marsh", "password": PASSWORD, "to": to}
    assert client.post("/enter", data=sent).headers["location"] == "/now/index.html"


def test_a_wrong_password_leaves_the_form_with_the_reason(app: Any) -> None:
    """The name stands there still, the password does not; and so when one has to wait."""
    client = stranger(app)
    sent = {"name": "Nobody <i>", "password": "wrong words", "to": "/now/claims.html"}
    for told, status in [("look at the name", 403)] * FREE + [("try again in", 429)]:
        answer = client.post("/enter", data=sent)
        page = html.fromstring(answer.text)
        assert answer.status_code == status
        assert told in page.xpath("string(//*[@role='alert'])").casefold()
        assert page.forms[0].fields["name"] == sent["name"]
        assert page.forms[0].fields["to"] == sent["to"]
        assert "wrong words" not in answer.text


def test_what_a_role_may_not_do_says_whose_work_it_is(app: Any) -> None:
    client = stranger(app)
    client.post("/enter", data={"name": "Tom <b>Vane</b>", "password": PASSWORD})
    answer = client.get("/now/add.html")
    assert answer.status_code == 403
    assert "A reader may not do this. It takes an editor." in answer.text
    assert "<b>" not in client.get("/now/index.html").text.partition("</header>")[0]


def test_who_leaves_is_nobody_any_more(app: Any) -> None:
    client = stranger(app)
    client.post("/enter", data={"name": "Ida Marsh", "password": PASSWORD})
    assert client.post("/leave", headers={"x-csrf": secret_of(client)}).status_code == 303
    assert client.get("/now/index.html").status_code == 401
