"""What some text says to a sentence, by the network of claims: the evidence of benches on stance.

Texts are cut into sentences; those that are nearest to the claim are held against it. Which class a
bench gives to what is found is in `bench/tasks/claims.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.assess import Measure, Relation

_END = re.compile(r"(?<=[.!?][\"”’)]|.[.!?])\s+(?=[\"“‘(]?[A-Z0-9])|\n+")
_LONGEST = 60
"""Words of a piece that is compared as one sentence."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The figures of the sentences nearest to a claim: cosines, and relations (sentences, 6)."""

    nearest: float
    cosines: np.ndarray
    relations: np.ndarray

    def most(self, *relations: Relation) -> float:
        """Give the highest figure that a sentence has for some relations together."""
        return float(self.relations[:, list(relations)].sum(axis=1).max(initial=0.0))


class Texts:
    """Texts cut into sentences, each with its vector, worked out once."""

    def __init__(self, measure: Measure) -> None:
        self.measure = measure
        self._known: dict[str, tuple[list[str], np.ndarray]] = {}

    def compare(self, claim: str, text: str, most: int = 4, least: float = -1.0) -> Compared:
        """Hold a claim against the sentences of a text that are nearest to it.

        Args:
            most: so many are held against it.
            least: none, where even the nearest has a lower cosine.
        """
        cut, vectors = self._cut(text)
        cosines = vectors @ self.measure.vectors([claim])[0]
        order = np.argsort(-cosines, kind="stable")[:most]
        nearest = float(cosines[order[0]]) if len(order) else -1.0
        if nearest < least:
            order = order[:0]
        pairs = [(claim, cut[at]) for at in order]
        return Compared(nearest, cosines[order], self.measure.relations(pairs))

    def _cut(self, text: str) -> tuple[list[str], np.ndarray]:
        if text not in self._known:
            cut = sentences(text)
            self._known[text] = cut, self.measure.vectors(cut)
        return self._known[text]


def sentences(text: str) -> list[str]:
    """Cut a text into sentences, none longer than 60 words."""
    found: list[str] = []
    for one in _END.split(text):
        words = one.split()
        found += [" ".join(words[at : at + _LONGEST]) for at in range(0, len(words), _LONGEST)]
    return [one for one in found if len(one) > 2]


def shared(one: str, other: Sequence[str]) -> float:
    """Give the share of the words of four letters or more of `one` that `other` has too."""
    words = {word for word in re.findall(r"\w+", one.casefold()) if len(word) > 3}
    there = {word for text in other for word in re.findall(r"\w+", text.casefold())}
    return len(words & there) / len(words) if words else 0.0
