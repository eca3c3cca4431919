"""Which mentions are one actor: within a text as the reader has it, across texts by decisions.

A full name alike in two texts joins by rule, with its reason. A person's judgement joins or parts
whatever the rule says, and of judgements that contradict each other the latest stands. An actor
bears the id of its founding mention, so a join keeps the older id and a parting gives the younger
its own again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.core.identity import MentionId, SourceId, actor_id
from onrecord.core.vocabulary import Actor, ActorKind, Judgement, Mention, Naming, Verb
from onrecord.resolve.likeness import SURE, key_of, likeness


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention and the source it stands in."""

    source: SourceId
    mention: Mention


@dataclass(slots=True)
class _Group:
    """The mentions that a reader holds to be one within one text; `first` founds it."""

    first: Seen
    seen: list[Seen]
    fullest: Mention


def resolve(seen: Iterable[Seen], judgements: Sequence[Judgement] = ()) -> list[Actor]:
    """Make actors of mentions.

    Args:
        seen: in the order in which they came to be known; the first of an actor founds it.
        judgements: those in force, in the order in which they were given.
    """
    groups = _within_texts(seen)
    of_mention = {item.mention.id: at for at, group in enumerate(groups) for item in group.seen}
    forest = _Forest(len(groups))
    because: list[tuple[int, str]] = []
    for one, judgement in _judged(judgements, of_mention, forest):
        because.append((one, f"{judgement.by}: {judgement.because}"))
    for one, reasons in _by_rule(groups, forest):
        because.extend((one, reason) for reason in reasons)
    reasons_of: defaultdict[int, list[str]] = defaultdict(list)
    for at, reason in because:
        reasons_of[forest.root(at)].append(reason)
    members: dict[int, list[_Group]] = defaultdict(list)
    for at, group in enumerate(groups):
        members[forest.root(at)].append(group)
    return [_actor(together, reasons_of[root]) for root, together in sorted(members.items())]


def _within_texts(seen: Iterable[Seen]) -> list[_Group]:
    groups: list[_Group] = []
    at: dict[tuple[SourceId, MentionId], _Group] = {}
    founded: dict[MentionId, _Group] = {}
    for item in seen:
        mention = item.mention
        group = at.get((item.source, mention.same_as)) if mention.same_as else None
        # The same text in two sources holds the same mentions: they are one from the start.
        group = group or founded.get(mention.id)
        if group is None:
            group = _Group(item, [], mention)
            groups.append(group)
            founded[mention.id] = group
        group.seen.append(item)
        at[item.source, mention.id] = group
        if _is_fuller(mention, group.fullest):
            group.fullest = mention
    return groups


def _is_fuller(one: Mention, other: Mention) -> bool:
    """Say whether `one` names more: any name more than a description, else the longer name."""
    if one.naming is not Naming.NAMED:
        return False
    return other.naming is not Naming.NAMED or len(one.name) > len(other.name)


def _judged(
    judgements: Sequence[Judgement], of_mention: dict[MentionId, int], forest: _Forest
) -> list[tuple[int, Judgement]]:
    """Carry out the judgements that stand, and give the joins: the latest stands before all others.

    One that a later one contradicts rests, be it through a third; so does one whose words no
    reading holds any more, and it comes back with its words.
    """
    joined: list[tuple[int, Judgement]] = []
    for judgement in reversed(judgements):
        places = [of_mention.get(MentionId(anchor)) for anchor in judgement.about]
        one, other, *_ = (*places, None, None)
        if one is None or other is None:
            continue
        if judgement.verb is Verb.PART:
            forest.part(one, other)
        elif forest.join(one, other):
            joined.append((one, judgement))
    return joined[::-1]


def _by_rule(groups: list[_Group], forest: _Forest) -> Iterable[tuple[int, tuple[str, ...]]]:
    """Join what is sure by name, each with the oldest of its name that it may join."""
    named: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        mention = group.fullest
        if mention.naming is not Naming.NAMED:
            continue
        olders = named[key_of(mention)]
        for older in olders:
            alike = likeness(groups[older].fullest, mention)
            if alike.score >= SURE and forest.join(older, at):
                yield older, alike.because
                break
        else:
            olders.append(at)  # it founds a namesake of its own


def _actor(together: list[_Group], because: list[str]) -> Actor:
    everything = [item for group in together for item in group.seen]
    names = Counter(item.mention.name for item in everything)
    proper = {item.mention.name for item in everything if item.mention.naming is Naming.NAMED}
    kinds = Counter(
        item.mention.kind for item in everything if item.mention.kind is not ActorKind.NOT_KNOWN
    )
    founder = together[0].first.mention
    return Actor(
        id=actor_id(founder.id),
        kind=kinds.most_common(1)[0][0] if kinds else ActorKind.NOT_KNOWN,
        naming=founder.naming,
        names=tuple(
            sorted(
                names,
                key=lambda name: (name not in proper, -len(name.split()), -names[name], name),
            )
        ),
        mentions=tuple((item.source, item.mention.id) for item in everything),
        because=tuple(dict.fromkeys(because)),
    )


class _Forest:
    """Union-find in which the older (lower) index is the root, and some are held apart."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))
        self._apart: list[tuple[int, int]] = []

    def root(self, at: int) -> int:
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at

    def part(self, one: int, other: int) -> None:
        """Hold two apart from now on, unless they are together already."""
        if self.root(one) != self.root(other):
            self._apart.append((one, other))

    def join(self, one: int, other: int) -> bool:
        """Put two together; say whether they are, or are held apart by what was parted."""
        a, b = sorted((self.root(one), self.root(other)))
        if any({self.root(x), self.root(y)} == {a, b} for x, y in self._apart if a != b):
            return False
        self._above[b] = a
        return True
