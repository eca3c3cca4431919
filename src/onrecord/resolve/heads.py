"""Rules on the noun of a description: "a council clerk" of a text, and who alone is told to be one.

A noun fits many. It leads only where one named person of the whole case is told to be that, or
where a text has one of the kind: "A former estimator of the firm ..." and then "the estimator".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from onrecord.core.folding import fold
from onrecord.core.holding import ends
from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import ActorKind, Likeness, Naming
from onrecord.resolve.described import SAYS, first_named, role_of
from onrecord.resolve.gathered import Candidate, Gathered
from onrecord.resolve.groups import Group
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded
from onrecord.resolve.tables import tables

_NEW = re.compile(r"(?:an?|one) ", re.IGNORECASE)
_THE = re.compile(r"(?:the|this|that) ", re.IGNORECASE)
_EARLIER = frozenset({"former", "ex", "then", "late", "old", "new", "next", "retired", "acting"})
_UNNAMED = (Naming.ROLE_ONLY, Naming.ANONYMOUS)


def by_only_bearer(case: Gathered) -> Iterator[Candidate]:
    """Lead "a council clerk" to the only one in the case told to be a clerk, named in the text.

    Not where the text introduces two of them, and nobody whose business is to speak.
    """
    bearers = _bearers(case)
    new = _introduced(case)
    named = first_named(case)
    for at, group in enumerate(case.groups):
        head = _head(group, _NEW)
        source = group.first.source
        if not head or head in tables().speaking | tables().body_words or new[source, head] != 1:
            continue
        if SAYS.search(case.evidence.sentences.get((source, group.first.mention.id), "")):
            continue  # whom a text keeps unnamed is not named by it
        best = case.best(case.root[at])
        if best.is_named or group.fullest.naming is not Naming.ROLE_ONLY:
            continue
        held = [one for one in bearers.get(head, ()) if one != case.root[at]]
        if len(held) != 1 or source not in case.sources(held[0]):
            continue
        if named.get((source, held[0]), 0) < group.first.mention.at.start:
            continue  # "Ann Vale went home. A clerk saw her."
        if {case.gender(case.root[at]), case.gender(held[0])} == {"he", "she"}:
            continue
        called = case.best(held[0]).words
        because = f"the text names {called}, who alone in the case is told to be {head}"
        yield _offer(at, held[0], SURE, [because])


def by_only_holder(case: Gathered) -> Iterator[Candidate]:
    """Lead "the registrar" to the only one in the case told to be registrar, by days near the text.

    Where a body is called so too, an office and who holds it stay two.
    """
    holders: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for root in case.roots():
        if case.best(root).is_named and case.best(root).is_person:
            for post in case.posts(root):
                holders[post][root] = None
    ended = _ends(case)
    others = {
        _head(group, _NEW)
        for at, group in enumerate(case.groups)
        if not case.best(case.root[at]).is_named
    }
    bodies = {
        name.removeprefix("the ")
        for group in case.groups
        if group.is_named and not group.is_person and group.is_whole
        for name in group.names
    }
    for at, group in enumerate(case.groups):
        post = _post(case, at, group)
        held = list(holders.get(post, ())) if post else []
        if len(held) != 1 or held[0] == case.root[at] or post in bodies:
            continue
        if _last(post) in others:
            continue  # the case has one more who is not named
        if f"{post}'s office" in bodies or f"office of the {post}" in bodies:
            continue
        (one,) = held
        day = case.evidence.told_on.get(group.first.source)
        if day is None or day.first is None or ended.get((one, post), day.first) < day.first:
            continue
        beside = case.beside(case.root[at], one, 1)
        name = case.best(one).words
        told = f"{name} is the only one in the case told to be {post}"
        yield _offer(at, one, SURE if beside else 0.5, [told, *([beside] if beside else [])])


def by_noun_of_text(case: Gathered) -> Iterator[Candidate]:
    """Lead "the estimator" to "a former estimator of the firm", the only one so introduced."""
    first: dict[tuple[SourceId, str], int] = {}
    several: set[tuple[SourceId, str]] = set()
    for at, group in enumerate(case.groups):
        for item in group.seen:
            mention = item.mention
            head = _noun(mention.name, _NEW) if mention.naming in _UNNAMED else ""
            if head and mention.kind is not ActorKind.PLACE:
                key = item.source, head
                if key in first and case.root[first[key]] != case.root[at]:
                    several.add(key)
                first.setdefault(key, at)
    for at, group in enumerate(case.groups):
        head = _head(group, _THE)
        key = group.first.source, head
        if not head or key not in first or key in several or case.best(case.root[at]).is_named:
            continue
        one = first[key]
        if case.root[one] == case.root[at] or case.best(case.root[one]).is_named:
            continue
        if {case.gender(case.root[at]), case.gender(case.root[one])} == {"he", "she"}:
            continue
        if not _before(group) <= _before(case.groups[one]):
            continue
        because = f"{case.groups[one].words} is the only {head} whom the text introduces"
        yield _offer(one, at, SURE, [because])


def _bearers(case: Gathered) -> dict[str, dict[int, None]]:
    """Give by noun the named persons who are told to be that: by posts, roles and titles."""
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        root = case.root[at]
        if not (case.best(root).is_named and case.best(root).is_person):
            continue
        for post in case.posts(root):
            found[_last(post)][root] = None
        for word in group.titles - tables().titles:
            found[word][root] = None
        for item in group.seen:
            if item.mention.naming is Naming.ROLE_ONLY:
                role = role_of(item.mention.name)
                if role:
                    found[role.split()[-1]][root] = None
    return found


def _last(post: str) -> str:
    """Give the noun of a post: "clerk" of "registry clerk" and of "clerk to the bench"."""
    words = post.split()
    end = next((n for n, word in enumerate(words) if word in tables().follows), len(words))
    return words[end - 1] if end else ""


def _introduced(case: Gathered) -> defaultdict[tuple[SourceId, str], int]:
    """Count by text and noun those who are introduced by it: one group counts once."""
    count: defaultdict[tuple[SourceId, str], int] = defaultdict(int)
    for group in case.groups:
        head = _head(group, _NEW)
        if head:
            count[group.first.source, head] += 1
    return count


def _head(group: Group, article: re.Pattern[str]) -> str:
    mention = group.first.mention
    if mention.naming not in _UNNAMED or mention.kind is ActorKind.PLACE:
        return ""
    return _noun(mention.name, article)


def _noun(name: str, article: re.Pattern[str]) -> str:
    """Give the noun of a description with such an article; '' where it fits anybody."""
    if not article.match(name):
        return ""
    role = role_of(f"the {name[5:]}" if name[:5].casefold() == "this " else name)
    return role.split()[-1] if role else ""


def _before(group: Group) -> frozenset[str]:
    role = role_of(group.first.mention.name)
    return frozenset(role.split()[:-1])


def _post(case: Gathered, at: int, group: Group) -> str:
    """Give the post that somebody is only called by: "the registrar", "Registrar"."""
    best = case.best(case.root[at])
    if best.is_named and (best.is_whole or best.titles):
        return ""
    words = folded(group.first.mention.name).split()
    if words[:1] == ["the"]:
        words = words[1:]
    elif not group.is_named:
        return ""
    if not words or set(words) & _EARLIER or group.fullest.naming is Naming.ANONYMOUS:
        return ""
    return fold(" ".join(words))


def _ends(case: Gathered) -> dict[tuple[int, str], int]:
    """Give by holder and post the last day of a tenure that is told to have ended."""
    where = {(item.source, item.mention.id): at
             for at, group in enumerate(case.groups) for item in group.seen}  # fmt: skip
    found: dict[tuple[int, str], int] = {}
    for holding in case.evidence.holdings:
        at = where.get((holding.source, holding.holder))
        bounds = ends(holding.held) if holding.held is not None else None
        if at is None or bounds is None or bounds.last_end is None or bounds.open:
            continue
        key = case.root[at], fold(holding.post)
        found[key] = max(found.get(key, 0), bounds.last_end)
    return found


def _offer(one: int, other: int, score: float, because: list[str]) -> Candidate:
    return Candidate(one, other, Likeness(score, tuple(because)))
