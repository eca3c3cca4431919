"""Which mentions are one actor: within a text as the reader has it, across texts by decisions.

A full name alike in two texts joins by rule, with its reason. A person's judgement joins or parts
whatever the rule says, and the latest judgement about a pair stands. An actor bears the id of its
founding mention, so a join keeps the older id and a parting gives the younger its own again.
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
    because: defaultdict[int, list[str]] = defaultdict(list)
    joined, parted = _judged(judgements, of_mention)
    for one, other, reasons in _by_rule(groups, parted):
        if forest.join(one, other):
            because[forest.root(one)].extend(reasons)
    for (one, other), judgement in joined.items():
        forest.join(one, other)
        because[forest.root(one)].append(f"{judgement.by}: {judgement.because}")
    members: dict[int, list[_Group]] = defaultdict(list)
    for at, group in enumerate(groups):
        members[forest.root(at)].append(group)
    return [_actor(together, because[root]) for root, together in sorted(members.items())]


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
        if mention.naming is Naming.NAMED and len(mention.name) > len(group.fullest.name):
            group.fullest = mention
    return groups


def _judged(
    judgements: Sequence[Judgement], of_mention: dict[MentionId, int]
) -> tuple[dict[tuple[int, int], Judgement], set[tuple[int, int]]]:
    """Give for each judged pair of groups the judgement that stands: the latest.

    A judgement whose words no reading holds any more rests: it comes back with its words.
    """
    latest: dict[tuple[int, int], Judgement] = {}
    for judgement in judgements:
        places = [of_mention.get(MentionId(anchor)) for anchor in judgement.about]
        found = sorted(place for place in places if place is not None)
        if len(found) == 2 and found[0] != found[1]:
            pair = (found[0], found[1])
            latest.pop(pair, None)
            latest[pair] = judgement
    joined = {pair: j for pair, j in latest.items() if j.verb is Verb.JOIN}
    return joined, {pair for pair, j in latest.items() if j.verb is Verb.PART}


def _by_rule(
    groups: list[_Group], parted: set[tuple[int, int]]
) -> Iterable[tuple[int, int, tuple[str, ...]]]:
    """Offer the pairs that are sure by name, each with the oldest of its name that it may join."""
    named: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        mention = group.fullest
        if mention.naming is not Naming.NAMED:
            continue
        olders = named[key_of(mention)]
        for older in olders:
            alike = likeness(groups[older].fullest, mention)
            if alike.score >= SURE and (older, at) not in parted:
                yield older, at, alike.because
                break
        else:
            olders.append(at)  # it founds a namesake of its own


def _actor(together: list[_Group], because: list[str]) -> Actor:
    everything = [item for group in together for item in group.seen]
    names = Counter(item.mention.name for item in everything)
    kinds = Counter(
        item.mention.kind for item in everything if item.mention.kind is not ActorKind.NOT_KNOWN
    )
    founder = together[0].first.mention
    return Actor(
        id=actor_id(founder.id),
        kind=kinds.most_common(1)[0][0] if kinds else ActorKind.NOT_KNOWN,
        naming=founder.naming,
        names=tuple(sorted(names, key=lambda name: (-len(name.split()), -names[name], name))),
        mentions=tuple((item.source, item.mention.id) for item in everything),
        because=tuple(dict.fromkeys(because)),
    )


class _Forest:
    """Union-find in which the older (lower) index is always the root."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def root(self, at: int) -> int:
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at

    def join(self, one: int, other: int) -> bool:
        a, b = sorted((self.root(one), self.root(other)))
        self._above[b] = a
        return a != b
