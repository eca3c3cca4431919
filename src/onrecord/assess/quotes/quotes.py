"""Which quotations in different documents are one utterance, and how does each differ?

Quotations of three words or more are compared, with one another and with what a speaker's own
letter, notice or turn in a transcript says. The fullest wording leads; nothing says that it is the
right one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.assess.quotes.aligning import Aligned, Place, aligned
from onrecord.assess.quotes.utterances import Utterance, utterances
from onrecord.assess.speaking import Parties, same_speaker
from onrecord.assess.words import Carried, shown
from onrecord.core.identity import SourceId
from onrecord.core.quotes import QuoteRow, VariantRow, WordingRow
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span


def quotes(
    documents: Sequence[Carried],
    statements: Mapping[SourceId, Iterable[StatementRow]],
    parties: Parties,
) -> list[QuoteRow]:
    """Give the utterances that stand in several documents, in the order in which they came.

    Args:
        documents: in the order in which they came to be known.
        statements: of each document, to tell whose a quotation is.
    """
    texts = {one.source: one.text.characters for one in documents}
    labels = {one.source: one.label for one in documents}
    said = [
        found
        for one in documents
        for found in utterances(one.source, one.text, statements.get(one.source, ()))
    ]

    def same(one: Utterance, other: Utterance) -> bool | None:
        return same_speaker(parties, one.said, other.said)

    def characters(span: Span, number: int) -> str:
        return shown(texts[said[number].source], span)

    def wording(place: Place) -> WordingRow:
        one = said[place.utterance]
        at = Span(one.sentences[place.first].at.start, one.sentences[place.last].at.end)
        return WordingRow(
            source=one.source,
            source_label=labels[one.source],
            at=at,
            words=at.of(texts[one.source]),
            speaker=" ".join(one.said.speaker.split()) if one.said is not None else "",
            statement=one.said.id if one.said is not None else None,
            marked=one.marked,
        )

    groups: dict[Place, list[Aligned]] = {}
    for one in aligned(said, same, characters):
        first = Place(one.of.utterance, one.of.first, one.of.first)
        groups.setdefault(first, []).append(one)
    return [
        QuoteRow(
            fullest=wording(place),
            variants=tuple(
                VariantRow(
                    drift=one.drift,
                    of=wording(one.of),
                    wording=wording(one.wording),
                    pieces=one.pieces,
                    because=one.because,
                )
                for one in found
            ),
        )
        for place, found in sorted(groups.items(), key=lambda item: _order(item[0]))
    ]


def _order(place: Place) -> tuple[int, int]:
    return place.utterance, place.first
