"""One thing in full: what it is, whose words it rests on, where in the raw document they stand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from onrecord.core.errors import NoSuchRow
from onrecord.core.rows import NOBODY, Party, ReplyRow, StatementRow, Tally, Teller, quoted
from onrecord.core.spans import Box, OffsetMap, Span
from onrecord.core.vocabulary import AsOf
from onrecord.core.wording import KIND_OF_SOURCE, MANNER, counted, how_sure
from onrecord.faces.cli.printing import ID_SHOWN, console, plain

if TYPE_CHECKING:
    from onrecord.case import Case

_AROUND = 160
"""Characters of context to either side of a statement."""


def pairs(facts: list[tuple[str, str]]) -> None:
    """Print names with their values; what has no value is left out."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in facts:
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
    pairs(
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
            ("reliability", "\n".join(map(str, row.grades))),
        ]
    )
    _listed(case.statements(as_of, source=identifier), case.replies(as_of, source=identifier))


def _listed(statements: list[StatementRow], replies: list[ReplyRow]) -> None:
    """Print statements and replies with whose they are, and how many of which kind they are."""
    console().print(f"\n{Tally.of(statements)}")
    for row in statements:
        style = "dim" if row.proposed else None
        console().print(f"\n{row.id[:ID_SHOWN]}  {plain(row.attributed())}", style=style)
    if replies:
        asked = counted(len(replies), "request for comment", "requests for comment")
        console().print(f"\n{asked}")
    for reply in replies:
        console().print(f"\n{reply.id[:ID_SHOWN]}  {plain(reply.attributed())}")


def statement(case: Case, identifier: str, as_of: AsOf) -> None:
    rows = case.statements(as_of, id=identifier)
    if not rows:
        raise NoSuchRow(f"{identifier} is not in force as of then", help="see 'onrecord log'")
    for row in rows:
        text = case.text(row.source)
        place = raw(OffsetMap(text.stretches).raw(row.at))
        pairs(
            [
                ("statement", row.id),
                ("who", f"{row.speaker or NOBODY} ({KIND_OF_SOURCE[row.naming]})"),
                ("actor", f"{row.actor_name}  {row.actor}" if row.actor else "not known"),
                ("cue", quoted(row.cue) if row.cue else "none"),
                ("act", f"{row.act.value}, {row.mode.value}, {row.polarity.value}"),
                ("how firmly", _firmly(row.commitment.word, row.hedges)),
                ("to", row.addressee),
                ("chain", _chain(case, row, as_of)),
                ("made", str(row.made) if row.made else "not known; dated by its source"),
                ("in", f"{row.source_label}  {row.source}"),
                ("read by", row.reader),
                ("sureness", _sureness(row)),
                ("credibility", "\n".join(map(str, row.grades))),
                ("duplicates", _duplicates(case, row, as_of)),
                ("where", f"{row.text}:{row.at}; in the raw document {place}"),
            ]
        )
        context(text.characters, row.at, row.content_spans)


def _chain(case: Case, row: StatementRow, as_of: AsOf) -> str:
    """Tell the chain, outermost first: of each who it is, by which words, and what they say."""
    if not row.chain:
        return "depth 0: its source is reported directly"
    found = {other.id: other for other in case.statements(as_of, source=row.source)}
    steps = [_step(teller, found.get(teller.id)) for teller in row.chain]
    steps.append(f"{row.speaker or NOBODY}: this statement")
    lines = [f"{number}. {step}" for number, step in enumerate(steps, 1)]
    return "\n".join([f"depth {row.depth}, outermost first:", *lines])


def _step(teller: Teller, row: StatementRow | None) -> str:
    """Tell one step of a chain; a statement that is not in force as of then has no words."""
    kind = f"{KIND_OF_SOURCE[teller.naming]}, {'cue ' + quoted(teller.cue) if teller.cue else ''}"
    firmly = _firmly(teller.commitment.word, teller.hedges)
    words = row.attributed() if row else f"{teller.speaker or NOBODY} ({MANNER[teller.act]})"
    return f"{words}\n   {kind.rstrip(', ')}; how firmly: {firmly}"


def _sureness(row: StatementRow) -> str:
    sure = how_sure(row.sureness, row.confirmed, row.entered_by)
    if not row.proposed:
        return sure
    return f"{sure}; only proposed: its reader holds it to be rather wrong than right"


def _duplicates(case: Case, row: StatementRow, as_of: AsOf) -> str:
    """Say what a statement repeats, and what repeats it."""
    here = case.statements(as_of, source=row.source)
    lines = [
        f"repeats {other.id[:ID_SHOWN]}, and is not counted again: {other.attributed(120)}"
        for other in here
        if other.id == row.duplicate_of
    ]
    lines += [
        f"repeated by {other.id[:ID_SHOWN]}: {other.attributed(120)}"
        for other in here
        if other.duplicate_of == row.id
    ]
    return "\n".join(lines)


