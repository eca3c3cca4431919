"""The reading room turns away what is not from the people whose case it is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hand_reader import STORY, HandReader
from room_walk import HOST, TOKEN, opened, owner, secret_of, stranger
from starlette.testclient import TestClient

from onrecord.case import Case
from onrecord.core.vocabulary import Verb
from onrecord.faces.room import adding, guard
from onrecord.faces.room.jobs import Job
from onrecord.faces.room.sessions import IDLE, OwnMachine, Sessions

PART = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\na\r\n'


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


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.invalid",
        "127.0.0.1",
        "127.0.0.1:8401",
        "127.0.0.1:8400.evil.invalid",
        "[::1]:8400",
    ],
)
def test_another_name_for_this_machine_is_turned_away(app: Any, host: str) -> None:
    """A page that points its own name here (DNS rebinding) gets nothing, the token or not."""
    browser = owner(app)
    for path in ("/", "/now/index.html", "/static/room.css", f"/enter?token={TOKEN}"):
        assert browser.get(path, headers={"host": host}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.invalid"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": f"http://{HOST}.evil.invalid"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_from_another_page_is_turned_away(app: Any, headers: dict[str, str]) -> None:
    """Even with the cookie and with the secret of a form."""
    browser = owner(app)
    headers = {**headers, "x-csrf": secret_of(browser)}
    for path in ("/judgements", "/undo", "/documents", "/leave", "/enter"):
        assert browser.post(path, headers=headers, data={"which": "1"}).status_code == 403


def test_a_form_without_its_secret_is_turned_away(app: Any) -> None:
    browser = owner(app)
    for told in ({}, {"csrf": ""}, {"csrf": "x" * 32}, {"csrf": secret_of(owner(app))}):
        answer = browser.post("/undo", data={"which": "1", **told})
        assert answer.status_code == 403
        assert "not one of yours" in answer.text


def test_another_page_cannot_take_a_page_in_as_a_script_or_a_picture(app: Any) -> None:
    """What is asked for from another page, and not to be looked at, is turned away."""
    told = {"sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors"}
    assert owner(app).get("/api/v1/statements", headers=told).status_code == 403
    answer = owner(app).get("/now/index.html")
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["/", "/now/index.html", "/nothing", "/static/none.css", "/enter", "/api/v1/claims"]
)
@pytest.mark.parametrize(
    "method", ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "X"]
)
def test_every_answer_carries_the_policy(app: Any, method: str, path: str) -> None:
    answer = owner(app).request(method, path)
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"]
    assert answer.status_code < 500
    assert answer.headers.get("allow") == "GET" or answer.status_code != 405
    assert method != "HEAD" or not answer.content


def test_looking_at_the_head_of_a_page_tells_what_the_page_tells(app: Any) -> None:
    browser = owner(app)
    assert browser.head("/now/index.html").status_code == 200
    assert stranger(app).head("/now/index.html").status_code == 401


def test_a_fault_of_ours_is_told_in_one_line_without_the_address(
    app: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """No traceback to whoever asks, and no word of theirs in what is told at the keyboard."""
    monkeypatch.setattr(app.state.room, "page", lambda *_: 1 / 0)
    answer = owner(app).get("/now/index.html?done=secret-words")
    assert answer.status_code == 500
    assert "ZeroDivisionError" in answer.text
    assert "Traceback" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "a request failed: ZeroDivisionError in test_room_guarded" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    "path",
    ["..%2f..%2fapp.py", "%2e%2e/app.py", "..%5capp.py", "room.css%00.js", "app.py", "a" * 3_000],
)
def test_only_style_and_script_are_served(app: Any, path: str) -> None:
    assert stranger(app).get(f"/static/{path}").status_code in (401, 404)


@pytest.mark.parametrize(
    "to",
    ["//evil.invalid", "/\\evil.invalid", "https://evil.invalid", "..//evil.invalid", "x\r\nA: b"],
)
def test_a_change_of_clocks_leads_to_a_page_of_ours(app: Any, to: str) -> None:
    answer = owner(app).get("/moment", params={"to": to, "valid": "2024-05?"})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/as-of=2024-05%3F/")
    assert "\n" not in answer.headers["location"]
    assert "a" not in answer.headers


@pytest.mark.parametrize("valid", ["2024?", "2024~", "2024%", "2024-05-02"])
def test_an_address_as_of_an_uncertain_day_can_be_opened(app: Any, valid: str) -> None:
    browser = owner(app)
    answer = browser.get("/moment", params={"valid": valid})
    assert browser.get(answer.headers["location"]).status_code == 200


def test_leaving_ends_the_session(app: Any) -> None:
    browser = owner(app)
    browser.post("/leave", headers={"x-csrf": secret_of(browser)})
    assert browser.get("/now/index.html").status_code == 401


def test_a_second_tab_leaves_the_forms_of_the_first_good(app: Any) -> None:
    browser = owner(app)
    first = secret_of(browser)
    browser.get("/enter", params={"token": TOKEN})
    assert secret_of(browser) == first


def test_two_rooms_on_one_machine_have_two_cookies(app: Any) -> None:
    told = stranger(app).get("/enter", params={"token": TOKEN}).headers["set-cookie"]
    assert told.startswith("onrecord-8400=")
    assert "HttpOnly" in told
    assert "SameSite=strict" in told


def test_a_session_that_nobody_uses_ends() -> None:
    now = [0.0]
    sessions = Sessions(OwnMachine(TOKEN, "Ida Marsh"), clock=lambda: now[0])
    cookie = sessions.enter("", TOKEN)
    now[0] = IDLE - 1
    assert sessions.of(cookie)
    now[0] += IDLE + 1
    assert sessions.of(cookie) is None


def test_a_link_from_elsewhere_is_asked_for_once_more_by_a_page_of_ours(app: Any) -> None:
    """A strict cookie does not come with a link on another site; so the page leads to itself."""
    there = stranger(app).get("/now/index.html", headers={"sec-fetch-site": "cross-site"})
    here = stranger(app).get("/now/index.html", headers={"sec-fetch-site": "same-origin"})
    assert 'http-equiv="refresh" content="0"' in there.text
    assert "refresh" not in here.text


def test_nobody_sends_more_than_they_may(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stranger a name and a password; an owner some folders. What says no length is counted."""
    much = b"x" * 20_000

    def pieces() -> Iterator[bytes]:
        yield from (much, much)

    assert stranger(app).post("/documents", content=much).status_code == 413
    form = {"content-type": "multipart/form-data; boundary=x"}
    assert stranger(app).post("/documents", content=pieces(), headers=form).status_code == 413
    monkeypatch.setitem(guard._MOST, guard.Role.OWNER, 1_000)
    browser = owner(app)
    told = {"x-csrf": secret_of(browser)}
    assert browser.post("/documents", content=much, headers=told).status_code == 413
    assert browser.post("/documents", content=pieces(), headers=told | form).status_code == 413


