"""One thing in full: what it is, whose words it rests on, where in the raw document they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.core.errors import NoSuchRow
from onrecord.core.rows import NOBODY, quoted
from onrecord.core.spans import Box, OffsetMap, Span
from onrecord.core.vocabulary import AsOf
from onrecord.faces.cli.printing import ID_SHOWN, console, plain

if TYPE_CHECKING:
    from onrecord.case import Case

_AROUND = 160
"""Characters of context to either side of a statement."""


def _pairs(pairs: list[tuple[str, str]]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in pairs:
        if value:
            table.add_row(name, Text(plain(value)))
    console().print(table)


def source(case: Case, identifier: str, as_of: AsOf) -> None:
    row = next((row for row in case.sources(as_of) if row.id == identifier), None)
    if row is None:
        raise NoSuchRow(f"{identifier} is not in force as of then", help="see 'onrecord log'")
    meta = row.metadata
    told = [
        (name, f"{found.value}  [{found.basis.value}]")
        for name in ("title", "byline", "outlet", "published", "modified", "retrieved", "address",
                     "language")
        if (found := getattr(meta, name)) is not None
    ]  # fmt: skip
    version = f"{row.version} of {row.versions} under its address" if row.versions > 1 else ""
    _pairs(
        [
            ("source", row.id),
            ("file", f"{row.name} ({row.media_type}, {row.size} bytes)"),
            ("sha-256", row.sha256),
            ("version", version),
            ("part of", row.parent or ""),
            ("known since", row.known),
            *told,
            ("refused", row.refusal or ""),
            ("text", f"{row.text}, {row.words} words" if row.text else ""),
        ]
    )
    for statement in case.statements(as_of, source=identifier):
        console().print(f"\n{statement.id[:ID_SHOWN]}  {plain(statement.attributed())}")


def statement(case: Case, identifier: str, as_of: AsOf) -> None:
    rows = case.statements(as_of, id=identifier)
    if not rows:
        raise NoSuchRow(f"{identifier} is not in force as of then", help="see 'onrecord log'")
    for row in rows:
        text = case.text(row.source)
        raw = OffsetMap(text.stretches).raw(row.at)
        _pairs(
            [
                ("statement", row.id),
                ("who", f"{row.speaker or NOBODY} ({row.naming.value})"),
                ("actor", f"{row.actor_name}  {row.actor}" if row.actor else "not known"),
                ("cue", quoted(row.cue) if row.cue else "none"),
                ("act", f"{row.act.value}, {row.mode.value}, {row.polarity.value}"),
                ("how firmly", _firmly(row.commitment.word, row.hedges)),
                ("through", " < ".join(outer or NOBODY for outer in row.chain)),
                ("made", str(row.made) if row.made else "not known; dated by its source"),
                ("in", f"{row.source_label}  {row.source}"),
                ("read by", f"{row.reader}; {'' if row.confirmed else 'not yet '}confirmed"),
                ("where", f"{row.text}:{row.at}; in the raw document {_raw(raw)}"),
            ]
        )
        _context(text.characters, row.at, row.content_spans)


def _firmly(word: str, hedges: tuple[str, ...]) -> str:
    return word + (f" ({', '.join(quoted(hedge) for hedge in hedges)})" if hedges else "")


def _raw(places: tuple[Span | Box, ...]) -> str:
    said = [
        f"page {place.page} at {place.left:.0f},{place.bottom:.0f} pt"
        if isinstance(place, Box)
        else f"characters {place}"
        for place in places
    ]
    return ", ".join(said) or "not mapped"


def _context(characters: str, at: Span, marked: tuple[Span, ...]) -> None:
    """Print the words around a statement as its source has them, the content reversed."""
    from rich.text import Text

    start, end = max(0, at.start - _AROUND), min(len(characters), at.end + _AROUND)
    words = Text(plain(characters[start:end]))
    for span in marked:
        words.stylize("reverse", span.start - start, span.end - start)
    console().print("\n…", words, "…\n", sep="")


def actor(case: Case, identifier: str, as_of: AsOf) -> None:
    row = next((row for row in case.actors(as_of) if row.id == identifier), None)
    if row is None:
        raise NoSuchRow(f"{identifier} is nobody as of then", help="see 'onrecord actors'")
    _pairs(
        [
            ("actor", row.id),
            ("name", row.name),
            ("also", ", ".join(row.names[1:])),
            ("titles used", ", ".join(row.titles)),
            ("kind", f"{row.kind.value}, {row.naming.value}"),
            ("held to be one", "; ".join(row.because) or "one text names them"),
            ("mentioned", f"{len(row.mentions)} times in {row.sources} sources"),
        ]
    )
    for statement in case.statements(as_of, actor=identifier):
        console().print(f"\n{statement.id[:ID_SHOWN]}  {plain(statement.attributed())}")


def text(case: Case, identifier: str, as_of: AsOf) -> None:
    row = next((row for row in case.sources(as_of) if row.text == identifier), None)
    if row is None:
        raise NoSuchRow(f"{identifier} is not in force as of then", help="see 'onrecord log'")
    found = case.text(row.id)
    console().print(plain(f"{row.label} writes ({found.id}):\n"))
    for block in found.blocks:
        console().print(f"[{block.kind.value} {block.at}]")
        console().print(plain(block.at.of(found.characters)), "\n")


BY_KIND: dict[str, Callable[[Case, str, AsOf], None]] = {
    "source": source,
    "statement": statement,
    "actor": actor,
    "text": text,
}
