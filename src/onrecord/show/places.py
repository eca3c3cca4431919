"""On which page, and where on it, the words of a source stand.

A long text is cut into parts, each a page of its own; file names and anchors are made from ids
alone, never from a name that somebody gave.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from onrecord.core.identity import ActorId, SourceId, sha256
from onrecord.core.record import Record
from onrecord.core.rows import ReplyRow, SourceRow, StatementRow
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import Block, BlockKind, Text
from onrecord.show.visible import visibly_quoted

PART = 22_000
"""Characters on one page of a source: some 3,700 words, which are marked in some 80 ms."""

_PLAIN = re.compile(r"[A-Za-z0-9_-]{1,64}")


def file_name(identifier: str) -> str:
    """Give a name for files and anchors; an id that is no plain word is named by its digest."""
    if _PLAIN.fullmatch(identifier):
        return identifier
    return f"x_{sha256(identifier.encode('utf-8', 'surrogatepass'))[:16]}"


def numbered(stem: str, number: int) -> str:
    """Name the page `number` (from 1) of something that may take several."""
    return f"{stem}.html" if number == 1 else f"{stem}-{number}.html"


def span_anchor(span: Span) -> str:
    return f"at-{span}"


@dataclass(frozen=True, slots=True)
class Layout:
    """How one text is cut into pages: where each part starts, and how long the text is."""

    starts: tuple[int, ...]
    length: int

    def part(self, offset: int) -> int:
        """Say on which part (from 1) an offset stands."""
        return max(1, bisect_right(self.starts, offset))


def parts_of(text: Text) -> list[list[Block]]:
    """Cut a text into parts of about `PART` characters, between blocks where that is possible."""
    parts: list[list[Block]] = [[]]
    begun = 0
    for block in _whole(text):
        if parts[-1] and block.at.end - begun > PART:
            parts.append([])
        if not parts[-1]:
            begun = block.at.start
        parts[-1].append(block)
    return parts


def _whole(text: Text) -> list[Block]:
    """Give blocks that leave out no word: gaps are filled, overlaps cut, giants broken."""
    blocks: list[Block] = []
    reached = 0
    end = len(text.characters)
    for block in [
        *sorted(text.blocks, key=lambda b: b.at),
        Block(BlockKind.PARAGRAPH, Span(end, end)),
    ]:
        gap = Span(reached, max(reached, min(block.at.start, end))).trimmed(text.characters)
        if gap.start < gap.end:
            blocks += _broken(Block(BlockKind.PARAGRAPH, gap), text.characters)
            reached = gap.end
        at = Span(max(reached, block.at.start), min(block.at.end, end))
        if at.start < at.end:
            blocks += _broken(Block(block.kind, at), text.characters)
            reached = at.end
    return blocks


def _broken(block: Block, characters: str) -> list[Block]:
    pieces: list[Block] = []
    start, end = block.at
    while end - start > PART:
        cut = characters.rfind(" ", start + PART // 2, start + PART) + 1 or start + PART
        pieces.append(Block(block.kind, Span(start, cut)))
        start = cut
    return [*pieces, Block(block.kind, Span(start, end))]


class Places:
    """Knows where everything of one record is shown. Built once for a dossier."""

    def __init__(
        self,
        record: Record,
        sources: list[SourceRow],
        actors: set[ActorId],
        statements: Iterable[StatementRow] = (),
    ) -> None:
        self._record = record
        self._actors = actors
        self._statements = {(row.source, row.id): row for row in statements}
        self.texts = {row.id: row.text for row in sources if row.text is not None}
        self._layouts = {row.id: self._laid_out(row) for row in sources if row.text is not None}
        # Lists go from source to source; 64 texts of a long report each are some 30 MB.
        self.characters: Callable[[SourceId], str] = lru_cache(maxsize=64)(self._characters)

    def _laid_out(self, row: SourceRow) -> Layout:
        text = self._record.text(row.id)
        starts = tuple(part[0].at.start for part in parts_of(text) if part)
        return Layout(starts, len(text.characters))

    def _characters(self, source: SourceId) -> str:
        return self._record.text(source).characters if source in self.texts else ""

    def original(self, row: StatementRow) -> StatementRow | None:
        """Give the statement that one repeats; None: it repeats none, or none that is in force."""
        if row.duplicate_of is None:
            return None
        return self._statements.get((row.source, row.duplicate_of))

    def parts(self, source: SourceId) -> int:
        """Say on how many pages a source stands."""
        layout = self._layouts.get(source)
        return max(1, len(layout.starts)) if layout else 1

    def source_page(self, source: SourceId, part: int = 1) -> str:
        return f"sources/{numbered(file_name(source), part)}"

    def actor_page(self, actor: ActorId | None, number: int = 1) -> str | None:
        if actor is None or actor not in self._actors:
            return None
        return f"people/{numbered(file_name(actor), number)}"

    def words(self, source: SourceId, span: Span | None, anchor: str = "") -> str:
        """Give the page and anchor of the words at `span`; for orphans the page alone."""
        layout = self._layouts.get(source)
        if layout is None or span is None or not 0 <= span.start < span.end <= layout.length:
            return self.source_page(source)
        page = self.source_page(source, layout.part(span.start))
        return f"{page}#{anchor or span_anchor(span)}"

    def fits(self, source: SourceId, span: Span | None, words: str) -> bool:
        """Say whether `words` are what stands at `span`."""
        if span is None:
            return False
        return visibly_quoted(span.of(self.characters(source))) == visibly_quoted(words)


@dataclass(frozen=True, slots=True)
class Links:
    """The same places seen from one page; `root` leads from it to the dossier's folder."""

    places: Places
    root: str

    def source(self, source: SourceId) -> str:
        return self.root + self.places.source_page(source)

    def actor(self, actor: ActorId | None) -> str | None:
        page = self.places.actor_page(actor)
        return None if page is None else self.root + page

    def words(self, source: SourceId, span: Span | None) -> str:
        return self.root + self.places.words(source, span)

    def statement(self, row: StatementRow) -> str:
        first = spans_shown(row)[0]
        return self.root + self.places.words(row.source, first, file_name(row.id))

    def original(self, row: StatementRow) -> str | None:
        """Lead to the statement that one repeats."""
        found = self.places.original(row)
        return None if found is None else self.statement(found)

    def reply(self, row: ReplyRow) -> str:
        first = row.spans[0] if row.spans else row.at
        return self.root + self.places.words(
            row.source, first, file_name(row.id) if row.spans else ""
        )

    def proof(self, row: StatementRow, most: int) -> Markup:
        """Give the attributes by which the words shown of a statement can be checked."""
        spans = " ".join(str(span) for span in row.content_spans)
        return Markup(' data-text="{}" data-spans="{}" data-most="{}"').format(
            row.text, spans, most
        )

    def proof_at(self, source: SourceId, span: Span, words: str, most: int) -> Markup:
        """Give such attributes for words of a reply or a date, where they are the words there."""
        text = self.places.texts.get(source)
        if text is None or not self.places.fits(source, span, words):
            return Markup("")
        return Markup(' data-text="{}" data-spans="{}" data-most="{}"').format(text, span, most)


def spans_shown(row: StatementRow) -> Spans:
    """Give the spans of a statement's content, or of the whole where no content is given."""
    return row.content_spans or (row.at,)
