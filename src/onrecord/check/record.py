"""What a draft is held against: the rows of a record as of two clocks, and what answers for it.

The working stages do not know one another; `onrecord.case` puts this together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from onrecord.core.dates import When
from onrecord.core.drafts import Near
from onrecord.core.events import EventRow, ProceedingRow
from onrecord.core.flows import IdentityRow
from onrecord.core.identity import SourceId, StatementId
from onrecord.core.laid import Laid
from onrecord.core.posts import HolderRow, TenureRow
from onrecord.core.quotes import QuoteRow
from onrecord.core.rows import ActorRow, QuantityRow, ReplyRow, StatementRow, TimelineRow
from onrecord.core.vocabulary import Text

DRAFT = SourceId("the draft")
"""What a draft is called where it stands among the sources."""


class ByMeaning(Protocol):
    """Answers what of the record stands beside words of a draft, by meaning."""

    def lay_out(self) -> None:
        """Work out whatever a draft may ask for, so that it is laid out."""
        ...

    def prepare(self, wordings: Sequence[str]) -> None:
        """Take in all wordings that will be asked about, which is quicker than one by one."""
        ...

    def like(self, wording: str) -> Sequence[Near]:
        """Give the nearest statements, the most alike first; what they do to it is not asked."""
        ...

    def near(self, wording: str, of: Callable[[Near], bool] | None = None) -> Sequence[Near]:
        """Give the same with what each does to it; `of` says of which this is asked, which is dear.

        What that says depends on the wording and on the statement alone.
        """
        ...

    def wide(self, wording: str) -> Sequence[Near]:
        """Give all statements that may speak to it, general denials among them; this is slower."""
        ...

    def wide_of(self, wording: str, wanted: Callable[[str], bool]) -> Sequence[Near]:
        """Give those of `wide` that are of parties who are wanted, but for what is taken back."""
        ...

    def placed(self, wording: str) -> Sequence[Near]:
        """Give who takes a stance on it as on a claim, told in other words too; the slowest."""
        ...

    def party(self, words: str) -> str:
        """Tell for whom somebody speaks, in the terms of `Near.party`; '' not known."""
        ...


@dataclass(frozen=True, kw_only=True)
class Record:
    """The rows of a record, and what answers for it.

    Attributes:
        labels: of its sources that have running text, in the order in which they came.
        text: gives the text of one of them.
        published: the days on which they were published.
        quotes: its utterances.
        people: the persons of the record, with all their names.
        titles, holders: the names of the posts of the record, and of who held any, folded.
        was: says whether somebody held a post on a day.
        held: gives the tenures of somebody.
        dated: the dates that its texts give.
        identities: who is held to be whom.
        asked: finds what stands beside words of the draft by meaning.
        origins: gives the independent origins of a claim in words; this is slow.
        statement: gives a statement by its place.
        laid: has what no draft changes.
    """

    labels: Mapping[SourceId, str]
    text: Callable[[SourceId], Text]
    published: Mapping[SourceId, When | None]
    statements: Sequence[StatementRow]
    replies: Sequence[ReplyRow]
    quantities: Sequence[QuantityRow]
    quotes: Sequence[QuoteRow]
    people: Sequence[ActorRow]
    events: Sequence[EventRow]
    proceedings: Sequence[ProceedingRow]
    dated: Sequence[TimelineRow]
    identities: Sequence[IdentityRow]
    asked: ByMeaning
    origins: Callable[[str], Sequence[Sequence[SourceId]]]
    titles: frozenset[str]
    holders: frozenset[str]
    was: Callable[[str, str, date], HolderRow]
    held: Callable[[str], Sequence[TenureRow]]
    statement: Callable[[SourceId, StatementId], StatementRow]
    laid: Laid
