"""The API offers what the pages offer: each page, each form, each file has its operation."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from club_case import club_case
from room_walk import TOKEN, opened, owner, stranger
from starlette.testclient import TestClient

from once import Once
from onrecord.core.identity import sha256
from onrecord.faces.room.access import ROUTES
from onrecord.faces.room.extras import EXTRAS
from onrecord.show import verify_dossier
from onrecord.show.navigation import CHAPTERS

PAGES = {
    "index": "GET brief",
    "sources": "GET sources",
    "origins": "GET origins",
    "quotes": "GET quotes",
    "versions": "GET versions",
    "coverage": "GET sources",
    "people": "GET actors",
    "statements": "GET statements",
    "claims": "GET claims",
    "disputes": "GET replies",
    "differences": "GET differences",
    "questions": "GET questions",
    "chains": "GET chains",
    "timeline": "GET timeline",
    "proceedings": "GET proceedings",
    "tests": "GET tests",
    "flows": "GET flows",
    "network": "GET identities",
    "quantities": "GET quantities",
    "judgements": "GET judgements",
    "activity": "GET activity",
    "hypotheses": "GET hypotheses",
    "words": "GET search",
    "search": "GET search",
    "paths": "GET paths",
    "decide": "GET actors/{id}/mentions",
    "about": "",  # how to read the pages
}
"""Every page of a chapter and every page that answers: what gives a program its rows."""

ROUTED = {
    "GET /originals/{source}": "GET sources/{id}/original",
    "GET /originals/{source}/pages/{number}": "GET sources/{id}/pages/{number}",
    "POST /judgements": "POST judgements",
    "POST /findings": "POST findings",
    "POST /entered": "POST entered",
    "POST /undo": "POST undo",
    "GET /now/audit.html": "GET audit",
    "POST /audit": "POST audit",
    "GET /{moment}/desk.html": "GET drafts/{name}",
    "POST /{moment}/desk.html": "POST check",
    "POST /drafts": "POST drafts",
    "POST /drafts/answers": "POST check",  # a program writes the file itself
    "GET /{moment}/add.html": "GET jobs",
    "POST /documents": "POST documents",
    "GET /jobs/{job}": "GET jobs/{job}",
    "GET /jobs/{job}/events": "GET jobs/{job}",
    "POST /jobs/{job}/cancel": "POST jobs/{job}/cancel",
    "GET /dossier.zip": "GET dossier.zip",
}
"""Every other route that gives or takes something of the case."""

BY_COOKIE = {
    "GET /", "GET /enter", "POST /enter", "POST /leave", "GET /static/{name}", "GET /moment",
    "GET /openapi.json", "GET /{moment}/{name:path}",
}  # fmt: skip
"""Coming in and going out, style and script, the clocks, and the pages of `PAGES`."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, once: Once) -> Path:
    """The case lies in `case` in it."""
    folder = tmp_path_factory.mktemp("offers")
    return Path(shutil.copytree(once(club_case), folder, dirs_exist_ok=True))


@pytest.fixture(scope="module")
def app(folder: Path) -> Iterator[Any]:
    with opened(folder / "case") as app:
        yield app


@pytest.fixture(scope="module")
def program(app: Any) -> TestClient:
    client = stranger(app)
    client.headers.update({"authorization": f"Bearer {TOKEN}"})
    return client


@pytest.fixture(scope="module")
def offered(program: TestClient) -> set[str]:
    told = program.get("/openapi.json").json()["paths"]
    return {
        f"{method.upper()} {path.removeprefix('/api/v1/')}"
        for path, methods in told.items()
        for method in methods
    }


def test_every_page_and_every_action_has_its_operation(offered: set[str]) -> None:
    pages = {leaf.stem for chapter in CHAPTERS for leaf in chapter.leaves}
    assert set(PAGES) == pages | {name.removesuffix(".html") for name in EXTRAS}
    routes = {f"{method} {path}" for method, path in ROUTES if not path.startswith("/api/")}
    assert routes == ROUTED.keys() | BY_COOKIE
    needed = {one for one in (*PAGES.values(), *ROUTED.values()) if one}
    assert sorted(needed - offered) == []


def test_what_the_api_offers_is_described(offered: set[str]) -> None:
    served = {
        f"{method} {path.removeprefix('/api/v1/')}"
        for method, path in ROUTES
        if path.startswith("/api/v1/")
    }
    assert served == offered


def test_every_row_with_words_has_them_with_whose_they_are(program: TestClient) -> None:
    """Rows within rows too: hops of an arrow, steps of a proceeding, positions on a claim."""
    seen = 0
    for path, inside in (
        ("flows", "hops"), ("proceedings", "steps"), ("tests", "found"), ("differences", "one"),
        ("chains", "steps"), ("questions", "question"),
    ):  # fmt: skip
        for row in program.get(f"/api/v1/{path}").json():
            within = row[inside] if isinstance(row[inside], list) else [row[inside]]
            for one in within:
                assert one["attributed"], path
                seen += 1
    line = program.get("/api/v1/claims").json()[0]
    page = program.get(f"/api/v1/claims/{line['id']}").json()
    assert all(one["attributed"].startswith("Claim (") for one in (line, page["row"]))
    assert all(one["attributed"] for one in page["row"]["positions"])
    assert seen > 20


