"""The steps by which claims are proposed, as they are kept: what was done is not worked out again.

A step depends on its statement, on what the whole case tells of the names in it, and on the steps
before it. So a record of them is good until one comes out otherwise: mostly to its end, where
something new came in.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.vocabulary import Stance

Taken = tuple[int, Stance, str, float, tuple[str, ...]]
"""A position on a claim, by its number: stance, scope, likeness, because."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What was done with one sentence of a statement; claims are numbered as they were founded.

    `asked` names all that decided it, but for the steps before it, and `said` the sentence. `taken`
    are the positions it took, `affirmed` the claims whose words it says, `leads` the claim that it
    leads later ones to (it founded that one if it is new), and `into` where its vector is kept.
    """

    asked: str
    said: str
    taken: tuple[Taken, ...]
    affirmed: tuple[int, ...]
    leads: int | None
    into: int | None
