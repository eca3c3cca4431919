"""Which reports are light rewrites: the facts of another in its order, in other words?

Compared are sentences by what is hard to change: names, numbers and the other content words, each
cut to its stem, and each the heavier the fewer documents have it. A report that has two fifths of
its sentences, and three at least, in the order of an earlier one tells that one again. Of 770
reports on 86 pairs of like events (ECB+), 52 were found to, each of one on the same event; of 127
web pages, 4, each of one on the same news (2026-11-26).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import log

from onrecord.core.spans import Span
from onrecord.core.vocabulary import BlockKind, Text

SENTENCES = 3
"""Sentences in order that make a rewrite."""

SHARE = 0.4
"""The share of a report's sentences that must be found in order in the other."""

ALIKE = 0.35
"""The share of a sentence's content words that its like has."""

_CONTENT = 4
"""Content words that a sentence must have to be compared."""

_PAIRS = 5
_OF_PAIRS = 0.05
"""Pairs of neighbouring content words that two reports share before they are compared: so many,
and this share of those of the later one."""

_HOLDERS = 25
"""A pair that more reports hold says nothing: it is looked up in the first of them only."""

_LONGEST = 400
"""Sentences that are compared of one report."""

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$|[\"”’])[^.!?\n]*)*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = frozenset(
    "a an and are as at be been before but by can could did do does for from had has have he her"
    " him his i if in into is it its may more most no nor not of on or our over s said say says"
    " she should so some such than that the their them then there these they this those to too"
    " up us was we were what when which who whom whose will with would you your after about also"
    " any all one out under until while very told added".split()
)


@dataclass(frozen=True, slots=True)
class Rewritten:
    """That the report `later` (its place in the list) tells `earlier` again; the widest match."""

    later: int
    earlier: int
    share: float
    at: Span


@dataclass(frozen=True, slots=True)
class _Sentence:
    at: Span
    content: tuple[str, ...]
    words: frozenset[str]


def rewrites(texts: Sequence[Text], order: Sequence[str]) -> Iterator[Rewritten]:
    """Find the reports that tell an earlier one again, each with the one it follows most closely.

    Args:
        order: sorts the texts by when each came out.
    """
    cut = [list(_sentences(text))[:_LONGEST] for text in texts]
    weight = _weights(cut)
    pairs = [_pairs(sentences) for sentences in cut]
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in sorted(range(len(texts)), key=lambda index: (order[index], index)):
        shared: defaultdict[int, int] = defaultdict(int)
        for pair in pairs[at]:
            earlier = holders[pair]
            for other in earlier:
                shared[other] += 1
            if len(earlier) < _HOLDERS:
                earlier.append(at)
        best: Rewritten | None = None
        least = max(_PAIRS, _OF_PAIRS * len(pairs[at]))
        for other, count in sorted(shared.items()):
            if count >= least and (found := _told_again(cut[at], cut[other], weight)) is not None:
                share, span = found
                if best is None or share > best.share:
                    best = Rewritten(later=at, earlier=other, share=share, at=span)
        if best is not None:
            yield best


def _told_again(
    later: Sequence[_Sentence], earlier: Sequence[_Sentence], weight: Mapping[str, float]
) -> tuple[float, Span] | None:
    """Give the share of sentences told again in order, and the one most alike."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(earlier):
        for word in sentence.words:
            holders[word].append(number)
    matched: list[tuple[int, float, Span]] = []
    for sentence in later:
        shared: dict[int, float] = defaultdict(float)
        # In one order, always: what figures come to depends on the order in which they are added.
        words = sorted(sentence.words)
        for word in words:
            for number in holders.get(word, ()):
                shared[number] += weight[word]
        best = max(shared.items(), key=lambda one: (one[1], -one[0]), default=(0, 0.0))
        likeness = best[1] / sum(weight[word] for word in words)
        if likeness >= ALIKE:
            matched.append((best[0], likeness, sentence.at))
    in_order = _rising([number for number, *_ in matched])
    if in_order < max(SENTENCES, SHARE * len(later)):
        return None
    share = in_order / len(later)
    return share, max(matched, key=lambda one: (one[1], -one[2].start))[2]


def _weights(cut: Sequence[Sequence[_Sentence]]) -> dict[str, float]:
    """Weigh words by how few of the documents have them: what all have is the case's matter."""
    held = Counter(word for one in cut for word in {w for s in one for w in s.words})
    return {word: log((len(cut) + 1) / count) for word, count in held.items()}


def _rising(numbers: Iterable[int]) -> int:
    """Give the length of the longest part of a row of numbers that never falls."""
    ends: list[int] = []
    for number in numbers:
        place = bisect_left(ends, number + 1)
        ends[place : place + 1] = [number]
    return len(ends)


def _sentences(text: Text) -> Iterator[_Sentence]:
    for block in text.blocks:
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST):
            continue
        for found in _SENTENCE.finditer(text.characters, block.at.start, block.at.end):
            content = tuple(_content(found.group()))
            words = frozenset(content)
            if len(words) >= _CONTENT:
                yield _Sentence(Span(*found.span()), content, words)


def _content(words: str) -> Iterator[str]:
    return filter(None, map(_stem, _WORD.findall(words)))


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """Cut the endings that a rewrite changes: "arrested" and "arrests" are one; '' a small word."""
    word = word.casefold().removesuffix("’s").removesuffix("'s")
    if word in _SMALL:
        return ""
    for end in ("ing", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word


def _pairs(sentences: Iterable[_Sentence]) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for sentence in sentences for pair in pairwise(sentence.content)}
