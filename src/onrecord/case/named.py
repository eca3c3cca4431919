"""Who is named where: the mentions of a case by source, and the actors they belong to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from onrecord.core.identity import ActorId, SourceId
from onrecord.core.rows import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Actor, ActorKind, Mention, Naming


class Named:
    """Who is named where: the mentions of a case by source, and the actors they belong to."""

    def __init__(
        self, mentions: Iterable[tuple[SourceId, str, Mention]], people: Iterable[Actor]
    ) -> None:
        owner = {place: actor for actor in people for place in actor.mentions}
        self._there: dict[SourceId, list[tuple[Span, Mention, Actor | None]]] = {}
        for source, _, mention in mentions:
            self._there.setdefault(source, []).append(
                (mention.at, mention, owner.get((source, mention.id)))
            )
        for found in self._there.values():
            found.sort(key=lambda one: one[0])
        self._starts = {s: [at.start for at, _, _ in found] for s, found in self._there.items()}

    def of(self, row: StatementRow) -> Iterator[ActorId]:
        """Give the actors whom the words of a statement name or point to."""
        for _, _, actor in self._within(row):
            if actor is not None:
                yield actor.id

    def _within(self, row: StatementRow) -> Iterator[tuple[Span, Mention, Actor | None]]:
        there, starts = self._there.get(row.source, []), self._starts.get(row.source, [])
        for span in row.content_spans:
            for at in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                if there[at][0].end <= span.end:
                    yield there[at]


def bodies_of_names(people: Iterable[Actor]) -> Iterator[tuple[str, ...]]:
    """Give the names of each body that has several, the one it goes by first: a body renamed."""
    for actor in people:
        if actor.naming is Naming.NAMED and actor.kind in _BODIES:
            names = tuple(name for name in actor.names if name[:1].isupper())
            if len(names) > 1:
                yield names


_BODIES = (ActorKind.ORGANISATION, ActorKind.PUBLIC_BODY)
