"""The network of claims as it ships: sentence vectors, and what a statement does to a claim.

The lower layers read each text alone; what they give is kept for a while, because a claim is held
against many statements. Whatever is asked, one text or one pair goes through at a time.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.assess.claims.labels import LONGEST_CLAIM, LONGEST_STATEMENT, WIDTH, Relation
from onrecord.assess.claims.measure import Pair
from onrecord.models import END, START, session, tokenizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FILE = "claims.zip"
SLOPE, SHIFT = 6.0, -2.0
"""How the odds of a relation grow with the share of a claim's words that a statement has; chosen
on our own invented case of twelve documents (2026-11-26)."""
_FIRST, _WORDS = 1995, 2040
"""Where the words of the vocabulary begin, by frequency, and where those that carry meaning do."""
_KEPT = 4096
"""Texts whose lower layers are kept: at 62 pieces about 400 MB at most, mostly a third of that."""


class Network:
    """The shipped network; a `Measure`."""

    def __init__(self, data: bytes) -> None:
        self.digest = f"claims {hashlib.sha256(data).hexdigest()[:16]}"
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            self._cut = tokenizer(file.read("vocabulary.txt").decode().split("\n"))
            self._below, self._apart, self._pair = (
                session(file.read(f"{name}.onnx")) for name in ("below", "apart", "pair")
            )
        self._read = lru_cache(maxsize=_KEPT)(self._lower)

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Give one vector of length 1 for each text, (texts, WIDTH); near ones mean alike."""
        import numpy as np

        made = np.zeros((len(texts), WIDTH), np.float32)
        for row, text in zip(made, texts, strict=True):
            row[:] = self._apart.run(None, {"below": self._read(text, LONGEST_STATEMENT)})[0][0]
        return made

    def relations(self, pairs: Sequence[Pair]) -> Floats:
        """Give how likely each `Relation` is for each pair, from 0 to 1: (pairs, relations)."""
        import numpy as np

        made = np.zeros((len(pairs), len(Relation)), np.float32)
        for row, (claim, said) in zip(made, pairs, strict=True):
            one = self._read(claim, LONGEST_CLAIM)
            other = self._read(said, LONGEST_STATEMENT)
            row[:] = self._pair.run(None, {"claim": one, "said": other})[0][0]
            # What the words share decides how much "none" weighs; which relation, the network.
            row[1:] *= np.exp(SLOPE * self._shared(claim, one, other) + SHIFT)
            row /= row.sum()
        return made

    def _shared(self, claim: str, one: Floats, other: Floats) -> float:
        """Give how much of a claim a statement has, piece by piece, from 0 to 1.

        Each piece of the claim has its nearest in the statement (Zhang and others 2020, BERTScore);
        rare pieces weigh more, and the numbers of a vocabulary of BERT's follow frequency.
        """
        import numpy as np

        ids = np.array(self._cut.encode(claim, add_special_tokens=False).ids[:LONGEST_CLAIM])
        weight = np.where(ids >= _WORDS, np.log1p(np.maximum(ids - _FIRST, 0)), 0.0)
        if not weight.sum() or other.shape[1] < 3:
            return 0.0
        a, b = one[0, 1:-1], other[0, 1:-1]
        a = a / np.linalg.norm(a, axis=1, keepdims=True)
        b = b / np.linalg.norm(b, axis=1, keepdims=True)
        return float(((a @ b.T).max(axis=1) * weight).sum() / weight.sum())

    def _lower(self, text: str, longest: int) -> Floats:
        import numpy as np

        cut = self._cut.encode(text, add_special_tokens=False).ids[:longest]
        given = {
            "ids": np.array([[START, *cut, END]]),
            "positions": np.arange(len(cut) + 2)[None],
        }
        below: Floats = self._below.run(None, given)[0]
        return below


@lru_cache(maxsize=1)
def shipped() -> Network:
    """Load the shipped network, once a process."""
    return Network(resources.files(__package__).joinpath(FILE).read_bytes())
