"""Asks the scorers that lie beside the data: in a process of their own, or document by document.

A scorer that is asked of one document at a time gives shares, rounded to four places; what they are
shares of is known, so they are counts again. The sums of the counts must give the figures that the
scorer gives for all documents together, or the benchmark stops.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from bench.rows import Row

CLOSE = 0.002
"""Shares rounded to four places, of some thousand documents, come nowhere near this."""


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


@lru_cache(maxsize=8)
def module_of(scorer: Path) -> ModuleType:
    """Import a scorer by its path; it goes into no table of modules.

    Raises:
        OSError: there is none.
    """
    spec = importlib.util.spec_from_file_location(f"scorer_{scorer.parent.name}", scorer)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Scorer:
    """One task of the scorer that serves several, `bench/score.py` of the data folder."""

    def __init__(self, data: Path, task: str, **options: Any) -> None:
        self.module = module_of(data / "bench" / "score.py")
        known = {"drop_singletons": False, "group": None, "kind": None, "fnc": False}
        self.options = SimpleNamespace(**{**known, **options})
        self._ask: Callable[..., dict[str, Any]] = self.module.TASKS[task]

    def whole(self, gold: Mapping[str, Row], found: Mapping[str, Row]) -> dict[str, Any]:
        """Score all documents together.

        Raises:
            ScorerFailed: it refused them.
        """
        try:
            return self._ask(dict(gold), dict(found), self.options)
        except self.module.BadInput as problem:
            raise ScorerFailed(str(problem)) from problem

    def each(
        self, gold: Mapping[str, Row], found: Mapping[str, Row]
    ) -> list[tuple[str, dict[str, Any]]]:
        """Score every document by itself, in the order of the gold file."""
        if missing := gold.keys() ^ found.keys():
            raise ScorerFailed(f"ids differ between the files, first: {min(missing)}")
        return [(key, self.whole({key: row}, {key: found[key]})) for key, row in gold.items()]


def must_agree(ours: Mapping[str, float], theirs: Mapping[str, float]) -> None:
    """Stop where a figure made of our counts is not the one that the scorer gives.

    Raises:
        ScorerFailed: the first that differs.
    """
    for name, value in theirs.items():
        if abs(ours.get(name, 0.0) - value) > CLOSE:
            raise ScorerFailed(f"{name}: counted {ours.get(name, 0.0):.4f}, scorer {value:.4f}")
