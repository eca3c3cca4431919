"""A server on this machine that answers as a model's does, and as none should."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from onrecord.core.fitting import misfits
from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Block,
    BlockKind,
    Reading,
    Text,
)
from onrecord.reader import Limits, LlmReader


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server_closing: threading.Event


Answer = Callable[[Handler], None]

PARAGRAPHS = (
    "“There was no collision,” said Lena Oduya, the pilot's lawyer. “None at all.”",
    "She said Ivo Marrin denied he had left the wheel. Marrin said nothing.",
    "The harbour  board said on Tuesday that it would appeal.",
)
QUOTED = {
    "source": "Lena Oduya, the pilot's lawyer",
    "name": "Lena Oduya",
    "naming": "named",
    "cue": "said",
    "content": ["There was no collision,", "None at all."],
    "act": "asserts",
}
BOARD = {
    "source": "The harbour board",
    "name": None,
    "naming": "role",
    "cue": "said",
    "content": "it would appeal",
    "act": "promises",
}


def text_of(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Text:
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(kind, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    characters = "\n\n".join(paragraphs)
    return Text(id=text_id(characters), characters=characters, blocks=tuple(blocks))


TEXT = text_of(*PARAGRAPHS)


class Server:
    """Answers as it is told, and remembers what reached it."""

    def __init__(self) -> None:
        self.answer: Answer = says()
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.closing = threading.Event()
        server = self

        class Handling(Handler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                server.asked.append(json.loads(body))
                server.headers.append({k.lower(): v for k, v in self.headers.items()})
                server.paths.append(self.path)
                self.server_closing = server.closing
                # The client may have had enough.
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    server.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handling)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self._http.server_port}"

    @property
    def address(self) -> str:
        return f"http://{self.host}/v1"

    @property
    def sent(self) -> str:
        """Give all the words that reached it."""
        return "\n".join(m["content"] for asked in self.asked for m in asked["messages"])

    def close(self) -> None:
        self.closing.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


def sends(status: int, body: bytes, length: int | None = None, **headers: str) -> Answer:
    """Answer with a status and a body, of which `length` may claim more than there is."""

    def answer(handling: Handler) -> None:
        handling.send_response(status)
        handling.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            handling.send_header(name, value)
        handling.end_headers()
        handling.wfile.write(body)

    return answer


def envelope(words: object, ended: str = "stop") -> bytes:
    choice = {"message": {"role": "assistant", "content": words}, "finish_reason": ended}
    return json.dumps({"choices": [choice]}).encode()


def writes(words: object, ended: str = "stop") -> Answer:
    """Answer as a model that writes these words."""
    return sends(200, envelope(words, ended))


def says(*statements: object) -> Answer:
    """Answer as a model that finds these statements."""
    return writes(json.dumps({"statements": list(statements)}))


def in_turn(*answers: Answer) -> Answer:
    """Answer one after the other."""
    waiting = list(answers)
    return lambda handling: waiting.pop(0)(handling)


def late(handling: Handler) -> None:
    """Say nothing until the test is over."""
    handling.server_closing.wait(10)


def dripping(handling: Handler) -> None:
    """Send a byte now and then, each in time, the whole never."""
    handling.send_response(200)
    handling.end_headers()
    while not handling.server_closing.wait(0.02):
        handling.wfile.write(b" ")
        handling.wfile.flush()


SERVED: list[Server] = []


def echo(handling: Handler) -> None:
    """Write back the last message instead of an answer."""
    writes(SERVED[0].asked[-1]["messages"][-1]["content"])(handling)


@pytest.fixture(autouse=True)
def nothing_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ADDRESS", "MODEL", "KEY"):
        monkeypatch.delenv(f"ONRECORD_LLM_{name}", raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    SERVED[:] = [made]
    yield made
    made.close()


def reader(server: Server, **limits: Any) -> LlmReader:
    told = Limits(**{"seconds": 5.0, "pause": 0.0, **limits})
    return LlmReader(server.address, "tiny", limits=told)


def read(server: Server, *statements: object, text: Text = TEXT) -> Reading:
    server.answer = says(*statements)
    reading = reader(server).read(text, None)
    assert list(misfits(reading, text)) == []
    return reading
