"""Descriptions that stand in apposition to a name: "Ann Vale, a clerk at the mill, said".

Only where the marks around them leave nothing else: both sides closed, and no list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.core.identity import MentionId, SourceId
from onrecord.core.vocabulary import ActorKind, Mention, Naming, Text

Pair = tuple[SourceId, MentionId, MentionId]
"""A source, the description and the name."""

_AFTER_NAME = re.compile(r",\s(?:(?:aged )?\d{1,3},\s)?")
_BEFORE_NAME = re.compile(r",\s(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Judge|Sir|Dame)\.?\s)?")
_CLOSES = re.compile(
    r"[.;)—–]|,(?!\s(?:and|or)\b)|\s(?:of|to|for|at|in|with|from|who|whose)\s", re.IGNORECASE
)
_CLOSES_NAME = re.compile(r"[.;)—–]|,(?!\s(?:and|or)\b)|[’']s?\s|\s*\n|$")
_OPENS = re.compile(r"(?:an?|the|one|his|her|its|their|my|our|your)\s|\S+(?:\s\S+)?[’']s?\s", re.I)
_OF = re.compile(
    r"\b(?:of|for|at|to|by|in|on|with|from|against|and|or|who|whose|that|which)\b|[’']s?\s|,",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r", who\b| (?!and\b|or\b|who\b.*\band (?:an?|the)\b)")
_NEAR = 12
"""So many characters between the two are looked at: a comma, and an age."""


def apposed(
    texts: Mapping[SourceId, Text], mentions: Iterable[tuple[SourceId, Mention]]
) -> list[Pair]:
    """Give the descriptions of each text that stand beside the name of whom they describe."""
    by_source: defaultdict[SourceId, list[Mention]] = defaultdict(list)
    for source, mention in mentions:
        if source in texts:
            by_source[source].append(mention)
    return [
        (source, described, named)
        for source, those in by_source.items()
        for described, named in _in_one(texts[source].characters, those)
    ]


def _in_one(characters: str, mentions: list[Mention]) -> Iterator[tuple[MentionId, MentionId]]:
    named = sorted((m for m in mentions if _is_named(m)), key=lambda m: m.at)
    ends = {m.at.end: m for m in named}
    starts = {m.at.start: m for m in named}
    at = [m.at.start for m in named]
    for one in mentions:
        if one.naming is not Naming.ROLE_ONLY or one.kind is ActorKind.PLACE:
            continue
        found = _before(characters, one, ends) or _after(characters, one, starts)
        if found is None or not _is_of_one_kind(one, found):
            # One phrase is of one kind, whatever the network took its parts for.
            found = _inside(characters, one, named, at)
        if found is not None:
            yield one.id, found.id
    yield from _begun(mentions)


def _begun(mentions: list[Mention]) -> Iterator[tuple[MentionId, MentionId]]:
    """Give "a clerk at the mill" with "a clerk", where a reader has both at one place."""
    first: dict[int, Mention] = {}
    # Of "their clerk" the first word is no one whom the whole describes.
    unnamed = (
        m for m in mentions if m.naming in (Naming.ROLE_ONLY, Naming.ANONYMOUS) and " " in m.name
    )
    for one in sorted(unnamed, key=lambda m: m.at):
        short = first.setdefault(one.at.start, one)
        rest = one.name.removeprefix(short.name)
        owner = short.name.endswith(("s", "’", "'")) and not rest.startswith(",")
        if short is not one and rest != one.name and not owner and _GOES_ON.match(rest):
            yield one.id, short.id


def _is_named(mention: Mention) -> bool:
    return mention.naming is Naming.NAMED and mention.name[:1].isupper()


def _is_of_one_kind(one: Mention, other: Mention) -> bool:
    """Say whether both are persons, or neither; whose kind is not known may be either."""
    kinds = {one.kind, other.kind}
    if ActorKind.PLACE in kinds:
        return False
    return ActorKind.NOT_KNOWN in kinds or (one.kind is ActorKind.PERSON) == (
        other.kind is ActorKind.PERSON
    )


def _before(characters: str, one: Mention, ends: Mapping[int, Mention]) -> Mention | None:
    """Give Ann Vale of "Ann Vale, 61, a clerk at the mill,"."""
    start = one.at.start
    if not _CLOSES.match(characters, one.at.end) or not _OPENS.match(f"{one.name} "):
        return None
    for found in _AFTER_NAME.finditer(characters, max(0, start - _NEAR), start):
        if found.end() == start and found.start() in ends:
            return ends[found.start()]
    return None


def _after(characters: str, one: Mention, starts: Mapping[int, Mention]) -> Mention | None:
    """Give Ann Vale of "the clerk, Ann Vale,"."""
    found = _BEFORE_NAME.match(characters, one.at.end)
    if found is None or not _OPENS.match(f"{one.name} "):
        return None
    named = starts.get(found.end()) or starts.get(one.at.end + 2)
    if named is None or not _CLOSES_NAME.match(characters, named.at.end):
        return None
    opens = characters[max(0, one.at.start - 2) : one.at.start]
    return None if opens.startswith(",") else named  # "Tom Pell, the clerk, Ann Vale, ..."


def _inside(characters: str, one: Mention, named: list[Mention], at: list[int]) -> Mention | None:
    """Give Ann Vale of "one Ann Vale, clerk" and of "the weaver Ann Vale"."""
    first = bisect_left(at, one.at.start)
    last = bisect_left(at, one.at.end)
    if last - first != 1:
        return None
    name = named[first]
    if name.at.end > one.at.end or name.at == one.at or name.kind is ActorKind.PLACE:
        return None
    before = characters[one.at.start : name.at.start]
    behind = characters[name.at.end : one.at.end]
    if _OF.search(before) or not re.match(r"$|,|\swho\b", behind):
        return None
    return name if before.strip() or behind else None
