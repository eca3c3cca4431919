"""Which mentions are one actor: within a text as the reader has it, across texts by decisions.

A person's judgement joins or parts whatever the rules say, and of judgements that contradict each
other the latest stands. Then the rules, from the surest to those that rest on what the others found
(`RULES`): what a rule is sure of is joined with its reasons, what it doubts is only proposed. An
identity claim joins nobody. An actor bears the id of its founding mention, so a join keeps the
older id and a parting gives the younger its own again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.core.folding import fold
from onrecord.core.identity import MentionId, actor_id
from onrecord.core.vocabulary import Actor, ActorKind, Judgement, Likeness, Naming, Verb
from onrecord.resolve import (
    agents,
    bare,
    bodies,
    described,
    descriptions,
    heads,
    matters,
    nouns,
    outlets,
    owned,
    people,
    posts_here,
    roles,
    surnames,
    tellers,
)
from onrecord.resolve.evidence import Evidence, Seen
from onrecord.resolve.forest import Forest
from onrecord.resolve.gathered import Candidate, Gathered
from onrecord.resolve.groups import Group, within_texts
from onrecord.resolve.likeness import SURE, likeness
from onrecord.resolve.names import folded, without_alias
from onrecord.resolve.resolved import Proposal, Resolved
from onrecord.resolve.tables import tables

RULES: tuple[Callable[[Gathered], Iterator[Candidate]], ...] = (
    roles.by_page,
    described.by_apposition,
    bodies.by_outlet_name,
    outlets.by_outlet_in_short,
    bodies.by_kind,
    bodies.by_initials,
    bodies.by_alias,
    bodies.by_own_word,
    people.by_surname,
    people.by_generation,
    bodies.by_short_form,
    bodies.by_office_of,
    bodies.by_noun_here,
    nouns.by_noun_of_case,
    bodies.by_label,
    descriptions.by_known_as,
    descriptions.by_short_name,
    people.by_title,
    people.by_surname,  # again: whom the first round put together is company now
    people.by_given,
    people.by_only_name,
    people.by_variant,
    described.by_full_role,
    heads.by_only_bearer,
    roles.by_post,
    posts_here.by_post_here,
    heads.by_only_holder,
    heads.by_noun_of_text,
    roles.by_only,
    roles.by_collective,
    matters.by_same_matter,
    described.by_named_later,
    owned.by_kin,
    owned.by_office,
    nouns.by_holder,
    owned.by_owner,
    owned.by_outlet,
    owned.by_quoted,
    owned.by_told_before,
    tellers.by_paper,
    tellers.by_age,
    agents.by_lawyer,
)
"""After one full name in two texts. Each looks at what those before it have put together."""


_INITIALS = 5
"""A longer name in capitals is a heading: the same with small letters goes before it."""
_OFTEN = 10
"""What is in a heading alone ("ASK LARKSPUR") is no name of whom texts call otherwise so often."""

ACROSS_KINDS = (roles.by_page, bodies.by_kind, bodies.by_outlet_name)
"""Those that may find a named person and a named body to be one that a reader took for two kinds.

