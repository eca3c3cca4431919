"""Rules on those whom a text describes and names: in apposition, by their whole role, or later.

"A shipping agent was arrested ... Ann Vale" is one where Ann Vale alone is told to be a shipping
agent. Who is only quoted is nobody: a source that a text keeps unnamed never gets a name here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onrecord.core.folding import fold
from onrecord.core.identity import MentionId, SourceId
from onrecord.core.sentences import stems
from onrecord.core.vocabulary import ActorKind, Likeness, Naming
from onrecord.resolve.gathered import COMMONEST, Candidate, Gathered
from onrecord.resolve.groups import Group
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded
from onrecord.resolve.tables import tables

_ARTICLE = re.compile(r"(?P<article>an?|the|one)\s", re.IGNORECASE)
SAYS = re.compile(r"\b(?:said|says|told|tells|added|adds|claim(?:s|ed)|according)\b")
_TOLD = 3
"""So many words stand in both sentences where one is named later, besides the description."""
_NAMES = 2
"""So many of them are in names: what is told is of the same people."""


def by_apposition(case: Gathered) -> Iterator[Candidate]:
    """Put a description together with the name that it stands beside in apposition."""
    where = _where(case)
    for source, described, named in case.evidence.apposed:
        one, other = where.get((source, described)), where.get((source, named))
        if one is None or other is None or case.root[one] == case.root[other]:
            continue
        if not case.groups[one].is_named:
            words, name = case.groups[one].words, case.groups[other].words
            because = (
                f"the text has {words} beside the name {name}"
                if case.groups[other].is_named
                else f"{name} is how {words} begins"
            )
            yield Candidate(one, other, Likeness(SURE, (because,)))


def _where(case: Gathered) -> dict[tuple[SourceId, MentionId], int]:
    return {
        (item.source, item.mention.id): at
        for at, group in enumerate(case.groups)
        for item in group.seen
    }


def role_of(name: str) -> str:
    """Give the words of a description that tell a role: "shipping agent"; "" for none."""
    found = _ARTICLE.match(name)
    words = folded(name[found.end() :] if found else name).split()
    stop = next(
        (n for n, word in enumerate(words) if word in tables().follows or word[-1] in ",.;"),
        len(words),
    )
    if stop < len(words) and words[stop][-1] in ",.;":
        words[stop], stop = words[stop][:-1], stop + 1
    words = words[:stop]
    several = {"and", "or", "a", "an", "the"} & set(words)
    is_role = (
        bool(words) and not several and words[-1].isalpha() and words[-1] not in tables().anybody
    )
    return " ".join(words) if is_role else ""


def _roles(case: Gathered) -> dict[str, dict[int, None]]:
    """Give by role, with a word before its noun, the named persons who are told to have it."""
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    where = _where(case)
    for holding in case.evidence.holdings:
        at = where.get((holding.source, holding.holder))
        if at is not None and case.groups[at].is_named:
            post = fold(holding.post)
            for role in (post, f"{fold(holding.body)}'s {post}" if holding.body else ""):
                _enter(found, role, case.root[at])
    for at, group in enumerate(case.groups):
        root = case.root[at]
        if case.best(root).is_named and case.best(root).is_person:
            for item in group.seen:
                if item.mention.naming is Naming.ROLE_ONLY and _ARTICLE.match(item.mention.name):
                    _enter(found, role_of(item.mention.name), root)
    return found


def _enter(found: defaultdict[str, dict[int, None]], role: str, root: int) -> None:
    words = role.split()
    for start in range(len(words) - 1):  # "customs officer" of "senior customs officer"
        found[" ".join(words[start:])][root] = None


def by_full_role(case: Gathered) -> Iterator[Candidate]:
    """Lead "a shipping agent" to the one person, named in the text after it, who is told to be one.

    "The shipping agent" may stand behind the name too. A role is two words at least.
    """
    roles = _roles(case)
    begun = _begun(case)
    named = first_named(case)
    for at, group in enumerate(case.groups):
        role = _described_role(case, at, group)
        source = group.first.source
        if not role or begun[source, role] > 1:
            continue
        words = role.split()
        held: dict[int, None] = {}
        for start in range(len(words) - 1):
            held.update(roles.get(" ".join(words[start:]), {}))
        held.pop(case.root[at], None)
        if len(held) != 1:
            continue
        (one,) = held
        first = named.get((source, one))
        is_new = not group.first.mention.name.lower().startswith("the ")
        if first is None or (is_new and first < group.first.mention.at.start):
            continue
        if {case.gender(case.root[at]), case.gender(one)} == {"he", "she"}:
            continue
        called = case.best(one).words
        because = (f"the text names {called}, who alone in the case is told to be {role}",)
        yield Candidate(at, one, Likeness(SURE, because))


def _described_role(case: Gathered, at: int, group: Group) -> str:
    """Give the role of somebody described and not named; "" where nobody may be led by it."""
    mention = group.first.mention
    best = case.best(case.root[at])
    if best.is_named or not _ARTICLE.match(mention.name) or mention.kind is ActorKind.PLACE:
        return ""
    if any(item.mention.naming is Naming.ANONYMOUS for item in group.seen):
        return ""
    role = role_of(mention.name)
    if " " not in role:
        return ""
    heads = {
        role_of(item.mention.name).rpartition(" ")[2]
        for item in group.seen
        if item.mention.naming is Naming.ROLE_ONLY and _ARTICLE.match(item.mention.name)
    }
    if heads != {role.rpartition(" ")[2]}:
        return ""  # the reader led "the minister" to "a minister's adviser"
    around = case.evidence.sentences.get((group.first.source, mention.id), "")
    speaks = role.rpartition(" ")[2] in tables().speaking and SAYS.search(around)
    return "" if speaks else role


def _begun(case: Gathered) -> defaultdict[tuple[SourceId, str], int]:
    """Count by source and role those who are introduced by it: of two, nobody is told apart."""
    count: defaultdict[tuple[SourceId, str], int] = defaultdict(int)
    for group in case.groups:
        if not group.is_named and _ARTICLE.match(group.first.mention.name):
            count[group.first.source, role_of(group.first.mention.name)] += 1
    return count


def first_named(case: Gathered) -> dict[tuple[SourceId, int], int]:
    found: dict[tuple[SourceId, int], int] = {}
    for at, group in enumerate(case.groups):
        if group.is_named and group.is_person:
            for item in group.seen:
                if item.mention.naming is Naming.NAMED and item.mention.name[:1].isupper():
                    key = item.source, case.root[at]
                    found[key] = min(found.get(key, item.mention.at.start), item.mention.at.start)
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of somebody described: the noun, what stands before it, and the other words."""

    root: int
    source: SourceId
    head: str
    before: frozenset[str]
    outside: frozenset[str]
    day: int


