"""A reading room served by a process of its own, for measuring it: asking, and its processor."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from bench import measured

_TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A room that is served by a process of its own."""

    port: int
    token: str
    pid: int

    def cpu(self) -> float:
        """Give the processor seconds that it and the processes it began took until now."""
        return sum(_ticks(pid) for pid in (self.pid, *_begun_by(self.pid))) / _TICK

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}

    def client(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)


def _ticks(pid: int) -> int:
    """Give what a process took, and those that it has seen end."""
    told = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return sum(map(int, told[11:15]))


def _begun_by(pid: int) -> list[int]:
    told = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for threads in told for child in threads.read_text("utf-8").split()]


@contextmanager
def served(case: Path) -> Iterator[Server]:
    """Serve a case until done."""
    command = [sys.executable, "-m", "onrecord", "serve", "--case", str(case), "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = urlsplit(process.stdout.readline().strip())
        if address.port is None:
            raise measured.ProgramFailed("the room did not open")
        yield Server(address.port, address.query.partition("=")[2], process.pid)
    finally:
        process.terminate()
        process.wait(30)


def ask(
    server: Server, client: http.client.HTTPConnection, path: str, body: object = None
) -> tuple[int, bytes]:
    """Ask for one address, and once more while the record is being worked out."""
    while True:
        client.close()  # the server hangs up on who says nothing for some seconds
        client.request(
            "GET" if body is None else "POST",
            path,
            headers=server.headers,
            body=None if body is None else json.dumps(body),
        )
        answer = client.getresponse()
        told = answer.read()
        if answer.status != 503:
            return answer.status, told
        time.sleep(0.5)


def p95(values: list[float]) -> float:
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]
