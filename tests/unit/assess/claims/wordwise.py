"""A measure that needs no weights: it counts shared words, and minds whether there is a "not"."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.assess.claims.labels import WIDTH, Relation
from onrecord.assess.claims.measure import Pair

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_WORD = re.compile(r"[^\W_]+(?:['’]t)?")
_NO = frozenset(("not", "no", "never", "nothing", "nobody", "none"))
_SMALL = frozenset(
    "a an the of to in on at by for from with and or that this it is was were are be been had has"
    " have he she they we i his her their our my as which who".split()
)
_SHARED = 0.7


class Wordwise:
    """Compares texts by their words alone."""

    digest = "wordwise-1"

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Give hashed counts of words, of length 1."""
        import numpy as np

        made = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in zip(made, texts, strict=True):
            for word in _words(text):
                digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4)
                row[int.from_bytes(digest.digest(), "big") % WIDTH] += 1
            row /= np.linalg.norm(row) or 1
        return made

    def relations(self, pairs: Sequence[Pair]) -> Floats:
        """Say the same where most words are shared, the contrary where a "not" is in one only."""
        import numpy as np

        made = np.zeros((len(pairs), len(Relation)), np.float32)
        for row, (claim, said) in zip(made, pairs, strict=True):
            one, other = _words(claim), _words(said.partition(": ")[2] or said)
            shared = len(one & other) / max(1, min(len(one), len(other)))
            same = _negative(claim) == _negative(said)
            best = Relation.AFFIRMS if same else Relation.DENIES
            row[best if shared >= _SHARED else Relation.NONE] = 1
        return made


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _SMALL - _NO


def _negative(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return any(word in _NO or word.endswith(("n't", "n’t")) for word in words)
