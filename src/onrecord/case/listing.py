"""The rows of the ledger with the actors who are held to be in them, and how they are graded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from onrecord import ask, assess, resolve
from onrecord.case import concerning
from onrecord.case.firsts import first
from onrecord.case.judging import given
from onrecord.case.kept import uncollected
from onrecord.case.latest import Latest
from onrecord.case.marks import Marks
from onrecord.case.origins import marked_gone
from onrecord.case.people import People
from onrecord.case.present import NOW
from onrecord.core import quantities
from onrecord.core.errors import NoSuchRow
from onrecord.core.grading import Grade
from onrecord.core.identity import ActorId, MentionId, SourceId, TextId
from onrecord.core.rows import (
    ActorRow,
    QuantityRow,
    QuestionRow,
    ReplyRow,
    SourceRow,
    StatementRow,
    Tally,
)
from onrecord.core.vocabulary import Actor, AsOf, Mention, Text
from onrecord.ledger import Ledger


class Listing:
    """Lists what a ledger holds, as of both clocks; `Case` says what each argument leaves out."""

    def __init__(self, ledger: Ledger, people: People) -> None:
        self._ledger, self._who = ledger, people
        self._said = Latest[list[StatementRow]]()
        self._actors = Latest[list[ActorRow]]()

    def people(self, as_of: AsOf) -> list[Actor]:
        """Give the actors that the case could know of."""
        return self._who.resolved(as_of).actors

    def grades(self, as_of: AsOf) -> dict[str, tuple[Grade, ...]]:
        """Give the grades in force of every row that has some."""
        made = self._ledger.ask.decisions(AsOf(known=as_of.known))
        return ask.grades(given(made), as_of.valid)

    def marks(self, as_of: AsOf) -> Marks:
        """Give what people put on rows as of then, without changing any other."""
        confirmed = self._ledger.ask.clause(as_of).decisions.confirmed
        return Marks(self.grades(as_of), confirmed)

    def sources(self, as_of: AsOf = NOW) -> list[SourceRow]:
        rows = self._who.sources(as_of)
        return list(ask.graded(rows, self.grades(as_of)))

    def statements(
        self,
        as_of: AsOf = NOW,
        *,
        source: str | None = None,
        id: str | None = None,
        rejected: bool = False,
    ) -> list[StatementRow]:
        """List statements with the actors who are said to make them.

        All those of the moment last asked for are at hand: most questions begin with them.
        """
        if source is None and id is None and not rejected:
            rows = self.unmarked_statements(as_of)
        else:
            rows = self._statements(as_of, source, id, rejected=rejected)
        return self.marks(as_of).on(rows)

    def unmarked_statements(self, as_of: AsOf) -> list[StatementRow]:
        """List all statements with their actors, whatever their marks; nobody may change it."""
        key = concerning.rows(self._ledger.ask.clause(as_of))
        return self._said.of(key, lambda: self._statements(as_of, None, None))

    def later_statements(self, as_of: AsOf) -> Iterator[StatementRow]:
        """List all statements once somebody asks for the first."""
        yield from self.statements(as_of)

    def first_statements(
        self, as_of: AsOf, fits: Callable[[StatementRow], bool], most: int, source: str | None
    ) -> list[StatementRow]:
        """List the first so many of the statements that are as asked; no more are looked at."""
        if self._said.has(concerning.rows(self._ledger.ask.clause(as_of))):
            rows: Iterable[StatementRow] = self.statements(as_of, source=source)
        else:
            owners = self._who.owners(as_of)
            rows = self._each_statement(as_of, source, None, owners)
            rows = ask.graded(rows, self.grades(as_of))
        return list(islice(filter(fits, rows), most))

    def tally(self, as_of: AsOf) -> Tally:
        """Count all statements; their rows are not made for it."""
        return self._ledger.ask.tally(as_of)

    def _statements(
        self, as_of: AsOf, source: str | None, id: str | None, *, rejected: bool = False
    ) -> list[StatementRow]:
        held = ask.Owners(self.people(as_of)).held
        return list(self._each_statement(as_of, source, id, held, rejected=rejected))

    def _each_statement(
        self,
        as_of: AsOf,
        source: str | None,
        id: str | None,
        held: Callable[[SourceId, MentionId | None], tuple[ActorId | None, str]],
        *,
        rejected: bool = False,
    ) -> Iterator[StatementRow]:
        sources = self._who.sources(AsOf(known=as_of.known))
        rows = self._ledger.ask.statements(
            as_of,
            source=source,
            ids=None if id is None else {id},
            labels={row.id: row.label for row in sources},
            rejected=rejected,
            held=held,
        )
        return marked_gone(rows, sources, self.text_of)

    def bare_statements(self, as_of: AsOf, ids: set[str]) -> list[StatementRow]:
        """List statements by id as `statements` does, with nobody held to speak, and no grades."""
        sources = self._who.sources(AsOf(known=as_of.known))
        labels: dict[str, str] = {row.id: row.label for row in sources}
        rows = self._ledger.ask.statements(as_of, ids=ids, labels=labels)
        return list(marked_gone(rows, sources, self.text_of))

    def replies(
        self,
        as_of: AsOf = NOW,
        *,
        source: str | None = None,
        actor: str | None = None,
        rejected: bool = False,
    ) -> list[ReplyRow]:
        """List who was asked and what became of it: silences too."""
        rows = self.ungraded_replies(as_of, rejected=rejected)
        return [
            row
            for row in ask.graded(rows, self.grades(as_of))
            if (source is None or row.source == source)
            and (actor is None or actor in {party.actor for party in row.parties})
        ]

    def ungraded_replies(self, as_of: AsOf, *, rejected: bool = False) -> list[ReplyRow]:
        """List all replies with the actors who were asked, whatever their grades."""
        found = self._ledger.ask.replies(as_of, rejected=rejected)
        return list(ask.replies_with_actors(found, self.people(as_of)))

    def actors(self, as_of: AsOf = NOW, *, limit: int | None = None) -> list[ActorRow]:
        """List actors, who speaks most first; the first of them are remembered."""

        def made() -> list[ActorRow]:
            spoke, proposed = ask.spoken(self._ledger.ask.speakers(as_of))
            with uncollected():
                found = self._ledger.ask.mentions(as_of)
                mentions = ((source, one) for source, _, one in found)
                people = self._who.resolved(as_of, found).actors
                return ask.actor_rows(people, mentions, spoke, proposed)

        moment = f"{resolve.VERSION} {concerning.rows(self._ledger.ask.clause(as_of))}"
        return first(
            self._ledger,
            "actors listed",
            moment,
            ActorRow,
            lambda: self._actors.of(moment, made),
            limit,
        )

    def quantities(
        self,
        as_of: AsOf = NOW,
        *,
        source: str | None = None,
        actor: str | None = None,
        item: str | None = None,
        rejected: bool = False,
    ) -> list[QuantityRow]:
        """List how many and how much, as the texts say, with the statement that carries each."""
        rows = ask.quantities_with_actors(
            self._ledger.ask.quantities(as_of, rejected=rejected),
            self.people(as_of),
            self.statements(as_of),
        )
        return [
            row
            for row in rows
            if (source is None or row.source == source)
            and (actor is None or actor in (row.actor, row.statement and row.statement.actor))
            and (item is None or quantities.is_of(row, item))
        ]

    def questions(
        self,
        as_of: AsOf = NOW,
        *,
        source: str | None = None,
        actor: str | None = None,
        rejected: bool = False,
    ) -> list[QuestionRow]:
        """List what is asked of whom, by whom, when, and by what day."""
        found = self._ledger.ask.questions(as_of, rejected=rejected)
        rows = ask.questions_with_actors(found, self.people(as_of))
        return [
            row
            for row in rows
            if (source is None or row.source == source)
            and (actor is None or actor in (row.statement.actor, row.asked and row.asked.actor))
        ]

    def text(self, source: str) -> Text:
        """Give the readable text of a source."""
        text = self._ledger.ask.text_of(source)
        if text is None:
            raise NoSuchRow(f"{source} has no text", help="'onrecord sources' lists what was read")
        return self._ledger.text(text)

    def text_of(self, row: SourceRow) -> Text:
        """Give the readable text of a source that has one."""
        return self._ledger.text(TextId(row.text or ""))

    def wordings(
        self,
        rows: Sequence[StatementRow],
        as_of: AsOf = NOW,
        parties: assess.Parties | None = None,
        mentions: Iterable[tuple[SourceId, str, Mention]] | None = None,
    ) -> dict[assess.Place, str]:
        """Give contents of statements with names for their pronouns, where these change them.

        Args:
            mentions: all of them, where they are at hand.
        """
        known = AsOf(known=as_of.known)
        if mentions is None:
            mentions = self._ledger.ask.mentions(known)
        return assess.worded(
            rows,
            ((source, mention) for source, _, mention in mentions),
            self.people(known),
            self._characters(known),
            parties,
        )

    def _characters(self, known: AsOf) -> Callable[[SourceId], str]:
        """Give what gives the readable text of a source, each fetched once."""
        texts = {SourceId(row.id): row.text for row in self.sources(known)}

        @cache
        def characters(source: SourceId) -> str:
            text = texts.get(source)
            return "" if text is None else self._ledger.text(text).characters

        return characters
