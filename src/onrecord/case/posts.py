"""Questions on posts: what the record's tenures, from tables and texts together, answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from onrecord import ask
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, kind_of
from onrecord.core.posts import Answer, HolderRow, Named, TenureRow
from onrecord.core.vocabulary import Actor, ActorKind, Labelled, Naming
from onrecord.ledger import Tenures


@dataclass(frozen=True, slots=True)
class _Meant:
    """The posts that some words mean: folded names, keys of tables, and how they were read."""

    names: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    def fits(self, row: TenureRow) -> bool:
        return row.office in self.offices or fold(row.post) in self.names


class Posts:
    """Answers as of one pair of clocks; make one, and ask it many questions.

    Args:
        tenures: what the ledger has in force.
        people: gives the actors, who are asked for only where a text names a holder.
    """

    def __init__(self, tenures: Tenures, people: Callable[[], list[Actor]]) -> None:
        self._tenures, self._people = tenures, people

    def tenures(
        self, *, actor: str = "", post: str = "", body: str = "", source: str = ""
    ) -> list[TenureRow]:
        """List tenures, those of a table in its order.

        Args:
            actor: only of this actor: a name, an id, or a table's key. So for `post`.
        """
        if actor:
            rows = self._of_actor(actor)
            meant = self._meant(post) if post else None
            rows = rows if meant is None else [row for row in rows if meant.fits(row)]
        else:
            rows = self._of(self._meant(post)) if post else self._held(self._tenures.all())
        rows = ask.in_body(rows, body) if body else rows
        return [row for row in rows if not source or row.source == source]

    def of_actors(self) -> dict[ActorId, list[TenureRow]]:
        """Give the tenures of each actor who has any: those of its mentions, and of its names."""
        found = ((one.id, self._of_actor(one.id)) for one in self._people() if _may_hold(one))
        return {actor: rows for actor, rows in found if rows}

    @property
    def titles(self) -> frozenset[str]:
        """The names of all posts of the record, folded."""
        return self._tenures.posts_called

    @property
    def holders(self) -> frozenset[str]:
        """The names of all who are told to have held one, folded."""
        return self._tenures.people_called

    def with_id(self, identifier: str) -> list[TenureRow]:
        """Give the tenures that bear an id."""
        return self._held(self._tenures.with_id(identifier))

    def who(self, post: str, on: date, *, body: str = "") -> Answer:
        """Say who held a post on a day.

        Args:
            post: its name, a short title ("foreign secretary"), or a table's key for it.
            body: where several bodies have a post of that name.
        """
        meant = self._meant(post)
        rows, because = self._in_question(meant, body, on)
        return ask.who(rows, on, because)

    def was(self, actor: str, post: str, on: date, *, body: str = "") -> HolderRow:
        """Say whether an actor held a post on a day.

        Args:
            actor: a name, an actor's id, or a table's key for a person.
        """
        meant = self._meant(post)
        rows, because = self._in_question(meant, body, on)
        elsewhere = self._of_actor(actor)
        if not elsewhere:
            because = [*because, f"no tenure is on record of anybody called {actor}"]
            if offered := ask.near(actor, self._tenures.people_called):
                because.append(f"near to it: {', '.join(offered)}")
        mine = [row for row in elsewhere if meant.fits(row)]
        mine = ask.in_body(mine, body) if body else mine
        return ask.was(mine, rows, elsewhere, on, actor, because)

    def _in_question(self, meant: _Meant, body: str, on: date) -> tuple[list[TenureRow], list[str]]:
        """Give the tenures that can have been held on a day, or else all, to tell what is around.

        A post may have been held by thousands; where one source has them all, only those of the day
        are looked at one by one. Of several sources one can tell of other days what the other has
        on this one.
        """
        because = list(meant.because)
        sources = self._tenures.sources(meant.names, meant.offices)
        rows = self._inside(self._of(meant, on), body) if len(sources) == 1 else []
        rows = rows or self._of(meant)
        inside = self._inside(rows, body)
        if rows and not inside:
            known = ", ".join(list(ask.bodies(rows))[:5])
            because.append(f"no tenure of it in a body called {body}; it is known in: {known}")
        return inside, because

    def _inside(self, rows: list[TenureRow], body: str) -> list[TenureRow]:
        return ask.in_body(rows, body) if body else rows

    def _of(self, meant: _Meant, on: date | None = None) -> list[TenureRow]:
        """Find the tenures of posts, on a day or at all, each once."""
        day = None if on is None else on.toordinal()
        found = [row for key in meant.offices for row in self._tenures.of_office(key, day)]
        found += [row for name in meant.names for row in self._tenures.of_post(name, day)]
        return self._held({(row.source, row.id): row for row in found}.values())

    def _meant(self, post: str) -> _Meant:
        """Find which posts some words mean: a key, a name, or a short title."""
        if self._tenures.has_office(post):
            return _Meant(offices=(post,))
        folded = fold(post)
        keys = self._tenures.keys(Labelled.POST, folded)
        names = [folded] if keys or self._tenures.has_post(folded) else []
        titles = ask.titles(folded, lambda: self._tenures.posts_called)
        because = [f"“{post}” is read as: {'; '.join(titles)}"] if titles else []
        keys += [key for title in titles for key in self._tenures.keys(Labelled.POST, title)]
        if not names and not titles:
            because = [f"no post on record is called “{post}”"]
            if offered := ask.near(post, self._tenures.posts_called):
                because.append(f"near to it: {', '.join(offered)}")
        return _Meant((*names, *titles), tuple(keys), tuple(because))

    def _of_actor(self, actor: str) -> list[TenureRow]:
        """Find the tenures of an actor under all names that tables and texts have for them."""
        if rows := self._tenures.of_person(actor):
            return self._held(rows)
        actors = self._called(actor)
        names = [name for one in actors for name in one.names]
        names += [] if kind_of(actor) == "actor" else [actor]
        asked = {form for name in names for form in (fold(name), ask.plainly_named(name))}
        keys = {key for name in asked for key in self._tenures.keys(Labelled.PERSON, name)}
        also = {fold(n.name) for k in keys for n in self._tenures.names(Labelled.PERSON, k)}
        rows = [row for key in sorted(keys) for row in self._tenures.of_person(key)]
        rows += [row for name in sorted(asked) for row in self._tenures.of_name(name)]
        # By another of the person's names only rows without a key: one with a key is of whom the
        # key says.
        rows += [
            row
            for name in sorted(also - asked)
            for row in self._tenures.of_name(name)
            if not row.person
        ]
        held = self._held({(row.source, row.id): row for row in rows}.values())
        # A surname in a text is of whom its mention is held to be, not of all who bear it.
        ids = {one.id for one in actors}
        return [row for row in held if row.actor is None or row.actor in ids]

    def _called(self, actor: str) -> list[Actor]:
        """Find the actors of an id or a name; without tenures from texts no name needs them."""
        if kind_of(actor) == "actor":
            return [self._by_id[actor]] if actor in self._by_id else []
        if not self._tenures.from_texts:
            return []
        forms = (fold(actor), ask.plainly_named(actor))
        found = {one.id: one for form in forms for one in self._by_name.get(form, ())}
        return list(found.values())

    def _held(self, rows: Iterable[TenureRow]) -> list[TenureRow]:
        """Give tenures read in texts the actors that their holders are held to be, by full name."""
        return [
            row if row.mention is None and row.statement is None else self._with_actors(row)
            for row in rows
        ]

    def _with_actors(self, row: TenureRow) -> TenureRow:
        if (said := row.statement) is not None:
            speaker = self._owners.get((row.source, said.mention or ""))
            if speaker is not None:
                said = replace(said, actor=speaker.id, actor_name=speaker.names[0])
                row = replace(row, statement=said)
        actor = self._owners.get((row.source, row.mention or ""))
        if actor is None:
            return row
        return replace(row, actor=actor.id, names=(Named(name=actor.names[0]),))

    @cached_property
    def _owners(self) -> dict[tuple[str, str], Actor]:
        return {place: actor for actor in self._people() for place in actor.mentions}

    @cached_property
    def _by_name(self) -> dict[str, list[Actor]]:
        found: dict[str, list[Actor]] = defaultdict(list)
        for actor in self._people():
            for name in dict.fromkeys(map(fold, actor.names)):
                found[name].append(actor)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self._people()}


def _may_hold(actor: Actor) -> bool:
    """Say whether an actor can be the holder of a post: somebody named, and no place."""
    return actor.naming is Naming.NAMED and actor.kind in (ActorKind.PERSON, ActorKind.NOT_KNOWN)
