"""Commands that ask the record: sources, statements, actors, timeline, search, show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.errors import NoSuchRow
from onrecord.core.identity import kind_of
from onrecord.core.rows import NOBODY, quoted
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_time, open_case
from onrecord.faces.cli.printing import ID_SHOWN, Column, headed, listing

if TYPE_CHECKING:
    from onrecord.core.rows import SourceRow, TimelineRow


@click.command(epilog=example("onrecord sources --format csv > sources.csv"))
@in_form
@in_time
@in_case
def sources(folder: Path, valid: str | None, known: str | None, form: str) -> None:
    """List the sources: read or refused, with outlet, day, and version."""
    with open_case(folder) as case:
        rows = case.sources(as_of(valid, known))
    if form == "table":
        columns = [Column("id"), Column("source", wide=True)]
        cells = [[row.id[:ID_SHOWN], _source_card(row)] for row in rows]
    else:
        columns = headed(
            "id",
            "published",
            "outlet",
            "title",
            "name",
            "version",
            "versions",
            "statements",
            "refused",
        )
        cells = [
            [row.id, str(row.published or ""), row.outlet, quoted(row.title), row.name,
             str(row.version), str(row.versions), str(row.statements), row.refusal or ""]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, "no sources; 'onrecord add' takes them in")


def _source_card(row: SourceRow) -> str:
    if row.refusal is not None:
        return f"{row.label}\nrefused: {row.refusal} ({row.name})"
    return f"{row.label}\n{quoted(row.title, 150)}; {row.statements} statements"


@click.command(epilog=example("onrecord statements --actor act_5d1c --as-of 2024-04"))
@click.option("--source", metavar="ID", help="Only those in this source.")
@click.option("--actor", metavar="ID", help="Only those this actor is said to make.")
@in_form
@in_time
@in_case
def statements(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    source: str | None,
    actor: str | None,
) -> None:
    """List who is reported to have said what, in whose words and where."""
    with open_case(folder) as case:
        rows = case.statements(
            as_of(valid, known),
            source=source and case.find(source),
            actor=actor and case.find(actor),
        )
    if form == "table":
        columns = [Column("id"), Column("who is reported to have said what", wide=True)]
        cells = [[row.id[:ID_SHOWN], _card(row.attribution, row.content)] for row in rows]
    else:
        columns = headed(
            "id",
            "attribution",
            "words",
            "speaker",
            "act",
            "commitment",
            "made",
            "source",
            "start",
            "end",
        )
        cells = [
            [row.id, row.attribution, quoted(row.content), row.speaker or NOBODY, row.act.value,
             row.commitment.word, str(row.made or ""), row.source, str(row.at.start),
             str(row.at.end)]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, "no statements as of then")


def _card(attribution: str, words: str) -> str:
    return f"{attribution}\n{quoted(words, 240)}"


@click.command(epilog=example("onrecord actors --known 2024-05-01"))
@in_form
@in_time
@in_case
def actors(folder: Path, valid: str | None, known: str | None, form: str) -> None:
    """List who speaks or is named, under which names, and what holds them to be one."""
    with open_case(folder) as case:
        rows = case.actors(as_of(valid, known))
    columns = [
        Column("id"), Column("name", wide=True), Column("kind"), Column("said"),
        Column("named"), Column("in sources"),
    ]  # fmt: skip
    cells = [
        [row.id[:ID_SHOWN] if form == "table" else row.id, _called(row.names), row.kind.value,
         str(row.statements), str(len(row.mentions)), str(row.sources)]
        for row in rows
    ]  # fmt: skip
    listing(form, columns, rows, cells, "nobody as of then")


def _called(names: tuple[str, ...]) -> str:
    also = f" (also {', '.join(names[1:4])})" if names[1:] else ""
    return f"{names[0]}{also}"


@click.command(epilog=example("onrecord timeline --as-of 2024-06"))
@in_form
@in_time
@in_case
def timeline(folder: Path, valid: str | None, known: str | None, form: str) -> None:
    """List what the record puts in time, each date with the words that give it."""
    with open_case(folder) as case:
        rows = case.timeline(as_of(valid, known))
    if form == "table":
        columns = [Column("when"), Column("whose words, and what they say", wide=True)]
        cells = [[str(row.when or "not known"), _moment_card(row)] for row in rows]
    else:
        columns = headed("when", "kind", "attributed words", "source")
        cells = [
            [str(row.when or "not known"), row.kind, row.attributed(), row.source] for row in rows
        ]
    listing(form, columns, rows, cells, "nothing dated as of then")


def _moment_card(row: TimelineRow) -> str:
    if row.at is None:
        return f"{row.source_label}\n{row.words}"
    if row.statement is not None:
        return _card(row.statement.attribution, row.statement.content)
    return _card(f"{row.source_label} writes", row.words)


@click.command(epilog=example("onrecord search '\"no longer met\" evidence'"))
@click.argument("query")
@click.option("--most", default=20, show_default=True, help="At most so many.")
@in_form
@in_time
@in_case
def search(
    folder: Path, valid: str | None, known: str | None, form: str, query: str, most: int
) -> None:
    """Find sentences that hold all the words of QUERY; "quoted words" stand together."""
    with open_case(folder) as case:
        rows = case.search(query, as_of(valid, known), most=most)
    if form == "table":
        columns = [Column("source"), Column("whose words, and what they say", wide=True)]
        cells = [
            [row.source[:ID_SHOWN], _card(row.statement.attribution, row.statement.content)
             if row.statement else _card(f"{row.source_label} writes", row.words)]
            for row in rows
        ]  # fmt: skip
    else:
        columns = headed("source", "start", "end", "attributed words")
        cells = [[row.source, str(row.at.start), str(row.at.end), row.attributed()] for row in rows]
    listing(form, columns, rows, cells, f"nothing found for {query!r}")


@click.command(epilog=example("onrecord show sta_3f2a91"))
@click.argument("row", metavar="ID")
@in_time
@in_case
def show(folder: Path, valid: str | None, known: str | None, row: str) -> None:
    """Show one source, statement, actor or text in full, down to its words and their place.

    ID may be cut short as long as only one thing begins so.
    """
    from onrecord.faces.cli import details

    with open_case(folder) as case:
        identifier = case.find(row)
        print_it = details.BY_KIND.get(kind_of(identifier))
        if print_it is None:
            raise NoSuchRow(f"{identifier} is not shown by itself", help="show its source instead")
        print_it(case, identifier, as_of(valid, known))


COMMANDS = (sources, statements, actors, timeline, search, show)
