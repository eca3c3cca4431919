"""Every example on the site runs, page by page and from top to bottom, on the sample documents."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from once import Once
from onrecord import demo

DOCS = Path(__file__).resolve().parents[2] / "docs"
FENCE = re.compile(r"^```(sh|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
FEW = ("02-meridian-searches.txt", "06-courtroom-four-notes.md", "18-mercury-reply.html")
NOT_ALONE = {"actors.md", "dossier.md", "judging.md", "ledger.md"}
"""These go on with a case that the quick start has made."""


PAGES = [
    page.name
    for page in [DOCS.parent / "README.md", *sorted(DOCS.glob("*.md"))]
    if FENCE.search(page.read_text(encoding="utf-8"))
]


def begun(folder: Path) -> None:
    """Lay out what the pages assume: a work folder beside a folder of articles, and a case."""
    articles, work = folder / "articles", folder / "work"
    articles.mkdir()
    work.mkdir()
    for name in FEW:
        shutil.copy(demo.documents() / name, articles / name)
    # `cd case` goes one folder down; the articles are beside either.
    (work / "articles").symlink_to("../articles")
    run(["bash", "-c", "set -e\nonrecord new case && cd case\nonrecord add ../articles"], work)


@pytest.fixture
def folder(tmp_path: Path, once: Once) -> Path:
    """Give a work folder of one's own."""
    shutil.copytree(once(begun), tmp_path, dirs_exist_ok=True, symlinks=True)
    return tmp_path / "work"


@pytest.mark.parametrize("page", PAGES)
def test_every_example_on_a_page_runs(page: str, folder: Path) -> None:
    """Shell lines in one shell, Python blocks in one interpreter after it; all must succeed."""
    place = DOCS.parent if page == "README.md" else DOCS
    blocks = FENCE.findall((place / page).read_text(encoding="utf-8"))
    if page not in NOT_ALONE:
        shutil.rmtree(folder / "case")
    first = ["cd case"] if page in NOT_ALONE else []
    shell = [*first, *(code for kind, code in blocks if kind == "sh")]
    script = "\n".join(["set -e", *shell])
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
