"""Where documents contradict each other, and which side is settled, in the scorer's terms."""

from __future__ import annotations

from typing import Any

from bench.case_alder.built import Built
from onrecord.core.differences import DifferenceRow, Matter, ToldRow


def contradictions(built: Built) -> list[dict[str, Any]]:
    """Give the differences of fact; a bound that is only dropped contradicts nothing."""
    rows = built.case.differing()
    return [_one(built, row) for row in rows if row.matter is not Matter.BOUND]


def _one(built: Built, row: DifferenceRow) -> dict[str, Any]:
    right = "none" if row.settled is None else ("a", "b")[row.settled.side - 1]
    return {"a": _side(built, row.one), "b": _side(built, row.other), "right": right}


def _side(built: Built, told: ToldRow) -> dict[str, str]:
    return {"doc": built.documents[told.source], "quote": " ".join(told.words.split())}
