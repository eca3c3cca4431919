"""Denials of one's own deed by its verb, whatever the verb: "we emptied nothing".

The table of deeds knows what reports allege of people; what a claim tells beside it, or by a verb
of no table, is denied by whoever the claim says did it, in the same verb. Others'
words never are: who did not do it does not know that nobody did.
"""

from __future__ import annotations

import re

from onrecord.assess.claims.deed_words import VERBS
from onrecord.assess.claims.roles import Role

_SUBJECT = re.compile(
    r"^[“‘\"']?(?:(?P<we>I|[Ww]e)|(?:the )?(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,3}))"
    r" (?P<rest>[a-z].*)$",
    re.DOTALL,
)
_DID_NOT = re.compile(
    r"^(?:(?:has|have|had|did|do|does) )?(?:not |never |n[’']t )(?:ever )?(?P<verb>[a-z]{4,})\b"
    r"|^(?:(?:has|have|had) )?(?P<of_nothing>[a-z]{4,}) (?:nothing|nobody|no one|none|no [a-z]+)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z][a-z-]{3,}")
_VERB_FORM = re.compile(r"(?:ing|ed|es|s|e|y|ies|ied)$")


def denies_own(claim: str, words: str, us: Role) -> bool:
    """Say whether somebody whom a claim names denies to have done what its other verbs tell.

    Args:
        us: who speaks, or for whom.
    """
    found = _SUBJECT.match(words)
    if found is None or not us.names & {one.casefold() for one in re.findall(r"[\w-]+", claim)}:
        return False
    name = {one.casefold() for one in (found["name"] or "").split()}
    if not found["we"] and not us.names & name:
        return False
    denied = _DID_NOT.match(found["rest"])
    if denied is None:
        return False
    verb = (denied["verb"] or denied["of_nothing"]).casefold()
    if verb in VERBS:
        return False
    return any(_stem(one) == _stem(verb) for one in _WORD.findall(claim) if one not in VERBS)


def _stem(word: str) -> str:
    return _VERB_FORM.sub("", word)
