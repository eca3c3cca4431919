"""Rules on those whom a text calls by their role: a post on a day, prosecutors, the only witness.

A role fits whoever holds it. It joins only where a tenure is stated, covers the day of the text,
and nobody else can have held the post on that day; all else is offered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.holding import ends
from onrecord.core.vocabulary import ActorKind, Likeness, Naming
from onrecord.resolve.evidence import Holding
from onrecord.resolve.gathered import COMMONEST, Candidate, Gathered
from onrecord.resolve.groups import Group
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded
from onrecord.resolve.tables import tables


@dataclass(slots=True)
class _Tenure:
    """What all texts tell of one actor's holding of one post, in days as ordinals."""

    holder: int
    starts: int | None = None
    ends: int | None = None
    first: int | None = None
    last: int | None = None

    def take(self, holding: Holding) -> None:
        days = [day for when in holding.cited for day in _days(when)]
        if holding.held is not None:
            bounds = ends(holding.held)
            if bounds.last_start is not None:
                self.starts = min(self.starts or bounds.last_start, bounds.last_start)
                days.append(bounds.last_start)
            if bounds.last_end is not None and not bounds.open:
                self.ends = max(self.ends or 0, bounds.last_end)
        for day in days:
            self.first = day if self.first is None else min(self.first, day)
            self.last = day if self.last is None else max(self.last, day)

    def covers(self, day: int) -> bool:
        """Say whether it is stated to have begun by then and not to have ended, or is attested on
        both sides of the day.
        """
        if self.starts is not None and self.starts <= day:
            return self.ends is None or day <= self.ends
        return self.first is not None and self.last is not None and self.first <= day <= self.last

    @property
    def since(self) -> int:
        """The day from which it is known."""
        return self.starts or self.first or 0

    def is_out(self, day: int, since: int) -> bool:
        """Say whether it cannot be held on a day on which another has held the post `since`."""
        if self.ends is not None and self.ends < day:
            return True
        if self.first is not None and self.first > day:
            return True
        return self.last is not None and self.last < since


def _days(when: When) -> list[int]:
    return [day for day in (when.first, None if when.after is None else when.after - 1)
            if day is not None]  # fmt: skip


def by_post(case: Gathered) -> Iterator[Candidate]:
    """Lead "the director of public prosecutions" to who is told to have held that post that day."""
    tenures = _tenures(case)
    for at, group in enumerate(case.groups):
        if group.is_named or group.fullest.naming is not Naming.ROLE_ONLY:
            continue
        together = (case.groups[one] for one in case.members(case.root[at]))
        if any(one.is_named and not one.is_person for one in together):
            continue  # an office is not who holds it, though some text takes it for a person
        post = fold(group.words)
        holders = tenures.get(post)
        told_on = case.evidence.told_on.get(group.first.source)
        if not holders or told_on is None or told_on.first is None or len(holders) > COMMONEST:
            continue
        holders = {root: one for root, one in holders.items() if root != case.root[at]}
        yield from _holder(case, at, post, told_on.first, list(holders.values()))


def _tenures(case: Gathered) -> dict[str, dict[int, _Tenure]]:
    """Give the tenures by post and holder; a post is one with and without the body after it."""
    where = {(item.source, item.mention.id): at
             for at, group in enumerate(case.groups) for item in group.seen}  # fmt: skip
    found: defaultdict[str, dict[int, _Tenure]] = defaultdict(dict)
    for holding in case.evidence.holdings:
        at = where.get((holding.source, holding.holder))
        if at is None or not case.groups[at].is_named:
            continue
        root = case.root[at]
        post = fold(holding.post)
        names = {post}
        if holding.body:
            names |= {fold(f"{holding.post} of {holding.body}"), fold(f"{holding.body}'s {post}")}
        for name in names:
            found[name].setdefault(root, _Tenure(root)).take(holding)
    return dict(found)


def _holder(
    case: Gathered, at: int, post: str, day: int, tenures: list[_Tenure]
) -> Iterator[Candidate]:
    covering = [one for one in tenures if one.covers(day)]
    latest = max(covering, key=lambda one: one.since, default=None)
    for one in tenures:
        if one is latest:
            others = [other for other in tenures if other is not one]
            possible = [other for other in others if not other.is_out(day, one.since)]
            name = case.best(one.holder).words
            reasons = [f"{name} is told to have held the post of {post} on the day of the text"]
            if possible:
                names = ", ".join(case.best(other.holder).words for other in possible)
                yield _offer(at, one.holder, 0.6, [*reasons, f"it may have been {names}"])
            else:
                yield _offer(at, one.holder, SURE, [*reasons, "and nobody else can have held it"])
        elif latest is None or not one.is_out(day, latest.since):
            name = case.best(one.holder).words
            told = f"{name} is told to have held the post of {post}; on that day, is not known"
            yield _offer(at, one.holder, 0.4, [told])


_FORCES = frozenset({"force", "service", "department", "authority"})
"""What a police force is called besides: "Vale Police Service"; a "police inquiry" is none."""
_NOT_SAID = (Naming.ANONYMOUS, Naming.AGENTLESS, Naming.PUBLISHER)


