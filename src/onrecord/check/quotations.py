"""Does the record hold the words that a draft puts between quotation marks?

Only the words are compared, not who is said to have said them. A quotation that stands in no source
is shown beside the nearest wording there is; which of the two is right is for the writer to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.core.identity import SourceId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text

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


def unfound_quotations(draft: str, texts: Iterable[tuple[SourceId, Text]]) -> Iterator[Unfound]:
    """Give the quotations of three or more words in `draft` that stand in none of the texts.

    Letter case, punctuation and white space do not count as difference.
    """
    held = [(source, text, *_words(text.characters)) for source, text in texts]
    for at in _quotations(draft):
        words, _ = _words(at.of(draft))
        if len(words.split()) >= SHORTEST and not any(_holds(said, words) for *_, said, _ in held):
            yield _nearest(at, at.of(draft), words, held)


def _quotations(draft: str) -> Iterator[Span]:
    for found in _QUOTED.finditer(draft):
        group = found.lastindex or 0
        yield Span(*found.span(group))


def _words(characters: str) -> tuple[str, list[Span]]:
    """Give the words alone, in small letters with a space between, and where each stands."""
    spans = [Span(*found.span()) for found in _WORD.finditer(characters)]
    return " ".join(span.of(characters).casefold() for span in spans), spans


def _holds(said: str, words: str) -> bool:
    return f" {words} " in f" {said} "


def _nearest(
    at: Span, shown: str, words: str, held: list[tuple[SourceId, Text, str, list[Span]]]
) -> Unfound:
    from rapidfuzz import fuzz

    best: tuple[float, SourceId, Text, Span] | None = None
    for source, text, said, spans in held:
        found = fuzz.partial_ratio_alignment(words, said, score_cutoff=best[0] if best else NEAR)
        if found is not None and (best is None or found.score > best[0]):
            place = _place(words, said, spans, found.dest_start, found.dest_end)
            best = (found.score, source, text, place)
    if best is None:
        return Unfound(at=at, words=shown, source=None, nearest_at=None, nearest="", likeness=0.0)
    score, source, text, place = best
    return Unfound(
        at=at,
        words=shown,
        source=source,
        nearest_at=place,
        nearest=place.of(text.characters),
        likeness=score,
    )


def _place(words: str, said: str, spans: list[Span], start: int, end: int) -> Span:
    """Lead from a stretch of the bare words back to the text, cut to begin and end alike."""
    first = said.count(" ", 0, start)
    last = min(said.count(" ", 0, max(start, end - 1)), len(spans) - 1)
    quoted, there = set(words.split(" ")), said.split(" ")
    while first < last and there[first] not in quoted:
        first += 1
    while first < last and there[last] not in quoted:
        last -= 1
    return Span(spans[first].start, spans[last].end)
