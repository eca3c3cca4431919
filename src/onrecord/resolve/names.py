"""What a person's name is made of, and how two names fit: whole, short, initial, or not at all."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.resolve.tables import tables

_PARTICLES = frozenset(
    {"de", "da", "di", "del", "van", "von", "der", "den", "bin", "ibn", "la", "le"}
)

_ALIAS = re.compile(r",? (?:aka|a\.k\.a\.?|alias|also known as)\b.*", re.IGNORECASE)
_EPITHET = re.compile(r"(?!the\b)[a-z]+ (?=[A-Z])")


class Fit(Enum):
    """How one person's given names fit another's, surnames being the same."""

    SAME = "the same given name"
    MIDDLE = "the same given name, and one has a further name"
    SHORT = "one given name is short for the other"
    INITIAL = "an initial that fits"
    NONE = "other given names"
    UNSAID = "no given name in one of them"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in small letters without accents: given names, surname, which generation.

    `generation` is -1 for the elder, 1 for the younger of two, 0 where the name does not say.
    """

    given: tuple[str, ...]
    surname: str
    generation: int = 0

    @property
    def is_full(self) -> bool:
        """Say whether it has a given name in full."""
        return bool(self.given) and len(self.given[0]) > 1


def without_alias(name: str) -> str:
    """Leave out what somebody is called too: who "is X alias Y" is claimed to be Y, and is X."""
    return _ALIAS.sub("", name)


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Fold letter case, accents, white space and the form of an apostrophe."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def key_of(mention: Mention) -> str:
    """Give the form under which the same name is the same: letter case, accents and space aside.

    Of a body the article is left out, and the legal form after its name ("Marlow Ltd").
    """
    letters = folded(mention.name)
    if mention.kind is ActorKind.PERSON:
        return without_alias(letters)
    words = letters.removeprefix("the ").replace("s' ", "s ").split()
    if mention.naming is Naming.NAMED and len(words) > 1 and _EPITHET.match(mention.name):
        words = words[1:]  # "crafty Marlow" is Marlow.
    while len(words) > 1 and words[-1].replace(".", "") in tables().legal_forms:
        words.pop()
    return " ".join(words).removesuffix(",")


@lru_cache(maxsize=65536)
def person_name(name: str, title: str = "") -> PersonName:
    """Take a person's name apart; its titles are left out, its generation is kept."""
    words = [word.strip(".,") for word in folded(without_alias(name)).split()]
    told = [word.strip(".,") for word in folded(title).split()]
    generation = 0
    kept = []
    for word in words:
        if word in tables().elders or word in tables().youngers:
            generation = -1 if word in tables().elders else 1
        elif word:
            kept.append(word)
    for word in told:
        if word in tables().elders or word in tables().youngers:
            generation = -1 if word in tables().elders else 1
    while len(kept) > 1 and kept[0] in tables().titles:
        kept.pop(0)
    if not kept:
        return PersonName((), "", generation)
    start = len(kept) - 1
    while start > 1 and kept[start - 1] in _PARTICLES:
        start -= 1
    return PersonName(tuple(kept[:start]), " ".join(kept[start:]), generation)


def fit(one: PersonName, other: PersonName) -> Fit:
    """Say how the given names of two who share a surname fit."""
    if not one.given or not other.given:
        return Fit.UNSAID
    a, b = one.given[0], other.given[0]
    if a == b and len(a) > 1:
        return Fit.SAME if one.given == other.given else _middle(one.given, other.given)
    if a[0] == b[0] and 1 in (len(a), len(b)):
        return Fit.INITIAL
    return Fit.SHORT if b in tables().given.get(a, ()) else Fit.NONE


def _middle(one: tuple[str, ...], other: tuple[str, ...]) -> Fit:
    """Compare further given names: one may have more than the other, none may differ."""
    shorter, longer = sorted((one[1:], other[1:]), key=len)
    differs = any(
        a != b and not (a[0] == b[0] and 1 in (len(a), len(b)))
        for a, b in zip(shorter, longer, strict=False)
    )
    return Fit.NONE if differs else Fit.MIDDLE
