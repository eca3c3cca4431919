"""Denials in part: who grants one part of what is alleged, and denies another.

"She grants that she was paid for driving. She denies that she was paid for silence." Both
are said of one claim by one party in one text: then it is denied in part, and the part that is
denied is its scope. Who only denies, denies in full.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from onrecord.assess.claims import general
from onrecord.assess.claims.asked import Asked
from onrecord.assess.claims.deeds import main_deed
from onrecord.assess.claims.labels import Relation
from onrecord.assess.claims.told import Place, shared
from onrecord.assess.claims.whom import unnamed
from onrecord.assess.speaking import is_body
from onrecord.core.vocabulary import Naming, Position, SpeechAct, Stance

_GRANTS = 0.3
"""So large a share of a claim's words are in what is granted of it."""
_DENIED = (Stance.DENIES, Stance.DENIES_IN_PART)
_SHOWN = 120
"""Characters of what is granted that are shown."""


def in_part(
    found: Mapping[Place, Position],
    asked: Asked,
    claim: str,
    among: Collection[int] | None = None,
) -> dict[Place, Position]:
    """Turn full denials into partial ones where the same party grants a part in the same text.

    Args:
        found: the positions on the claim.
        asked: all statements.
        claim: its words.
        among: the sentences that are looked at; None: all.
    """
    made = dict(found)
    denied: dict[tuple[str, str], list[int]] = {}
    told_in = {place[0] for place, one in found.items() if one.stance in _DENIED}
    beside = [at for at in asked.each(among) if asked.rows[at].source in told_in]
    for at in beside:
        row = asked.rows[at]
        one = found.get((row.source, row.id))
        if one is not None and one.stance in _DENIED:
            denied.setdefault((row.source, asked.holder(row)), []).append(at)
    granted: dict[tuple[str, str], list[int]] = {}
    for at in beside if denied else ():
        row = asked.rows[at]
        who = row.source, asked.holder(row)
        if who in denied and _is_granted(asked, at, claim):
            granted.setdefault(who, []).append(at)
    for mine, some in granted.items():
        _turn(made, asked, denied[mine], some)
    return made


def _is_granted(asked: Asked, at: int, claim: str) -> bool:
    row, words = asked.rows[at], asked.words[at]
    if row.act in (SpeechAct.DENIES, SpeechAct.ASKS) or row.duplicate_of is not None:
        return False
    deed = main_deed(claim)
    if deed is not None and deed.what_for:
        return False  # That it was paid is no part of what it is said to have been paid for.
    told = asked.deed_told(at, deed)
    if told is not None and ((told.near and not told.both) or told.denied is False):
        return True
    admits = general.admits(f"{row.cue} {words}") and shared(unnamed(claim), words) >= _GRANTS
    return admits and asked.relations(at, [claim])[0][0] is not Relation.DENIES


def _is_own(asked: Asked, at: int) -> bool:
    """Say whether a body says it itself, in its own document."""
    row = asked.rows[at]
    return row.naming is Naming.PUBLISHER and is_body(row.speaker)


def _turn(
    made: dict[Place, Position], asked: Asked, denied: Sequence[int], granted: Sequence[int]
) -> None:
    def place(at: int) -> Place:
        return asked.rows[at].source, asked.rows[at].id

    part = asked.words[granted[0]][:_SHOWN]
    for at in denied:
        one = made[place(at)]
        if one.stance is Stance.DENIES:
            because = (*one.because, f"and a part is granted: “{part}”")
            made[place(at)] = replace(
                one, stance=Stance.DENIES_IN_PART, scope=asked.words[at], because=because
            )
    for at in granted:
        grants = made.get(place(at))
        own = grants is not None and grants.stance is Stance.REPORTS and _is_own(asked, at)
        if grants is not None and (grants.stance is Stance.ASSERTS or own):
            because = (*grants.because, "and another part is denied")
            made[place(at)] = replace(
                grants, stance=Stance.DENIES_IN_PART, scope=asked.words[denied[0]], because=because
            )
