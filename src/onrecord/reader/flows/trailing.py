"""What stands after a verb or noun of passing: objects, to whom, from whom, through whom, by what.

Phrases follow one another up to where the clause ends; those that tell none of these are passed by.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reader.flows.phrases import Phrases, Range

_GOES_ON = frozenset("to from through via by on in over at with".split())
FARTHEST = 40
"""So many words after a verb still belong to it."""


@dataclass(slots=True)
class Trailing:
    """The phrases after a verb. `first` is the word that follows it and its particles."""

    first: str = ""
    objects: list[Range] = field(default_factory=list)
    to: Range | None = None
    second: Range | None = None
    from_: Range | None = None
    by: Range | None = None
    with_: Range | None = None
    with_what: Range | None = None
    of: Range | None = None
    through: list[Range] = field(default_factory=list)
    means: list[Range] = field(default_factory=list)


def trailing(here: Phrases, start: int, *, two_objects: bool, noun: bool = False) -> Trailing:
    """Read the phrases that follow.

    Args:
        two_objects: the taker may stand before the thing: "gave Pell the papers".
        noun: they follow a noun: what comes next is no object of it.
    """
    found = Trailing()
    at = start
    while here.tables.has("particles", here.low(at)) and not _begins_phrase(here, at):
        at += 1
    found.first = here.low(at)
    if not noun:
        at = _objects(here, at, two_objects, found)
    end = min(len(here.sentence), at + FARTHEST)
    while at < end:
        low = here.low(at)
        out = low == "out" and here.low(at + 1) == "of"
        if out or low in here.lexicon.prepositions or here.tables.has("means_before", low):
            at = _prepositional(here, at, found)
        elif low in ("on", "over", "along", "back") or here.is_adverb(at):
            at += 1
        elif here.is_date(at):
            at = _after_date(here, at)
        elif low in (",", "and") and here.low(at + 1) in _GOES_ON:
            at += 1
        else:
            break
    return found


def _begins_phrase(here: Phrases, at: int) -> bool:
    """Say whether "on" or "over" begins a phrase of its own: "on a stick", not "on to Pell"."""
    low = here.low(at)
    if low not in ("on", "over", "up", "round", "around", "out"):
        return False
    following = here.low(at + 1)
    if low == "out":
        return following == "of"
    phrase = here.noun(at + 1) if at + 1 < len(here.sentence) else None
    return phrase is not None and (here.is_means(at, phrase) or here.is_date(at + 1))


def _objects(here: Phrases, at: int, two: bool, found: Trailing) -> int:
    bound, at = at, here.past_bound(at)
    if at >= len(here.sentence) or (bound == at and here.low(at) in here.lexicon.prepositions):
        return at
    phrase = here.noun(at)
    if phrase is None:
        return at
    phrase = bound, phrase[1]
    taker = here.cut(phrase) if two else None
    if taker is not None:
        after = taker[1]
        past = here.past_bound(after)
        thing = here.noun(past) if past < len(here.sentence) else None
        if thing is not None:
            thing = after, thing[1]
        if thing is not None and not here.is_date(after) and here.low(after) != "to":
            found.objects = [taker, thing]
            return thing[1]
    found.objects = [phrase]
    at = phrase[1]
    while here.tables.has("particles", here.low(at)) and not _begins_phrase(here, at):
        at += 1
    return at


def _prepositional(here: Phrases, at: int, found: Trailing) -> int:
    """Read one phrase with its preposition; give the number of the word after it."""
    low = here.low(at)
    start = at + 1
    if low == "out" and here.low(start) == "of":
        low, start = "from", start + 1
    if low == "into" and here.low(start) == "the" and here.low(start + 1) == "hands":
        low, start = "to", start + 3
    if start >= len(here.sentence):
        return start
    phrase = here.noun(start)
    if phrase is None:
        return _after_date(here, start) if here.is_date(start) else start
    party = here.cut(phrase)
    if here.is_means(at, phrase) and (party is None or low not in ("to", "from")):
        found.means.append((at, phrase[1]))
        return phrase[1]
    if low == "with" and found.with_what is None:
        found.with_, found.with_what = party, phrase
    elif low == "of" and found.of is None:
        found.of = phrase
    elif party is None:
        return phrase[1]
    elif low == "to" and found.to is None:
        found.to = party
    elif low == "from" and found.from_ is None:
        found.from_ = party
    elif low == "by" and found.by is None:
        found.by = party
    elif low in ("through", "via"):
        found.through.append(party)
    return party[1] if party is not None and low not in ("of", "with") else phrase[1]


def _after_date(here: Phrases, at: int) -> int:
    """Step past the words of a date: those up to the next small word or mark."""
    at += 1
    while at < len(here.sentence) and (
        here.sentence[at].text[0].isdigit() or here.low(at) in here.lexicon.months
    ):
        at += 1
    return at
