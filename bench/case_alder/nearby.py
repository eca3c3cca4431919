"""What stands near a date in its text, and what kinds of event some words name."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from onrecord.core.dates import When
from onrecord.core.sentences import split
from onrecord.core.spans import Span
from onrecord.core.vocabulary import EventKind
from onrecord.reader.events.tables import load

_CUT = re.compile(
    r"[;:]\s|,\s(?=(?:and|but|who|which|where|when|after|as|in|the)\b)"
    r"|\s[—–-]\s|\sand\s(?=(?:will|would|shall|(?:is|are) to)\b)"
    r"|,?\s(?=(?:since|before|after|when|while|until)\s)"
    r"|,\s(?=(?:[\w-]+\s){1,2}(?:days?|weeks?|months?|years?)\s(?:before|after|since)\b)"
)
_RELATIVE = re.compile(r"(?:who|which|that)\b")
_OF_A_NOUN = re.compile(r"\b(?:of|dated)\s+$")
"""What stands before a date that is a noun's: "his letter of 3 May reached her on the 5th"."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FEW = 12
"""Letters too few to tell what is dated."""


def moment(when: When) -> When:
    """Give when what is so since or until then began or ended: that is what happened."""
    start, stroke, end = when.edtf.partition("/")
    open_ends = ("", "..")
    if not stroke or (start not in open_ends and end not in open_ends):
        return when
    known = end if start in open_ends else start
    return when if known in open_ends else replace(when, edtf=known)


def near(text: str, around: Span, at: Span, dates: set[Span]) -> str:
    """Give the words of a sentence that a date is likely of.

    They end with the date, which mostly stands behind what it dates; what follows, up to the end of
    the clause, is taken too where no other date stands in it. They begin where the clause begins,
    or after the date before.
    """
    start, end = around.start, around.end
    for cut in _CUT.finditer(text, around.start, around.end):
        if cut.end() <= at.start:
            # What is told in "who left in May" is told of the words before.
            start = start if _RELATIVE.match(text, cut.end()) else cut.end()
        elif cut.start() >= at.end:
            end = cut.start()
            break
    others = [one for one in dates if around.start <= one.start and one.end <= around.end]
    earlier = [one.end for one in others if start < one.end <= at.start]
    later = [one.start for one in others if at.end <= one.start < end]
    if _OF_A_NOUN.search(text, start, at.start):
        end = at.end
    elif later:
        end = min(later) if at.start - start < _FEW else at.end
    earlier = [
        e
        for e in earlier
        if not any(o.end == e and _OF_A_NOUN.search(text, start, o.start) for o in others)
    ]
    if earlier and at.start - max(earlier) >= _FEW:
        start = max(earlier)
    return " ".join(text[start:end].split())


def beside(text: str, around: Span) -> tuple[Span, Span]:
    """Give the sentences before and after one, in its paragraph."""
    first = text.rfind("\n\n", 0, around.start) + 1
    last = text.find("\n\n", around.end)
    last = len(text) if last < 0 else last
    before = list(split(text, Span(first, around.start))) if first < around.start else []
    after = list(split(text, Span(around.end, last))) if around.end < last else []
    return (
        before[-1] if before else Span(around.start, around.start),
        after[0] if after else Span(around.end, around.end),
    )


@lru_cache(maxsize=4096)
def kinds_of(words: str) -> frozenset[EventKind]:
    """Give the kinds of event that some words name, by the reader's tables of verbs and nouns."""
    tables, low = load(), _WORD.findall(words.casefold())
    return frozenset(
        sense.kind
        for number, word in enumerate(low)
        for sense in (*tables.verbs.get(word, ()), *tables.nouns.get(word, ()))
        if (not sense.things or sense.things & set(low))
        and (not sense.tails or any(_follows(low, number, tail) for tail in sense.tails))
    )


def _follows(low: list[str], number: int, tail: tuple[str, ...]) -> bool:
    return tuple(low[number + 1 : number + 1 + len(tail)]) == tail
