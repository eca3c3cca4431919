"""Reading files in processes of their own, so that a hostile one costs nothing but itself.

Each process is confined (`jail`), reads one file after another, and is exchanged after some
thousands or when it holds much memory. One that runs too long or dies is buried with its file's
verdict, and the next file gets a fresh one. No threads and no fork: processes are started anew.
They end with the thread that started them, so that none outlives a program that is killed.
"""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar

from onrecord.core.errors import OnrecordError
from onrecord.core.vocabulary import Refusal
from onrecord.intake import wire
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import LIMITS, Limits

Ticket = TypeVar("Ticket")
Outcome = Extracted | Refusal

_START_SECONDS = 60
_CHUNK = 1 << 20
# The numeric libraries below the language model would each start a thread per core.
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class Sandbox(Generic[Ticket]):
    """Some reading processes, started when first needed. Use it as a context.

    Args:
        jobs: how many files are read at once.
    """

    def __init__(self, jobs: int = 1, limits: Limits = LIMITS) -> None:
        self._jobs, self._limits = max(1, jobs), limits
        self._idle: list[_Process] = []
        self._busy: dict[_Process, Ticket] = {}

    def __enter__(self) -> Sandbox[Ticket]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def has_room(self) -> bool:
        return len(self._busy) < self._jobs

    def start(self, ticket: Ticket, order: wire.Order) -> None:
        """Have one file read; `finished` gives `ticket` back with what came of it."""
        process = self._ready()
        self._busy[process] = ticket
        process.take(order)

    def finished(self) -> Iterator[tuple[Ticket, Outcome]]:
        """Wait until at least one file is done, and give what is."""
        with selectors.DefaultSelector() as watch:
            for process in self._busy:
                watch.register(process.answers, selectors.EVENT_READ, process)
            soonest = min(process.deadline for process in self._busy)
            ready = watch.select(max(0.0, soonest - time.monotonic()))
        for key, _ in ready:
            key.data.receive()
        for process in list(self._busy):
            process.check_time()
            if process.outcome is not None:
                yield self._busy.pop(process), process.outcome
                self._retire(process)

    def confinement(self) -> tuple[str, ...]:
        """Say which measures hold in the reading processes on this machine."""
        if not self._idle:
            self._idle.append(_Process(self._limits))
        return self._idle[0].confined_by

    def close(self) -> None:
        """End every process, at work or not."""
        for process in [*self._idle, *self._busy]:
            process.end()
        self._idle.clear()
        self._busy.clear()

    def _ready(self) -> _Process:
        while self._idle:
            process = self._idle.pop()
            if not process.is_spent:
                return process
            process.end()  # it died while it had nothing to do: no file is to blame
        return _Process(self._limits)

    def _retire(self, process: _Process) -> None:
        if process.is_spent:
            process.end()
        else:
            self._idle.append(process)


