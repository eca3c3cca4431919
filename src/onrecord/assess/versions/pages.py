"""Which documents are versions of one page: those under one address that have a text in common.

An address alone does not make a version: a page for the latest news has another article every day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.assess.versions.passages import passages
from onrecord.assess.words import Carried
from onrecord.core.identity import SourceId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text

SHARED = 0.3
"""The share of the shorter text's runs that two versions have in common at least."""

RUN = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of one page, one after the other, and the share of runs they have in common."""

    earlier: SourceId
    later: SourceId
    share: float


def versions(documents: Iterable[Carried]) -> list[Versions]:
    """Pair each version of a page with the one before it.

    Args:
        documents: in the order in which they came to be known.
    """
    by_address: dict[str, list[Carried]] = defaultdict(list)
    for one in documents:
        if one.address:
            by_address[one.address].append(one)
    found = []
    for pages in by_address.values():
        if len(pages) < 2:
            continue
        runs = [_runs(one.text) for one in pages]
        for later in range(1, len(pages)):
            for earlier in range(later - 1, -1, -1):
                share = _share(runs[earlier], runs[later])
                if share >= SHARED:
                    pair = pages[earlier].source, pages[later].source
                    found.append(Versions(*pair, share=share))
                    break
    return found


def gone(
    documents: Iterable[Carried], known: Mapping[SourceId, str]
) -> dict[SourceId, list[tuple[Span, str]]]:
    """Give the passages of earlier versions that a later one no longer has word for word.

    Each with the day on which the case came to know the first version without it. A passage that is
    back in a later version was still taken out.

    Args:
        documents: in the order in which they came to be known.
        known: that day, for each source.
    """
    by_source = {one.source: one for one in documents}
    order = {source: number for number, source in enumerate(by_source)}
    pairs = versions(by_source.values())
    missing: dict[SourceId, dict[tuple[str, ...], str]] = {}
    found = {}
    for pair in sorted(pairs, key=lambda one: order[one.later], reverse=True):
        has = {passage.words for passage in passages(by_source[pair.later])}
        later = missing.get(pair.later, {})
        mine: dict[tuple[str, ...], str] = {}
        spans = []
        for passage in passages(by_source[pair.earlier]):
            day = known[pair.later] if passage.words not in has else later.get(passage.words)
            if day is not None:
                mine[passage.words] = day
                spans.append((passage.at, day))
        missing[pair.earlier] = mine
        found[pair.earlier] = spans
    return found


def _share(one: set[int], other: set[int]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def _runs(text: Text) -> set[int]:
    words = [
        word.casefold()
        for block in text.blocks
        if block.kind.speaks
        for word in _WORD.findall(block.at.of(text.characters))
    ]
    # Within one run of the program only equality counts, so the built-in hash will do.
    return {hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1)}