def by_collective(case: Gathered) -> Iterator[Candidate]:
    """Lead "prosecutors" to the one prosecuting body of the case, and "police" to the one force.

    To a force only where the text has company in common with it: another may be meant.
    """
    prosecuting = list(dict.fromkeys([
        *_bodies_with(case, tables().prosecuting), *_bodies_that_charge(case),
    ]))  # fmt: skip
    if len(prosecuting) > 1:  # "Public Prosecutions" of a director's title is no second body
        offices = [
            one for one in prosecuting if set(case.best(one).key.split()) & tables().body_words
        ]
        prosecuting = offices or prosecuting
    policing = [
        one for one in _bodies_with(case, tables().policing)
        if set(case.best(one).key.split()[-1:] + case.best(one).key.split(" of ")[0].split()[-1:])
        & (tables().policing | _FORCES)
    ]  # fmt: skip
    tried = {
        item.source
        for group in case.groups
        for item in group.seen
        if folded(item.mention.name).split()[-1:] in (["defendant"], ["defendants"], ["accused"])
    }
    for at, group in enumerate(case.groups):
        if (group.is_named and group.is_whole) or group.fullest.naming in _NOT_SAID:
            continue
        words = fold(group.words)
        accusing = words in tables().accusing and bool({group.first.source} & tried)
        if (words in tables().prosecutors or accusing) and len(prosecuting) == 1:
            (body,) = prosecuting
            name = case.best(body).words
            told = ["it is the side that accuses, where there are defendants"] if accusing else []
            yield _offer(
                at, body, SURE, [f"{name} is the only prosecuting body in the case", *told]
            )
        elif words in tables().police and len(policing) == 1:
            (body,) = policing
            name, beside = case.best(body).words, case.beside(case.root[at], body)
            told = [f"{name} is the only police force named in the case"]
            yield _offer(at, body, SURE if beside else 0.4, [*told, *([beside] if beside else [])])


def _bodies_that_charge(case: Gathered) -> list[int]:
    """Give the bodies that are told to lay or drop a charge, themselves or by who heads them."""
    where = {(item.source, item.mention.id): at
             for at, group in enumerate(case.groups) for item in group.seen}  # fmt: skip
    offices: dict[str, int] = {}
    for at, group in enumerate(case.groups):
        if group.is_named and not group.is_person:
            for name in group.names:
                post = name.removesuffix("'s office").removeprefix("office of the ")
                if post != name:
                    offices[post] = case.root[at]
    found: dict[int, None] = {}
    for place in case.evidence.accusing:
        held = where.get(place)
        if held is None or not case.best(case.root[held]).is_named:
            continue
        if fold(case.best(case.root[held]).words) in tables().prosecutors:
            continue  # who that is, is the question
        if not case.best(case.root[held]).is_person:
            found[case.root[held]] = None
        else:
            posts = case.posts(case.root[held])
            found.update((offices[post], None) for post in sorted(posts) if post in offices)
    return list(found)


def _bodies_with(case: Gathered, words: frozenset[str]) -> list[int]:
    found = {
        case.root[at]: None
        for at, group in enumerate(case.groups)
        if group.is_named and group.fullest.kind is not ActorKind.PERSON
        and ". " not in group.key and len(group.key.split()) > 1
        and words & {word.removesuffix("'s") for word in group.key.split()}
    }  # fmt: skip
    return list(found)


def by_only(case: Gathered) -> Iterator[Candidate]:
    """Lead "the only eyewitness" to the named person whom another text tells to be the only one."""
    named: defaultdict[str, dict[int, None]] = defaultdict(dict)
    alone: list[tuple[int, str]] = []
    for at, group in enumerate(case.groups):
        for item in group.seen:
            noun = _only(item.mention.name) if item.mention.naming is not Naming.ANONYMOUS else ""
            if noun and group.is_named:
                named[noun][case.root[at]] = None
            elif noun and item is group.first:
                alone.append((at, noun))
    for at, noun in alone:
        people = [one for one in named.get(noun, ()) if one != case.root[at]]
        if len(people) == 1:
            beside = case.beside(case.root[at], people[0])
            name = case.best(people[0]).words
            reasons = [f"{name} is told to be the only {noun}", *([beside] if beside else [])]
            yield _offer(at, people[0], SURE if beside else 0.6, reasons)


def _only(words: str) -> str:
    """Give what somebody is told to be the only one of; "" where nothing is told."""
    told = folded(words).split()
    if "only" not in told[:2] or len(told) < told.index("only") + 2:
        return ""
    return told[told.index("only") + 1].strip(",")


def by_page(case: Gathered) -> Iterator[Candidate]:
    """Put together what stands in the same words in two versions of one page."""
    first: dict[tuple[str, str, str], int] = {}
    for at, group in enumerate(case.groups):
        for item in group.seen:
            page = case.evidence.pages.get(item.source)
            around = case.evidence.around.get((item.source, item.mention.id))
            if page is None or around is None:
                continue
            older = first.setdefault((page, around, item.mention.name), at)
            if older != at and _is_founder(group, item.mention.name):
                because = ["two versions of one page have it in the same words"]
                yield _offer(older, at, SURE, because)
                break


def _is_founder(group: Group, name: str) -> bool:
    return name in (group.first.mention.name, group.fullest.name)


def _offer(one: int, other: int, score: float, because: list[str]) -> Candidate:
    return Candidate(one, other, Likeness(score, tuple(because)))
