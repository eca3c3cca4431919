"""What several commands have in common: which case, as of when, in which form, who decides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.core.vocabulary import AsOf
from onrecord.faces.cli.printing import now_and_then

if TYPE_CHECKING:
    from onrecord.case import Case

Command = Callable[..., Any]


def in_case(command: Command) -> Command:
    """Offer --case: the folder of the case, the current one if not given."""
    return click.option(
        "--case",
        "folder",
        type=click.Path(path_type=Path),
        default=Path(),
        envvar="ONRECORD_CASE",
        help="The case's folder.  [default: the current folder]",
    )(command)


def in_time(command: Command) -> Command:
    """Offer both clocks."""
    valid = click.option(
        "--as-of", "valid", metavar="DATE", help="What can have been so by DATE (valid time)."
    )
    known = click.option(
        "--known", metavar="DATE", help="What the case could know by DATE (recorded time)."
    )
    return valid(known(command))


def in_form(command: Command) -> Command:
    """Offer the forms in which rows are listed."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["table", "json", "csv"]),
        default="table",
        show_default=True,
        help="How rows are listed.",
    )(command)


def in_part(command: Command) -> Command:
    """Offer to list the first rows only: of a large case they come at once."""
    return click.option(
        "--limit", metavar="N", type=click.IntRange(1), help="Only the first N rows."
    )(command)


def or_rejected(command: Command) -> Command:
    """Offer to list what people rejected instead."""
    return click.option(
        "--rejected", is_flag=True, help="What people rejected, which no other list has."
    )(command)


def by_whom(command: Command) -> Command:
    """Offer to say who does it and why."""
    by = click.option("--by", metavar="NAME", help="Who does this.  [default: the user's name]")
    because = click.option("--because", metavar="WHY", default="", help="Why, for the log.")
    return by(because(command))


def as_of(valid: str | None, known: str | None) -> AsOf:
    """Read both clocks."""
    if known is not None:
        When.of(known)
    return AsOf(valid=None if valid is None else When.of(valid), known=known)


class _Open:
    """The case that several commands are asked in one after another, where there is one."""

    case: Case | None = None


@contextmanager
def kept_open(folder: Path) -> Iterator[None]:
    """Have all commands asked meanwhile find the case open: they share what they rest on."""
    with open_case(folder) as case:
        _Open.case = case
        try:
            yield
        finally:
            _Open.case = None


def open_case(folder: Path) -> AbstractContextManager[Case]:
    """Open the case a command was pointed at."""
    if _Open.case is not None:
        return nullcontext(_Open.case)
    from onrecord.case import Case

    return Case.open(folder, progress=now_and_then())


def example(text: str) -> str:
    """Write the example that closes a command's help."""
    return f"Example:  {text}"


def whole_number(words: str) -> int:
    """Read the number of an operation."""
    if not words.isdecimal():
        raise WrongUse(f"{words!r} is not the number of an operation", help="see 'onrecord log'")
    return int(words)
