"""Which quotations in different documents are one utterance, and how does each differ?

Quotations of three words or more are compared, with one another and with what a speaker's own
letter, notice or turn in a transcript says. The fullest wording leads; nothing says that it is the
right one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from onrecord.assess.quotes.aligning import Aligned, Aligning, Place
from onrecord.assess.quotes.utterances import Kept, Utterance, utterances
from onrecord.assess.speaking import Parties, is_body, same_speaker
from onrecord.assess.words import Carried, shown
from onrecord.core.identity import SourceId, StatementId
from onrecord.core.laid import UNLAID, Each, Laid
from onrecord.core.quotes import Drift, QuoteRow, VariantRow, WordingRow
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span

QUOTING = "3"
"""Of the quotations: raise it when others would come out of the same documents."""


class Quoting:
    """The quotations of some documents, made ready to be compared.

    Of equally full wordings that leads which came out first, and of one day that of the body whose
    own document gives it.

    Args:
        documents: in the order in which they came to be known.
        statements: of each document, to tell whose a quotation is.
    """

    def __init__(
        self,
        documents: Sequence[Carried],
        statements: Mapping[SourceId, Iterable[StatementRow]],
        parties: Parties,
    ) -> None:
        said = [
            found
            for one in sorted(documents, key=_first)
            for found in utterances(
                one.source, one.text, statements.get(one.source, ()), own=is_body(one.outlet)
            )
        ]
        self._take({one.source: one for one in documents}, said, parties, UNLAID)

    @classmethod
    def laid(
        cls,
        laid: Laid,
        make: Callable[[], Quoting],
        documents: dict[SourceId, Carried],
        parties: Parties,
        statement: Callable[[SourceId, StatementId], StatementRow],
    ) -> Quoting:
        """Give those laid out, or made and laid out: each is read when it is looked at.

        Args:
            documents: gives a document by its source.
            statement: gives a statement by its place.
        """
        kept = laid.rows("utterances", Kept, lambda: [Kept.of(one) for one in make()._said])

        def opened(at: int) -> Utterance:
            one = kept[at]
            said = None if one.said is None else statement(one.source, one.said)
            return one.utterance(documents[one.source].text.characters, said)

        made = cls.__new__(cls)
        made._take(documents, Each(len(kept), opened), parties, laid)
        return made

    def _take(
        self,
        documents: dict[SourceId, Carried],
        said: Sequence[Utterance],
        parties: Parties,
        laid: Laid,
    ) -> None:
        self._documents, self._said = documents, said

        def same(one: Utterance, other: Utterance) -> bool | None:
            return same_speaker(parties, one.said, other.said)

        self._aligning = Aligning(said, same, self._shown, self._page, laid)

    def lay_out(self) -> None:
        """Work out whatever a document more may ask for, so that it is laid out."""
        self._aligning.lay_out()

    @property
    def all(self) -> list[QuoteRow]:
        """Give the utterances that stand in several documents, in the order in which they came."""
        return self._rows(self._said, self._aligning.all())

    def beside(self, document: Carried, statements: Iterable[StatementRow]) -> list[QuoteRow]:
        """Give the utterances of one document more that others have too, and theirs near it."""
        self._documents[document.source] = document
        own = is_body(document.outlet)
        mine = list(utterances(document.source, document.text, statements, own=own))
        return self._rows(*self._aligning.beside(mine))

    def _page(self, source: SourceId) -> str | None:
        return self._documents[source].address

    def _shown(self, span: Span, source: SourceId) -> str:
        return shown(self._documents[source].text.characters, span)

    def _rows(self, said: Sequence[Utterance], found: Iterable[Aligned]) -> list[QuoteRow]:
        groups: dict[Place, list[Aligned]] = {}
        for one in found:
            first = Place(one.of.utterance, one.of.first, one.of.first)
            groups.setdefault(first, []).append(one)
        return [
            QuoteRow(
                fullest=self._wording(said, place),
                variants=tuple(
                    VariantRow(
                        drift=one.drift,
                        of=self._wording(said, one.of),
                        wording=self._wording(said, one.wording),
                        pieces=one.pieces,
                        because=one.because,
                    )
                    for one in found
                ),
            )
            for place, found in sorted(groups.items(), key=lambda item: _order(item[0]))
            if not self._only_kept(said, found)
        ]

    def _only_kept(self, said: Sequence[Utterance], found: Sequence[Aligned]) -> bool:
        """Say whether words do no more than stay the same from version to version of one page."""
        places = [place for one in found for place in (one.of, one.wording)]
        pages = {self._documents[said[place.utterance].source].address for place in places}
        kept = all(one.drift is Drift.IDENTICAL for one in found)
        return kept and len(pages) == 1 and None not in pages

    def _wording(self, said: Sequence[Utterance], place: Place) -> WordingRow:
        one = said[place.utterance]
        document = self._documents[one.source]
        at = Span(one.sentences[place.first].at.start, one.sentences[place.last].at.end)
        return WordingRow(
            source=one.source,
            source_label=document.label,
            at=at,
            words=at.of(document.text.characters),
            speaker=" ".join(one.said.speaker.split()) if one.said is not None else "",
            statement=one.said.id if one.said is not None else None,
            marked=one.marked,
        )


def _first(one: Carried) -> tuple[str, bool]:
    """Put what came out first before, and of one day who puts its own words out."""
    return one.day, not is_body(one.outlet)


def _order(place: Place) -> tuple[int, int]:
    return place.utterance, place.first
