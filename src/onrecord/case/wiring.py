"""Builds the rooms of a case: each is given what it needs of the ledger, and nothing else of it.

A room is loaded when it is built: a command asks one or two of them.
"""

from __future__ import annotations

from functools import cache, cached_property, partial
from typing import TYPE_CHECKING, Any

from onrecord import ask, assess, resolve
from onrecord.case import concerning
from onrecord.case.claiming import all_said
from onrecord.case.claims import Claims
from onrecord.case.firsts import whole
from onrecord.case.grounds import Grounds
from onrecord.case.keeping import AtHand
from onrecord.case.kept import uncollected
from onrecord.case.laid import LaidOut
from onrecord.case.latest import Latest
from onrecord.case.named import bodies_of_names
from onrecord.case.origins import Origins, kept_in
from onrecord.core.events import EventRow, ProceedingRow
from onrecord.core.flows import IdentityRow
from onrecord.core.identity import SourceId, StatementId, sha256
from onrecord.core.laid import Each, Laid
from onrecord.core.quotes import QuoteRow
from onrecord.core.rows import (
    ActorRow,
    QuantityRow,
    ReplyRow,
    SourceRow,
    StatementRow,
    TimelineRow,
)
from onrecord.core.vocabulary import ActorKind, AsOf, Origin, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.case.auditing import Auditing
    from onrecord.case.desk import Basis, Desk
    from onrecord.case.differences import Differences
    from onrecord.case.events import Events
    from onrecord.case.flows import Flows
    from onrecord.case.judging import Judging
    from onrecord.case.listing import Listing
    from onrecord.case.posts import Posts
    from onrecord.case.tests import Judge, Tests
    from onrecord.core.seams import Clock, Reader
    from onrecord.ledger import Ledger


