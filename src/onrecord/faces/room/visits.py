"""What is new since the last visit: a browser remembers how far the log was when it was last here.

A visit goes on for as long as somebody opens the overview now and then; what came since the one
before stays told until it ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

COOKIE = "onrecord-seen-{}"
"""Its name, with the port: two cases at two ports have two."""
_LASTS = 30 * 60
"""Seconds without a look at the overview after which a visit is over."""
_WRITTEN = re.compile(r"(\d{1,12})\.(\d{1,12})\.(\d{1,12})")


@dataclass(frozen=True, slots=True)
class Visit:
    """How far the log was when the visit before ended, when this one last looked, and when."""

    before: int
    last: int
    at: int

    @classmethod
    def read(cls, cookie: str | None) -> Visit | None:
        """Read what a browser remembers; None: it was never here."""
        found = _WRITTEN.fullmatch(cookie or "")
        return cls(*map(int, found.groups())) if found else None

    def __str__(self) -> str:
        return f"{self.before}.{self.last}.{self.at}"


def looked(visit: Visit | None, last: int, now: datetime) -> Visit:
    """Give the visit after a look at a log that ends with operation `last`."""
    at = int(now.timestamp())
    if visit is None:
        return Visit(last, last, at)
    before = visit.before if at - visit.at <= _LASTS else visit.last
    return Visit(min(before, last), last, at)
