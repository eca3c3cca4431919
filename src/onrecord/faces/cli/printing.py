"""Rows on a terminal, as JSON, as CSV; and progress, drawn on a terminal and plain elsewhere.

A row's words are printed only together with whose they are.
"""

from __future__ import annotations

import sys
import textwrap
import time
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from onrecord.core.seams import Progress
from onrecord.core.shaping import dataclass
from onrecord.faces.cli import tables

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

ID_SHOWN = 12
"""Characters of an id in a table: a prefix and 8 digits; `show` takes any beginning that is one."""

MOST_ROWS = 1_000
"""Rows of a table: nobody reads more on a terminal, and laying them out takes half a ms each."""

WIDEST = 100
"""Columns of running text: longer lines are hard to read."""

PLAIN_EVERY = 5.0
"""Seconds between lines of progress where nobody watches."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a listing; a `wide` one takes the room that is left.

    In a wide column of a table the first of several lines is set off: it says whose words follow.
    In a narrow one the lines below the first are faint.
    """

    heading: str
    wide: bool = False


def headed(*headings: str) -> list[Column]:
    """Make narrow columns of headings."""
    return [Column(heading) for heading in headings]


def listing(
    form: str,
    columns: Sequence[Column],
    rows: Sequence[object],
    cells: Sequence[Sequence[str]],
    nothing: str,
    faint: Container[int] = (),
) -> None:
    """Print rows in the form asked for.

    Args:
        rows: for JSON, whole.
        cells: the same rows as text, one list a row, for tables and CSV.
        nothing: what to say where there is none.
        faint: which rows (from 0) stand back in a table: what is only proposed.
    """
    if form == "json":
        from onrecord.show import as_json

        click.echo(as_json(rows))
    elif form == "csv":
        from onrecord.show import as_csv

        click.echo(as_csv([column.heading for column in columns], cells), nl=False)
    elif not cells:
        click.echo(nothing, err=True)
    else:
        _table(columns, cells[:MOST_ROWS], faint)
        if len(cells) > MOST_ROWS:
            left = len(cells) - MOST_ROWS
            click.echo(f"and {left} more rows; --format csv lists them all", err=True)


def _table(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], faint: Container[int]
) -> None:
    shown = [[plain(cell) for cell in row] for row in cells]
    across, styled = tables.width(), False
    if sys.stdout.isatty() or tables.is_forced():
        out = console()
        across, styled = out.width, out.color_system is not None
    lines = tables.laid_out(columns, shown, faint, across=across, styled=styled)
    if lines is None:
        _drawn_by_rich(columns, shown, faint)
    else:
        click.echo(lines, nl=False, color=True)


def _drawn_by_rich(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], faint: Container[int]
) -> None:
    """Draw a table, also where its columns do not fit: then they are cut."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="underline")
    for column in columns:
        table.add_column(
            column.heading,
            ratio=1 if column.wide else None,
            no_wrap=not column.wide,
            overflow="fold" if column.wide else "ellipsis",
        )
    table.expand = any(column.wide for column in columns)
    for number, row in enumerate(cells):
        words = (_set_off(cell, column) for cell, column in zip(row, columns, strict=True))
        table.add_row(*words, style="dim" if number in faint else None)
    console().print(table)


def _set_off(words: str, column: Column) -> Text:
    from rich.text import Text

    first, line, rest = words.partition("\n")
    if not line:
        return Text(words)
    if column.wide:
        return Text.assemble((first, "bold"), line, rest)
    return Text.assemble(first, line, (rest, "dim"))


def console() -> Console:
    """Give the console that results are printed on."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False, markup=False)


def plain(words: str) -> str:
    """Leave out what could steer a terminal or turn its reading order."""
    return "\n".join(
        line if line.isprintable() else "".join(c if c.isprintable() else "�" for c in line)
        for line in words.split("\n")
    )


def say(words: str = "", *, err: bool = False) -> None:
    """Print a line."""
    click.echo(plain(words), err=err)


def paragraph(words: str, indent: str = "") -> None:
    """Print words broken at the terminal's width, or at 80 columns where there is none."""
    width = min(tables.width(), WIDEST)
    for line in textwrap.wrap(
        plain(words), width, initial_indent=indent, subsequent_indent=indent * 2
    ):
        click.echo(line)


@contextmanager
def watched() -> Iterator[Progress]:
    """Show progress on stderr: a bar on a terminal, else a line every few seconds."""
    if sys.stderr.isatty():
        with _bar() as progress:
            yield progress
    else:
        yield _Lines()


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    parts = (
        TextColumn("{task.description}"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bar(*parts, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def progress(what: str, done: int, of: int | None) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=of)
            bar.update(tasks[what], completed=done, total=of)

        yield progress


def now_and_then() -> Progress:
    """Show progress as a line every few seconds, for work that is seldom long."""
    return _Lines()


class _Lines:
    """Says where the work is, at most every few seconds."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, what: str, done: int, of: int | None) -> None:
        now = time.monotonic()
        if now - self._last >= PLAIN_EVERY:
            self._last = now
            click.echo(f"{what}: {done}{'' if of is None else f' of {of}'}", err=True)