class Rooms:
    """Builds a room as of both clocks; `Case` says what each of them answers."""

    def __init__(self, ledger: Ledger, listing: Listing) -> None:
        self._ledger, self._list = ledger, listing
        self._claims, self._at_hand = Latest[Claims](), Latest[AtHand]()
        self._grounds = Latest[Grounds]()
        self._carried = Latest[Origins]()
        self._flows: Latest[Flows] = Latest()

    def posts(self, as_of: AsOf) -> Posts:
        """Give what answers who held which post; it answers as the record is now."""
        from onrecord.case.posts import Posts

        return Posts(self._ledger.ask.tenures(as_of), lambda: self._list.people(as_of))

    def flows(self, as_of: AsOf) -> Flows:
        """Give what answers what passed between whom, as told, and by which paths.

        Valid time bounds the passing; whoever tells of it later is heard.
        """
        from onrecord.case.flows import Flows

        known = AsOf(known=as_of.known)
        asked = self._ledger.ask
        return self._flows.of(
            f"{asked.clause(as_of).key} {asked.clause(known).key}",
            lambda: Flows(
                asked.hops(as_of),
                asked.identities(known),
                self._list.people(known),
                lambda: self.origins(known),
                lambda places: self.claims(known).holding(places),
            ),
        )

    def claims(self, as_of: AsOf) -> Claims:
        """Give what answers what is claimed, how it stands and why, and who changed position.

        The room of the moment last asked for is at hand, and what it rests on.
        """
        clause = self._ledger.ask.clause(as_of)
        known = self._ledger.ask.clause(AsOf(known=as_of.known))
        proposed = f"{assess.load_measure().digest} {resolve.VERSION} {concerning.rows(known)}"
        context = f"{proposed} {concerning.rows(clause)}"
        moment = f"{context} {concerning.claims(known)}"

        def made() -> Claims:
            grounds = self._grounds.of(
                context,
                lambda: Grounds(self._ledger, self._list, self.carried, as_of, proposed),
            )
            asked = grounds.asked(context, moment, known.decisions.judgements)
            return Claims(self._ledger, asked, self._at_hand.of(context, lambda: AtHand(asked)))

        return self._claims.of(f"{moment} {concerning.marks(known)}", made)

    def events(self, as_of: AsOf) -> Events:
        """Give what answers what is told to have happened, and how proceedings ended.

        Valid time bounds the event; whoever tells of it later is heard.
        """
        from onrecord.case.events import Events

        known = AsOf(known=as_of.known)
        asked = self._ledger.ask
        return Events(
            asked.events(as_of),
            asked.findings(as_of),
            asked.matters(known),
            self._list.people(known),
        )

    def tests(self, as_of: AsOf, judge: Judge) -> Tests:
        """Give what answers how the elements of a test stand, and records what is found."""
        from onrecord.case.found import told_sentences
        from onrecord.case.tests import FOLDER as STANDARDS
        from onrecord.case.tests import Tests

        known = AsOf(known=as_of.known)
        return Tests(
            self._ledger.folder / STANDARDS,
            self._ledger.ask.judgements(known),
            self._ledger.ask.findings(known),
            lambda ids: self._ledger.ask.statements(known, ids=ids),
            lambda: told_sentences(
                self._list.sources(known),
                self._list.text_of,
                self._list.statements(known),
                self._ledger.ask.dated(known),
            ),
            day=as_of.valid,
            judge=judge,
        )

    def differences(self, as_of: AsOf) -> Differences:
        """Give what answers where documents differ on a fact, and what settles it."""
        from onrecord.case.differences import Differences

        sources = self._list.sources(as_of)
        return Differences(
            sources,
            self._list.text_of,
            self._ledger.ask.dated(as_of),
            self._list.quantities(as_of),
            self._list.actors(as_of),
            self.posts(as_of).tenures(),
            lambda: self.carried(as_of).quotes,
            self._list.later_statements(as_of),
            self.events(as_of).rows,
        )

    def origins(self, as_of: AsOf) -> list[Origin]:
        """Group the sources that carry one copy; remembered by the texts and pages compared."""
        rows = [row for row in self._list.sources(as_of) if row.text is not None]
        named = "\n".join(f"{row.id} {row.text} {row.page}" for row in rows)

        def made() -> list[Origin]:
            texts = ((row, self._list.text_of(row)) for row in rows)
            return assess.origins(
                assess.Carried(SourceId(row.id), text, row.page or None)
                for row, text in texts
                if not text.is_rows
            )

        return whole(self._ledger, "copies", sha256(named.encode()), Origin, made)

    def carried(self, as_of: AsOf) -> Origins:
        """Give what answers which document carries which, in what words, and who speaks for whom.

        Its `counted` puts the documents that carry a claim under their independent origins.
        """
        rows = concerning.rows(self._ledger.ask.clause(as_of))
        moment = f"{assess.CARRYING} {assess.QUOTING} {rows}"

        def made() -> Origins:
            return Origins(
                self._list.sources(as_of),
                self._list.later_statements(AsOf(known=as_of.known)),
                self._list.text_of,
                partial(kept_in, self._ledger, moment),
                lambda: bodies_of_names(self._list.people(AsOf(known=as_of.known))),
            )

        return self._carried.of(moment, made)

    def auditing(self, as_of: AsOf, judging: Judging) -> Auditing:
        """Give what draws rows by chance, by kind, and takes a person's verdict on each."""
        from onrecord.case.auditing import Auditing

        rows: dict[str, Callable[[], Iterable[Any]]] = {
            "statements": lambda: (
                row
                for row in self._list.statements(as_of)
                if row.duplicate_of is None and not row.entered_by  # it measures readers
            ),
            "replies": lambda: self._list.replies(as_of),
            "quantities": lambda: self._list.quantities(as_of),
            "questions": lambda: self._list.questions(as_of),
            "tenures": lambda: self.posts(as_of).tenures(),
            "flows": lambda: self.flows(as_of).hops,
            "events": lambda: self.events(as_of).rows,
        }
        readers = {one: name for one, (_, name) in self._ledger.ask.readings(as_of).items()}
        return Auditing(rows, readers, judging)

    def desk(self, reader: Reader, as_of: AsOf, clock: Clock) -> Desk:
        """Give what holds drafts against the record, each read by `reader`."""
        from onrecord.case.desk import Desk

        with uncollected():
            return Desk(self._basis(as_of), reader, clock)

    def _wordings(self, every: Sequence[StatementRow], known: AsOf) -> dict[assess.Place, str]:
        """Give contents with names for their pronouns, remembered: drafts are many, records one."""
        rows = concerning.rows(self._ledger.ask.clause(known))
        made = kept_in(
            self._ledger,
            f"{assess.WORDINGS} {resolve.VERSION} {rows}",
            "desk wordings",
            list[tuple[SourceId, StatementId, str]],
            lambda: [(*at, words) for at, words in self._list.wordings(every, known).items()],
        )
        return {(source, statement): words for source, statement, words in made}

    def _basis(self, as_of: AsOf) -> Basis:
        """Give the rows of the record that drafts are held against, laid out in the case."""
        from onrecord.case.desk import Basis
        from onrecord.case.shown import program

        head, known = self._ledger.head().digest, AsOf(known=as_of.known)
        laid = LaidOut(self._ledger, f"{program()} {head} {as_of.valid} {as_of.known}")
        sources = laid.rows(
            "sources",
            SourceRow,
            lambda: [row for row in self._list.sources(as_of) if row.text is not None],
        )
        rows = {row.id: row for row in sources}

        @cache
        def later() -> dict[SourceId, SourceRow]:
            """Give the sources of days after the one that is asked about: they too say things."""
            return {row.id: row for row in self._list.sources(known) if row.text is not None}

        @cache
        def text(source: SourceId) -> Text:
            return self._list.text_of(rows[source] if source in rows else later()[source])

        said = laid.rows(
            "said",
            StatementRow,
            lambda: all_said(self._list.statements(known), sources, self._list.text_of),
        )
        places = _Places(said, laid)
        order = laid.value(
            "order of statements",
            list[int],
            lambda: [places.number(row.source, row.id) for row in self._list.statements(known)],
        )
        statements = Each(len(order), lambda at: said[order[at]])
        actors = laid.rows("actors", ActorRow, lambda: self._list.actors(as_of))
        persons = laid.value(
            "persons",
            list[int],
            lambda: [at for at, row in enumerate(actors) if row.kind is ActorKind.PERSON],
        )
        return Basis(
            folder=self._ledger.folder,
            as_of=as_of,
            head=head,
            sources=sources,
            labels=laid.value(
                "labels",
                dict[SourceId, str],
                lambda: {row.id: row.label for row in sources if not text(row.id).is_rows},
            ),
            text=text,
            statements=statements,
            statement=places.statement,
            replies=laid.rows("replies", ReplyRow, lambda: self._list.replies(as_of)),
            quantities=laid.rows("quantities", QuantityRow, lambda: self._list.quantities(as_of)),
            quotes=laid.rows("quotes", QuoteRow, lambda: self.carried(as_of).quotes),
            actors=actors,
            people=Each(len(persons), lambda at: actors[persons[at]]),
            identities=laid.value(
                "identities", list[IdentityRow], lambda: self._identities(as_of)
            ),
            events=laid.rows("events", EventRow, lambda: self.events(as_of).rows),
            proceedings=laid.value(
                "proceedings", list[ProceedingRow], lambda: self.events(as_of).proceedings
            ),
            dated=laid.rows("dated", TimelineRow, lambda: self._ledger.ask.dated(as_of)),
            posts=self.posts(as_of),
            quoting=lambda: self.carried(as_of).quoting_laid(laid, places.statement),
            nearest=lambda: assess.nearest(
                said, assess.load_measure(),
                wordings=lambda: self._wordings(said, known), memory=self._ledger, laid=laid,
            ),
            origins=lambda words: self.claims(as_of).worded([words])[0].origins,
            laid=laid,
        )  # fmt: skip

    def _identities(self, as_of: AsOf) -> list[IdentityRow]:
        return ask.identities_with_actors(
            self._ledger.ask.identities(as_of), self._list.people(as_of)
        )


class _Places:
    """Statements by where they stand, each read when it is looked at."""

    def __init__(self, said: Sequence[StatementRow], laid: Laid) -> None:
        self._said, self._laid = said, laid

    @cached_property
    def _numbers(self) -> dict[assess.Place, int]:
        places = self._laid.value(
            "places of statements",
            list[assess.Place],
            lambda: [(row.source, row.id) for row in self._said],
        )
        return {place: number for number, place in enumerate(places)}

    def number(self, source: SourceId, id: StatementId) -> int:
        """Give the number of a statement among all."""
        return self._numbers[source, id]

    def statement(self, source: SourceId, id: StatementId) -> StatementRow:
        """Give a statement."""
        return self._said[self._numbers[source, id]]
