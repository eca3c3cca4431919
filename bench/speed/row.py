"""One line of the speed table, and what the measures are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeedRow:
    """What was done, the figure, its unit, and the aim (None: none is set)."""

    what: str
    figure: float
    unit: str
    aim: float | None = None
    """Reached when the figure is at least this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which reader is measured, and the real texts that it reads; none: texts made up here."""

    reader: str
    texts: Sequence[str] = ()
