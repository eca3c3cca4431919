"""Who reads while something is worked out, on a disk that may only be read, and what is closed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from hand_reader import story_case
from lxml import html
from room_walk import opened, owner, secret_of
from starlette.testclient import TestClient

from once import Once
from onrecord.case import Case
from onrecord.core.errors import Unwritable
from onrecord.core.vocabulary import AsOf, Verb
from onrecord.faces.room import records
from onrecord.faces.room.apart import Apart
from onrecord.faces.room.drafting import DraftDesk
from onrecord.ledger import ledger as ledger_module
from onrecord.show import Site

BEFORE = "as it was right before"


@pytest.fixture
def case(once: Once, tmp_path: Path) -> Path:
    return Path(shutil.copytree(once(story_case) / "case", tmp_path / "case"))


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
        with app.state.room.deciding() as hand:
            hand.judging().give(Verb.REJECT, [said.id], because="misread", by="ed")
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
    with app.state.room.slowly():
        assert BEFORE not in browser.get("/now/statements.html").text
        assert browser.post("/judgements", data=form).status_code == 303
        assert BEFORE not in browser.get("/now/claims.html").text
    assert "ice" in browser.get("/now/search.html?q=frozen+water&by=meaning").text


def test_what_the_room_holds_open_it_closes(case: Path) -> None:
    """The case beside, the one for slow questions, and the draft desk's."""
    with opened(case) as app:
        owner(app).get("/now/index.html")
        room = app.state.room
        records = room._records
        stands = [records.now, records.slow, records.aside]
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


