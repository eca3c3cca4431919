"""Finds nouns for what happens: "their arrest", "the resignation of Vale", "a letter to Pell".

A noun alone tells of no event: somebody has to take part, or a date has to stand with it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from onrecord.core.vocabulary import EventKind, Realised, Role
from onrecord.reader.events.following import following
from onrecord.reader.events.found import Found
from onrecord.reader.events.sentence import Sentence
from onrecord.reader.events.tables import Sense

_BACK = 5
"""So many words before a noun are looked at for what they leave of it."""
_NEVER_ALONE = (EventKind.LETTER, EventKind.SEARCH, EventKind.TRAVEL)


def nouns(here: Sentence, taken: Container[int]) -> Iterator[Found]:
    """Give what the nouns of a sentence tell, in their order.

    Args:
        taken: the numbers of words that verbs have told already.
    """
    for number, word in enumerate(here.words):
        senses = here.tables.nouns.get(word.low)
        if senses is None or number in taken or here.low(number + 1) in here.tables.nouns:
            continue
        found = _read(here, number, senses[0])
        if found is not None:
            yield found


def _read(here: Sentence, noun: int, sense: Sense) -> Found | None:
    after = following(here, noun + 1, noun=True)
    if _is_of_another(here, noun) or here.low(noun + 1) in ("court", "letter", "box", "process"):
        return None  # "a prospect of conviction", "appealed against her conviction", "trial court"
    found = Found(sense, sense.kind, noun, (noun, noun + 1), after.end, outcome=sense.outcome)
    found.add(sense.object, here.owner(noun))
    for low, _, phrase in after.led:
        party = here.phrases.cut(phrase)
        if low == "of":
            found.add(sense.object, party)
        elif low == "by" or (low == "from" and sense.kind is EventKind.LETTER):
            found.add(Role.BY, party)
        elif low == "against" and sense.object is Role.WHO:
            found.add(Role.WHO, party)
        elif low in sense.led:
            found.add(sense.led[low], party)
        elif here.tables.has("before", low) and here.is_body(phrase):
            found.add(Role.BEFORE, phrase)
        elif low in sense.places and here.is_place(phrase):
            found.place = phrase
        elif low in ("in", "at") and here.is_named_place(phrase):
            found.place = found.place or phrase
    dated = any(low in sense.about for low, _, _ in after.led) or any(
        noun < first <= after.end for (first, _), _ in here.dates
    )
    if not found.roles and (not dated or sense.kind in _NEVER_ALONE):
        return None
    if sense.places and found.place is None:
        return None
    if not any(role in (Role.TO, Role.BY) for role, _ in found.roles) and _is_letter(sense):
        return None
    _weigh(here, found)
    return found


def _is_of_another(here: Sentence, noun: int) -> bool:
    """Say whether a noun only says what another is of or against."""
    at = noun - 1
    while here.low(at) in here.lexicon.determiners:
        at -= 1
    return here.low(at) == "against" or here.low(noun - 1) == "of"


def _is_letter(sense: Sense) -> bool:
    return sense.kind is EventKind.LETTER


def _weigh(here: Sentence, found: Found) -> None:
    """Count the words before a noun: "avoid arrest", "an alleged meeting", "called for a trial"."""
    for at in range(found.trigger - 1, max(-1, found.trigger - 1 - _BACK), -1):
        low = here.low(at)
        if here.words[at].is_mark or here.tables.has("clauses", low):
            break
        if here.phrases.tables.has("negations", low):
            found.denials.append(at)
        elif low in here.phrases.tables.realised and low not in ("said", "told", "about", "set"):
            found.signs[at] = here.phrases.tables.realised[low]
        elif low in ("avoid", "avoided", "without", "future", "eventual"):
            found.signs[at] = Realised.CONSIDERED
