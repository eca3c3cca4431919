"""Whose mention is it: each mention of a source belongs to one actor, or to nobody yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.core.identity import ActorId, MentionId, SourceId
from onrecord.core.rows import Party, StatementRow
from onrecord.core.vocabulary import Actor, Naming

Place = tuple[SourceId, MentionId]
"""A mention in a source: the same words may stand in two sources of one text."""


class Owners:
    """Gives rows the actors that their mentions belong to, as of one pair of clocks."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._owner: dict[Place, Actor] = {
            place: actor for actor in actors for place in actor.mentions
        }

    def of(self, source: SourceId, mention: MentionId | None) -> Actor | None:
        return None if mention is None else self._owner.get((source, mention))

    def held(self, source: SourceId, mention: MentionId | None) -> tuple[ActorId | None, str]:
        """Give the actor who is held to make a mention, and their name; None, '': nobody."""
        actor = self.of(source, mention)
        return (None, "") if actor is None else (actor.id, actor.names[0])

    def statement(self, row: StatementRow) -> StatementRow:
        """Give a statement the actor who is held to make it."""
        actor = self.of(row.source, row.mention)
        return row if actor is None else replace(row, actor=actor.id, actor_name=actor.names[0])

    def party(self, source: SourceId, party: Party) -> Party:
        """Give whoever asks or is asked the actor they are held to be."""
        actor = self.of(source, party.mention)
        if actor is None:
            return party
        return replace(party, actor=actor.id, actor_name=actor.names[0])

    def participant(self, source: SourceId, party: Party) -> Party:
        """The same for whoever is told to do something.

        Whoever is not named stays in the words of the text: no description is a name.
        """
        actor = self.of(source, party.mention)
        if actor is None:
            return party
        name = actor.names[0] if actor.naming is Naming.NAMED else ""
        return replace(party, actor=actor.id, actor_name=name)
