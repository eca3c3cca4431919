"""A case: opens it and puts the stages in a row. The whole flow on one page, and the Python API.

with Case.open(Path("my-case")) as case:
    case.add([Path("articles")])
    for row in case.statements():
        print(row.attributed())
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord import ask, assess, intake
from onrecord.case.asking import Asking
from onrecord.case.deciding import Deciding
from onrecord.case.listing import Listing
from onrecord.case.people import People
from onrecord.case.present import NOW, by_the_clock, by_the_user
from onrecord.case.searching import Searching
from onrecord.case.wiring import Rooms
from onrecord.core.seams import Clock, Progress, Reader, silent
from onrecord.core.vocabulary import (
    AsOf,
    Naming,
    Origin,
    SpeechAct,
    Standing,
    Text,
    Verb,
)
from onrecord.ledger import Held, Ledger, Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from types import TracebackType

    from onrecord.case.adding import Added
    from onrecord.case.auditing import Auditing
    from onrecord.case.claims import Claims
    from onrecord.case.desk import Desk
    from onrecord.case.drafts import Drafts
    from onrecord.case.entering import Entering
    from onrecord.case.events import Events
    from onrecord.case.flows import Flows
    from onrecord.case.judging import Judging
    from onrecord.case.origins import Origins
    from onrecord.case.posts import Posts
    from onrecord.case.rereading import Rereading
    from onrecord.case.tests import Tests
    from onrecord.core.activity import ActivityRow
    from onrecord.core.answers import AnsweredRow
    from onrecord.core.briefs import Brief
    from onrecord.core.chains import ChainRow
    from onrecord.core.claims import ClaimLine
    from onrecord.core.dates import When
    from onrecord.core.events import ProceedingRow
    from onrecord.core.flows import ArrowRow
    from onrecord.core.identity import ActorId
    from onrecord.core.judged import JudgementRow
    from onrecord.core.rows import (
        ActorRow,
        ClaimPages,
        DifferenceRow,
        Head,
        Hit,
        IdentityRow,
        LogRow,
        MentionRow,
        ProposalRow,
        QuantityRow,
        QuestionRow,
        ReplyRow,
        SourceRow,
        StatementRow,
        Tally,
        TenureRow,
        TestRow,
        TimelineRow,
    )
    from onrecord.show import DossierMade


class Case:
    """One case in one folder.

    Args:
        ledger: its record.
        clock: tells the present moment; a test tells another.
    """

    def __init__(self, ledger: Ledger, clock: Clock = by_the_clock) -> None:
        self._ledger, self._clock = ledger, clock
        self.people = People(ledger)
        self._list = Listing(ledger, self.people)
        self._rooms = Rooms(ledger, self._list)
        self._asking = Asking(ledger, self._list, self._rooms)
        self._searching = Searching(ledger, self._list, self._rooms.claims)
        self._deciding = Deciding(ledger, clock, self._list, self._rooms.claims)

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

    @classmethod
    def hold(cls, folder: Path, *, clock: Clock = by_the_clock) -> Case:
        """Open the case in `folder` as it is now, to show it while others decide.

        What is written to it later is not seen through this one, and nothing can be written.

        Raises:
            NoCase, TooNew, Damaged: as for `open`, which brings an older case forward.
        """
        return cls(Held.open(folder, clock=clock), clock)

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Answer as of one state of the record, whatever others decide meanwhile.

        Nothing can be decided in here.
        """
        with self._ledger.steady():
            yield

    def move_on(self) -> None:
        """Hold the record as it is now, where it was held as it was.

        Raises:
            Damaged: as for `hold`.
        """
        self._ledger.move_on()

    def hand_on(self) -> None:
        """Have what was worked out of a record that is held remembered for who opens it next.

        Raises:
            Damaged: the file does not hold what it says it holds.
        """
        self._ledger.hand_on()

    def deciding_at_once(self) -> Case:
        """Have decisions taken on claims and actors as they were when they were last worked out.

        What follows from a decision that was given just before is not waited for. Where it took
        away what is decided on, the decision is an orphan, as any other; gives the case itself.
        """
        self._deciding.at_once = True
        return self

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
    def only_read(self) -> bool:
        """Say whether it lies where it cannot be written."""
        return self._ledger.only_read

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
    ) -> Added:
        """Read files, folders and archives into the record, batch by batch.

        What was kept when it is interrupted stays kept; running it again takes in the rest.

        Args:
            told: what is told of all of them.
            each: what is told of one file, by its name; it goes before `told`.
            posts: every file is a table of posts, whatever its name says.
        """
        from onrecord.case import adding

        return adding.take_in(
            self._ledger,
            paths,
            reader=reader,
            told=told,
            each=each or {},
            today=self._clock().date(),
            by=by or by_the_user(),
            because=because,
            jobs=jobs,
            progress=progress,
            posts=posts,
        )

    # --- judging ---------------------------------------------------------------------------------

    def judging(self, as_of: AsOf = NOW) -> Judging:
        """Give what lists the judgements in force by recorded time, and takes new ones."""
        return self._deciding.judging(as_of)

    def entering(self) -> Entering:
        """Give what takes statements, mentions and dates that a person enters by hand."""
        from onrecord.case.entering import Entering

        return Entering(self._ledger, self._list, self._deciding)

    def auditing(self, as_of: AsOf = NOW) -> Auditing:
        """Give what draws rows by chance, by kind, and takes a person's verdict on each."""
        return self._rooms.auditing(as_of, self.judging(as_of))

    def rereading(self, reader: Reader) -> Rereading:
        """Give what reads texts again that another reader read, and shows the difference."""
        from onrecord.case.rereading import Rereading
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
        return self._deciding.decide(
            verb, about, by=by, because=because, value=value, when=when, note=note
        )

    def take_back(
        self, operation: int | str | None = None, *, because: str, by: str | None = None
    ) -> LogRow:
        """Take back an operation (None: the last in force) and all that rests on it; gives it.

        Args:
            operation: its number, or the id of the judgement that was given by it.
        """
        return self._deciding.take_back(operation, because=because, by=by)

    # --- asking ----------------------------------------------------------------------------------

    def head(self) -> Head:
        return self._ledger.head()

    def log(self, known: str | None = None) -> list[LogRow]:
        """List what was done to the case, as known on a day (EDTF; None: now), oldest first."""
        return self._ledger.log(known)

    def activity(self, as_of: AsOf = NOW) -> list[ActivityRow]:
        """List every operation, oldest first, with the rows it is about in their words.

        An operation was done when it was: only recorded time bounds the list.
        """
        from onrecord.case.activity import activity

        return activity(self.log(as_of.known), self.judging(as_of).quoted)

    def sources(self, as_of: AsOf = NOW) -> list[SourceRow]:
        return self._list.sources(as_of)

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
        limit: int | None = None,
    ) -> list[StatementRow]:
        """List statements with the actors who are said to make them.

        Args:
            proposals: only what is proposed (True) or only what is not; None: both, each marked.
            min_depth: only those that came through so many at least.
            naming: only those whose source is named so.
            act: only those by which this is done.
            rejected: those that a person rejected, which no other list has.
            limit: only the first so many.
        """
        choice = ask.Choice(
            actor=actor, proposals=proposals, min_depth=min_depth, naming=naming, act=act
        )
        if limit is not None and id is None and not rejected:
            return self._list.first_statements(as_of, choice.fits, limit, source)
        rows = self._list.statements(as_of, source=source, id=id, rejected=rejected)
        return choice.of(rows)[:limit]

    def tally(self, as_of: AsOf = NOW) -> Tally:
        """Count the statements that `statements` lists, which are not made for it."""
        return self._list.tally(as_of)

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
        return self._list.replies(as_of, source=source, actor=actor, rejected=rejected)

    def actors(self, as_of: AsOf = NOW, *, limit: int | None = None) -> list[ActorRow]:
        """List actors, who speaks most first.

        Args:
            limit: only the first so many.
        """
        return self._list.actors(as_of, limit=limit)

    def proposals(self, as_of: AsOf = NOW, *, actor: str | None = None) -> list[ProposalRow]:
        """List which actors may be one, with the reasons; a person decides."""
        rows = self.people.proposals(as_of)
        return [row for row in rows if actor is None or actor in (row.one, row.other)]

    def identities(self, as_of: AsOf = NOW, *, actor: str | None = None) -> list[IdentityRow]:
        """List who is claimed to be whom. A claim joins nobody: what rests on it says so."""
        rows = self.people.identities(as_of)
        return [row for row in rows if actor is None or actor in (row.one.actor, row.other.actor)]

    def mentions(self, actor: str, as_of: AsOf = NOW) -> list[MentionRow]:
        """Give where sources first mention an actor, each source once."""
        return self.people.mentions(as_of, actor)

    def decided_on(self, as_of: AsOf = NOW) -> dict[ActorId, list[JudgementRow]]:
        """Give by actor what people decided of who they are."""
        known = AsOf(known=as_of.known)
        return self.people.decided_on(known, self.judging(known).rows)

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
        limit: int | None = None,
    ) -> list[TimelineRow]:
        """List what the record puts in time.

        Args:
            actor: only where this actor speaks or takes part: a name or an id.
            kind: only rows of this kind, as `TimelineRow.kind` has it.
            standing: only what stands so; most rows have no standing.
            start: only what may lie on this date or after; `end`: or before.
            limit: only the first so many.

        Raises:
            NoSuchRow: no actor is called so.
        """
        window = ask.Window(
            actors=self._called(actor, as_of),
            kind=kind,
            standing=standing,
            source=source,
            start=start,
            end=end,
        )
        if window == ask.Window():
            return self._asking.timeline(as_of, limit=limit)
        return window.of(self._asking.timeline(as_of))[:limit]

    def posts(self, as_of: AsOf = NOW) -> Posts:
        """Give what answers who held which post; it answers as the record is now."""
        return self._rooms.posts(as_of)

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
        return self._list.quantities(
            as_of, source=source, actor=actor, item=item, rejected=rejected
        )

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
        return self._list.questions(as_of, source=source, actor=actor, rejected=rejected)

    def answered(self, as_of: AsOf = NOW) -> list[AnsweredRow]:
        """List the questions with what addresses each part of them, as was said by then."""
        return self._asking.answered(as_of)

    def brief(self, as_of: AsOf = NOW, *, since: str | None = None) -> Brief:
        """Give what is contested, what changed since a day (EDTF), and what is open.

        Args:
            since: None: the last day on which anything came to be known.
        """
        return self._asking.brief(as_of, since, self.judging(as_of).given)

    def chains(self, as_of: AsOf = NOW, *, actor: str | None = None) -> list[ChainRow]:
        """List what became of each actor's chance to reply, document by document.

        Args:
            actor: only this actor's.
        """
        return [row for row in self._asking.chains(as_of) if actor in (None, row.actor)]

    def flows(self, as_of: AsOf = NOW) -> Flows:
        """Give what answers what passed between whom, as told, and by which paths.

        Valid time bounds the passing; whoever tells of it later is heard.
        """
        return self._rooms.flows(as_of)

    def claims(self, as_of: AsOf = NOW) -> Claims:
        """Give what answers what is claimed, how it stands and why, and who changed position."""
        return self._rooms.claims(as_of)

    def wordings(self, rows: Sequence[StatementRow], as_of: AsOf = NOW) -> dict[assess.Place, str]:
        """Give contents of statements with names for their pronouns, where these change them."""
        return self._list.wordings(rows, as_of)

    def claimed(self, as_of: AsOf = NOW) -> ClaimPages:
        """Give what a dossier shows of claims."""
        return self.claims(as_of).pages

    def spoken_to(self, as_of: AsOf = NOW) -> dict[str, list[ClaimLine]]:
        """Give the claims on which each statement takes a stance, by its id."""
        return self.claims(as_of).spoken_to

    def events(self, as_of: AsOf = NOW) -> Events:
        """Give what answers what is told to have happened, and how proceedings ended.

        Valid time bounds the event; whoever tells of it later is heard.
        """
        return self._rooms.events(as_of)

    def proceedings(self, as_of: AsOf = NOW) -> list[ProceedingRow]:
        """List the proceedings that sources tell of, each put together across them."""
        return self.events(as_of).proceedings

    def tests(self, as_of: AsOf = NOW) -> Tests:
        """Give what answers how the elements of a test stand, and records what is found."""
        return self._rooms.tests(as_of, self.decide)

    def differing(self, as_of: AsOf = NOW, *, source: str = "") -> list[DifferenceRow]:
        """List where documents differ on a fact, and what settles it.

        Args:
            source: only those with a side in this source.
        """
        rows = self._asking.differing(as_of)
        return [row for row in rows if source in ("", row.one.source, row.other.source)]

    def tested(self, as_of: AsOf = NOW) -> list[TestRow]:
        """List every applied test with its findings and states."""
        return self.tests(as_of).rows

    def arrows(self, as_of: AsOf = NOW) -> list[ArrowRow]:
        """List what is told to have passed, with its standing."""
        return self.flows(as_of).arrows

    def search(
        self,
        query: str,
        as_of: AsOf = NOW,
        *,
        most: int = 50,
        act: SpeechAct | None = None,
        own_voice: bool | None = None,
        actor: str | None = None,
        source: str | None = None,
        standing: Standing | None = None,
        start: When | None = None,
        end: When | None = None,
    ) -> list[Hit]:
        """Find the sentences that hold all the words of `query`.

        Args:
            act: only statements by which this is done.
            own_voice: only what a document says itself; False: only what somebody is said to say.
            actor: only what this actor is said to say: a name or an id.
            standing: only statements that take a stance on a claim which stands so.
            start: only what may have been said, or else published, on this date or after; `end`: or
                before.
        """
        narrowed = ask.Narrowed(
            act=act, own_voice=own_voice, actors=self._called(actor, as_of), source=source,
            standing=standing, start=start, end=end,
        )  # fmt: skip
        return self._searching.worded(query, as_of, most, narrowed)

    def alike(
        self,
        words: str,
        as_of: AsOf = NOW,
        *,
        most: int = 50,
        act: SpeechAct | None = None,
        own_voice: bool | None = None,
        actor: str | None = None,
        source: str | None = None,
        standing: Standing | None = None,
        start: When | None = None,
        end: When | None = None,
    ) -> list[Hit]:
        """Find the statements that mean what `words` do, the most alike first; see `search`.

        That two are alike in meaning does not say that they say the same: one may deny the other.
        """
        narrowed = ask.Narrowed(
            act=act, own_voice=own_voice, actors=self._called(actor, as_of), source=source,
            standing=standing, start=start, end=end,
        )  # fmt: skip
        return self._searching.alike(words, as_of, most, narrowed)

    def _called(self, actor: str | None, as_of: AsOf) -> frozenset[ActorId] | None:
        return frozenset(ask.called(self._list.people(as_of), actor)) if actor else None

    def origins(self, as_of: AsOf = NOW) -> list[Origin]:
        """Group the sources that carry one copy."""
        return self._rooms.origins(as_of)

    def carried(self, as_of: AsOf = NOW) -> Origins:
        """Give what answers which document carries which, in what words, and who speaks for whom.

        Its `counted` puts the documents that carry a claim under their independent origins.
        """
        return self._rooms.carried(as_of)

    def text(self, source: str) -> Text:
        """Give the readable text of a source."""
        return self._list.text(source)

    def raw(self, source: str) -> bytes:
        """Give a source's bytes as received."""
        return self._ledger.raw(source)

    def find(self, beginning: str) -> str:
        """Give the one id that begins so.

        Raises:
            NoSuchRow: nothing does, or several things do.
        """
        return self._deciding.find(beginning)

    # --- showing and checking --------------------------------------------------------------------

    def dossier(
        self, folder: Path, as_of: AsOf = NOW, *, progress: Progress = silent
    ) -> DossierMade:
        """Write the record as a folder of plain pages."""
        from onrecord import show

        return show.dossier(self, folder, as_of=as_of, made_at=self._clock(), progress=progress)

    def desk(self, reader: Reader, as_of: AsOf = NOW) -> Desk:
        """Give what holds drafts against the record, each read by `reader`."""
        return self._rooms.desk(reader, as_of, self._clock)

    @property
    def drafts(self) -> Drafts:
        """Give the drafts that somebody asked to keep beside the record."""
        from onrecord.case.drafts import FOLDER as DRAFTS
        from onrecord.case.drafts import Drafts

        return Drafts(self._ledger.folder / DRAFTS)

    def verify(self, *, kept: str | None = None, progress: Progress = silent) -> Report:
        """Check that the case still holds what it says it holds."""
        return self._ledger.verify(kept=kept, progress=progress)

    def rebuild(self, progress: Progress = silent) -> None:
        """Drop all that is derived and work it out again from the record."""
        self._ledger.rebuild(progress)
