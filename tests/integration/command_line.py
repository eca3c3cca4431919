"""Commands carried out in this process, as a user types them in a folder of their own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from onrecord.faces.cli.main import main

Run = Callable[..., tuple[int, str, str]]
"""Carries out one command; gives exit code, output and messages."""


def command_line(
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    *,
    columns: int,
    case: str = "",
    begun: Path | None = None,
) -> Run:
    """Stand in a folder, before a terminal so wide; `case` is the case that is meant.

    `begun` is a folder that others begin from, too: a copy of what lies in it is what there is.
    """
    if begun is not None:
        shutil.copytree(begun, folder, dirs_exist_ok=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", str(columns))
    if case:
        monkeypatch.setenv("ONRECORD_CASE", str(folder / case))

    def run(*arguments: str) -> tuple[int, str, str]:
        capfd.readouterr()
        code = main(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return run


def carry_out(folder: Path, *commands: tuple[str, ...]) -> None:
    """Carry out commands in a folder that tests will begin from; each must succeed."""
    with chdir(folder):
        for words in commands:
            assert main(list(words)) == 0, words


def rows(run: Run, *arguments: str) -> list[dict[str, Any]]:
    """Give the rows that a command lists as JSON."""
    found: list[dict[str, Any]] = json.loads(run(*arguments, "--format", "json")[1])
    return found
