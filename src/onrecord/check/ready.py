"""A record made ready for the rules: its rows by what they are looked up by, each made once.

Nothing here depends on a draft. What is asked of the record for one draft after another is kept
for the last two of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property

from onrecord.check.matter import Matter
from onrecord.check.meant import surname
from onrecord.check.quotations import Unfound, Wordings, bare, quotations
from onrecord.check.record import Record
from onrecord.core.drafts import Held
from onrecord.core.events import EventRow
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.lately import Lately
from onrecord.core.posts import HolderRow, TenureRow
from onrecord.core.quantities import same_thing
from onrecord.core.quotes import Drift, QuoteRow, VariantRow, WordingRow
from onrecord.core.rows import ActorRow, QuantityRow, ReplyRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import EventKind, Naming, Realised, SpeechAct

_Names = dict[str, list[tuple[list[str], ActorRow]]]


class Ready:
    """The rows of a record, by what the rules look them up by."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._was: Lately[tuple[str, str, date], HolderRow] = Lately()
        self._held: Lately[str, Sequence[TenureRow]] = Lately()
        self._past: Lately[tuple[str, str, date], Sequence[Held]] = Lately()
        self._unfound: Lately[str, Unfound | None] = Lately()

    def turn(self) -> None:
        """Begin another draft: what the last but one asked for is forgotten."""
        for one in (self._was, self._held, self._past, self._unfound):
            one.turn()

    # --- posts ---

    def was(self, name: str, post: str, day: date) -> HolderRow:
        """Say whether somebody held a post on a day."""
        return self._was.get((name, post, day), lambda: self._record.was(name, post, day))

    def held(self, name: str) -> Sequence[TenureRow]:
        """Give the tenures of somebody."""
        return self._held.get(name, lambda: self._record.held(name))

    def called_past(self, name: str, post: str, day: date) -> Sequence[Held]:
        """Give where sources of a day or before tell of somebody's post as past."""
        return self._past.get(
            (name, post, day), lambda: list(called_past(self._record, name, post, day))
        )

    # --- words ---

    def unfound_at(self, at: Span, draft: str) -> Unfound | None:
        """Look up some words of a draft, as if they were quoted; None: a source has them."""
        return self._unfound.get(at.of(draft), lambda: self.wordings.unfound(at, draft))

    @cached_property
    def wordings(self) -> Wordings:
        """The words of all sources, to look quotations up in."""
        return Wordings([(source, text) for source, _, text in self._record.texts])

    @cached_property
    def quoted(self) -> frozenset[str]:
        """The bare words of all that sources have between quotation marks."""
        texts = (text.characters for _, _, text in self._record.texts)
        return frozenset(bare(at.of(words)) for words in texts for at in quotations(words))

    @cached_property
    def labels(self) -> dict[SourceId, str]:
        """What each source is called."""
        return {source: label for source, label, _ in self._record.texts}

    @cached_property
    def altered(self) -> dict[tuple[SourceId, Span], VariantRow]:
        """The wordings of the record that differ from the fullest, by where they stand."""
        return altered(self._record.quotes)

    def statement(self, wording: WordingRow) -> StatementRow | None:
        """Give the statement that some words of a source belong to."""
        return self._statements.get((wording.source, wording.statement))

    @cached_property
    def _statements(self) -> dict[tuple[SourceId, str | None], StatementRow]:
        return {(row.source, row.id): row for row in self._record.statements}

    # --- numbers and events ---

    @cached_property
    def quantities(self) -> dict[tuple[str, str], list[QuantityRow]]:
        """The quantities, by the thing counted and the unit."""
        found: dict[tuple[str, str], list[QuantityRow]] = defaultdict(list)
        for row in self._record.quantities:
            found[same_thing(row.item), row.unit].append(row)
        return dict(found)

    @cached_property
    def matter_of_quantities(self) -> Matter:
        """Tells sentences with numbers apart by their rare words."""
        return Matter([row.words for row in self._record.quantities])

    @cached_property
    def events(self) -> dict[EventKind, list[EventRow]]:
        """The events that have a day and that nobody denies, by their kind."""
        found: dict[EventKind, list[EventRow]] = defaultdict(list)
        for row in self._record.events:
            if row.when is not None and row.realised is not Realised.DENIED:
                found[row.kind].append(row)
        return dict(found)

    @cached_property
    def matter_of_events(self) -> Matter:
        """Tells sentences with events apart by their rare words."""
        return Matter([row.words for row in self._record.events])

    # --- people ---

    @cached_property
    def names(self) -> dict[str, ActorRow]:
        """The persons by each of their names, folded."""
        return {fold(name): row for row in self._record.people for name in row.names}

    @cached_property
    def by_surname(self) -> _Names:
        """The words of full names with whose they are, by the last of them."""
        return self._full_names(-1)

    @cached_property
    def by_first(self) -> _Names:
        """The same, by the first of them."""
        return self._full_names(0)

    @cached_property
    def person_ids(self) -> frozenset[str]:
        """The ids of the persons."""
        return frozenset(row.id for row in self._record.people)

    @cached_property
    def asked(self) -> dict[str, list[ReplyRow]]:
        """What became of requests, by the surname of who was asked."""
        found: dict[str, list[ReplyRow]] = defaultdict(list)
        for row in self._record.replies:
            found[surname(row.asked.actor_name)].append(row)
        return dict(found)

    @cached_property
    def said_by(self) -> dict[str, list[StatementRow]]:
        """The statements of those who are named, by their surname."""
        found: dict[str, list[StatementRow]] = defaultdict(list)
        for row in self._record.statements:
            if row.naming is Naming.NAMED and row.actor_name:
                found[surname(row.actor_name)].append(row)
        return dict(found)

    @cached_property
    def speaking(self) -> frozenset[str]:
        """All words of the names of those who say anything but that they will not speak."""
        names = {(row.actor_name, row.speaker) for row in spoken(self._record.statements)}
        whole = {surname(name) for name, _ in names}
        return frozenset(whole.union(*(fold(words).split() for _, words in names)))

    def _full_names(self, which: int) -> _Names:
        found: _Names = defaultdict(list)
        for row in self._record.people:
            for name in row.names:
                words = fold(name).split()
                if len(words) > 1:
                    found[words[which]].append((words, row))
        return dict(found)


