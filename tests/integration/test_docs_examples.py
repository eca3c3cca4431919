"""Every example on the site runs, page by page and from top to bottom, on the sample documents."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord import demo

DOCS = Path(__file__).resolve().parents[2] / "docs"
FENCE = re.compile(r"^```(sh|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FEW = ("02-meridian-searches.txt", "06-courtroom-four-notes.md", "18-mercury-reply.html")
NOT_ALONE = {
    # These go on with a case that the quick start has made.
    "actors.md": ["onrecord new case && cd case", "onrecord add ../articles"],
    "dossier.md": ["onrecord new case && cd case", "onrecord add ../articles"],
    "judging.md": ["onrecord new case && cd case", "onrecord add ../articles"],
    "ledger.md": ["onrecord new case && cd case", "onrecord add ../articles"],
}


PAGES = [
    page.name
    for page in [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]
    if FENCE.search(page.read_text(encoding="utf-8"))
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a work folder beside a folder of articles, as the pages assume."""
    articles, work = tmp_path / "articles", tmp_path / "work"
    articles.mkdir()
    work.mkdir()
    for name in FEW:
        shutil.copy(demo.documents() / name, articles / name)
    return work


@pytest.mark.parametrize("page", PAGES)
def test_every_example_on_a_page_runs(page: str, folder: Path) -> None:
    """Shell lines in one shell, Python blocks in one interpreter after it; all must succeed."""
    place = DOCS.parent if page == "README.md" else DOCS
    blocks = FENCE.findall((place / page).read_text(encoding="utf-8"))
    shell = [*NOT_ALONE.get(page, []), *(code for kind, code in blocks if kind == "sh")]
    script = "\n".join(["set -e", *shell])
    # `cd case` goes one folder down; the articles are beside either.
    (folder / "articles").symlink_to(folder.parent / "articles")
    run(["bash", "-c", script], folder)
    python = "\n".join(code for kind, code in blocks if kind == "python")
    run([sys.executable, "-c", python], folder)


def run(command: list[str], folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
