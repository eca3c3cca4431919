"""A process beside the server's own, which an interruption at the keyboard does not reach."""

from __future__ import annotations

import signal
from multiprocessing import resource_tracker
from multiprocessing.process import BaseProcess


def start_deaf(process: BaseProcess) -> None:
    """Start a process that no interruption reaches until it asks for them itself.

    Whoever interrupts the server ends it, and that ends what it started: no traceback of theirs.
    The thread that starts it hears interruptions afterwards as it did before.
    """
    # The tracker's own start would let interruptions through again, so it comes first.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