@pytest.fixture
def long(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every case be one where nobody waits for what follows from a judgement."""
    monkeypatch.setattr(records, "MANY", 0)


def settled(app: Any) -> None:
    """Wait until what follows from the last judgement is worked out."""
    working = app.state.room._records._working
    if working is not None:
        working.join()


def confirming(app: Any) -> tuple[Any, str]:
    """Confirm a statement and wait until the record after it is shown; gives browser and row."""
    browser = owner(app)
    browser.get("/now/index.html")
    row = browser.get("/api/v1/statements").json()[0]["id"]
    form = {"verb": "confirm", "about": row, "because": "read", "csrf": secret_of(browser)}
    assert browser.post("/judgements", data=form).status_code == 303
    settled(app)
    return browser, row


@pytest.mark.usefixtures("long")
def test_a_judgement_is_on_record_at_once_and_what_follows_comes_after(app: Any) -> None:
    """The page tells what was recorded, with the way back, and that it is the one before."""
    browser = owner(app)
    said, other = (row["id"] for row in browser.get("/api/v1/statements").json()[:2])
    assert said in browser.get("/now/statements.html").text
    form = {
        "verb": "reject", "about": said, "because": "misread", "csrf": secret_of(browser),
        "back": "/now/statements.html",
    }  # fmt: skip
    with app.state.room.case():  # somebody else's is being worked out, and takes long
        answer = browser.post("/judgements", data=form)
        assert answer.status_code == 303
        page = browser.get(answer.headers["location"]).text
        assert "On record: <bdi>reject statement" in page
        assert "Take it back" in page
        assert BEFORE in page
        assert said in page
        again = browser.post("/judgements", data={**form, "verb": "confirm", "about": other})
        assert again.status_code == 303
    settled(app)
    page = browser.get("/now/statements.html").text
    assert BEFORE not in page
    assert said not in page


@pytest.mark.usefixtures("long")
def test_what_follows_is_the_same_as_if_it_had_been_waited_for(app: Any, case: Path) -> None:
    """After many judgements at once on statements, claims and actors, and undoing some."""
    browser = owner(app)
    browser.get("/now/index.html")
    said = browser.get("/api/v1/statements").json()
    claims = browser.get("/api/v1/claims").json()
    actors = browser.get("/api/v1/actors").json()
    given = []
    for verb, about in (
        ("confirm", [said[0]["id"]]), ("confirm", [claims[0]["id"]]), ("reject", [said[1]["id"]]),
        ("join", [actors[0]["id"], actors[1]["id"]]), ("part", [actors[0]["id"], actors[2]["id"]]),
        ("grade", [said[2]["id"]]),
    ):  # fmt: skip
        told = {
            "verb": verb,
            "about": about,
            "because": "as read",
            "value": "2" * (verb == "grade"),
        }
        answer = browser.post(
            "/api/v1/judgements", json=told, headers={"X-CSRF": secret_of(browser)}
        )
        assert answer.status_code == 201, answer.text
        assert answer.json()["words"][0] or verb in ("join", "part")
        given.append(answer.json()["id"])
    undone = browser.post(
        "/api/v1/undo", json={"which": given[2]}, headers={"X-CSRF": secret_of(browser)}
    )
    assert undone.status_code == 200, undone.text
    settled(app)
    pages = ("index.html", "claims.html", "people.html", "statements.html")
    shown = {page: browser.get(f"/now/{page}").text for page in pages}
    assert not any(BEFORE in page for page in shown.values())
    with Case.open(case) as alone:
        alone.rebuild()
        site = Site(alone, AsOf(), datetime(2026, 3, 2, tzinfo=UTC))
        for name, page in shown.items():
            made = site.page(name)
            assert made is not None
            assert words(site.press.html(made)) == words(page), name


def words(page: str) -> list[str]:
    """Give the words of a page's rows, whatever clothes it wears."""
    tree = html.document_fromstring(page)
    rows = tree.xpath("//main//article//bdi | //main//table//bdi | //main//*[@class='state']")
    return [" ".join(row.text_content().split()) for row in rows]


def test_an_answer_is_of_one_state_whatever_is_decided_meanwhile(case: Path) -> None:
    """And what it took to work out is kept under the name of that state, and found again."""
    with Case.open(case) as reading, Case.open(case) as deciding:
        with reading.steady():
            before = reading.head()
            said = reading.statements()[0]
            deciding.judging().give(Verb.REJECT, [said.id], because="misread", by="ed")
            assert reading.head() == before
            assert said in reading.statements()
            lines = reading.claims().lines
        assert reading.head() != before
        assert said not in reading.statements()
        deciding.take_back(because="it was read rightly", by="ed")
        assert reading.claims().lines == lines
    with Case.open(case) as later:
        assert later.claims().lines == lines


@pytest.mark.usefixtures("long")
def test_every_page_can_be_made_in_the_process_that_holds_a_large_record(app: Any) -> None:
    """Those that no dossier has, too: what fills them travels there."""
    browser, row = confirming(app)
    records = app.state.room._records
    assert isinstance(records.aside, Apart)
    asked: list[Any] = []
    make = records.aside.make
    records.aside.make = lambda what, patience: asked.append(what) or make(what, patience)
    paths = (
        "index.html", "claims.html?order=changed&words=the", "search.html?q=ice",
        "paths.html?from=a&to=b", f"decide.html?about={row}", "add.html", "desk.html",
        "audit.html", "audit.html?kind=statements", "judgements.html", "statements.html",
    )  # fmt: skip
    for path in paths:
        answer = browser.get(f"/now/{path}")
        assert answer.status_code == 200, (path, answer.text)
        assert "On record" not in answer.text
    draft = {"name": "d.txt", "words": "The ice is thin, she said.", "csrf": secret_of(browser)}
    assert browser.post("/now/desk.html", data=draft).status_code == 200
    assert len(asked) >= len(paths)


@pytest.mark.usefixtures("long")
def test_who_asks_for_another_day_of_a_large_record_keeps_nobody_waiting(app: Any) -> None:
    browser, _ = confirming(app)
    with app.state.room._records.aside._turn:  # whoever makes pages of the record as it is
        then = browser.get("/as-of=2020/claims.html")
    assert then.status_code == 200
    assert "This is the record <b>" in then.text
    assert BEFORE not in then.text


def opened_page(browser: TestClient, page: str) -> httpx.Response:
    """Ask for a page until the record is open, as the page that tells of it does by itself."""
    answer = browser.get(f"/now/{page}")
    for _ in range(10):
        if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
            break
        answer = browser.get(f"/now/{page}")
    return answer


@pytest.mark.usefixtures("long")
def test_a_large_record_is_opened_as_it_is_served(case: Path) -> None:
    """The process that makes its pages has all that every page is given."""
    with opened(case, ahead=True) as app:
        browser = owner(app)
        for page in ("index.html", "claims.html", "search.html?q=ice"):
            answer = opened_page(browser, page)
            assert answer.status_code == 200, answer.text
            assert BEFORE not in answer.text
        assert isinstance(app.state.room._records.aside, Apart)
