"""Dates in words a person reads at a glance, the EDTF text kept beside them by whoever shows them.

Says no more than the date does: what is open, not known, about or perhaps is said to be so.
"""

from __future__ import annotations

import re
from datetime import datetime

from onrecord.core.dates import MONTHS, When

_PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(T[0-9:]+\S*)?([?~%])?")
_YEARLESS = re.compile(r"XXXX-(\d{2})(?:-(\d{2}))?")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
SEASONS = ("spring", "summer", "autumn", "winter")
_DOUBT = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def spoken(when: When | None) -> str:
    """Give a date in plain words; the EDTF text where there are none for it."""
    if when is None:
        return "date not known"
    if when.edtf.count("/") == 1:
        start, end = (
            _end(part, side) for part, side in zip(when.edtf.split("/"), "<>", strict=True)
        )
        return f"{start} {end}"
    return _plain(when.edtf)


def minute(told: str) -> str:
    """Give a moment of the clock in plain words, to the minute; as it is where it is no such."""
    try:
        at = datetime.fromisoformat(told)
    except ValueError:
        return told
    zone = "" if at.tzinfo is None else at.strftime(" %Z")
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}, {at:%H:%M}{zone}"


def _end(part: str, side: str) -> str:
    if part == "..":
        return "from an open start" if side == "<" else "with no end set"
    if not part:
        return "from a start not known" if side == "<" else "to an end not known"
    return f"{'from' if side == '<' else 'to'} {_plain(part)}"


def _plain(edtf: str) -> str:
    season = _SEASON.fullmatch(edtf)
    if season is not None:
        return f"{SEASONS[int(season[2]) - 21]} {season[1]}"
    yearless = _YEARLESS.fullmatch(edtf)
    if yearless is not None and 1 <= int(yearless[1]) <= 12:
        day = f"{int(yearless[2])} " if yearless[2] else ""
        return f"{day}{MONTHS[int(yearless[1]) - 1]}, year not known"
    found = _PLAIN.fullmatch(edtf)
    if found is None or not 1 <= int(found[2] or 1) <= 12:
        return edtf
    year, month, day, _time, doubt = found.groups()
    words = year.lstrip("0") or "0"
    if month:
        words = f"{MONTHS[int(month) - 1]} {words}"
    if day:
        words = f"{int(day)} {words}"
    return f"{_DOUBT.get(doubt or '', '')}{words}"
