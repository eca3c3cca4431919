"""Whoever lays, keeps or drops a charge is the side that prosecutes, whatever it is called."""

from __future__ import annotations

import re

from onrecord.core.alone import of_words
from onrecord.core.letters import CAPITAL

_DEED = re.compile(
    r"(?:,[^,.;\n]{1,80},)?"
    r"\s+(?:(?:has|have|had|today|yesterday|now|later|formally|also|last \w+|on \w+(?: \d+)?)"
    r"\s+){0,3}"
    r"(?:(?:laid|lays|brought|filed|preferred|dropped|drops|withdrew|withdrawn|discontinued|lodged"
    r"|abandoned|reduced)\s+(?:(?!not\b)[\w’'-]+\s){0,3}?(?:charges?|counts?|indictments?)\b"
    r"|(?:dropped|drops|abandoned|abandons|discontinued|halted|ended|withdrew|(?:walked|walks) away"
    r" from)\s+(?:(?!not\b)[\w’'-]+\s){0,3}?(?:case\s+against|prosecutions?(?:\s+of)?)\b"
    rf"|(?:charged|indicted|prosecuted)\s+(?:M[rs]s?\.?\s+|Dr\s+)?(?-i:{CAPITAL}))",
    re.IGNORECASE,
)


def charges(characters: str, end: int) -> bool:
    """Say whether a name that ends at `end` has the verb of a charge: "has laid two counts"."""
    return _DEED.match(characters, end, end + 200) is not None


@of_words(list)
def deeds(characters: str) -> list[int]:
    """Give where in a text the verb of a charge follows whoever lays or drops it."""
    return [found.start() for found in _DEED.finditer(characters)]
