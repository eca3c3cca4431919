"""Posts told by a verb alone: "the board is chaired by Vale", "he has led the union since 2019".

"Led" tells of many things; without a body behind or before it, it tells of no post.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.reader.posts.bodies import Bodies
from onrecord.reader.posts.offices import Office
from onrecord.reader.posts.predicates import Predicates
from onrecord.reader.posts.sentence import Person, Sentence
from onrecord.reader.posts.subjects import Subjects
from onrecord.reader.posts.telling import Kind, Told


def leading(
    sentence: Sentence, bodies: Bodies, predicates: Predicates, subjects: Subjects
) -> Iterator[Told]:
    """Give what such verbs tell."""
    for verb, word in enumerate(sentence.words):
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


def _dated(sentence: Sentence, last: int) -> bool:
    """Say whether a beginning or an end follows: "led the guild until 2003"."""
    return sentence.low(last) in sentence.tables.small["leads_in"]


def _end(sentence: Sentence, number: int) -> int:
    while number < len(sentence.words) and sentence.low(number) not in (",", ";", "who", "which"):
        number += 1
    return number
