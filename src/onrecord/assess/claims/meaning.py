"""Statements to be found by what they mean: one vector for each thing that each puts forward.

The vectors are those by which statements are grouped into claims, so that most are remembered. All
of a moment together are one body, which is read whole: a question then costs one vector and one
product of a matrix, whatever the size of the case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from onrecord.assess.claims.labels import WIDTH
from onrecord.assess.claims.measure import Kept, Measure, Memory
from onrecord.assess.claims.told import Place, parts, plain
from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Meanings:
    """The vectors of some statements.

    Args:
        owners: which statement each vector is of, by its place among them.
        vectors: of length 1: (vectors, WIDTH).
    """

    def __init__(self, owners: NDArray[np.int32], vectors: NDArray[np.float16]) -> None:
        self._owners, self._vectors = owners, vectors.astype(np.float32)

    @classmethod
    def of(
        cls,
        rows: Sequence[StatementRow],
        measure: Measure,
        wordings: Mapping[Place, str],
        memory: Memory | None,
    ) -> Meanings:
        """Work out the vectors of statements; those that `memory` keeps are taken from there."""
        kept = Kept(measure, memory)
        by_source: dict[SourceId, list[tuple[int, str]]] = {}
        for at, row in enumerate(rows):
            cut = parts(wordings.get((row.source, row.id)) or row.content)
            by_source.setdefault(row.source, []).extend((at, words) for words in cut)
        owners = [at for some in by_source.values() for at, _ in some]
        made = [
            kept.vectors(source, [words for _, words in some]) for source, some in by_source.items()
        ]
        kept.keep()
        together = np.concatenate(made) if made else np.zeros((0, WIDTH), np.float32)
        return cls(np.array(owners, np.int32), together.astype(np.float16))

    @classmethod
    def read(cls, body: bytes) -> Meanings:
        """Read what `written` wrote."""
        count = len(body) // (4 + 2 * WIDTH)
        owners = np.frombuffer(body, np.int32, count)
        vectors = np.frombuffer(body, np.float16, count * WIDTH, 4 * count)
        return cls(owners, vectors.reshape(count, WIDTH))

    def written(self) -> bytes:
        """Write all of it down."""
        return self._owners.tobytes() + self._vectors.astype(np.float16).tobytes()

    def near(
        self, words: str, measure: Measure, most: int, least: float
    ) -> list[tuple[int, float]]:
        """Give which statements mean what `words` do, the nearest first, with their cosines.

        Args:
            most: at most so many; of one statement the nearest vector counts.
            least: none that is less like it.
        """
        asked = plain(words)
        if not asked or not len(self._owners):
            return []
        cosines = self._vectors @ measure.vectors([asked])[0]
        best = np.full(int(self._owners.max()) + 1, -2.0, np.float32)
        np.maximum.at(best, self._owners, cosines)
        order = np.lexsort((np.arange(len(best)), -best))[:most]
        return [(int(at), float(best[at])) for at in order if best[at] >= least]
