"""How sure the reader may say a statement is, and from how sure on it gives it at all."""

from __future__ import annotations

import math
from typing import Any

from onrecord.reader.models import decode
from onrecord.reader.models.network import Found

FLOOR, FLOOR_QUOTED, FLOOR_OF_NOBODYS = 0.25, 0.05, 0.12
"""From so sure on a statement is given: one that has a source; one with a source that quotes; one
that has none, whose sureness is lower throughout (a third of them are right). Chosen on the
attribution benchmark's dev part: with a floor for the probability of the cue alone (.44) F1 of
who-said-what is lower (74.4 for 74.6), and so are recall (73.5 for 74.5), mixed (83.5 for 84.6) and
those without a source (32 for 34; 2026-11-26)."""


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

    def is_enough(self, one: Found, *, quoted: bool) -> bool:
        """Say whether it is given where it stands in nobody's content."""
        floor = (FLOOR_QUOTED if quoted else FLOOR) if one.source else FLOOR_OF_NOBODYS
        return self.of(one.signs) >= floor

    @staticmethod
    def is_enough_inside(one: Found) -> bool:
        """Say whether it is given inside the content of another, where the cue alone tells."""
        return one.signs[0] >= decode.SURE_CUE
