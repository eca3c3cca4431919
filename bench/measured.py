"""What a program costs: processor seconds and peak memory of a process and all it started."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall and processor seconds, and the largest memory of any one process in MiB."""

    wall: float
    cpu: float
    memory: float


class ProgramFailed(Exception):
    """A measured program ended with a fault; the message is the end of what it printed."""


def run(arguments: list[str], log: Path, allow: int = 0) -> Cost:
    """Run `python` with these arguments and give what it cost, its children's cost included.

    Raises:
        ProgramFailed: it ended with a status other than 0 and `allow`.
    """
    begun = time.perf_counter()
    with log.open("wb") as file:
        process = subprocess.Popen([sys.executable, *arguments], stdout=file, stderr=file)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begun
    if process.returncode not in (0, allow):
        tail = log.read_text("utf-8", "replace").strip()[-600:]
        raise ProgramFailed(f"{' '.join(arguments[:4])}: {tail}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
