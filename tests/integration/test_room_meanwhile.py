"""Who reads while something is worked out, on a disk that may only be read, and what is closed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hand_reader import STORY, HandReader
from room_walk import opened, owner, secret_of

from onrecord.case import Case
from onrecord.core.errors import Unwritable
from onrecord.core.vocabulary import Verb
from onrecord.faces.room.drafting import DraftDesk
from onrecord.intake import Told
from onrecord.ledger import ledger as ledger_module

BEFORE = "as it was right before"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("meanwhile")
    (folder / "letter.txt").write_text(STORY, "utf-8")
    with Case.create(folder / "case", name="The lock", by="ed") as case:
        told = Told(published="2026-03-01")
        case.add([folder / "letter.txt"], reader=HandReader(), told=told, by="ed")
    return folder / "case"


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "case")
    return tmp_path / "case"


@pytest.fixture
def app(case: Path) -> Iterator[Any]:
    with opened(case) as app:
        yield app


def test_a_page_that_was_never_made_is_made_of_the_record_as_it_was(app: Any) -> None:
    """While a judgement is worked out: nothing of it is on the page yet, and the page says so."""
    browser = owner(app)
    assert BEFORE not in browser.get("/now/index.html").text
    with app.state.room.case() as case:
        said = case.statements()[0]
        case.judging().give(Verb.REJECT, [said.id], because="misread", by="ed")
        for page in ("statements.html", "people.html", f"sources/{said.source}.html"):
            meanwhile = browser.get(f"/now/{page}")
            assert meanwhile.status_code == 200
            assert BEFORE in meanwhile.text, page
        assert said.id in browser.get("/now/statements.html").text
        asked = browser.get(f"/now/decide.html?about={said.id}")
        assert BEFORE in asked.text
        assert "misread" not in asked.text
    after = browser.get("/now/statements.html").text
    assert BEFORE not in after
    assert said.id not in after
    assert "misread" in browser.get(f"/now/decide.html?about={said.id}").text


def test_a_search_by_meaning_keeps_nobody_waiting(app: Any) -> None:
    """It has a connection of its own: pages come as they are, and judgements are taken."""
    browser = owner(app)
    row = browser.get("/api/v1/statements").json()[0]["id"]
    form = {"verb": "confirm", "about": row, "because": "read", "csrf": secret_of(browser)}
    with app.state.room._slow.case(1):
        assert BEFORE not in browser.get("/now/statements.html").text
        assert browser.post("/judgements", data=form).status_code == 303
        assert BEFORE not in browser.get("/now/claims.html").text
    assert "ice" in browser.get("/now/search.html?q=frozen+water&by=meaning").text


def test_what_the_room_holds_open_it_closes(case: Path) -> None:
    """The case beside, the one for slow questions, and the draft desk's."""
    with opened(case) as app:
        owner(app).get("/now/index.html")
        room = app.state.room
        stands = [room._now, room._slow, room._aside]
        desk: DraftDesk = app.state.desk
        drafts = desk._case = Case.open(case)
        desk.close()
    for closed in (drafts, *(one._case for one in stands if one is not None)):
        assert not _is_open(closed)
    assert len(stands) == 3
    assert not list(case.glob("*-wal"))


def _is_open(case: Case) -> bool:
    try:
        case.head()
    except Exception:
        return False
    return True


def test_on_a_disk_that_may_only_be_read_the_room_opens_to_read(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As SQLite itself opens a file there; whoever judges is told, and no byte is changed.

    A folder's permissions do not bind root, as whom tests may run: so opening to write is refused
    in the place of the disk, and all else is SQLite's own way of reading.
    """

    def refused(*_: object, **__: object) -> None:
        raise Unwritable("cannot be written here", where=str(case), help="check its permissions")

    bytes_before = {path: path.read_bytes() for path in case.rglob("*") if path.is_file()}
    monkeypatch.setattr(ledger_module, "open_file", refused)
    with opened(case) as app:
        browser = owner(app)
        for page in ("index.html", "statements.html", "claims.html", "judgements.html"):
            assert browser.get(f"/now/{page}").status_code == 200, page
        row = browser.get("/api/v1/statements").json()[0]["id"]
        form = {"verb": "confirm", "about": row, "because": "read", "csrf": secret_of(browser)}
        told = browser.post("/judgements", data=form)
        assert told.status_code >= 400
        assert "cannot be written" in told.text
    assert {path: path.read_bytes() for path in case.rglob("*") if path.is_file()} == bytes_before
