"""Which sentences share a run of words? An index of runs that takes 12 bytes a word of a record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from zlib import crc32

RUN = 3
"""Words in a run that two wordings must share to be compared."""


def runs(words: Sequence[str]) -> set[int]:
    """Give the runs of some words, by number.

    The number of a run is the same in every process: of whole numbers the built-in hash is.
    """
    numbers = [_number(word) for word in words]
    return {hash(tuple(numbers[at : at + RUN])) for at in range(len(numbers) - RUN + 1)}


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


class Runs:
    """The runs of some sentences, to be looked up; see `written`."""

    def __init__(self, body: bytes) -> None:
        import numpy as np

        count = len(body) // (8 + 4)
        self._held = np.frombuffer(body, np.int64, count)
        self._where = np.frombuffer(body, np.int32, count, 8 * count)

    def sharing(self) -> list[int]:
        """Give the sentences that share a run with another, by number: of a record very few do."""
        import numpy as np

        again = self._held[1:] == self._held[:-1]
        shared = np.zeros(len(self._held), bool)
        shared[1:] |= again
        shared[:-1] |= again
        found: list[int] = np.unique(self._where[shared]).tolist()
        return found

    def holders(self, run: int, most: int) -> list[int]:
        """Give the sentences that hold a run, by number, the first of them."""
        start = int(self._held.searchsorted(run))
        end = int(self._held[start : start + most].searchsorted(run, "right"))
        found: list[int] = self._where[start : start + end].tolist()
        return found

    def all_holders(self, wanted: Collection[int], most: int) -> list[list[int]]:
        """Give the same of several runs, looked up together: one by one takes far longer."""
        import numpy as np

        numbers = np.fromiter(wanted, np.int64, len(wanted))
        starts = self._held.searchsorted(numbers)
        ends = np.minimum(self._held.searchsorted(numbers, "right"), starts + most)
        return [
            self._where[start:end].tolist()
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ]


def written(sentences: Iterable[Sequence[str]]) -> bytes:
    """Write the runs of some sentences, rising, and after them in which sentence each is."""
    import numpy as np

    found = [runs(words) for words in sentences]
    sizes = [len(one) for one in found]
    held = np.fromiter((run for one in found for run in one), np.int64, sum(sizes))
    order = np.argsort(held, kind="stable")
    where = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    return held[order].tobytes() + where[order].tobytes()
