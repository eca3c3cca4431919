"""Steps that reports put on two days, and words that they give to two people."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from onrecord import assess
from onrecord.case.officials import is_official
from onrecord.core.differences import DifferenceRow, ToldRow
from onrecord.core.events import EventRow
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.quotes import QuoteRow, WordingRow
from onrecord.core.rows import ActorRow, SourceRow, StatementRow, TimelineRow
from onrecord.core.sentences import sentences, stem, stems
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Naming, Realised, Text

_CALENDAR = frozenset(
    stem(word)
    for word in "january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sept oct nov dec monday tuesday wednesday thursday "
    "friday saturday sunday yesterday today tomorrow last next week month year morning evening "
    "night".split()
)

_FEW = 6
"""Words of a sentence that says too little of what it is about: "The arrests were made on Monday."
"""

_TOLD = (Realised.DONE, Realised.ALLEGED, Realised.EXPECTED)


class ToldApart:
    """Holds steps and utterances of one pair of clocks apart.

    Args:
        told: makes a row of a sentence of a source, with its value.
        statements: those that quotations stand in, by id.
        dated: the dates that the texts give, each with its sentence.
    """

    def __init__(
        self,
        sources: Iterable[SourceRow],
        text: Callable[[SourceRow], Text],
        events: Iterable[EventRow],
        actors: Iterable[ActorRow],
        quotes: Iterable[QuoteRow],
        statements: Mapping[str, StatementRow],
        told: Callable[[SourceId, str, str, Span], ToldRow],
        dated: Iterable[TimelineRow] = (),
    ) -> None:
        self._dated = dated
        self._sources = {row.id: row for row in sources if row.text is not None}
        self._texts = {row.id: text(row) for row in self._sources.values()}
        self._events, self._quotes = events, quotes
        self._said, self._told = statements, told
        self._named: dict[SourceId, list[tuple[int, ActorId]]] = defaultdict(list)
        for actor in actors:
            if actor.naming is Naming.NAMED and actor.kind is ActorKind.PERSON:
                for source, span in actor.mentions:
                    self._named[source].append((span.start, actor.id))
        for places in self._named.values():
            places.sort()
        self._cut: dict[SourceId, list[Span]] = {}

    def rows(self) -> Iterator[DifferenceRow]:
        """Give the differences on the days of steps, then those on what was said and by whom."""
        yield from assess.steps_apart([*self._steps(), *self._by_weekday()])
        yield from assess.said_apart(self._quotes, self._wording, self._page)

    def _page(self, source: SourceId) -> str:
        return self._sources[source].page if source in self._sources else ""

    def _steps(self) -> Iterator[assess.StepTold]:
        for row in self._events:
            if row.when is None or row.when.at is None or row.realised not in _TOLD:
                continue
            if row.source not in self._sources:
                continue
            own = _CALENDAR | stems(row.when.words)
            yield assess.StepTold(
                kind=row.kind,
                when=row.when,
                who=self._who(row.source, row.around),
                words=stems(row.words) - own,
                row=self._told(row.source, str(row.when), row.words, row.around),
                page=self._page(row.source),
            )

    def _by_weekday(self) -> Iterator[assess.StepTold]:
        """Give the steps that reports tell of "on Thursday", where no event was read.

        What a short sentence is about stands in the one before it.
        """
        for row in self._dated:
            when = row.when
            if row.kind != "in the text" or row.at is None or when is None or when.at is None:
                continue
            source = self._sources.get(row.source)
            if (
                source is None
                or is_official(source.outlet)
                or not assess.is_by_its_name(when.words)
            ):
                continue
            place = Span(when.at.start - row.at.start, when.at.end - row.at.start)
            step = assess.step_at(row.words, place) if place.start >= 0 else ""
            if not step:
                continue
            around = row.at
            if len(stems(row.words) - _CALENDAR) < _FEW and (before := self._before(row)):
                around = Span(before.start, row.at.end)
            words = around.of(self._texts[row.source].characters)
            yield assess.StepTold(
                kind=None,
                step=step,
                when=when,
                who=self._who(row.source, around),
                words=stems(words) - _CALENDAR,
                row=self._told(row.source, str(when), row.words, row.at),
                page=self._page(row.source),
            )

    def _before(self, row: TimelineRow) -> Span | None:
        """Give the sentence before that of a row."""
        return None if row.at is None else self._sentence(row.source, row.at, back=1)

    def _who(self, source: SourceId, at: Span) -> frozenset[ActorId]:
        places = self._named.get(source, [])
        first = bisect_left(places, at.start, key=_start)
        last = bisect_left(places, at.end, key=_start)
        return frozenset(actor for _, actor in places[first:last])

    def _wording(self, one: WordingRow, value: str) -> ToldRow | None:
        said = self._said.get(one.statement) if one.statement is not None else None
        sentence = self._sentence(one.source, one.at)
        if sentence is None or (said is not None and said.naming is not Naming.NAMED):
            return None
        words = sentence.of(self._texts[one.source].characters)
        return self._told(one.source, value, words, sentence)

    def _sentence(self, source: SourceId, at: Span, back: int = 0) -> Span | None:
        """Give the sentence that a place begins in; None where no running text holds it.

        Args:
            back: so many sentences before it instead.
        """
        if source not in self._texts:
            return None
        if source not in self._cut:
            self._cut[source] = sorted(sentences(self._texts[source]))
        cut: Sequence[Span] = self._cut[source]
        number = bisect_right(cut, (at.start, 1 << 60)) - 1
        if number < back or cut[number].end <= at.start:
            return None
        return cut[number - back]


def _start(place: tuple[int, ActorId]) -> int:
    return place[0]
