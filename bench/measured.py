"""What a program costs: processor seconds and peak memory of a process and all it started.

Linux counts in a process's peak memory what its parent held when it was started, so programs are
started by a small process that does nothing else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_STARTER = """
import json, os, sys, time
begun = time.perf_counter()
child = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[2:]], os.environ)
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - begun
code = os.waitstatus_to_exitcode(status)
cost = [code, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]
os.write(int(sys.argv[1]), json.dumps(cost).encode())
"""


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
    told, tells = os.pipe()
    # As it runs installed: its modules compiled once and kept, not anew in every process.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    # As a command has it: threads that wait for one another count as work.
    environment.setdefault("OPENBLAS_NUM_THREADS", "1")
    starter = [sys.executable, "-I", "-S", "-c", _STARTER, str(tells)]
    with os.fdopen(told, "rb") as answer, log.open("wb") as file:
        try:
            subprocess.run(
                [*starter, *arguments],
                stdout=file,
                stderr=file,
                pass_fds=[tells],
                env=environment,
                check=False,
            )
        finally:
            os.close(tells)
        said = answer.read()
    code, wall, cpu, memory = json.loads(said or b"[-1, 0, 0, 0]")
    if code not in (0, allow):
        tail = log.read_text("utf-8", "replace").strip()[-600:]
        raise ProgramFailed(f"{' '.join(arguments[:4])}: {tail}")
    return Cost(wall, cpu, memory)