@dataclass(eq=False)
class _Process:
    """One reading process and the file it is at."""

    limits: Limits
    outcome: Outcome | None = None
    deadline: float = 0.0
    confined_by: tuple[str, ...] = ()
    _read: int = 0
    _memory: int = 0
    _buffer: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-B", "-m", "onrecord.intake.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env=_environment(),
            start_new_session=True,
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self._orders, self.answers = self._child.stdin.fileno(), self._child.stdout.fileno()
        self._greet()

    @property
    def is_spent(self) -> bool:
        return (
            self._child.poll() is not None
            or self._read >= self.limits.worker_files
            or self._memory > self.limits.worker_bytes
        )

    def take(self, order: wire.Order) -> None:
        self.outcome = None
        self.deadline = time.monotonic() + self.limits.wall_seconds
        try:
            self._write(wire.pack(order))
        except BrokenPipeError:
            self._bury()

    def receive(self) -> None:
        """Take in what the process has written; a whole answer, or its death, is the outcome."""
        piece = os.read(self.answers, _CHUNK)
        if not piece:
            self._bury()
            return
        self._buffer += piece
        if self._frame_length() > self._longest_answer():
            self.end()
            self.outcome = Refusal(code="limit", reason="its text is too long to be taken in")
        elif self._is_whole():
            self._settle()

    def check_time(self) -> None:
        if self.outcome is None and time.monotonic() >= self.deadline:
            self.end()
            self.outcome = Refusal(
                code="timeout", reason=f"reading it takes more than {self.limits.wall_seconds} s"
            )

    def end(self) -> None:
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout, self._child.stderr):
            if pipe is not None:
                pipe.close()

    def _greet(self) -> None:
        """Tell the limits and wait for the first words.

        Raises:
            OnrecordError: the process did not come up, which no file is to blame for.
        """
        self.deadline = time.monotonic() + _START_SECONDS
        try:
            self._write(wire.pack(self.limits))
            while not self._is_whole():
                piece = os.read(self.answers, _CHUNK)
                if not piece:
                    raise BrokenPipeError
                self._buffer += piece
        except BrokenPipeError:
            raise self._stillborn() from None
        except BaseException:
            self.end()
            raise
        self.confined_by = wire.unpack(self._body(), wire.Hello).confined_by

    def _stillborn(self) -> OnrecordError:
        assert self._child.stderr is not None
        said = self._child.stderr.read(4000).decode("utf-8", "replace").strip().splitlines()
        self.end()
        return OnrecordError(
            f"the reading process does not start: {said[-1] if said else 'it says nothing'}",
            help="install onrecord again, with its dependencies",
        )

    def _settle(self) -> None:
        try:
            answer = wire.unpack(self._body(), wire.Answer)
        except ValueError as error:
            self.end()
            self.outcome = Refusal(code="damaged", reason=f"its reading is malformed: {error}")
            return
        self._read += 1
        self._memory = answer.memory
        found = answer.extracted
        fault = wire.fault(found) if found is not None else ""
        if found is None or fault:
            self.outcome = answer.refusal or Refusal(code="damaged", reason=fault)
        else:
            self.outcome = found

    def _bury(self) -> None:
        """Say what the process died of."""
        self._child.wait()
        code = self._child.returncode
        self.end()
        if code == -signal.SIGXCPU:
            reason = f"reading it takes more than {self.limits.cpu_seconds} s of processor time"
            self.outcome = Refusal(code="timeout", reason=reason)
        elif code == -signal.SIGKILL:
            self.outcome = Refusal(code="memory", reason="the system ended its reading")
        else:
            end = signal.Signals(-code).name if code < 0 else f"exit code {code}"
            self.outcome = Refusal(code="crashed", reason=f"its parser crashed ({end})")

    def _write(self, frame: bytes) -> None:
        rest = memoryview(frame)
        while rest:
            rest = rest[os.write(self._orders, rest) :]

    def _frame_length(self) -> int:
        size = wire.FRAME.size
        if len(self._buffer) < size:
            return 0
        return int(wire.FRAME.unpack(self._buffer[:size])[0])

    def _is_whole(self) -> bool:
        size = wire.FRAME.size
        return len(self._buffer) >= size and len(self._buffer) >= size + self._frame_length()

    def _body(self) -> bytes:
        body = bytes(memoryview(self._buffer)[wire.FRAME.size :])
        self._buffer = bytearray()
        return body

    def _longest_answer(self) -> int:
        """Bytes of text at four each, of attachments, and of rows that tell where they stand."""
        rows = self.limits.blocks + self.limits.stretches
        return 4 * self.limits.text_characters + self.limits.file_bytes + 100 * rows


def _environment() -> dict[str, str]:
    """Pass on the environment, with this very package first among those that can be imported."""
    home = str(Path(__file__).parents[2])
    others = os.environ.get("PYTHONPATH", "")
    return {**os.environ, **_ONE_THREAD, "PYTHONPATH": home + os.pathsep * bool(others) + others}
