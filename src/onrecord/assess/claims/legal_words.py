"""What lawyers say in several ways and mean as one: that the evidence suffices to charge, or not.

"A realistic prospect of conviction" is the evidential standard of a prosecution, and "a lack of
evidence" says that it is not met. The words are put in one form where they are compared; what is
shown stays as it was said.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PROSPECT = (
    r"(?:a |any )?[“‘\"]?(?:a )?(?:realistic|reasonable|good|real|better[ -]than[ -]even"
    r"|more[ -]than[ -]even) (?:prospect|chance|likelihood|probability) of (?:a )?conviction"
)
_FORMS = tuple(
    (re.compile(rf"\b(?:{pattern})", re.IGNORECASE), words)
    for pattern, words in (
        (r"evidential (?:test|threshold|stage)\b", "evidential standard"),
        (
            rf"(?:there (?:is|was) )?no longer (?:provid\w+ |offer\w+ )?{_PROSPECT}",
            "no longer meets the evidential standard",
        ),
        (
            rf"(?:provid\w+|offer\w+|g[ia]ve[sn]?|afford\w*|there (?:is|was|had been)|is|was)"
            rf" [“‘\"]?{_PROSPECT}",
            "meets the evidential standard",
        ),
        (
            r"(?:an? |the )?(?:lack|absence) of (?:sufficient |enough )?evidence\b"
            r"|(?:there (?:is|was) )?(?:insufficient|not enough) evidence\b(?! that)",
            "the evidential standard is not met",
        ),
    )
)
_STEMS = ("eviden", "conviction")
"""One of these is in whatever the forms above are put for: most sentences are done with them."""
_SUFFICES = re.compile(
    r"\b(?:sufficient|enough|adequate) evidence\b"
    r"|\bevidential standard (?:was|is|had been|has been) met\b",
    re.IGNORECASE,
)
_DOES_NOT = re.compile(
    r"\bno (?:proof|evidence)\b|\bshould(?:n[’']t| not| never)(?: ever)? have been brought\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def in_one_form(words: str) -> str:
    """Put what says that evidence meets the standard of a charge, or does not, in one form."""
    if any(stem in words.casefold() for stem in _STEMS):
        for pattern, form in _FORMS:
            words = pattern.sub(form, words)
    return words


def denies_evidence(claim: str, words: str) -> bool:
    """Say whether words say that there was no evidence, where a claim says that it sufficed."""
    return bool(_SUFFICES.search(claim)) and bool(_DOES_NOT.search(words))
