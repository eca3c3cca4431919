"""Opens the room: a server on this machine, under an address that only whoever started it knows."""

from __future__ import annotations

import asyncio
import secrets
import signal
import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path

import uvicorn

from onrecord.core.errors import WrongUse
from onrecord.faces.room.app import application
from onrecord.faces.room.room import Room
from onrecord.faces.room.sessions import OwnMachine, Sessions

LOOPBACK = "127.0.0.1"
_LEAVE = 2
"""Seconds that what is being sent gets when the server is stopped."""


def serve(
    folder: Path, *, port: int, by: str, opened: Callable[[str], None], token: str | None = None
) -> None:
    """Serve the case in `folder` until it is interrupted.

    Args:
        port: 0: any that is free.
        by: who judges; the record has it beside each judgement.
        opened: told of the address once the server listens.
        token: what opens the case; None: one that nobody can guess.

    Raises:
        NoCase, TooNew, Damaged: as for `Case.open`.
        WrongUse: the port is taken.
    """
    token = token or secrets.token_urlsafe(24)
    with Room(folder) as room, _bound(port) as listening:
        port = listening.getsockname()[1]
        hosts = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}
        app = application(room, Sessions(OwnMachine(token, by), f"onrecord-{port}"), hosts)
        config = uvicorn.Config(
            app,
            log_level="critical",  # the guard tells of a fault in one line, and of no address
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=_LEAVE,
        )
        server = _Server(config, partial(opened, f"http://{LOOPBACK}:{port}/enter?token={token}"))
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            server.run(sockets=[listening])
        finally:
            app.state.jobs.close()


class _Server(uvicorn.Server):
    """Tells that it is open once it is, and once it can be ended in order."""

    def __init__(self, config: uvicorn.Config, opened: Callable[[], None]) -> None:
        super().__init__(config)
        self._opened = opened

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        await asyncio.get_running_loop().run_in_executor(None, self._opened)


def _bound(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((LOOPBACK, port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise WrongUse(
            f"port {port} cannot be opened ({error.strerror or error})",
            help="name another with --port, or leave it out",
        ) from None
    return listening
