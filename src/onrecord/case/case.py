"""A case: opens it and puts the stages in a row. The whole flow on one page, and the Python API.

with Case.open(Path("my-case")) as case:
    case.add([Path("articles")])
    for row in case.statements():
        print(row.attributed())
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from onrecord import ask, assess, intake
from onrecord.case import adding, claiming
from onrecord.case.auditing import Auditing
from onrecord.case.chaining import speaks_for
from onrecord.case.claiming import Asked, Named
from onrecord.case.claims import Claims
from onrecord.case.differences import Differences
from onrecord.case.events import Events
from onrecord.case.flows import Flows
from onrecord.case.found import told_sentences
from onrecord.case.judging import Judging
from onrecord.case.origins import Origins, kept_in, marked_gone
from onrecord.case.people import People
from onrecord.case.posts import Posts
from onrecord.case.questions import answered
from onrecord.case.quoting import MOST, quoted_rows
from onrecord.case.rereading import Rereading
from onrecord.case.tests import FOLDER as STANDARDS
from onrecord.case.tests import Tests
from onrecord.core import quantities
from onrecord.core.answers import AnsweredRow
from onrecord.core.briefs import Brief
from onrecord.core.chains import ChainRow
from onrecord.core.dates import When
from onrecord.core.errors import NoSuchRow
from onrecord.core.events import ProceedingRow
from onrecord.core.flows import ArrowRow
from onrecord.core.identity import ActorId, SourceId, TextId, kind_of, row_id
from onrecord.core.rows import (
    ActorRow,
    ClaimPages,
    DifferenceRow,
    Head,
    Hit,
    IdentityRow,
    LogRow,
    ProposalRow,
    QuantityRow,
    QuestionRow,
    ReplyRow,
    SourceRow,
    StatementRow,
    TenureRow,
    TestRow,
    TimelineRow,
)
from onrecord.core.seams import Clock, Progress, Reader, silent
from onrecord.core.vocabulary import (
    Actor,
    AsOf,
    Claim,
    Judgement,
    Naming,
    Origin,
    SpeechAct,
    Standing,
    Text,
    Verb,
)
from onrecord.ledger import Ledger, Report

if TYPE_CHECKING:
    from onrecord.case.desk import Desk
    from onrecord.show import DossierMade

NOW = AsOf()


def by_the_clock() -> datetime:
    return datetime.now(UTC)


def by_the_user() -> str:
    """Name whoever is at the keyboard, as the system knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "not known"


