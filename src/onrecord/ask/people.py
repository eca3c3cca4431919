"""Who is in the record: actors as rows, and every statement with the actor who is said to speak."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.ask.matching import near, plainly_named
from onrecord.ask.owners import Owners, Place
from onrecord.core.errors import NoSuchRow
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, SourceId, kind_of
from onrecord.core.rows import (
    ActorRow,
    IdentityRow,
    QuantityRow,
    QuestionRow,
    ReplyRow,
    StatementRow,
)
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Actor, Mention


def with_actors(rows: Iterable[StatementRow], actors: Iterable[Actor]) -> Iterator[StatementRow]:
    """Give each statement the actor that its source's mention belongs to, where there is one."""
    owners = Owners(actors)
    return (owners.statement(row) for row in rows)


def replies_with_actors(rows: Iterable[ReplyRow], actors: Iterable[Actor]) -> Iterator[ReplyRow]:
    """Give those who asked, were asked, or answered for another the actors they are held to be."""
    held = Owners(actors).party
    for row in rows:
        yield replace(
            row,
            asked=held(row.source, row.asked),
            asked_by=held(row.source, row.asked_by) if row.asked_by else None,
            through=held(row.source, row.through) if row.through else None,
        )


def quantities_with_actors(
    rows: Iterable[QuantityRow], actors: Iterable[Actor], said: Iterable[StatementRow]
) -> Iterator[QuantityRow]:
    """Give each quantity the actor whose it is, and its statement with the actor who speaks."""
    owners = Owners(actors)
    spoken = {(row.source, row.id): row for row in said}
    for row in rows:
        actor = owners.of(row.source, row.mention)
        inside = row.statement
        yield replace(
            row,
            actor=actor.id if actor else None,
            actor_name=actor.names[0] if actor else "",
            statement=spoken.get((inside.source, inside.id), inside) if inside else None,
        )


def questions_with_actors(
    rows: Iterable[QuestionRow], actors: Iterable[Actor]
) -> Iterator[QuestionRow]:
    """Give those who ask and are asked the actors they are held to be."""
    owners = Owners(actors)
    for row in rows:
        yield replace(
            row,
            statement=owners.statement(row.statement),
            asked=owners.party(row.source, row.asked) if row.asked else None,
        )


def called(actors: Iterable[Actor], words: str) -> list[ActorId]:
    """Find the actors of an id or a name, however titled.

    Raises:
        NoSuchRow: nobody is called so.
    """
    people = list(actors)
    if kind_of(words) == "actor":
        found = [one.id for one in people if one.id == words]
    else:
        forms = {fold(words), plainly_named(words)}
        found = [one.id for one in people if forms & {fold(name) for name in one.names}]
    if found:
        return found
    offered = near(words, {fold(name) for one in people for name in one.names})
    raise NoSuchRow(
        f"no actor on record is called {words}",
        help=f"near to it: {', '.join(offered)}" if offered else "'onrecord actors' lists them",
    )


def identities_with_actors(
    rows: Iterable[IdentityRow], actors: Iterable[Actor]
) -> list[IdentityRow]:
    """Give the two of each identity claim the actors they are held to be: two, never one."""
    held = Owners(actors).party
    return [
        replace(row, one=held(row.source, row.one), other=held(row.source, row.other))
        for row in rows
    ]


def spoken(said: Iterable[tuple[Place, bool]]) -> tuple[Counter[Place], Counter[Place]]:
    """Count what each mention is the source of: all, and what is only proposed.

    Args:
        said: of each statement the mention, and whether it is only proposed.
    """
    every: Counter[Place] = Counter()
    proposed: Counter[Place] = Counter()
    for place, is_proposed in said:
        every[place] += 1
        proposed[place] += is_proposed
    return every, proposed


def actor_rows(
    actors: Iterable[Actor],
    mentions: Iterable[tuple[SourceId, Mention]],
    spoke: Counter[Place],
    proposed: Counter[Place],
) -> list[ActorRow]:
    """Make rows of actors, those who speak most first.

    Args:
        spoke: how many statements each mention is the source of.
        proposed: how many of them are only proposed.
    """
    where: dict[Place, Mention] = {(source, m.id): m for source, m in mentions}
    rows = [_row(actor, where, spoke, proposed) for actor in actors]
    return sorted(rows, key=lambda row: (-row.statements, -len(row.mentions), row.name, row.id))


def _row(
    actor: Actor,
    where: dict[Place, Mention],
    spoke: Counter[Place],
    proposed: Counter[Place],
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
        proposals=sum(proposed[place] for place in actor.mentions),
        mentions=places,
        because=actor.because,
    )
