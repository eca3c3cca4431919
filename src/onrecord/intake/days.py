"""The calendar day that a machine-written date names, as written: no zone is converted."""

from __future__ import annotations

import re
from email.utils import parsedate_tz

from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate

_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:")
_PDF = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
_LONGEST = 120
_MONTHS = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
]  # fmt: skip
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_WORDS = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{_MONTH}),? (?P<y1>\d{{4}})\b"
    rf"|\b(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b",
    re.I,
)
_UPDATED = re.compile(r"(?:last )?(?:updated|modified)", re.I)


def day_of(words: str) -> str | None:
    """Read EDTF, an ISO 8601 moment or an e-mail date as a day; None where it is none of these."""
    words = words.strip()[:_LONGEST]
    moment = _ISO.match(words)
    if moment:
        return _real(moment[1])
    return _real(words) or _of_mail(words)


def day_in_words(line: str) -> str | None:
    """Read the day that a dateline shows; None where it names none, or only that of an update.

    Days in digits alone ("3/4/2024") are left: which is the month is not known.
    """
    found = _WORDS.search(line[:_LONGEST])
    if found is None or _UPDATED.match(line.strip()):
        return None
    if found["iso"]:
        return _real(found["iso"])
    month = _MONTHS.index((found["m1"] or found["m2"])[:3].lower()) + 1
    return _real(f"{found['y1'] or found['y2']}-{month:02}-{int(found['d1'] or found['d2']):02}")


def day_of_pdf(words: str) -> str | None:
    """Read a PDF date (`D:20240409...`), narrowed only as far as it goes."""
    found = _PDF.match(words.strip())
    return _real("-".join(part for part in found.groups() if part)) if found else None


def _of_mail(words: str) -> str | None:
    parts = parsedate_tz(words)
    return _real(f"{parts[0]:04}-{parts[1]:02}-{parts[2]:02}") if parts else None


def _real(edtf: str) -> str | None:
    try:
        return str(When.of(edtf)) if edtf else None
    except UnreadableDate:
        return None
