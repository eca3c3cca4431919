"""Speed benches, by name: each function is given an empty folder and a plan (which
reader, which texts) and gives rows of figures.

A new one is a module here and a line below; `python -m bench run` puts them all on its page.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bench.speed import actors, ledger, posts, reader
from bench.speed.row import Plan, SpeedRow

SPEED: dict[str, Callable[[Path, Plan], list[SpeedRow]]] = {
    "actors": actors.speeds,
    "ledger": ledger.speeds,
    "posts": posts.speeds,
    "reader": reader.speeds,
}

__all__ = ["SPEED", "Plan", "SpeedRow"]
