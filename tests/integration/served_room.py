"""A reading room that is really served, for tests: a small case, a port of its own, a client."""

from __future__ import annotations

import socket
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
from onrecord.faces.room.serving import LOOPBACK, hosts_of
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


def small_case(folder: Path) -> None:
    """Make a case of two invented articles, with a claim, a grade and something taken back."""
    articles = folder / "articles"
    articles.mkdir()
    (articles / "first.txt").write_text(FIRST)
    (articles / "second.txt").write_text(SECOND)
    (articles / "letter.pdf").write_bytes(one_page("The keeper writes that the weir is sound."))
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


def one_page(words: str) -> bytes:
    """Write a PDF of one page with one line."""
    drawn = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    made_of = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(made))
    return made + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (count, table, made_of)


@contextmanager
def served(case: Path) -> Iterator[httpx.Client]:
    """Serve a case and give a client that is signed in."""
    with Room(case) as room, socket.create_server((LOOPBACK, 0)) as listening:
        port = listening.getsockname()[1]
        app = application(
            room, Sessions(OwnMachine(TOKEN, "ed"), f"onrecord-{port}"), hosts_of(port, ())
        )
        server = uvicorn.Server(
            uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off", ws="none")
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        home = f"http://{LOOPBACK}:{port}"
        with httpx.Client(base_url=home, follow_redirects=True, timeout=30) as client:
            client.get("/enter", params={"token": TOKEN})
            yield client
        server.should_exit = True
        thread.join()
        app.state.jobs.close()


def page(client: httpx.Client, path: str) -> lxml.html.HtmlElement:
    """Open a page that is there."""
    answer = client.get(path)
    assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:300]}"
    return lxml.html.fromstring(answer.text)


def send(client: httpx.Client, form: lxml.html.HtmlElement, **filled: str) -> httpx.Response:
    """Send a form of a page as a browser without scripts does, with some fields filled in."""
    fields = {key: value or "" for key, value in form.form_values()}
    return client.post(form.get("action"), data={**fields, **filled})
