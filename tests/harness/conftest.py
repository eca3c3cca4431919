"""Shared by the harness: where its documents come from, and the line of numbers at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

# The invented documents are those of the ledger's own tests.
sys.path.append(str(Path(__file__).parent.parent / "unit" / "ledger"))

HARNESS = "harness"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the harness counted, in whichever process."""
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", None) == "call":
                for name, line in report.user_properties:
                    if name == HARNESS:
                        terminalreporter.write_line(f"harness: {line}")


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Take a line of numbers to be printed at the end of the run."""
    return lambda line: request.node.user_properties.append((HARNESS, line))


@pytest.fixture
def quick_folder(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory where there is one: a simulated loss needs no real disk."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)
