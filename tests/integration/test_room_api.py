"""The API offers what the pages offer, does as it says, and answers whatever is sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hand_reader import STORY, HandReader
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from room_walk import TOKEN, opened, owner, secret_of, stranger
from starlette.testclient import TestClient

from onrecord.case import Case
from onrecord.core.vocabulary import Verb
from onrecord.faces.room.room import Room

BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("room")
    (folder / "letter.txt").write_text(STORY, "utf-8")
    with Case.create(folder / "case", name="The lock") as made:
        made.add([folder / "letter.txt"], reader=HandReader())
    return folder / "case"


@pytest.fixture(scope="module")
def app(case: Path) -> Iterator[Any]:
    with opened(case) as app:
        yield app


@pytest.fixture(scope="module")
def program(app: Any) -> TestClient:
    client = stranger(app)
    client.headers.update(BEARER)
    return client


@pytest.fixture(scope="module")
def told(program: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = program.get("/openapi.json").json()
    return found


def test_a_program_needs_its_token_alone(app: Any, program: TestClient) -> None:
    """No cookie, and so no form's secret; and a wrong token is nobody's, whatever the cookie."""
    row = program.get("/api/v1/statements").json()[0]["id"]
    sent = {"verb": "confirm", "about": [row], "because": "read"}
    assert program.post("/api/v1/judgements", json=sent).status_code == 201
    assert stranger(app).post("/api/v1/judgements", json=sent).status_code == 401
    browser = owner(app)
    assert browser.post("/api/v1/judgements", json=sent).status_code == 403
    with_secret = {"x-csrf": secret_of(browser)}
    assert browser.post("/api/v1/judgements", json=sent, headers=with_secret).status_code == 201
    for shown in ("Bearer wrong", "Bearer ", "Basic abc", f"bearer {TOKEN} more"):
        headers = {**with_secret, "authorization": shown}
        expected = 200 if shown.startswith("Basic") else 401
        assert browser.get("/api/v1/claims", headers=headers).status_code == expected


def test_a_judgement_is_given_and_taken_back(program: TestClient, case: Path) -> None:
    """What comes back is the row as the listing has it; a name that is sent is refused."""
    row = program.get("/api/v1/statements").json()[0]["id"]
    sent = {"verb": "reject", "about": [row], "because": "not said there"}
    assert program.post("/api/v1/judgements", json={**sent, "by": "Tom"}).status_code == 400
    made = program.post("/api/v1/judgements", json=sent).json()
    assert (made["by"], made["verb"]) == ("Ida Marsh", "reject")
    assert made in program.get("/api/v1/judgements").json()
    assert row not in {one["id"] for one in program.get("/api/v1/statements").json()}
    back = program.post("/api/v1/undo", json={"which": made["id"]})
    assert back.json()["undone_by"]
    assert row in {one["id"] for one in program.get("/api/v1/statements").json()}


@pytest.mark.parametrize("verb", Verb)
def test_a_judgement_that_makes_no_sense_changes_nothing(program: TestClient, verb: Verb) -> None:
    before = len(program.get("/api/v1/log").json())
    for about in ([], ["nothing"], ["sta_"], ["\x00"]):
        sent = {"verb": verb.value, "about": about, "because": ""}
        answer = program.post("/api/v1/judgements", json=sent)
        assert answer.status_code in (400, 404)
        assert answer.json()["what"]
    assert len(program.get("/api/v1/log").json()) == before
    assert program.get("/api/v1/tests").status_code == 200


def test_listings_come_in_parts(program: TestClient) -> None:
    """Following the links gives every row once, in the order of the whole."""
    whole = program.get("/api/v1/statements").json()
    found, at = [], "/api/v1/statements?limit=2"
    while at:
        answer = program.get(at)
        assert answer.headers["x-total-count"] == str(len(whole))
        found += answer.json()
        at = answer.links.get("next", {}).get("url", "")
    assert found == whole
    assert len(whole) > 2


def test_statements_are_chosen(program: TestClient) -> None:
    whole = program.get("/api/v1/statements").json()
    one = whole[0]
    for asked in ({"act": one["act"]}, {"naming": one["naming"]}, {"source": one["source"]}):
        ((key, value),) = asked.items()
        rows = program.get("/api/v1/statements", params=asked).json()
        assert rows == [row for row in whole if row[key] == value]
    deep = program.get("/api/v1/statements", params={"min_depth": 1}).json()
    assert deep == [row for row in whole if row["depth"] >= 1]
    assert program.get("/api/v1/statements", params={"source": "src_none"}).status_code == 404


def test_a_claim_comes_with_its_reasons(program: TestClient) -> None:
    line = program.get("/api/v1/claims").json()[0]
    page = program.get(f"/api/v1/claims/{line['id']}").json()
    assert page["row"]["id"] == line["id"]
    assert page["why"]
    assert all(one["attributed"] for one in page["taken"] if "attributed" in one)
    assert program.get("/api/v1/claims/clm_none").status_code == 404


def test_what_is_found_says_whose_it_is(program: TestClient) -> None:
    hits = program.get("/api/v1/search", params={"q": "wheel lashed"}).json()
    assert hits
    assert all(hit["attributed"] for hit in hits)
    assert program.get("/api/v1/search", params={"q": " "}).json() == []


def test_a_draft_is_held_against_the_record(
    program: TestClient, monkeypatch: pytest.MonkeyPatch, told: dict[str, Any]
) -> None:
    monkeypatch.setattr(Room, "reader", HandReader())
    sent = {"text": STORY, "name": "../draft.md", "day": "2024-05-02"}
    answer = program.post("/api/v1/check", json=sent)
    assert answer.status_code == 200
    assert answer.json()["draft"] == "draft.md"
    _holds(answer.json(), "Checked", told)
    assert program.post("/api/v1/check", json={"text": "a", "day": "no day"}).status_code == 400
    assert program.post("/api/v1/check", json={"text": " "}).status_code == 422


def test_rows_are_as_they_are_described(program: TestClient, told: dict[str, Any]) -> None:
    one, other, *_ = (row["id"] for row in program.get("/api/v1/actors").json())
    needed = {"q": "wheel", "from": one, "to": other}
    for path, methods in told["paths"].items():
        if "get" not in methods or "{" in path or path.endswith(".zip"):
            continue
        required = (one for one in methods["get"].get("parameters", ()) if one["required"])
        asked = {one["name"]: needed[one["name"]] for one in required}
        schema = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        rows = program.get(path, params=asked).json()
        validator = jsonschema.Draft202012Validator({**schema, "components": told["components"]})
        assert list(validator.iter_errors(rows)) == [], path


def _holds(value: object, kind: str, told: dict[str, Any]) -> None:
    schema = {"$ref": f"#/components/schemas/{kind}", "components": told["components"]}
    jsonschema.Draft202012Validator(schema).validate(value)


NASTY = st.one_of(
    st.sampled_from(
        ["", "\x00", "a" * 5_000, "../../x", "2024-13", "[1,2]", "null", "-1", "1e999", "sta_",
         "%00", "' OR 1=1 --", '"*', "NEAR(", "\ud7ff", "\u202e", "2024?", "clm_", "jdg_"]
    ),
    st.text(max_size=40),
    st.integers().map(str),
)  # fmt: skip
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), NASTY)
INNER = SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(NASTY, SCALARS, max_size=2)
VALUES = INNER | st.lists(INNER, max_size=3) | st.dictionaries(NASTY, INNER, max_size=3)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_sent_is_answered(
    program: TestClient, told: dict[str, Any], data: st.DataObject
) -> None:
    """No fault of ours, whatever stands in an address, a query or a body."""
    operations = [
        (method, path, what)
        for path, methods in sorted(told["paths"].items())
        for method, what in sorted(methods.items())
        if not path.endswith("/documents") and not path.endswith("/check")
    ]
    method, path, what = data.draw(st.sampled_from(operations))
    asked: dict[str, str] = {}
    for one in what.get("parameters", ()):
        words = data.draw(NASTY)
        if one["in"] == "path":
            path = path.replace("{" + one["name"] + "}", _quoted(words) or "x")
        elif data.draw(st.booleans()):
            asked[one["name"]] = words
    body = None
    if "requestBody" in what:
        reference = what["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        fields = told["components"]["schemas"][reference.rpartition("/")[2]]["properties"]
        wanted = {name: _value(field) | VALUES for name, field in fields.items()}
        body = data.draw(st.fixed_dictionaries({}, optional=wanted) | VALUES)
    answer = program.request(method, path, params=asked, json=body)
    assert answer.status_code < 500, (method, path, asked, body, answer.text)
    if answer.status_code >= 400:
        assert set(answer.json()) == {"what", "where", "help"}


def _value(field: dict[str, Any]) -> st.SearchStrategy[Any]:
    if "$ref" in field:
        return st.sampled_from([verb.value for verb in Verb])
    if field.get("type") == "array":
        return st.lists(NASTY, max_size=3)
    return NASTY


def _quoted(words: str) -> str:
    from urllib.parse import quote

    return quote(words, safe="")
