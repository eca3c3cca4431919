"""Which words of one document stand in another again: where one carries a claim, the other does.

A copy, a version and a rewrite have sentences of the document that they follow; a quotation has an
utterance of it. Nothing is inferred from the rest: two sentences are one where seven tenths of all
their words are in both and both deny or neither does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.assess.words import Carried, bare_words, sentences
from onrecord.core.identity import SourceId
from onrecord.core.origins import CarriesRow, Carrying
from onrecord.core.quotes import Drift, QuoteRow
from onrecord.core.spans import Span

ALIKE = 0.7
"""The share of all words of two sentences that both have. A convention, not a measurement."""

_SHORTEST = 6
"""Words that a sentence has before it is compared."""
_LONGEST = 400
"""Sentences of one document that are compared."""
_HOLDERS = 12
"""A word that more sentences of a document have leads to none of them."""
_DENYING = frozenset("not no never nor none nobody nothing without cannot".split())
_FOLLOWS = (Carrying.VERSION, Carrying.COPY, Carrying.REWRITE)
_SAME_WORDS = (Drift.IDENTICAL, Drift.CUT, Drift.REATTRIBUTED)
_ENOUGH = 0.6
"""The share of an utterance that a quotation cut short must have, to carry what it carried."""


@dataclass(frozen=True, slots=True)
class Again:
    """That the words at `at` stand again in another source, at `there`."""

    at: Span
    other: SourceId
    there: Span


Places = Mapping[SourceId, Sequence[Again]]


def told_again(
    documents: Iterable[Carried], links: Iterable[CarriesRow], quotes: Iterable[QuoteRow]
) -> Places:
    """Give by source which of its words stand in which other source again, both ways."""
    found: defaultdict[SourceId, list[Again]] = defaultdict(list)
    by_source = {one.source: one for one in documents}
    cut = {}
    for pair in dict.fromkeys(
        (link.of, link.source) for link in links if link.kind in _FOLLOWS and link.of in by_source
    ):
        for source in pair:
            if source is not None and source not in cut:
                cut[source] = _cut(by_source[source])
        first, second = (source for source in pair if source is not None)
        for at, there in _pairs(cut[first], cut[second]):
            found[first].append(Again(at, second, there))
            found[second].append(Again(there, first, at))
    for first, at, second, there in _quoted(quotes):
        found[first].append(Again(at, second, there))
        found[second].append(Again(there, first, at))
    return found


def carried_again(
    places: Iterable[tuple[SourceId, Span]], again: Places
) -> dict[SourceId, SourceId]:
    """Give the other sources that have the words of these places again, each with where it is from.

    What has it from one of those has it too.
    """
    places = list(places)
    have = {source for source, _ in places}
    found: dict[SourceId, SourceId] = {}
    while places:
        source, at = places.pop()
        for one in again.get(source, ()):
            if one.other not in have and one.at.start < at.end and at.start < one.at.end:
                shared = min(one.at.end, at.end) - max(one.at.start, at.start)
                if 2 * shared < min(at.end - at.start, one.at.end - one.at.start):
                    continue
                have.add(one.other)
                found[one.other] = source
                places.append((one.other, one.there))
    return found


def _quoted(quotes: Iterable[QuoteRow]) -> Iterator[tuple[SourceId, Span, SourceId, Span]]:
    for quote in quotes:
        for one in quote.variants:
            if one.drift not in _SAME_WORDS or one.of.source == one.wording.source:
                continue
            kept = sum(len(words.split()) for mark, words in one.pieces if not mark)
            if kept >= _ENOUGH * max(1, len(one.of.words.split())):
                yield one.of.source, one.of.at, one.wording.source, one.wording.at


@dataclass(frozen=True, slots=True)
class _Sentence:
    at: Span
    words: frozenset[str]

    @property
    def denies(self) -> bool:
        return any(word in _DENYING or word.endswith("n't") for word in self.words)


def _cut(document: Carried) -> list[_Sentence]:
    characters = document.text.characters
    found = []
    for block in document.text.blocks:
        if block.kind.speaks:
            for at in sentences(characters, block.at):
                words = frozenset(bare_words(characters, at))
                if len(words) >= _SHORTEST:
                    found.append(_Sentence(at.trimmed(characters), words))
    return found[:_LONGEST]


def _pairs(first: Sequence[_Sentence], second: Sequence[_Sentence]) -> Iterator[tuple[Span, Span]]:
    """Give which sentences of two documents are one, each with the one most like it."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(first):
        for word in one.words:
            holders[word].append(number)
    for other in second:
        shared = Counter(
            number
            for word in other.words
            if len(holders[word]) <= _HOLDERS
            for number in holders[word]
        )
        for number, _ in sorted(shared.most_common(3), key=lambda one: (-one[1], one[0])):
            one = first[number]
            both = len(one.words & other.words)
            if both >= ALIKE * len(one.words | other.words) and one.denies == other.denies:
                yield one.at, other.at
                break
