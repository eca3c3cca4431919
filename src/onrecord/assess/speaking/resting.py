"""On whose one account does another's rest, as the documents say?

A charge that rests on one eyewitness and that eyewitness are not two who say the same. Found where
a text says so: "we rely on Mr Hale", "the second rests on the account of Ida Morrow", "its only
eyewitness, Ida Morrow", "could not be proved without her" with the name. Nothing is inferred.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from onrecord.assess.speaking.parties import Parties, Party
from onrecord.assess.speaking.sides import Side
from onrecord.core.alone import of_words
from onrecord.core.identity import SourceId
from onrecord.core.letters import CAPITAL
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text

_WHOM = (
    rf"(?P<whom>(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}[\w’'-]+){{0,3}})"
)
_HOW = r"(?:(?:heavily|solely|entirely|largely|wholly|only|chiefly|in part)\s+)?"
_ACCOUNT = r"(?:account|word|evidence|testimony|statement|story|claims?)"
_RESTS = re.compile(
    rf"\b(?:rel(?:y|ies|ied)|rest(?:s|ed)?|depend(?:s|ed)?|turn(?:s|ed)?|based|built)\s+{_HOW}"
    rf"(?:up)?on\s+(?:the\s+{_ACCOUNT}\s+of\s+)?{_WHOM}"
    rf"|\b(?:could|can)(?:\s+not|not|n['’]t)\s+be\s+(?:proved|proven|shown|made out)\s+without\s+"
    rf"{_WHOM.replace('whom', 'without')}"
)
_WITNESS = re.compile(rf"\b(?:only|sole|single)\s+(?:eye-?)?witness,?\s+{_WHOM}")


@dataclass(frozen=True, slots=True)
class Resting:
    """That what one party says rests on what another says, and the words that say it."""

    who: Party
    on: Party
    source: SourceId
    at: Span
    words: str


def resting(
    texts: Iterable[tuple[SourceId, Text]],
    parties: Parties,
    speaker: Callable[[SourceId, Span], StatementRow | None],
    outlet: Callable[[SourceId], str],
) -> Iterator[Resting]:
    """Find where texts say that one party's account rests on another's.

    Args:
        speaker: gives the statement that a place of a source stands in.
        outlet: names who put a source out.
    """
    for source, text in texts:
        if not _may_rest(text.characters):
            continue
        for found in _RESTS.finditer(text.characters):
            at = Span(*found.span())
            said = speaker(source, at)
            who = parties.of_outlet(outlet(source))
            if said is not None:
                who = parties.of(said.speaker, said.actor_name, said.naming)
            on = parties.named(found["whom"] or found["without"])
            if who is not None and on is not None and who.key != on.key:
                yield Resting(who, on, source, at, at.of(text.characters))
        for found in _WITNESS.finditer(text.characters):
            on = parties.named(found["whom"])
            if on is not None:
                at = Span(*found.span())
                side = Party(Side.PROSECUTION, Side.PROSECUTION)
                yield Resting(side, on, source, at, at.of(text.characters))


@of_words(bool)
def _may_rest(characters: str) -> bool:
    """Say whether a text has words by which an account is told to rest on another's."""
    return any(pattern.search(characters) is not None for pattern in (_RESTS, _WITNESS))
