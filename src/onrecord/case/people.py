"""Who is in the case: actors, who of them may be one, and who is claimed to be whom.

All is a function of the entries in force as of both clocks. It is worked out from the mentions
again when one of them changes, or when somebody is joined or parted, and remembered until then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

import msgspec

from onrecord import ask, assess, resolve
from onrecord.case import concerning, surroundings
from onrecord.case.apposed import apposed
from onrecord.case.kept import decoded, uncollected
from onrecord.case.latest import Latest
from onrecord.case.pages import Pages
from onrecord.case.present import NOW
from onrecord.case.shown import program
from onrecord.core import alone
from onrecord.core.identity import ActorId, MentionId, SourceId
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import IdentityRow, MentionRow, ProposalRow, SourceRow
from onrecord.core.vocabulary import Actor, AsOf, Mention, Verb
from onrecord.ledger import Ledger

BY_HAND = "entered a mention by hand"


Found = tuple[SourceId, str, Mention]
"""A mention with its source and the day on which the case came to know it."""


class People:
    """Works out who is who, as of both clocks."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._latest = Latest[resolve.Resolved]()
        self._pages = Pages(ledger)
        self._sources = lru_cache(maxsize=4)(self._numbered)

    def sources(self, as_of: AsOf) -> list[SourceRow]:
        """List sources, earliest known first, each with the page that it is a version of."""
        return list(self._sources(as_of, self._ledger.ask.clause(as_of).key))

    def _numbered(self, as_of: AsOf, _key: str) -> Sequence[SourceRow]:
        return self._pages.numbered(self._ledger.ask.sources(as_of))

    def resolved(self, as_of: AsOf, mentions: Sequence[Found] | None = None) -> resolve.Resolved:
        """Give the actors and the proposals: worked out from the mentions, or remembered.

        Args:
            mentions: all of them, where they are at hand.
        """
        key = self._key(as_of)
        return self._latest.of(key, lambda: self._resolved(key, as_of, mentions))

    def _key(self, as_of: AsOf) -> str:
        return f"people {resolve.VERSION} {concerning.people(self._ledger.ask.clause(as_of))}"

    def _resolved(self, key: str, as_of: AsOf, every: Sequence[Found] | None) -> resolve.Resolved:
        body = self._ledger.remembered(key)
        if body is not None:
            return decoded(body, resolve.Resolved)
        if every is None:
            every = self._ledger.ask.mentions(as_of)
        mentions = [(source, mention) for source, _, mention in every]
        with uncollected(), alone.at_hand(self._ledger, "people", program()):
            found = resolve.resolve(
                (resolve.Seen(source, mention) for source, mention in mentions),
                self._ledger.ask.judgements(as_of),
                self._evidence(as_of, mentions),
            )
        found = replace(found, actors=list(self._told_by_hand(as_of, found.actors)))
        then = "" if as_of == NOW else " then"
        self._ledger.remember(f"actors{then}", key, msgspec.json.encode(found))
        owned: dict[SourceId, dict[MentionId, tuple[ActorId, str]]] = {}
        for actor in found.actors:
            for source, mention in actor.mentions:
                owned.setdefault(source, {})[mention] = actor.id, actor.names[0]
        self._ledger.remember_all(
            f"owners{then}",
            [
                *((f"owners {one} {key}", msgspec.json.encode(own)) for one, own in owned.items()),
                (f"owners {key}", b"{}"),  # all of them are written
            ],
        )
        return found

    def _told_by_hand(self, as_of: AsOf, actors: Iterable[Actor]) -> Iterator[Actor]:
        """Say of actors who entered a mention of theirs by hand, and why."""
        hands = self._ledger.ask.decisions(AsOf(known=as_of.known)).in_place.hands
        for actor in actors:
            mentions = dict.fromkeys(one for _, one in actor.mentions) if hands else ()
            told = [
                f"{hands[one][0]} {BY_HAND}: {hands[one][1]}" for one in mentions if one in hands
            ]
            yield replace(actor, because=(*actor.because, *dict.fromkeys(told))) if told else actor

    def owners(
        self, as_of: AsOf
    ) -> Callable[[SourceId, MentionId | None], tuple[ActorId | None, str]]:
        """Give what gives mentions the actors held to make them, source by source.

        Who wants the first of many statements has no need of every actor of the case.
        """
        key = self._key(as_of)

        @cache
        def of(source: SourceId) -> dict[MentionId, tuple[ActorId, str]]:
            body = self._ledger.remembered(f"owners {source} {key}")
            return {} if body is None else decoded(body, dict[MentionId, tuple[ActorId, str]])

        def held(source: SourceId, mention: MentionId | None) -> tuple[ActorId | None, str]:
            found = of(source).get(mention) if mention is not None else None
            return found or (None, "")

        if self._latest.has(key) or self._ledger.remembered(f"owners {key}") is None:
            return ask.Owners(self.resolved(as_of).actors).held
        return held

    def proposals(self, as_of: AsOf) -> list[ProposalRow]:
        """List who may be one, the likeliest first, each with its reasons."""
        found = self.resolved(as_of)
        names = {actor.id: actor.names[0] for actor in found.actors}
        return [
            ProposalRow(
                one=row.one,
                one_name=names[row.one],
                other=row.other,
                other_name=names[row.other],
                score=row.likeness.score,
                because=row.likeness.because,
            )
            for row in found.proposals
        ]

    def identities(self, as_of: AsOf) -> list[IdentityRow]:
        """List who is claimed to be whom: claimed by then, in a source known by then.

        None of them joins anybody. When its source or the claim is taken back, nothing is left.
        """
        return ask.identities_with_actors(
            self._ledger.ask.identities(as_of), self.resolved(as_of).actors
        )

    def mentions(self, as_of: AsOf, actor: str) -> list[MentionRow]:
        """Give where sources first mention an actor, each source once, the founding one first.

        Within one text mentions stand together: a person parts what is said in two texts.
        """
        wanted: dict[SourceId, MentionId] = {}
        for one in self.resolved(as_of).actors:
            if one.id == actor:
                for source, first in one.mentions:
                    wanted.setdefault(source, first)
        sources = {row.id: row for row in self.sources(AsOf(known=as_of.known))}
        hands = self._ledger.ask.decisions(AsOf(known=as_of.known)).in_place.hands
        found, rows = [], list(self._ledger.ask.mentions(as_of))
        # Who enters words that a reader has found too stands for them.
        by = {(source, one.at): hands[one.id][0] for source, _, one in rows if one.id in hands}
        for source, _, mention in rows:
            row = sources.get(source)
            if wanted.get(source) == mention.id and row is not None and row.text is not None:
                words = mention.at.of(self._ledger.text(row.text).characters)
                found.append(
                    MentionRow(
                        id=mention.id,
                        source=source,
                        source_label=row.label,
                        words=words,
                        at=mention.at,
                        entered_by=by.get((source, mention.at), ""),
                    )
                )
        return found

    def decided_on(
        self, as_of: AsOf, given: Iterable[JudgementRow]
    ) -> dict[ActorId, list[JudgementRow]]:
        """Give by actor what was decided of who they are: joins and parts, in their order."""
        said = [one for one in given if one.verb in (Verb.JOIN, Verb.PART)]
        if not said:
            return {}
        holder = {
            mention: actor.id
            for actor in self.resolved(as_of).actors
            for _, mention in actor.mentions
        }
        found: dict[ActorId, list[JudgementRow]] = {}
        for one in said:
            about = (holder.get(MentionId(row)) for row in one.now if row is not None)
            for actor in dict.fromkeys(about):
                if actor is not None:
                    found.setdefault(actor, []).append(one)
        return found

    def _evidence(self, as_of: AsOf, mentions: list[tuple[SourceId, Mention]]) -> resolve.Evidence:
        sources = self.sources(AsOf(known=as_of.known))
        pages = {row.id: row.page for row in sources if row.versions > 1}
        texts = {row.id: self._ledger.text(row.text) for row in sources if row.text is not None}
        paged = {source: text for source, text in texts.items() if source in pages}
        return resolve.Evidence(
            told_on={row.id: row.published for row in sources if row.published is not None},
            outlets={row.id: row.outlet for row in sources if row.outlet},
            pages=pages,
            around=surroundings.around(paged, mentions),
            sentences=surroundings.described(texts, mentions),
            accusing=surroundings.accusing(texts, mentions),
            apposed=apposed(texts, mentions),
            acting=sorted(set(assess.lawyers(texts.values()))),
            ages=surroundings.ages(texts, mentions),
            told_to=surroundings.told_to(texts, mentions),
            holdings=[
                resolve.Holding(
                    source=row.source,
                    holder=row.mention,
                    post=row.post,
                    body=row.body,
                    held=row.held,
                    cited=row.cited,
                )
                for row in self._ledger.ask.tenures(as_of).all()
                if row.mention is not None
            ],
        )
