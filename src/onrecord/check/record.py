"""What a draft is held against: the rows of a record as of two clocks, and what answers for it.

The working stages do not know one another; `onrecord.case` puts this together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.core.events import EventRow, ProceedingRow
from onrecord.core.identity import SourceId
from onrecord.core.posts import HolderRow, TenureRow
from onrecord.core.quotes import QuoteRow
from onrecord.core.rows import ActorRow, QuantityRow, ReplyRow, StatementRow
from onrecord.core.vocabulary import Text

DRAFT = SourceId("the draft")
"""What the draft is called where it stands among the sources, as in `quotes`."""


@dataclass(frozen=True, kw_only=True)
class Against:
    """The record, as rules ask it.

    Attributes:
        texts: of its sources, in the order in which they came.
        quotes: its utterances with those of the draft among them, as a source called `DRAFT`.
        people: the persons of the record, with all their names.
        was: says whether somebody held a post on a day.
        held: gives the tenures of somebody.
    """

    texts: Sequence[tuple[SourceId, str, Text]]
    statements: Sequence[StatementRow]
    replies: Sequence[ReplyRow]
    quantities: Sequence[QuantityRow]
    quotes: Sequence[QuoteRow]
    people: Sequence[ActorRow]
    events: Sequence[EventRow]
    proceedings: Sequence[ProceedingRow]
    was: Callable[[str, str, date], HolderRow]
    held: Callable[[str], Sequence[TenureRow]]
