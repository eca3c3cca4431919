"""What rules alone read of one text: blocks, quotations, sentences, dates, quantities, silence.

The network's answers are put into this layout.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.core.dates import When
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import BlockKind, Dated, Outcome, Quantity, Text
from onrecord.reader import replies
from onrecord.reader.dating import Calendar, anchor
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.models import pieces
from onrecord.reader.phrases import span_of
from onrecord.reader.quantities import again, quantities
from onrecord.reader.quotations import CLOSING_MARKS, quotations
from onrecord.reader.words import Cut, Word, sentences, units, whole

Silent = tuple[Span, Span, Outcome]
"""The words of the one who was asked, those of the silence, and what it was."""


class Layout:
    """The places of one text. Kept for one reading only."""

    def __init__(self, text: Text, told_on: When | None, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        characters = self.characters = text.characters
        self._cut = Cut(characters, lexicon)
        shown = [b for b in text.blocks if b.kind.speaks or b.kind is BlockKind.CAPTION]
        trimmed = [(block.kind, block.at.trimmed(characters)) for block in shown]
        self.blocks = [(kind, at) for kind, at in trimmed if at.end > at.start]
        self._paragraph_starts = [at.start for _, at in self.blocks]
        self.captions = [at for kind, at in self.blocks if kind is BlockKind.CAPTION]
        self.quoted = quotations(self._cut, self.spans)
        self._quotations = sorted(span for one in self.quoted for span in one)
        self._next_parts = self._continuing()
        self._quote_starts = [span.start for span in self._quotations]

        calendar = Calendar(text.id, anchor(text, told_on), characters, text.country or None)
        dates: list[Dated] = []
        self.sentences: list[Span] = []
        self.silent: list[Silent] = []
        for block in text.blocks:
            if block.kind is BlockKind.DATELINE:
                dates.extend(calendar.dates(block.at))
        for kind, at in self.blocks:
            if kind is not BlockKind.CAPTION:
                dates.extend(self._walk(at, calendar))
        self.dates = sorted(dates, key=lambda dated: dated.at)
        self._sentence_starts = [span.start for span in self.sentences]
        self._date_starts = [dated.at.start for dated in self.dates]
        first = [q for at in self.sentences for q in self._quantities(at)]
        back = again(self.text.id, self.characters, first)
        self.quantities = sorted([*first, *back], key=lambda q: q.at)

    @property
    def spans(self) -> list[Span]:
        """Give the places of all blocks that are read, captions too."""
        return [at for _, at in self.blocks]

    def _walk(self, at: Span, calendar: Calendar) -> list[Dated]:
        """Enter the sentences and the set phrases of silence of one block; give its dates."""
        found = self.words(at)
        before = None
        for sentence in sentences(units(found, self.characters, False), self.lexicon):
            self.sentences.append(span_of(sentence, (0, len(sentence))))
            unanswered = replies.read(sentence, self.lexicon, before)
            before = unanswered[-1].outcome if unanswered else None
            self.silent.extend(
                (span_of(sentence, one.asked), span_of(sentence, one.at), one.outcome)
                for one in unanswered
            )
        return calendar.dates(at)

    def _quantities(self, at: Span) -> list[Quantity]:
        dates = [dated.at for dated in self.dates_in(at)]
        return quantities(self.text.id, self.characters, self.words(at), dates, self.lexicon)

    def _continuing(self) -> dict[Span, Span]:
        """Lead each quotation that is not closed in its paragraph to that which begins the next."""
        found: dict[Span, Span] = {}
        paragraphs = list(zip(self.spans, self.quoted, strict=True))
        for (at, mine), (following, theirs) in itertools.pairwise(paragraphs):
            if not mine or not theirs or mine[-1].end != at.end:
                continue
            opened = self.characters[mine[-1].end - 1] not in CLOSING_MARKS
            if opened and theirs[0].start == following.start:
                found[mine[-1]] = theirs[0]
        return found

    def goes_on(self, quotation: Span) -> Iterator[Span]:
        """Give the parts of a quotation in the paragraphs after this part."""
        following = self._next_parts.get(quotation)
        while following is not None:
            yield following
            following = self._next_parts.get(following)

    def words(self, at: Span) -> list[Word]:
        """Give the words of a stretch."""
        return self._cut.words(at)

    def words_of(self, spans: Spans) -> list[Word]:
        """Give the words of several stretches."""
        return [word for span in spans for word in self.words(span)]

    def paragraph_at(self, place: int) -> Span | None:
        """Give the paragraph in which a place lies."""
        number = bisect_left(self._paragraph_starts, place + 1) - 1
        found = self.blocks[number][1] if number >= 0 else None
        return found if found is not None and place < found.end else None

    def sentence_at(self, place: int) -> Span | None:
        """Give the sentence in which a place lies, or the last before it."""
        number = bisect_left(self._sentence_starts, place + 1) - 1
        return self.sentences[number] if number >= 0 else None

    def quotations_at(self, span: Span) -> list[Span]:
        """Give the quotations, marks included, that a stretch touches."""
        last = bisect_left(self._quote_starts, span.end)
        first = max(0, bisect_left(self._quote_starts, span.start) - 1)
        return [q for q in self._quotations[first:last] if q.overlaps(span)]

    def dates_in(self, span: Span) -> list[Dated]:
        """Give the dates that begin in a stretch."""
        first = bisect_left(self._date_starts, span.start)
        return self.dates[first : bisect_left(self._date_starts, span.end)]

    def places(self, runs: Sequence[tuple[int, int]], made: pieces.Pieces) -> Spans:
        """Turn runs of pieces into places of whole words.

        Runs with nothing but white space between are one.
        """
        joined: list[Span] = []
        for first, last in runs:
            span = whole(self.characters, Span(made.starts[first], made.ends[last - 1]))
            if joined and not self.characters[joined[-1].end : span.start].strip():
                joined[-1] = Span(joined[-1].start, span.end)
            else:
                joined.append(span)
        return tuple(joined)
