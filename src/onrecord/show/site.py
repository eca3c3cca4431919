"""All pages of one record as of one moment: each has its address, and is made when it is asked for.

The dossier writes them all into a folder; the reading room makes the one that somebody opens. So
both show the same, and a page of the one can be found in the other under the same name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from onrecord.core.dates import When
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.record import Record
from onrecord.core.rows import ReplyRow, Tally
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf
from onrecord.show import listings
from onrecord.show.activity import activity
from onrecord.show.carried import carried, places_carried
from onrecord.show.claim_pages import claims
from onrecord.show.dates import spoken
from onrecord.show.gathered import Gathered
from onrecord.show.judged import judged
from onrecord.show.navigation import stem_of
from onrecord.show.network_pages import network
from onrecord.show.overview import overview
from onrecord.show.places import Places
from onrecord.show.press import Page, Press
from onrecord.show.questions import questions
from onrecord.show.register import register
from onrecord.show.source_page import Found, source_pages
from onrecord.show.timeline import timeline

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class _Part:
    """Pages that are made from the same rows, and the first parts of their names."""

    stems: tuple[str, ...]
    pages: Callable[[], Iterator[Page]]


class Site:
    """The pages of `record` as it stood `as_of`.

    Args:
        made_at: the moment that the pages say they were made.
        env: the templates, where they are not the dossier's own.
    """

    def __init__(
        self,
        record: Record,
        as_of: AsOf,
        made_at: datetime,
        env: Environment | None = None,
    ) -> None:
        self.record, self.as_of, self.made_at = record, as_of, made_at
        self.rows = Gathered(record, as_of)
        self._env = env
        self._named: dict[int, dict[str, Page]] = {}
        self._parts = self._divided()

    def _divided(self) -> list[_Part]:
        """Give what leads before what it leads to, as a dossier is written."""
        rows = self.rows
        return [
            _Part(("index", "coverage", "about"), lambda: overview(rows)),
            _Part(("sources",), self._sources),
            _Part(("people",), lambda: listings.people(rows, self.places)),
            _Part(("timeline",), lambda: timeline(rows, self.places)),
            _Part(("network",), lambda: network(rows, self.places)),
            _Part(("flows",), lambda: listings.flows(rows)),
            _Part(("proceedings",), lambda: listings.proceedings(rows)),
            _Part(("origins", "quotes", "versions"), lambda: carried(rows)),
            _Part(("statements", "disputes"), lambda: listings.statements(rows)),
            _Part(("questions", "chains"), lambda: questions(rows, self.today)),
            _Part(("quantities",), lambda: listings.quantities(rows)),
            _Part(("judgements", "hypotheses"), lambda: judged(rows)),
            _Part(("activity",), lambda: activity(rows)),
            _Part(("tests",), lambda: listings.tests(rows)),
            _Part(("claims",), lambda: claims(rows)),
            _Part(("differences",), lambda: listings.differences(rows)),
            _Part(("words",), lambda: register(self.record, rows)),
        ]

    @cached_property
    def places(self) -> Places:
        rows = self.rows
        actors = {actor.id for actor in rows.actors}
        return Places(self.record, rows.sources, actors, rows.statements)

    @property
    def today(self) -> date:
        """The last day of the moment that the pages are of: to it days are counted."""
        clocks = (self.as_of.valid, When.of(self.as_of.known) if self.as_of.known else None)
        days = [when.last_date for when in clocks if when is not None]
        return min((day for day in days if day is not None), default=self.made_at.date())

    @cached_property
    def common(self) -> Mapping[str, Any]:
        """What every page says of the record it is made from."""
        said = self.rows.statements
        return {
            "case": self.record.name,
            "head": self.record.head(),
            "as_of": _as_of_words(self.as_of),
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "unconfirmed": sum(not row.confirmed and row.duplicate_of is None for row in said),
            "tally": Tally.of(said),
        }

    @cached_property
    def press(self) -> Press:
        return Press(self.places, self.common, self._env)

    def pages(self) -> Iterator[Page]:
        """Give every page, in the order in which a dossier is written."""
        for part in self._parts:
            yield from part.pages()

    def page(self, name: str) -> Page | None:
        """Give the page of this name; None: the record has none as of this moment."""
        stem = stem_of(name)
        for number, part in enumerate(self._parts):
            if stem in part.stems:
                if number not in self._named:
                    self._named[number] = {page.name: page for page in part.pages()}
                return self._named[number].get(name)
        return None

    def _sources(self) -> Iterator[Page]:
        rows = self.rows
        yield Page(
            name="sources.html", template="sources.html", fill=lambda: {"sources": rows.sources}
        )
        found = self._found
        for row in rows.sources:
            yield from source_pages(
                self.places, row, partial(self.record.text, row.id), found(row.id)
            )

    @property
    def _found(self) -> Callable[[SourceId], Found]:
        """Give what marks each text: what was found in it, and the places that links lead to."""
        rows = self.rows
        mentions: dict[SourceId, list[tuple[Span, ActorId]]] = defaultdict(list)
        for actor in rows.actors:
            for source, span in actor.mentions:
                mentions[source].append((span, actor.id))
        asked: dict[SourceId, list[ReplyRow]] = defaultdict(list)
        for reply in rows.replies:
            asked[reply.source].append(reply)
        marked: dict[SourceId, list[Span]] = defaultdict(list)
        for source, span in _led_to(rows):
            marked[source].append(span)

        def of(source: SourceId) -> Found:
            return Found(
                statements=rows.by_source.get(source, []),
                replies=asked[source],
                mentions=mentions[source],
                marked=marked[source],
                claims=rows.spoken_to,
            )

        return of


def _led_to(rows: Gathered) -> Iterator[tuple[SourceId, Span]]:
    """Give the places that links from other pages lead to, besides statements and mentions."""
    for reply in rows.replies:
        yield reply.source, reply.at
    for hop in (hop for arrow in rows.arrows for hop in arrow.hops):
        yield hop.source, hop.around
    for proceeding in rows.proceedings:
        for step in proceeding.steps:
            yield step.source, step.around
        for read in proceeding.findings:
            if read.source is not None and read.around is not None:
                yield read.source, read.around
    for dated in rows.timeline:
        if dated.at is not None:
            yield dated.source, dated.at
    for tenure in (tenure for held in rows.tenures.values() for tenure in held):
        yield tenure.source, tenure.around
    for one in (one for row in rows.claimed.rows for one in row.positions):
        if one.statement.is_own_voice:
            yield one.statement.source, one.statement.at
    for quantity in rows.quantities:
        yield quantity.source, quantity.at
    for side in (side for difference in rows.differing for side in difference.sides):
        yield side.source, side.at
    for finding in (finding for row in rows.tested for finding in row.found):
        if finding.source is not None and finding.around is not None:
            yield finding.source, finding.around
    yield from places_carried(rows.carried)


def _as_of_words(as_of: AsOf) -> str:
    valid = f"as things were on {spoken(as_of.valid)}" if as_of.valid else ""
    known = f"as the case knew them on {as_of.known}" if as_of.known else ""
    return " and ".join(part for part in (valid, known) if part) or "all that was on record"
