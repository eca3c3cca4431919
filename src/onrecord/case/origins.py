"""Questions on what documents carry of one another, and to whom what they say goes back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from onrecord import assess
from onrecord.core.claims import PositionRow
from onrecord.core.identity import SourceId
from onrecord.core.origins import CarriesRow, CountedOrigins
from onrecord.core.quotes import QuoteRow
from onrecord.core.rows import SourceRow
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text


class Origins:
    """Answers as of one pair of clocks; make one, and ask it many questions.

    Args:
        sources: those of the record, in the order in which they came to be known.
        statements: with the actors who are held to make them.
        text: gives the text of a source that has one.
    """

    def __init__(
        self,
        sources: Iterable[SourceRow],
        statements: Iterable[StatementRow],
        text: Callable[[SourceRow], Text],
    ) -> None:
        self._sources = {row.id: row for row in sources if row.text is not None}
        self._text = text
        self._said: dict[SourceId, list[StatementRow]] = defaultdict(list)
        for row in statements:
            self._said[row.source].append(row)

    @cached_property
    def documents(self) -> list[assess.Carried]:
        """Give the documents that have sentences, in the order in which they came."""
        found = []
        for row in self._sources.values():
            text = self._text(row)
            if not text.is_rows:
                address = row.metadata.address.value if row.metadata.address else None
                day = str(row.published) if row.published is not None else row.known
                found.append(assess.Carried(row.id, text, address, row.outlet, row.label, day))
        return found

    @cached_property
    def parties(self) -> assess.Parties:
        """Give what tells for whom speakers speak."""
        said = [row for rows in self._said.values() for row in rows]
        return assess.Parties(said, (row.outlet for row in self._sources.values()))

    @cached_property
    def quotes(self) -> list[QuoteRow]:
        """List the utterances that stand in several documents, and how their wordings differ."""
        return assess.quotes(self.documents, self._said, self.parties)

    @cached_property
    def links(self) -> list[CarriesRow]:
        """List what each document carries of another, or of what is not in the record."""
        pairs = [(one.later, one.earlier, one.share) for one in assess.versions(self.documents)]
        return assess.carrying(self.documents, self.quotes, pairs)

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
        )

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
