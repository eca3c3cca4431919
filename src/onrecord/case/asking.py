"""What is asked of several rooms at once: time, right of reply, questions on record, a brief."""

from __future__ import annotations

from onrecord import ask
from onrecord.case import concerning
from onrecord.case.chaining import speaks_for
from onrecord.case.firsts import first, whole
from onrecord.case.listing import Listing
from onrecord.case.questions import answered
from onrecord.case.wiring import Rooms
from onrecord.core.answers import AnsweredRow
from onrecord.core.briefs import Brief
from onrecord.core.chains import ChainRow
from onrecord.core.dates import When
from onrecord.core.differences import DifferenceRow
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import TimelineRow
from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger


class Asking:
    """Answers as of both clocks; `Case` says what each argument leaves out."""

    def __init__(self, ledger: Ledger, listing: Listing, rooms: Rooms) -> None:
        self._ledger, self._list, self._rooms = ledger, listing, rooms

    def chains(self, as_of: AsOf) -> list[ChainRow]:
        """List what became of each actor's chance to reply, document by document."""
        sources = self._list.sources(AsOf(known=as_of.known))
        said, people = self._list.statements(as_of), self._list.actors(as_of)
        spoken_for = speaks_for(
            self._rooms.posts(as_of).tenures(),
            people,
            said,
            sources,
            self._list.text_of,
        )
        return ask.chains(
            self._list.replies(as_of),
            self._list.questions(as_of),
            said,
            people,
            {row.id: row for row in sources},
            spoken_for,
        )

    def answered(self, as_of: AsOf) -> list[AnsweredRow]:
        """List the questions with what addresses each part of them, as was said by then."""

        def made() -> list[AnsweredRow]:
            sources = {row.id: row for row in self._list.sources(AsOf(known=as_of.known))}
            return answered(
                self._list.questions(as_of),
                self._list.statements(as_of),
                sources,
                self._list.text_of,
            )

        moment = self._moment(as_of)
        rows = whole(self._ledger, "questions answered", moment, AnsweredRow, made)
        return self._list.marks(as_of).on(rows)

    def differing(self, as_of: AsOf) -> list[DifferenceRow]:
        """List where documents differ on a fact, and what settles it."""

        def made() -> list[DifferenceRow]:
            return self._rooms.differences(as_of).rows()

        rows = whole(self._ledger, "differences", self._moment(as_of), DifferenceRow, made)
        return self._list.marks(as_of).on(rows)

    def _moment(self, as_of: AsOf) -> str:
        """Name all that what is asked here can depend on: every entry in force, but for marks."""
        force = self._ledger.ask.clause(as_of)
        return f"{self._rooms.claims(as_of).moment} {concerning.all_but_marks(force)}"

    def brief(self, as_of: AsOf, since: str | None, judged: list[JudgementRow]) -> Brief:
        """Give what is contested, what changed since a day (EDTF), and what is open."""
        sources = self._list.sources(as_of)
        log = self._ledger.log(as_of.known)
        days = [row.known for row in sources] + [row.known for row in log[1:]]
        first = When.of(since).first_date if since is not None else None
        day = first.isoformat() if first else max(days, default="")
        claims = self._rooms.claims(as_of)
        return ask.brief(
            day,
            claims=claims.lines,
            moves=claims.changed(When.of(day)) if day else [],
            sources=sources,
            log=log,
            questions=self.answered(as_of),
            replies=self._list.replies(as_of),
            statements=self._list.statements(as_of),
            judgements=judged,
        )

    def timeline(self, as_of: AsOf, *, limit: int | None = None) -> list[TimelineRow]:
        """List all that the record puts in time; the first of it is remembered."""

        def made() -> list[TimelineRow]:
            happened = self._rooms.events(as_of)
            return ask.timeline(
                self._list.sources(as_of),
                self._list.statements(as_of),
                self._ledger.ask.dated(as_of),
                self._rooms.flows(as_of).arrows,
                happened.rows,
                happened.proceedings,
            )

        moment = self._moment(as_of)
        rows = first(self._ledger, "timeline listed", moment, TimelineRow, made, limit)
        return self._list.marks(as_of).on(rows)
