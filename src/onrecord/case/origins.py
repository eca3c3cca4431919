"""Questions on what documents carry of one another, and to whom what they say goes back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol, TypeVar

import msgspec

from onrecord import assess
from onrecord.core.claims import PositionRow
from onrecord.core.identity import SourceId, StatementId
from onrecord.core.laid import Laid
from onrecord.core.origins import BranchRow, CarriesRow, CountedOrigins
from onrecord.core.quotes import QuoteRow
from onrecord.core.rows import SourceRow
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.versions import VersionsRow
from onrecord.core.vocabulary import Text
from onrecord.ledger import Ledger

TextOf = Callable[[SourceRow], Text]
T = TypeVar("T")


class Kept(Protocol):
    """Gives what was worked out before under a name, or works it out and keeps it."""

    def __call__(self, name: str, kind: type[T], make: Callable[[], T]) -> T: ...


def worked_out(name: str, kind: type[T], make: Callable[[], T]) -> T:
    """Keep nothing."""
    del name, kind
    return make()


class Origins:
    """Answers as of one pair of clocks; make one, and ask it many questions.

    Args:
        sources: those of the record, in the order in which they came to be known.
        statements: with the actors who are held to make them; they are asked for when they are
            needed.
        text: gives the text of a source that has one.
        kept: gives what was worked out before under a name, or works it out.
        bodies: gives the names of each body that has several; asked for when they are needed.
    """

    def __init__(
        self,
        sources: Iterable[SourceRow],
        statements: Iterable[StatementRow],
        text: TextOf,
        kept: Kept = worked_out,
        bodies: Callable[[], Iterable[Sequence[str]]] = tuple,
    ) -> None:
        self._bodies = bodies
        self._sources = {row.id: row for row in sources if row.text is not None}
        self._statements, self._text, self._kept = statements, text, kept

    @cached_property
    def _said(self) -> dict[SourceId, list[StatementRow]]:
        found: dict[SourceId, list[StatementRow]] = defaultdict(list)
        for row in self._statements:
            found[row.source].append(row)
        return found

    @cached_property
    def documents(self) -> list[assess.Carried]:
        """Give the documents that have sentences, in the order in which they came."""
        return list(_documents(self._sources.values(), self._text))

    @cached_property
    def parties(self) -> assess.Parties:
        """Give what tells for whom speakers speak."""
        said = [row for rows in self._said.values() for row in rows]
        rows = self._sources.values()
        acting = sorted(set(assess.acting(self._text(row) for row in rows)))
        return assess.Parties(said, (row.outlet for row in rows), acting, self._bodies())

    @cached_property
    def quoting(self) -> assess.Quoting:
        """Give the quotations made ready to be compared, also with those of a document more."""
        return assess.Quoting(self.documents, self._said, self.parties)

    def quoting_laid(
        self, laid: Laid, statement: Callable[[SourceId, StatementId], StatementRow]
    ) -> assess.Quoting:
        """Give the same as laid out, read where it is looked at.

        Args:
            statement: gives a statement by its place.
        """
        return assess.Quoting.laid(
            laid,
            lambda: self.quoting,
            _Documents(self._sources, self._text),
            assess.Parties.laid(laid, "parties of documents", lambda: self.parties),
            statement,
        )

    @property
    def quotes(self) -> list[QuoteRow]:
        """List the utterances that stand in several documents, and how their wordings differ."""
        return self._quotes_once

    @cached_property
    def _quotes_once(self) -> list[QuoteRow]:

        def made() -> list[QuoteRow]:
            return self.quoting.all

        return self._kept("quotes", list[QuoteRow], made)

    @cached_property
    def links(self) -> list[CarriesRow]:
        """List what each document carries of another, or of what is not in the record."""

        def made() -> list[CarriesRow]:
            return assess.carrying(self.documents, self.quotes, self._pairs)

        return self._kept("links", list[CarriesRow], made)

    @property
    def versions(self) -> list[VersionsRow]:
        """List the versions of one page, each with the one before it and what was changed."""
        return self._versions_once

    @cached_property
    def _versions_once(self) -> list[VersionsRow]:
        documents = {one.source: one for one in self.documents}
        return [
            self._compared(documents[pair.earlier], documents[pair.later]) for pair in self._pairs
        ]

    @cached_property
    def _pairs(self) -> list[assess.Versions]:
        return assess.versions(self.documents)

    def _compared(self, earlier: assess.Carried, later: assess.Carried) -> VersionsRow:
        return VersionsRow(
            earlier=earlier.source,
            earlier_label=earlier.label,
            later=later.source,
            later_label=later.label,
            known=self._sources[later.source].known,
            notice=assess.notice(earlier, later),
            dated_alike=earlier.day == later.day,
            changes=tuple(assess.changes(earlier, later, self._said, self.parties)),
        )

    @property
    def branches(self) -> list[BranchRow]:
        """List the documents as trees: what carries another stands below it."""
        return self._branches_once

    @cached_property
    def _branches_once(self) -> list[BranchRow]:

        def made() -> list[BranchRow]:
            return assess.branches({one.source: one.label for one in self.documents}, self.links)

        return self._kept("branches", list[BranchRow], made)

    @cached_property
    def tree(self) -> assess.Tree:
        """Give what counts the origins of claims."""
        links: dict[SourceId, list[CarriesRow]] = defaultdict(list)
        for row in self.links:
            links[row.source].append(row)
        return assess.Tree(
            documents={
                one.source: assess.Known(
                    source=one.source, label=one.label, outlet=one.outlet, day=one.day
                )
                for one in self.documents
            },
            links=links,
            parties=self.parties,
            rests=list(
                assess.resting(
                    ((one.source, one.text) for one in self.documents),
                    self.parties,
                    self._around,
                    lambda source: self._sources[source].outlet,
                )
            ),
            heads=[
                head
                for who, post in sorted(set(assess.heads(one.text for one in self.documents)))
                if (head := self.parties.head(who, post)) is not None
            ],
            again=lambda places: assess.carried_again(places, self._again),
        )

    @cached_property
    def _again(self) -> assess.Places:
        return assess.told_again(self.documents, self.links, self.quotes)

    def counted(self, positions: Sequence[PositionRow]) -> CountedOrigins:
        """Count the independent origins of a claim by the positions that are taken on it."""
        return assess.claim_origins(positions, self.tree)

    def _around(self, source: SourceId, at: Span) -> StatementRow | None:
        """Give the narrowest statement whose content a place of a source stands in."""
        return min(
            (
                row
                for row in self._said.get(source, ())
                if any(span.start < at.end and at.start < span.end for span in row.content_spans)
            ),
            key=lambda row: (row.at.end - row.at.start, row.id),
            default=None,
        )


def kept_in(ledger: Ledger, moment: str, name: str, kind: type[T], make: Callable[[], T]) -> T:
    """Give what the ledger remembers of a moment under a name, or work it out and remember it.

    Args:
        moment: names all that it depends on: what is in force, and how it is worked out.
    """
    key = f"{name} {moment}"
    body = ledger.remembered(key)
    if body is not None:
        return msgspec.json.decode(body, type=kind)
    made = make()
    ledger.remember(name, key, msgspec.json.encode(made))
    return made


def marked_gone(
    statements: Iterable[StatementRow], sources: Iterable[SourceRow], text: TextOf
) -> Iterator[StatementRow]:
    """Mark the statements of earlier versions of a page that a later one no longer has."""
    paged = [row for row in sources if row.versions > 1 and row.text is not None]
    if not paged:
        yield from statements
        return
    found = assess.gone(_documents(paged, text), {row.id: row.known for row in paged})
    for row in statements:
        days = [
            day
            for span, day in found.get(row.source, ())
            if span.start < row.at.end and row.at.start < span.end
        ]
        yield replace(row, gone=min(days)) if days else row


def _documents(sources: Iterable[SourceRow], text: TextOf) -> Iterator[assess.Carried]:
    for row in sources:
        words = text(row)
        if not words.is_rows:
            day = str(row.published) if row.published is not None else row.known
            yield _carried(row, words, day)


class _Documents(dict[SourceId, assess.Carried]):
    """Documents by their sources, each read when it is looked at."""

    def __init__(self, sources: Mapping[SourceId, SourceRow], text: TextOf) -> None:
        self._rows, self._text = sources, text

    def __missing__(self, source: SourceId) -> assess.Carried:
        row = self._rows[source]
        day = str(row.published) if row.published is not None else row.known
        self[source] = made = _carried(row, self._text(row), day)
        return made


def _carried(row: SourceRow, text: Text, day: str) -> assess.Carried:
    return assess.Carried(row.id, text, row.page or None, row.outlet, row.label, day)