_PAST = (
    r"(?:then|the then|at the time|former|formerly|a former|the former|previously|once|until \d{4})"
)


def called_past(record: Record, name: str, post: str, day: date) -> Iterator[Held]:
    """Find where sources of a day or before tell of somebody's post as past, in their words."""
    last = name.split()[-1]
    whom, title = re.escape(last), re.escape(post).replace(r"\ ", r"\s+")
    pattern = re.compile(
        rf"\b{whom},\s+(?:who was\s+)?{_PAST}\s+(?:the\s+)?{title}\b"
        rf"|\b{_PAST}\s+{title},?\s+(?:[A-Z][\w’'-]+\s+){{0,2}}{whom}\b",
        re.IGNORECASE,
    )
    for source, label, text in record.texts:
        published = record.published.get(source)
        first = published.first_date if published is not None else None
        if first is None or first > day or last not in text.characters:
            continue
        found = pattern.search(text.characters)
        if found is not None:
            at = Span(*found.span())
            yield Held(source=source, source_label=label, at=at, words=found.group())


def altered(quotes: Iterable[QuoteRow]) -> dict[tuple[SourceId, Span], VariantRow]:
    """Give the wordings that differ from the fullest, by where they stand."""
    return {
        (one.wording.source, one.wording.at): one
        for quote in quotes
        for one in quote.variants
        if one.drift is not Drift.IDENTICAL
    }


def spoken(rows: Iterable[StatementRow]) -> list[StatementRow]:
    """Give the statements that are more than a refusal to speak."""
    return [row for row in rows if row.act is not SpeechAct.DECLINES]
