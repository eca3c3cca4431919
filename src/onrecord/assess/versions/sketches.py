"""Which texts are nearly one, told from a few numbers of each.

A sketch keeps the smallest hashes of a text's runs of words. Those that are smallest in two texts
together are a fair sample of all their runs, so the part of them that both hold estimates the share
of runs in common (bottom-k sketches, Broder 1997). No text is compared with all others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b

from onrecord.core.vocabulary import Text

KEPT = 96
"""Hashes of a sketch: the share in common is told to within a tenth."""

ONE_PAGE = 0.5
"""The share of all runs of two texts that both hold, above which they are one page edited. Three
edited pages at hand hold .6 to .8 (2026-11-26); reports of one publisher and day on two matters
hold next to nothing."""

RUN = 4
_FEWEST = 40
_WORD = re.compile(r"\w+")

Sketch = tuple[int, ...]


def sketch(text: Text) -> Sketch:
    """Give the smallest hashes of a text's runs of words; none for a text too short to tell."""
    words = [
        word.casefold()
        for block in text.blocks
        if block.kind.speaks
        for word in _WORD.findall(block.at.of(text.characters))
    ]
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    if len(runs) < _FEWEST:
        return ()
    return tuple(sorted(map(_hash, runs))[:KEPT])


def nearly_one(sketches: Sequence[Sketch]) -> list[int]:
    """Give for each text the first that it is nearly one with: its own place, where none is."""
    holders: dict[int, list[int]] = defaultdict(list)
    first = list(range(len(sketches)))
    for at, mine in enumerate(sketches):
        seen = dict.fromkeys(other for value in mine for other in holders[value])
        for other in sorted(seen):
            if _share(sketches[other], mine) >= ONE_PAGE:
                first[at] = first[other]
                break
        for value in mine:
            holders[value].append(at)
    return first


def _share(one: Sketch, other: Sketch) -> float:
    both = sorted({*one, *other})[:KEPT]
    return len(set(one) & set(other) & set(both)) / len(both) if both else 0.0


def _hash(run: str) -> int:
    digest = blake2b(run.encode("utf-8", "surrogatepass"), digest_size=6)
    return int.from_bytes(digest.digest(), "big")
