"""A brief: what is contested, what changed since a day, and what is open, on one page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Section(StrEnum):
    """The three parts of a brief."""

    CONTESTED = "contested"
    CHANGED = "changed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRow:
    """One line of a brief: under which part and heading, what it is, and in whose words.

    `id` is that of the row it is of; '' for what is only counted.
    """

    section: Section
    heading: str
    what: str
    words: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All lines of a brief, and the day (ISO) from which changes are told; '': none."""

    since: str
    rows: tuple[BriefRow, ...]

    def under(self, section: Section) -> dict[str, list[BriefRow]]:
        """Give the lines of one part by their headings."""
        found: dict[str, list[BriefRow]] = {}
        for row in self.rows:
            if row.section is section:
                found.setdefault(row.heading, []).append(row)
        return found
