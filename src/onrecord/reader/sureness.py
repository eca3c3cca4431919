"""How sure the reader may say a statement is, and from how sure on it gives it at all."""

from __future__ import annotations

import math
from typing import Any

from onrecord.reader.models import decode
from onrecord.reader.models.network import Found

FLOOR, FLOOR_OF_NOBODYS = 0.3, 0.12
"""From so sure on a statement is given: one that has a source, and one that has none, whose
sureness is lower throughout (a third of them are right). Chosen on the attribution benchmark's dev
part, where a floor for the probability of the cue alone (.44) gave F1 74.4 of who-said-what for
74.9, content-found 78.7 for 78.9, and 32 % of those without a source for 34 % (2026-11-26)."""


class Sureness:
    """Puts together what speaks for a statement, as it was calibrated on texts held out.

    Args:
        facts: those of the network; `sureness` holds a constant and what each sign weighs.
    """

    def __init__(self, facts: dict[str, Any]) -> None:
        self._constant, *self._weights = facts.get("sureness", (0.0, 1.0, 0.1, 0.0))

    def of(self, signs: tuple[float, ...]) -> float:
        """Give the probability, from 0 to 1, that a statement with these signs is right.

        Args:
            signs: of the network, as `Found` has them.
        """
        probability, path, sourced = signs
        odds = math.log((probability + 1e-4) / (1 - probability + 1e-4))
        weighed = zip(self._weights, (odds, path, sourced), strict=True)
        total = self._constant + sum(weight * sign for weight, sign in weighed)
        return round(1 / (1 + math.exp(-total)), 2)

    def is_enough(self, one: Found) -> bool:
        """Say whether it is given where it stands in nobody's content."""
        return self.of(one.signs) >= (FLOOR if one.source else FLOOR_OF_NOBODYS)

    @staticmethod
    def is_enough_inside(one: Found) -> bool:
        """Say whether it is given inside the content of another, where the cue alone tells."""
        return one.signs[0] >= decode.SURE_CUE
