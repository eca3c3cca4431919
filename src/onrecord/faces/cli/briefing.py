"""The command that puts a case on one page: brief."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.core.briefs import Section
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_time, open_case
from onrecord.faces.cli.printing import ID_SHOWN, headed, listing, paragraph, say

_WHERE = {
    "claims": "onrecord claims",
    "documents": "onrecord sources",
    "positions": "onrecord claims --changed",
    "decisions": "onrecord log",
    "questions": "onrecord questions --open",
    "silences": "onrecord replies",
    "orphans": "onrecord judgements --orphans",
    "to be confirmed": "onrecord statements --proposals",
    "to be measured": "onrecord audit",
}
"""The command that lists all that a heading has."""


@click.command(epilog=example("onrecord brief --since 2024-05-01"))
@click.option(
    "--since",
    metavar="DATE",
    help="Tell what changed from DATE on.  [default: the last day on which anything came]",
)
@click.option("--most", type=click.IntRange(1), default=3, show_default=True,
              help="Lines of each kind.")  # fmt: skip
@in_form
@in_time
@in_case
@listed
def brief(
    folder: Path, valid: str | None, known: str | None, form: str, since: str | None, most: int
) -> None:
    """Put the case on one page: what is contested, what changed since a day, what is open.

    Every line is somebody's word or a count, and names its row; none of it is a finding.
    """
    with open_case(folder) as case:
        found = case.brief(as_of(valid, known), since=since)
        name = case.name
    if form != "table":
        columns = headed("part", "heading", "what", "attributed words", "id")
        cells = [
            [row.section.value, row.heading, row.what, row.words, row.id] for row in found.rows
        ]
        listing(form, columns, found.rows, cells, "")
        return
    say(name)
    for section, heading in (
        (Section.CONTESTED, "Contested"),
        (Section.CHANGED, f"Changed since {found.since}" if found.since else "Changed"),
        (Section.OPEN, "Open"),
    ):
        say(f"\n{heading.upper()}")
        groups = found.under(section)
        if not groups:
            say("  nothing on record")
        for kind, rows in groups.items():
            say(f"  {kind}: {len(rows)}" if rows[0].id or rows[0].words else f"  {kind}:")
            for row in rows[:most]:
                mark = f"{row.id[:ID_SHOWN]}  " if row.id else ""
                told = [row.words, row.what] if kind == "claims" else [row.what, row.words]
                paragraph(mark + ": ".join(filter(None, told)), indent="    ")
            if len(rows) > most:
                say(f"    and {len(rows) - most} more: {_WHERE[kind]}")


COMMANDS = (brief,)
