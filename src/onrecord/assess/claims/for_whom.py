"""For whom somebody speaks, as the statements of a case that are held against claims tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from onrecord.assess.speaking import Parties
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.laid import UNLAID, Laid
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming


class ForWhom:
    """Tells it of any statement.

    Args:
        rows: the statements, each once or more.
        parties: tells whose speakers are by what they are called.
        laid: has what all statements together tell of it.
    """

    def __init__(self, rows: Sequence[StatementRow], parties: Parties, laid: Laid = UNLAID) -> None:
        self._rows, self._parties, self._laid = rows, parties, laid

    def holder(self, row: StatementRow) -> str:
        """Tell for whom somebody speaks from whom others do: a name, or the words in their source.

        A lawyer speaks for the client, a spokesman for the body.
        """
        party = self._parties.of(row.speaker, row.actor_name, row.naming)
        if party is None and row.naming is Naming.PUBLISHER:
            party = self._parties.of_outlet(row.speaker)  # a body in its own document
        if party is None and row.naming is Naming.AGENTLESS:
            # What "is alleged" in a body's own document, it alleges.
            party = self._parties.of_outlet(self._outlets.get(row.source, ""))
        if party is None:
            return f"{row.source} {row.speaker}"
        return self._clients.get(row.actor, party.key) if row.actor is not None else party.key

    @cached_property
    def _outlets(self) -> dict[SourceId, str]:
        return self._laid.value(
            "outlets of documents",
            dict[SourceId, str],
            lambda: {
                row.source: row.speaker for row in self._rows if row.naming is Naming.PUBLISHER
            },
        )

    @cached_property
    def _clients(self) -> dict[ActorId, str]:
        """For whom somebody speaks who anywhere is told to speak for one other, and for no more."""
        return self._laid.value("clients", dict[ActorId, str], self._told_clients)

    def _told_clients(self) -> dict[ActorId, str]:
        found: defaultdict[ActorId, set[str]] = defaultdict(set)
        for row in {(row.source, row.id): row for row in self._rows}.values():
            party = self._parties.of(row.speaker, row.actor_name, row.naming)
            own = set(fold(row.actor_name).split())
            if row.actor is None or party is None or not party.sure:
                continue
            if not own or set(party.key.split()) & own:
                continue
            found[row.actor].add(party.key)
        return {actor: next(iter(some)) for actor, some in found.items() if len(some) == 1}

    def lay_out(self) -> None:
        """Work out what is else worked out when it is first asked for."""
        _ = self._outlets, self._clients

    def doer(self, words: str) -> str:
        """Tell for whom somebody named in passing stands; '' where nobody is told."""
        party = self._parties.of(words, "", Naming.ROLE_ONLY)
        return party.key if party else ""
