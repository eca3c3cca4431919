"""What stands after a verb or noun of what happens: its object, and phrases led by prepositions."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reader.events.sentence import Sentence
from onrecord.reader.flows.phrases import Range

FARTHEST = 45
"""So many words after a verb still belong to it."""
_LEADS = frozenset(
    "before between near as under following toward towards contrary including".split()
)
_OPENING, _CLOSING = frozenset('“‘"'), frozenset('”’"')
_PARTICLES = frozenset("out up down off aside over back".split())


@dataclass(slots=True)
class Following:
    """The phrases after a word. `end` is the number of the word after the last of them."""

    first: str = ""
    object: Range | None = None
    led: list[tuple[str, int, Range]] = field(default_factory=list)
    end: int = 0

    def by(self, *prepositions: str) -> Range | None:
        """Give the first phrase that one of these leads."""
        return next((phrase for low, _, phrase in self.led if low in prepositions), None)


def following(here: Sentence, start: int, *, noun: bool = False) -> Following:
    """Read the phrases that follow.

    Args:
        start: the word after the verb or noun.
        noun: they follow a noun: what comes next is no object of it.
    """
    found = Following(first=here.low(start))
    at = start + (noun and here.low(start) in _CLOSING)
    while at < len(here.words) and (here.low(at) in _PARTICLES or _only_tells_how(here, at)):
        at += 1
    if not noun:
        at = _object(here, at, found)
    end = min(len(here.words), start + FARTHEST)
    while at < end:
        low = here.low(at)
        if here.phrases.is_date(at):
            at = here.past_date(at)
        elif low in here.lexicon.prepositions or low in _LEADS:
            at = _led(here, at, found)
        elif _only_tells_how(here, at) or (low in (",", "and") and _leads(here, at + 1)):
            at += 1
        else:
            break
    found.end = at
    return found


def _leads(here: Sentence, at: int) -> bool:
    return here.low(at) in here.lexicon.prepositions or here.low(at) in _LEADS


def _only_tells_how(here: Sentence, at: int) -> bool:
    return here.phrases.is_adverb(at) or here.low(at) in ("twice", "once", "again", "free")


def _object(here: Sentence, at: int, found: Following) -> int:
    bound, at = at, here.phrases.past_bound(at)
    if at >= len(here.words) or here.phrases.is_date(at) or (bound == at and _leads(here, at)):
        return bound
    phrase = _noun(here, at)
    if phrase is None:
        return bound
    found.object = bound, phrase[1]
    return phrase[1]


def _noun(here: Sentence, at: int) -> Range | None:
    """Give a noun phrase; the apostrophe of a plural does not end it: "the magistrates’ court".

    One in quotation marks keeps them.
    """
    if here.words[at].text in _OPENING and at + 1 < len(here.words):
        start = at + 1 + here.phrases.is_adverb(at + 1)
        inner = here.phrases.noun(start) if start < len(here.words) else None
        if inner is None or here.low(inner[1]) not in _CLOSING:
            return inner
        return at, inner[1] + 1
    phrase = here.phrases.noun(at)
    if phrase is None or here.low(phrase[1]) not in ("’", "'") or phrase[1] + 1 >= len(here.words):
        return phrase
    owned = here.phrases.noun(phrase[1] + 1) if here.low(phrase[1] - 1).endswith("s") else None
    return phrase if owned is None else (phrase[0], owned[1])


def _led(here: Sentence, at: int, found: Following) -> int:
    """Read one phrase with its preposition; give the number of the word after it."""
    start = at + 1
    if start >= len(here.words) or here.phrases.is_date(start):
        return start
    phrase = _noun(here, start)
    if phrase is None:
        return start
    found.led.append((here.low(at), at, phrase))
    return phrase[1]
