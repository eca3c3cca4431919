"""Which sources carry one copy: near-verbatim text, whoever printed it.

Ten outlets that carry one agency's copy are one origin. Here only the words decide: sources that
share most of their runs of words. A rewrite in other words is not found, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import BlockKind, Origin, Text

RUN = 8
"""Words in a run: eight in a row are rarely written twice by chance."""

SHARED = 0.5
"""The share of the shorter text's runs that makes it a copy. Among 48 constructed reports those
that carry one copy share 0.58 or more, a report that quotes a notice at length 0.40; among 127
unrelated news pages no two share more than 0.23 (2026-11-23)."""

_COMMON = 25
"""A run that more sources than this hold is a formula (a caution, a standing line), not copy, in a
text that is for the most part something else. One made of such runs is copy that many carry."""

_SHORTEST = 20
"""Runs that a text must have before anything is said of it: about 28 words."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Carried:
    """A source, its text, and its address: versions of one page are not copies of each other.

    `day`: when it was published, or else when the case came to know it, in EDTF.
    """

    source: SourceId
    text: Text
    address: str | None
    outlet: str = ""
    label: str = ""
    day: str = ""


def origins(carried: Iterable[Carried]) -> list[Origin]:
    """Group sources that carry the same copy; those alone are left out.

    Args:
        carried: in the order in which they came to be known; the first of a group leads it.
    """
    items = list(carried)
    return list(_groups(items, copied(items)))


def copied(items: Sequence[Carried]) -> dict[tuple[int, int], float]:
    """Give the pairs that are copies, by their places, with the share of runs they have in common.

    A pair of which many more share the same runs may be left out, but never a text that has any.
    """
    numbers: dict[str, int] = {}
    runs = [_runs(item.text, numbers) for item in items]
    holders = _holders(runs)
    common = {run for run, places in holders.items() if len(places) > _COMMON}
    carries_common = [len(each & common) >= SHARED * len(each) > 0 for each in runs]
    shared: Counter[tuple[int, int]] = Counter()
    for run, places in holders.items():
        if run in common:
            places = [at for at in places if carries_common[at]]
        for i, a in enumerate(places[:_COMMON]):
            shared.update((a, b) for b in places[i + 1 :])
    alike = {
        pair: count / min(len(runs[pair[0]]), len(runs[pair[1]]))
        for pair, count in shared.items()
        if _another_page(items[pair[0]], items[pair[1]])
    }
    return {pair: score for pair, score in alike.items() if score >= SHARED}


def _another_page(one: Carried, other: Carried) -> bool:
    return one.address is None or one.address != other.address


def _groups(items: list[Carried], alike: dict[tuple[int, int], float]) -> Iterator[Origin]:
    leader = list(range(len(items)))

    def led_by(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    for a, b in alike:
        first, second = sorted((led_by(a), led_by(b)))
        leader[second] = first
    best: dict[int, float] = {}
    for pair, score in alike.items():
        for at in pair:
            best[at] = max(score, best.get(at, score))
    members: dict[int, list[int]] = defaultdict(list)
    for at in range(len(items)):
        members[led_by(at)].append(at)
    for together in members.values():
        if len(together) < 2:
            continue
        least = min(best[at] for at in together)
        yield Origin(
            sources=tuple(items[at].source for at in together),
            likeness=least,
            because=(
                f"each shares {least:.0%} or more of its runs of {RUN} words with another of them,"
                " counted on the shorter",
            ),
        )


def _holders(runs: Sequence[set[int]]) -> dict[int, list[int]]:
    """Give the texts that have each run, where several do: most runs are of one text only."""
    met: set[int] = set()
    again: set[int] = set()
    for each in runs:
        again |= each & met
        met |= each
    holders: dict[int, list[int]] = defaultdict(list)
    for at, each in enumerate(runs):
        for run in each & again:
            holders[run].append(at)
    return holders


def _runs(text: Text, numbers: dict[str, int]) -> set[int]:
    """Give the runs of words of the article itself, hashed; empty for a text too short to tell.

    Args:
        numbers: of the words met so far; those of this text are added. Unlike words, numbers have
            the same hashes in every process.
    """
    words = [
        numbers.setdefault(word, len(numbers))
        for block in text.blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST)
        for word in _WORD.findall(block.at.of(text.characters).casefold())
    ]
    runs = set(map(hash, zip(*(words[at:] for at in range(RUN)), strict=False)))
    return runs if len(runs) >= _SHORTEST else set()
