"""What was said word for word: the quotations of a text, and speech that stands without marks.

A transcript, a letter and a body's own notice speak without quotation marks: there a statement in
direct speech is the utterance itself. A quotation that is broken by a cue ("…," he said, "…") is
one, and so are two pieces with no more than an "and" between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice

from onrecord.assess.words import bare_words, ends, sentences, words
from onrecord.core.identity import SourceId, StatementId
from onrecord.core.laid import Each
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Mode, Text

SHORTEST = 3
"""Words of a quotation. Shorter ones are mostly names, titles and scare quotes."""

_QUOTED = re.compile(
    r"“(?P<curly>[^“”]{1,5000})”|\"(?<![\w.,!?].)(?P<straight>(?!\s)[^\"]{1,5000}(?<!\s))\"(?!\w)"
    r"|‘(?<!\w.)(?P<single>[^‘]{1,5000}?)’(?!\w)"
)
"""A quotation. What stands before a mark is looked at where a mark is, which is much quicker."""
_BREAKS = re.compile(r"[.!?]\s")
_AND = re.compile(r"^\s*(?:,|;|and|or|but|then|, and|, but)?\s*$", re.IGNORECASE)
_I = re.compile(r"\(“(?:I|We)”\)$")
_BETWEEN = re.compile(r"[.!?\s]{0,3}")
_MARKS = re.compile(r"[“”\"]")
_LETTER = re.compile(r"^\s*Dear\b|\byours (?:sincerely|faithfully)\b", re.I | re.M)
_TURN = ":"
"""The cue of a transcript: whoever's turn it is, and what they say."""

_CUE = 80
"""The longest cue, in characters, that can stand in the middle of one sentence of a quotation."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an utterance: its words in small letters, and the stretches they stand in."""

    words: tuple[str, ...]
    stretches: tuple[Span, ...]
    characters: str = field(repr=False)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where each word stands: looked up anew, for few are ever asked."""
        return tuple(at for one in self.stretches for _, at in words(self.characters, one))

    @property
    def at(self) -> Span:
        whole = [
            found for one in self.stretches if (found := ends(self.characters, one)) is not None
        ]
        return Span(whole[0].start, whole[-1].end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What one source gives as somebody's own words.

    `marked`: it stands between quotation marks. `said`: the statement it stands in; None: the text
    does not say whose it is.
    """

    source: SourceId
    at: Span
    sentences: Sequence[Sentence]
    marked: bool
    said: StatementRow | None


@dataclass(frozen=True, slots=True)
class Kept:
    """An utterance as it is kept: where the sentences stand, and the statement by its id."""

    source: SourceId
    at: Span
    sentences: tuple[tuple[Span, ...], ...]
    marked: bool
    said: StatementId | None

    @classmethod
    def of(cls, one: Utterance) -> Kept:
        """Keep an utterance."""
        stretches = tuple(each.stretches for each in one.sentences)
        return cls(one.source, one.at, stretches, one.marked, one.said.id if one.said else None)

    def utterance(self, characters: str, said: StatementRow | None) -> Utterance:
        """Give it again: a sentence is cut into words when it is looked at.

        Args:
            characters: those of its source.
            said: the statement.
        """

        def sentence(number: int) -> Sentence:
            stretches = self.sentences[number]
            words = (word for one in stretches for word in bare_words(characters, one))
            return Sentence(tuple(words), stretches, characters)

        return Utterance(
            source=self.source, at=self.at, marked=self.marked, said=said,
            sentences=Each(len(self.sentences), sentence),
        )  # fmt: skip


def utterances(
    source: SourceId, text: Text, statements: Iterable[StatementRow], *, own: bool = False
) -> Iterator[Utterance]:
    """Give what `text` quotes, in its order, then what it holds as direct speech without marks.

    Args:
        statements: those of this source.
        own: a body put it out itself: whatever else it says stands there in its own words, and is
            given last, as one utterance of nobody named. So it is of a letter.
    """
    rows = sorted(statements, key=lambda row: (row.at.start, -row.at.end))
    around = _Around(rows)
    quoted = [pieces for block in text.blocks for pieces in _marked(text.characters, block.at)]
    for pieces in quoted:
        cut = tuple(_sentences(text.characters, pieces))
        if sum(len(one.words) for one in cut) >= SHORTEST:
            at = Span(pieces[0].start, pieces[-1].end)
            said = around.speech(at, pieces)
            yield Utterance(source=source, at=at, sentences=cut, marked=True, said=said)
    marks = [piece for pieces in quoted for piece in pieces]
    taken: list[Span] = []
    for together in _in_one_go(text.characters, _own_words(rows)):
        free = [
            [piece for span in row.content_spans for piece in _outside(span, marks)]
            for row in together
        ]
        cut = tuple(one for some in free if some for one in _sentences(text.characters, some))
        if sum(len(one.words) for one in cut) >= SHORTEST:
            at = Span(cut[0].at.start, cut[-1].at.end)
            yield Utterance(source=source, at=at, sentences=cut, marked=False, said=together[0])
            taken += [one.at for one in cut]
    if (own or _is_letter(text.characters)) and not any(map(_is_turn, rows)):
        taken = sorted([*marks, *taken])
        free = [
            [piece]
            for block in text.blocks
            if block.kind.speaks
            for piece in _outside(block.at, taken)
        ]
        cut = tuple(
            one
            for some in free
            for one in _sentences(text.characters, some)
            # Where a mark is left, somebody else is quoted and the marks do not pair.
            if not _MARKS.search(text.characters, max(0, one.at.start - 1), one.at.end + 1)
        )
        if cut:
            at = Span(cut[0].at.start, cut[-1].at.end)
            yield Utterance(source=source, at=at, sentences=cut, marked=False, said=None)


