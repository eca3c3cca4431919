"""The Acts and sections that a sentence names: "section 9 of the Harbour Offices Act 1922"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reader.events.sentence import Sentence
from onrecord.reader.flows.phrases import Range

_LONGEST = 14
"""A name of an Act has no more words."""


def laws(here: Sentence) -> Iterator[Range]:
    """Give the places of the Acts that a sentence names, with their sections."""
    for number, word in enumerate(here.words):
        if word.text not in here.tables.words["acts"] or not number:
            continue
        start = number
        while start > 0 and number - start < _LONGEST and _belongs(here, start - 1):
            start -= 1
        while start < number and not here.words[start].capital:
            start += 1
        if start == number:
            continue
        end = number + 1
        if end < len(here.words) and _is_year(here.words[end].text):
            end += 1
        yield _section(here, start), end


def _belongs(here: Sentence, number: int) -> bool:
    word = here.words[number]
    return (word.capital and word.low not in ("the", "under")) or (
        here.tables.has("in_acts", word.low) and number > 0
    )


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal()


def _section(here: Sentence, start: int) -> int:
    """Step back over "section 9(1) of the"."""
    for at in range(start - 1, max(-1, start - 9), -1):
        if here.tables.has("sections", here.low(at)):
            return at
        if not (here.low(at) in ("of", "the", "(", ")", ",", "and") or here.low(at)[0].isalnum()):
            break
        if (
            here.low(at).isalpha()
            and here.low(at) not in ("of", "the", "and")
            and (len(here.low(at)) > 2)
        ):
            break
    return start
