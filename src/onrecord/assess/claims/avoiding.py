"""Who grants what is alleged and gives it another colour: denied in part.

"It was brought to me to be valued", "he had papers, all of them public": a party to what is alleged
grants that something of the kind was done and says that it was not what is alleged. That is neither
a denial nor an admission, and lawyers call it confession and avoidance.
"""

from __future__ import annotations

import re

from onrecord.assess.claims.deeds import Deed, deeds
from onrecord.assess.claims.held_against import things_fit
from onrecord.assess.claims.qualities import opposed, tells_some_quality
from onrecord.assess.claims.seen_as import as_kind
from onrecord.assess.speaking import is_body
from onrecord.core.folding import fold

_PURPOSE = re.compile(
    r"\b(?:only |merely |just |simply |solely )?to be"
    r" (?P<done>\w+(?:ed|en|wn|ght|read|kept|cut))\b",
    re.IGNORECASE,
)
_HAD = re.compile(
    r"\b(?:had|has|have|held|kept|received|got|was given|were given|were|was)\b", re.IGNORECASE
)
CONTACT = ("call", "meet", "tell", "ask", "press")
"""Deeds that are done by speaking to somebody."""
_SPOKE = (
    r"(?:sp[oe]ken?|talk(?:ed)?|call(?:ed)?|rang|rung|telephoned|met|wr[io]t(?:e|ten)"
    r"|in (?:touch|contact))"
)
_ONLY_ABOUT = re.compile(
    rf"\b{_SPOKE}\b[^.;]{{0,80}}\b(?:only|solely|purely|just|merely)"
    r" (?:about|on|over|to discuss|concerning)\b"
    rf"|\b(?:only|merely|just) {_SPOKE}\b[^.;]{{0,60}}\babout (?!(?:it|that|this)\b)",
    re.IGNORECASE,
)
"""Contact that is granted, and said to have been of something else."""
_SMALL = frozenset("the a an of and for to".split())


def is_party(holder: str, claim: str) -> bool:
    """Say whether a claim names whose words some are: by a name, or by that of their house."""
    names = {one for one in fold(holder).split() if one not in _SMALL and not is_body(one)}
    return bool(names & set(fold(claim).split()))


def only_about(words: str) -> bool:
    """Say whether words grant a contact and say that it was only about something."""
    return bool(_ONLY_ABOUT.search(words))


def may_avoid(words: str) -> bool:
    """Say whether words tell a purpose or a quality: without one they give nothing a colour."""
    return bool(_PURPOSE.search(words)) or only_about(words) or tells_some_quality(words)


def avoids(claim: str, deed: Deed | None, words: str) -> bool:
    """Say whether words of a party to a claim grant it and give it another colour.

    Args:
        deed: what the claim says was done.
    """
    if deed is None:
        return False
    if deed.kind in CONTACT and only_about(words):
        return True
    told = [one for one in as_kind(deed.kind, deeds(words)) if not one.denied and not one.noun]
    purpose = _PURPOSE.search(words)
    if purpose is not None and purpose["done"] not in claim:
        return any(things_fit(deed, one) for one in told)
    return opposed(claim, words) and bool(_HAD.search(words)) and things_fit(deed, None, words)