def _is_letter(characters: str) -> bool:
    """Say whether a text opens or closes as a letter does; few have the words at all."""
    small = characters.casefold()
    return ("dear" in small or "yours" in small) and _LETTER.search(characters) is not None


def _own_words(rows: Sequence[StatementRow]) -> Iterator[StatementRow]:
    """Give direct speech, and what the writer of a letter says of themselves to say or find."""
    writers = {row.actor_name for row in rows if _is_direct(row) and not row.cue}
    for row in rows:
        if row.depth == 0:
            writes = bool(row.actor_name) and row.actor_name in writers and _I.search(row.speaker)
            if _is_direct(row) or writes:
                yield row


def _is_direct(row: StatementRow) -> bool:
    return row.depth == 0 and (row.mode is Mode.DIRECT or _is_turn(row))


def _in_one_go(characters: str, rows: Iterable[StatementRow]) -> Iterator[Sequence[StatementRow]]:
    """Put the statements of one speaker together that follow each other with nothing between."""
    together: list[StatementRow] = []
    for row in rows:
        if together:
            last = together[-1]
            between = characters[last.at.end : row.at.start]
            same = row.actor_name and row.actor_name == last.actor_name and not row.cue
            if not (same and last.at.end <= row.at.start and _BETWEEN.fullmatch(between)):
                yield together
                together = []
        together.append(row)
    if together:
        yield together


def _marked(characters: str, at: Span) -> Iterator[list[Span]]:
    """Give the pieces of each quotation of a block that is one, broken by a cue or not.

    None goes over the end of a block: where each paragraph of a long one opens anew and only the
    last closes, what stands between two marks is nobody's words.
    """
    pieces: list[Span] = []
    for found in _QUOTED.finditer(characters, at.start, at.end):
        group = found.lastindex or 0
        piece = Span(*found.span(group))
        if pieces and _goes_on(characters, pieces[-1], piece):
            pieces.append(piece)
            continue
        if pieces:
            yield pieces
        pieces = [piece]
    if pieces:
        yield pieces


def _goes_on(characters: str, one: Span, other: Span) -> bool:
    between = characters[one.end + 1 : other.start - 1]
    if _AND.match(between):
        return True
    first, second = characters[one.start : one.end], characters[other.start : other.end]
    return (
        len(between) <= _CUE
        and first.rstrip().endswith((",", "-", "–", "—"))
        and second[:1].islower()
        and not _BREAKS.search(between)
    )


def _sentences(characters: str, pieces: Sequence[Span]) -> Iterator[Sentence]:
    """Cut pieces into sentences; one goes on over a break where it did not end before."""
    found: list[str] = []
    where: list[Span] = []
    for piece in pieces:
        for stretch in sentences(characters, piece):
            found += bare_words(characters, stretch)
            where.append(stretch)
            whole = stretch.of(characters).rstrip('"”’) \n').endswith((".", "!", "?"))
            if found and (stretch.end != piece.end or whole):
                yield Sentence(tuple(found), tuple(where), characters)
                found, where = [], []
    if found:
        yield Sentence(tuple(found), tuple(where), characters)


def _outside(span: Span, marks: Sequence[Span]) -> Iterator[Span]:
    """Give what of a stretch stands outside quotation marks; `marks` in the order of the text."""
    start = span.start
    for at in range(bisect_left(marks, Span(start, start)), len(marks)):
        if marks[at].start >= span.end:
            break
        if marks[at].start > start:
            yield Span(start, marks[at].start)
        start = max(start, marks[at].end)
    if start < span.end:
        yield Span(start, span.end)


def _is_turn(row: StatementRow) -> bool:
    return row.cue.strip() == _TURN


class _Around:
    """The statements of one text, to find the one that a quotation belongs to."""

    def __init__(self, rows: Sequence[StatementRow]) -> None:
        self._rows = rows
        ends = (max((span.end for span in row.content_spans), default=0) for row in rows)
        self._reach = list(accumulate(ends, max))
        """How far any of the statements up to each goes: those before a place need no look."""

    def speech(self, at: Span, pieces: Sequence[Span]) -> StatementRow | None:
        """Give the statement whose content shares most of a place; of several the innermost.

        What is quoted inside somebody's own letter or turn is not theirs, unless it says whose; and
        whoever is named between the marks themselves is spoken of, and does not speak.
        """
        best: tuple[int, int, StatementRow] | None = None
        for row in islice(self._rows, bisect_right(self._reach, at.start), None):
            if row.at.start >= at.end:
                break
            if row.source_spans and all(
                any(one.holds(span) for one in pieces) for span in row.source_spans
            ):
                continue
            shared = sum(
                max(0, min(span.end, at.end) - max(span.start, at.start))
                for span in row.content_spans
            )
            if shared and (best is None or (shared, row.depth) > best[:2]):
                best = (shared, row.depth, row)
        if best is None or _is_turn(best[2]) or not best[2].cue:
            return None
        return best[2]
