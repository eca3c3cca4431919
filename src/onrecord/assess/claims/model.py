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
            given = {
                "claim": self._read(claim, LONGEST_CLAIM),
                "said": self._read(said, LONGEST_STATEMENT),
            }
            row[:] = self._pair.run(None, given)[0][0]
        return made

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
