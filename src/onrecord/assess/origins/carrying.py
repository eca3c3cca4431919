"""What does each document carry of another? Versions, copies, rewrites, quotations, names.

Each link says which it is and shows the words. A document carries one that came out before it: by
the day on which it was published, or else on which the case came to know it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.assess.origins.citing import Cited, Outlets, cited
from onrecord.assess.origins.rewrites import rewrites
from onrecord.assess.speaking import is_body
from onrecord.assess.versions import Note, Versions, notes
from onrecord.assess.words import Carried, copied
from onrecord.core.folding import fold
from onrecord.core.origins import CarriesRow, Carrying
from onrecord.core.quotes import Drift, QuoteRow
from onrecord.core.spans import Span

CARRYING = "4"
"""Raised whenever anything that decides which document carries which, or which quotations are one,
is changed: what was worked out before is then worked out anew."""

_WORDS_OF_A_NOTE = 3
"""Words that a correction must share with the report it speaks of: names, numbers, long words."""


def carrying(
    documents: Sequence[Carried],
    quotes: Iterable[QuoteRow] = (),
    versions: Iterable[Versions] = (),
) -> list[CarriesRow]:
    """List what each document carries, the closest kind first; in the order of the documents.

    Args:
        documents: in the order in which they came to be known.
        quotes: utterances that are in several documents.
        versions: pairs of versions of one page.
    """
    return _Carrying(documents, quotes, versions).rows()


class _Carrying:
    def __init__(
        self,
        documents: Sequence[Carried],
        quotes: Iterable[QuoteRow],
        versions: Iterable[Versions],
    ) -> None:
        self._documents = list(documents)
        self._at = {one.source: number for number, one in enumerate(self._documents)}
        self._quotes, self._versions = list(quotes), list(versions)
        self._by_outlet: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self._documents):
            self._by_outlet[fold(one.outlet)].append(number)
        self._words: dict[int, set[str]] = {}

    def rows(self) -> list[CarriesRow]:
        found: dict[tuple[object, ...], CarriesRow] = {}
        for row in (*self._versioned(), *self._copied(), *self._rewritten(), *self._named(),
                    *self._quoted(), *self._noted()):  # fmt: skip
            found.setdefault((row.source, row.of or row.named, row.kind, row.at), row)
        return sorted(found.values(), key=lambda row: (self._at[row.source], _RANK[row.kind]))

    def _row(
        self,
        later: int,
        earlier: int | None,
        kind: Carrying,
        because: str,
        *,
        named: str = "",
        at: Span | None = None,
        likeness: float | None = None,
    ) -> CarriesRow:
        one = self._documents[later]
        of = self._documents[earlier] if earlier is not None else None
        return CarriesRow(
            source=one.source,
            source_label=one.label,
            of=of.source if of is not None else None,
            named=of.label if of is not None else named,
            kind=kind,
            because=because,
            at=at,
            words=at.of(one.text.characters) if at is not None else "",
            likeness=likeness,
        )

    def _order(self, number: int) -> tuple[str, int]:
        return self._documents[number].day, number

    def _versioned(self) -> Iterator[CarriesRow]:
        for one in self._versions:
            because = f"both stand under one address, and {one.share:.0%} of the shorter is in both"
            later, earlier = self._at[one.later], self._at[one.earlier]
            yield self._row(later, earlier, Carrying.VERSION, because, likeness=one.share)

    def _copied(self) -> Iterator[CarriesRow]:
        """Give for each copy the earliest document whose words it has."""
        versions = {(self._at[one.later], self._at[one.earlier]) for one in self._versions}
        best: dict[int, tuple[tuple[str, int], float]] = {}
        for (a, b), share in sorted(copied(self._documents).items()):
            if (a, b) in versions or (b, a) in versions:
                continue
            earlier, later = sorted((a, b), key=self._order)
            now = (self._order(earlier), share)
            best[later] = min(best.get(later, now), now)
        for later, ((_, earlier), share) in sorted(best.items()):
            because = f"{share:.0%} of the shorter's runs of words are in the other"
            yield self._row(later, earlier, Carrying.COPY, because, likeness=share)

    def _rewritten(self) -> Iterator[CarriesRow]:
        texts = [one.text for one in self._documents]
        for row in rewrites(texts, [one.day for one in self._documents]):
            because = f"{row.share:.0%} of its sentences tell the same in the same order"
            yield self._row(
                row.later, row.earlier, Carrying.REWRITE, because, at=row.at, likeness=row.share
            )

    def _quoted(self) -> Iterator[CarriesRow]:
        for quote in self._quotes:
            first = self._at[quote.fullest.source]
            for one in quote.variants:
                earlier, later = sorted((first, self._at[one.wording.source]), key=self._order)
                wording = one.wording if self._at[one.wording.source] == later else one.of
                if not wording.marked:
                    continue
                as_said = "word for word" if one.drift is Drift.IDENTICAL else one.drift.value
                because = f"it has a quotation of the other's, {as_said}"
                yield self._row(later, earlier, Carrying.QUOTATION, because, at=wording.at)

    def _named(self) -> Iterator[CarriesRow]:
        # A body that is named is whose the words are; only the press is where they come from.
        outlets = Outlets(one.outlet for one in self._documents if not is_body(one.outlet))
        for number, one in enumerate(self._documents):
            for found in cited(one.text, one.outlet, outlets):
                earlier = self._cited(number, found)
                kind = Carrying.CITATION
                if earlier is None:
                    named = found.named if found.outlet is None else f"{found.named}, another item"
                    because = "it gives this as where it comes from"
                    yield self._row(number, None, kind, because, named=named, at=found.at)
                else:
                    because = "it names the other's outlet, and the two have words in common"
                    yield self._row(number, earlier, kind, because, at=found.at)

    def _cited(self, number: int, found: Cited) -> int | None:
        """Give the earlier document of a named outlet that shares most words with this one."""
        if found.outlet is None:
            return None
        return self._likest(number, self._telling(number), found.outlet)

    def _likest(self, number: int, words: set[str], outlet: str) -> int | None:
        best: tuple[int, int] | None = None
        for other in self._by_outlet.get(outlet, ()):
            if other == number or self._order(other) > self._order(number):
                continue
            shared = len(words & self._telling(other))
            if shared >= _WORDS_OF_A_NOTE and (best is None or (shared, other) > best):
                best = (shared, other)
        return None if best is None else best[1]

    def _telling(self, number: int) -> set[str]:
        """Give the words of a document that tell it from others: long, capitalised, or numbers."""
        if number not in self._words:
            text = self._documents[number].text
            # What a correction repeats of an earlier report is not this one's own matter.
            noted = {word for note in notes(text) for word in telling(note.at.of(text.characters))}
            self._words[number] = telling(text.characters) - noted
        return self._words[number]

    def _noted(self) -> Iterator[CarriesRow]:
        for number, one in enumerate(self._documents):
            for note in notes(one.text):
                yield from self._of_note(number, note)

    def _of_note(self, number: int, note: Note) -> Iterator[CarriesRow]:
        kind = Carrying.RETRACTION if note.retracts else Carrying.CORRECTION
        one = self._documents[number]
        if note.itself and not note.retracts:
            before = [self._at[v.earlier] for v in self._versions if v.later == one.source]
            yield self._row(
                number,
                before[-1] if before else None,
                kind,
                "it says so of an earlier version of itself",
                named="an earlier version of itself",
                at=note.at,
            )
            return
        words = telling(note.at.of(one.text.characters))
        earlier = self._likest(number, words, fold(one.outlet))
        because = "its words on an earlier report of the same outlet fit the other best"
        named = "an earlier report of its own"
        yield self._row(number, earlier, kind, because, named=named, at=note.at)


_RANK = {kind: number for number, kind in enumerate(Carrying)}


def telling(words: str) -> set[str]:
    """Give the words by which one report is told from another."""
    return {
        word.strip(".,;:!?’'\"“”‘()").casefold()
        for word in words.split()
        if len(word) > 5 or word[:1].isupper() or word[:1].isdigit()
    }
