"""Rows on a terminal, as JSON, as CSV; and progress, drawn on a terminal and plain elsewhere.

A row's words are printed only together with whose they are.
"""

from __future__ import annotations

import sys
import textwrap
import time
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from onrecord.core.seams import Progress

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

ID_SHOWN = 12
"""Characters of an id in a table: a prefix and 8 digits; `show` takes any beginning that is one."""

MOST_ROWS = 200
"""Rows of a table: nobody reads more on a terminal, and laying them out takes half a ms each."""

MOST_HEARD = 2_000_000
"""Characters of what a command prints that are kept to be printed again."""

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

        _printed("lines", as_json(rows) + "\n")
    elif form == "csv":
        from onrecord.show import as_csv

        _printed("lines", as_csv([column.heading for column in columns], cells))
    elif not cells:
        say(nothing, err=True)
    else:
        some = cells[:MOST_ROWS]
        named = [(column.heading, column.wide) for column in columns]
        _printed("table", named, some, [at for at in range(len(some)) if at in faint])
        if len(cells) > MOST_ROWS:
            left = len(cells) - MOST_ROWS
            say(f"and {left} more rows; --format csv lists them all", err=True)


# --- what is printed can be heard, and printed again ---

Printed = tuple[str, list[Any]]
"""What was printed: in which way, and what was given for it, all of it plain values."""


class Heard:
    """What a command prints, for as long as it is not too much to be kept."""

    def __init__(self) -> None:
        self.printed: list[Printed] = []
        self._left = MOST_HEARD

    @property
    def all(self) -> bool:
        """Say whether nothing was left out."""
        return self._left >= 0

    def hear(self, way: str, given: list[Any]) -> None:
        self._left -= sum(map(_size, given))
        if self.all:
            self.printed.append((way, given))
        else:
            self.printed.clear()


def _size(one: object) -> int:
    return sum(map(_size, one)) if isinstance(one, (list, tuple)) else len(str(one)) + 8


class _Ears:
    """Who hears what is printed, and whether anybody sees it."""

    heard: Heard | None = None
    muted = False


@contextmanager
def heard(*, muted: bool = False) -> Iterator[Heard]:
    """Hear what is printed; `muted`: instead of showing it."""
    before = _Ears.heard, _Ears.muted
    _Ears.heard, _Ears.muted = found, _ = Heard(), muted or _Ears.muted
    try:
        yield found
    finally:
        _Ears.heard, _Ears.muted = before


def print_again(printed: Sequence[Printed]) -> None:
    """Print what was heard once more."""
    for way, given in printed:
        _printed(way, *given)


def _printed(way: str, *given: Any) -> None:
    if _Ears.heard is not None:
        _Ears.heard.hear(way, list(given))
    if not _Ears.muted:
        _WAYS[way](*given)


def _lines(words: str) -> None:
    click.echo(words, nl=False)


def _said(words: str, err: bool) -> None:
    click.echo(plain(words), err=err)


def _broken(words: str, indent: str) -> None:
    from rich.console import Console

    width = min(Console().width, WIDEST)
    for line in textwrap.wrap(
        plain(words), width, initial_indent=indent, subsequent_indent=indent * 2
    ):
        click.echo(line)


def _table(
    named: Sequence[tuple[str, bool]], cells: Sequence[Sequence[str]], faint: Container[int]
) -> None:
    columns = [Column(heading, wide) for heading, wide in named]
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
        shown = (_set_off(plain(cell), column) for cell, column in zip(row, columns, strict=True))
        table.add_row(*shown, style="dim" if number in faint else None)
    console().print(table)


_WAYS: dict[str, Callable[..., None]] = {
    "lines": _lines,
    "said": _said,
    "broken": _broken,
    "table": _table,
}


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
    _printed("said", words, err)


def paragraph(words: str, indent: str = "") -> None:
    """Print words broken at the terminal's width, or at 80 columns where there is none."""
    _printed("broken", words, indent)


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
