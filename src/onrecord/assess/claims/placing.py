"""The positions of statements on a claim that is given in words: what a person writes."""

from __future__ import annotations

from onrecord.assess.claims.asked import Asked
from onrecord.assess.claims.in_general import Held, generally
from onrecord.assess.claims.stance import SILENT, stance_of
from onrecord.assess.claims.told import Place, plain
from onrecord.core.vocabulary import Position

LEAST, MOST = 0.25, 120
"""Statements of at least so high a cosine to the claim are compared with it, and so many."""


def placed(wording: str, asked: Asked) -> tuple[Position, ...]:
    """Place statements on a claim; those that do not address it are left out.

    Args:
        wording: the claim.
        asked: the statements.
    """
    claim = plain(wording)
    found: dict[Place, Position] = {}
    if asked.rows:
        cosines = asked.vectors @ asked.vector(claim)
        near = sorted(range(len(asked.rows)), key=lambda at: (-cosines[at], at))[:MOST]
        for at in sorted(near):
            row = asked.rows[at]
            if cosines[at] < LEAST or row.duplicate_of is not None or row.act in SILENT:
                continue
            relation, sure = asked.relations(at, [claim])[0]
            taken = stance_of(row, relation, asked.passes_on.get((row.source, row.id), ""))
            known = found.get((row.source, row.id))
            if taken is not None and (known is None or sure > (known.likeness or 0)):
                found[row.source, row.id] = Position(
                    source=row.source, statement=row.id, stance=taken.stance, scope=taken.scope,
                    likeness=round(sure, 3), because=taken.because,
                )  # fmt: skip
    for _, position in generally(asked, [Held(claim, found)], told=True):
        found.setdefault((position.source, position.statement), position)
    asked.keep()
    return tuple(found.values())
