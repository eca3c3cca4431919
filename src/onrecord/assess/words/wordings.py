"""Two rows of words side by side: what both have in order, and what only one of them has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

Pairs = list[tuple[int, int]]
"""Numbers of words that are the same: in the one, in the other."""


def common(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Give the longest run of words that both have in order, as pairs of their numbers.

    Of several as long, the one with the longest unbroken pieces at its end. Time and memory grow
    with the product of the lengths, which the callers bound.
    """
    rows, columns = len(one), len(other)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(columns - 1, -1, -1):
            if one[i] == other[j]:
                row[j] = below[j + 1] + 1
            else:
                row[j] = below[j] if below[j] >= row[j + 1] else row[j + 1]
    pairs = []
    i = j = 0
    while i < rows and j < columns:
        if one[i] == other[j] and best[i][j] == best[i + 1][j + 1] + 1:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def longest_run(pairs: Sequence[tuple[int, int]]) -> int:
    """Give how many words of the longest unbroken piece both have."""
    longest = run = 0
    before: tuple[int, int] | None = None
    for a, b in pairs:
        run = run + 1 if before == (a - 1, b - 1) else 1
        longest, before = max(longest, run), (a, b)
    return longest


def word_diff(
    fullest: Sequence[str], here: Sequence[str], pairs: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    """Put two wordings into one row of pieces: in both, only in the fullest, only here."""
    marked: list[tuple[str, str]] = []
    i = j = 0
    for a, b in (*pairs, (len(fullest), len(here))):
        marked += [("-", word) for word in fullest[i:a]]
        marked += [("+", word) for word in here[j:b]]
        if b < len(here) and a < len(fullest):
            marked.append(("", here[b]))
        i, j = a + 1, b + 1
    for mark, words in groupby(marked, key=lambda one: one[0]):
        yield mark, " ".join(word for _, word in words)
