"""What stands before a verb of passing: its subject, and whether it says that it was done.

"Marr is accused of having tried to pass": the words between a verb and its subject are walked back,
each telling something, up to the first that tells nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.core.vocabulary import Realised
from onrecord.reader.flows.phrases import Phrases, Range

FARTHEST = 20
"""So many words can stand between a verb and its subject."""

_OF = ("of", "with", "from", "for")


@dataclass(slots=True)
class Leading:
    """What was found before a verb; `signs` are words, by number, and what they make of it."""

    subject: Range | None = None
    passive: bool = False
    signs: dict[int, Realised] = field(default_factory=dict)
    denials: list[int] = field(default_factory=list)


def leading(here: Phrases, verb: int) -> Leading:
    """Walk back from a verb to its subject."""
    found = Leading()
    at = _walk(here, verb, found)
    found.subject = _subject(here, at, verb, found)
    first = at if found.subject is None else found.subject[0]
    if here.tables.has("asking", here.low(first - 1)):
        found.signs[first - 1] = Realised.CONSIDERED
    _say_of_subject(here, found)
    _say_of_clause(here, first, found)
    return found


def _walk(here: Phrases, verb: int, found: Leading) -> int:
    """Give the number of the first word of the verb's group."""
    plain = True  # nothing but adverbs and auxiliaries so far
    at = verb - 1
    while at >= 0 and verb - at < FARTHEST:
        low = here.low(at)
        if here.tables.has("negations", low) or low.endswith(("n't", "n’t")):
            found.denials.append(at)
        elif here.tables.has("be", low):
            found.passive |= plain and not here.low(verb).endswith("ing")
        elif low in here.tables.realised and not _is_report(here, at, low):
            found.signs[at] = here.tables.realised[low]
            plain = plain and here.tables.realised[low] is Realised.ALLEGED and low.endswith("ly")
        elif here.tables.has("have", low) or here.tables.has("do", low):
            plain = plain and low in ("been", "having")
        elif low == "," and (before := _parenthesis(here, at)) is not None:
            found.signs[before + 1] = Realised.ALLEGED
            at = before
        elif low in _OF and here.low(at - 1) in here.tables.realised:
            plain = False
        elif low == "to":
            if not _controls(here, at - 1):
                return at
            plain = False
        elif not (here.tables.has("passes_over", low) or here.is_adverb(at)):
            break
        at -= 1
    return at + 1


def _is_report(here: Phrases, at: int, low: str) -> bool:
    """Say whether "said" and the like only report: "Morrow said", not "is said to"."""
    return low in ("said", "thought", "claimed", "claims", "claim") and here.low(at + 1) != "to"


def _controls(here: Phrases, at: int) -> bool:
    """Say whether a word before "to" leaves the subject as it is: "tried to", "is to"."""
    low = here.low(at)
    return (
        low in here.tables.realised
        or here.tables.has("be", low)
        or here.tables.has("have", low)
        or here.tables.has("negations", low)
        or (at >= 0 and here.is_adverb(at))
    )


def _parenthesis(here: Phrases, comma: int) -> int | None:
    """Give the comma that opens ", it is alleged,"; None where no such words stand between."""
    for at in range(comma - 1, max(-1, comma - 8), -1):
        if here.low(at) == ",":
            inside = {here.low(number) for number in range(at + 1, comma)}
            told = any(here.tables.realised.get(low) is Realised.ALLEGED for low in inside)
            return at if told else None
    return None


def _subject(here: Phrases, at: int, verb: int, found: Leading) -> Range | None:
    """Give the phrase that ends before the group, or that governs it from farther off."""
    before = here.low(at - 1)
    if before in ("who", "which", "that"):
        return at - 1, at
    if before in _OF or here.low(at) == "to":
        end = at - 1 if before in _OF else at
        governed = here.before(end)
        if governed is not None:
            _say(here, governed[0] - 1, found)
        return governed
    if here.tables.has("joins", before) or before in (",", "by", "") or here.low(at) == "by":
        return _of_clause(here, at - 1)
    return here.before(at) or _nobody(here, at) or _of_clause(here, at - 1)


def _nobody(here: Phrases, end: int) -> Range | None:
    """Give "no documents" or "neither the money nor the keys", where it ends before a word."""
    for start in range(end - 1, max(-1, end - FARTHEST), -1):
        if here.low(start) in here.lexicon.nobody and here.noun(start) == (start, end):
            return start, end
    return None


def _say(here: Phrases, at: int, found: Leading) -> None:
    """Count what governs the subject: "accused Marr of", "asked Vale to"."""
    while at >= 0 and here.is_adverb(at):
        at -= 1
    sign = here.tables.realised.get(here.low(at))
    if sign is not None:
        found.signs[at] = sign


def _of_clause(here: Phrases, end: int) -> Range | None:
    """Give who begins the clause: the subject that two verbs share."""
    start = end
    while start > 0 and end - start < 2 * FARTHEST:
        if (
            here.tables.has("stops", here.low(start - 1))
            and not here.tables.has("joins", here.low(start - 1))
            and here.low(start - 1) not in _AUXILIARIES
        ):
            break
        if here.low(start - 1) in (";", ":", "“", "”", '"', "‘"):
            break
        start -= 1
    return here.party(start) if start < end else None


_AUXILIARIES = frozenset("is was were are has have had did does will would could".split())


def _say_of_subject(here: Phrases, found: Leading) -> None:
    """Count what the subject itself says: "nobody", "no documents", "neither"."""
    if found.subject is None:
        return
    for number in range(*found.subject):
        low = here.low(number)
        if low in ("nobody", "no", "none", "neither", "no-one", "nothing"):
            found.denials.append(number)
        elif low in ("alleged", "suspected"):
            found.signs[number] = Realised.ALLEGED


def _say_of_clause(here: Phrases, at: int, found: Leading) -> None:
    """Count a clause that opens with "no": "No document that mattered passed to anyone"."""
    start = at
    while start > 0 and at - start < FARTHEST:
        before = here.low(start - 1)
        goes_on = before in _AUXILIARIES or before in here.lexicon.relatives or before == "that"
        if here.sentence[start - 1].is_mark or (here.tables.has("stops", before) and not goes_on):
            break
        start -= 1
    if here.low(start) in ("no", "nobody", "none", "neither", "no-one", "nothing") and (
        start < at and not here.sentence[start + 1].is_mark
    ):
        found.denials.append(start)
