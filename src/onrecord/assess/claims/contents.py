"""What words say was in something: "what they held was invoices", "what was inside I do not know".

A table of containers and a few verbs. What is not told, and only asked or left open, is not known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.assess.claims.roles import UNKNOWN, Role, role

CONTAINERS = (
    "envelope envelopes bag bags box boxes parcel parcels packet packets package packages folder"
    " folders briefcase briefcases case cases suitcase suitcases crate crates bundle bundles sack"
    " sacks jacket jackets trunk trunks locker lockers container containers drawer drawers satchel"
    " satchels rucksack rucksacks"
)
_ANY = "|".join(CONTAINERS.split())
_IT = r"(?:it|they|them|one|these|those|each|any|either)"
_ITS = r"(?:the|these|those|his|her|their|that|this|any)(?: [\w’'-]+){0,2}?"
_THE = rf"(?:{_IT}|{_ITS} (?:{_ANY})\b)"
_HELD = re.compile(
    rf"\b{_THE}(?: \w+ly)? (?:had |have |has |could have |did )?(?P<not>not |never )?"
    r"(?:contained|contain|contains|held|hold|holds)\s+(?P<what>[^,.;:]{3,60})",
    re.IGNORECASE,
)
_WHAT_HELD = re.compile(
    rf"\bwhat {_THE} (?:had )?(?:contained|held) (?:was|were)\s+(?P<not>not )?"
    r"(?P<what>[^,.;:]{3,60})",
    re.IGNORECASE,
)
_UNSEEN = re.compile(
    rf"\bwhat(?:ever)? (?:was|were|is|had been) (?:inside|in {_THE})"
    rf"|\b(?:never|not) (?:opened?|looked? (?:inside|into)|unsealed?) {_THE}"
    r"|\b(?:never|not) looked? inside\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:(?:do|does|did)(?: not|n[’']t) (?:know|say|ask|look|see|open)|cannot say|no idea"
    r"|never (?:opened?|looked?|knew|asked)|not looked?|question of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Contents:
    """What words say was in a thing. `what` unknown: they leave it open. `of` '': they point."""

    of: str
    what: Role
    denied: bool = False


def contents(words: str) -> Contents | None:
    """Read what some words say was in something; None: they speak of no such thing."""
    found = _WHAT_HELD.search(words) or _HELD.search(words)
    if found is not None:
        what = role(found["what"].split())
        return Contents(
            _named(found[0][: found.start("what") - found.start()]), what, bool(found["not"])
        )
    unseen = _UNSEEN.search(words)
    if unseen is None or not _OPEN.search(words):
        return None
    return Contents(_named(unseen[0]), UNKNOWN)


_ANY_CONTAINER = re.compile(rf"\b(?:{_ANY})\b", re.IGNORECASE)


def containers(words: str) -> list[str]:
    """Give the first letters of the containers that some words name, in their order."""
    return [one[:3].casefold() for one in _ANY_CONTAINER.findall(words)]


def is_container(stems: frozenset[str]) -> bool:
    """Say whether the first five letters of some words are those of a container."""
    return bool(stems & {one[:5] for one in CONTAINERS.split()})


def _named(words: str) -> str:
    return next(iter(containers(words)), "")
