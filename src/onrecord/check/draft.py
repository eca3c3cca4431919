"""A draft as the rules see it: its sentences, who is said to say what in them, and on what day."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise

from onrecord.core.dates import When
from onrecord.core.identity import MentionId
from onrecord.core.quotes import QuoteRow
from onrecord.core.said import ReplyRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    BlockKind,
    Dated,
    Mention,
    Naming,
    Reading,
    SpeechAct,
    Text,
)

PUTS_FORWARD = (SpeechAct.ASSERTS, SpeechAct.CRITICISES)
_SPEAKS = (*PUTS_FORWARD, SpeechAct.DENIES, SpeechAct.DOUBTS, SpeechAct.DECLINES)
_TOLD = (BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.HEADLINE, BlockKind.CAPTION)
_MARKED = (BlockKind.HEADLINE, BlockKind.LIST)
_MARKS = re.compile(r"(?:#{1,6}|[-*+•]|\d+[.)])\s+(?=\S)")
"""By which a text marks a heading or an entry of a list: they are none of its words."""
_ENTRY = re.compile(r"\n(?=[ \t]*(?:[-*+•]|\d+[.)])[ \t])")
_ADDED = re.compile(
    r",\s+(?P<how>from|by|to|for|with|through|under|in|on|at|of)\s+(?:whom|which)\s+"
    r"(?P<what>[^,.;:–—]{8,240}?)\s*(?=[,.;:–—]|$)"
)
"""A clause that adds something of whom or what stands before it."""
_FEWEST = 4
"""Words of what is put forward. Less is a label."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and the statements in it; `told`: somebody is named as saying all or part."""

    at: Span
    kind: BlockKind
    statements: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class Put:
    """Something that a draft puts forward. `by` None: in its own voice."""

    sentence: Sentence
    at: Span
    words: str
    by: StatementRow | None


