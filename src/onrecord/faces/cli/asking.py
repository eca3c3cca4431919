"""Commands that ask the record: sources, statements, replies, search, show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.dates import When
from onrecord.core.errors import NoSuchRow
from onrecord.core.grading import side_by_side
from onrecord.core.identity import kind_of
from onrecord.core.laid import Each
from onrecord.core.rows import NOBODY, Tally, quoted
from onrecord.core.vocabulary import Naming, SpeechAct, Standing
from onrecord.core.wording import counted, sureness_shown
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import (
    as_of,
    example,
    in_case,
    in_form,
    in_part,
    in_time,
    open_case,
    or_rejected,
)
from onrecord.faces.cli.printing import ID_SHOWN, MOST_ROWS, Column, headed, listing, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.core.rows import Hit, SourceRow, StatementRow

_NAMINGS = {
    "publisher" if naming is Naming.PUBLISHER else naming.value: naming for naming in Naming
}


@click.command(epilog=example("onrecord sources --format csv > sources.csv"))
@in_form
@in_time
@in_case
@listed
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
            "proposals",
            "tenures",
            "refused",
        )
        cells = [
            [row.id, str(row.published or ""), row.outlet, quoted(row.title), row.name,
             str(row.version), str(row.versions), str(row.statements), str(row.proposals),
             str(row.tenures), row.refusal or ""]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, "no sources; 'onrecord add' takes them in")


def _source_card(row: SourceRow) -> str:
    if row.refusal is not None:
        return f"{row.label}\nrefused: {row.refusal} ({row.name})"
    found = []
    if row.statements or not row.tenures:  # a table of posts states nothing
        proposed = f", {row.proposals} of them only proposed" if row.proposals else ""
        found.append(counted(row.statements, "statement") + proposed)
    if row.tenures:
        found.append(counted(row.tenures, "tenure"))
    graded = f"; reliability {side_by_side(row.grades)}" if row.grades else ""
    return f"{row.label}\n{quoted(row.title, 150)}; {', '.join(found)}{graded}"


@click.command(epilog=example("onrecord statements --actor act_5d1c --as-of 2024-04"))
@click.option("--source", metavar="ID", help="Only those in this source.")
@click.option("--actor", metavar="ID", help="Only those this actor is said to make.")
@click.option(
    "--proposals/--no-proposals",
    default=None,
    help="Only what the reader is so unsure of that it only proposes it, or only the rest.",
)
@click.option(
    "--min-depth", metavar="N", type=click.IntRange(0), default=0, help="Hearsay depth N or more."
)
@click.option("--naming", type=click.Choice(list(_NAMINGS)), help="Only of sources named so.")
@click.option("--act", type=click.Choice([act.value for act in SpeechAct]), help="Only such acts.")
@or_rejected
@in_part
@in_form
@in_time
@in_case
@listed
def statements(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    source: str | None,
    actor: str | None,
    proposals: bool | None,
    min_depth: int,
    naming: str | None,
    act: str | None,
    rejected: bool,
    limit: int | None,
) -> None:
    """List who is reported to have said what, in whose words, through whom, and where.

    What the reader is unsure of is marked as proposed, and what repeats another statement of its
    text as a duplicate.
    """
    chosen = source or actor or proposals is not None or min_depth or naming or act or rejected
    # Of a table of them all no row is made that is not shown: a large case has very many.
    whole = form == "table" and limit is None and not chosen
    with open_case(folder) as case:
        rows = case.statements(
            as_of(valid, known),
            source=source and case.find(source),
            actor=actor and case.find(actor),
            proposals=proposals,
            min_depth=min_depth,
            naming=_NAMINGS[naming] if naming else None,
            act=SpeechAct(act) if act else None,
            rejected=rejected,
            limit=MOST_ROWS if whole else limit,
        )
        is_cut = whole and len(rows) == MOST_ROWS
        tally = case.tally(as_of(valid, known)) if is_cut else Tally.of(rows)
    cells: Sequence[Sequence[str]]
    if form == "table":
        columns = [Column("id"), Column("who is reported to have said what", wide=True)]
        cells = Each(
            tally.statements + tally.duplicates,
            lambda at: [_beside(rows[at]), _card(rows[at].attribution, rows[at].content)],
        )
    else:
        columns = headed(*_COLUMNS)
        cells = [_cells(row) for row in rows]
    faint = {number for number, row in enumerate(rows) if row.proposed}
    listing(form, columns, rows, cells, "no statements as of then", faint)
    if form == "table" and (tally.proposals or tally.duplicates):
        say(f"{tally}.", err=True)


def _beside(row: StatementRow) -> str:
    """Give a statement's id, and below it how sure its reader was and how deep hearsay goes."""
    lines = [row.id[:ID_SHOWN]]
    if row.sureness is not None and not row.confirmed:
        lines.append(f"sure {sureness_shown(row.sureness)}")
    if row.entered_by:
        lines.append("by hand")
    elif row.confirmed:
        lines.append("confirmed")
    if row.depth:
        lines.append(f"depth {row.depth}")
    if row.grades:
        lines.append(f"credibility\n{side_by_side(row.grades)}".replace(", ", "\n"))
    return "\n".join(lines)


_COLUMNS = (
    "id", "attribution", "words", "speaker", "naming", "act", "commitment", "addressee", "made",
    "source", "start", "end", "sureness", "proposed", "chain", "depth", "duplicate_of",
    "confirmed", "entered_by",
)  # fmt: skip


