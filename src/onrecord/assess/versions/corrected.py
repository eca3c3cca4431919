"""What a publisher takes back: "an earlier version said ...", "in a report of ... we said ...".

What follows "said" in such a note is the telling that is corrected; what stands beside it is what
the publisher now says. A note that says only that something was wrong takes back no telling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.assess.versions.corrections import notes
from onrecord.core.sentences import split
from onrecord.core.shaping import dataclass
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text

_SAID = re.compile(
    r"\b(?:said|stated|reported|wrote|gave|described|named|misstated|suggested|put)\b(?:\s+that\b)?",
    re.IGNORECASE,
)
_SAYS_IT = re.compile(r"[^\n:]{0,40}\bcorrections?\b[^\n:]{0,40}[:\n]", re.IGNORECASE)
_AND_THAT = re.compile(r"\s*(?:,\s*)?\band that\b\s*", re.IGNORECASE)
_IN_FACT = re.compile(
    r"\b(?:in fact|rather than|it (?:was|is) in fact|should have (?:said|been|read)|instead of)\b",
    re.IGNORECASE,
)


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
        said = None if wrong else _SAID.search(characters, span.start, span.end)
        if said is None:
            right.append(span)
            continue
        wrong += _clauses(characters, Span(said.end(), span.end))
        turn = _IN_FACT.search(characters, said.end(), span.end)
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
