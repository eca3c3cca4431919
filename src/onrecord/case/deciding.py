"""Deciding: the one way by which a decision comes on record, and is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.case.claims import Claims
from onrecord.case.judging import Judging
from onrecord.case.listing import Listing
from onrecord.case.present import NOW, by_the_user
from onrecord.case.quoting import MOST, quoted_rows
from onrecord.core.dates import When
from onrecord.core.errors import NoSuchRow
from onrecord.core.identity import actor_id, kind_of, row_id
from onrecord.core.rows import LogRow
from onrecord.core.seams import Clock
from onrecord.core.vocabulary import AsOf, Judgement, Verb
from onrecord.ledger import Ledger

Decision = tuple[Verb, tuple[str, ...], str]
"""What is decided, of which rows, and what the verb does not say."""


class Deciding:
    """Puts decisions on record, and lists them.

    Args:
        claims: gives the claims as of both clocks, which are worded rather than read.
    """

    def __init__(
        self, ledger: Ledger, clock: Clock, listing: Listing, claims: Callable[[AsOf], Claims]
    ) -> None:
        self._ledger, self._clock, self._list, self._claims = ledger, clock, listing, claims
        self.at_once = False
        """Whether claims and actors are looked for as they were last worked out, without more."""

    def judging(self, as_of: AsOf = NOW) -> Judging:
        """Give what lists the judgements in force by recorded time, and takes new ones."""
        known = AsOf(known=as_of.known)
        return Judging(
            self._ledger.ask.decisions(known), self._anchor, self._decided,
            lambda ids: {**quoted_rows(self._ledger, ids, known), **self._worded(ids, known)},
            as_of.valid,
        )  # fmt: skip

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
        made = self._made((verb, about, value), by=by, because=because, when=when, note=note)
        self._ledger.judge(made)
        return made

    def record(
        self, first: Decision, *with_it: Decision, by: str | None, because: str
    ) -> Judgement:
        """Put a decision on record with others that are taken back with it; gives the first."""
        made = [self._made(one, by=by, because=because) for one in (first, *with_it)]
        self._ledger.judge(*made)
        return made[0]

    def _made(
        self,
        decision: Decision,
        *,
        by: str | None,
        because: str,
        when: When | None = None,
        note: str = "",
    ) -> Judgement:
        verb, about, value = decision
        by, moment = by or by_the_user(), self._clock().isoformat()
        given = [verb, *about, by, because, value, str(when or ""), note, moment]
        return Judgement(
            id=row_id("jdg", given), verb=verb, about=about, by=by, because=because, value=value,
            when=when, note=note,
        )  # fmt: skip

    def _worded(self, ids: Iterable[str], as_of: AsOf) -> dict[str, str]:
        """Give claims in their wording, which is nobody's word for it, with how they stand."""
        wanted = {one for one in ids if kind_of(one) == "claim"}
        if self.at_once and wanted:
            return self._claims(as_of).worded_before(wanted, MOST)
        lines = self._claims(as_of).lines if wanted else []
        return {line.id: line.attributed(MOST) for line in lines if line.id in wanted}

    def _anchor(self, row: str) -> str:
        """Give the mention that a judgement about a row is anchored to: its founder."""
        if kind_of(row) != "actor":
            return self.find(row)
        if self.at_once and (founder := self._founder(row)):
            return founder
        for actor in self._list.people(NOW):
            if actor.id == row:
                return actor.mentions[0][1]
        raise NoSuchRow(f"there is no actor {row}", help="'onrecord actors' lists them")

    def _founder(self, actor: str) -> str:
        """Give the mention that an actor is named by; '': no mention in force names one so."""
        mentions = (mention.id for _, _, mention in self._ledger.ask.mentions(NOW))
        return next((one for one in mentions if actor_id(one) == actor), "")

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
        return next(row for row in self._ledger.log() if row.number == number)

    def find(self, beginning: str) -> str:
        """Give the one id that begins so.

        Raises:
            NoSuchRow: nothing does, or several things do.
        """
        if kind_of(beginning) == "claim":
            claims = self._claims(NOW)
            if self.at_once and claims.was(beginning):
                return beginning
            return claims.find(beginning)
        if self.at_once and kind_of(beginning) == "actor" and self._founder(beginning):
            return beginning
        found = self._ledger.find(beginning)
        if kind_of(beginning) == "actor":
            found = [actor.id for actor in self._list.people(NOW) if actor.id.startswith(beginning)]
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