def by_named_later(case: Gathered) -> Iterator[Candidate]:
    """Lead "a clerk" of an older text to Ann Vale, "a clerk", of whom a later text tells the same.

    The same means words in common, names of others among them; and she is the only one of the case
    who is named and told to be a clerk.
    """
    bearers: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for root in case.roots():
        if case.best(root).is_named:
            for post in case.posts(root):
                bearers[post.rpartition(" ")[2]][root] = None
    named: defaultdict[str, list[_Told]] = defaultdict(list)
    waiting: list[tuple[int, _Told]] = []
    for at, group in enumerate(case.groups):
        best = case.best(case.root[at])
        for item in group.seen:
            mention = item.mention
            if mention.naming is not Naming.ROLE_ONLY:
                continue
            told = _told(case, at, item.source, mention.id, mention.name)
            if told is None:
                continue
            if best.is_named and best.is_person:
                bearers[told.head][told.root] = None
                named[told.head].append(told)
            elif not best.is_named and item is group.first:
                waiting.append((at, told))
    proper = _proper(case)
    for at, one in waiting:
        those = named.get(one.head, ())
        if len(bearers.get(one.head, ())) != 1 or one.head in tables().speaking:
            continue
        for other in those[:COMMONEST]:
            shared = _shared(case, one, other, proper)
            if shared:
                called = case.best(other.root).words
                because = (
                    f"{called} is the only one named and told to be {one.head}",
                    f"of both is told: {', '.join(sorted(shared)[:4])}",
                )
                yield Candidate(at, other.root, Likeness(SURE, because))
                break


def _told(case: Gathered, at: int, source: SourceId, mention: MentionId, name: str) -> _Told | None:
    around = case.evidence.sentences.get((source, mention))
    found = _ARTICLE.match(name)
    if around is None or found is None:
        return None
    own = case.best(case.root[at]).words if case.best(case.root[at]).is_named else ""
    role = role_of(name.replace(f"{own}, ", "") if own else name)
    when = case.evidence.told_on.get(source)
    if not role or when is None or when.first is None:
        return None
    *before, head = role.split()
    outside = stems(around) - stems(name) - stems(own)
    return _Told(case.root[at], source, head, frozenset(before), frozenset(outside), when.first)


def _proper(case: Gathered) -> defaultdict[SourceId, set[str]]:
    """Give by source the words of the names in it."""
    found: defaultdict[SourceId, set[str]] = defaultdict(set)
    for group in case.groups:
        if group.is_named:
            words = stems(group.key)
            for source in {item.source for item in group.seen}:
                found[source] |= words
    return found


def _shared(
    case: Gathered, one: _Told, other: _Told, proper: Mapping[SourceId, set[str]]
) -> frozenset[str]:
    """Give what the two are both told of, where it is enough to make them one; nothing else."""
    if one.day > other.day or one.source in case.sources(other.root):
        return frozenset()
    if one.before and other.before and one.before != other.before:
        return frozenset()
    if {case.gender(one.root), case.gender(other.root)} == {"he", "she"}:
        return frozenset()
    shared = one.outside & other.outside
    names = shared & proper[one.source]
    return shared if len(shared) >= _TOLD and len(names) >= _NAMES else frozenset()
