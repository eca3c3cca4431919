"""Long work beside the server: documents are taken in by a process of their own.

It goes on when the browser is closed; it can be cancelled, and what was kept until then stays kept.
Files that came through the browser lie in a folder of the job's own until they are in the case.
"""

from __future__ import annotations

import multiprocessing
import secrets
import shutil
import signal
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal

from onrecord.core.errors import NoSuchRow, OnrecordError

State = Literal["running", "done", "cancelled", "failed"]
_SPAWN = multiprocessing.get_context("spawn")
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
    """The jobs of one case, newest first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._jobs: dict[str, Job] = {}
        self._processes: dict[str, multiprocessing.process.BaseProcess] = {}

    def __iter__(self) -> Any:
        return iter(reversed(self._jobs.values()))

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
        self._jobs[job.id] = job
        hears, tells = _SPAWN.Pipe(duplex=False)
        names = [str(path) for path in paths]
        process = _SPAWN.Process(
            target=_take_in, args=(tells, str(self._folder), names, told, by), daemon=True
        )
        self._processes[job.id] = process
        process.start()
        tells.close()
        threading.Thread(target=_follow, args=(job, hears, process, emptied), daemon=True).start()
        return job

    def cancel(self, id: str) -> Job:
        """Stop a job as a keyboard would; what was kept until now stays kept."""
        job = self.of(id)
        process = self._processes[id]
        if job.state == "running" and process.pid is not None:
            job.state = "cancelled"
            with suppress(ProcessLookupError):
                process_signal(process.pid)
        return job


def process_signal(pid: int) -> None:
    """Interrupt a process."""
    import os

    os.kill(pid, signal.SIGINT)


def _follow(
    job: Job, hears: Connection, process: multiprocessing.process.BaseProcess, emptied: Path | None
) -> None:
    """Note what the process tells, until it ends."""
    with suppress(EOFError, OSError):
        while True:
            for name, value in hears.recv().items():
                setattr(job, name, value)
    process.join()
    if job.state == "running":
        job.state = "failed"
        job.error = job.error or "the process that read ended early; add the files again"
    if emptied is not None:
        shutil.rmtree(emptied, ignore_errors=True)


def _take_in(
    tells: Connection, folder: str, names: list[str], told: dict[str, str], by: str
) -> None:
    """Add files to a case, in a process of its own."""
    import time

    from onrecord import intake, reader
    from onrecord.case import Case

    last = 0.0

    def progress(what: str, done: int, of: int | None) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _OFTEN or done == of:
            last = now
            tells.send({"what": what, "done": done, "of": of})

    try:
        with Case.open(Path(folder)) as case:
            added = case.add(
                [Path(name) for name in names],
                reader=reader.load(),
                told=intake.Told(**told),
                by=by,
                because="added in the reading room",
                progress=progress,
            )
        tells.send(
            {
                "state": "done",
                "read": added.read,
                "refused": added.refused,
                "unread": added.unread,
                "already": added.already,
                "operation": added.operation,
            }
        )
    except KeyboardInterrupt:
        tells.send({"state": "cancelled"})
    except OnrecordError as error:
        tells.send({"state": "failed", "error": str(error)})
    except Exception as error:
        tells.send({"state": "failed", "error": f"{type(error).__name__}: {error}"})
