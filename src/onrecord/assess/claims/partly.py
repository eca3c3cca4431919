"""Denials in part: who grants one part of what is alleged, and denies another.

"He accepts that he was paid for research. He does not accept that he was paid for secrets." Both
are said of one claim by one party in one text: then it is denied in part, and the part that is
denied is its scope. Who only denies, denies in full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from onrecord.assess.claims import general
from onrecord.assess.claims.asked import Asked
from onrecord.assess.claims.deeds import main_deed
from onrecord.assess.claims.labels import Relation
from onrecord.assess.claims.told import Place, shared
from onrecord.core.vocabulary import Position, SpeechAct, Stance

_DENIES = (Stance.DENIES, Stance.DENIES_IN_PART)
_GRANTS = 0.3
"""So large a share of a claim's words are in what is granted of it."""


def in_part(
    found: Mapping[Place, Position], asked: Asked, claim: str
) -> dict[Place, Position]:
    """Turn full denials into partial ones where the same party grants a part in the same text."""
    made = dict(found)
    deed = main_deed(claim)
    granted: dict[tuple[str, str], list[int]] = defaultdict(list)
    denied: dict[tuple[str, str], list[int]] = defaultdict(list)
    places = set(found)
    for at, row in enumerate(asked.rows):
        who = (row.source, asked.holder(row))
        place = row.source, row.id
        told = asked.deed_told(at, deed)
        if place in places and made[place].stance in _DENIES:
            denied[who].append(at)
        if row.act in (SpeechAct.DENIES, SpeechAct.ASKS) or row.duplicate_of is not None:
            continue
        words = asked.words[at]
        near = told is not None and (told.near or told.denied is False)
        admits = general.admits(f"{row.cue} {words}") and shared(claim, words) >= _GRANTS
        if near or (admits and asked.relations(at, [claim])[0][0] is not Relation.DENIES):
            granted[who].append(at)
    for who, some in denied.items():
        for at in some:
            place = asked.rows[at].source, asked.rows[at].id
            if granted.get(who) and made[place].stance is Stance.DENIES:
                one = asked.words[granted[who][0]]
                made[place] = replace(
                    made[place], stance=Stance.DENIES_IN_PART, scope=asked.words[at],
                    because=(*made[place].because, f"and a part is granted: “{one[:120]}”"),
                )  # fmt: skip
        for at in granted.get(who, ()):
            place = asked.rows[at].source, asked.rows[at].id
            if place in made and made[place].stance is Stance.ASSERTS:
                made[place] = replace(
                    made[place], stance=Stance.DENIES_IN_PART,
                    scope=asked.words[some[0]],
                    because=(*made[place].because, "and another part is denied"),
                )  # fmt: skip
    return made
