"""Whom the record knows as a person is one in a draft too, however little a sentence tells."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from onrecord.check.against import Against
from onrecord.core.folding import fold
from onrecord.core.vocabulary import ActorKind, Mention, Naming, Reading

_NAMES = 2
"""Words of a name of whom the record knows the last as somebody's surname."""


def with_people(reading: Reading, record: Against) -> Reading:
    """Give a reading in which those are persons who bear a name, or a surname, of the record."""
    mentions = tuple(
        replace(one, kind=ActorKind.PERSON) if _is_person(one, record) else one
        for one in reading.mentions
    )
    return replace(reading, mentions=mentions)


def surnames_in(words: str, record: Against) -> set[str]:
    """Give the surnames of those of the record whose full name stands in some words.

    In a sentence by itself a reader may take a name for none.
    """
    said = fold(words).split()
    pairs = (f"{first} {last}" for first, last in pairwise(said))
    return {name.split()[-1] for name in pairs if record.ready.person(name) is not None}


def _is_person(mention: Mention, record: Against) -> bool:
    if mention.naming is not Naming.NAMED or mention.kind is ActorKind.PERSON:
        return False
    name = fold(mention.name)
    words = name.split()
    if len(words) < _NAMES:
        return False  # "Marrow" may be the town
    if record.ready.person(name) is not None:
        return True
    known = len(words) == _NAMES and bool(record.ready.with_surname(words[-1]))
    return known and mention.kind is not ActorKind.PUBLIC_BODY
