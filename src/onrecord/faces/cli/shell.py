"""Teaches the user's shell to complete our commands."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from onrecord.core.errors import WrongUse
from onrecord.faces.cli.options import example


@click.command(epilog=example('eval "$(onrecord completion bash)"'))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what SHELL needs to complete commands and options."""
    found = get_completion_class(shell)
    if found is None:
        raise WrongUse(f"no completion for {shell}", help="try bash, zsh or fish")
    group = context.find_root().command
    click.echo(found(group, {}, "onrecord", "_ONRECORD_COMPLETE").source())


COMMANDS = (completion,)
