"""The command on time: timeline, each date drawn no firmer than its words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.dates import When
from onrecord.core.rows import quoted
from onrecord.core.vocabulary import Standing
from onrecord.core.wording import ENTERED
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_part, in_time, open_case
from onrecord.faces.cli.printing import Column, headed, listing, say

if TYPE_CHECKING:
    from onrecord.core.rows import TimelineRow


@click.command(epilog=example('onrecord timeline --actor "Ida Morrow" --from 2024 --to 2024-06'))
@click.option(
    "--actor", metavar="ACTOR", help="Only where this actor speaks or takes part: a name or an id."
)
@click.option("--kind", metavar="KIND", help="Only rows of this kind: said, passed, arrest ...")
@click.option(
    "--standing",
    type=click.Choice([one.value for one in Standing]),
    help="Only what stands so; most rows have no standing.",
)
@click.option("--source", metavar="ID", help="Only rows of this source.")
@click.option("--from", "start", metavar="DATE", help="Only what may lie on DATE or after.")
@click.option("--to", "end", metavar="DATE", help="Only what may lie on DATE or before.")
@in_part
@in_form
@in_time
@in_case
@listed
def timeline(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    actor: str | None,
    kind: str | None,
    standing: str | None,
    source: str | None,
    start: str | None,
    end: str | None,
    limit: int | None,
) -> None:
    """List what the record puts in time, each date with the words that give it.

    A date is drawn no firmer than it is: what is sure, what is not, which ends are open. What has
    no date comes last, and is left out with --from or --to.
    """
    within = (When.of(start) if start else None, When.of(end) if end else None)
    with open_case(folder) as case:
        rows = case.timeline(
            as_of(valid, known),
            actor=case.find(actor) if actor and actor.startswith("act_") else actor,
            standing=Standing(standing) if standing else None,
            source=source and case.find(source),
            start=within[0],
            end=within[1],
            limit=limit if kind is None else None,
        )
    kinds = ", ".join(sorted({row.kind for row in rows}))
    rows = [row for row in rows if kind is None or row.kind == kind][:limit]
    nothing = f"nothing of the kind {kind!r}; there is: {kinds}" if kinds else "nothing dated"
    if form == "table":
        _drawn(rows, within, f"{nothing} as of then")
        return
    columns = headed(
        "when", "kind", "attributed words", "source", "what", "told as", "standing", "ended", "id",
        "anchor", "rule", "entered_by",
    )  # fmt: skip
    cells = [
        [str(row.when or "not known"), row.kind, row.attributed(), row.source, row.what, row.told,
         row.standing.value if row.standing else "", row.ended, row.id,
         row.when.anchor if row.when else "", row.when.rule if row.when else "", row.entered_by]
        for row in rows
    ]  # fmt: skip
    listing(form, columns, rows, cells, nothing)


def _drawn(rows: list[TimelineRow], within: tuple[When | None, When | None], nothing: str) -> None:
    from onrecord.show import LEGEND, Strip

    strip = Strip((row.when for row in rows), within=within)
    columns = [Column(f"when\n{strip.axis}"), Column("whose words, and what they say", wide=True)]
    cells = [
        [f"{row.when or 'not known'}\n{strip.drawn(row.when)}".rstrip(), _card(row)] for row in rows
    ]
    listing("table", columns, rows, cells, nothing)
    if rows:
        say(LEGEND, err=True)


def _card(row: TimelineRow) -> str:
    """Give whose words, what happened as they tell it, and the words."""
    if row.at is None:
        return f"{row.source_label}\n{row.words}"
    if row.statement is not None:
        lines = [row.statement.attribution]
        words = row.statement.content
    else:
        lines, words = [f"{row.source_label} writes"], row.words
    if row.what:
        standing = f"; {row.standing.value}" if row.standing else ""
        ended = f"; {row.ended}" if row.ended else ""
        lines.append(f"{row.told}{standing}: {row.what}{ended}")
    if row.entered_by:
        lines.append(f"date {ENTERED} {row.entered_by}")
    return "\n".join([*lines, quoted(words, 240)])


COMMANDS = (timeline,)
