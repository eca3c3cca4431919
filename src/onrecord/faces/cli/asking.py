"""Commands that ask the record: sources, statements, actors, timeline, search, show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.errors import NoSuchRow
from onrecord.core.identity import kind_of
from onrecord.core.rows import NOBODY, quoted
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_time, open_case
from onrecord.faces.cli.printing import ID_SHOWN, Column, listing

if TYPE_CHECKING:
    from onrecord.core.rows import StatementRow


@click.command(epilog=example("onrecord sources --format csv > sources.csv"))
@in_form
@in_time
@in_case
def sources(folder: Path, valid: str | None, known: str | None, form: str) -> None:
    """List the sources: read or refused, with outlet, day, and version."""
    with open_case(folder) as case:
        rows = case.sources(as_of(valid, known))
    columns = [
        Column("id"), Column("published"), Column("outlet"), Column("title", wide=True),
        Column("version"), Column("statements"), Column("refused"),
    ]  # fmt: skip
    if form == "table":
        columns = [*columns[:4], Column("read as", wide=False)]
    cells = []
    for row in rows:
        version = f"{row.version} of {row.versions}" if row.versions > 1 else ""
        state = "refused" if row.refusal else f"{row.statements} said"
        short = [row.id[:ID_SHOWN], str(row.published or ""), row.outlet, quoted(row.title, 90)]
        if form == "table":
            title = quoted(row.title, 90) + (f" (version {version})" if version else "")
            title += f": {row.refusal}" if row.refusal else ""
            cells.append([*short[:3], title, state])
        else:
            cells.append(
                [row.id, *short[1:3], quoted(row.title), version, str(row.statements),
                 row.refusal or ""]
            )  # fmt: skip
    listing(form, columns, rows, cells, "no sources; 'onrecord add' takes them in")


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
    columns = [
        Column("id"), Column("who"), Column("words", wide=True), Column("where"),
    ]  # fmt: skip
    if form == "table":
        cells = [
            [row.id[:ID_SHOWN], _who(row), quoted(row.content, 240), row.source_label]
            for row in rows
        ]
        columns = [columns[0], Column("who", wide=True), columns[2], Column("where", wide=True)]
    else:
        columns = [
            Column(heading)
            for heading in ("id", "attribution", "words", "speaker", "act", "commitment", "source",
                            "start", "end")
        ]  # fmt: skip
        cells = [
            [row.id, row.attribution, quoted(row.content), row.speaker or NOBODY, row.act.value,
             row.commitment.word, row.source, str(row.at.start), str(row.at.end)]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, "no statements as of then")


def _who(row: StatementRow) -> str:
    chain = "".join(f" according to {outer or NOBODY}" for outer in reversed(row.chain))
    return f"{row.speaker or NOBODY} ({row.act.value}{chain})"


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
    columns = [Column("when"), Column("kind"), Column("words and whose they are", wide=True)]
    if form != "table":
        columns = [*columns, Column("source")]
    cells = [
        [str(row.when or "not known"), row.kind, row.attributed(240 if form == "table" else None),
         row.source][: len(columns)]
        for row in rows
    ]  # fmt: skip
    listing(form, columns, rows, cells, "nothing dated as of then")


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
    columns = [Column("source"), Column("at"), Column("words and whose they are", wide=True)]
    cells = [
        [row.source[:ID_SHOWN] if form == "table" else row.source, str(row.at),
         row.attributed(300 if form == "table" else None)]
        for row in rows
    ]  # fmt: skip
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
