"""One line of the speed table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeedRow:
    """What was done, the figure, its unit, and the aim (None: none is set)."""

    what: str
    figure: float
    unit: str
    aim: float | None = None
    """Reached when the figure is at least this."""
