"""How many documents a second are resolved to actors, in cases of some sizes: it must not fall.

The documents are made up from a fixed seed: ten mentions each, of people and bodies that are a
tenth as many as the documents, with surnames that some share, short forms, initials and roles.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

from bench.speed.row import Plan, SpeedRow
from onrecord.core.identity import SourceId, TextId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.resolve import Seen, resolve

SIZES = (100, 1_000, 10_000)
_EACH, _SEED = 10, 2026
_GIVEN = ("Ada", "Ivo", "Una", "Noel", "Helen", "Osric", "Robert", "Bob", "Ines", "Callum")
_ROLES = ("prosecutors", "the only eyewitness", "the lock board", "police", "a source")


def speeds(_folder: Path, _plan: Plan) -> list[SpeedRow]:
    """Give documents a second of the clock, all of a case resolved at once."""
    return [
        SpeedRow(f"actors: resolved, a case of {size:,} documents", _resolved(size), "documents/s")
        for size in SIZES
    ]


def _resolved(size: int) -> float:
    seen = list(mentions(size))
    begun = time.perf_counter()
    resolve(seen)
    return size / (time.perf_counter() - begun)


def mentions(size: int) -> Iterator[Seen]:
    """Make the mentions of so many documents."""
    chance = random.Random(_SEED)
    people = max(10, size // 10)
    for number in range(size):
        for place in range(_EACH):
            yield _mention(chance, people, number, place)


def _mention(chance: random.Random, people: int, number: int, place: int) -> Seen:
    who = chance.randrange(people)
    surname = f"Marsh{chance.randrange(3) if who % 7 == 0 else ''}{who}"
    kind, naming, title = ActorKind.PERSON, Naming.NAMED, ""
    drawn = chance.random()
    if drawn < 0.5:
        name = f"{_GIVEN[who % len(_GIVEN)]} {surname}"
    elif drawn < 0.65:
        name, title = surname, "Mr"
    elif drawn < 0.85:
        name, kind = f"Tarn{who % (people // 5 + 1)} Lock Board", ActorKind.PUBLIC_BODY
    elif drawn < 0.9:
        name, kind = f"TL{who % 50}", ActorKind.ORGANISATION
    else:
        name, naming = chance.choice(_ROLES), Naming.ROLE_ONLY
    at = Span(place * 100, place * 100 + len(name))
    text = TextId(f"txt_{number}")
    return Seen(
        SourceId(f"src_{number}"),
        Mention(id=mention_id(text, at), at=at, name=name, title=title, kind=kind, naming=naming),
    )
