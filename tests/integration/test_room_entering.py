"""Entering by hand in the reading room: by its forms and by its API, in the words of a document."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hand_reader import STORY, story_case
from room_walk import TOKEN, opened, owner, secret_of, stranger
from starlette.testclient import TestClient

from once import Once


@pytest.fixture
def app(tmp_path: Path, once: Once) -> Iterator[Any]:
    shutil.copytree(once(story_case) / "case", tmp_path / "case")
    with opened(tmp_path / "case") as app:
        yield app


@pytest.fixture
def client(app: Any) -> TestClient:
    return owner(app)


@pytest.fixture
def api(app: Any) -> TestClient:
    program = stranger(app)
    program.headers["Authorization"] = f"Bearer {TOKEN}"
    return program


def document(client: TestClient) -> tuple[str, str]:
    """Give the one document's id and the address of its page."""
    source = client.get("/api/v1/sources").json()[0]["id"]
    return source, f"/now/sources/{source}.html"


def send(client: TestClient, **told: Any) -> Any:
    source, page = document(client)
    form = {"document": source, "back": page, "because": "left out", "csrf": secret_of(client)}
    return client.post("/entered", data={**form, **told})


def test_a_statement_is_entered_from_the_page_of_its_document(client: TestClient) -> None:
    """It leads back to the page, which marks the words and says whose entry it is."""
    place = STORY.index("of ice")
    answer = send(client, kind="statement", content=["of ice", ""],
                  content_at=[f"{place}-{place + 6}", ""], speaker=["the mate"], speaker_at=[""],
                  cue=["warned"], act="asserts")  # fmt: skip
    assert answer.status_code == 303
    shown = re.sub("<[^>]+>", "", client.get(answer.headers["location"]).text)
    assert "On record: enter statement sta_" in shown
    assert "entered by hand by Ida Marsh" in shown
    assert "but for 1 entered by hand" in shown
    (row,) = [one for one in client.get("/api/v1/statements").json() if one["entered_by"]]
    assert (row["content"], row["speaker"], row["entered_by"]) == (
        "of ice", "the mate", "Ida Marsh",
    )  # fmt: skip


def test_words_that_were_changed_after_they_were_chosen_are_what_is_meant(
    client: TestClient,
) -> None:
    """A place whose words are others is left out, whatever number it is."""
    for place in ("0-5", "90000-90006", "5-1", "a-b", "9" * 13 + "-1"):
        answer = send(client, kind="mention", words="the ministry", words_at=place,
                      new_actor=f"Ministry at {place}"[:40])  # fmt: skip
        assert answer.status_code == 303, place
    names = {one["name"] for one in client.get("/api/v1/actors").json()}
    assert "Ministry at 0-5" in names


def test_a_statement_is_mended_where_one_decides_about_it(client: TestClient) -> None:
    """Its form holds the words as they were read, each with its place; the old row is linked."""
    old = next(
        one for one in client.get("/api/v1/statements").json() if one["speaker"] == "Ivo Marrin"
    )
    page = client.get(f"/now/decide.html?about={old['id']}").text
    assert "Enter it as it should have been read" in page
    assert f'name="instead" value="{old["id"]}"' in page
    assert old["content"].split()[0] in page.split('name="content"')[1].split("</textarea>")[0]
    answer = send(client, kind="statement", content="the mate had warned him", speaker="Marrin",
                  act="doubts", instead=old["id"])  # fmt: skip
    assert answer.status_code == 303
    rows = {one["id"]: one for one in client.get("/api/v1/statements").json()}
    assert old["id"] not in rows
    (new,) = [one for one in rows.values() if one["entered_by"]]
    assert (new["act"], new["actor_name"]) == ("doubts", "Ivo Marrin")
    shown = client.get("/now/judgements.html").text
    assert f"in place of statement {old['id'][:12]}" in shown
    made = answer.headers["location"].partition("done=")[2]
    back = {"which": made, "csrf": secret_of(client), "because": "no", "back": "/now/index.html"}
    assert client.post("/undo", data=back).status_code == 303
    assert old["id"] in {one["id"] for one in client.get("/api/v1/statements").json()}


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"kind": "statement", "content": "the moon"}, "does not stand in the document"),
        ({"kind": "statement", "content": "wheel"}, "stands 2 times there"),
        ({"kind": "statement", "content": ""}, "a statement has words"),
        ({"kind": "date", "words": "of ice", "when": ""}, "a date is given in EDTF"),
        ({"kind": "date", "words": "of ice", "when": "soon"}, "cannot read"),
        ({"kind": "claim", "words": "of ice"}, "cannot be entered"),
        ({"kind": "statement", "content": "of ice", "act": "shouts"}, "cannot be entered"),
        ({"kind": "statement", "content": "of ice", "commitment": "so so"}, "is no commitment"),
        ({"kind": "mention", "words": "of ice", "because": " "}, "needs a reason"),
    ],
)
def test_what_cannot_be_entered_is_told_and_not_written(
    client: TestClient, told: dict[str, str], says: str
) -> None:
    """A page says what is wrong and what would do; nothing of it is on record."""
    before = client.get("/api/v1/log").json()
    answer = send(client, **told)
    assert 400 <= answer.status_code < 500
    assert says.casefold() in answer.text.casefold()
    assert client.get("/api/v1/log").json() == before


def test_a_form_without_its_secret_enters_nothing(client: TestClient) -> None:
    """As for every other form."""
    assert send(client, kind="mention", words="the ministry", csrf="guessed").status_code == 403


def test_programs_enter_rows_too(api: TestClient) -> None:
    """The answer is the judgement, in attributed words; a field that is none is refused."""
    told = {"kind": "date", "document": "story.txt", "words": "it did not respond",
            "when": "2026-02", "bound": "before", "because": "it had a month"}  # fmt: skip
    answer = api.post("/api/v1/entered", json=told)
    assert answer.status_code == 201
    row = answer.json()
    assert (row["verb"], row["value"]) == ("enter", "date")
    assert row["about"][0].startswith("dat_")
    (dated,) = [one for one in api.get("/api/v1/timeline").json() if one["entered_by"]]
    assert dated["when"] == "../2026-01-31"
    told = {
        "kind": "statement", "document": "story.txt", "content": ["of ice"],
        "speaker": ["the mate"], "new_actor": "Joss Kell", "because": "named below",
    }  # fmt: skip
    assert api.post("/api/v1/entered", json=told).status_code == 201
    assert "Joss Kell" in {one["name"] for one in api.get("/api/v1/actors").json()}
    assert api.post("/api/v1/entered", json={**told, "by": "another"}).status_code == 400
