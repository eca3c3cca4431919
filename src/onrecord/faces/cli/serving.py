"""The commands that stay: the reading room for a browser, the language server for an editor."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from onrecord.faces.cli.options import as_of, example, in_case, in_time
from onrecord.faces.cli.printing import say


@click.command(epilog=example("onrecord serve --port 8400"))
@click.option("--port", default=0, metavar="N", help="At this port.  [default: any that is free]")
@click.option("--no-browser", is_flag=True, help="Only print the address; open nothing.")
@click.option("--by", metavar="NAME", help="Who judges there.  [default: the user's name]")
@click.option("--team", is_flag=True, help="People sign in: see 'onrecord team'.")
@click.option(
    "--host", metavar="ADDRESS", help="With --team: listen there.  [default: this machine alone]"
)
@click.option(
    "--allow",
    "names",
    metavar="NAME",
    multiple=True,
    help="With --team: a name under which it may be asked, as desk.example; may be repeated.",
)
@in_case
def serve(
    folder: Path,
    port: int,
    no_browser: bool,
    by: str | None,
    team: bool,
    host: str | None,
    names: tuple[str, ...],
) -> None:
    """Open the case as a reading room in the browser, on this machine alone.

    Prints one address, which holds a token: whoever has it can read and judge. Ctrl-C ends it.

    With --team people sign in with a name and a password, and each judgement carries the name of
    whoever gave it. The server speaks plain HTTP: for people on other machines put a proxy with TLS
    before it, as the manual shows, or passwords can be read on their way.
    """
    from onrecord.case import by_the_user
    from onrecord.faces.room import serve as serve_room

    def opened(address: str) -> None:
        say(address)
        if not no_browser:
            webbrowser.open(address)

    serve_room(
        folder,
        port=port,
        by=by or by_the_user(),
        opened=opened,
        team=team,
        host=host,
        names=names,
    )


@click.command(epilog=example("onrecord lsp --case my-case"))
@in_time
@in_case
def lsp(folder: Path, valid: str | None, known: str | None) -> None:
    """Speak with an editor, which starts this by itself: findings of the draft desk as one types.

    The Language Server Protocol over standard input and output. The draft desk's page of the manual
    says how VS Code, Neovim and Emacs are told of it. Needs pip install 'onrecord[editors]'.
    """
    from onrecord.faces.lsp import serve as serve_editor

    serve_editor(folder, as_of(valid, known))


COMMANDS = (serve, lsp)
