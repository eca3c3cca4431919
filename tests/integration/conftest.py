"""Commands carried out in an empty folder; who begins from a case has a `run` of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run, command_line


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Carry out one command in an empty folder; gives exit code, output and messages."""
    return command_line(capfd, monkeypatch, tmp_path, columns=80)
