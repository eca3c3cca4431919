"""Doubts in words of one's own: of what such people do, and of what such a thing is.

Who knows the world in question says "an official of that level does not meet strangers", and names
neither the claim nor its people. Such a doubt is put to a claim only where it speaks, as of one of
its kind, of somebody whom the claim describes or names.
"""

from __future__ import annotations

import re

from onrecord.assess.claims import general
from onrecord.assess.claims.deeds import Deed
from onrecord.assess.claims.held_against import THINGS

_UNLIKE = re.compile(
    r"\b(?:not (?:at all )?(?:typical|usual|normal|customary|plausible)|a?typical of no|unusual"
    r"|unheard of|out of character|uncharacteristic"
    r"|(?:no|little) (?:use|need|reason|cause|motive|interest|time) (?:for|to|in)"
    r"|nothing to gain|(?:better|more serious|more important) (?:things? )?to do"
    r"|(?:would|could|does|do|did) (?:hardly|scarcely|never|not normally|not usually|rarely|seldom)"
    r"|surprised if|astonish\w+ if|inaccessible|hardly accessible)\b"
    r"|(?:\bnot|n[’']t) (?:\w+ )?(?:accessible|approachable|reachable|in the habit of)\b",
    re.IGNORECASE,
)
_LEVEL = r"(?:level|rank|position|standing|seniority|stature|place|shoes|grade)"
_WORD = re.compile(r"[^\W\d_][\w-]*")
_ONE_OF = frozenset("a an any no such every most few many".split())
_PLAUSIBLE = re.compile(
    r"\b(?:is|was|are|were) (?:\w+ly |very |quite )?(?:plausible|likely|possible|credible|probable"
    r"|believable|conceivable)[.]?$",
    re.IGNORECASE,
)


_IMPOSSIBLE = re.compile(
    r"\b(?:(?:you|one) (?:cannot|can[’']t|could not|couldn[’']t|can not)"
    r"|(?:nobody|no one) (?:can|could))"
    r" (?:\w+ly |just |simply )?(?P<verb>[a-z]{4,})\b[^.;]{3,100}\bwithout\b",
    re.IGNORECASE,
)
"""What nobody could do unseen, or without what was not there."""


def doubts(words: str) -> bool:
    """Say whether words, however put, doubt something."""
    return general.doubts(words) or bool(_UNLIKE.search(words)) or bool(_IMPOSSIBLE.search(words))


def is_held_impossible(claim: str, words: str) -> bool:
    """Say whether words hold that nobody could do, without more, what a claim says was done."""
    found = _IMPOSSIBLE.search(words)
    verbs = {one[:5].casefold() for one in _WORD.findall(claim) if one[:1].islower()}
    return found is not None and found["verb"][:5].casefold() in verbs


def doubts_such(deed: Deed | None, words: str) -> bool:
    """Say whether words doubt what people of a claim's kind are said to have done.

    Args:
        deed: what the claim says was done.
    """
    if deed is None or not doubts(words):
        return False
    stems = (deed.doer.stems | deed.taker.stems) - THINGS
    tokens = _WORD.findall(words)
    low = [one.casefold() for one in tokens]
    for place, word in enumerate(low):
        if word[:5] not in stems or len(word) < 4:
            continue
        is_several = word.endswith("s") and not word.endswith("ss")
        is_one = bool(_ONE_OF & set(low[max(0, place - 3) : place]))
        is_of = low[max(0, place - 3) : place][:2] in (["members", "of"], ["people", "in"])
        if is_several or is_one or is_of:
            return True
    said = words.casefold()
    return any(
        re.search(rf"\b(?:{name}(?: [\w-]+)?[’']s? {_LEVEL}|{_LEVEL} of (?:\w+ )?{name})\b", said)
        for name in map(re.escape, sorted(deed.doer.names | deed.taker.names))
    )


def is_of_plausibility(claim: str) -> bool:
    """Say whether a claim says that something is likely: who doubts that denies the claim."""
    return bool(_PLAUSIBLE.search(claim))
