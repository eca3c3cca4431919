"""What was found in one sentence, by the numbers of its words, and what its words leave of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.core.vocabulary import Realised
from onrecord.reader.flows.phrases import Range

_STRONGEST = (Realised.ATTEMPTED, Realised.CONSIDERED, Realised.EXPECTED, Realised.ALLEGED)


@dataclass(slots=True)
class Found:
    """One passing. `far`: which of the two ends stands behind others whom no words name."""

    trigger: int
    giver: Range | None = None
    taker: Range | None = None
    through: list[Range] = field(default_factory=list)
    item: Range | None = None
    means: list[Range] = field(default_factory=list)
    signs: dict[int, Realised] = field(default_factory=dict)
    denials: list[int] = field(default_factory=list)
    gap_before: bool = False
    gap_after: bool = False

    @property
    def places(self) -> list[Range]:
        """All phrases of it, and the word that tells it."""
        some = (self.giver, self.taker, self.item, *self.through, *self.means)
        return [(self.trigger, self.trigger + 1), *(one for one in some if one is not None)]


def realised(signs: Mapping[int, Realised], denials: Iterable[int]) -> Realised:
    """Weigh the words before a verb; the one that leaves least of it counts.

    "Did not deny passing" says neither that it was done nor that it was not: it is alleged.
    """
    kinds = set(signs.values())
    denied = any(True for _ in denials)
    if Realised.DENIED in kinds:
        return Realised.ALLEGED if denied else Realised.DENIED
    if denied:
        return Realised.DENIED
    return next((kind for kind in _STRONGEST if kind in kinds), Realised.DONE)
