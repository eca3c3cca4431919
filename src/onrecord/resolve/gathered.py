"""What the rules look at: groups, who is together so far, and what stands beside them.

Everything is found by keys: no rule looks at all pairs. A key that more than `COMMONEST` actors
share tells none of them apart and is not looked through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass

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


class Gathered:
    """Groups and what is together so far. Rules ask it; it is made anew when somebody is joined."""

    def __init__(self, groups: list[Group], forest: Forest, evidence: Evidence) -> None:
        self.groups, self.forest, self.evidence = groups, forest, evidence
        self.root = [forest.root(at) for at in range(len(groups))]
        self._in_source: dict[SourceId, set[int]] | None = None
        self._published: defaultdict[str, set[SourceId]] | None = None
        self._body_words: set[tuple[SourceId, str]] | None = None
        self._members: defaultdict[int, list[int]] = defaultdict(list)
        for at, root in enumerate(self.root):
            self._members[root].append(at)
        self._sources: dict[int, set[SourceId]] = {}
        self._genders: dict[int, str] = {}
        self._titles: dict[int, frozenset[str]] = {}
        self._best: dict[int, Group] = {}
        self._company: dict[int, frozenset[int]] = {}

    def is_in_a_body(self, source: SourceId, word: str) -> bool:
        """Say whether a source names a body or a place whose longer name has a word."""
        if self._body_words is None:
            self._body_words = {
                (item.source, word)
                for group in self.groups
                if group.is_named and not group.is_person
                for name in group.names
                if " " in name
                for word in name.split()
                for item in group.seen
            }
        return (source, word) in self._body_words

    def published(self, name: str) -> Set[SourceId]:
        """Give the sources of the outlet that is called so, folded and without its article."""
        if self._published is None:
            self._published = defaultdict(set)
            for source, outlet in self.evidence.outlets.items():
                self._published[folded(outlet).removeprefix("the ")].add(source)
        return self._published.get(name, frozenset())

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
        return set().union(*(self.groups[at].posts for at in self._members[root]))

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
            for at, group in enumerate(self.groups):
                # Who bears a full name somewhere is company under the surname too.
                if _is_company(group) or (group.is_named and _is_company(self.best(self.root[at]))):
                    for source in {item.source for item in group.seen}:
                        inside[source].add(self.root[at])
                        standing[self.root[at]].add(source)
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


def _is_company(group: Group) -> bool:
    """Say whether it is somebody whom to stand beside tells something: named, and no place."""
    if not group.is_named or group.fullest.kind is ActorKind.PLACE:
        return False
    return group.is_whole or (not group.is_person and group.key not in tables().body_words)
