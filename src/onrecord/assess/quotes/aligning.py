"""Puts the wordings of one utterance beside the fullest, word by word, and types each difference.

Sentences that share a run of three words are compared word by word with the fullest wording there
is; those of which too little is shared are left apart. A run that very many quotations hold is
looked up only among the first of them, so that the work grows with the number of quotations.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.assess.quotes.utterances import SHORTEST, Sentence, Utterance
from onrecord.assess.words import common, longest_run, word_diff
from onrecord.core.quotes import Drift
from onrecord.core.spans import Span

RUN = 3
"""Words in a run that two wordings must share to be compared."""

_HOLDERS = 40
"""A run is looked up in no more sentences than this, the earliest: the fullest wording of a line
that thousands repeat is among those who had it first."""

_WINDOW = 3
"""How many sentences a merged quotation can reach over, on each side."""

_PIECE = 2
"""Words of each of the pieces that are merged."""

_LONGEST = 400
"""Words of one sentence that are compared; what comes after them is left out."""

ALTERED = 0.6
"""The share of a wording's words that the fullest must have in order, of one speaker."""

OTHERS = 0.85
"""The same for two who are said to be different: one of them is given the other's words."""

UNKNOWN = 0.75
"""The same where it is not known whether they are one."""

SHORT = 5
"""Words. Of shorter wordings all must be there, in one run, and of one speaker."""

FORMULA = 6
"""Words. That two people say the same in fewer ("I do not recall") re-attributes nothing."""

Same = Callable[[Utterance, Utterance], bool | None]
"""Says whether two utterances are of one speaker; None: not known."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of sentences of one utterance."""

    utterance: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """A wording, the place of the fullest one that it goes back to, and the words of both."""

    of: Place
    wording: Place
    drift: Drift
    pieces: tuple[tuple[str, str], ...]
    because: str


@dataclass(frozen=True, slots=True)
class _Unit:
    """One sentence of one utterance, by its number in the list of all."""

    utterance: int
    number: int
    words: tuple[str, ...]


def aligned(
    said: Sequence[Utterance], same: Same, characters: Callable[[Span, int], str]
) -> list[Aligned]:
    """Align the wordings of each utterance to the fullest.

    Args:
        said: in the order in which they came to be known: of equally full wordings the first leads.
        same: compares speakers.
        characters: gives the words at a span of the source of an utterance, by its number.
    """
    return list(_Aligning(said, same, characters).all())


