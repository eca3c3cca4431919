"""How a claim stands, why, and how each came to where they stand on it."""

from onrecord.assess.standing.moves import moves, since, taken
from onrecord.assess.standing.standing import RULES, Derived, standing, weight
from onrecord.assess.standing.tips import GENERAL, day, only_proposed, said_by, where_each_stands
from onrecord.assess.standing.why import why

__all__ = [
    "GENERAL",
    "RULES",
    "Derived",
    "day",
    "moves",
    "only_proposed",
    "said_by",
    "since",
    "standing",
    "taken",
    "weight",
    "where_each_stands",
    "why",
]
