"""What can be seen of two mentions without a network: their words, their form, how far apart.

Training and reading see alike: this is the one place that says how.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

FORMS = ("name", "description", "he", "she", "it", "they", "i", "we", "you", "this", "who")
_PRONOUNS = {
    "he": 2, "him": 2, "his": 2, "himself": 2,
    "she": 3, "her": 3, "hers": 3, "herself": 3,
    "it": 4, "its": 4, "itself": 4,
    "they": 5, "them": 5, "their": 5, "theirs": 5, "themselves": 5,
    "i": 6, "me": 6, "my": 6, "mine": 6, "myself": 6,
    "we": 7, "us": 7, "our": 7, "ours": 7, "ourselves": 7,
    "you": 8, "your": 8, "yours": 8, "yourself": 8,
    "this": 9, "that": 9, "these": 9, "those": 9,
    "who": 10, "which": 10, "whom": 10, "whose": 10,
}  # fmt: skip
_LEADING = frozenset(
    "the a an this that these those his her its their our my your mr mrs ms dr".split()
)
_OF_NOBODY = _LEADING | frozenset("of and for to in on at ' s ’ , .".split())

DISTANCES = (0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)
GAPS = (0, 8, 16, 32, 64, 128, 256)
"""Steps of distance: in mentions, and in pieces."""

SAME_FORM = 5
FIRST_GAP = 6 + len(DISTANCES)
OVERLAP = FIRST_GAP + len(GAPS)
WIDTH = OVERLAP + 1


class Seen(NamedTuple):
    """A mention as its words show it."""

    first: int
    last: int
    form: int
    words: tuple[str, ...]
    bare: frozenset[str]


def seen(first: int, last: int, words: Sequence[str], capital: bool) -> Seen:
    """Look at a mention: its first and last piece, its words in small letters."""
    form = _PRONOUNS.get(words[0], -1) if len(words) == 1 else -1
    kept = list(words)
    while len(kept) > 1 and (kept[0] in _LEADING or kept[0] == "."):
        kept.pop(0)
    while len(kept) > 1 and kept[-1] in ("'", "’", "s"):
        kept.pop()
    if form < 0:
        form = 0 if capital else 1
    return Seen(first, last, form, tuple(kept), frozenset(kept) - _OF_NOBODY)


def features(one: Seen, before: Seen, apart: int) -> list[int]:
    """Give the numbers of the features that hold for a mention and an earlier one.

    Args:
        apart: how many mentions lie between them, plus one.
    """
    found = [distance(apart)]
    alike = words_alike(one, before)
    if alike is not None:
        found.insert(0, alike)
    gap = one.first - before.last
    found.append(FIRST_GAP + bisect_left(GAPS, gap) - (gap > GAPS[-1]))
    if gap < 0:
        found.append(OVERLAP)
    return found


def words_alike(one: Seen, before: Seen) -> int | None:
    """Give the number of the feature that tells how alike the words of two are; None: none does."""
    if one.form >= 2 or before.form >= 2:
        return SAME_FORM if one.form == before.form else None
    if one.words == before.words:
        return 0
    if one.words[-1] == before.words[-1]:
        return 1
    if one.bare and before.bare:
        if one.bare <= before.bare:
            return 2
        if before.bare <= one.bare:
            return 3
        if not one.bare & before.bare:
            return 4
    return None


def distance(apart: int) -> int:
    """Give the number of the feature that tells how many mentions lie between two."""
    return 6 + bisect_left(DISTANCES, apart) - (apart > DISTANCES[-1])
