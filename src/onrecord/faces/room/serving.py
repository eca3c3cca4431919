"""Opens the room: on this machine under an address that only who started it knows, or to a team.

It speaks plain HTTP. For people on other machines a proxy before it speaks TLS.
"""

from __future__ import annotations

import asyncio
import ipaddress
import os
import secrets
import signal
import socket
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import FrameType

import uvicorn

from onrecord.case import Team
from onrecord.core.errors import WrongUse
from onrecord.faces.room.accounts import Accounts
from onrecord.faces.room.app import application
from onrecord.faces.room.jobs import Jobs
from onrecord.faces.room.room import Room
from onrecord.faces.room.sessions import Doors, OwnMachine, Sessions

LOOPBACK = "127.0.0.1"
_WEB = 80
"""The port that a browser does not name."""
_INTERRUPTED = 130
_AT_LAST = 8.0
"""Seconds after which the server ends whatever is still worked out."""
_LEAVE = 2
"""Seconds that what is being sent gets when the server is stopped."""


def serve(
    folder: Path,
    *,
    port: int,
    by: str,
    opened: Callable[[str], None],
    token: str | None = None,
    team: bool = False,
    host: str | None = None,
    names: Sequence[str] = (),
) -> None:
    """Serve the case in `folder` until it is interrupted.

    Args:
        port: 0: any that is free.
        by: who judges, where there is no team; the record has it beside each judgement.
        opened: told of the address once the server listens.
        token: what opens the case where there is no team; None: one that nobody can guess.
        team: people sign in.
        host: the address to listen at; None: this machine alone.
        names: under which a team's room may be asked besides.

    Raises:
        NoCase, TooNew, Damaged: as for `Case.open`.
        WrongUse: the port is taken, nobody could sign in, or others could come in without.
    """
    if not team and (host is not None or names):
        raise WrongUse(
            "without --team the room is open to this machine alone",
            help="add --team, and see 'onrecord team'",
        )
    host = host or LOOPBACK
    if not names and not ip_address_is_ours(host):
        raise WrongUse(
            "it is not said under which name others ask for this room",
            help="name it: --allow desk.example",
        )
    token = token or secrets.token_urlsafe(24)
    doors: Doors = OwnMachine(token, by)
    if team:
        accounts = Team(folder)
        if not accounts.accounts:
            raise WrongUse("nobody has an account", help="onrecord team add NAME --role owner")
        doors = Accounts(accounts)
    with Room(folder, ahead=True) as room, _bound(host, port) as listening:
        port = listening.getsockname()[1]
        app = application(room, Sessions(doors, f"onrecord-{port}"), hosts_of(port, names))
        config = uvicorn.Config(
            app,
            log_level="critical",  # the guard tells of a fault in one line, and of no address
            access_log=False,
            server_header=False,
            proxy_headers=team,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=_LEAVE,
        )
        name = names[0] if names else f"{LOOPBACK}:{port}"
        enter = f"http://{name}/enter" if team else f"http://{name}/enter?token={token}"
        jobs: Jobs = app.state.jobs
        server = _Server(config, partial(opened, enter), jobs.close)
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            server.run(sockets=[listening])
        finally:
            jobs.close()
            app.state.desk.close()


def hosts_of(port: int, names: Sequence[str]) -> frozenset[str]:
    """Give the names, as a browser sends them, under which a room may be asked.

    One that names no port is asked at this one, or through a proxy at the web's own.
    """
    own = {f"{name}:{port}" for name in (LOOPBACK, "localhost")}
    if port == _WEB:
        own |= {LOOPBACK, "localhost"}
    for name in names:
        own.add(name)
        if ":" not in name:
            own.add(f"{name}:{port}")
    return frozenset(own)


def ip_address_is_ours(host: str) -> bool:
    """Say whether an address is this machine's own, which nobody else can reach."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class _Server(uvicorn.Server):
    """Tells that it is open once it is, and once it can be ended in order."""

    def __init__(
        self, config: uvicorn.Config, opened: Callable[[], None], closed: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._opened, self._closed = opened, closed

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End in order, or without it where a page is still worked out that nobody waits for."""
        super().handle_exit(sig, frame)
        at_last = threading.Timer(_AT_LAST, self._end)
        at_last.daemon = True
        at_last.start()

    def _end(self) -> None:
        self._closed()
        os.write(2, b"\nonrecord: interrupted\n")
        os._exit(_INTERRUPTED)  # what is on record was synced before it was acknowledged

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        await asyncio.get_running_loop().run_in_executor(None, self._opened)


def _bound(host: str, port: int) -> socket.socket:
    # Named as TCP, or the event loop does not switch off Nagle's delay: 40 ms on every page.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except (OSError, OverflowError) as error:
        listening.close()
        why = getattr(error, "strerror", None) or error
        raise WrongUse(
            f"port {port} cannot be opened at {host} ({why})",
            help="name another with --port, or leave it out",
        ) from None
    return listening
