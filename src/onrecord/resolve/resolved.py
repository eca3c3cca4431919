"""What resolving gives, and by which rules: whoever lists what is remembered loads none of them."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.identity import ActorId
from onrecord.core.vocabulary import Actor, Likeness

VERSION = 13
"""Of the rules: raise it when they change, so that nothing remembered of older ones is asked."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two actors who may be one, for a person to decide; the older first."""

    one: ActorId
    other: ActorId
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Resolved:
    """The actors of a case, and who of them may be one."""

    actors: list[Actor]
    proposals: list[Proposal]
