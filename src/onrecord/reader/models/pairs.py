"""How alike a mention is to those before it, by the network: all its pairs at once.

What is seen of a pair is what `likeness.features` gives, as in training.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from onrecord.reader.models import likeness

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.reader.models.network import Spotted

    Floats = NDArray[np.float32]

_NONE = likeness.WIDTH
"""The row of zeros after those of the features."""
_FIRST = 64


class Earlier:
    """The mentions of one text that were met so far, in columns. Kept for one reading only.

    Args:
        tables: the network's.
        most: a mention is compared with so many before it.
    """

    def __init__(self, tables: Mapping[str, Floats], most: int) -> None:
        self._tables, self._most = tables, most
        self._features = np.concatenate([tables["alike"], np.zeros_like(tables["alike"][:1])])
        self._half = tables["alike"].shape[1]
        apart = [likeness.distance(apart) for apart in range(most, 0, -1)]
        self._apart = self._features[apart]
        self._seen: list[likeness.Seen] = []
        self._before = np.empty((_FIRST, 2 * self._half), np.float32)
        self._forms_and_lasts = np.empty((_FIRST, 2), np.int64)

    def enter(self, one: Spotted, seen: likeness.Seen) -> None:
        """Take in a mention, after all that stand before it."""
        count = len(self._seen)
        if count == len(self._before):
            self._before = np.concatenate([self._before, np.empty_like(self._before)])
            more = np.empty_like(self._forms_and_lasts)
            self._forms_and_lasts = np.concatenate([self._forms_and_lasts, more])
        self._before[count] = one.before
        self._forms_and_lasts[count] = seen.form, seen.last
        self._seen.append(seen)

    def alike(self, one: Spotted, seen: likeness.Seen) -> Floats:
        """Score a mention against the last ones that were met, in their order."""
        end = len(self._seen)
        near = slice(max(0, end - self._most), end)
        t, half, earlier = self._tables, self._half, self._before[near]
        forms, lasts = self._forms_and_lasts[near].T
        hidden = one.one[:half] + earlier[:, :half] + one.one[half:] * earlier[:, half:]
        hidden += t["form_weight"][seen.form] + t["form_before_weight"][forms]
        hidden += self._pairs(seen, self._seen[near], forms, seen.first - lasts)
        scores: Floats = np.maximum(hidden, 0) @ t["verdict_weight"][0] + t["verdict_bias"][0]
        return scores

    def _pairs(
        self,
        seen: likeness.Seen,
        before: list[likeness.Seen],
        forms: NDArray[np.int64],
        gaps: NDArray[np.int64],
    ) -> Floats:
        """Add up what the features of each pair bring."""
        if seen.form < 2:
            found = (likeness.words_alike(seen, other) for other in before)
            rows = np.array([_NONE if one is None else one for one in found], np.int64)
        else:
            rows = np.where(forms == seen.form, likeness.SAME_FORM, _NONE)
        made: Floats = self._features[rows]
        made += self._apart[-len(before) :]
        steps = np.searchsorted(likeness.GAPS, gaps) - (gaps > likeness.GAPS[-1])
        made += self._features[likeness.FIRST_GAP + steps]
        overlaps = gaps < 0
        if overlaps.any():
            made[overlaps] += self._features[likeness.OVERLAP]
        return made
