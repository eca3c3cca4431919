"""From the network's figures to spans: cues, the best roles round each cue, names, mentions.

Plain dynamic programming over small tables. The same figures give the same spans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.reader.models.labels import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int64]

CUE_FLOOR = 0.2
"""A piece may begin a cue from this probability on; what the roles then leave empty is dropped, and
so is what is not sure enough (`reader.sureness`)."""
SURE_CUE = 0.44
"""From so probable a cue on, a silence is given, and a statement inside the content of another:
PolNeAR, the largest corpus, marks neither, so sureness, calibrated on it, tells nothing of them. Of
.24, .3, .4, .44, .47 and .5 this gave the best F1 of who-said-what in the texts of the gate (.923,
.921, .924, .927, .925, .925; 2026-11-26), on which it was chosen; the seed article's statements had
.814, .829, .829, .829, .829, .850."""


class CueAt(NamedTuple):
    """Where a cue stands in its window, and how probable its first piece makes it."""

    first: int
    last: int
    silence: bool
    probability: float


def softmax(figures: Floats) -> Floats:
    """Give probabilities along the last axis."""
    raised = np.exp(figures - figures.max(axis=-1, keepdims=True))
    shares: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return shares


def cues(probabilities: Floats, floor: float = CUE_FLOOR) -> list[CueAt]:
    """Give the cues of one window out of the probabilities of `labels.CUES`, shape (pieces, 5)."""
    found: list[CueAt] = []
    last = 0
    for first in np.flatnonzero(np.maximum(probabilities[:, 1], probabilities[:, 3]) >= floor):
        if first < last:
            continue  # it goes on with the cue before more likely than it begins another
        silence = bool(probabilities[first, 3] > probabilities[first, 1])
        last = int(first) + 1
        while last < len(probabilities) and probabilities[last, 4 if silence else 2] > 0.5:
            last += 1
        own = float(probabilities[first, 3 if silence else 1])
        found.append(CueAt(int(first), last, silence, own))
    return found


def roles(emissions: Floats, steps: Floats) -> tuple[Ints, Floats]:
    """Give the best role of every piece to each cue, and the probability of that whole answer.

    Args:
        emissions: (cues, pieces, roles).
        steps: (cues, pieces, roles, roles): from the piece before to this one.

    Returns:
        Roles (cues, pieces) and log probabilities (cues,).
    """
    count, length, kinds = emissions.shape
    best = emissions[:, 0].copy()
    total = emissions[:, 0].copy()
    came = np.zeros((length, count, kinds), np.int64)
    for at in range(1, length):
        through = steps[:, at]
        paths = best[:, :, None] + through
        came[at] = paths.argmax(axis=1)
        best = paths.max(axis=1) + emissions[:, at]
        sums = total[:, :, None] + through
        top = sums.max(axis=1)
        total = top + np.log(np.exp(sums - top[:, None]).sum(axis=1)) + emissions[:, at]
    top = total.max(axis=1)
    whole = top + np.log(np.exp(total - top[:, None]).sum(axis=1))
    answer = np.zeros((count, length), np.int64)
    rows = np.arange(count)
    answer[:, -1] = best.argmax(axis=1)
    score = best.max(axis=1) - whole
    for at in range(length - 1, 0, -1):
        answer[:, at - 1] = came[at, rows, answer[:, at]]
    return answer, score


def runs(wanted: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Give the runs of true places, `[first, last)`."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], wanted.view(np.int8), [0]))))
    return [(int(a), int(b)) for a, b in edges.reshape(-1, 2)]


def names(windows: Sequence[Floats]) -> list[list[tuple[int, int, int]]]:
    """Give the named stretches `(first, last, kind)` of each window; kind from 0.

    The best path of tags in which a later piece follows its own kind.

    Args:
        windows: of each its figures (pieces, tags + tags * tags): of each tag, and of the steps
            from the piece before.
    """
    kinds = len(NAMES)
    walls = np.zeros((kinds, kinds), np.float32)
    for inside in range(2, kinds, 2):
        walls[:, inside] = -np.inf
        walls[inside - 1, inside] = walls[inside, inside] = 0.0
    lengths = np.array([len(figures) for figures in windows])
    count, longest = len(windows), int(lengths.max())
    padded = np.zeros((longest, count, kinds + kinds * kinds), np.float32)
    for row, figures in enumerate(windows):
        padded[: len(figures), row] = figures
    steps = padded[:, :, kinds:].reshape(longest, count, kinds, kinds) + walls
    best = padded[0, :, :kinds].copy()
    best[:, 2::2] = -np.inf
    came = np.zeros((longest, count, kinds), np.int64)
    last = best.argmax(axis=1)
    for at in range(1, longest):
        paths = best[:, :, None] + steps[at]
        came[at] = paths.argmax(axis=1)
        best = paths.max(axis=1) + padded[at, :, :kinds]
        last = np.where(at < lengths, best.argmax(axis=1), last)
    tags = np.zeros((longest, count), np.int64)
    rows = np.arange(count)
    tags[lengths - 1, rows] = last
    for at in range(longest - 1, 0, -1):
        there = rows[at < lengths]
        tags[at - 1, there] = came[at, there, tags[at, there]]
    return [_stretches(tags[:length, row]) for row, length in enumerate(lengths.tolist())]


def _stretches(tags: Ints) -> list[tuple[int, int, int]]:
    found = []
    for first in np.flatnonzero(tags % 2 == 1).tolist():
        last = first + 1
        while last < len(tags) and tags[last] == tags[first] + 1:
            last += 1
        found.append((first, last, int(tags[first] - 1) // 2))
    return found
