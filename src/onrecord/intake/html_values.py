"""What does a value in a page's head mean: a day, a person, a language, an address?

Each reader gives the empty string for what it cannot read; none completes what is missing.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from onrecord.intake.days import day_of

_LONGEST = 300
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_FIRST = re.compile(r"\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b", re.I)
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? (\d{4})\b", re.I)
_PACKED = re.compile(r"(\d{4})([/.]?)(\d{2})\2(\d{2})(?!\d)")
_LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(?:[-_]|$)", re.I)
_BY = re.compile(r"\W*(?:written |reported |words )?by:?\s+", re.I)
_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
# What is added to an address to see who came from where; the page is the same without it.
_TRACKING = re.compile(
    r"(?:utm_.*|fbclid|gclid|mc_.id|ns_.*|ref|ref_.*|cmpid|cmp|ito|smid|s_cid|cid|igshid|icid|ocid)$",
    re.I,
)


def clean(value: str) -> str:
    """Fold white space and leave out control characters."""
    return " ".join(_CONTROL.sub(" ", value[: 4 * _LONGEST]).split())[:_LONGEST].rstrip()


def day(value: str) -> str:
    """Read a date or a moment as an EDTF day in its own zone; English month names are known."""
    value = clean(value)[:100]
    found = day_of(value)
    if found:
        return found
    packed = _PACKED.match(value)
    if packed:
        return day_of(f"{packed[1]}-{packed[3]}-{packed[4]}") or ""
    for pattern, month, number in ((_MONTH_FIRST, 1, 2), (_DAY_FIRST, 2, 1)):
        for named in pattern.finditer(value):
            if named[month][:3].lower() in _MONTHS:
                which = _MONTHS.index(named[month][:3].lower()) + 1
                return day_of(f"{named[3]}-{which:02}-{int(named[number]):02}") or ""
    return ""


def person(value: str) -> str:
    """Read a byline as a name, its "By" left out; an address is no name."""
    name = _BY.sub("", clean(value), count=1)
    return "" if "://" in name or name.startswith("www.") else name


def outlet(value: str) -> str:
    """Read the name of a publisher; a handle or an address is none."""
    name = clean(value)
    return "" if "://" in name or name.startswith("@") else name


def language(value: str) -> str:
    """Read a language tag as ISO 639 in lower case, without its region."""
    tag = _LANGUAGE_TAG.match(value.strip())
    return tag[1].lower() if tag else ""


def address(value: str) -> str:
    """Normalise a web address: no fragment, no tracking parameters, host in lower case."""
    try:
        parts = urlsplit(clean(value))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in _PORTS or "." not in host:
        return ""
    scheme = parts.scheme.lower()
    if port and port != _PORTS[scheme]:
        host = f"{host}:{port}"
    query = parse_qsl(parts.query, keep_blank_values=True)[:100]
    kept = urlencode([(name, text) for name, text in query if not _TRACKING.match(name)])
    return urlunsplit((scheme, host, parts.path or "/", kept, ""))
