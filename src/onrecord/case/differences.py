"""Questions on differences of fact: what the rows of a case tell twice, and what settles it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord import assess
from onrecord.case.held_apart import HeldApart
from onrecord.case.officials import is_official
from onrecord.case.taken_back import TakenBack
from onrecord.case.told_apart import ToldApart
from onrecord.case.went_back import WentBack
from onrecord.core.differences import DifferenceRow, Matter, ToldRow
from onrecord.core.events import EventRow
from onrecord.core.identity import SourceId
from onrecord.core.posts import TenureRow
from onrecord.core.quantities import words_of
from onrecord.core.quotes import QuoteRow
from onrecord.core.rows import ActorRow, QuantityRow, SourceRow, StatementRow, TimelineRow
from onrecord.core.sentences import sentences, stem, stems
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Naming, Text

_AGE = re.compile(
    r"(?<=[a-z], )(?P<a>\d{1,2})(?=,|\s+of\b|\s*\)|\.)|\baged (?P<b>\d{1,2})\b"
    r"|\b(?:man|woman|boy|girl|person) of (?P<c>\d{1,2})\b|\b(?P<d>\d{1,3})-year-old\b"
    r"|, who is (?P<e>\d{1,2}),"
)
_DATELINE = re.compile(r"\s*\([A-Z][A-Za-z]*\)\s*[-–—]")
_CALENDAR = frozenset(
    stem(word)
    for word in "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sept oct nov dec monday tuesday wednesday thursday "
    "friday saturday sunday yesterday today tomorrow last next week month year morning "
    "night".split()
)
_DEED = re.compile(r"[a-z]{3,}ed\b")
_NEAR = 45
"""Characters to either side of a value whose words tell what it is of."""


class Differences:
    """Answers as of one pair of clocks.

    Args:
        sources: in the order in which they came to be known.
        text: gives the text of a source.
        timeline: the dates that the texts give, each with its sentence; so `quantities`.
        actors: all that are known, to tell whose age is given.
        quotes: gives the utterances that stand in several documents; `statements` has theirs.
        events: what is told to have happened.
    """

    def __init__(
        self,
        sources: Sequence[SourceRow],
        text: Callable[[SourceRow], Text],
        timeline: Iterable[TimelineRow],
        quantities: Iterable[QuantityRow],
        actors: Sequence[ActorRow],
        tenures: Iterable[TenureRow],
        quotes: Callable[[], Iterable[QuoteRow]] = tuple,
        statements: Iterable[StatementRow] = (),
        events: Iterable[EventRow] = (),
    ) -> None:
        self._quotes, self._said, self._events = quotes, list(statements), events
        self._actors, self._tenures = actors, list(tenures)
        self._ends = {
            (source, span.end): actor.id
            for actor in actors
            if actor.naming is Naming.NAMED
            for source, span in actor.mentions
        }
        self._sources = {row.id: row for row in sources if row.text is not None}
        self._text = text
        self._timeline, self._quantities = list(timeline), list(quantities)

    def rows(self) -> list[DifferenceRow]:
        """List the differences of fact."""
        tellings = [*self._dates(), *self._numbers(), *self._ages()]
        taken_back = TakenBack(self._sources, self._text, self._told)
        found = assess.differences(tellings, list(taken_back.retractions(tellings)))
        found += HeldApart(
            self._sources.values(), self._text, self._actors, self._tenures, self._told
        ).rows()
        found += list(taken_back.clauses(found))
        found += _new_days(found, self._apart().rows())
        found += WentBack(
            self._sources.values(), self._text, self._actors, self._tenures, self._said, self._told
        ).rows()
        return found

    def _apart(self) -> ToldApart:
        said: dict[str, StatementRow] = {row.id: row for row in self._said}
        return ToldApart(
            self._sources.values(), self._text, self._events, self._actors, self._quotes(), said,
            self._told, self._timeline,
        )  # fmt: skip

    # --- what is told ---

    def _dates(self) -> Iterator[assess.Telling]:
        for row in self._timeline:
            if row.kind != "in the text" or row.at is None or row.when is None:
                continue
            if not _is_sentence(row.words):
                continue
            at = row.words.find(row.when.words)
            if at < 0 or _DATELINE.match(row.words, at + len(row.when.words)):
                continue
            place = Span(at, at + len(row.when.words))
            yield self._telling(
                Matter.DATE, "", row.when, str(row.when), row.source, row.words, row.at, place,
                statement=row.statement,
            )  # fmt: skip

    def _numbers(self) -> Iterator[assess.Telling]:
        for row in self._quantities:
            if row.number is None or not _is_sentence(row.words):
                continue
            about = assess.about(row)
            if about:
                yield self._telling(
                    Matter.NUMBER, about, row, words_of(row), row.source, row.words, row.around,
                    Span(row.at.start - row.around.start, row.at.end - row.around.start),
                    statement=row.statement,
                )  # fmt: skip

    def _ages(self) -> Iterator[assess.Telling]:
        for row in self._sources.values():
            text = self._text(row)
            for span in sentences(text):
                words = span.of(text.characters)
                for found in _AGE.finditer(words):
                    age = int(next(g for g in found.groups() if g))
                    actor = self._named_before(row.id, span.start + found.start())
                    yield self._telling(
                        Matter.AGE, actor, age, str(age), row.id, words, span,
                        Span(*found.span()), sure=bool(actor),
                    )  # fmt: skip

    def _named_before(self, source: SourceId, at: int) -> str:
        """Give the actor whose name ends right before "Ida Pell, 34,"; '' where none does."""
        return self._ends.get((source, at - 2), "")

    def _telling(
        self,
        matter: Matter,
        about: str,
        value: assess.Value,
        shown: str,
        source: SourceId,
        words: str,
        at: Span,
        place: Span,
        statement: StatementRow | None = None,
        sure: bool = False,
    ) -> assess.Telling:
        own = stems(place.of(words)) | _CALENDAR
        near = words[max(0, place.start - _NEAR) : place.end + _NEAR]
        row = self._sources[source]
        return assess.Telling(
            matter=matter,
            about=about,
            value=value,
            words=stems(words) - own,
            near=stems(near) - own,
            deeds=_deeds(near) if matter is Matter.DATE else frozenset(),
            sure=sure,
            page=row.page,
            row=replace(self._told(source, shown, words, at), statement=statement),
        )

    def _told(self, source: SourceId, value: str, words: str, at: Span) -> ToldRow:
        row = self._sources[source]
        published = row.published.first if row.published else None
        return ToldRow(
            value=value,
            source=row.id,
            source_label=row.label,
            words=words,
            at=at,
            day=published or 0,
            official=is_official(row.outlet),
        )


def _new_days(
    known: Sequence[DifferenceRow], found: Iterable[DifferenceRow]
) -> Iterator[DifferenceRow]:
    """Leave out what two sentences that are held apart already differ in."""
    places = {frozenset(((r.one.source, r.one.at), (r.other.source, r.other.at))) for r in known}
    for row in found:
        pair = frozenset(((row.one.source, row.one.at), (row.other.source, row.other.at)))
        if pair not in places:
            yield row


def _deeds(words: str) -> frozenset[str]:
    return frozenset(map(stem, _DEED.findall(words.casefold())))


def _is_sentence(words: str) -> bool:
    """Say whether words end as a sentence does; a heading or a date line alone does not."""
    return bool(re.search(r"[.!?][\"”’')]*$", words.rstrip()))
