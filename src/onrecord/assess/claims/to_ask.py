"""Claims that something was done to ask for something, and words that tell the asking alone.

"She rang the office to ask that the gates be opened" is spoken to by an entry in a log that reads
"Ms Beck, by telephone. Asks that the gates be opened": the deed and what it was for are one event.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.assess.claims.told import shared
from onrecord.assess.claims.whom import people

_TO_ASK = re.compile(
    r"^(?P<who>.{3,120}?) to (?:ask|request|demand|urge|press|order)\b(?: [\w’-]+){0,3}?"
    r" (?:that|for|to) (?P<what>.{8,200})$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|request(?:s|ed|ing)?|demand(?:s|ed|ing)?|urg(?:es|ed|ing)|want(?:s|ed))\b"
    r"(?P<what>.{8,240})$",
    re.IGNORECASE | re.DOTALL,
)
_NOT = re.compile(r"\b(?:not|never|nobody|no one|nothing)\b|n[’']t\b", re.IGNORECASE)
LEAST = 0.5
"""So large a share of the words of what was asked for are in words that tell the asking."""


@lru_cache(maxsize=1024)
def asked_for(claim: str) -> tuple[str, str] | None:
    """Give the last name of who a claim says asked, and what for; None: it tells of no asking."""
    found = _TO_ASK.match(claim)
    names = people(found["who"]) if found is not None else []
    return (names[0], found["what"]) if found is not None and names else None


def tells_the_asking(claim: str, words: str, before: str) -> bool:
    """Say whether words tell that whom a claim names asked for what the claim says.

    Args:
        before: the sentence of the same voice before them, which may name who asked.
    """
    told, found = asked_for(claim), _ASKS.search(words)
    if told is None or found is None or _NOT.search(words):
        return False
    who, what = told
    if shared(what, found["what"]) < LEAST:
        return False
    named = people(words[: found.start()])
    return who in named or (not named and who in people(before))
