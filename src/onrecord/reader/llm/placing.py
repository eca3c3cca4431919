"""Where the words of an answer stand in what was sent, and what is dropped because they do not.

Words count as found letter for letter; only white space and the form of quotation marks may differ,
and what is kept are the text's own. Words that stand in several places are taken to be those that
follow what was pointed to before, or those nearest to the words they belong with. Whether the words
mean what the model takes them to mean is not asked here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import Mode
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.llm.answers import Pointed
from onrecord.reader.llm.windows import Window
from onrecord.reader.quotations import quotations
from onrecord.reader.words import Cut

NO_FORM = "not of the form asked for"
NO_CONTENT = "without content"
NOT_THERE = "not word for word in the text"
ELSEWHERE = "with source or cue away from the content"
TWICE = "given twice"
NAMES = "names"

_DOUBLE, _SINGLE = '“”„«»"', "‘’'"
_WORD = re.compile(r"\w")


class _DroppedError(Exception):
    """An entry is not kept; its argument says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One entry whose words all stand in the window; spans are places in its characters."""

    source: Span | None
    name: Span | None
    cue: Span | None
    content: Spans
    mode: Mode
    pointed: Pointed


@dataclass(slots=True)
class Placing:
    """Places the entries of one window, in their order, and counts what it drops."""

    window: Window
    lexicon: Lexicon
    dropped: Counter[str] = field(default_factory=Counter)
    _reached: int = 0
    """Where the content placed last begins: the next of several alike stands after it."""
    _quotations: Spans = field(init=False)

    def __post_init__(self) -> None:
        found = quotations(Cut(self.window.characters, self.lexicon), self.window.paragraphs)
        self._quotations = tuple(span for spans in found for span in spans)

    def place(self, entries: Iterable[Pointed | None]) -> Iterator[Placed]:
        """Give the entries whose words stand in the window."""
        for entry in entries:
            try:
                if entry is None:
                    raise _DroppedError(NO_FORM)
                yield self._placed(entry)
            except _DroppedError as why:
                self.dropped[str(why)] += 1

    def _placed(self, entry: Pointed) -> Placed:
        if not any(map(_WORD.search, entry.content)):
            raise _DroppedError(NO_CONTENT)
        content = self._content(entry.content)
        beside = {self.window.paragraph_at(span.start) for span in content}
        cue = self._beside(entry.cue, content, content, beside)
        if cue is not None:
            beside = {self.window.paragraph_at(cue.start)}
            taken: Spans = (*content, cue)
        else:
            beside = set(range(len(self.window.paragraphs)))
            taken = content
        source = self._beside(entry.source, (cue,) if cue else content, taken, beside)
        placed = Placed(
            source=source,
            name=self._name(entry, source),
            cue=cue,
            content=tuple(self._with_marks(span) for span in content),
            mode=self._mode(content),
            pointed=entry,
        )
        self._reached = content[0].start + 1
        return placed

    def _content(self, pieces: tuple[str, ...]) -> Spans:
        """Place the pieces one after the other."""
        placed: list[Span] = []
        for piece in pieces:
            found = self._found(piece)
            if placed:
                found = [span for span in found if span.start >= placed[-1].end]
            if not found:
                raise _DroppedError(NOT_THERE)
            after = placed[-1].end if placed else self._reached
            placed.append(next((span for span in found if span.start >= after), found[-1]))
        return tuple(placed)

    def _beside(self, words: str, near: Spans, taken: Spans, paragraphs: set[int]) -> Span | None:
        """Place a source or a cue: in one of the paragraphs, outside what is taken, and nearest."""
        if not words:
            return None
        found = self._found(words)
        if not found:
            raise _DroppedError(NOT_THERE)
        free = [
            span
            for span in found
            if self.window.paragraph_at(span.start) in paragraphs
            and not any(span.overlaps(other) for other in taken)
        ]
        if not free:
            raise _DroppedError(ELSEWHERE)
        return min(free, key=lambda span: min(_gap(span, other) for other in near))

    def _name(self, entry: Pointed, source: Span | None) -> Span | None:
        """Place the name of the one who speaks: in the source, or else the nearest before it."""
        if source is None or not entry.name or entry.anonymous:
            return None
        found = self._found(entry.name)
        if not found:
            self.dropped[NAMES] += 1
            return None
        before = [span for span in found if span.end <= source.end]
        return before[-1] if before else found[0]

    def _found(self, words: str) -> list[Span]:
        characters = self.window.characters
        if len(words) > 2 * len(characters) or not _WORD.search(words):
            return []
        return [Span(*found.span()) for found in re.finditer(_pattern(words), characters)]

    def _with_marks(self, span: Span) -> Span:
        """Take in the marks of a quotation of which `span` is all the words."""
        return next(
            (
                whole
                for whole in self._quotations
                if whole.holds(span)
                and not _WORD.search(self.window.characters, whole.start, span.start)
                and not _WORD.search(self.window.characters, span.end, whole.end)
            ),
            span,
        )

    def _mode(self, content: Spans) -> Mode:
        """Say whether the words stand in quotation marks: all, some, or none."""
        if all(any(quote.holds(span) for quote in self._quotations) for span in content):
            return Mode.DIRECT
        if any(quote.overlaps(span) for quote in self._quotations for span in content):
            return Mode.MIXED
        return Mode.INDIRECT


def _gap(one: Span, other: Span) -> int:
    """Give how many characters lie between two spans."""
    return max(one.start - other.end, other.start - one.end, 0)


def _pattern(words: str) -> re.Pattern[str]:
    """Make what finds `words` as whole words, whatever white space and marks stand for theirs."""
    parts = [_letter(part) for part in re.split(r"(\s+|[“”„«»\"]|[‘’'])", words) if part]
    begins = r"(?<!\w)" if _WORD.match(words) else ""
    ends = r"(?!\w)" if _WORD.match(words[-1]) else ""
    return re.compile(begins + "".join(parts) + ends)


def _letter(part: str) -> str:
    if part.isspace():
        return r"\s+"
    for marks in (_DOUBLE, _SINGLE):
        if part in marks:
            return f"[{marks}]"
    return re.escape(part)
