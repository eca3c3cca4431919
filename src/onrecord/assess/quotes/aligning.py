"""Puts the wordings of one utterance beside the fullest, word by word, and types each difference.

Sentences that share a run of three words are compared word by word with the fullest wording there
is; those of which too little is shared are left apart. A run that very many quotations hold is
looked up only among the first of them, so that the work grows with the number of quotations.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from onrecord.assess.quotes.runs import RUN, Runs, runs, written
from onrecord.assess.quotes.utterances import SHORTEST, Sentence, Utterance
from onrecord.assess.words import common, longest_run, word_diff
from onrecord.core.identity import SourceId
from onrecord.core.laid import UNLAID, Each, Laid, joined
from onrecord.core.quotes import Drift
from onrecord.core.spans import Span

HOLDERS = 40
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

LONG, HALF = 10, 0.6
"""Words from which a wording need not be all there in a body's own document; and the share of a
sentence there that a shorter one must be."""

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


class Aligning:
    """Some utterances made ready: aligned with each other, or one document's more with them.

    Args:
        said: in the order in which they came to be known: of equally full wordings the first leads.
        same: compares speakers.
        characters: gives the words at a span of the source of an utterance.
        page: names the page that a source is a version of; None where it is the only one.
        laid: has which sentences there are and what runs of words they share.
    """

    def __init__(
        self,
        said: Sequence[Utterance],
        same: Same,
        characters: Callable[[Span, SourceId], str],
        page: Callable[[SourceId], str | None] = lambda _: None,
        laid: Laid = UNLAID,
    ) -> None:
        self._said, self._same, self._characters = said, same, characters
        self._page = page
        if laid is UNLAID:
            self._units: Sequence[_Unit] = list(_units(said, 0))
        else:
            places = array("I", laid.raw("sentences of utterances", lambda: _places(said)))
            self._units = Each(
                len(places) // 2, lambda at: _unit(said, *places[2 * at : 2 * at + 2])
            )
        self._laid = laid
        self._more: dict[int, list[int]] = {}
        self._run_together: dict[int, Aligned | None] = {}
        self._before: Aligning | None = None

    @cached_property
    def _runs(self) -> Runs:
        """Which of the sentences share a run of words: known once somebody looks one up."""
        return Runs(
            self._laid.raw(
                "runs of utterances", lambda: written(unit.words for unit in self._units)
            )
        )

    def lay_out(self) -> None:
        """Work out what is else worked out when it is first asked for."""
        _ = self._runs

    def all(self) -> Iterator[Aligned]:
        """Give each wording beside the fullest that it goes back to, each once."""
        return self._aligned(self._runs.sharing())

    def beside(self, said: Sequence[Utterance]) -> tuple[Sequence[Utterance], list[Aligned]]:
        """Align the utterances of one document more, which comes after all others.

        Returns:
            All utterances, as the places count them; and each wording of that document beside the
            fullest, and of the others each that may go back to the same, beside its own.
        """
        other = copy(self)
        other._runs = self._runs
        other._before, other._run_together = self, {}
        other._said = joined(self._said, said)
        other._units = joined(self._units, list(_units(said, len(self._said))))
        other._more = defaultdict(list)
        mine = range(len(self._units), len(other._units))
        for index in mine:
            for run in runs(other._units[index].words):
                other._more[run].append(index)
        shared = {at for some in self._runs.all_holders(other._more, HOLDERS) for at in some}
        found = list(other._aligned(mine))
        near = other._near(sorted(shared), mine, found)
        return other._said, [*other._aligned(near), *found]

    def _near(
        self, some: Iterable[int], mine: Iterable[int], found: Iterable[Aligned]
    ) -> Iterator[int]:
        """Give those of some sentences that may go back to what a document more goes back to.

        A wording has a part of the words of the fullest, which may be that document's own, or is
        made of pieces of what stands there. To align the others, which share no more than a run of
        three words with it, took three quarters of a draft made of a transcript.

        Args:
            mine, found: the sentences of that document, and what they go back to.
        """
        wholes = [self._units[index].words for index in mine]
        passages: list[frozenset[str]] = []
        for at, first in sorted({(one.of.utterance, one.of.first) for one in found}):
            there = self._said[at].sentences[first : first + 2 * _WINDOW + 1]
            wholes.append(there[0].words[:_LONGEST])
            passages.append(frozenset(word for one in there for word in one.words[:_LONGEST]))
        holding: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(wholes):
            for word in set(words):
                holding[word].append(number)
        for index in some:
            count = Counter(self._units[index].words)
            shared: dict[int, int] = defaultdict(int)
            for word, times in count.items():
                for number in holding.get(word, ()):
                    shared[number] += times
            is_part = max(shared.values(), default=0) >= ALTERED * count.total()
            if is_part or any(count.keys() <= one for one in passages):
                yield index

    def _aligned(self, indexes: Iterable[int]) -> Iterator[Aligned]:
        for index in indexes:
            unit = self._units[index]
            if len(unit.words) >= SHORTEST and self._said[unit.utterance].marked:
                found = self._merged(index) or self._one(index)
                if found is not None:
                    yield found

    def _holders(self, unit: _Unit) -> list[list[int]]:
        """Give for each run of a sentence those that hold it, the earliest."""
        wanted = runs(unit.words)
        found = self._runs.all_holders(wanted, HOLDERS)
        if not self._more:
            return found
        return [
            [*some, *self._more.get(run, ())][:HOLDERS]
            for run, some in zip(wanted, found, strict=True)
        ]

    # --- one sentence ---

    def _one(self, index: int) -> Aligned | None:
        """Align a sentence to the fullest that it is a wording of, if it is not that itself."""
        unit = self._units[index]
        best: tuple[tuple[float, int, int], int] | None = None
        for other in self._candidates(unit):
            # The longest leads, and of those the first. What is run together of two sentences is
            # the fullest wording of neither.
            size = len(self._units[other].words)
            if (-size, other) > (-len(unit.words), index):
                continue
            score = self._score(unit, self._units[other])
            if score is None:
                continue
            rank = (score, size, -other)
            if (best is None or rank > best[0]) and not self._is_merged(other):
                best = (rank, other)
        if best is None:
            return None
        return self._typed(unit, self._units[best[1]])

    def _candidates(self, unit: _Unit) -> Iterator[int]:
        """Give the sentences of other sources that share a run with one, those that share most."""
        source = self._said[unit.utterance].source
        shared: Counter[int] = Counter()
        for some in self._holders(unit):
            shared.update(some)
        found = [
            (count, index)
            for index, count in shared.items()
            if self._said[self._units[index].utterance].source != source
        ]
        for _, index in sorted(found, key=lambda one: (-one[0], one[1]))[:HOLDERS]:
            yield index

    def _score(self, unit: _Unit, other: _Unit) -> float | None:
        """Give what share of a wording another has; None: they are not of one utterance."""
        size = len(unit.words)
        same = self._same(self._said[unit.utterance], self._said[other.utterance])
        if (size < SHORT and not same) or (size < FORMULA and same is False):
            # Between versions of one page the same few words are no chance.
            if unit.words != other.words or not self._one_page(unit, other):
                return None
            return 1.0
        if sum((Counter(unit.words) & Counter(other.words)).values()) < ALTERED * size:
            return None
        pairs = common(other.words, unit.words)
        share = len(pairs) / size
        longest = longest_run(pairs)
        if size < SHORT:
            return share if longest == size else None
        if longest < RUN or share < {True: ALTERED, False: OTHERS, None: UNKNOWN}[same]:
            return None
        whole = self._said[other.utterance]
        if not whole.marked and same is False and share < 1:
            return None
        if not whole.marked and whole.said is None and not _is_own(unit, other, share):
            return None
        return share

    def _one_page(self, unit: _Unit, other: _Unit) -> bool:
        pages = [self._page(self._said[one.utterance].source) for one in (unit, other)]
        return pages[0] is not None and pages[0] == pages[1]

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
        source = self._said[place.utterance].source
        return [self._characters(span, source) for span in sentence.spans]

    # --- two sentences run into one ---

    def _is_merged(self, index: int) -> bool:
        unit = self._units[index]
        quoted = len(unit.words) >= SHORTEST and self._said[unit.utterance].marked
        return quoted and self._merged(index) is not None

    def _merged(self, index: int) -> Aligned | None:
        """Align a sentence that is made of pieces of several sentences of one utterance."""
        if self._before is not None and index < len(self._before._units):
            return self._before._merged(index)
        if index not in self._run_together:
            self._run_together[index] = self._of_pieces(self._units[index])
        return self._run_together[index]

    def _of_pieces(self, unit: _Unit) -> Aligned | None:
        by_utterance: dict[int, set[int]] = defaultdict(set)
        for some in self._holders(unit):
            for index in some:
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


def _is_own(unit: _Unit, other: _Unit, share: float) -> bool:
    """Say whether a wording is surely taken from a sentence of a document that nobody says: word
    for word where it is short, and no mere phrase of a long sentence.
    """
    size = len(unit.words)
    if size >= LONG:
        return True
    return share >= 1 and size >= HALF * len(other.words)


def _units(said: Sequence[Utterance], first: int) -> Iterator[_Unit]:
    for at, one in enumerate(said, first):
        for number, sentence in enumerate(one.sentences):
            yield _Unit(at, number, sentence.words[:_LONGEST])


def _unit(said: Sequence[Utterance], at: int, number: int) -> _Unit:
    return _Unit(at, number, said[at].sentences[number].words[:_LONGEST])


def _places(said: Sequence[Utterance]) -> bytes:
    """Write of each sentence which utterance it is of, and its number there."""
    pairs = ((at, number) for at, one in enumerate(said) for number in range(len(one.sentences)))
    return array("I", (number for pair in pairs for number in pair)).tobytes()


_WHY = {
    Drift.IDENTICAL: "the words are the same",
    Drift.CUT: "words are left out, and nothing else is changed",
    Drift.MERGED: "two sentences or pieces are run into one",
    Drift.ALTERED: "words are changed or added",
}
