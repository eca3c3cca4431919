"""What a phrase is about, where the words of a charge end, and who begins a clause."""

from __future__ import annotations

from onrecord.reader.events.sentence import Sentence
from onrecord.reader.flows.phrases import Range

AUXILIARIES = frozenset("is was were are has have had will would could".split())


def lows(here: Sentence, phrase: Range) -> list[str]:
    """Give the words of a phrase in small letters."""
    return [here.low(number) for number in range(*phrase)]


def head_number(here: Sentence, phrase: Range) -> int:
    """Give the number of the noun a phrase is about: the last before a preposition or mark."""
    for number in range(phrase[0] + 1, phrase[1]):
        if here.low(number) in here.lexicon.prepositions or here.low(number) in (",", "”", '"'):
            return number - 1
    return phrase[1] - 1


def head(here: Sentence, phrase: Range) -> str:
    """Give the noun a phrase is about."""
    return here.low(head_number(here, phrase))


def end_of_matter(here: Sentence, start: int) -> int:
    """Give where the words end that say with what somebody is charged."""
    at = start
    while at < len(here.words) and at - start < 20:
        word, low = here.words[at], here.low(at)
        if (word.is_mark and word.text not in "’'&") or here.phrases.is_date(at):
            break
        if low in ("under", "contrary", "after", "before", "between", "following", "when", "by"):
            break
        if here.tables.has("clauses", low) or (low == "and" and here.low(at + 1) in AUXILIARIES):
            break
        at += 1
    while at > start and here.low(at - 1) in ("in", "on", "at", "and", "from", "since", "last"):
        at -= 1
    return at


def is_only_a_date(here: Sentence, phrase: Range) -> bool:
    return any(first <= phrase[0] and phrase[1] <= last for (first, last), _ in here.dates)


def first_party(here: Sentence, start: int, verb: int) -> Range | None:
    """Give the first phrase of a clause that is somebody's, past what only introduces it."""
    at = start
    while at < verb:
        low = here.low(at)
        if here.phrases.is_date(at):
            at = here.past_date(at)
            continue
        if low in here.lexicon.prepositions or here.words[at].is_mark or low == "and":
            comma = next((n for n in range(at, verb) if here.low(n) == ","), None)
            if low in here.lexicon.prepositions and comma is None:
                return None
            at = comma + 1 if comma is not None and low in here.lexicon.prepositions else at + 1
            continue
        return here.phrases.party(at)
    return None
