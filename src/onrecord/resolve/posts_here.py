"""A rule on roles told shortly: "the minister" in a text that names one who is told to be minister.

Other than a post in full, a bare noun fits many. It joins only where one person whom the text
names is told to hold such a post and nobody else in the case is, or was named last before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import ActorKind, Likeness, Naming
from onrecord.resolve.gathered import Candidate, Gathered
from onrecord.resolve.likeness import SURE
from onrecord.resolve.tables import tables


def by_post_here(case: Gathered) -> Iterator[Candidate]:
    """Lead "the minister" to the person of the same text who is told to be one."""
    holders = _holders(case)
    named = _named(case)
    for at, group in enumerate(case.groups):
        if group.is_named or group.fullest.naming is not Naming.ROLE_ONLY:
            continue
        best = case.best(case.root[at])
        if best.is_named and not best.is_person:
            continue  # an office is not who holds it
        post = _post(group.first.mention.name)
        held = holders.get(post, {}) if post else {}
        source = group.first.source
        here = [root for root in held if source in case.sources(root) and root != case.root[at]]
        if not here:
            continue
        last = _last(named[source], group.first.mention.at.start)
        one = here[0] if len(here) == 1 else last
        if one not in here or {case.gender(case.root[at]), case.gender(one)} == {"he", "she"}:
            continue
        called = case.best(one).words
        because = [f"the text names {called}, who is told to be {held[one]}"]
        if len(held) == 1:
            yield _offer(at, one, SURE, [*because, "and nobody else in the case is told to be"])
        elif one == last:
            yield _offer(at, one, SURE, [*because, "and was named last before"])
        else:
            yield _offer(at, one, 0.5, [*because, "others are told to be, too"])


def _holders(case: Gathered) -> dict[str, dict[int, str]]:
    """Give by post, in full and by its noun alone, who is told to hold it, with the post."""
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for root in case.roots():
        if case.best(root).is_named:
            for post in sorted(case.posts(root)):
                found[post][root] = post
                noun = _noun(post)
                if noun:
                    found[noun].setdefault(root, post)
    return found


def _noun(post: str) -> str:
    """Give the noun of a post: "minister" of "minister for ports" and of "trade minister"."""
    words = post.split()
    end = next((n for n, word in enumerate(words) if word in tables().follows), len(words))
    return words[end - 1] if end else ""


def _post(name: str) -> str:
    """Give the post that a description tells, without article and all that is told besides."""
    if name[:4].casefold() != "the ":
        return ""
    words = fold(name).split()
    stop = tables().follows - {"of", "for"}
    end = next((n for n, word in enumerate(words) if word in stop), len(words))
    return " ".join(words[:end])


def _named(case: Gathered) -> dict[SourceId, list[tuple[int, int]]]:
    """Give by source the places at which persons are named, with their roots."""
    found: defaultdict[SourceId, list[tuple[int, int]]] = defaultdict(list)
    for at, group in enumerate(case.groups):
        if group.is_named and group.fullest.kind is ActorKind.PERSON:
            for item in group.seen:
                if item.mention.naming is Naming.NAMED and item.mention.name[:1].isupper():
                    found[item.source].append((item.mention.at.start, case.root[at]))
    for places in found.values():
        places.sort()
    return found


def _last(places: list[tuple[int, int]], start: int) -> int | None:
    """Give the root of the person who was named last before a place."""
    number = bisect_right(places, (start, -1)) - 1
    return places[number][1] if number >= 0 else None


def _offer(one: int, other: int, score: float, because: list[str]) -> Candidate:
    return Candidate(one, other, Likeness(score, tuple(because)))
