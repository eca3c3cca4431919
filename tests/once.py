"""Folders that are dear to make, made once for all tests and all workers of a run."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Callable
from pathlib import Path

Make = Callable[[Path], object]
"""Fills an empty folder; the folder goes by the module and the name of the function."""

Once = Callable[[Make], Path]
"""Gives the folder that a function fills, filled. Who would write in it takes a copy."""


def within(shared: Path) -> Once:
    """Make folders below one that all workers share: who comes while another is at it waits."""

    def once(make: Make) -> Path:
        folder = shared / "once" / f"{make.__module__}.{make.__qualname__}"
        folder.parent.mkdir(exist_ok=True)
        ready = folder.with_name(f"{folder.name}.ready")
        with folder.with_name(f"{folder.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not ready.exists():
                shutil.rmtree(folder, ignore_errors=True)  # what a failure left
                folder.mkdir()
                make(folder)
                ready.touch()
        return folder

    return once
