"""What the rules look at: groups, who is together so far, and what stands beside them.

Everything is found by keys: no rule looks at all pairs. A key that more than `COMMONEST` actors
share tells none of them apart and is not looked through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property

from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import ActorKind, Likeness
from onrecord.resolve.evidence import Evidence
from onrecord.resolve.forest import Forest
from onrecord.resolve.groups import Group
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded
from onrecord.resolve.tables import tables

COMMONEST = 50
"""A surname or a short form that more actors bear is not looked through."""

NEAR = 2
"""So many others named beside both make two texts' people of one company."""


EVERYWHERE = 20
"""Whoever stands in more texts than this, and in half of them, is company that tells nothing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two groups, by number, and how alike they are held to be."""

    one: int
    other: int
    likeness: Likeness

    @property
    def is_sure(self) -> bool:
        return self.likeness.score >= SURE


class Fixed:
    """What groups and evidence tell whoever is found to be one: worked out once."""

    def __init__(self, groups: list[Group], evidence: Evidence) -> None:
        self.groups, self.evidence = groups, evidence

    @cached_property
    def body_words(self) -> set[tuple[SourceId, str]]:
        """Each word of the longer names of bodies and places, with each source that has it so."""
        return {
            (item.source, word)
            for group in self.groups
            if group.is_named and not group.is_person
            for name in group.names
            if " " in name
            for word in name.split()
            for item in group.seen
        }

    @cached_property
    def published(self) -> dict[str, set[SourceId]]:
        """The sources of each outlet, by its name folded and without its article."""
        found: defaultdict[str, set[SourceId]] = defaultdict(set)
        for source, outlet in self.evidence.outlets.items():
            found[folded(outlet).removeprefix("the ")].add(source)
        return dict(found)

    @cached_property
    def named(self) -> list[tuple[int, Group, set[SourceId]]]:
        """The groups that are named, each with its number and its sources."""
        return [
            (at, group, {item.source for item in group.seen})
            for at, group in enumerate(self.groups)
            if group.is_named
        ]

    @cached_property
    def names_in(self) -> dict[SourceId, dict[str, str]]:
        """The names in each source, folded and as written, but for those that stand nearly
        everywhere.
        """
        inside: defaultdict[SourceId, dict[str, str]] = defaultdict(dict)
        standing: defaultdict[str, set[SourceId]] = defaultdict(set)
        for _, group, sources in self.named:
            for name, words in _called(group).items():
                standing[name] |= sources
                for source in sources:
                    inside[source].setdefault(name, words)
        most = max(EVERYWHERE, len(inside) // 2)
        hubs = {name for name, sources in standing.items() if len(sources) > most}
        return {
            source: {name: words for name, words in names.items() if name not in hubs}
            for source, names in inside.items()
        }


def _called(group: Group) -> dict[str, str]:
    """Give what tells of the story in a name, folded and as written: a body's whole name, or one
    word of a person's, since another text may have the other word alone.

    Nothing of a place, and no word that many bodies share.
    """
    if group.fullest.kind is ActorKind.PLACE:
        return {}
    if group.person is None:
        return {} if group.key in tables().body_words else {group.key: group.words}
    named = {folded(word): word for word in group.words.split()}
    told = {*group.person.given, group.person.surname}
    return {name: word for name, word in named.items() if name in told and len(name) > 1}


class Gathered:
    """Groups and what is together so far. Rules ask it; it is made anew when somebody is joined.

    Args:
        before: the same before somebody was joined: what it found of all others holds.
    """

    def __init__(
        self,
        groups: list[Group],
        forest: Forest,
        evidence: Evidence,
        before: Gathered | None = None,
    ) -> None:
        self.groups, self.forest, self.evidence = groups, forest, evidence
        self.root = forest.roots()
        self._fixed = Fixed(groups, evidence)
        self._in_source: dict[SourceId, set[int]] | None = None
        self._members: dict[int, list[int]] = {}
        self._company: dict[int, frozenset[int]] = {}
        self._sources: dict[int, set[SourceId]] = {}
        self._genders: dict[int, str] = {}
        self._titles: dict[int, frozenset[str]] = {}
        self._posts: dict[int, set[str]] = {}
        self._best: dict[int, Group] = {}
        if before is not None:
            self._take_over(before)
            return
        for at, root in enumerate(self.root):
            self._members.setdefault(root, []).append(at)

    def _take_over(self, before: Gathered) -> None:
        """Take over what was found of all who are together with nobody more."""
        self._fixed, self._members = before._fixed, before._members
        self._sources, self._genders = before._sources, before._genders
        self._titles, self._posts, self._best = before._titles, before._posts, before._best
        for one in [root for root in self._members if self.root[root] != root]:
            into = self.root[one]
            self._members[into] = sorted(self._members[into] + self._members.pop(one))
            for found in (self._sources, self._genders, self._titles, self._posts, self._best):
                found.pop(one, None)
                found.pop(into, None)

    def is_in_a_body(self, source: SourceId, word: str) -> bool:
        """Say whether a source names a body or a place whose longer name has a word."""
        return (source, word) in self._fixed.body_words

    def published(self, name: str) -> Set[SourceId]:
        """Give the sources of the outlet that is called so, folded and without its article."""
        return self._fixed.published.get(name, frozenset())

    def members(self, root: int) -> list[int]:
        """Give the groups that are together under a root."""
        return self._members[root]

    def roots(self) -> Iterable[int]:
        """Give all roots, oldest first."""
        return list(self._members)

    def best(self, root: int) -> Group:
        """Give the oldest group of an actor that bears a full name, or else its first."""
        if root not in self._best:
            members = map(self.groups.__getitem__, self._members[root])
            whole = (group for group in members if group.is_named and group.is_whole)
            self._best[root] = next(whole, self.groups[root])
        return self._best[root]

    def sources(self, root: int) -> set[SourceId]:
        """Give the sources that name an actor."""
        found = self._sources.get(root)
        if found is None:
            groups = map(self.groups.__getitem__, self._members[root])
            found = self._sources[root] = {item.source for group in groups for item in group.seen}
        return found

    def gender(self, root: int) -> str:
        """Give "he" or "she" by what titles tell, or else pronouns; "" where they disagree."""
        if root not in self._genders:
            groups = [self.groups[at] for at in self._members[root]]
            telling = tables().his_titles | tables().her_titles
            titled = {group.gender for group in groups if group.titles & telling}
            told = titled - {""} or {group.gender for group in groups} - {""}
            self._genders[root] = told.pop() if len(told) == 1 else ""
        return self._genders[root]

    def titles(self, root: int) -> frozenset[str]:
        """Give the titles that tell more than a gender."""
        found = self._titles.get(root)
        if found is None:
            borne: set[str] = set()
            for at in self._members[root]:
                borne |= self.groups[at].titles
            found = frozenset(borne - tables().plain - tables().elders - tables().youngers)
            self._titles[root] = found
        return found

    def posts(self, root: int) -> set[str]:
        """Give the posts, folded, that texts tell an actor held."""
        found = self._posts.get(root)
        if found is None:
            held = (self.groups[at].posts for at in self._members[root])
            found = self._posts[root] = set().union(*held)
        return found

    def company(self, root: int) -> frozenset[int]:
        """Give the roots of persons and bodies with full names that stand in an actor's sources."""
        found = self._company.get(root)
        if found is None:
            beside = self._beside()
            together = (beside.get(source, set()) for source in self.sources(root))
            found = self._company[root] = frozenset().union(*together) - {root}
        return found

    def _beside(self) -> dict[SourceId, set[int]]:
        """Give who counts as company in each source: not places, nor those who stand nearly
        everywhere.
        """
        if self._in_source is None:
            inside: defaultdict[SourceId, set[int]] = defaultdict(set)
            standing: defaultdict[int, set[SourceId]] = defaultdict(set)
            for at, group, sources in self._fixed.named:
                root = self.root[at]
                # Who bears a full name somewhere is company under the surname too.
                if group.is_company or self.best(root).is_company:
                    standing[root] |= sources
                    for source in sources:
                        inside[source].add(root)
            most = max(EVERYWHERE, len(inside) // 2)
            hubs = {root for root, sources in standing.items() if len(sources) > most}
            self._in_source = {source: roots - hubs for source, roots in inside.items()}
        return self._in_source

    def shared(self, one: int, other: int) -> list[int]:
        """Give who stands beside both of two roots, oldest first."""
        return sorted((self.company(one) & self.company(other)) - {one, other})

    def beside(self, one: int, other: int, least: int = NEAR) -> str:
        """Say in words that enough others stand beside both; "" where they do not."""
        if self.sources(one) & self.sources(other):
            return "both stand in one text"
        shared = self.shared(one, other)
        if len(shared) < least:
            return ""
        names = [self.best(at).words for at in shared[:3]]
        more = f" and {len(shared) - 3} more" if len(shared) > 3 else ""
        stand = "stand" if len(shared) > 1 else "stands"
        return f"beside both {stand} {', '.join(names)}{more}"

    def names_beside(self, one: int, other: int, least: int = NEAR) -> str:
        """Say in words that enough other names stand in the texts of both, whoever bears them.

        Of two texts that call people by one word alone nobody is together yet, and so nobody
        company: who tells the same story has the same names in it.
        """
        mine, theirs = self._names_of(one), self._names_of(other)
        own = {name for root in (one, other) for name in self.groups[root].names}
        shared = sorted((mine.keys() & theirs.keys()) - own)
        if len(shared) < least:
            return ""
        words = [mine[name] for name in shared[:3]]
        more = f" and {len(shared) - 3} more" if len(shared) > 3 else ""
        return f"the texts of both name {', '.join(words)}{more}"

    def _names_of(self, root: int) -> dict[str, str]:
        found: dict[str, str] = {}
        for source in sorted(self.sources(root)):
            found |= self._fixed.names_in.get(source, {})
        return found
