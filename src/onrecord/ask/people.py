"""Who is in the record: actors as rows, and every statement with the actor who is said to speak."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.core.identity import MentionId, SourceId
from onrecord.core.rows import ActorRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Actor, Mention


def with_actors(rows: Iterable[StatementRow], actors: Iterable[Actor]) -> Iterator[StatementRow]:
    """Give each statement the actor that its source's mention belongs to, where there is one."""
    owner = {place: actor for actor in actors for place in actor.mentions}
    for row in rows:
        actor = owner.get((row.source, row.mention)) if row.mention is not None else None
        yield row if actor is None else replace(row, actor=actor.id, actor_name=actor.names[0])


def actor_rows(
    actors: Iterable[Actor],
    mentions: Iterable[tuple[SourceId, Mention]],
    spoke: Counter[tuple[SourceId, MentionId]],
) -> list[ActorRow]:
    """Make rows of actors, those who speak most first.

    Args:
        spoke: how many statements each mention is the source of.
    """
    where: dict[tuple[SourceId, MentionId], Mention] = {
        (source, mention.id): mention for source, mention in mentions
    }
    rows = [_row(actor, where, spoke) for actor in actors]
    return sorted(rows, key=lambda row: (-row.statements, -len(row.mentions), row.name, row.id))


def _row(
    actor: Actor,
    where: dict[tuple[SourceId, MentionId], Mention],
    spoke: Counter[tuple[SourceId, MentionId]],
) -> ActorRow:
    found = [(source, where[source, mention]) for source, mention in actor.mentions]
    titles: defaultdict[str, int] = defaultdict(int)
    for _, mention in found:
        if mention.title:
            titles[mention.title] += 1
    places: tuple[tuple[SourceId, Span], ...] = tuple((source, m.at) for source, m in found)
    return ActorRow(
        id=actor.id,
        name=actor.names[0],
        names=actor.names,
        kind=actor.kind,
        naming=actor.naming,
        titles=tuple(sorted(titles, key=lambda title: (-titles[title], title))),
        statements=sum(spoke[place] for place in actor.mentions),
        mentions=places,
        because=actor.because,
    )
