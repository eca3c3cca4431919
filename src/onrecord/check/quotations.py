"""Does the record hold the words that a draft puts between quotation marks?

Only the words are compared, not who is said to have said them. A quotation that stands in no source
is shown beside the nearest wording there is; which of the two is right is for the writer to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from onrecord.core.identity import SourceId
from onrecord.core.spans import Span

SHORTEST = 3
"""Words. Shorter quotations are mostly names, titles and scare quotes."""

NEAR = 60.0
"""The likeness (0 to 100) from which a wording is worth showing. Of 250 runs of 5 to 25 words from
news pages, 99 in 100 are no more like any stretch of another page, and with every fifth word
exchanged 99 in 100 are still 72 or more like their own (2026-11-23)."""

_QUOTED = re.compile(r"“([^“”]{1,2000})”|\"([^\"]{1,2000})\"|(?<!\w)‘([^‘]{1,2000}?)’(?!\w)")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfound:
    """A quotation of the draft that no source holds. `source` None: nothing near it either."""

    at: Span
    words: str
    source: SourceId | None
    nearest_at: Span | None
    nearest: str
    likeness: float


class Wordings:
    """The words of some texts, to look quotations up in.

    Args:
        said: their bare words, in the order in which the nearest wording is looked for.
        characters: gives the words of a text as they stand.
    """

    def __init__(self, said: Mapping[SourceId, str], characters: Callable[[SourceId], str]) -> None:
        self._said, self._characters = said, characters
        self._padded = [f" {one} " for one in said.values()]

    def may_hold(self, word: str, source: SourceId) -> bool:
        """Say whether a text can have a word in it, as a part of another too."""
        return bare(word) in self._said[source]

    def unfound(self, at: Span, draft: str) -> Unfound | None:
        """Give a quotation of a draft that stands in none of the texts; None: one of them has it.

        Letter case, punctuation and white space do not count as difference.
        """
        words = at.of(draft)
        if bare(words).count(" ") < SHORTEST - 1 or self.hold(words):
            return None
        return self._nearest(at, words, bare(words))

    def hold(self, words: str) -> bool:
        """Say whether one of the texts has some words, in their order."""
        return any(f" {bare(words)} " in said for said in self._padded)

    def places(self, words: str) -> Iterator[tuple[SourceId, Span]]:
        """Give where texts have some words, in their order: the first place of each."""
        wanted = bare(words)
        for (source, said), padded in zip(self._said.items(), self._padded, strict=True):
            start = padded.find(f" {wanted} ")
            if start >= 0:
                there = self._characters(source)
                yield source, _place(wanted, said, there, start, start + len(wanted))

    def follows(self, word: str, words: str) -> bool:
        """Say whether some words mostly stand after a word where the texts have them."""
        alone, after = f" {bare(words)} ", f" {bare(word)} {bare(words)} "
        return sum(one.count(alone) - 2 * one.count(after) for one in self._padded) < 0

    def _nearest(self, at: Span, shown: str, words: str) -> Unfound:
        from rapidfuzz import fuzz

        best: tuple[float, SourceId, Span] | None = None
        for source, said in self._said.items():
            least = best[0] if best else NEAR
            found = fuzz.partial_ratio_alignment(words, said, score_cutoff=least)
            if found is not None and (best is None or found.score > best[0]):
                characters = self._characters(source)
                place = _place(words, said, characters, found.dest_start, found.dest_end)
                best = (found.score, source, place)
        if best is None:
            return Unfound(
                at=at, words=shown, source=None, nearest_at=None, nearest="", likeness=0.0
            )
        score, source, place = best
        return Unfound(
            at=at,
            words=shown,
            source=source,
            nearest_at=place,
            nearest=place.of(self._characters(source)),
            likeness=score,
        )


def bare(words: str) -> str:
    """Give the words alone, in small letters with a space between."""
    return " ".join(_WORD.findall(words)).casefold()


def quotations(draft: str) -> Iterator[Span]:
    """Give what stands between quotation marks, without them."""
    for found in _QUOTED.finditer(draft):
        group = found.lastindex or 0
        yield Span(*found.span(group))


def _place(words: str, said: str, characters: str, start: int, end: int) -> Span:
    """Lead from a stretch of the bare words back to the text, cut to begin and end alike."""
    there = said.split(" ")
    first = said.count(" ", 0, start)
    last = min(said.count(" ", 0, max(start, end - 1)), len(there) - 1)
    quoted = set(words.split(" "))
    while first < last and there[first] not in quoted:
        first += 1
    while first < last and there[last] not in quoted:
        last -= 1
    found = list(islice(_WORD.finditer(characters), first, last + 1))
    return Span(found[0].start(), found[-1].end())
