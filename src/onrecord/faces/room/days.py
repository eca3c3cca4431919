"""The days that a reader can set both clocks to: those on which the record changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.case import Case

MOST = 120
"""Days offered for a clock: more would be neither read nor hit by a hand."""
_DAY = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days in order, as `2024-06-30`: when what was reported appeared, when the case knew it."""

    valid: tuple[str, ...]
    known: tuple[str, ...]


def days_of(case: Case) -> Days:
    """Give the days on which sources appeared, came to be known, and judgements were made."""
    sources = case.sources()
    known = [row.known for row in sources] + [row.known for row in case.log()]
    appeared = (row.metadata.published for row in sources)
    return Days(
        valid=offered(told.value for told in appeared if told is not None), known=offered(known)
    )


def offered(told: Iterable[str]) -> tuple[str, ...]:
    """Put days in order, each once; of too many the last of each month, or of each year, is kept.

    What is told less exactly than by a day is left out.
    """
    days = sorted({day[:_DAY] for day in told if _is_day(day)})
    for exact in (_DAY, len("2024-06"), len("2024")):
        last = {day[:exact]: day for day in days}
        if len(last) <= MOST:
            return tuple(last.values())
    return tuple(days[-MOST:])


def _is_day(told: str) -> bool:
    year, month, day = told[:4], told[5:7], told[8:_DAY]
    dashes = told[4:5] == told[7:8] == "-"
    return dashes and all(part.isascii() and part.isdigit() for part in (year, month, day))
