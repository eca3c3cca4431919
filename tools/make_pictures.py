"""Write the pictures of the manual: pages of the sample case's dossier, in a real browser.

Run `python tools/make_pictures.py [FOLDER]`; without one it writes into `docs/images`. It needs
Playwright and Chromium (Debian's, or the one that CHROMIUM names). The sample case is made anew on
the days of its own story, so only a change of what we show changes a picture.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from onrecord.faces.cli.main import main

IMAGES = Path(__file__).parent.parent / "docs" / "images"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page by the folder it lies in and words that stand on it, and how much of it is shown."""

    name: str
    folder: str
    words: str
    width: int = 1040
    height: int = 900


PICTURES = (
    Picture(name="claim.png", folder="claims", words="<h1><bdi>“It was Dagny Ørsholt", height=1060),
)


def pictured(dossier: Path, one: Picture) -> Path:
    """Give the page that a picture is of."""
    pages = sorted((dossier / one.folder).glob("*.html"))
    found = [page for page in pages if one.words in page.read_text(encoding="utf-8")]
    if not found:
        raise SystemExit(f"no page in {one.folder} has the words {one.words!r}")
    return found[0]


def make(images: Path) -> None:
    """Make the sample case and write each picture."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        raise SystemExit("Chromium is needed: install it, or set CHROMIUM to its path")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        if main(["demo", made]) != 0:
            raise SystemExit("the sample case was not made")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for one in PICTURES:
            size = {"width": one.width, "height": one.height}
            page = browser.new_page(viewport=size, color_scheme="light")  # type: ignore[arg-type]
            page.goto(pictured(Path(made) / "dossier", one).as_uri())
            page.screenshot(path=images / one.name)
        browser.close()


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)
