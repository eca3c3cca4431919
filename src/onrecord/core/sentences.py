"""Sentences and their words, plainly: to hold texts against each other, not to read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text

_END = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9£$€])|\n\s*\n")
TITLES = (
    "Mr|Mrs|Ms|Dr|Prof|St|Sir|Rev|Hon|Gen|Col|Lt|Sgt|Gov|Sens?|Reps?|Atty|Capt|Maj|Cpl|Cmdr|Adm|Det"
    "|Insp|Supt|Cllr|Messrs"
)
"""Short forms of titles, for a regular expression: a stop behind one ends no sentence."""
_SHORT = re.compile(
    rf"(?:\b(?:{TITLES}|No|Nos|v|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|p|pp|cf|Ltd|Co"
    r"|Inc)|\b[A-Z])\.$"
)
_GO_BY_A_LETTER = frozenset(
    "Witness Contact Officer Person Child Patient Suspect Victim Juror Soldier Source Company "
    "Purchaser Buyer Seller Client Donor Driver Doctor Nurse Employee Informant Agent Defendant "
    "Player Referee Pupil Official Subject Individual Respondent Exhibit Appendix Annex Section "
    "Schedule Part Unit Block Ward Plan Grade".split()
)
_OPENS = frozenset(
    "A An The He She It They We His Her Its Their This That These Those In On At For From By But "
    "And Nor When While After Before If As Nobody None No Not".split()
)
"""After "Contact B." no surname begins so, as it might after "John B."."""
_LETTERED = re.compile(r"\b(?P<noun>[A-Z][a-z]+) [A-Z]\.$")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SMALL = frozenset(
    "the a an of to in on by at for and or but that this these those it its they their them he his "
    "him she her we our us i my me you your who whom which what when where was were is are be been "
    "being had has have having do does did will would shall should may might can could must with "
    "as from into than then there here not no nor also so such some any all both each said says "
    "say told tell mr mrs ms dr one two after before about over under out up more most only very "
    "just if because while during between against through".split()
)
BEGINNING = 6
"""Letters in which two words must agree to count as one, their endings left out."""

_ENDING = re.compile(r"(?<=...)(?:ing|ed|es|s|e)$")


def sentences(text: Text) -> Iterator[Span]:
    """Cut the running text of each block that speaks into sentences, in linear time."""
    for block in text.blocks:
        if block.kind.speaks:
            yield from split(text.characters, block.at)


def split(characters: str, at: Span) -> Iterator[Span]:
    """Cut one stretch into sentences, white space at the edges left out."""
    start = at.start
    for end in _END.finditer(characters, at.start, at.end):
        if _SHORT.search(characters, max(start, end.end() - 8), end.end()):
            lettered = _LETTERED.search(characters, max(start, end.end() - 20), end.end())
            after = _WORD.match(characters, end.end() + 1)
            if not lettered or not ends_with_letter(
                lettered["noun"], after.group() if after else ""
            ):
                continue
        yield from _whole(characters, Span(start, end.end()))
        start = end.end()
    yield from _whole(characters, Span(start, at.end))


def ends_with_letter(noun: str, after: str) -> bool:
    """Say whether a letter with a stop ends a sentence: "known as Witness B. She has".

    Else it is an initial: "John B. Pell".

    Args:
        noun: the word before the letter.
        after: the word behind the stop.
    """
    return noun in _GO_BY_A_LETTER or after in _OPENS


def _whole(characters: str, span: Span) -> Iterator[Span]:
    trimmed = span.trimmed(characters)
    if trimmed.start < trimmed.end:
        yield trimmed


def stems(words: str) -> frozenset[str]:
    """Give the words that carry something, cut so that forms of one word are one."""
    return frozenset(filter(None, map(_carrying, _WORD.findall(words))))


@lru_cache(maxsize=65536)
def _carrying(written: str) -> str:
    """Give the stem of a word as it is written; '' where it carries nothing."""
    word = written.casefold().partition("’")[0].partition("'")[0]
    return stem(word) if word not in _SMALL and len(word) > 1 else ""


def stem(word: str) -> str:
    """Cut one small-lettered word: "arrested", "arrests" and "arrest" are one."""
    return _ENDING.sub("", word)[:BEGINNING]
