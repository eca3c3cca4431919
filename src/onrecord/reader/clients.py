"""For whom lawyers and spokesmen speak, by the words beside them: whom their "she" means."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.core.identity import MentionId
from onrecord.core.letters import CAPITAL
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming

_SPEAKS = r"(?:lawyer|solicitor|barrister|counsel|attorney|advocate|spokes(?:man|woman|person))s?"
_NAME_OF = rf"(?:(?:Mr|Ms|Mrs|Dr)\.? )?(?P<{{0}}>{CAPITAL}[\w’-]+(?: {CAPITAL}[\w’-]+)*)"
_LAWYER = re.compile(
    rf"(?:, for|\b{_SPEAKS} (?:for|of|acting for|representing)) {_NAME_OF.format('whom')}"
    rf"|{_NAME_OF.format('whose')}[’']s? {_SPEAKS}\b"
)
_AFTER_CUE = 120
"""Characters between whom a lawyer speaks for and the first words of what is said."""
_SENTENCE = 600
"""Characters of a sentence that are looked back on."""


def client(
    characters: str, at: Span, mentions: Mapping[Span, Mention], is_pronoun: bool
) -> MentionId | None:
    """Give for whom a lawyer speaks, where the lawyer's words begin with "she" or "her client".

    "Tom Pell, for Vale, said she denied it" and "Vale's lawyer said her client denied it" are
    of Vale.

    Args:
        at: the place of the pronoun or description.
        mentions: the mentions so far, all names among them.
        is_pronoun: it is "he" or "she".
    """
    words = at.of(characters).casefold().split()
    if not is_pronoun and words[-1:] not in (["client"], ["clients"]):
        return None
    least = max(0, at.start - _SENTENCE)
    start = max(least, *(characters.rfind(mark, least, at.start) + 1 for mark in (". ", "\n")))
    found = _LAWYER.search(characters, start, at.start)
    if found is None or at.start - found.end() > _AFTER_CUE:
        return None
    where = found.start("whom") if found["whom"] else found.start("whose")
    named = [
        mention
        for mention in mentions.values()
        if mention.at.start <= where < mention.at.end and mention.naming is Naming.NAMED
    ]
    if len(named) != 1 or named[0].kind is not ActorKind.PERSON:
        return None
    return named[0].same_as or named[0].id


def is_anothers(other: Mention, at: Span, owner: str, mentions: Mapping[Span, Mention]) -> bool:
    """Say whether "her lawyer" at a place is not the lawyer for somebody whom `other` names.

    Args:
        owner: the pronoun that the description begins with.
    """
    own = mentions.get(Span(at.start, at.start + len(owner)))
    found = _LAWYER.search(other.name)
    if own is None or own.same_as is None or found is None:
        return False
    of = next((one for one in mentions.values() if one.id == own.same_as), None)
    whom = found["whom"] or found["whose"]
    return of is not None and not set(whom.split()) & set(of.name.split())
