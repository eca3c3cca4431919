"""Asks the scorers that lie beside the data, each in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


class ScorerFailed(Exception):
    """A scorer refused the files; the message is its own."""


def figures_of(scorer: Path, *arguments: Path | str) -> dict[str, Any]:
    """Run a scorer and give the JSON object that it prints.

    Raises:
        ScorerFailed: it ended with a fault.
    """
    done = subprocess.run(
        [sys.executable, str(scorer), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ScorerFailed(f"{scorer.name}: {done.stderr.strip()[-400:]}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result
