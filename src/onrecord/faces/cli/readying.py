"""The command that works out ahead what will be asked: ready."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.core.wording import counted
from onrecord.faces.cli.options import example, in_case, kept_open, open_case
from onrecord.faces.cli.printing import heard, say, watched

CLAIMS = ("claims",)
"""What is worked out first, with a case of its own: it takes most room."""

OTHERS = (
    "sources", "statements", "replies", "actors", "timeline", "tenures", "quantities", "questions",
    "flows", "origins", "quotes", "versions", "differences", "events", "proceedings", "judgements",
)  # fmt: skip
"""The other listings."""


@click.command(epilog=example("onrecord ready"))
@in_case
@click.pass_context
def ready(context: click.Context, folder: Path) -> None:
    """Work out standing, all listings and the draft desk now: what is asked next answers at once.

    Nothing is recorded. A large case that was added to takes minutes the first time that it is
    asked; with this it takes them now. What is added or decided later is worked out again.
    """
    with watched() as progress:
        done = 0
        for names in (CLAIMS, OTHERS):
            with kept_open(folder):
                for name in names:
                    progress("working out listings", done, len(CLAIMS) + len(OTHERS))
                    _ask(context, name, folder)
                    done += 1
        _lay_out(folder)
    say(f"{counted(done, 'listing')} stand ready, and the record for the draft desk.")


def _lay_out(folder: Path) -> None:
    """Have ready what a draft is held against, with a case of its own."""
    from onrecord import reader

    with open_case(folder) as case:
        case.desk(reader.load()).lay_out()


def _ask(context: click.Context, name: str, folder: Path) -> None:
    """Ask for a listing as nobody looks."""
    group = context.find_root().command
    assert isinstance(group, click.Group)
    command = group.commands[name]
    with heard(muted=True), command.make_context(name, ["--case", str(folder)]) as asked:
        command.invoke(asked)


COMMANDS = (ready,)
