"""What verification checked, and what it found wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.core.rows import Fault, Head


@dataclass(slots=True)
class Report:
    """What was checked (how many of each), and what was found wrong."""

    checked: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)
    head: Head | None = None

    def fault(self, where: str, what: str) -> None:
        self.faults.append(Fault(where=where, what=what))
