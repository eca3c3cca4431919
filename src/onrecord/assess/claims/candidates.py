"""Which claims a statement may speak to: near ones by vectors, without comparing all with all.

Vectors are kept in lists, each round the vector that began it; a search looks into the nearest
lists only. A list is begun where no other is near, and never moved, so what is found for a
statement depends on what came before it and on nothing that came after.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

NEAR = 0.35
"""A vector nearer than this to the beginning of a list goes into it."""
EXACT = 2048
"""Up to so many vectors all are compared; with more, those of the nearest lists."""
LISTS = 12
"""So many lists are looked into."""


@dataclass(frozen=True, slots=True)
class Looked:
    """How near a vector is to the beginnings of lists that were there, and to all vectors.

    None: it was not compared with them, or too many were there for that.
    """

    begins: Floats | None = None
    vectors: Floats | None = None


UNSEEN = Looked()


class Candidates:
    """Vectors of length 1 that can be searched while they grow."""

    def __init__(self, width: int) -> None:
        self._count = 0
        self._vectors = _Rows(width)
        self._begins = _Rows(width)
        self._lists: list[_Rows] = []
        self._numbers: list[_Rows] = []

    def __len__(self) -> int:
        return self._count

    def look(self, vectors: Floats) -> Sequence[Looked]:
        """Hold some vectors against what is there: many at once cost a fraction of one by one."""
        begins = vectors @ self._begins.all.T
        if self._count > EXACT:
            return [Looked(near, None) for near in begins]
        every = vectors @ self._vectors.all.T
        return [Looked(*near) for near in zip(begins, every, strict=True)]

    def add(self, vector: Floats, into: int | None = None, looked: Looked = UNSEEN) -> int:
        """Take a vector in, and give the list it is in: of the nearest beginning, or a new one.

        Args:
            into: that list, where it is known from before.
            looked: what `look` gave for it: only what came since is compared.
        """
        number = self._count
        self._count += 1
        if number < EXACT:
            self._vectors.add(vector)
        if into is None:
            into = self._list_of(vector, looked)
        if into == len(self._lists):
            self._begins.add(vector)
            self._lists.append(_Rows(len(vector)))
            self._numbers.append(_Rows())
        self._lists[into].add(vector)
        self._numbers[into].add(number)
        return into

    def _list_of(self, vector: Floats, looked: Looked) -> int:
        if len(self._begins):
            near = self._begins.cosines(vector, looked.begins)
            best = int(near.argmax())
            if near[best] >= NEAR:
                return best
        return len(self._lists)

    def near(
        self, vector: Floats, most: int, least: float, looked: Looked = UNSEEN
    ) -> list[tuple[int, float]]:
        """Give up to `most` of the nearest, the nearest first, with their cosines of `least`.

        Args:
            looked: what `look` gave for it: only what came since is compared.
        """
        if not self._count:
            return []
        if self._count <= EXACT:
            numbers = np.arange(len(self._vectors))
            cosines = self._vectors.cosines(vector, looked.vectors)
        else:
            order = largest(self._begins.cosines(vector, looked.begins), LISTS)
            # Each list has its vectors and numbers side by side: to gather them anew took most of
            # a search.
            numbers = np.concatenate([self._numbers[at].all for at in order])
            cosines = np.concatenate([self._lists[at].all @ vector for at in order])
        near = np.flatnonzero(cosines >= least)
        best = near[largest(cosines[near], most)]
        return [(int(numbers[at]), float(cosines[at])) for at in best]


def largest(values: Floats, most: int) -> list[int]:
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
    """A table that grows: of rows of so many figures, or of whole numbers where it has no width.

    Rows lie beside it until the table is asked for: most are taken in and never looked at.
    """

    def __init__(self, width: int | None = None) -> None:
        self._table: NDArray[Any] = (
            np.empty(0, np.int64) if width is None else np.empty((0, width), np.float32)
        )
        self._count = 0
        self._new: list[Floats | int] = []

    def __len__(self) -> int:
        return self._count + len(self._new)

    @property
    def all(self) -> NDArray[Any]:
        if self._new:
            count = len(self)
            if count > len(self._table):
                room = max(count, 2 * len(self._table))
                table = np.zeros((room, *self._table.shape[1:]), self._table.dtype)
                table[: self._count] = self._table[: self._count]
                self._table = table
            self._table[self._count : count] = self._new
            self._count, self._new = count, []
        return self._table[: self._count]

    def cosines(self, vector: Floats, known: Floats | None) -> Floats:
        """Give the cosine of each row with a vector; `known` are those of the first rows."""
        table = self.all
        if known is None:
            return table @ vector
        return np.concatenate([known, table[len(known) :] @ vector])

    def add(self, row: Floats | int) -> None:
        self._new.append(row)
