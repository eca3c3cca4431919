"""A reading room that is really served, for tests: a small case, a port of its own, a client."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import lxml.html
import uvicorn

from onrecord.case import Case
from onrecord.core.vocabulary import Verb
from onrecord.faces.room.app import application
from onrecord.faces.room.room import Room
from onrecord.faces.room.serving import LOOPBACK, _bound
from onrecord.faces.room.sessions import OwnMachine, Sessions
from onrecord.reader import TrainedReader

FIRST = """Lock keeper cleared

2 May 2024

“The gate was shut at nine,” said Ida Morrow, the keeper, on Monday.

Sam Pell of the canal board denied that the log had been lost. The ministry did not respond to a
request for comment.
"""
SECOND = """Board names a date

9 May 2024

Ida Morrow said that the inquiry would open on 9 April 2025.

“Nobody asked me,” Sam Pell said. The board asked the ministry when the log was last seen.

Ida Morrow claimed that the log had been lost.

Sam Pell denied that the log had been lost.
"""
TOKEN = "opens-the-lock"


def small_case(folder: Path) -> Path:
    """Make a case of two invented articles, with a claim, a grade and something taken back."""
    articles = folder / "articles"
    articles.mkdir()
    (articles / "first.txt").write_text(FIRST)
    (articles / "second.txt").write_text(SECOND)
    (articles / "broken.pdf").write_bytes(b"%PDF-1.4 and then nothing")
    with Case.create(folder / "case", by="ed", name="The lock") as case:
        case.add([articles], reader=TrainedReader())
        judging = case.judging()
        said = [row for row in case.statements() if "log" in row.content]
        judging.give(
            Verb.WRITE, [row.id for row in said], because="it is in dispute",
            value="The log of the lock was lost", by="ed",
        )  # fmt: skip
        made = judging.give(Verb.REJECT, [said[0].id], because="misread", by="ann")
        case.take_back(made.id, because="read it again", by="ed")
    return folder / "case"


@contextmanager
def served(case: Path) -> Iterator[httpx.Client]:
    """Serve a case and give a client that is signed in."""
    with Room(case) as room, _bound(LOOPBACK, 0) as listening:
        port = listening.getsockname()[1]
        app = application(room, Sessions(OwnMachine(TOKEN, "ed")), {f"{LOOPBACK}:{port}"})
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off")
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        client = httpx.Client(
            base_url=f"http://{LOOPBACK}:{port}", follow_redirects=True, timeout=30
        )
        with client:
            client.get("/enter", params={"token": TOKEN})
            yield client
        server.should_exit = True
        thread.join()


def page(client: httpx.Client, path: str) -> lxml.html.HtmlElement:
    """Open a page that is there."""
    answer = client.get(path)
    assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:300]}"
    return lxml.html.fromstring(answer.text)


def send(client: httpx.Client, form: lxml.html.HtmlElement, **filled: str) -> httpx.Response:
    """Send a form of a page as a browser without scripts does, with some fields filled in."""
    fields = {key: value or "" for key, value in form.form_values()}
    return client.post(form.get("action"), data={**fields, **filled})
