"""Which claims a statement may speak to: near ones by vectors, without comparing all with all.

Vectors are kept in lists, each round the vector that began it; a search looks into the nearest
lists only. A list is begun where no other is near, and never moved, so what is found for a
statement depends on what came before it and on nothing that came after.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

NEAR = 0.35
"""A vector nearer than this to the beginning of a list goes into it."""
EXACT = 2048
"""Up to so many vectors all are compared; with more, those of the nearest lists."""
LISTS = 12
"""So many lists are looked into."""


class Candidates:
    """Vectors of length 1 that can be searched while they grow."""

    def __init__(self, width: int) -> None:
        self._count = 0
        self._vectors = _Rows(width)
        self._begins = _Rows(width)
        self._lists: list[_Rows] = []
        self._numbers: list[list[int]] = []

    def __len__(self) -> int:
        return self._count

    def add(self, vector: Floats) -> int:
        """Take a vector in, and give its number."""
        number = self._count
        self._count += 1
        if number < EXACT:
            self._vectors.add(vector)
        if len(self._begins):
            near = self._begins.all @ vector
            best = int(near.argmax())
            if near[best] >= NEAR:
                self._lists[best].add(vector)
                self._numbers[best].append(number)
                return number
        self._begins.add(vector)
        self._lists.append(_Rows(len(vector), room=4))
        self._lists[-1].add(vector)
        self._numbers.append([number])
        return number

    def near(self, vector: Floats, most: int, least: float) -> list[tuple[int, float]]:
        """Give up to `most` of the nearest, the nearest first, with their cosines of `least`."""
        if not self._count:
            return []
        if self._count <= EXACT:
            numbers = np.arange(len(self._vectors))
            cosines = self._vectors.all @ vector
        else:
            order = _largest(self._begins.all @ vector, LISTS)
            numbers = np.array([number for at in order for number in self._numbers[at]])
            # Each list has its vectors side by side: to gather them anew took most of a search.
            cosines = np.concatenate([self._lists[at].all @ vector for at in order])
        best = _largest(cosines, most)
        return [(int(numbers[at]), float(cosines[at])) for at in best if cosines[at] >= least]


def _largest(values: Floats, most: int) -> list[int]:
    """Give the places of the largest values, the largest first, the earlier first among equals."""
    if len(values) > most:
        some = np.argpartition(-values, most - 1)[:most]
        # Equal values at the edge: the earlier wins, whatever the partition did.
        some = np.flatnonzero(values >= values[some].min())
    else:
        some = np.arange(len(values))
    order = np.lexsort((some, -values[some]))
    return [int(some[at]) for at in order[:most]]


class _Rows:
    """A table that grows."""

    def __init__(self, width: int, room: int = 64) -> None:
        self._table = np.zeros((room, width), np.float32)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def all(self) -> Floats:
        return self._table[: self._count]

    def add(self, row: Floats) -> int:
        if self._count == len(self._table):
            self._table = np.concatenate([self._table, np.zeros_like(self._table)])
        self._table[self._count] = row
        self._count += 1
        return self._count - 1
