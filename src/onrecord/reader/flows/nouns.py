"""Nouns of passing: "payments from A to B", "the leak of the report to the Gazette by a clerk"."""

from __future__ import annotations

from onrecord.core.vocabulary import Realised
from onrecord.reader.flows.found import Found
from onrecord.reader.flows.phrases import Phrases
from onrecord.reader.flows.trailing import trailing

_BACK = 6
"""So many words before a noun can say what is left of it: "denied any such payments"."""


def passing(here: Phrases, number: int) -> Found | None:
    """Read a noun of passing with what follows it.

    A noun that names what passes needs both giver and taker: "letters to the minister" are no flow.
    Any other needs what passes and one of the two.
    """
    after = trailing(here, number + 1, two_objects=False, noun=True)
    own = here.tables.nouns[here.low(number)]
    giver = after.from_ or after.by or _possessor(here, number)
    if own and (giver is None or after.to is None):
        return None
    if after.to is None and (giver is None or not after.through):
        return None
    if not own and after.of is None:
        return None
    item = (number, number + 1) if own else after.of
    found = Found(number, giver, after.to, after.through, item, after.means)
    _say(here, number, found)
    return found


def _possessor(here: Phrases, number: int) -> tuple[int, int] | None:
    """Give who stands before the noun: "Marr’s payments"."""
    if not here.low(number - 1).endswith(("’s", "'s")):
        return None
    before = here.before(number)
    return None if before is None else here.cut(before)


def _say(here: Phrases, number: int, found: Found) -> None:
    for at in range(number - 1, max(-1, number - 1 - _BACK), -1):
        low = here.low(at)
        sign = here.tables.realised.get(low)
        if here.tables.has("negations", low):
            found.denials.append(at)
        elif sign is not None and low != "said":
            found.signs[at] = sign
        elif low == "planned" or low == "proposed":
            found.signs[at] = Realised.CONSIDERED
        elif low not in here.lexicon.determiners and low not in _MODIFIERS:
            return


_MODIFIERS = frozenset(("any", "such", "of", "making", "secret", "monthly", "regular", "that"))
