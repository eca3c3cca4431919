"""How long before: "more than two years after they were arrested, the case was dropped on 15 May".

The day of the one bounds the other. No bound is read narrower than its words.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from onrecord.core.dates import When
from onrecord.reader.dating.tables import tables
from onrecord.reader.events.sentence import Sentence

_MORE = (("more", "than"), ("at", "least"), ("no", "less", "than"), ("over",))
_LESS = frozenset("nearly almost under within barely than just about around some".split())
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


def earlier(here: Sentence, opener: int, later: When) -> When | None:
    """Give when that was of which `later` is told to be so long after; None: no words tell.

    Args:
        opener: the number of the "after" that follows the length.
    """
    unit = tables().units.get(here.low(opener - 1))
    count = _count(here.low(opener - 2))
    if unit is None or count is None:
        return None
    more = next((words for words in _MORE if _stands(here, opener - 2, words)), None)
    if more is None and here.low(opener - 3) in _LESS:
        return None
    day = _moved(later.edtf, unit, count)
    if day is None:
        return None
    edtf, rule = f"../{day}", f"at least {count} {unit}s before {later.edtf}"
    if more is None:
        edtf, rule = f"{_rough(day, unit)}~", f"{count} {unit}s before {later.edtf}"
    words = " ".join(word.text for word in here.words[opener - 2 - len(more or ()) : opener + 1])
    return When(edtf=edtf, words=words, anchor=later.edtf, rule=rule)


def _count(low: str) -> int | None:
    if low in ("a", "an"):
        return 1
    if low.isdecimal() and len(low) <= 3:
        return int(low)
    found = tables().numbers.get(low)
    return int(found) if found is not None and found == int(found) else None


def _stands(here: Sentence, end: int, words: tuple[str, ...]) -> bool:
    return tuple(here.low(end - len(words) + n) for n in range(len(words))) == words


def _moved(edtf: str, unit: str, count: int) -> str | None:
    """Count a day, month or year back; None where it is given less closely than it is counted."""
    parts = edtf.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3 or len(parts[0]) != 4:
        return None
    year = int(parts[0])
    if unit in _MONTHS:
        months = year * 12 + (int(parts[1]) - 1 if len(parts) > 1 else 0) - count * _MONTHS[unit]
        if months < 12 or (len(parts) == 1 and unit == "month"):
            return None
        year, month = divmod(months, 12)
        if len(parts) == 1:
            return f"{year:04}"
        if len(parts) == 2:
            return f"{year:04}-{month + 1:02}"
        day = min(int(parts[2]), calendar.monthrange(year, month + 1)[1])
        return f"{year:04}-{month + 1:02}-{day:02}"
    if unit in _DAYS and len(parts) == 3:
        try:
            return (date.fromisoformat(edtf) - timedelta(days=count * _DAYS[unit])).isoformat()
        except (OverflowError, ValueError):
            return None
    return None


def _rough(day: str, unit: str) -> str:
    """Give a day only as closely as the length is told: "two years" leave the month."""
    return day[:7] if unit in _MONTHS else day
