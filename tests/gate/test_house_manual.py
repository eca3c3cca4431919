"""The manual says what the program does: commands, names and pages."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from onrecord.faces.cli.main import onrecord

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
COMMANDS = [
    name
    for name in onrecord.list_commands(click.Context(onrecord))
    if not onrecord.commands[name].hidden
]


def generated(by: str) -> str:
    """Write a page anew, in a process whose terminal has no say in it."""
    done = subprocess.run(
        [sys.executable, "-c", f"import {by} as m; print(m.page(), end='')"],
        cwd=DOCS,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout


def test_the_page_of_commands_is_their_own_help() -> None:
    """After a change to a command: `make docs`."""
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == generated("make_commands")


def test_the_page_of_codes_is_what_the_desk_explains() -> None:
    """After a change to a code of the draft desk: `make docs`."""
    assert (DOCS / "codes.md").read_text(encoding="utf-8") == generated("make_codes")


def test_every_command_has_a_heading_and_an_example() -> None:
    """Nobody has to guess: the page has each command, each command has an example."""
    page = (DOCS / "commands.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert headings == COMMANDS
    for section in page.split("\n## ")[1:]:
        assert "Example:" in section, section.splitlines()[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name: str) -> None:
    """No option stands without a word."""
    for option in onrecord.commands[name].params:
        if option.param_type_name == "option" and not getattr(option, "hidden", False):
            assert getattr(option, "help", None), f"{name} {option.opts[0]}"


def test_every_page_is_in_the_list_of_pages() -> None:
    """A page nobody can find is not written."""
    listed = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in DOCS.glob("*.md"):
        assert f": {page.name}\n" in listed, page.name


def test_every_front_door_is_on_the_page_for_python() -> None:
    """The names on it are taken from the code when the site is built."""
    code = (
        "import python_names as p; print(p.names());"
        "print(sum(not p._first_line(v) for d in p.DOORS for n, v in p.public(f'onrecord.{d}')"
        " if isinstance(v, type)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=DOCS, capture_output=True, text=True, check=True
    )
    folders = {
        path.parent.name
        for path in (ROOT / "src" / "onrecord").glob("*/__init__.py")
        if path.parent.name not in ("core", "faces")
    }
    for folder in folders:
        assert f"## onrecord.{folder}\n" in done.stdout
    assert done.stdout.split()[-1] == "0", "a class has no docstring"


def test_the_published_schema_is_the_one_the_reader_prints() -> None:
    """docs/reading.schema.json and `onrecord read --schema` agree."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "read", "--schema"],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert (DOCS / "reading.schema.json").read_text("utf-8").strip() == done.stdout.strip()
