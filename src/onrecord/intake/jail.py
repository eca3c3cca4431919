"""What a reading process may do: no network, no writing, bounded memory.

Each measure is taken where the kernel allows it and named in the answer; where one is missing the
others still stand, and `onrecord.intake.confinement` says which.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct
import sys

from onrecord.intake.limits import Limits

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_LANDLOCK_CREATE, _LANDLOCK_RESTRICT = 444, 446
# Landlock ABI 1: execute, write, remove, make - everything but reading files and folders.
_WRITING = 0x1FFF & ~((1 << 2) | (1 << 3))


def confine(limits: Limits) -> tuple[str, ...]:
    """Give up what reading does not need, for good. Returns the measures that hold.

    Call it before any thread starts: a user namespace wants a process of one thread.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when work stops
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    held = [
        name
        for name, kind, most in (
            ("memory", resource.RLIMIT_AS, limits.memory_bytes),
            ("no file grows", resource.RLIMIT_FSIZE, 0),
            ("no core dump", resource.RLIMIT_CORE, 0),
        )
        if _limited(kind, most)
    ]
    held.append("processor time")
    if sys.platform == "linux":
        held += _by_kernel()
    return tuple(held)


def allow_cpu(seconds: int) -> None:
    """Allow so many seconds of processor time from now on; beyond them the kernel ends us."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime) + 1 + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


def memory_held() -> int:
    """Give the bytes of memory that this process holds now."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 - read per file
            return int(statm.read().split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _limited(kind: int, most: int) -> bool:
    try:
        resource.setrlimit(kind, (most, most))
    except (OSError, ValueError):  # not every system knows every limit
        return False
    return True


def _by_kernel() -> list[str]:
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    held = []
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        held.append("no new privileges")
    if libc.unshare(_NEW_USER | _NEW_NET) == 0 or libc.unshare(_NEW_NET) == 0:
        held.append("no network")
    if _read_only(libc):
        held.append("files read-only")
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    return held


def _read_only(libc: ctypes.CDLL) -> bool:
    """Forbid making, writing, removing and running files, by Landlock (Linux 5.13 and later)."""
    rules = struct.pack("<Q", _WRITING)
    ruleset = libc.syscall(_LANDLOCK_CREATE, rules, len(rules), 0)
    if ruleset < 0:
        return False
    held = libc.syscall(_LANDLOCK_RESTRICT, ruleset, 0) == 0
    os.close(ruleset)
    return bool(held)