class _Aligning:
    def __init__(
        self, said: Sequence[Utterance], same: Same, characters: Callable[[Span, int], str]
    ) -> None:
        self._said, self._same, self._characters = said, same, characters
        self._units = [
            _Unit(at, number, sentence.words[:_LONGEST])
            for at, one in enumerate(said)
            for number, sentence in enumerate(one.sentences)
        ]
        # Only runs that a quotation has can be asked for: a transcript of a million words has few.
        asked = {
            run for unit in self._units if said[unit.utterance].marked for run in _runs(unit.words)
        }
        self._led_by_none: set[int] = set()
        self._holders: dict[int, list[int]] = {run: [] for run in asked}
        for index, unit in enumerate(self._units):
            for run in _runs(unit.words) & asked:
                held = self._holders[run]
                if len(held) < _HOLDERS:
                    held.append(index)

    def all(self) -> Iterator[Aligned]:
        """Give each wording beside the fullest that it goes back to, each once."""
        order = sorted(
            range(len(self._units)), key=lambda index: (-len(self._units[index].words), index)
        )
        fuller = {index: rank for rank, index in enumerate(order)}
        asked = [
            index
            for index, unit in enumerate(self._units)
            if len(unit.words) >= SHORTEST and self._said[unit.utterance].marked
        ]
        merged = {index: self._merged(self._units[index]) for index in asked}
        # What is run together of two sentences is the fullest wording of neither.
        self._led_by_none = {index for index, found in merged.items() if found is not None}
        for index in asked:
            found = merged[index] or self._one(index, fuller)
            if found is not None:
                yield found

    # --- one sentence ---

    def _one(self, index: int, fuller: dict[int, int]) -> Aligned | None:
        """Align a sentence to the fullest that it is a wording of, if it is not that itself."""
        unit = self._units[index]
        best: tuple[tuple[float, int], int] | None = None
        for other in self._candidates(unit):
            if fuller[other] > fuller[index] or other in self._led_by_none:
                continue
            score = self._score(unit, self._units[other])
            if score is None:
                continue
            rank = (score, -fuller[other])
            if best is None or rank > best[0]:
                best = (rank, other)
        if best is None:
            return None
        return self._typed(unit, self._units[best[1]])

    def _candidates(self, unit: _Unit) -> Iterator[int]:
        """Give the sentences of other sources that share a run with one, those that share most."""
        source = self._said[unit.utterance].source
        shared: Counter[int] = Counter()
        for run in _runs(unit.words):
            shared.update(self._holders[run])
        found = [
            (count, index)
            for index, count in shared.items()
            if self._said[self._units[index].utterance].source != source
        ]
        for _, index in sorted(found, key=lambda one: (-one[0], one[1]))[:_HOLDERS]:
            yield index

    def _score(self, unit: _Unit, other: _Unit) -> float | None:
        """Give what share of a wording another has; None: they are not of one utterance."""
        size = len(unit.words)
        same = self._same(self._said[unit.utterance], self._said[other.utterance])
        if (size < SHORT and not same) or (size < FORMULA and same is False):
            return None
        if sum((Counter(unit.words) & Counter(other.words)).values()) < ALTERED * size:
            return None
        pairs = common(other.words, unit.words)
        share = len(pairs) / size
        longest = longest_run(pairs)
        if size < SHORT:
            return share if longest == size else None
        if longest < RUN or share < {True: ALTERED, False: OTHERS, None: UNKNOWN}[same]:
            return None
        unmarked = not self._said[other.utterance].marked
        if unmarked and same is False and share < 1:
            return None
        return share

    def _typed(self, unit: _Unit, other: _Unit) -> Aligned:
        of = Place(other.utterance, other.number, other.number)
        pairs = common(other.words, unit.words)
        whole = len(pairs) == len(unit.words)
        drift = Drift.ALTERED
        if unit.words == other.words:
            drift = Drift.IDENTICAL
        elif whole:
            drift = Drift.CUT
        return self._made(of, unit, drift, pairs)

    def _made(
        self, of: Place, unit: _Unit, drift: Drift, pairs: Sequence[tuple[int, int]]
    ) -> Aligned:
        one, other = self._said[of.utterance], self._said[unit.utterance]
        fullest = [w for s in one.sentences[of.first : of.last + 1] for w in self._shown(s, of)]
        sentence = other.sentences[unit.number]
        place = Place(unit.utterance, unit.number, unit.number)
        here = self._shown(sentence, place)[:_LONGEST]
        # What both have is shown as the fullest has it, punctuation too.
        for a, b in pairs:
            here[b] = fullest[a]
        because = _WHY[drift]
        if self._same(other, one) is False:
            because = f"given to another speaker; {because}"
            drift = Drift.REATTRIBUTED
        return Aligned(
            of=of,
            wording=place,
            drift=drift,
            pieces=tuple(word_diff(fullest, here, pairs)),
            because=because,
        )

    def _shown(self, sentence: Sentence, place: Place) -> list[str]:
        return [self._characters(span, place.utterance) for span in sentence.spans]

    # --- two sentences run into one ---

    def _merged(self, unit: _Unit) -> Aligned | None:
        """Align a sentence that is made of pieces of several sentences of one utterance."""
        by_utterance: dict[int, set[int]] = defaultdict(set)
        for run in _runs(unit.words):
            for index in self._holders[run]:
                found = self._units[index]
                if self._said[found.utterance].source != self._said[unit.utterance].source:
                    by_utterance[found.utterance].add(found.number)
        for utterance, numbers in sorted(by_utterance.items()):
            if len(self._said[utterance].sentences) < 2:
                continue
            if self._same(self._said[utterance], self._said[unit.utterance]) is False:
                continue
            made = self._over(unit, utterance, min(numbers))
            if made is not None:
                return made
        return None

    def _over(self, unit: _Unit, utterance: int, near: int) -> Aligned | None:
        sentences = self._said[utterance].sentences
        low, high = max(0, near - _WINDOW), min(len(sentences), near + _WINDOW + 1)
        words = [w for s in sentences[low:high] for w in s.words[:_LONGEST]]
        if not set(unit.words).issubset(words):
            return None
        number = [n for n in range(low, high) for _ in sentences[n].words[:_LONGEST]]
        pairs = common(words, unit.words)
        if len(pairs) < len(unit.words):
            return None
        held = [(n, len(list(same))) for n, same in groupby(number[a] for a, _ in pairs)]
        # A word found by chance in the next sentence does not make a merger.
        if len(held) < 2 or min(count for _, count in held) < _PIECE:
            return None
        first, last = held[0][0], held[-1][0]
        before = sum(n < first for n in number)
        if any(set(unit.words) <= set(s.words) for s in sentences[first : last + 1]):
            return None
        moved = [(a - before, b) for a, b in pairs]
        return self._made(Place(utterance, first, last), unit, Drift.MERGED, moved)


def _runs(words: Sequence[str]) -> set[int]:
    # Within one run of the program only equality counts, so the built-in hash will do.
    return {hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1)}


_WHY = {
    Drift.IDENTICAL: "the words are the same",
    Drift.CUT: "words are left out, and nothing else is changed",
    Drift.MERGED: "two sentences or pieces are run into one",
    Drift.ALTERED: "words are changed or added",
}
