"""Who the people of a claim are, put beside their names: "Ann Vale, the keeper, sold the coins".

One report has the name and another only "the keeper". What reads the two side by side has to be
told that the one is how the case describes the other; the words of the claim stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import Actor, ActorKind, Mention, Naming

Callings = Mapping[str, tuple[str, ...]]
"""Of a full name, how the case describes who bears it, the best description first."""

_ARTICLE = re.compile(r"(?:an?|the|one|then|former|ex-)\b[\s-]*", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:I|my|our|your|his|her|its|their|he|she|him|they|them|it|we|us|that|this|those|these|one"
    r"|man|woman|person|people|client|defendants?|accused|official|witness|speaker|dear|yours"
    r"|him ?self|her ?self|known)\b|[’']s?\s|\d",
    re.IGNORECASE,
)
"""A description that needs another word to tell whose it is, or that many bear."""
_ENDS = re.compile(r",|\s(?:who|whom|whose|which|and|in|from)\s")
_MOST, _WORDS = 2, 5
"""So many descriptions are put beside a name, and so many words of each."""


def callings(
    mentions: Iterable[tuple[SourceId, Mention]],
    people: Iterable[Actor],
    characters: Callable[[SourceId], str],
) -> dict[str, tuple[str, ...]]:
    """Give how the people of a case are described, by their full names.

    A description that two people bear tells nobody apart, and is left.

    Args:
        mentions: all mentions of the case, each with its source.
        people: the actors that the mentions were put together to.
        characters: gives the text of a source.
    """
    called = {
        (source, mention.id): (source, mention.at)
        for source, mention in mentions
        if mention.naming is Naming.ROLE_ONLY
    }
    found: dict[str, Counter[str]] = {}
    borne: defaultdict[str, set[str]] = defaultdict(set)
    for actor in people:
        if actor.kind is not ActorKind.PERSON or actor.naming is not Naming.NAMED:
            continue
        name = actor.names[0]
        for place in actor.mentions:
            if place not in called or len(name.split()) < 2:
                continue
            source, at = called[place]
            words = _description(at.of(characters(source)))
            if words and not set(words.split()) & set(name.split()):
                found.setdefault(name, Counter())[words] += 1
                borne[words].add(name)
    return {
        name: made
        for name, count in found.items()
        if (made := _best({one: n for one, n in count.items() if len(borne[one]) == 1}))
    }


def _description(words: str) -> str:
    """Give a description without its article, cut where it goes on to tell something; '': none."""
    words = " ".join(words.split())
    while (article := _ARTICLE.match(words)) is not None:
        words = words[article.end() :]
    words = _ENDS.split(words)[0].strip()
    if not words or _NOT.search(words) or len(words.split()) > _WORDS:
        return ""
    return words[0].lower() + words[1:]


def _best(count: Mapping[str, int]) -> tuple[str, ...]:
    """Give the descriptions met most often, longer first; none that is a part of another."""
    made: list[str] = []
    for one in sorted(count, key=lambda one: (-count[one], -len(one), one)):
        if not any(set(one.split()) <= set(other.split()) for other in made):
            made = [other for other in made if not set(other.split()) <= set(one.split())]
            made.append(one)
    return tuple(made[:_MOST])


def with_who(claim: str, called: Callings) -> str:
    """Put beside the names of a claim how those who bear them are described.

    A name that has a description beside it already is left as it stands.
    """
    for name, descriptions in called.items():
        at = claim.find(name)
        after = claim[at + len(name) :]
        if at < 0 or after[:1].isalnum() or after[:1] in ("’", "'", "-", ","):
            continue
        beside = f"the {' and '.join(descriptions)}"
        comma = "" if not after or not after[0].isspace() else ","
        claim = f"{claim[: at + len(name)]}, {beside}{comma}{after}"
    return claim
