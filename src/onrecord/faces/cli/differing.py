"""The command on differences of fact between documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.differences import Matter
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_time, open_case
from onrecord.faces.cli.printing import Column, headed, listing

if TYPE_CHECKING:
    from onrecord.core.differences import DifferenceRow

_WORDS = 240


@click.command(epilog=example("onrecord differences --matter date --format csv"))
@click.option("--source", metavar="ID", default="", help="Only with a side in this source.")
@click.option(
    "--matter", type=click.Choice([each.value for each in Matter]), help="Only of this kind."
)
@click.option("--open", "unsettled", is_flag=True, help="Only those that nothing settles.")
@in_form
@in_time
@in_case
@listed
def differences(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    source: str,
    matter: str | None,
    unsettled: bool,
) -> None:
    """List where documents tell one thing in two ways: dates, ages, numbers, posts, names.

    Both sides stand with their words and whose they are, and with what settles it, if anything on
    record does: a correction, an official document, or on balance what others tell. Only what is
    surely of one thing is compared, so a difference can be missed; a change of position is none.
    """
    with open_case(folder) as case:
        rows = [
            row
            for row in case.differing(as_of(valid, known), source=source and case.find(source))
            if matter in (None, row.matter.value) and not (unsettled and row.settled)
        ]
    nothing = "no difference of fact is found as of then"
    if form == "table":
        columns = [
            Column("of what"),
            Column("the two values, whose words, what settles it", wide=True),
        ]
        cells = [[row.matter.value, _card(row)] for row in rows]
    else:
        columns = headed(
            "matter", "one", "one: attributed words", "one: source", "one: start", "one: end",
            "other", "other: attributed words", "other: source", "other: start", "other: end",
            "because", "settled for", "settled by", "outcome",
        )  # fmt: skip
        cells = [_cells(row) for row in rows]
    listing(form, columns, rows, cells, nothing)


def _card(row: DifferenceRow) -> str:
    lines = [
        f"{row.one.value}  /  {row.other.value}",
        row.one.attributed(_WORDS),
        row.other.attributed(_WORDS),
        row.outcome,
    ]
    if row.settled is not None and row.settled.by not in (row.one, row.other):
        lines.append(row.settled.by.attributed(_WORDS))
    return "\n".join([*lines, "; ".join(row.because)])


def _cells(row: DifferenceRow) -> list[str]:
    sides = [
        cell
        for side in (row.one, row.other)
        for cell in (
            side.value,
            side.attributed(),
            side.source,
            str(side.at.start),
            str(side.at.end),
        )
    ]
    settled = row.settled
    side = "" if settled is None else (row.one if settled.side == 1 else row.other).value
    by = "" if settled is None else settled.by.attributed()
    return [row.matter.value, *sides, "; ".join(row.because), side, by, row.outcome]


COMMANDS = (differences,)
