"""One source as it reads: every block, what was found in it marked in place, and notes beside it.

Captions, credits and boilerplate are folded but never left out. A note says who is reported to
speak, by which words, how firmly and through whom; the words themselves are the source's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from markupsafe import Markup

from onrecord.core.claims import ClaimLine
from onrecord.core.identity import ActorId
from onrecord.core.rows import ReplyRow, SourceRow, StatementRow, Tally
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import Block, BlockKind, Outcome, SpeechAct, Standing, Text
from onrecord.show.layers import Layer, Marker
from onrecord.show.places import (
    Places,
    file_name,
    numbered,
    parts_of,
    span_anchor,
    spans_shown,
)
from onrecord.show.press import Page, looks, pager

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_QUIET = {BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BOILERPLATE}


Noted = StatementRow | ReplyRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found in one source. `marked` are places that links lead to, dates and replies.

    `claims` are those that its statements speak to, by statement.
    """

    statements: Sequence[StatementRow]
    replies: Sequence[ReplyRow]
    mentions: Sequence[tuple[Span, ActorId]]
    marked: Sequence[Span]
    claims: Mapping[str, Sequence[ClaimLine]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A statement or a reply beside its block. `continues`: it began in an earlier one.

    `claims` are those that it speaks to; `inside` the notes of statements reported inside it.
    """

    number: int
    row: Noted
    continues: bool
    claims: Sequence[ClaimLine] = ()
    inside: tuple[Note, ...] = ()

    @property
    def is_reply(self) -> bool:
        return isinstance(self.row, ReplyRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One block with its marks and its notes; `start` is where it begins in the text.

    `wrapped`: its lines end where the writer's page did, not where the words want them to.
    """

    kind: str
    wrapped: bool
    start: int
    words: Markup
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Blocks that follow each other and are all quiet or all not."""

    quiet: bool
    blocks: tuple[Shown, ...]


def source_pages(
    places: Places, row: SourceRow, text: Callable[[], Text], found: Found
) -> Iterator[Page]:
    """Give a source's page or pages; a refused source gets a page with the reason."""
    stem = f"sources/{file_name(row.id)}"
    if row.text is None:
        yield Page(name=f"{stem}.html", template="refused.html", fill=lambda: {"source": row})
        return
    parts = places.parts(row.id)

    @cache
    def read() -> _Read:
        return _Read(places, row, text(), found)

    def filled(number: int) -> dict[str, Any]:
        links = pager(file_name(row.id), number, parts)
        return {**read().common, "runs": read().runs(number - 1), "pager": links}

    for number in range(1, parts + 1):
        yield Page(
            name=numbered(stem, number), template="source.html", fill=partial(filled, number)
        )


class _Read:
    """A text that is marked with notes beside it: what its pages share, and the blocks of each.

    Of a long document only what stands in the part that is asked for is marked.
    """

    def __init__(self, places: Places, row: SourceRow, text: Text, found: Found) -> None:
        self._places, self._text, self._found = places, text, found
        self._noted: list[Noted] = sorted((*found.statements, *found.replies), key=_in_order)
        self._numbers: dict[str, int] = {
            one.id: number for number, one in enumerate(self._noted, 1)
        }
        self._extents: dict[str, Span] = {row.id: _extent(row) for row in self._noted}
        self._parts = parts_of(text)
        self.common: dict[str, Any] = {
            "source": row,
            "readers": sorted({one.reader for one in found.statements if not one.entered_by}),
            "entered": sum(bool(one.entered_by) for one in found.statements),
            "said": Tally.of(found.statements),
            "asked": len(found.replies),
            "language": _language(row),
            "signs": _signs_used(found),
        }

    def runs(self, number: int) -> list[Run]:
        """Give the blocks of one part, counted from 0, in whatever order parts are asked for."""
        blocks = self._parts[number]
        if not blocks:
            return []
        window = Span(blocks[0].at.start, blocks[-1].at.end)
        here = self._within(window)
        layers = [
            *_statement_layers(here.statements, self._numbers, here.claims),
            *_reply_layers(here.replies, self._numbers),
            *_mention_layers(self._places, here.mentions),
            *_span_layers(here.marked, {span for span, _ in here.mentions}),
        ]
        marker = Marker(self._text.characters, self._text.id, layers, window.start)
        noted = [row for row in self._noted if self._extents[row.id].overlaps(window)]
        return _runs(blocks, marker, _Notes(noted, self._numbers, here.claims, window.start))

    def _within(self, window: Span) -> Found:
        """Give what may stand in a window, and all that does."""

        def is_here(row: Noted) -> bool:
            return self._extents[row.id].overlaps(window)

        return Found(
            statements=[*filter(is_here, self._found.statements)],
            replies=[*filter(is_here, self._found.replies)],
            mentions=[one for one in self._found.mentions if one[0].overlaps(window)],
            marked=[*filter(window.overlaps, self._found.marked)],
            claims=self._found.claims,
        )


def _extent(row: Noted) -> Span:
    """Give the stretch of the text that holds all that is marked of a row."""
    spans = [*_places_of(row)]
    if isinstance(row, StatementRow):
        spans += [*row.cue_spans, *row.hedge_spans, *row.source_spans]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _in_order(row: Noted) -> tuple[int, int, str]:
    """Put what holds another before it."""
    first = _places_of(row)[0]
    return first.start, -first.end, row.id


def _places_of(row: Noted) -> Spans:
    return (row.spans or (row.at,)) if isinstance(row, ReplyRow) else spans_shown(row)


def _language(row: SourceRow) -> str:
    """Give the language for a page's `lang`, or nothing where the source names none that is one."""
    named = row.metadata.language.value if row.metadata.language else ""
    return named if _LANGUAGE.fullmatch(named) else ""


SIGNS: Mapping[Standing, str] = {
    Standing.DISPUTED: "≠",
    Standing.DENIED: "−",
    Standing.DOUBTED: "?",
    Standing.CORROBORATED: "=",
    Standing.WITHDRAWN: "↶",
    Standing.SUPERSEDED: "»",
}
"""What stands beside the number of a statement that speaks to a claim which stands so."""


def _signs_used(found: Found) -> list[tuple[str, Standing]]:
    """Give the signs that a page has, for its key."""
    here = {
        line.standing for row in found.statements for line in found.claims.get(row.id, ())
    }  # fmt: skip
    return [(sign, standing) for standing, sign in SIGNS.items() if standing in here]


def _statement_layers(
    statements: Sequence[StatementRow],
    numbers: dict[str, int],
    claims: Mapping[str, Sequence[ClaimLine]],
) -> list[Layer]:
    layers = []
    for row in statements:
        kind = f"said {_colour(row.act)}{looks(row).removeprefix(row.act.value)}"
        stands = {line.standing for line in claims.get(row.id, ())}
        sign = "".join(sign for standing, sign in SIGNS.items() if standing in stands)
        for span in spans_shown(row):
            layers.append(
                Layer(
                    at=span,
                    tag="mark",
                    kind=kind,
                    rank=0,
                    anchor=file_name(row.id),
                    number=numbers[row.id],
                    sign=sign,
                )
            )
        layers += [Layer(at=span, tag="span", kind="cue", rank=3) for span in row.cue_spans]
        layers += [Layer(at=span, tag="span", kind="hedge", rank=3) for span in row.hedge_spans]
        layers += [Layer(at=span, tag="span", kind="who", rank=1) for span in row.source_spans]
    return layers


def _reply_layers(replies: Sequence[ReplyRow], numbers: dict[str, int]) -> list[Layer]:
    """Mark the words that tell what became of a request."""
    return [
        Layer(
            at=span,
            tag="mark",
            kind=f"said {_COLOURS.get(row.outcome, 'silent')} reply",
            rank=0,
            anchor=file_name(row.id),
            number=numbers[row.id],
        )
        for row in replies
        for span in row.spans
    ]


_COLOURS = {Outcome.DENIED: "against", Outcome.ANSWERED: "for"}


def _colour(act: SpeechAct) -> str:
    if act in (SpeechAct.DENIES, SpeechAct.DOUBTS, SpeechAct.CRITICISES):
        return "against"
    return "silent" if act is SpeechAct.DECLINES else "for"


def _mention_layers(places: Places, mentions: Sequence[tuple[Span, ActorId]]) -> list[Layer]:
    layers = []
    for span, actor in mentions:
        page = places.actor_page(actor)
        href = f"../{page}" if page else ""
        layers.append(
            Layer(
                at=span,
                tag="a" if href else "span",
                kind="actor",
                rank=2,
                anchor=span_anchor(span),
                href=href,
            )
        )
    return layers


def _span_layers(marked: Sequence[Span], mentioned: set[Span]) -> list[Layer]:
    """Mark dates and replies; a span that is a mention too has its anchor already."""
    return [
        Layer(at=span, tag="span", kind="found", rank=2, anchor=span_anchor(span))
        for span in sorted(set(marked) - mentioned)
    ]


class _Notes:
    """Gives each block its notes, in the order of the text; those before `start` are given."""

    def __init__(
        self,
        noted: Sequence[Noted],
        numbers: dict[str, int],
        claims: Mapping[str, Sequence[ClaimLine]],
        start: int,
    ) -> None:
        spans = [(span, row) for row in noted for span in _places_of(row)]
        self._spans = sorted(spans, key=lambda pair: (pair[0], numbers[pair[1].id]))
        self._numbers, self._claims = numbers, claims
        self._from = 0
        self._running: list[tuple[Span, Noted]] = []
        self._noted: set[str] = {row.id for span, row in spans if span.start < start}

    def beside(self, block: Block) -> tuple[Note, ...]:
        """Give what stands beside a block; blocks are asked for in reading order."""
        rows = self._at(block)
        notes = self._within(None, rows, set())
        self._noted |= rows.keys()
        return notes

    def _at(self, block: Block) -> dict[str, Noted]:
        while self._from < len(self._spans) and self._spans[self._from][0].start < block.at.end:
            self._running.append(self._spans[self._from])
            self._from += 1
        self._running = [pair for pair in self._running if pair[0].end > block.at.start]
        return {row.id: row for span, row in self._running if span.overlaps(block.at)}

    def _within(
        self, parent: str | None, rows: dict[str, Noted], above: set[str]
    ) -> tuple[Note, ...]:
        """Draw a statement inside the one it is reported in, where that stands beside it."""
        found = [
            row for row in rows.values() if _parent(row, rows) == parent and row.id not in above
        ]
        return tuple(
            Note(
                number=self._numbers[row.id],
                row=row,
                continues=row.id in self._noted,
                claims=self._claims.get(row.id, ()),
                inside=self._within(row.id, rows, above | {row.id}),
            )
            for row in sorted(found, key=lambda row: self._numbers[row.id])
        )


def _parent(row: Noted, rows: dict[str, Noted]) -> str | None:
    if isinstance(row, StatementRow) and row.parent in rows:
        return row.parent
    return None


def _runs(blocks: Sequence[Block], marker: Marker, notes: _Notes) -> list[Run]:
    runs: list[tuple[bool, list[Shown]]] = []
    for block in blocks:
        quiet = block.kind in _QUIET
        shown = Shown(
            kind=block.kind.value,
            wrapped=block.kind is BlockKind.PARAGRAPH and marker.is_wrapped(block.at),
            start=block.at.start,
            words=marker.marked(block.at),
            notes=notes.beside(block),
        )
        if not runs or runs[-1][0] != quiet:
            runs.append((quiet, []))
        runs[-1][1].append(shown)
    return [Run(quiet=quiet, blocks=tuple(shown)) for quiet, shown in runs]
