"""What a view may show: the rows that commands, pages and exports are made of.

A row that carries somebody's words carries whose they are, in the same object, and offers them only
together (`attributed`). There is no other way for a statement's content to reach a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from onrecord.core.alike import ProposalRow as ProposalRow
from onrecord.core.auditing import AuditRow
from onrecord.core.dates import When
from onrecord.core.differences import DifferenceRow as DifferenceRow
from onrecord.core.events import ProceedingRow as ProceedingRow
from onrecord.core.findings import TestRow as TestRow
from onrecord.core.flows import ArrowRow as ArrowRow
from onrecord.core.flows import IdentityRow as IdentityRow
from onrecord.core.grading import Grade
from onrecord.core.hypotheses import Matrix
from onrecord.core.identity import ActorId, MentionId, RowId, SourceId, TextId
from onrecord.core.judged import JudgementRow
from onrecord.core.origins import BranchRow as BranchRow
from onrecord.core.posts import TenureRow as TenureRow
from onrecord.core.quotes import QuoteRow as QuoteRow
from onrecord.core.said import Party as Party
from onrecord.core.said import ReplyRow as ReplyRow
from onrecord.core.said import StatementRow as StatementRow
from onrecord.core.said import Tally as Tally
from onrecord.core.said import Teller as Teller
from onrecord.core.said import told_by, told_in
from onrecord.core.spans import Span, Spans
from onrecord.core.standings import ClaimPages as ClaimPages
from onrecord.core.versions import VersionsRow as VersionsRow
from onrecord.core.vocabulary import (
    ActorKind,
    Bound,
    Judgement,
    Metadata,
    Naming,
    Standing,
)
from onrecord.core.wording import ENTERED
from onrecord.core.wording import NOBODY as NOBODY
from onrecord.core.wording import quoted as quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source, read or refused. `known` is the day the case could know it.

    `statements` leaves out duplicates; of the rest `proposals` are only proposed.
    """

    id: SourceId
    name: str
    media_type: str
    size: int
    sha256: str
    known: str
    entered: str
    metadata: Metadata
    text: TextId | None
    refusal: str | None
    words: int = 0
    statements: int = 0
    proposals: int = 0
    tenures: int = 0
    parent: SourceId | None = None
    page: str = ""
    version: int = 1
    versions: int = 1
    grades: tuple[Grade, ...] = ()

    @property
    def outlet(self) -> str:
        return self.metadata.outlet.value if self.metadata.outlet else ""

    @property
    def title(self) -> str:
        return self.metadata.title.value if self.metadata.title else self.name

    @property
    def published(self) -> When | None:
        return When.of(self.metadata.published.value) if self.metadata.published else None

    @property
    def label(self) -> str:
        """Name the source in a few words: its outlet, or else its file, its day, its version."""
        day = f", {self.published}" if self.published else ""
        version = f", version {self.version}" if self.versions > 1 else ""
        return f"{self.outlet or self.name}{day}{version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """One actor. `because` says which decisions and likenesses hold its mentions together.

    `statements` leaves out duplicates; of the rest `proposals` are only proposed.
    """

    id: ActorId
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    naming: Naming
    titles: tuple[str, ...]
    statements: int
    mentions: tuple[tuple[SourceId, Span], ...]
    because: tuple[str, ...]
    proposals: int = 0

    @property
    def sources(self) -> int:
        return len({source for source, _ in self.mentions})


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """Where one source names or points to an actor, in the words of the source."""

    id: MentionId
    source: SourceId
    source_label: str
    words: str
    at: Span
    entered_by: str = ""

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        by = f" ({ENTERED} {self.entered_by})" if self.entered_by else ""
        return f"{self.source_label} writes: {quoted(self.words, most)}{by}"


PASSED = "passed"
"""The kind of a row of the timeline that tells what passed from one to another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineRow:
    """A date and the words that give it.

    `kind`: published, modified, said, in the text, or what is told to have happened (`PASSED`, the
    kind of an event); then `what` says it in a few words, `told` as what it is told (done, only
    considered), `parties` who took part, `standing` where it is derived, and `ended` how the
    proceeding that it is a step of is told to have ended. `statement` is the
    attribution the words stand in; None: the source's own voice. `entered_by` is who entered the
    date by hand; '': a reader read it.
    """

    when: When | None
    kind: str
    source: SourceId
    source_label: str
    words: str
    at: Span | None
    statement: StatementRow | None = None
    id: str = ""
    what: str = ""
    told: str = ""
    parties: tuple[Party, ...] = ()
    standing: Standing | None = None
    ended: str = ""
    entered_by: str = ""

    @property
    def actors(self) -> frozenset[ActorId]:
        """Who speaks, and who is told to have taken part, as far as they are known."""
        found = {party.actor for party in self.parties}
        if self.statement is not None:
            found.add(self.statement.actor)
        return frozenset(actor for actor in found if actor is not None)

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        date = f" (date {ENTERED} {self.entered_by})" if self.entered_by else ""
        if self.statement is not None:
            return f"{self.statement.attributed(most)}{date}"
        if self.at is None:
            return f"{self.source_label}: {self.words}"
        return f"{self.source_label} writes: {quoted(self.words, most)}{date}"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRow:
    """How many or how much, in `words` of the sentence `around` it; `counted` is its own words.

    The other fields are those of `Quantity`. `owner` says whose it is, in the words of the text;
    `statement` is the attribution the words stand in; None: the source's own voice.
    """

    id: RowId
    source: SourceId
    source_label: str
    counted: str
    words: str
    at: Span
    around: Span
    bound: Bound
    number: float | None
    most: float | None
    unit: str
    item: str
    owner: str
    mention: MentionId | None
    actor: ActorId | None = None
    actor_name: str = ""
    statement: StatementRow | None = None

    @property
    def attribution(self) -> str:
        """Say whose words they are."""
        return told_by(self.statement, self.source_label)

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        return told_in(self.statement, self.source_label, self.words, most)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """Something asked: of whom, on which day, by what day; None: the words do not say.

    Who asks is the source of the `statement` by which it is asked.
    """

    id: RowId
    source: SourceId
    source_label: str
    words: str
    at: Span
    spans: Spans
    asked: Party | None
    put: When | None
    due: When | None
    statement: StatementRow

    @property
    def attribution(self) -> str:
        """Say who asks, whom if that is known, and who reports it."""
        return self.statement.attribution

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        return self.statement.attributed(most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a search found: by words, in the sentence they stand in and with whose words it is.

    By meaning it is a whole statement, and `likeness` is the cosine of its vector and that of what
    was asked, from -1 to 1; None: it was found by its words.
    """

    source: SourceId
    source_label: str
    at: Span
    words: str
    found: Spans
    statement: StatementRow | None = None
    likeness: float | None = None

    def attributed(self, most: int | None = None) -> str:
        return told_in(self.statement, self.source_label, self.words, most)


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One operation on the case: who did what, when; `undone_by` took it back.

    `judged` is the judgement that it gave, if it gave one; `takes_back` the operation that it took
    back, if it took one back.
    """

    number: int
    verb: str
    by: str
    because: str
    known: str
    entered: str
    entries: int
    summary: str
    undone_by: int | None
    judged: Judgement | None = None
    takes_back: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The name of all that the record holds up to now: compare it, print it, keep it elsewhere."""

    batches: int
    entries: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that verification found wrong: where, and what."""

    where: str
    what: str


class CarriedRows(Protocol):
    """What documents carry of one another, as of one moment."""

    @property
    def branches(self) -> list[BranchRow]: ...
    @property
    def quotes(self) -> list[QuoteRow]: ...
    @property
    def versions(self) -> list[VersionsRow]: ...


class Judged(Protocol):
    """What people decided, and what it comes to."""

    @property
    def rows(self) -> list[JudgementRow]: ...
    @property
    def grades(self) -> dict[str, tuple[Grade, ...]]: ...
    @property
    def hypotheses(self) -> Matrix: ...
    @property
    def audited(self) -> list[AuditRow]: ...
