"""Commands about what was done: the log of what was done, and taking it back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.faces.cli.options import (
    by_whom,
    example,
    in_case,
    in_form,
    open_case,
    whole_number,
)
from onrecord.faces.cli.printing import Column, headed, listing, paragraph, say

if TYPE_CHECKING:
    from onrecord.core.rows import LogRow


@click.command(epilog=example("onrecord log"))
@click.option("--known", metavar="DATE", help="What the case could know by DATE (recorded time).")
@in_form
@in_case
def log(folder: Path, form: str, known: str | None) -> None:
    """List what was done to the case: who, when, why, and what was taken back."""
    with open_case(folder) as case:
        rows, head = case.log(known), case.head()
    if form == "table":
        columns = [
            Column("number"), Column("entered"), Column("what was done, and why", wide=True),
            Column("taken back by"),
        ]  # fmt: skip
        cells = [
            [str(row.number), row.entered, _card(row), str(row.undone_by or "")] for row in rows
        ]
    else:
        columns = headed("number", "entered", "what", "by", "of which", "taken back by")
        cells = [
            [str(row.number), row.entered, row.verb, row.by, _of_which(row),
             str(row.undone_by or "")]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, "nothing was done yet")
    if form == "table":
        say(f"\nhead {head.digest}")
        paragraph(
            f"It names all {head.entries} entries. Keep it elsewhere: 'onrecord verify --head' then"
            " tells whether the record was cut or rewritten."
        )


def _card(row: LogRow) -> str:
    return f"{row.verb}, by {row.by}\n{_of_which(row)}".rstrip()


def _of_which(row: LogRow) -> str:
    return "; ".join(part for part in (row.summary, row.because) if part)


@click.command(epilog=example("onrecord undo 12 --because 'the letter names another man'"))
@click.argument("which", metavar="[NUMBER]", required=False)
@by_whom
@in_case
def undo(folder: Path, which: str | None, by: str | None, because: str) -> None:
    """Take back operation NUMBER (the last one if not given) with all that rests on it.

    NUMBER stands in the log; the id of a judgement does as well. Nothing is deleted: the log keeps
    both, and undoing an undo puts it in force again.
    """
    operation: int | str | None = which
    if which is not None and not which.startswith("jdg_"):
        operation = whole_number(which)
    with open_case(folder) as case:
        row = case.take_back(operation, because=because, by=by)
        detail = f" ({row.summary})" if row.summary else ""
        say(f"Operation {row.number}, {row.verb}{detail}, is taken back.")
        say(f"'onrecord undo {row.undone_by}' puts it in force again.")


COMMANDS = (log, undo)
