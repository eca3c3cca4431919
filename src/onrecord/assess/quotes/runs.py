"""Which sentences share a run of words? An index of runs that takes 16 bytes a word of a record."""

from __future__ import annotations

from collections.abc import Sequence

RUN = 3
"""Words in a run that two wordings must share to be compared."""


def runs(words: Sequence[str]) -> set[int]:
    """Give the runs of some words, by number.

    Within one run of the program only equality counts, so the built-in hash will do.
    """
    return {hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1)}


class Runs:
    """The runs of some sentences, to be looked up."""

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        import numpy as np

        found = [runs(words) for words in sentences]
        sizes = [len(one) for one in found]
        held = np.fromiter((run for one in found for run in one), np.int64, sum(sizes))
        order = np.argsort(held, kind="stable")
        self._held = held[order]
        self._where = np.repeat(np.arange(len(sizes)), sizes)[order]

    def holders(self, run: int, most: int) -> list[int]:
        """Give the sentences that hold a run, by number, the first of them."""
        start = int(self._held.searchsorted(run))
        end = int(self._held[start : start + most].searchsorted(run, "right"))
        found: list[int] = self._where[start : start + end].tolist()
        return found
