"""The network of claims as it ships: sentence vectors, and what a statement does to a claim.

The lower layers read each text alone; what they give is kept for a while, because a claim is held
against many statements. Whatever is asked, one text or one pair goes through at a time; where there
are two processors, two of them side by side, which changes no answer.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, TypeVar

from onrecord.assess.claims.labels import LONGEST_CLAIM, LONGEST_STATEMENT, WIDTH, Relation
from onrecord.assess.claims.measure import Pair
from onrecord.models import END, START, session, tokenizer

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Floats = NDArray[np.float32]

FILE = "claims.zip"
SLOPE, SHIFT = 10.0, -7.5
"""How the odds of a relation grow with the share of a claim's words that a statement has: it learnt
from pairs in other words, every second of which spoke to its claim; in a case one in fifty does.
Chosen on five constructed cases that it had not learnt from (2026-11-27)."""
_FIRST, _WORDS = 1995, 2040
"""Where the words of the vocabulary begin, by frequency, and where those that carry meaning do."""
THREADS = 2
RUN = 2
"""Raised when the same weights answer otherwise, as they are run: what was kept is asked anew."""
_KEPT = 2048
"""Texts whose lower layers are kept: at 62 pieces about 200 MB at most, mostly a third of that."""
_One = TypeVar("_One")


@dataclass(frozen=True)
class _Text:
    """The pieces of a text, cut to a length, and what the lower layers give for them."""

    ids: NDArray[np.int64]
    below: Floats

    @cached_property
    def lengths(self) -> Floats:
        """The length of each piece: (pieces, 1)."""
        import numpy as np

        made: Floats = np.linalg.norm(self.below[0, 1:-1], axis=1, keepdims=True)
        return made

    @property
    def directions(self) -> Floats:
        """The pieces alone, each of length 1: (pieces, width)."""
        made: Floats = self.below[0, 1:-1] / self.lengths
        return made

    @cached_property
    def weight(self) -> Floats:
        """How much each piece carries: the rarer the more, and the commonest nothing."""
        import numpy as np

        rare = np.log1p(np.maximum(self.ids - _FIRST, 0))
        return np.where(self.ids >= _WORDS, rare, 0.0)


@dataclass(frozen=True, slots=True)
class _Graphs:
    """The cutter into pieces, the layers that read a text alone, and what follows them."""

    cut: Tokenizer
    below: InferenceSession
    apart: InferenceSession
    pair: InferenceSession


class Network:
    """The shipped network; a `Measure`."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.digest = f"claims {hashlib.sha256(data).hexdigest()[:16]} {RUN}"
        self._cut = lru_cache(maxsize=_KEPT)(self._pieces)
        self._read_pieces = lru_cache(maxsize=_KEPT)(self._lower)

    @cached_property
    def _graphs(self) -> _Graphs:
        # Who lists what was worked out before asks for the digest alone: nothing is loaded for it.
        with zipfile.ZipFile(io.BytesIO(self._data)) as file:
            return _Graphs(
                tokenizer(file.read("vocabulary.txt").decode().split("\n")),
                *(session(file.read(f"{name}.onnx")) for name in ("below", "apart", "pair")),
            )

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Give one vector of length 1 for each text, (texts, WIDTH); near ones mean alike."""
        import numpy as np

        made = np.zeros((len(texts), WIDTH), np.float32)
        for row, vector in zip(made, _side_by_side(self._vector, texts), strict=True):
            row[:] = vector
        return made

    def relations(self, pairs: Sequence[Pair]) -> Floats:
        """Give how likely each `Relation` is for each pair, from 0 to 1: (pairs, relations)."""
        import numpy as np

        # Each text is read once, whatever both threads are at.
        texts = {(claim, LONGEST_CLAIM): None for claim, _ in pairs}
        texts |= {(said, LONGEST_STATEMENT): None for _, said in pairs}
        for _ in _side_by_side(lambda asked: self._read(*asked).below, list(texts)):
            pass
        made = np.zeros((len(pairs), len(Relation)), np.float32)
        for row, figures in zip(made, _side_by_side(self._relation, pairs), strict=True):
            row[:] = figures
        return made

    def _vector(self, text: str) -> Floats:
        below = self._read(text, LONGEST_STATEMENT).below
        made: Floats = self._graphs.apart.run(None, {"below": below})[0][0]
        return made

    def _pieces(self, text: str) -> list[int]:
        found: list[int] = self._graphs.cut.encode(text, add_special_tokens=False).ids
        return found[:LONGEST_STATEMENT]

    def _relation(self, pair: Pair) -> Floats:
        import numpy as np

        claim, said = pair
        one = self._read(claim, LONGEST_CLAIM)
        other = self._read(said, LONGEST_STATEMENT)
        row: Floats = self._graphs.pair.run(None, {"claim": one.below, "said": other.below})[0][0]
        # What the words share decides how much "none" weighs; which relation, the network.
        row[1:] *= np.exp(SLOPE * _shared(one, other) + SHIFT)
        row /= row.sum()
        return row

    def _read(self, text: str, longest: int) -> _Text:
        """Read a text alone; where a claim and a statement have the same words, once."""
        return self._read_pieces(tuple(self._cut(text)[:longest]))

    def _lower(self, cut: tuple[int, ...]) -> _Text:
        import numpy as np

        given = {
            "ids": np.array([[START, *cut, END]]),
            "positions": np.arange(len(cut) + 2)[None],
        }
        return _Text(np.array(cut, np.int64), self._graphs.below.run(None, given)[0])


def _shared(one: _Text, other: _Text) -> float:
    """Give how much of a claim a statement has, piece by piece, from 0 to 1.

    Each piece of the claim has its nearest in the statement (Zhang and others 2020, BERTScore);
    rare pieces weigh more, and the numbers of a vocabulary of BERT's follow frequency.
    """
    weight = one.weight
    if not weight.sum() or not len(other.ids):
        return 0.0
    nearest = (one.directions @ other.directions.T).max(axis=1)
    return float((nearest * weight).sum() / weight.sum())


def _side_by_side(work: Callable[[_One], Floats], ones: Sequence[_One]) -> Iterable[Floats]:
    """Do the same for each, on two threads: the network lets go of Python while it runs."""
    return _threads().map(work, ones) if len(ones) > 1 else map(work, ones)


@lru_cache(maxsize=1)
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(THREADS, "claims")


@lru_cache(maxsize=1)
def shipped() -> Network:
    """Load the shipped network, once a process."""
    return Network(resources.files(__package__).joinpath(FILE).read_bytes())
