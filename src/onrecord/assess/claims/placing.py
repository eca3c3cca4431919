"""The positions of statements on a claim that is given in words: what a person writes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.assess.claims import general
from onrecord.assess.claims.answering import SURELY, Held
from onrecord.assess.claims.asked import Asked
from onrecord.assess.claims.candidates import largest
from onrecord.assess.claims.charges import charges, is_of_guilt
from onrecord.assess.claims.deeds import Deed, deeds, main_deed
from onrecord.assess.claims.held_against import STRONG, WEAK, touches
from onrecord.assess.claims.in_general import General, generally
from onrecord.assess.claims.inside import said_inside
from onrecord.assess.claims.labels import Relation
from onrecord.assess.claims.legal_words import in_one_form
from onrecord.assess.claims.partly import in_part
from onrecord.assess.claims.stance import SILENT, puts_to
from onrecord.assess.claims.taking import doubting, puts_nothing, takes
from onrecord.assess.claims.told import Place, day_of, plain
from onrecord.assess.speaking import Side
from onrecord.core.vocabulary import Position, SpeechAct, Stance

_WAS = re.compile(r"\b(?:was|were|had) (?:\w+ )*?on\b|^On \d")
"""A claim of how something stood on a day, which only who speaks later can tell."""
LEAST, MOST = 0.25, 120
"""Statements of at least so high a cosine to the claim are compared with it, and so many."""


def placed(
    wording: str,
    asked: Asked,
    said: Sequence[General] | None = None,
    among: Collection[int] | None = None,
) -> tuple[Position, ...]:
    """Place statements on a claim; those that do not address it are left out.

    Args:
        wording: the claim.
        asked: the statements.
        said: what is said in general, where it was found already.
        among: the sentences that are looked at, besides what is said in general; None: all. To look
            through a record of 73,000 statements for a deed took two seconds and a half a claim.
    """
    claim = in_one_form(plain(wording))
    found: dict[Place, Position] = {}
    put: list[Place] = []
    if asked.rows:
        cosines = asked.likeness(claim)
        near = largest(cosines, MOST)
        deed, day = main_deed(claim), day_of(claim) if _WAS.search(claim) else ""
        # What is told in other words has another vector: the deed is looked for by itself.
        told = asked.telling(deed, among)
        found.update(_passed_over(asked, deed, among))
        told += [*asked.of_kind(deed, claim, among), *doubting(asked, deed, claim, among)]
        is_near = [at for at in near if cosines[at] >= LEAST and (among is None or at in among)]
        for at in sorted({*is_near, *told}):
            row = asked.rows[at]
            if row.duplicate_of is not None or puts_nothing(asked, at) or row.known < day:
                continue
            relation, sure = asked.relations(at, [claim])[0]
            if puts_to(row) and relation is Relation.AFFIRMS:
                put.append((row.source, row.id))
            taken = takes(asked, at, claim, relation)
            known = found.get((row.source, row.id))
            if taken is not None and taken.stance is Stance.DOES_NOT_ADDRESS and sure < SURELY:
                continue  # It may speak of something else altogether.
            if taken is not None and relation is Relation.NONE and taken.stance is Stance.DOUBTS:
                sure = WEAK
            if taken is not None and taken.stance is Stance.DENIES_IN_PART:
                sure = max(sure if relation is not Relation.NONE else 0.0, STRONG)
            if taken is not None and (known is None or sure > (known.likeness or 0)):
                found[row.source, row.id] = Position(
                    source=row.source, statement=row.id, stance=taken.stance, scope=taken.scope,
                    likeness=round(sure, 3), because=taken.because,
                )  # fmt: skip
    found = in_part(found, asked, claim, among)
    for at, stance, because in said_inside(asked, main_deed(claim), among):
        row = asked.rows[at]
        made = Position(
            source=row.source, statement=row.id, stance=stance, likeness=STRONG,
            because=(because,),
        )  # fmt: skip
        known = found.get((row.source, row.id))
        if known is None or stance is not Stance.DOES_NOT_ADDRESS:
            found[row.source, row.id] = made
    _charge(found, asked, claim, among)
    for _, position in generally(asked, [Held(claim, found, put)], told=True, said=said):
        found.setdefault((position.source, position.statement), position)
    return tuple(found.values())


def _charge(
    found: dict[Place, Position], asked: Asked, claim: str, among: Collection[int] | None
) -> None:
    """Place the words by which a prosecution charges whom a claim says to be guilty."""
    if not is_of_guilt(claim):
        return
    for at in asked.each(among):
        row = asked.rows[at]
        if row.duplicate_of is not None or row.act in SILENT or (row.source, row.id) in found:
            continue
        lays = charges(claim, f"{row.cue} {asked.words[at]}".strip())
        if lays and asked.holder(row) == Side.PROSECUTION:
            found[row.source, row.id] = Position(
                source=row.source, statement=row.id, stance=Stance.ASSERTS,
                likeness=STRONG, because=("it lays the charge",),
            )  # fmt: skip


def _passed_over(
    asked: Asked, deed: Deed | None, among: Collection[int] | None
) -> dict[Place, Position]:
    """Place what says in so many words that nothing will be said of what a claim tells."""
    found: dict[Place, Position] = {}
    for at in asked.each(among):
        row, words = asked.rows[at], asked.words[at]
        if deed is None or row.act is not SpeechAct.DECLINES or row.duplicate_of is not None:
            continue
        if general.leaves_open(f"{row.cue} {row.content}") and touches(deed, deeds(words)):
            found[row.source, row.id] = Position(
                source=row.source, statement=row.id, stance=Stance.DOES_NOT_ADDRESS,
                likeness=1.0, because=("it says that nothing is said of it",),
            )  # fmt: skip
    return found
