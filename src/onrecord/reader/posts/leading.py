"""Posts told by a verb alone: "the board is chaired by Vale", "he has led the union since 2019".

"Led" tells of many things; without a body behind or before it, it tells of no post.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reader.posts.bodies import Bodies
from onrecord.reader.posts.complements import LONGEST, POSSESSIVE, text_of
from onrecord.reader.posts.offices import Office
from onrecord.reader.posts.predicates import Predicates
from onrecord.reader.posts.sentence import Person, Sentence
from onrecord.reader.posts.subjects import Subjects
from onrecord.reader.posts.telling import Kind, Told

_LOOSE = ("ran", "run", "runs", "oversaw", "oversees")
"""Of these verbs much else is the object than what has a head."""


def leading(
    sentence: Sentence, bodies: Bodies, predicates: Predicates, subjects: Subjects
) -> Iterator[Told]:
    """Give what such verbs tell."""
    for verb, word in enumerate(sentence.words):
        if word.low == "charge" and verb not in sentence.quoted and not sentence.asks:
            yield from _in_charge(sentence, verb, predicates, subjects)
        post = sentence.tables.leads.get(word.low)
        if post is None or sentence.asks or verb in sentence.quoted:
            continue
        group = predicates.group(verb)
        if group is None:
            continue
        first, words = group
        if words & {"is", "was", "been", "are", "were"}:
            if sentence.low(verb + 1) == "by":
                yield from _passive(sentence, bodies, verb, group, post)
        elif post == "adviser":
            yield from _advising(sentence, bodies, verb, subjects.before(first), words)
        else:
            yield from _active(sentence, bodies, verb, subjects.before(first), post, words)


def _passive(
    sentence: Sentence, bodies: Bodies, verb: int, group: tuple[int, set[str]], post: str
) -> Iterator[Told]:
    first, words = group
    person = sentence.starting(verb + 2)
    body = bodies.subject(sentence.words, first - 1) if first else ""
    if not body and _shares_subject(sentence, first):
        body = bodies.named(sentence.words, 0)[1]
    if person is None or not body:
        return
    office = Office(verb, verb, verb + 1, post, body)
    is_open = bool(words & {"is", "are", "has", "have"})
    last = _end(sentence, person.last)
    yield Told(office, person, Kind.HOLDS, first, last, open=is_open, verb=verb)


def _shares_subject(sentence: Sentence, first: int) -> bool:
    """Say whether the verb goes on about the sentence's subject: "... and is headed by"."""
    return sentence.low(first - 1) == "and"


def _active(
    sentence: Sentence,
    bodies: Bodies,
    verb: int,
    holders: list[Person | None],
    post: str,
    words: set[str],
) -> Iterator[Told]:
    last, body = bodies.named(sentence.words, verb + 1)
    if sentence.low(verb) in _LOOSE:
        last, body = _unit(sentence, verb + 1)
        if not _dated(sentence, last):
            return  # "runs the shop", "ran the story": nothing tells that it is a post
    perfect = bool(words & sentence.tables.small["perfect"])
    if not body or not (perfect or _dated(sentence, last) or sentence.small(verb, "present")):
        return
    if sentence.starting(verb + 1) is not None or any(
        sentence.tables.head(word.low) for word in sentence.words[verb + 1 : last]
    ):
        return  # "led the former secretary of state"
    office = Office(verb, verb, last, post, body)
    is_open = perfect or sentence.small(verb, "present")
    for person in holders:
        if person is not None:
            end = _end(sentence, last)
            yield Told(office, person, Kind.HOLDS, verb, end, open=is_open, verb=verb)


def _in_charge(
    sentence: Sentence, charge: int, predicates: Predicates, subjects: Subjects
) -> Iterator[Told]:
    """Read "was in charge of the archive from 2015 to 2018", and the same after a name."""
    if (sentence.low(charge - 1), sentence.low(charge + 1)) != ("in", "of"):
        return
    last, body = _unit(sentence, charge + 2)
    if not _dated(sentence, last):
        return
    before = charge - 2
    person = sentence.ending(before) if sentence.low(before) == "," else None
    holders: list[Person | None] = [person]
    if person is None and sentence.low(before) in sentence.tables.small["copula"]:
        group = predicates.group(before)
        holders = subjects.before(group[0]) if group else []
    office = Office(charge, charge, last, "head", body)
    is_open = sentence.small(before, "present")
    for holder in holders:
        if holder is not None:
            end = _end(sentence, last)
            yield Told(office, holder, Kind.HOLDS, charge, end, open=is_open, verb=charge)


def _unit(sentence: Sentence, first: int) -> tuple[int, str]:
    """Give where a part of a body ends, and its words: "the museum's print room" -> "print room".

    It ends with what may have a head, a group, right before a date.
    """
    number = start = first
    while (
        number < len(sentence.words) and number - first < LONGEST and not _dated(sentence, number)
    ):
        word = sentence.words[number]
        if word.is_mark or word.low in ("and", "or", "of"):
            return first, ""
        number += 1
        if word.text.endswith(POSSESSIVE) or word.low in ("the", "its", "his", "her", "their"):
            start = number
    group = sentence.low(number - 1)
    is_unit = number > start and group in sentence.tables.words["groups"]
    return (number, text_of(sentence.words, start, number)) if is_unit else (first, "")


def _advising(
    sentence: Sentence,
    bodies: Bodies,
    verb: int,
    holders: list[Person | None],
    words: set[str],
) -> Iterator[Told]:
    """Read "who now advises Arts Minister Ada Finch": somebody in office, or a body, is advised."""
    number = verb + 1
    while sentence.low(number) in ("the", "a", "an"):
        number += 1
    ends = number
    while ends < len(sentence.words) and sentence.words[ends].capital and ends - number < LONGEST:
        ends += 1
    titled = sentence.tables.head(sentence.low(number + (sentence.low(number + 1) != ""))) or (
        sentence.tables.head(sentence.low(number))
    )
    lasts = sentence.small(verb, "present") or bool(words & sentence.tables.small["perfect"])
    if not titled or ends == number or not (lasts or _dated(sentence, ends)):
        return
    office = Office(verb, verb, ends, "adviser", text_of(sentence.words, number, ends))
    for person in holders:
        if person is not None:
            end = _end(sentence, ends)
            yield Told(office, person, Kind.HOLDS, verb, end, open=lasts, verb=verb)


def _dated(sentence: Sentence, last: int) -> bool:
    """Say whether a beginning or an end follows: "led the guild until 2003"."""
    return sentence.low(last) in sentence.tables.small["leads_in"]


def _end(sentence: Sentence, number: int) -> int:
    while number < len(sentence.words) and sentence.low(number) not in (",", ";", "who", "which"):
        number += 1
    return number