def reply(case: Case, identifier: str, as_of: AsOf) -> None:
    rows = [row for row in case.replies(as_of) if row.id == identifier]
    if not rows:
        raise NoSuchRow(f"{identifier} is not in force as of then", help="see 'onrecord log'")
    for row in rows:
        text = case.text(row.source)
        pairs(
            [
                ("reply", row.id),
                ("who was asked", party(row.asked)),
                ("what became of it", row.outcome.value),
                ("asked by", party(row.asked_by)),
                ("through", party(row.through)),
                ("when", str(row.made) if row.made else "not known; dated by its source"),
                ("in", f"{row.source_label}  {row.source}"),
                ("where", f"{text.id}:{row.at}"),
                ("credibility", "\n".join(map(str, row.grades))),
            ]
        )
        context(text.characters, row.at, row.spans)


def party(one: Party | None) -> str:
    """Say who somebody is in the words of the text, and which actor they are held to be."""
    if one is None:
        return "the words do not say"
    actor = f"; held to be {one.actor_name}  {one.actor}" if one.actor else ""
    return f"{one.called} ({KIND_OF_SOURCE[one.naming]}){actor}"


def _firmly(word: str, hedges: tuple[str, ...]) -> str:
    return word + (f" ({', '.join(quoted(hedge) for hedge in hedges)})" if hedges else "")


def raw(places: tuple[Span | Box, ...]) -> str:
    """Say where in the raw document something stands."""
    said = [
        f"page {place.page} at {place.left:.0f},{place.bottom:.0f} pt"
        if isinstance(place, Box)
        else f"characters {place}"
        for place in places
    ]
    return ", ".join(said) or "not mapped"


def context(characters: str, at: Span, marked: tuple[Span, ...]) -> None:
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
    pairs(
        [
            ("actor", row.id),
            ("name", row.name),
            ("also", ", ".join(row.names[1:])),
            ("titles used", ", ".join(row.titles)),
            ("kind", f"{row.kind.value}, {row.naming.value}"),
            ("held to be one", "; ".join(row.because) or "one text names them"),
            ("mentioned", f"{len(row.mentions)} times in {row.sources} sources"),
            *(("claimed", one.condition) for one in case.identities(as_of, actor=identifier)),
            *(
                ("may be", f"{one.beside(row.id)[1]}  {one.beside(row.id)[0]}: "
                 f"{'; '.join(one.because)}")
                for one in case.proposals(as_of, actor=identifier)
            ),
        ]
    )  # fmt: skip
    _listed(case.statements(as_of, actor=identifier), case.replies(as_of, actor=identifier))


def text(case: Case, identifier: str, as_of: AsOf) -> None:
    row = next((row for row in case.sources(as_of) if row.text == identifier), None)
    if row is None:
        raise NoSuchRow(f"{identifier} is not in force as of then", help="see 'onrecord log'")
    found = case.text(row.id)
    console().print(plain(f"{row.label} writes ({found.id}):\n"))
    for block in found.blocks:
        console().print(f"[{block.kind.value} {block.at}]")
        console().print(plain(block.at.of(found.characters)), "\n")


def tenure(case: Case, identifier: str, as_of: AsOf) -> None:
    """Print one tenure, with the row of the table or the words of the text it rests on."""
    rows = case.posts(as_of).with_id(identifier)
    if not rows:
        raise NoSuchRow(f"{identifier} is not in force as of then", help="see 'onrecord log'")
    for row in rows:
        text = case.text(row.source)
        line = text.characters.count("\n", 0, row.at.start) + 1
        place = raw(OffsetMap(text.stretches).raw(row.at))
        others = [f"{one.name} ({one.borne})" if one.borne else one.name for one in row.names]
        pairs(
            [
                ("tenure", row.id),
                ("holder", row.name),
                ("names", "; ".join(others) if len(others) > 1 else ""),
                ("post", row.post),
                ("body", row.body),
                ("from/to", str(row.held) if row.held else "not known"),
                ("attested", "; ".join(map(str, row.cited))),
                ("its table calls", ", ".join(filter(None, (row.person, row.office)))),
                ("who says so", row.attribution),
                ("statement", row.statement.id if row.statement else ""),
                ("in", f"{row.source_label}  {row.source}"),
                ("known since", row.known),
                ("read by", row.reader),
                ("where", f"{row.text}:{row.at}, line {line}; in the raw document {place}"),
            ]
        )
        context(text.characters, row.at, (row.at,))


BY_KIND: dict[str, Callable[[Case, str, AsOf], None]] = {
    "source": source,
    "statement": statement,
    "reply": reply,
    "actor": actor,
    "text": text,
    "tenure": tenure,
}
