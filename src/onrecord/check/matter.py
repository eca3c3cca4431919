"""Are two sentences about the same matter? By the rare words they share, and by nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from math import log

from onrecord.core.laid import Laid

_WORD = re.compile(r"[^\W\d_]{3,}")

ABOUT_THE_SAME = 0.34
"""The share of a sentence's rare words (weighted by how rare) that another must have to be about
the same matter. Set by hand, and tried on the drafts of the tests and of the constructed case."""


class Matter:
    """Says how much of the rare words of one sentence another has.

    Args:
        sentences: among which a word is rare or not.
    """

    def __init__(self, sentences: Iterable[str]) -> None:
        self._take(*_counted(sentences))

    @classmethod
    def laid(cls, laid: Laid, name: str, sentences: Callable[[], Iterable[str]]) -> Matter:
        """Give what is laid out under a name, or made of some sentences."""
        made = cls.__new__(cls)
        made._take(*laid.value(name, tuple[int, dict[str, int]], lambda: _counted(sentences())))
        return made

    def _take(self, count: int, held: Mapping[str, int]) -> None:
        self._count, self._held = count + 1, held

    def same(self, one: str, other: str) -> bool:
        """Say whether `other` is about what `one` is about."""
        return self.alike(one, other) >= ABOUT_THE_SAME

    def alike(self, one: str, other: str) -> float:
        """Give the share, from 0 to 1, of the weight of one's words that the other has."""
        mine, theirs = _words_lately(one), _words_lately(other)
        weights = {word: log(1 + self._count / (1 + self._held.get(word, 0))) for word in mine}
        whole = sum(weights.values())
        return sum(weights[word] for word in mine & theirs) / whole if whole else 0.0


def _counted(sentences: Iterable[str]) -> tuple[int, dict[str, int]]:
    """Give how many sentences there are, and in how many each word is."""
    count, held = 0, Counter[str]()
    for one in sentences:
        count += 1
        held.update(_words(one))
    return count, dict(held)


def _words(sentence: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(sentence))


_words_lately = lru_cache(maxsize=4096)(_words)
"""A sentence is held against many, and again when the one beside it has changed."""
