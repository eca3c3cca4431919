"""How much of what two sentences speak of is the same: words that are rare in the case weigh most.

The network answers boldly for two sentences that merely stand in one story ("where the coins came
from", "the coins were not insured"). What they share beyond the words of the whole story tells
those that say something of the same thing.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Set
from functools import lru_cache

from onrecord.core.letters import CAPITAL

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_SMALL = frozenset(
    "the and that for was were with had has have not but his her its their from which who they she"
    " him them are been will would could when where what this there into out over all any one two"
    " said says told yes might may very much well just some case true right would appear happened"
    " think know indeed".split()
)
_LETTERS = 5
"""A word stands for all that begin so: "sold" and "sells" are two, "charge" and "charged" one."""
_UNSEEN = 20
"""As if so many sentences without a word had been met before any: a young case weighs alike."""
YOUNG = 1000
"""Of so few sentences the nearest mostly say the same, whatever words they share."""
_NAME = re.compile(rf"{CAPITAL}[\w’'-]+(?: {CAPITAL}[\w’'-]+)+")


def stems(words: str) -> frozenset[str]:
    """Give the beginnings of the words of a sentence that are not small."""
    return _stems(words)


def spoken_of(words: str) -> int:
    """Count the words of a sentence that are not small."""
    return len(_stems(words))


class Common:
    """The words met so far. What is weighed depends on what came before, and on nothing after."""

    def __init__(self) -> None:
        self._met: defaultdict[str, int] = defaultdict(int)
        self._sentences = self._due = 0
        self._weighed_at, self._counts = 0, dict[str, int]()
        self._weights: dict[str, float] = {}

    def meet(self, words: str) -> None:
        """Count the words of one more sentence."""
        for stem in _stems(words):
            self._met[stem] += 1
        self._sentences += 1
        if self._sentences >= self._due:
            # Weighed anew whenever a tenth more was met: each time for all that is asked till then.
            self._weighed_at, self._counts, self._weights = self._sentences, dict(self._met), {}
            self._due = self._sentences + self._sentences // 10 + 1

    def share(self, one: str, other: str) -> float:
        """Give the weight of the words that both have, as a part of all that either has: 0 to 1."""
        ours, theirs = _stems(one), _stems(other)
        every = sum(map(self._weight, ours | theirs))
        return sum(map(self._weight, ours & theirs)) / every if every else 0.0

    def by_chance(self, words: str, others: str = "", *, but: Set[str] = frozenset()) -> float:
        """Give how many of the sentences met so far would have all of some words by chance.

        As if each stood where it stands without regard to the others; but the words of one name go
        together, and count as its rarest. The first `YOUNG` sentences are not counted: in so few
        nothing is said everywhere.

        Args:
            others: given, only those words are asked for that these have too.
            but: stems (`stems`) that are left out.
        """
        left = _stems(words) - but
        if others:
            left &= _stems(others)
        told = 0.0
        for name in _names(words):
            if some := name & left:
                told += max(map(self._weight, some))
                left -= some
        told += sum(map(self._weight, sorted(left)))
        return max(0, self._weighed_at - YOUNG) * math.exp(-told)

    def _weight(self, stem: str) -> float:
        weight = self._weights.get(stem)
        if weight is None:
            met = self._counts.get(stem, 0)
            weight = self._weights[stem] = math.log((self._weighed_at + _UNSEEN) / (met + 1))
        return weight


@lru_cache(maxsize=8192)
def _names(words: str) -> tuple[frozenset[str], ...]:
    """Give the stems of each name of several words."""
    return tuple(map(_stems, _NAME.findall(words)))


@lru_cache(maxsize=8192)
def _stems(words: str) -> frozenset[str]:
    return frozenset(filter(None, map(_stem, _WORD.findall(words))))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Give the beginning of a word; '' of a small one."""
    return "" if word.casefold() in _SMALL else word[:_LETTERS].casefold()
