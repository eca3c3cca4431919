"""A record made ready for the rules: its rows by what they are looked up by, each made once.

Nothing here depends on a draft. What is asked of the record for one draft after another is kept
for the last two of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from onrecord.check.days import Days, Round, days_told
from onrecord.check.matter import Matter
from onrecord.check.meant import surname
from onrecord.check.quotations import SHORTEST, Unfound, Wordings, bare, quotations
from onrecord.check.record import Record
from onrecord.check.stopped import stopped
from onrecord.core.drafts import Held
from onrecord.core.events import EventRow
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId, StatementId
from onrecord.core.lately import Lately
from onrecord.core.posts import HolderRow, TenureRow
from onrecord.core.quantities import same_thing
from onrecord.core.quotes import Drift, QuoteRow, VariantRow, WordingRow
from onrecord.core.rows import ActorRow, QuantityRow, ReplyRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Naming, Realised, SpeechAct

T = TypeVar("T")
_Names = dict[str, list[tuple[list[str], int]]]


class _Index(Generic[T]):
    """Rows by what they are looked up by; each is read when it is found."""

    def __init__(self, rows: Sequence[T], places: Mapping[str, Sequence[int]]) -> None:
        self._rows, self._places = rows, places

    def get(self, *key: str) -> list[T]:
        """Give the rows of a key, in their order."""
        return [self._rows[at] for at in self._places.get(_KEY.join(key), ())]


_KEY = "\x1f"
"""Joins the parts of a key: no words have it."""


class Ready:
    """The rows of a record, by what the rules look them up by."""

    def __init__(self, record: Record) -> None:
        self._record, self._laid = record, record.laid
        self._was: Lately[tuple[str, str, date], HolderRow] = Lately()
        self._held: Lately[str, Sequence[TenureRow]] = Lately()
        self._past: Lately[tuple[str, str, date], Sequence[Held]] = Lately()
        self._unfound: Lately[str, Unfound | None] = Lately()
        self._articles: Lately[str, bool] = Lately()

    def _by(self, name: str, rows: Sequence[T], keys: Callable[[T], Iterable[str]]) -> _Index[T]:
        def made() -> dict[str, list[int]]:
            found: dict[str, list[int]] = defaultdict(list)
            for at, row in enumerate(rows):
                for key in keys(row):
                    found[key].append(at)
            return dict(found)

        return _Index(rows, self._laid.value(name, dict[str, list[int]], made))

    def turn(self) -> None:
        """Begin another draft: what the last but one asked for is forgotten."""
        for one in (self._was, self._held, self._past, self._unfound, self._articles):
            one.turn()

    def lay_out(self) -> None:
        """Work out whatever a draft may ask for, so that it is laid out."""
        _ = (
            self.wordings, self.quoted, self._altered, self.quantities, self.matter_of_quantities,
            self.events, self.all_events, self.matter_of_events, self._names,
            self._by_surname, self._by_first, self.person_ids, self.asked, self.said_by,
            self.speaking, self._utterances, self.said_in, self.stopped,
            self.quantities_of, self.days,
        )  # fmt: skip

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
            (name, post, day),
            lambda: list(called_past(self._record, self.wordings, name, post, day)),
        )

    # --- words ---

    def unfound_at(self, at: Span, draft: str) -> Unfound | None:
        """Look up some words of a draft, as if they were quoted; None: a source has them."""
        return self._unfound.get(at.of(draft), lambda: self.wordings.unfound(at, draft))

    def takes_article(self, name: str) -> bool:
        """Say whether a name mostly stands after "the" in the sources."""
        return self._articles.get(name, lambda: self.wordings.follows("the", name))

    @cached_property
    def wordings(self) -> Wordings:
        """The words of all sources, to look quotations up in."""
        record = self._record
        said = self._laid.value(
            "bare texts",
            dict[SourceId, str],
            lambda: {source: bare(record.text(source).characters) for source in record.labels},
        )
        return Wordings(said, lambda source: record.text(source).characters)

    @cached_property
    def quoted(self) -> frozenset[str]:
        """The bare words of all that sources have between quotation marks."""

        def made() -> frozenset[str]:
            texts = (self._record.text(source).characters for source in self._record.labels)
            return frozenset(bare(at.of(words)) for words in texts for at in quotations(words))

        return self._laid.value("quoted", frozenset[str], made)

    def altered(self, source: SourceId, at: Span) -> VariantRow | None:
        """Give the wording of the record at a place, if it differs from the fullest."""
        found = self._altered.get((source, at.start, at.end))
        return None if found is None else self._record.quotes[found[0]].variants[found[1]]

    @cached_property
    def _altered(self) -> dict[tuple[SourceId, int, int], tuple[int, int]]:
        found = self._laid.value(
            "altered",
            list[tuple[SourceId, int, int, int, int]],
            lambda: list(_places_altered(self._record.quotes)),
        )
        return {(source, start, end): (one, two) for source, start, end, one, two in found}

    def utterance(self, source: SourceId, at: Span) -> QuoteRow | None:
        """Give the utterance of the record of which a wording stands at a place."""
        found = self._utterances.get((source, at.start, at.end))
        return None if found is None else self._record.quotes[found]

    @cached_property
    def _utterances(self) -> dict[tuple[SourceId, int, int], int]:
        found = self._laid.value(
            "utterances by place",
            list[tuple[SourceId, int, int, int]],
            lambda: [
                (wording.source, wording.at.start, wording.at.end, number)
                for number, one in enumerate(self._record.quotes)
                for wording in (one.fullest, *(other.wording for other in one.variants))
            ],
        )
        return {(source, start, end): number for source, start, end, number in found}

    def statements_with(self, words: str) -> list[StatementRow]:
        """Give who says some words, the innermost where one tells of another, once a source."""
        if bare(words).count(" ") < SHORTEST:
            return []
        found = []
        for source, at in self.wordings.places(words):
            holding = [
                row
                for row in self.said_in.get(source)
                if any(span.holds(at) for span in row.content_spans)
            ]
            if holding:
                found.append(max(holding, key=lambda row: (row.depth, -row.at.end)))
        return found

    @cached_property
    def said_in(self) -> _Index[StatementRow]:
        """The statements, by their source."""
        return self._by("statements by source", self._record.statements, lambda row: (row.source,))

    def statement(self, wording: WordingRow) -> StatementRow | None:
        """Give the statement that some words of a source belong to."""
        if wording.statement is None:
            return None
        return self._record.statement(wording.source, StatementId(wording.statement))

    # --- numbers and events ---

    @cached_property
    def quantities(self) -> _Index[QuantityRow]:
        """The quantities, by the thing counted and the unit."""
        return self._by(
            "quantities by thing",
            self._record.quantities,
            lambda row: (_KEY.join((same_thing(row.item), row.unit)),),
        )

    @cached_property
    def quantities_of(self) -> _Index[QuantityRow]:
        """The quantities by their number, as `number_key` writes it."""
        return self._by(
            "quantities by number",
            self._record.quantities,
            lambda row: () if row.number is None else (number_key(row.number),),
        )

    @cached_property
    def matter_of_quantities(self) -> Matter:
        """Tells sentences with numbers apart by their rare words."""
        return Matter.laid(
            self._laid,
            "words of quantities",
            lambda: (row.words for row in self._record.quantities),
        )

    @cached_property
    def events(self) -> _Index[EventRow]:
        """The events that have a day and that nobody denies, by their kind."""
        return self._by(
            "dated events",
            self._record.events,
            lambda row: (
                (row.kind,) if row.when is not None and row.realised is not Realised.DENIED else ()
            ),
        )

    @cached_property
    def all_events(self) -> _Index[EventRow]:
        """The events, by their kind."""
        return self._by("events by kind", self._record.events, lambda row: (row.kind,))

    @cached_property
    def matter_of_events(self) -> Matter:
        """Tells sentences with events apart by their rare words."""
        return Matter.laid(
            self._laid, "words of events", lambda: (row.words for row in self._record.events)
        )

    @cached_property
    def days(self) -> Days:
        """What the sources tell of each day."""
        record = self._record
        return Days(
            self._laid.value(
                "words round dates",
                list[tuple[SourceId, int, int, int, Round]],
                lambda: list(
                    days_told(
                        record.dated, lambda one: record.text(one).characters, record.published
                    )
                ),
            )
        )

    @cached_property
    def stopped(self) -> list[tuple[SourceId, Span]]:
        """The sentences of the sources that tell that a case or the like was stopped."""
        record = self._record
        found = self._laid.value(
            "what was stopped",
            list[tuple[SourceId, int, int]],
            lambda: [
                (source, at.start, at.end)
                for source in record.labels
                for at in stopped(record.text(source))
            ],
        )
        return [(source, Span(start, end)) for source, start, end in found]

    # --- people ---

    def person(self, name: str) -> ActorRow | None:
        """Give the person who goes by a name, which is folded."""
        at = self._names.get(name)
        return None if at is None else self._record.people[at]

    @cached_property
    def _names(self) -> dict[str, int]:
        people = self._record.people
        return self._laid.value(
            "people by name",
            dict[str, int],
            lambda: {fold(name): at for at, row in enumerate(people) for name in row.names},
        )

    def with_surname(self, name: str) -> list[tuple[list[str], ActorRow]]:
        """Give the words of the full names that end so, with whose they are."""
        return self._whose(self._by_surname.get(name, ()))

    def with_first_name(self, name: str) -> list[tuple[list[str], ActorRow]]:
        """Give the words of the full names that begin so, with whose they are."""
        return self._whose(self._by_first.get(name, ()))

    def _whose(self, found: Iterable[tuple[list[str], int]]) -> list[tuple[list[str], ActorRow]]:
        return [(words, self._record.people[at]) for words, at in found]

    @cached_property
    def _by_surname(self) -> _Names:
        return self._laid.value("people by surname", _Names, lambda: self._full_names(-1))

    @cached_property
    def _by_first(self) -> _Names:
        return self._laid.value("people by first name", _Names, lambda: self._full_names(0))

    @cached_property
    def person_ids(self) -> frozenset[str]:
        """The ids of the persons."""
        people = self._record.people
        return self._laid.value(
            "ids of people", frozenset[str], lambda: frozenset(row.id for row in people)
        )

    @cached_property
    def asked(self) -> _Index[ReplyRow]:
        """What became of requests, by the surname of who was asked."""
        return self._by(
            "replies by surname",
            self._record.replies,
            lambda row: (surname(row.asked.actor_name),),
        )

    @cached_property
    def said_by(self) -> _Index[StatementRow]:
        """The statements of those who are named, by their surname."""
        return self._by(
            "statements by surname",
            self._record.statements,
            lambda row: (
                (surname(row.actor_name),) if row.naming is Naming.NAMED and row.actor_name else ()
            ),
        )

    @cached_property
    def speaking(self) -> frozenset[str]:
        """All words of the names of those who say anything but that they will not speak."""
        return self._laid.value("words of speakers", frozenset[str], self._speaking)

    def _speaking(self) -> frozenset[str]:
        names = {(row.actor_name, row.speaker) for row in spoken(self._record.statements)}
        whole = {surname(name) for name, _ in names}
        return frozenset(whole.union(*(fold(words).split() for _, words in names)))

    def _full_names(self, which: int) -> _Names:
        found: _Names = defaultdict(list)
        for at, row in enumerate(self._record.people):
            for name in row.names:
                words = fold(name).split()
                if len(words) > 1:
                    found[words[which]].append((words, at))
        return dict(found)


def number_key(number: float) -> str:
    """Write a number as quantities are looked up by it."""
    return f"{number:g}"


_PAST = (
    r"(?:then|the then|at the time|former|formerly|a former|the former|previously|once|until \d{4})"
)


def called_past(
    record: Record, wordings: Wordings, name: str, post: str, day: date
) -> Iterator[Held]:
    """Find where sources of a day or before tell of somebody's post as past, in their words."""
    last = name.split()[-1]
    whom, title = re.escape(last), re.escape(post).replace(r"\ ", r"\s+")
    pattern = re.compile(
        rf"\b{whom},\s+(?:who was\s+)?{_PAST}\s+(?:the\s+)?{title}\b"
        rf"|\b{_PAST}\s+{title},?\s+(?:[A-Z][\w’'-]+\s+){{0,2}}{whom}\b",
        re.IGNORECASE,
    )
    for source, label in record.labels.items():
        published = record.published.get(source)
        first = published.first_date if published is not None else None
        if first is None or first > day or not wordings.may_hold(last, source):
            continue
        found = pattern.search(record.text(source).characters)
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


def _places_altered(
    quotes: Iterable[QuoteRow],
) -> Iterator[tuple[SourceId, int, int, int, int]]:
    for number, quote in enumerate(quotes):
        for which, one in enumerate(quote.variants):
            if one.drift is not Drift.IDENTICAL:
                at = one.wording.at
                yield one.wording.source, at.start, at.end, number, which


def spoken(rows: Iterable[StatementRow]) -> list[StatementRow]:
    """Give the statements that are more than a refusal to speak."""
    return [row for row in rows if row.act is not SpeechAct.DECLINES]