@pytest.mark.parametrize(
    "given",
    [
        "../../etc/passwd",
        "C:\\x\\boot.ini",
        "\x00",
        "...",
        "a" * 4_000 + ".txt",
        "字" * 300,
        "\u202e.txt",
        "/",
    ],
)
def test_a_file_is_called_plainly_whatever_its_sender_calls_it(given: str, tmp_path: Path) -> None:
    name = adding.plain_name(given)
    path = tmp_path / name
    path.write_bytes(b"")
    assert path.parent == tmp_path
    assert not {"/", "\\", "\x00", "\u202e"} & set(name)
    assert name.strip(".")


@pytest.mark.parametrize(
    "body",
    [b"", b"--x", b"--x\r\n" * 5_000, PART * 1_001 + b"--x--\r\n"],
)
def test_a_malformed_upload_is_refused_and_leaves_nothing(app: Any, body: bytes) -> None:
    browser = owner(app)
    before = set(Path(tempfile.gettempdir()).glob("onrecord-*"))
    told = {"x-csrf": secret_of(browser), "content-type": "multipart/form-data; boundary=x"}
    assert browser.post("/documents", content=body, headers=told).status_code == 400
    assert set(Path(tempfile.gettempdir()).glob("onrecord-*")) <= before


def test_jobs_wait_for_one_another_and_end_with_the_server(
    app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = app.state.jobs
    with jobs._turn:
        job: Job = jobs.take_in([], {}, "Ida Marsh", None)
        assert "waiting" in job.what
        assert jobs.cancel(job.id).state == "cancelled"
    for follower in jobs._followers:
        follower.join(10)
    assert job.id not in jobs._processes


def test_what_another_process_wrote_is_there_on_the_next_page(app: Any, case: Path) -> None:
    """`onrecord add` beside the room."""
    browser = owner(app)
    before = len(browser.get("/api/v1/sources").json())
    (case.parent / "more.txt").write_text("Mr Tom Vane said that nothing had gone.\n", "utf-8")
    with Case.open(case) as beside:
        beside.add([case.parent / "more.txt"], reader=HandReader())
    assert len(browser.get("/api/v1/sources").json()) == before + 1
    assert "more.txt" in browser.get("/now/sources.html").text


def test_many_at_once_read_and_judge(app: Any, case: Path) -> None:
    """Readers and somebody who judges, in threads: no error, nothing lost."""
    browser = owner(app)
    row = browser.get("/api/v1/statements").json()[0]["id"]
    told = {"x-csrf": secret_of(browser)}
    seen: list[int] = []

    def reads(client: TestClient) -> None:
        seen.extend(client.get(f"/now/{page}.html").status_code for page in ("index", "claims"))

    def judges(client: TestClient) -> None:
        form = {"verb": Verb.CONFIRM.value, "about": row, "because": "read", "back": "/now/x"}
        seen.append(client.post("/judgements", data=form, headers=told).status_code)

    threads = [threading.Thread(target=reads, args=(owner(app),)) for _ in range(5)]
    threads.append(threading.Thread(target=judges, args=(browser,)))
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(seen) == [200] * 10 + [303]


def test_who_reads_does_not_wait_for_who_judges(app: Any) -> None:
    """While something is worked out a page that was made is given as it was, and says so."""
    browser = owner(app)
    before = browser.get("/now/claims.html")
    with app.state.room.case():
        meanwhile = browser.get("/now/claims.html")
    assert "as it was right before" in meanwhile.text
    assert "as it was right before" not in before.text
    assert "as it was right before" not in browser.get("/now/claims.html").text


def test_ctrl_c_ends_it_in_one_line_and_with_it_what_is_being_read(case: Path) -> None:
    """Exit code 130, no traceback, no file left behind; a case that verifies."""
    command = [sys.executable, "-m", "onrecord", "serve", "--case", str(case), "--no-browser"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline()
        assert "/enter?token=" in address
        os.kill(server.pid, signal.SIGINT)
        try:
            _, said = server.communicate(timeout=60)
        finally:
            server.kill()
    assert server.returncode == 130
    assert said.strip() == "onrecord: interrupted"
    with Case.open(case) as there:
        assert there.verify().faults == []
