"""Who answers for whom, as texts tell it: lawyers, spokesmen, and letters written for a client."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.posts import TenureRow
from onrecord.core.rows import ActorRow, SourceRow, StatementRow
from onrecord.core.vocabulary import Naming, Text

_FOR = re.compile(
    r"\b(?:lawyer|solicitor|barrister|counsel|advocate|attorney|spokes\w+)\b", re.IGNORECASE
)
_ACTS_FOR = re.compile(r"\b(?:act|acts|acting|write|writing) (?:for|on behalf of) ")


def speaks_for(
    tenures: Iterable[TenureRow],
    actors: Sequence[ActorRow],
    statements: Iterable[StatementRow],
    sources: Iterable[SourceRow],
    text: Callable[[SourceRow], Text],
) -> dict[ActorId, ActorId]:
    """Give for whom somebody speaks: by a post held for them, or by a letter that says so."""
    named: dict[str, ActorId] = {}
    starts: dict[tuple[SourceId, int], ActorId] = {}
    for actor in actors:
        if actor.naming is Naming.NAMED:
            for name in actor.names:
                named.setdefault(fold(name), actor.id)
            starts |= {(source, span.start): actor.id for source, span in actor.mentions}
    found: dict[ActorId, ActorId] = {}
    for row in tenures:
        party = named.get(fold(row.body)) if _FOR.search(row.post) else None
        if party is not None and row.actor is not None and party != row.actor:
            found.setdefault(row.actor, party)
    speakers: dict[SourceId, ActorId] = {}
    for said in statements:
        if said.actor is not None and not said.cue_spans:
            speakers.setdefault(said.source, said.actor)
    for source in sources:
        writer = speakers.get(source.id)
        if writer is None or source.text is None:
            continue
        acts = _ACTS_FOR.search(text(source).characters)
        client = starts.get((source.id, acts.end())) if acts else None
        if client is not None and client != writer:
            found.setdefault(writer, client)
    return found