class Case:
    """One case in one folder.

    Args:
        ledger: its record.
        clock: tells the present moment; a test tells another.
    """

    def __init__(self, ledger: Ledger, clock: Clock = by_the_clock) -> None:
        self._ledger, self._clock = ledger, clock
        self.people = People(ledger)

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        name: str = "",
        by: str | None = None,
        clock: Clock = by_the_clock,
    ) -> Case:
        """Begin a new case in `folder`, named after it if no name is given.

        Raises:
            WrongUse: there is one already.
            Unwritable: the folder cannot be made or written.
        """
        return cls(Ledger.create(folder, clock=clock, by=by or by_the_user(), name=name), clock)

    @classmethod
    def open(
        cls, folder: Path, *, clock: Clock = by_the_clock, progress: Progress = silent
    ) -> Case:
        """Open the case in `folder`.

        Args:
            progress: told of when another version's views of the record are built anew.

        Raises:
            NoCase, TooNew, Damaged: as their names say.
        """
        return cls(Ledger.open(folder, clock=clock, progress=progress), clock)

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ledger.close()

    @property
    def name(self) -> str:
        return self._ledger.name

    @property
    def user(self) -> str:
        """Whoever is at the keyboard, as the system knows them."""
        return by_the_user()

    # --- taking in -------------------------------------------------------------------------------

    def add(
        self,
        paths: Sequence[Path],
        *,
        reader: Reader,
        told: intake.Told = intake.Told(),
        each: Mapping[str, intake.Told] | None = None,
        by: str | None = None,
        because: str = "",
        jobs: int = 1,
        progress: Progress = silent,
        posts: bool = False,
    ) -> adding.Added:
        """Read files, folders and archives into the record, batch by batch.

        What was kept when it is interrupted stays kept; running it again takes in the rest.

        Args:
            told: what is told of all of them.
            each: what is told of one file, by its name; it goes before `told`.
            posts: every file is a table of posts, whatever its name says.
        """
        from onrecord.reader import TableReader

        tables = TableReader()
        made = intake.take(
            paths,
            told=told,
            today=self._clock().date(),
            jobs=jobs,
            progress=progress,
            skip=self._ledger.holds_bytes,
            leave_out=self._ledger.own_paths(),
            posts=posts,
        )
        added = adding.Added()
        operation: int | None = None
        with closing(made):
            for batch in adding.batches(made, added):
                if operation is None:
                    operation = self._ledger.begin("add", by=by or by_the_user(), because=because)
                    added.operation = operation
                batch = [intake.tell_each(document, each or {}) for document in batch]
                readings = [
                    adding.tabled(document, tables, added)
                    if document.table
                    else (document, adding.read(document, reader, added))
                    for document in batch
                ]
                kept = self._ledger.keep(operation, readings)
                for (document, _), new in zip(readings, kept, strict=True):
                    adding.account(document, new, added)
        return added

    # --- judging ---------------------------------------------------------------------------------

    def judging(self, as_of: AsOf = NOW) -> Judging:
        """Give what lists the judgements in force by recorded time, and takes new ones."""
        known = AsOf(known=as_of.known)
        return Judging(
            self._ledger.ask.decisions(known), self._anchor, self._decided,
            lambda ids: {**quoted_rows(self._ledger, ids, known), **self._worded(ids, known)},
            as_of.valid,
        )  # fmt: skip

    def auditing(self, as_of: AsOf = NOW) -> Auditing:
        """Give what draws rows by chance, by kind, and takes a person's verdict on each."""
        rows: dict[str, Callable[[], Iterable[Any]]] = {
            "statements": lambda: (
                row for row in self.statements(as_of) if row.duplicate_of is None
            ),
            "replies": lambda: self.replies(as_of),
            "quantities": lambda: self.quantities(as_of),
            "questions": lambda: self.questions(as_of),
            "tenures": lambda: self.posts(as_of).tenures(),
            "flows": lambda: self.flows(as_of).hops,
            "events": lambda: self.events(as_of).rows,
        }
        readers = {one: name for one, (_, name) in self._ledger.ask.readings(as_of).items()}
        return Auditing(rows, readers, self.judging(as_of))

    def rereading(self, reader: Reader) -> Rereading:
        """Give what reads texts again that another reader read, and shows the difference."""
        from onrecord.reader import TableReader

        given = self.judging().given
        return Rereading(self._ledger, self.sources(), (reader, TableReader()), given)

    def join(self, one: str, other: str, *, because: str, by: str | None = None) -> int:
        """Hold two mentions or actors to be one actor; gives the operation, which can be undone."""
        made = self.judging().give(Verb.JOIN, (one, other), because=because, by=by)
        return self._ledger.given_in(made.id)

    def part(self, one: str, other: str, *, because: str, by: str | None = None) -> int:
        """Hold two mentions or actors to be different; gives the operation."""
        made = self.judging().give(Verb.PART, (one, other), because=because, by=by)
        return self._ledger.given_in(made.id)

    def decide(
        self,
        verb: Verb,
        about: tuple[str, ...],
        *,
        by: str,
        because: str = "",
        value: str = "",
        when: When | None = None,
        note: str = "",
    ) -> int:
        """Record a decision about anchors as they are; gives the operation, which can be undone."""
        made = self._decided(verb, about, by=by, because=because, value=value, when=when, note=note)
        return self._ledger.given_in(made.id)

    def _decided(
        self,
        verb: Verb,
        about: tuple[str, ...],
        *,
        by: str | None = None,
        because: str = "",
        value: str = "",
        when: When | None = None,
        note: str = "",
    ) -> Judgement:
        by, moment = by or by_the_user(), self._clock().isoformat()
        given = [verb, *about, by, because, value, str(when or ""), note, moment]
        made = Judgement(
            id=row_id("jdg", given), verb=verb, about=about, by=by, because=because, value=value,
            when=when, note=note,
        )  # fmt: skip
        self._ledger.judge(made)
        return made

    def _worded(self, ids: Iterable[str], as_of: AsOf) -> dict[str, str]:
        """Give claims in their wording, which is nobody's word for it, with how they stand."""
        wanted = {one for one in ids if kind_of(one) == "claim"}
        lines = self.claims(as_of).lines if wanted else []
        return {line.id: line.attributed(MOST) for line in lines if line.id in wanted}

    def _anchor(self, row: str) -> str:
        """Give the mention that a judgement about a row is anchored to: its founder."""
        if kind_of(row) != "actor":
            return self.find(row)
        for actor in self._people(NOW):
            if actor.id == row:
                return actor.mentions[0][1]
        raise NoSuchRow(f"there is no actor {row}", help="'onrecord actors' lists them")

    def take_back(
        self, operation: int | str | None = None, *, because: str, by: str | None = None
    ) -> LogRow:
        """Take back an operation (None: the last in force) and all that rests on it; gives it.

        Args:
            operation: its number, or the id of the judgement that was given by it.
        """
        if operation is None:
            number = self._ledger.last_in_force().number
        elif isinstance(operation, str):
            number = self._ledger.given_in(self.find(operation))
        else:
            number = operation
        self._ledger.take_back(number, by=by or by_the_user(), because=because)
        return next(row for row in self.log() if row.number == number)

    # --- asking ----------------------------------------------------------------------------------

    def head(self) -> Head:
        return self._ledger.head()

    def log(self, known: str | None = None) -> list[LogRow]:
        """List what was done to the case, as known on a day (EDTF; None: now), oldest first."""
        return self._ledger.log(known)

    def sources(self, as_of: AsOf = NOW) -> list[SourceRow]:
        rows = self._ledger.ask.sources(as_of)
        return list(ask.graded(rows, self.judging(as_of).grades))

    def statements(
        self,
        as_of: AsOf = NOW,
        *,
        source: str | None = None,
        actor: str | None = None,
        id: str | None = None,
        proposals: bool | None = None,
        min_depth: int = 0,
        naming: Naming | None = None,
        act: SpeechAct | None = None,
        rejected: bool = False,
    ) -> list[StatementRow]:
        """List statements with the actors who are said to make them.

        Args:
            proposals: only what is proposed (True) or only what is not; None: both, each marked.
            min_depth: only those that came through so many at least.
            naming: only those whose source is named so.
            act: only those by which this is done.
            rejected: those that a person rejected, which no other list has.
        """
        sources = self._ledger.ask.sources(AsOf(known=as_of.known))
        rows = self._ledger.ask.statements(
            as_of,
            source=source,
            ids=None if id is None else {id},
            labels={row.id: row.label for row in sources},
            rejected=rejected,
        )
        rows = marked_gone(rows, sources, self._text_of)
        choice = ask.Choice(
            actor=actor, proposals=proposals, min_depth=min_depth, naming=naming, act=act
        )
        held = ask.with_actors(rows, self._people(as_of))
        return choice.of(ask.graded(held, self.judging(as_of).grades))

    def replies(
        self,
        as_of: AsOf = NOW,
        *,
        source: str | None = None,
        actor: str | None = None,
        rejected: bool = False,
    ) -> list[ReplyRow]:
        """List who was asked and what became of it: silences too.

        Args:
            actor: only where this actor was asked, asked, or answered for another.
            rejected: those that a person rejected, which no other list has.
        """
        found = self._ledger.ask.replies(as_of, rejected=rejected)
        rows = ask.replies_with_actors(found, self._people(as_of))
        return [
            row
            for row in ask.graded(rows, self.judging(as_of).grades)
            if (source is None or row.source == source)
            and (actor is None or actor in {party.actor for party in row.parties})
        ]

    def actors(self, as_of: AsOf = NOW) -> list[ActorRow]:
        spoke, proposed = ask.spoken(self._ledger.ask.statements(as_of))
        mentions = ((source, mention) for source, _, mention in self._ledger.ask.mentions(as_of))
        return ask.actor_rows(self._people(as_of), mentions, spoke, proposed)

    def proposals(self, as_of: AsOf = NOW, *, actor: str | None = None) -> list[ProposalRow]:
        """List which actors may be one, with the reasons; a person decides."""
        rows = self.people.proposals(as_of)
        return [row for row in rows if actor is None or actor in (row.one, row.other)]

    def identities(self, as_of: AsOf = NOW, *, actor: str | None = None) -> list[IdentityRow]:
        """List who is claimed to be whom. A claim joins nobody: what rests on it says so."""
        rows = self.people.identities(as_of)
        return [row for row in rows if actor is None or actor in (row.one.actor, row.other.actor)]

    def timeline(
        self,
        as_of: AsOf = NOW,
        *,
        actor: str | None = None,
        kind: str | None = None,
        standing: Standing | None = None,
        source: str | None = None,
        start: When | None = None,
        end: When | None = None,
    ) -> list[TimelineRow]:
        """List what the record puts in time.

        Args:
            actor: only where this actor speaks or takes part: a name or an id.
            kind: only rows of this kind, as `TimelineRow.kind` has it.
            standing: only what stands so; most rows have no standing.
            start: only what may lie on this date or after; `end`: or before.

        Raises:
            NoSuchRow: no actor is called so.
        """
        window = ask.Window(
            actors=frozenset(ask.called(self._people(as_of), actor)) if actor else None,
            kind=kind,
            standing=standing,
            source=source,
            start=start,
            end=end,
        )
        happened = self.events(as_of)
        rows = ask.timeline(
            self.sources(as_of),
            self.statements(as_of),
            self._ledger.ask.dated(as_of),
            self.arrows(as_of),
            happened.rows,
            happened.proceedings,
        )
        return window.of(rows)

    def posts(self, as_of: AsOf = NOW) -> Posts:
        """Give what answers who held which post; it answers as the record is now."""
        return Posts(self._ledger.ask.tenures(as_of), lambda: self._people(as_of))

    def tenures(self, as_of: AsOf = NOW) -> dict[ActorId, list[TenureRow]]:
        """Give the posts of each actor who is told to hold or have held one."""
        return self.posts(as_of).of_actors()

    def quantities(
        self,
        as_of: AsOf = NOW,
        *,
        source: str | None = None,
        actor: str | None = None,
        item: str | None = None,
        rejected: bool = False,
    ) -> list[QuantityRow]:
        """List how many and how much, as the texts say, with the statement that carries each.

        Args:
            actor: only what is this actor's, or said by them.
            item: only what counts or measures this: a word of the item, or the unit.
            rejected: those that a person rejected, which no other list has.
        """
        rows = ask.quantities_with_actors(
            self._ledger.ask.quantities(as_of, rejected=rejected),
            self._people(as_of),
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
        """List what is asked of whom, by whom, when, and by what day.

        Args:
            actor: only what this actor asks or is asked.
            rejected: those that a person rejected, which no other list has.
        """
        found = self._ledger.ask.questions(as_of, rejected=rejected)
        rows = ask.questions_with_actors(found, self._people(as_of))
        return [
            row
            for row in rows
            if (source is None or row.source == source)
            and (actor is None or actor in (row.statement.actor, row.asked and row.asked.actor))
        ]

    def answered(self, as_of: AsOf = NOW) -> list[AnsweredRow]:
        """List the questions with what addresses each part of them, as was said by then."""
        sources = {row.id: row for row in self._ledger.ask.sources(AsOf(known=as_of.known))}
        return answered(
            self.questions(as_of),
            self.statements(as_of),
            sources,
            lambda row: self._ledger.text(TextId(row.text or "")),
        )

    def brief(self, as_of: AsOf = NOW, *, since: str | None = None) -> Brief:
        """Give what is contested, what changed since a day (EDTF), and what is open.

        Args:
            since: None: the last day on which anything came to be known.
        """
        sources = self.sources(as_of)
        log = self.log(as_of.known)
        days = [row.known for row in sources] + [row.known for row in log[1:]]
        first = When.of(since).first_date if since is not None else None
        day = first.isoformat() if first else max(days, default="")
        claims = self.claims(as_of)
        return ask.brief(
            day,
            claims=claims.lines,
            moves=claims.changed(When.of(day)) if day else [],
            sources=sources,
            log=log,
            questions=self.answered(as_of),
            replies=self.replies(as_of),
            statements=self.statements(as_of),
            judgements=self.judging(as_of).given,
        )

    def chains(self, as_of: AsOf = NOW, *, actor: str | None = None) -> list[ChainRow]:
        """List what became of each actor's chance to reply, document by document.

        Args:
            actor: only this actor's.
        """
        sources = self._ledger.ask.sources(AsOf(known=as_of.known))
        said, people = self.statements(as_of), self.actors(as_of)
        spoken_for = speaks_for(
            self.posts(as_of).tenures(),
            people,
            said,
            sources,
            lambda row: self._ledger.text(TextId(row.text or "")),
        )
        rows = ask.chains(
            self.replies(as_of),
            self.questions(as_of),
            said,
            people,
            {row.id: row for row in sources},
            spoken_for,
        )
        return [row for row in rows if actor in (None, row.actor)]

    def flows(self, as_of: AsOf = NOW) -> Flows:
        """Give what answers what passed between whom, as told, and by which paths.

        Valid time bounds the passing; whoever tells of it later is heard.
        """
        known = AsOf(known=as_of.known)
        asked = self._ledger.ask
        return Flows(
            asked.hops(as_of),
            asked.identities(known),
            self._people(known),
            lambda: self.origins(known),
            lambda places: self.claims(known).holding(places),
        )

    def claims(self, as_of: AsOf = NOW) -> Claims:
        """Give what answers what is claimed, how it stands and why, and who changed position."""
        known = AsOf(known=as_of.known)
        measure = assess.load_measure()
        named = cache(lambda: Named(self._ledger.ask.mentions(known), self._people(known)))
        origins = cache(lambda: self.carried(known))
        sources = cache(lambda: {row.id: row for row in self.sources(known)})

        def grouped(rows: Sequence[StatementRow]) -> list[Claim]:
            return assess.grouped(
                rows, self._ledger.ask.judgements(known), measure,
                wordings=self.wordings(rows, known), memory=self._ledger,
            )  # fmt: skip

        def placed(rows: Sequence[StatementRow], written: Sequence[str]) -> list[Claim]:
            told = self.wordings(rows, known)
            return [
                Claim(
                    id=row_id("clm", words), wording=words, worded_by="whoever asks",
                    positions=assess.placed(
                        words, rows, measure, wordings=told, memory=self._ledger
                    ),
                )
                for words in dict.fromkeys(written)
            ]  # fmt: skip

        return Claims(
            self._ledger,
            Asked(
                moment=f"{measure.digest} {self._ledger.ask.clause(as_of).key}",
                now=as_of == NOW,
                valid=as_of.valid,
                grouped=grouped,
                placed=placed,
                statements=lambda ids: (
                    claiming.all_said(self.statements(known), sources().values(), self._text_of)
                    if ids is None
                    else self._ledger.ask.statements(known, ids=ids)
                ),
                own=lambda source, at: assess.own_sentence(
                    sources()[source], self._text_of(sources()[source]), at
                ),
                holders=lambda rows: assess.Holders(rows, origins().tree),
                counted=lambda rows: origins().counted(rows),
                sources=lambda: list(sources().values()),
                versions=lambda: (
                    (one.earlier, one.later) for one in assess.versions(origins().documents)
                ),
                words=lambda source: self.text(source).characters,
                named=lambda: named().of,
                replies=lambda: self.replies(as_of),
            ),
        )

    def wordings(self, rows: Sequence[StatementRow], as_of: AsOf = NOW) -> dict[assess.Place, str]:
        """Give contents of statements with names for their pronouns, where these change them."""
        known = AsOf(known=as_of.known)
        return assess.worded(
            rows,
            ((source, mention) for source, _, mention in self._ledger.ask.mentions(known)),
            self._people(known),
            self._characters(known),
        )

    def _characters(self, known: AsOf) -> Callable[[SourceId], str]:
        """Give what gives the readable text of a source, each fetched once."""
        texts = {SourceId(row.id): row.text for row in self.sources(known)}

        @cache
        def characters(source: SourceId) -> str:
            text = texts.get(source)
            return "" if text is None else self._ledger.text(text).characters

        return characters

    def claimed(self, as_of: AsOf = NOW) -> ClaimPages:
        """Give what a dossier shows of claims."""
        return self.claims(as_of).pages

    def events(self, as_of: AsOf = NOW) -> Events:
        """Give what answers what is told to have happened, and how proceedings ended.

        Valid time bounds the event; whoever tells of it later is heard.
        """
        known = AsOf(known=as_of.known)
        asked = self._ledger.ask
        return Events(
            asked.events(as_of), asked.findings(as_of), asked.matters(known), self._people(known)
        )

    def proceedings(self, as_of: AsOf = NOW) -> list[ProceedingRow]:
        """List the proceedings that sources tell of, each put together across them."""
        return self.events(as_of).proceedings

    def tests(self, as_of: AsOf = NOW) -> Tests:
        """Give what answers how the elements of a test stand, and records what is found."""
        known = AsOf(known=as_of.known)
        return Tests(
            self._ledger.folder / STANDARDS,
            self._ledger.ask.judgements(known),
            self._ledger.ask.findings(known),
            lambda ids: self._ledger.ask.statements(known, ids=ids),
            lambda: told_sentences(
                self.sources(known),
                lambda row: self._ledger.text(TextId(row.text or "")),
                self.statements(known),
                self._ledger.ask.dated(known),
            ),
            day=as_of.valid,
            judge=self.decide,
        )

    def differences(self, as_of: AsOf = NOW) -> Differences:
        """Give what answers where documents differ on a fact, and what settles it."""
        sources = self.sources(as_of)
        return Differences(
            sources,
            lambda row: self._ledger.text(TextId(row.text or "")),
            self._ledger.ask.dated(as_of),
            self.quantities(as_of),
            self.actors(as_of),
            self.posts(as_of).tenures(),
        )

    def differing(self, as_of: AsOf = NOW) -> list[DifferenceRow]:
        """List where documents differ on a fact, and what settles it."""
        return self.differences(as_of).rows()

    def tested(self, as_of: AsOf = NOW) -> list[TestRow]:
        """List every applied test with its findings and states."""
        return self.tests(as_of).rows

    def arrows(self, as_of: AsOf = NOW) -> list[ArrowRow]:
        """List what is told to have passed, with its standing."""
        return self.flows(as_of).arrows

    def search(self, query: str, as_of: AsOf = NOW, *, most: int = 50) -> list[Hit]:
        """Find the sentences that hold all the words of `query`."""
        return self._ledger.search(query, as_of, most)

    def origins(self, as_of: AsOf = NOW) -> list[Origin]:
        """Group the sources that carry one copy."""
        return assess.origins(
            assess.Carried(
                SourceId(row.id),
                self._ledger.text(row.text),
                row.metadata.address.value if row.metadata.address else None,
            )
            for row in self.sources(as_of)
            if row.text is not None and not self._ledger.text(row.text).is_rows
        )

    def carried(self, as_of: AsOf = NOW) -> Origins:
        """Give what answers which document carries which, in what words, and who speaks for whom.

        Its `counted` puts the documents that carry a claim under their independent origins.
        """
        moment = f"{assess.CARRYING} {self._ledger.ask.clause(as_of).key}"
        return Origins(
            self.sources(as_of),
            self.statements(AsOf(known=as_of.known)),
            self._text_of,
            partial(kept_in, self._ledger, moment),
        )

    def _text_of(self, row: SourceRow) -> Text:
        return self._ledger.text(TextId(row.text or ""))

    def text(self, source: str) -> Text:
        """Give the readable text of a source."""
        for row in self.sources():
            if row.id == source and row.text is not None:
                return self._ledger.text(row.text)
        raise NoSuchRow(f"{source} has no text", help="'onrecord sources' lists what was read")

    def raw(self, source: str) -> bytes:
        """Give a source's bytes as received."""
        return self._ledger.raw(source)

    def find(self, beginning: str) -> str:
        """Give the one id that begins so.

        Raises:
            NoSuchRow: nothing does, or several things do.
        """
        if kind_of(beginning) == "claim":
            return self.claims().find(beginning)
        found = self._ledger.find(beginning)
        if kind_of(beginning) == "actor":
            found = [actor.id for actor in self._people(NOW) if actor.id.startswith(beginning)]
        if kind_of(beginning) == "hypothesis":
            supposed = self.judging().hypotheses.hypotheses
            found = [one.id for one in supposed if one.id.startswith(beginning)]
        if len(found) == 1:
            return found[0]
        if beginning in found:
            return beginning
        if found:
            raise NoSuchRow(f"several ids begin with {beginning}", help=", ".join(found[:10]))
        raise NoSuchRow(
            f"nothing here is called {beginning}",
            help="ids stand in the listings: onrecord sources, statements, actors",
        )

    def _people(self, as_of: AsOf) -> list[Actor]:
        return self.people.resolved(as_of).actors

    # --- showing and checking --------------------------------------------------------------------

    def dossier(
        self, folder: Path, as_of: AsOf = NOW, *, progress: Progress = silent
    ) -> DossierMade:
        """Write the record as a folder of plain pages."""
        from onrecord import show

        return show.dossier(self, folder, as_of=as_of, made_at=self._clock(), progress=progress)

    def desk(self, reader: Reader, as_of: AsOf = NOW) -> Desk:
        """Give what holds drafts against the record, each read by `reader`."""
        from onrecord.case.desk import Basis, Desk

        sources = [row for row in self.sources(as_of) if row.text is not None]
        basis = Basis(
            as_of=as_of,
            head=self.head().digest,
            sources=sources,
            texts={row.id: self._ledger.text(TextId(row.text or "")) for row in sources},
            statements=self.statements(AsOf(known=as_of.known)),
            replies=self.replies(as_of),
            quantities=self.quantities(as_of),
            actors=self.actors(as_of),
            posts=self.posts(as_of),
            events=self.events(as_of),
        )
        return Desk(basis, reader, self._clock)

    def verify(self, *, kept: str | None = None, progress: Progress = silent) -> Report:
        """Check that the case still holds what it says it holds."""
        return self._ledger.verify(kept=kept, progress=progress)

    def rebuild(self, progress: Progress = silent) -> None:
        """Drop all that is derived and work it out again from the record."""
        self._ledger.rebuild(progress)