@dataclass
class Draft:
    """A draft that has been read.

    Args:
        day: the day of the draft itself, from which its relative dates count; None: not told.
        statements, replies: of its reading, as rows.
        quotes: the utterances of the record that it has too, with its own as a source `DRAFT`.
    """

    name: str
    text: Text
    reading: Reading
    day: When | None
    statements: Sequence[StatementRow]
    replies: Sequence[ReplyRow]
    quotes: Sequence[QuoteRow] = ()
    sentences: list[Sentence] = field(init=False)

    def __post_init__(self) -> None:
        self.sentences = list(self._sentences())
        self._starts = [one.at.start for one in self.sentences]
        self._mentions = sorted(self.reading.mentions, key=lambda mention: mention.at)
        self._mention_starts = [one.at.start for one in self._mentions]
        self._date_starts = [one.at.start for one in self.reading.dates]

    @property
    def characters(self) -> str:
        return self.text.characters

    @property
    def today(self) -> date | None:
        """The day of the draft, where it is one."""
        return self.day.first_date if self.day is not None else None

    def sentence(self, place: int) -> Sentence:
        """Give the sentence in which a place lies, or the nearest before it."""
        return self.sentences[max(0, bisect_right(self._starts, place) - 1)]

    def words(self, at: Span) -> str:
        """Give the words of a stretch on one line."""
        return " ".join(at.of(self.characters).split())

    def mentions_in(self, at: Span) -> list[Mention]:
        """Give the mentions that lie in a stretch."""
        first = bisect_left(self._mention_starts, at.start)
        last = bisect_left(self._mention_starts, at.end, first)
        return [one for one in self._mentions[first:last] if at.holds(one.at)]

    def dates_in(self, at: Span) -> list[Dated]:
        """Give the dates that lie in a stretch."""
        first = bisect_left(self._date_starts, at.start)
        last = bisect_left(self._date_starts, at.end, first)
        return [one for one in self.reading.dates[first:last] if at.holds(one.at)]

    @cached_property
    def mentions(self) -> dict[MentionId, Mention]:
        """Its mentions by id."""
        return {one.id: one for one in self.reading.mentions}

    def full(self, mention: Mention) -> Mention:
        """Give the mention that names in full whom another names."""
        return self.mentions.get(mention.same_as, mention) if mention.same_as else mention

    @cached_property
    def numbers(self) -> dict[Span, int]:
        """The number of each sentence, by where it stands."""
        return {one.at: number for number, one in enumerate(self.sentences)}

    def teller(self, at: Span) -> StatementRow | None:
        """Give the innermost statement of somebody other than the draft itself that holds a place.

        None: the draft says it in its own voice.
        """
        found = [
            row
            for row in self.sentence(at.start).statements
            if row.naming is not Naming.PUBLISHER and any(s.holds(at) for s in row.content_spans)
        ]
        return max(found, key=lambda row: (row.depth, -row.at.end), default=None)

    def narrated(self, sentence: Sentence) -> bool:
        """Say whether a sentence, or most of it, is the draft's own voice."""
        told = sum(
            max(0, min(span.end, sentence.at.end) - max(span.start, sentence.at.start))
            for row in sentence.statements
            if not row.depth
            for span in row.content_spans + row.source_spans + row.cue_spans
        )
        return told < (sentence.at.end - sentence.at.start) / 2

    @cached_property
    def put(self) -> tuple[Put, ...]:
        """All that the draft puts forward, in its order; what it asks is left out."""
        return tuple(self._put())

    def _put(self) -> Iterator[Put]:
        for sentence in self.sentences:
            words = self.words(sentence.at)
            if sentence.kind not in _TOLD or words.endswith("?") or words.count(" ") < _FEWEST - 1:
                continue
            # Who is told to have asked or promised something has not said it: the draft tells that.
            # And "it is alleged" is the draft's own voice, which holds back.
            told = [row for row in sentence.statements if row.naming is not Naming.AGENTLESS]
            speaks = any(row.act in _SPEAKS for row in told)
            if self.narrated(sentence) or not speaks:
                yield Put(sentence, sentence.at, words, None)
            for row in told:
                content = " ".join(row.content.split())
                if row.act in PUTS_FORWARD and not row.depth and content.count(" ") >= _FEWEST - 1:
                    at = Span(row.content_spans[0].start, row.content_spans[-1].end)
                    yield Put(sentence, at, content, row)

    @cached_property
    def added(self) -> tuple[Put, ...]:
        """All that a draft only adds in its own voice, as clauses: "..., from whom he had it"."""
        return tuple(self._added())

    def _added(self) -> Iterator[Put]:
        for sentence in self.sentences:
            if sentence.kind not in _TOLD or not self.narrated(sentence):
                continue
            for one in _ADDED.finditer(self.characters, *sentence.at):
                at = Span(*one.span("what"))
                told = (span for row in sentence.statements for span in row.content_spans)
                if any(span.overlaps(at) for span in told):
                    continue
                before = self.mentions_in(Span(sentence.at.start, one.start()))
                names = [who for who in before if who.at.end == one.start()]
                words = [self.words(at), *([one["how"], self.words(names[0].at)] if names else [])]
                if self.words(at).count(" ") >= _FEWEST - 1:
                    yield Put(sentence, at, " ".join(words), None)

    def _sentences(self) -> Iterator[Sentence]:
        blocks = {block.at.start: block for block in self.text.blocks}
        spans = set(self.reading.sentences)
        # A headline or a caption is a sentence of its own, also where the reader reads none in it.
        read = sorted(spans)
        for block in blocks.values():
            if block.kind in (BlockKind.HEADLINE, BlockKind.CAPTION):
                after = bisect_right(read, Span(block.at.start, block.at.start))
                if after == len(read) or not block.at.holds(read[after]):
                    spans.add(block.at)
        order = sorted(spans)
        held: list[list[StatementRow]] = [[] for _ in order]
        begins = [at.start for at in order]
        for row in sorted(self.statements, key=lambda row: row.at):
            number = max(0, bisect_right(begins, row.at.start) - 1)
            while number < len(order) and order[number].start < row.at.end:
                if order[number].overlaps(row.at):
                    held[number].append(row)
                number += 1
        starts = sorted(blocks)
        for at, inside in zip(order, held, strict=True):
            where = bisect_right(starts, at.start) - 1
            kind = blocks[starts[where]].kind if where >= 0 else BlockKind.PARAGRAPH
            for part in _entries(self.characters, at) if kind in _MARKED else (at,):
                mine = [row for row in inside if row.at.overlaps(part)]
                yield Sentence(part, kind, tuple(mine))


def _entries(characters: str, at: Span) -> Iterator[Span]:
    """Cut a stretch into the entries of a list, each without what marks it."""
    edges = [at.start, *(one.end() for one in _ENTRY.finditer(characters, *at)), at.end]
    for start, end in pairwise(edges):
        part = Span(start, end).trimmed(characters)
        marks = _MARKS.match(characters, *part)
        yield Span(marks.end(), part.end) if marks else part
