"""What a publisher takes back: "an earlier version said ...", "in a report of ... we said ...".

What follows "said" in such a note is the telling that is corrected; what stands beside it is what
the publisher now says. A note that says only that something was wrong takes back no telling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.assess.versions.corrections import notes
from onrecord.core.sentences import split
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text

_SAID = re.compile(
    r"\b(?:said|stated|reported|wr(?:ote|itten)|gave|described|named|called|misstated|suggested|put)"
    r"\b(?:(?:\s+(?:on|in)\s[^,.;:]{2,40}?)?\s+that\b)?",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:we|(?:our|this|an? (?:earlier|previous)) (?:\w+ ){0,2}(?:report|story|article|item|page|"
    r"version|headline|caption)|(?:some|other|several) (?:newspapers|papers|outlets|reports|media))"
    r"\b[^.;:]{0,60}?\b(?:said|stated|reported|wr(?:ote|itten)|gave|described|named|called|put)\b"
    r"(?:(?:\s+(?:on|in)\s[^,.;:]{2,40}?)?\s+that\b)?",
    re.IGNORECASE,
)
"""Where a note speaks again of what was printed, after it said what is so of something else."""

_HEADING = re.compile(r"[^.:]{0,60}[.:]")
_SAYS_IT = re.compile(r"[^\n:]{0,40}\bcorrections?\b[^\n:]{0,40}[:\n]", re.IGNORECASE)
_AND_THAT = re.compile(
    r"\s*(?:,\s*)?\band (?:that|called|named|described|gave|put|said)\b\s*", re.IGNORECASE
)
_IN_FACT = re.compile(
    r"\b(?:in fact|rather than|it (?:was|is) in fact|should have (?:said|been|read)|instead of)\b"
    r"|;\s+(?!(?:and )?that\b)|\s[–—-]\s(?=(?:it|he|she|they|this|that|there)\b)"
    r"|,\s(?:but|when|whereas)\s",
    re.IGNORECASE,
)
"""Where the same sentence turns to what is so: "we said May; it was April"."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction in one text: what is taken back, clause by clause, and what stands instead."""

    at: Span
    wrong: tuple[Span, ...]
    right: tuple[Span, ...]


def corrected(text: Text) -> Iterator[Correction]:
    """Give what the notes of a text take back of single tellings, clause by clause."""
    for note in notes(text):
        found = _in(text.characters, note.at)
        if found is not None:
            yield found


def set_right(text: Text) -> Iterator[Span]:
    """Give the corrections that only say what is so: "CORRECTION: the trust puts it at 4,000"."""
    for note in notes(text):
        words = note.at.of(text.characters)
        if not note.retracts and _in(text.characters, note.at) is None and _SAYS_IT.match(words):
            yield note.at


def _in(characters: str, note: Span) -> Correction | None:
    wrong: list[Span] = []
    right: list[Span] = []
    for span in split(characters, note):
        if not characters[note.start : span.start].strip() and _HEADING.fullmatch(
            characters, span.start, span.end
        ):
            continue
        said = (_OURS if wrong else _SAID).search(characters, span.start, span.end)
        if said is None:
            right.append(span)
            continue
        turn = _IN_FACT.search(characters, said.end(), span.end)
        last = turn.start() if turn is not None else span.end
        wrong += _clauses(characters, Span(said.end(), last))
        if turn is not None:
            right.append(Span(turn.start(), span.end))
    return Correction(note, tuple(wrong), tuple(right)) if wrong and right else None


def _clauses(characters: str, at: Span) -> Iterator[Span]:
    start = at.start
    for joint in _AND_THAT.finditer(characters, at.start, at.end):
        yield Span(start, joint.start())
        start = joint.end()
    if start < at.end:
        yield Span(start, at.end)
