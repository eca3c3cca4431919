"""The sample case, as `onrecord demo` leaves it."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from pathlib import Path

from onrecord.faces.cli.main import main

PRINTED = "printed.txt"


def sample(folder: Path) -> None:
    """Make the case and its dossier in `sample`, with what was printed beside it."""
    printed = io.StringIO()
    with redirect_stdout(printed):
        assert main(["demo", str(folder / "sample")]) == 0
    (folder / PRINTED).write_text(printed.getvalue(), "utf-8")
