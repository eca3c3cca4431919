"""Whose position a statement is: the client of the lawyer who speaks, the body of the spokesman.

Who stands where is counted by parties: ten people who speak for one office are one. Where the words
do not say for whom somebody speaks, they speak for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.assess.speaking.voices import How, Tree, voice_of
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.said import Party, StatementRow
from onrecord.core.vocabulary import Naming

_OWN_PAGE = re.compile(
    r"(?:we|this (?:newspaper|paper|page|site|website|programme|channel|report|article)"
    r"|our (?:report|article|story|newspaper|paper|page))$",
    re.IGNORECASE,
)
"""How an outlet speaks of itself."""
_SURE = (How.PERSON, How.BODY)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who takes a position: `key` tells holders apart, `name` says it in words; '' : not known."""

    key: str = ""
    name: str = ""


class Holders:
    """Tells whose positions statements are, from what all statements of a case call speakers."""

    def __init__(self, rows: Iterable[StatementRow], tree: Tree) -> None:
        self._tree = tree
        self._told: dict[tuple[object, ...], Holder | None] = {}
        self._bodies = {
            own.key: known.outlet
            for known in reversed(list(tree.documents.values()))
            if (own := tree.parties.of_outlet(known.outlet)) is not None
        }
        found: dict[ActorId, set[Holder]] = {}
        for row in rows:
            if row.actor is not None and (holder := self._sure(row)) is not None:
                found.setdefault(row.actor, set()).add(holder)
        self._of: Mapping[ActorId, Holder] = {
            actor: next(iter(some)) for actor, some in found.items() if len(some) == 1
        }

    def of(self, row: StatementRow) -> Holder:
        """Say whose position a statement is; where that is not known, its own words do."""
        if _OWN_PAGE.match(" ".join(row.speaker.split())):
            return self._outlet(row.source)
        sure = self._sure(row)
        if sure is not None:
            return sure
        if row.actor is not None:
            return self._of.get(row.actor, Holder())
        if row.naming in (Naming.PUBLISHER, Naming.AGENTLESS):
            return self._outlet(row.source)
        return Holder()

    def asked(self, party: Party) -> Holder:
        """Say who was asked."""
        known = self._tree.parties.of(party.words, party.actor_name, party.naming)
        if known is not None and (known.sure or party.naming is Naming.NAMED):
            return self._party(known.key, known.name)
        return self._of.get(party.actor, Holder()) if party.actor is not None else Holder()

    def named(self, words: str) -> Holder | None:
        """Say who is meant by words that name somebody in passing; None: not known."""
        known = self._tree.parties.of(words, "", Naming.ROLE_ONLY) if words else None
        return None if known is None or not known.known else self._party(known.key, known.name)

    def is_outlet(self, key: str) -> bool:
        """Say whether a holder is an outlet that speaks in nobody's name."""
        return key.startswith("outlet ")

    def _sure(self, row: StatementRow) -> Holder | None:
        # Few speakers say much: whose it is depends on these alone.
        told = row.speaker, row.actor_name, row.naming, row.commitment, row.cue, row.chain
        if told not in self._told:
            self._told[told] = self._heard(row)
        return self._told[told]

    def _heard(self, row: StatementRow) -> Holder | None:
        voice = voice_of(row, self._tree)
        if voice is None or voice.how not in _SURE:
            return None
        return self._party(voice.key, voice.name)

    def _party(self, key: str, name: str) -> Holder:
        """Name a party: as its own documents do, if the record has any."""
        return Holder(f"party {key}", self._bodies.get(key, name))

    def _outlet(self, source: SourceId) -> Holder:
        known = self._tree.documents.get(source)
        if known is None or not known.outlet:
            return Holder()
        own = self._tree.parties.of_outlet(known.outlet)
        if own is not None:
            return self._party(own.key, own.name)
        return Holder(f"outlet {fold(known.outlet)}", known.outlet)

    def is_body(self, source: SourceId) -> bool:
        """Say whether a source was put out by a body that speaks for itself, not by the press."""
        known = self._tree.documents.get(source)
        return known is not None and self._tree.parties.of_outlet(known.outlet) is not None
