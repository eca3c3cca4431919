"""Rules on those whom no text names: the same description, where the same is told of both.

"A collector abroad" of two texts is one collector where both texts tell the same of him in like
words, and neither tells anything else about who it is. Who is only quoted as a source is one across
texts where the whole sentence is, as in an agency's copy. Nobody of them becomes somebody named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.identity import SourceId
from onrecord.core.sentences import stems
from onrecord.core.vocabulary import Likeness, Naming
from onrecord.resolve.gathered import COMMONEST, Candidate, Gathered
from onrecord.resolve.groups import Group
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded
from onrecord.resolve.tables import tables

_ARTICLE = re.compile(r"(?:an?|one) ", re.IGNORECASE)
_OUTSIDE = 2
"""So many words that tell something stand in both sentences, besides those of the description."""
_BARE = 3
"""So many where the description is one noun: "a collector"."""
_COPIED = 0.8
"""A sentence that shares so much of its words with another is copied from it."""
_COPIED_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Described:
    """A description taken apart: "a senior executive of a bidder" of one text."""

    at: int
    source: SourceId
    head: str
    between: frozenset[str]
    after: frozenset[str]
    outside: frozenset[str]
    speaks: bool


def by_same_matter(case: Gathered) -> Iterator[Candidate]:
    """Put together one description of two texts of which the same is told."""
    found: defaultdict[str, list[_Described]] = defaultdict(list)
    for at, group in enumerate(case.groups):
        one = _taken_apart(case, at, group)
        if one is not None:
            found[one.head].append(one)
    for some in found.values():
        by_word: defaultdict[str, list[_Described]] = defaultdict(list)
        for one in some:
            shared: defaultdict[int, set[str]] = defaultdict(set)
            by_at: dict[int, _Described] = {}
            for word in one.outside:
                for other in by_word[word][-COMMONEST:]:
                    shared[other.at].add(word)
                    by_at[other.at] = other
            # By their places: a set of words has another order in every process.
            for at, words in sorted(shared.items()):
                if by_at[at].source != one.source and _is_one(by_at[at], one, words):
                    told = ", ".join(sorted(words)[:4])
                    because = (f"both are called {one.head}, and of both is told: {told}",)
                    yield Candidate(at, one.at, Likeness(SURE, because))
            for word in one.outside:
                by_word[word].append(one)


def _taken_apart(case: Gathered, at: int, group: Group) -> _Described | None:
    """Take a description apart; None where somebody is named, or it fits anybody."""
    if case.best(case.root[at]).is_named or group.fullest.naming not in (
        Naming.ROLE_ONLY,
        Naming.ANONYMOUS,
    ):
        return None
    told = next(
        (m for m in (item.mention for item in group.seen) if _ARTICLE.match(m.name)),
        None,
    )
    around = case.evidence.sentences.get((group.first.source, told.id)) if told else None
    if told is None or around is None:
        return None
    words = [word.strip(",.\"'”") for word in folded(told.name).split()]
    end = next((n for n, word in enumerate(words) if word in tables().follows), len(words))
    head = words[end - 1]
    if end < 2 or not head.isalpha() or head in tables().anybody:
        return None
    return _Described(
        at,
        group.first.source,
        head,
        between=frozenset(words[1 : end - 1]),
        after=stems(" ".join(words[end:])),
        outside=stems(around) - stems(told.name),
        speaks=group.fullest.naming is Naming.ANONYMOUS or head in tables().speaking,
    )


def _is_one(one: _Described, other: _Described, shared: set[str]) -> bool:
    if one.between and other.between and one.between != other.between:
        return False
    if one.after and other.after and not (one.after <= other.after or other.after <= one.after):
        return False
    fewer = min(len(one.outside), len(other.outside))
    if one.speaks or other.speaks:
        more = max(len(one.outside), len(other.outside))
        return len(shared) >= max(_COPIED_WORDS, _COPIED * more)
    is_bare = not ((one.between or one.after) and (other.between or other.after))
    return len(shared) >= (_BARE if is_bare else _OUTSIDE) and 3 * len(shared) >= fewer