To all others an office and who holds it stay two, also through a description that fits both.
"""


NO_EVIDENCE = Evidence()


def resolve(
    seen: Iterable[Seen], judgements: Sequence[Judgement] = (), evidence: Evidence = NO_EVIDENCE
) -> Resolved:
    """Make actors of mentions, and propose what is doubtful.

    Args:
        seen: in the order in which they came to be known; the first of an actor founds it.
        judgements: those in force, in the order in which they were given.
        evidence: what else the case knows of the texts.
    """
    groups = within_texts(bare.bared(surnames.parted(list(seen), evidence), evidence))
    of_mention = {item.mention.id: at for at, group in enumerate(groups) for item in group.seen}
    forest = Forest(len(groups))
    because: list[tuple[int, str]] = []
    for one, judgement in _judged(judgements, of_mention, forest):
        because.append((one, f"{judgement.by}: {judgement.because}"))
    for one, reasons in _by_name(groups, forest):
        because.extend((one, reason) for reason in reasons)
    _posts(groups, of_mention, evidence)
    kinds = _Kinds(groups, forest)
    offers: list[Candidate] = []
    case = Gathered(groups, forest, evidence)
    for rule in RULES:
        sure: list[Candidate] = []
        for found in rule(case):
            (sure if found.is_sure else offers).append(found)
        for found in sure:
            if rule not in ACROSS_KINDS and kinds.mixes(found):
                continue
            if kinds.join(found):
                because.append((found.one, "; ".join(found.likeness.because)))
        if sure:  # as long as nobody is joined, what was gathered holds
            case = Gathered(groups, forest, evidence, case)
    reasons_of: defaultdict[int, list[str]] = defaultdict(list)
    for at, reason in because:
        reasons_of[forest.root(at)].append(reason)
    members: dict[int, list[Group]] = defaultdict(list)
    for at, group in enumerate(groups):
        members[forest.root(at)].append(group)
    actors = {root: _actor(some, reasons_of[root]) for root, some in sorted(members.items())}
    return Resolved(list(actors.values()), _proposals(offers, forest, actors))


class _Kinds:
    """Whether those put together so far have the full name of a person or of a body.

    What a reader took for a person here and there ("Post Office") is what it mostly is.
    """

    def __init__(self, groups: list[Group], forest: Forest) -> None:
        self._forest = forest
        self._of: defaultdict[int, Counter[bool]] = defaultdict(Counter)
        for at, group in enumerate(groups):
            if group.is_named and group.is_whole:
                self._of[forest.root(at)][group.is_person] += len(group.seen)

    def mixes(self, found: Candidate) -> bool:
        """Say whether a join would put a named person with a named body."""
        one, other = (self._is_person(at) for at in (found.one, found.other))
        return one is not None and other is not None and one is not other

    def join(self, found: Candidate) -> bool:
        """Join two; say whether they are together."""
        both = [self._of[self._forest.root(at)] for at in (found.one, found.other)]
        if not self._forest.join(found.one, found.other):
            return False
        self._of[self._forest.root(found.one)] = both[0] + both[1]
        return True

    def _is_person(self, at: int) -> bool | None:
        """Say which it is; None: no full name tells, or as many times the one as the other."""
        counted = self._of[self._forest.root(at)]
        if counted[True] == counted[False]:
            return None
        return counted[True] > counted[False]


def _judged(
    judgements: Sequence[Judgement], of_mention: dict[MentionId, int], forest: Forest
) -> list[tuple[int, Judgement]]:
    """Carry out the judgements that stand, and give the joins: the latest stands before all others.

    One that a later one contradicts rests, be it through a third; so does one whose words no
    reading holds any more, and it comes back with its words.
    """
    joined: list[tuple[int, Judgement]] = []
    for judgement in reversed(judgements):
        if judgement.verb not in (Verb.JOIN, Verb.PART):
            continue
        places = [of_mention.get(MentionId(anchor)) for anchor in judgement.about]
        one, other, *_ = (*places, None, None)
        if one is None or other is None:
            continue
        if judgement.verb is Verb.PART:
            forest.part(one, other)
        elif forest.join(one, other):
            joined.append((one, judgement))
    return joined[::-1]


def _by_name(groups: list[Group], forest: Forest) -> Iterable[tuple[int, tuple[str, ...]]]:
    """Join what is sure by name, each with the oldest of its name that it may join."""
    named: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        if not group.is_named or not group.is_whole:
            continue  # one word, or an initial: never sure
        olders = named[group.key]
        for older in olders:
            alike = likeness(groups[older].fullest, group.fullest)
            if alike.score >= SURE and forest.join(older, at):
                yield older, alike.because
                break
        else:
            olders.append(at)  # it founds a namesake of its own


def _posts(groups: list[Group], of_mention: dict[MentionId, int], evidence: Evidence) -> None:
    """Tell each group which posts its text says it held."""
    for holding in evidence.holdings:
        at = of_mention.get(holding.holder)
        if at is not None:
            groups[at].posts.add(fold(holding.post))
    names = {item.mention.id: item.mention.name for group in groups for item in group.seen}
    for _, described_so, name in evidence.apposed:
        at, role = of_mention.get(name), described.role_of(names.get(described_so, ""))
        if at is not None and role and groups[at].person is not None:
            groups[at].posts.add(role)


def _proposals(offers: list[Candidate], forest: Forest, actors: dict[int, Actor]) -> list[Proposal]:
    """Give each doubtful pair once, with its best likeness; those decided since are left out."""
    best: dict[tuple[int, int], Likeness] = {}
    for found in offers:
        a, b = sorted((forest.root(found.one), forest.root(found.other)))
        if a == b or forest.are_apart(a, b):
            continue
        if (a, b) not in best or found.likeness.score > best[a, b].score:
            best[a, b] = found.likeness
    order = sorted(best, key=lambda pair: (-best[pair].score, pair))
    return [Proposal(actors[a].id, actors[b].id, best[a, b]) for a, b in order]


def _actor(together: list[Group], because: list[str]) -> Actor:
    everything = [item for group in together for item in group.seen]
    founder = together[0].first.mention
    proper = {name for group in together for name in group.proper}
    kinds = [kind for item in everything if (kind := item.mention.kind) is not ActorKind.NOT_KNOWN]
    return Actor(
        id=actor_id(founder.id),
        kind=max(dict.fromkeys(kinds), key=kinds.count, default=ActorKind.NOT_KNOWN),
        naming=Naming.NAMED if proper else founder.naming,
        names=_names(everything, proper, founder.name),
        mentions=tuple((item.source, item.mention.id) for item in everything),
        because=tuple(dict.fromkeys(because)),
    )


def _names(everything: list[Seen], proper: set[str], first: str) -> tuple[str, ...]:
    """Give the names of an actor, that by which he or she is called before all others."""
    said = [item.mention.name for item in everything]
    if len(distinct := dict.fromkeys(said)) == 1:
        return tuple(distinct)
    every = Counter(said)
    pronouns = tables().pronouns
    names = [name for name in every if folded(name) not in pronouns] or list(every)
    most = max(every[name] for name in names)

    def is_heading(name: str) -> bool:
        return name.isupper() and len(name) > _INITIALS

    return tuple(
        sorted(
            names,
            # Whom no text names is called by the words that introduce him or her.
            key=lambda name: (
                name not in proper,
                bool(proper) or name != first,
                is_heading(name) and every[name] * _OFTEN < most,
                -len(without_alias(name).split()),
                is_heading(name),
                without_alias(name) != name,
                -every[name],
                name,
            ),
        )
    )
