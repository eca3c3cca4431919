"""What the words of a statement can do to those of a claim: training and serving number alike."""

from __future__ import annotations

from enum import IntEnum


class Relation(IntEnum):
    """What the words alone do, whoever says them and however firmly.

    DIFFERS: they speak of the same thing with another number or date: a difference of fact, which
    denies nothing.
    """

    NONE = 0
    AFFIRMS = 1
    DENIES = 2
    IN_PART = 3
    DOUBTS = 4
    DIFFERS = 5


RELATIONS = tuple(one.name.lower().replace("_", " ") for one in Relation)
LONGEST_CLAIM, LONGEST_STATEMENT = 46, 62
"""Pieces that are read of each, without the marks; what is longer is cut at its end."""
WIDTH = 384
"""Figures of a sentence vector."""
