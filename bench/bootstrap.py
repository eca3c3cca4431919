"""How far a figure could have come out otherwise: 95 % intervals over documents.

The documents are drawn again with replacement, as many as there are, 1,000 times from a fixed seed;
the counts of those drawn are summed and the figures made of the sums. The interval leaves out the
25 lowest and the 25 highest of the 1,000 (Efron's percentile interval). It speaks of other texts of
the same kind, not of other kinds of text, and one document has none.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Sequence

from bench.rates import Counts
from bench.task import Figures, Measured

RESAMPLES = 1000
SEED = 2026
_EACH_SIDE = 0.025


def measured(
    documents: Sequence[Counts], figures: Callable[[Counts], Figures], notes: Sequence[str] = ()
) -> Measured:
    """Give the figures of all documents together, each with its interval.

    Args:
        documents: the counts of each document; a count that is missing is nought.
        figures: makes figures out of summed counts.
    """
    keys = sorted({key for document in documents for key in document})
    columns = {key: [document.get(key, 0) for document in documents] for key in keys}
    totals = {key: sum(column) for key, column in columns.items()}
    if len(documents) < 2:
        return Measured(figures(totals), {}, tuple(notes))
    chance = random.Random(SEED)
    drawn: dict[str, list[float]] = defaultdict(list)
    places = range(len(documents))
    for _ in range(RESAMPLES):
        sample = chance.choices(places, k=len(documents))
        sums = {key: sum(map(column.__getitem__, sample)) for key, column in columns.items()}
        for name, value in figures(sums).items():
            drawn[name].append(value)
    whole = figures(totals)
    return Measured(whole, {name: _middle(drawn[name]) for name in whole}, tuple(notes))


def _middle(values: list[float]) -> tuple[float, float]:
    ordered = sorted(values)
    cut = int(len(ordered) * _EACH_SIDE)
    return ordered[cut], ordered[-1 - cut]
