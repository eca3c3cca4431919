"""The contents page of the command line: every command once, whole at 80 columns, at once."""

from __future__ import annotations

import click

from onrecord.faces.cli.contents import SECTIONS
from onrecord.faces.cli.main import onrecord


def test_every_command_stands_under_one_heading() -> None:
    placed = [name for section in SECTIONS.values() for name in section]
    assert len(placed) == len(set(placed))
    assert set(placed) == {n for n, command in onrecord.commands.items() if not command.hidden}


def test_its_help_is_whole_at_80_columns() -> None:
    context = click.Context(
        onrecord, info_name="onrecord", terminal_width=80, **onrecord.context_settings
    )
    lines = onrecord.get_help(context).splitlines()
    assert max(map(len, lines)) <= 80
    for section in SECTIONS.values():
        for name, words in section.items():
            assert any(line.split() == [name, *words.split()] for line in lines), name
