"""Rows on posts: who held what, and what is answered on a day, each with the rows it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.holding import Holds, Why, borne_on, why
from onrecord.core.identity import ActorId, MentionId, RowId, SourceId, TextId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.wording import MANNER, NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name and while it was borne; None: always, as far as is known."""

    name: str
    borne: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureRow:
    """One tenure as a source has it. `at` is its row in a table, or its words in a text, and
    `around` the sentence they stand in.

    `person` and `office` are the keys of its table, or '' where it has none; `seen` is the day of
    its source as an ordinal, up to which an open end is open. `statement` is the attribution it
    stands in; None: the source's own voice.
    """

    id: RowId
    source: SourceId
    source_label: str
    text: TextId
    at: Span
    around: Span
    names: tuple[Named, ...]
    post: str
    body: str
    held: When | None
    cited: tuple[When, ...]
    listed: bool
    known: str
    reader: str
    seen: int
    person: str = ""
    office: str = ""
    mention: MentionId | None = None
    actor: ActorId | None = None
    statement: StatementRow | None = None

    @property
    def name(self) -> str:
        """The holder's name when the tenure began."""
        return self.called(self.held.first_date if self.held else None)

    @property
    def dates(self) -> str:
        """The tenure's interval, or the days on which it is attested."""
        if self.held is not None:
            return self.held.edtf
        return "; ".join(one.edtf for one in self.cited) or "not known"

    def called(self, day: date | None) -> str:
        """Give the name that the holder bore on a day: the latest taken by then."""
        fit = [one for one in self.names if borne_on(one.borne, day)]
        fit = fit or [one for one in self.names if _taken(one) <= _ordinal(day)] or [*self.names]
        return max(fit, key=_taken).name if day is not None else fit[0].name

    def why(self, day: date) -> Why:
        """Say what a day is to this tenure."""
        return why(self.held, self.cited, day, self.seen)

    @property
    def attribution(self) -> str:
        """Say whose words or whose table it is."""
        if self.statement is not None:
            return self.statement.attribution
        return f"{self.source_label} {'lists' if self.listed else 'writes'}"

    @property
    def told_by(self) -> str:
        """Name who has it so in a few words: the source, or whoever it reports."""
        if self.statement is None:
            return self.source_label
        said = self.statement
        who = said.actor_name or " ".join(said.speaker.split()) or NOBODY
        return f"as {who} is reported to have {MANNER[said.act]}; {self.source_label}"

    @property
    def holder(self) -> str:
        """What tells one holder from another: an actor, a table's key, or else the folded name."""
        return self.actor or self.person or f"named {fold(self.names[0].name)}"

    @property
    def attributed_post(self) -> str:
        return f"{self.post}, {self.body}" if self.body else self.post


def _taken(named: Named) -> int:
    first = named.borne.first if named.borne else None
    return 0 if first is None else first


def _ordinal(day: date | None) -> int:
    return 0 if day is None else day.toordinal()


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderRow:
    """Whether one actor held a post on a day, why, and the rows that says it.

    `name` is the name borne on that day. A judgement of `no` rests on rows too.
    """

    answer: Holds
    name: str
    post: str
    body: str
    on: When
    because: tuple[str, ...]
    rests_on: tuple[TenureRow, ...]
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is answered to a question about a post: yes, somebody held it; no, it was vacant.

    `holders` are those who held it, then those of whom that is not known; `vacant` are the rows
    that say that nobody did.
    """

    answer: Holds
    on: When
    because: tuple[str, ...]
    holders: tuple[HolderRow, ...] = ()
    vacant: tuple[TenureRow, ...] = ()

    @property
    def sure(self) -> tuple[HolderRow, ...]:
        """Those who held it."""
        return tuple(row for row in self.holders if row.answer is Holds.YES)
