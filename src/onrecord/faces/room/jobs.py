"""Long work beside the server: documents are taken in by a process of their own.

It goes on when the browser is closed; it can be cancelled, and what was kept until then stays kept.
Files that came through the browser lie in a folder of the job's own until they are in the case.
"""

from __future__ import annotations

import multiprocessing
import os
import secrets
import shutil
import signal
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Literal

from onrecord.core.errors import NoSuchRow, OnrecordError
from onrecord.faces.room.beside import start_deaf

State = Literal["running", "done", "cancelled", "failed"]
_SPAWN = multiprocessing.get_context("spawn")
_PATIENCE = 10.0
"""Seconds that the end of the server waits for a job to keep what it has."""
_OFTEN = 0.1
"""Seconds between two tellings of progress, at least."""


@dataclass(slots=True)
class Job:
    """One piece of long work, as far as it has come."""

    id: str
    by: str
    names: tuple[str, ...]
    state: State = "running"
    what: str = "beginning"
    done: int = 0
    of: int | None = None
    read: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    operation: int | None = None
    error: str = ""

    def told(self) -> dict[str, Any]:
        """Give all of it as plain values."""
        return asdict(self)


class Jobs:
    """The jobs of one case, newest first. They are done one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._jobs: dict[str, Job] = {}
        self._processes: dict[str, BaseProcess] = {}
        self._turn, self._closed = threading.Lock(), False
        self._followers: list[threading.Thread] = []

    def __iter__(self) -> Iterator[Job]:
        return reversed(list(self._jobs.values()))

    def of(self, id: str) -> Job:
        """Give one job.

        Raises:
            NoSuchRow: there is none, or the server was started anew since.
        """
        try:
            return self._jobs[id]
        except KeyError:
            raise NoSuchRow("there is no such job", help="see the list of what was added") from None

    def take_in(
        self, paths: Sequence[Path], told: dict[str, str], by: str, emptied: Path | None
    ) -> Job:
        """Take files into the case.

        Args:
            told: what is told of all of them, as `intake.Told` has it.
            emptied: a folder that is removed in the end.
        """
        job = Job(secrets.token_hex(6), by, tuple(path.name for path in paths))
        if self._turn.locked():
            job.what = "waiting until what was given before is read"
        self._jobs[job.id] = job
        names = [str(path) for path in paths]
        follower = threading.Thread(
            target=self._carry_out, args=(job, names, told, emptied), daemon=True
        )
        self._followers = [one for one in self._followers if one.is_alive()]
        self._followers.append(follower)
        follower.start()
        return job

    def cancel(self, id: str) -> Job:
        """Stop a job as a keyboard would; what was kept until now stays kept."""
        job = self.of(id)
        if job.state == "running":
            job.state = "cancelled"
            process = self._processes.get(id)
            if process is not None and process.pid is not None:
                with suppress(ProcessLookupError):
                    os.kill(process.pid, signal.SIGINT)
        return job

    def close(self) -> None:
        """Stop what is running and wait for it: what was kept until now stays kept."""
        self._closed = True
        for job in self:
            self.cancel(job.id)
        for follower in self._followers:
            follower.join(_PATIENCE)
        for process in self._processes.values():
            if process.is_alive():
                process.kill()

    def _carry_out(
        self, job: Job, names: list[str], told: dict[str, str], emptied: Path | None
    ) -> None:
        with self._turn:
            if job.state == "running" and not self._closed:
                hears, tells = _SPAWN.Pipe(duplex=False)
                process = _SPAWN.Process(
                    target=_take_in,
                    args=(tells, str(self._folder), names, told, job.by),
                    daemon=True,
                )
                self._processes[job.id] = process
                start_deaf(process)
                tells.close()
                _follow(job, hears, process)
        if emptied is not None:
            shutil.rmtree(emptied, ignore_errors=True)


def _follow(job: Job, hears: Connection, process: BaseProcess) -> None:
    """Note what the process tells, until it ends."""
    with suppress(EOFError, OSError):
        while True:
            for name, value in hears.recv().items():
                if name != "what" or job.state == "running":
                    setattr(job, name, value)
    process.join()
    if job.state == "running":
        job.state = "failed"
        job.error = job.error or "the process that read ended early; add the files again"


def _take_in(
    tells: Connection, folder: str, names: list[str], told: dict[str, str], by: str
) -> None:
    """Add files to a case, in a process of its own."""
    import time

    last = 0.0

    def tell(**news: object) -> None:
        with suppress(OSError):  # nobody listens any more: it is read all the same
            tells.send(news)

    def progress(what: str, done: int, of: int | None) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _OFTEN or done == of:
            last = now
            tell(what=what, done=done, of=of)

    try:
        # From here on it answers an interruption in a clear line.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        from onrecord import intake, reader
        from onrecord.case import Case

        with Case.open(Path(folder)) as case:
            added = case.add(
                [Path(name) for name in names],
                reader=reader.load(),
                told=intake.Told(**told),
                by=by,
                because="added in the reading room",
                progress=progress,
            )
        tell(
            state="done",
            read=added.read,
            refused=added.refused,
            unread=added.unread,
            already=added.already,
            operation=added.operation,
        )
    except KeyboardInterrupt:
        tell(state="cancelled")
    except OnrecordError as error:
        tell(state="failed", error=str(error))
    except Exception as error:
        tell(state="failed", error=f"{type(error).__name__}: {error}")