def _cells(row: StatementRow) -> list[str]:
    return [
        row.id, row.attribution, quoted(row.content), row.speaker or NOBODY, row.naming.value,
        row.act.value, row.commitment.word, row.addressee, str(row.made or ""), row.source,
        str(row.at.start), str(row.at.end), "" if row.sureness is None else repr(row.sureness),
        "yes" if row.proposed else "no", " > ".join(t.called for t in row.chain),
        str(row.depth), row.duplicate_of or "", "yes" if row.confirmed else "no",
        row.entered_by,
    ]  # fmt: skip


@click.command(epilog=example("onrecord replies --actor act_5d1c"))
@click.option("--source", metavar="ID", help="Only those in this source.")
@click.option("--actor", metavar="ID", help="Only where this actor asked or was asked.")
@click.option("--chains", "carried", is_flag=True, help="For each actor, document by document.")
@or_rejected
@in_form
@in_time
@in_case
@listed
def replies(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    source: str | None,
    actor: str | None,
    rejected: bool,
    carried: bool,
) -> None:
    """List who was asked, by whom and through whom, and what became of it: silences too.

    A silence proves nothing, neither yes nor no. With --chains, all of it for each actor in order
    of time, with denials by them or for them, and documents that allege something of them and tell
    of no request.
    """
    if carried:
        from onrecord.faces.cli.chaining import list_chains

        list_chains(folder, as_of(valid, known), form, actor)
        return
    with open_case(folder) as case:
        rows = case.replies(
            as_of(valid, known),
            source=source and case.find(source),
            actor=actor and case.find(actor),
            rejected=rejected,
        )
    if form == "table":
        columns = [Column("id"), Column("who was asked, and what became of it", wide=True)]
        cells = [[row.id[:ID_SHOWN], _card(row.attribution, row.words)] for row in rows]
    else:
        columns = headed(
            "id", "attribution", "words", "asked", "outcome", "asked by", "through", "made",
            "source", "start", "end",
        )  # fmt: skip
        cells = [
            [row.id, row.attribution, quoted(row.words), row.asked.called, row.outcome.value,
             row.asked_by.called if row.asked_by else "",
             row.through.called if row.through else "",
             str(row.made or ""), row.source, str(row.at.start), str(row.at.end)]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, "nobody is reported to have been asked as of then")


def _card(attribution: str, words: str) -> str:
    return f"{attribution}\n{quoted(words, 240)}"


@click.command(epilog=example("onrecord search --meaning 'the ledger went missing'"))
@click.argument("query")
@click.option("--meaning", is_flag=True, help="Find statements that mean this, whatever the words.")
@click.option("--most", default=20, show_default=True, help="At most so many.")
@click.option("--act", type=click.Choice([act.value for act in SpeechAct]), help="Only such acts.")
@click.option("--actor", metavar="NAME", help="Only what this actor is said to say; or an id.")
@click.option("--source", metavar="ID", help="Only in this source.")
@click.option("--standing", type=click.Choice([one.value for one in Standing]),
              help="Only what takes a stance on a claim that stands so.")  # fmt: skip
@click.option("--from", "start", metavar="DATE", help="Only what may have been said from DATE on.")
@click.option("--to", "end", metavar="DATE", help="Only what may have been said by DATE.")
@in_form
@in_time
@in_case
@listed
def search(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    query: str,
    meaning: bool,
    most: int,
    act: str | None,
    actor: str | None,
    source: str | None,
    standing: str | None,
    start: str | None,
    end: str | None,
) -> None:
    """Find sentences that hold all the words of QUERY; "quoted words" stand together.

    With --meaning: statements by how alike they are to QUERY in meaning, by our own encoder. That
    two are alike does not say that they say the same: one may deny the other.
    """
    with open_case(folder) as case:
        find = case.alike if meaning else case.search
        rows = find(
            query,
            as_of(valid, known),
            most=most,
            act=SpeechAct(act) if act else None,
            actor=case.find(actor) if actor and kind_of(actor) == "actor" else actor,
            source=source and case.find(source),
            standing=Standing(standing) if standing else None,
            start=When.of(start) if start else None,
            end=When.of(end) if end else None,
        )
    if form == "table":
        columns = [Column("source"), Column("whose words, and what they say", wide=True)]
        cells = [[_where(row), _found(row)] for row in rows]
    else:
        columns = headed("source", "start", "end", "attributed words", "likeness")
        cells = [
            [row.source, str(row.at.start), str(row.at.end), row.attributed(),
             "" if row.likeness is None else str(row.likeness)]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, f"nothing found for {query!r}")


def _where(row: Hit) -> str:
    alike = "" if row.likeness is None else f"\nalike {row.likeness:.2f}"
    return f"{row.source[:ID_SHOWN]}{alike}"


def _found(row: Hit) -> str:
    if row.statement is None:
        return _card(f"{row.source_label} writes", row.words)
    return _card(row.statement.attribution, row.statement.content)


@click.command(epilog=example("onrecord show sta_3f2a91"))
@click.argument("row", metavar="ID")
@in_time
@in_case
def show(folder: Path, valid: str | None, known: str | None, row: str) -> None:
    """Show one source, statement, reply, actor, text, tenure, flow, quantity or question in full.

    ID may be cut short as long as only one thing begins so.
    """
    from onrecord.faces.cli import details, details_told

    with open_case(folder) as case:
        identifier = case.find(row)
        shown = {**details.BY_KIND, **details_told.BY_KIND}
        print_it = shown.get(kind_of(identifier))
        if print_it is None:
            of = "'onrecord claim' shows it" if kind_of(identifier) == "claim" else ""
            raise NoSuchRow(
                f"{identifier} is not shown by itself", help=of or "show its source instead"
            )
        print_it(case, identifier, as_of(valid, known))


COMMANDS = (sources, statements, replies, search, show)
