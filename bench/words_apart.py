"""Compares texts by their words alone, and counts how often: so grouping is timed by itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.assess import Relation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_WORD = re.compile(r"[a-z]{4,}")
_WIDTH = 384
_SHARED = 0.7


class Words:
    """A `Measure` without weights. A word has a direction by its letters; a text has their sum."""

    digest = "words alone"

    def __init__(self) -> None:
        self.pairs = 0
        """How many pairs were compared."""

    def vectors(self, texts: Sequence[str]) -> Floats:
        import numpy as np

        made = np.zeros((len(texts), _WIDTH), np.float32)
        for row, text in zip(made, texts, strict=True):
            for word in _words(text):
                row += _direction(word)
            row /= np.linalg.norm(row) or 1
        return made

    def relations(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        import numpy as np

        self.pairs += len(pairs)
        made = np.zeros((len(pairs), len(Relation)), np.float32)
        for row, (claim, said) in zip(made, pairs, strict=True):
            one, other = _words(claim), _words(said)
            same = len(one & other) >= _SHARED * max(1, len(one))
            row[Relation.AFFIRMS if same else Relation.NONE] = 1
        return made


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


@lru_cache(maxsize=100_000)
def _direction(word: str) -> Floats:
    import numpy as np

    seed = hashlib.blake2b(word.encode(), digest_size=8).digest()
    made = np.random.default_rng(int.from_bytes(seed, "big")).standard_normal(_WIDTH)
    return made.astype(np.float32)
