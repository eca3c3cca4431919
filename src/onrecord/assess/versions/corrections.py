"""What a publisher says of its own earlier page: a correction, or that it takes the report back.

A note is found by its words and led to the report of the same outlet that shares most of them. A
note on "an earlier version of this page" leads out of the record unless that version is in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.alone import of_words
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text

_NOTE = re.compile(
    r"(?m)^[^\n]{0,40}?\b(?:correction|corrections and clarifications|clarification|"
    r"editor[’']s note|retraction)\b[^\n]{0,30}?[:\n].{0,1200}",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"(?m)^[^\w\n]{0,6}(?:corrections?(?: (?:and|&) clarifications?)?|clarifications?|"
    r"errat(?:um|a)|(?:putting|setting) (?:it|this|things|that|(?:the )?record) (?:right|straight)|"
    r"for the record|we got (?:it|this) wrong|(?:an )?apology|amendment)\b"
    r"[^\n.:–—]{0,30}[.:–—]\s.{0,1200}",
    re.IGNORECASE,
)
"""A heading that runs on in its paragraph: "Clarification, 3 May. This story said ..."."""

_WRONGLY = re.compile(
    r"(?m)^[^\n]{0,80}\b(?:we|our (?:\w+ ){0,2}(?:report|story|article|item)) "
    r"(?:wrongly|incorrectly|mistakenly|erroneously)\b.{0,1200}",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:an?|the)\s+(?:earlier|previous)\s+version\s+of\s+(?:this|our|the)\b[^\n]*"
    r"|\bthis (?:article|page|story|report) (?:was|has been) "
    r"(?:amended|changed|corrected|updated)\b[^\n]*",
    re.IGNORECASE,
)
_RETRACTS = re.compile(
    r"\b(?:we|the \w+(?: \w+)?)\s+(?:(?:have|has|now|hereby)\s+)*(?:retract|withdraw)(?:s|ed|n)?\s+"
    r"(?:our|the|its|this|that|an?)\s+(?:\w+\s+)?(?:report|article|story|statement|notice|page)\b"
    r"[^\n]*"
    r"|\b(?:our|the|this) (?:report|article|story|statement|notice)[^.\n]{0,80}"
    r"\b(?:has been|is|was) (?:retracted|withdrawn)\b[^\n]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Note:
    """What a publisher says of an earlier page of its own.

    `retracts`: it takes the report back as a whole. `itself`: it speaks of this very page.
    """

    at: Span
    retracts: bool
    itself: bool


def notes(text: Text) -> Iterator[Note]:
    """Give the notes of a text on what its publisher said before, each once."""
    taken = -1
    for start, end in _noted(text.characters):
        if start < taken:
            continue
        words = text.characters[start:end]
        yield Note(
            at=Span(start, start + len(words.rstrip())),
            retracts=_RETRACTS.search(words) is not None,
            itself=_EARLIER.search(words) is not None,
        )
        taken = end


@of_words(list)
def _noted(characters: str) -> list[list[int]]:
    """Give where in a text something is like a note: start and end, in the order of the text."""
    kinds = enumerate((_RETRACTS, _EARLIER, _NOTE, _HEADED, _WRONGLY))
    found = [(m.start(), n, m.end()) for n, p in kinds for m in p.finditer(characters)]
    return [[start, end] for start, _, end in sorted(found)]
