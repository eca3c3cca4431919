"""Whether words say that something is not so, or is so no longer.

The network finds a contrary also where nothing is denied; without a word that denies, or a quality
that excludes the claim's, there is none. What is so no longer was so before: "the test is no longer
met" does not deny that it was met at the charge.
"""

from __future__ import annotations

import re

_NEGATES = re.compile(
    r"\b(?:not|no|none|never|nobody|nothing|neither|nor|without|cannot|hardly|den(?:y|ies|ied|ying"
    r"|ials?)|reject\w*|refut\w*|disput\w*|contest\w*|contradict\w*|false\w*|untrue|wrong\w*|lies?"
    r"|lied|incorrect\w*|mistak\w+|baseless|unfounded|groundless|fabricat\w+|invent(?:ed|ion)"
    r"|fiction|myth|nonsense|fail\w*|refus\w*|lack\w*|absence|absent|instead|rather than"
    r"|opposite|contrary|unlike\w*|unaware|innocent|impossible|far from|short of"
    r"|un(?:able|proved|proven|true))\b|n['’]t\b",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(
    r"\b(?:no longer|not (?:[\w’']+ ){0,3}any (?:longer|more)|has ceased to|have ceased to)\b",
    re.IGNORECASE,
)
_IS_NOW = re.compile(r"\b(?:is|are|has|have|does|do|remains?)\b", re.IGNORECASE)


def negates(words: str) -> bool:
    """Say whether some word tells that something is not so."""
    return bool(_NEGATES.search(words))


def only_no_longer(claim: str, words: str) -> bool:
    """Say whether words tell that something is so no longer, and a claim that it was so once."""
    if not _NO_LONGER.search(words) or _NO_LONGER.search(claim):
        return False
    return not _IS_NOW.search(claim)
