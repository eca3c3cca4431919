"""Whose country an outlet is of, as far as its address or the user says; '' where neither does.

It decides what 3/4/2024 means. The language that a page marks does not: templates say `en-US` the
world over.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from onrecord.core.vocabulary import Metadata

_OWN = {"uk": "GB", "gov": "US", "mil": "US"}
_ANYBODYS = frozenset(
    (
        "ac ag ai am as bz cc cd co cx dj eu fm gg gl gs im io is la li ly me ms mu nu pw re sc sh"
        " sr st su tk tm to tv ws"
    ).split()
)
"""Top-level domains of countries that anybody takes, for what the letters look like."""
_REGION = re.compile(r"[A-Za-z]{2,3}[-_]([A-Za-z]{2})")


def country_of(metadata: Metadata) -> str:
    """Give the country (ISO 3166) that the address ends with, or that a told language names."""
    address = metadata.address.value if metadata.address else ""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        host = ""
    last = host.rstrip(".").rpartition(".")[2].lower()
    if last in _OWN:
        return _OWN[last]
    if len(last) == 2 and last.isalpha() and last not in _ANYBODYS:
        return last.upper()
    told = _REGION.fullmatch(metadata.language.value) if metadata.language else None
    return told[1].upper() if told else ""