def test_claims_are_chosen_and_put_in_order_as_on_their_page(program: TestClient) -> None:
    whole = program.get("/api/v1/claims").json()
    assert len({one["standing"] for one in whole}) > 1
    for standing in {one["standing"] for one in whole}:
        rows = program.get("/api/v1/claims", params={"standing": standing}).json()
        assert rows == [one for one in whole if one["standing"] == standing]
    who = whole[0]["stands"][0]["called"]
    rows = program.get("/api/v1/claims", params={"actor": who, "order": "statements"}).json()
    assert 0 < len(rows) <= len(whole)
    assert all(who in [one["called"] for one in row["stands"]] for row in rows)
    counts = [row["positions"] for row in rows]
    assert counts == sorted(counts, reverse=True)


def test_search_is_narrowed_and_goes_by_meaning(program: TestClient) -> None:
    whole = program.get("/api/v1/search", params={"q": "cup"}).json()
    denied = program.get("/api/v1/search", params={"q": "cup", "act": "denies"}).json()
    assert 0 < len(denied) < len(whole)
    source = whole[0]["source"]
    there = program.get("/api/v1/search", params={"q": "cup", "source": source}).json()
    assert {one["source"] for one in there} == {source}
    alike = program.get("/api/v1/search", params={"q": "the cup was sold", "by": "meaning"}).json()
    assert alike
    assert all(one["likeness"] is not None for one in alike)


def test_a_document_comes_as_text_and_as_bytes(program: TestClient, folder: Path) -> None:
    """Every span counts in the text's code points; the bytes are those that were taken in."""
    source = program.get("/api/v1/sources").json()[0]
    text = program.get(f"/api/v1/sources/{source['id']}/text").json()
    rows = program.get("/api/v1/statements", params={"source": source["id"]}).json()
    assert rows
    for row in rows:
        spans = row["content_spans"]
        words = " ".join(text["characters"][start:end] for start, end in spans)
        assert words.split()[0] in row["content"]
    raw = program.get(f"/api/v1/sources/{source['id']}/original")
    assert raw.headers["content-disposition"].startswith("attachment")
    assert sha256(raw.content) == source["sha256"]


def test_the_dossier_of_a_day_verifies_alone(program: TestClient, tmp_path: Path) -> None:
    answer = program.get("/api/v1/dossier.zip", params={"known": "2024-04-01"})
    zipfile.ZipFile(io.BytesIO(answer.content)).extractall(tmp_path)
    assert verify_dossier(tmp_path / "dossier") == []
    told = (tmp_path / "dossier" / "index.html").read_text("utf-8")
    assert "as the case knew them on 2024-04-01" in told


def test_a_verdict_and_a_finding_come_on_record_with_the_name(program: TestClient) -> None:
    drawn = program.get("/api/v1/audit", params={"most": 3, "seed": 4}).json()
    sent = {"most": 3, "seed": 4, "row": drawn[0]["id"], "verdict": "right"}
    made = program.post("/api/v1/audit", json=sent)
    assert (made.status_code, made.json()["verb"], made.json()["by"]) == (201, "audit", "Ida Marsh")
    assert program.get("/api/v1/audit", params={"most": 3, "seed": 4}).json()[0]["verdict"]
    assert any(one["by"] == "Ida Marsh" for one in program.get("/api/v1/audited").json())
    assert program.post("/api/v1/audit", json={**sent, "row": "sta_none"}).status_code == 404
    test = program.get("/api/v1/tests").json()[0]
    found = {
        "test": test["applied"]["test"]["key"],
        "found": "met",
        "finder": "The governors",
        "on": "2024-04-02",
    }
    row = program.post("/api/v1/findings", json=found)
    assert (row.status_code, row.json()["verb"]) == (201, "find")
    assert program.post("/api/v1/undo", json={"which": row.json()["id"]}).status_code == 200


def test_a_draft_is_kept_read_and_forgotten(program: TestClient) -> None:
    sent = {"name": "story.md", "text": "The cup was sold.\n"}
    assert program.post("/api/v1/drafts", json=sent).json()["name"] == "story.md"
    assert program.get("/api/v1/drafts").json() == ["story.md"]
    assert program.get("/api/v1/drafts/story.md").json()["text"] == sent["text"]
    assert program.delete("/api/v1/drafts/story.md").status_code == 204
    assert program.get("/api/v1/drafts").json() == []
    assert program.get("/api/v1/drafts/story.md").status_code == 404


def test_a_browser_deletes_nothing_without_the_secret_of_its_forms(app: Any) -> None:
    assert owner(app).delete("/api/v1/drafts/story.md").status_code == 403


def test_the_overview_is_told_in_lines(program: TestClient) -> None:
    rows = program.get("/api/v1/brief").json()["rows"]
    assert {row["section"] for row in rows} >= {"contested", "open"}
    assert re.search(r"“.+”", json.dumps(rows, ensure_ascii=False))
