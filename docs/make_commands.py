"""Writes docs/commands.md: the help of every command, as the command itself gives it."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.faces.cli.main import onrecord

PAGE = Path(__file__).parent / "commands.md"
WIDTH = 88
HEAD = """# Commands

Written by `make docs` from the commands' own help; every command answers `--help`. Exit codes: 0
fine, 1 something was found or refused, 2 wrong use, 3 the case is damaged.
"""


def page() -> str:
    """Give the whole page: the overview, then a heading and the help of each command."""
    root = click.Context(
        onrecord, info_name="onrecord", terminal_width=WIDTH, **onrecord.context_settings
    )
    parts = [HEAD, _fenced(onrecord.get_help(root))]
    for name in onrecord.list_commands(root):
        command = onrecord.get_command(root, name)
        assert command is not None
        if command.hidden:
            continue
        context = click.Context(command, info_name=name, parent=root)
        parts += [f"## {name}\n", _fenced(command.get_help(context))]
        if isinstance(command, click.Group):
            for below, each in command.commands.items():
                inner = click.Context(each, info_name=below, parent=context)
                parts += [f"### {name} {below}\n", _fenced(each.get_help(inner))]
    return "\n".join(parts)


def _fenced(words: str) -> str:
    lines = "\n".join(line.rstrip() for line in words.splitlines())
    return f"```text\n{lines}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.name}")
