"""Write the pictures of the manual: pages of the sample case, in a real browser.

Run `python tools/make_pictures.py [FOLDER]`; without one it writes into `docs/images`: `claim.png`
from the dossier, and the main pages of the reading room by day and by night. It needs Playwright
and Chromium (Debian's, or the one that CHROMIUM names). The sample case is made anew on the days of
its own story, so only a change of what we show changes a picture.
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from onrecord.faces.cli.main import main

IMAGES = Path(__file__).parent.parent / "docs" / "images"
MOST = 700_000
"""Bytes that all pictures may take together: whoever clones the project carries them."""
_QUALITY = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page by its name, or by the folder it lies in and words that stand on it."""

    name: str
    page: str = ""
    folder: str = ""
    words: str = ""
    width: int = 1100
    height: int = 800
    down: int = 0
    """Pixels that are scrolled past."""
    chosen: str = ""
    """Words that are chosen with the pointer, and then given a role."""


DOSSIER = (
    Picture(
        name="claim.png", folder="claims", words="<h1><bdi>“It was Dagny Ørsholt",
        width=1040, height=900,
    ),
)  # fmt: skip
ROOM = (
    Picture(name="overview", page="index.html"),
    Picture(
        name="document", folder="sources", words="<h1><bdi>“Conservator and dealer charged",
        down=600,
    ),
    Picture(
        name="by-hand", folder="sources", words="<h1><bdi>“Conservator and dealer charged",
        width=1000, height=620, chosen="was dismissed by",
    ),
    Picture(name="claim", folder="claims", words="<h1><bdi>“It was Dagny Ørsholt"),
    Picture(name="timeline", page="timeline/by-actor.html"),
    Picture(name="network", page="network.html", down=170),
    Picture(name="tests", page="tests.html"),
)  # fmt: skip


CHOOSE = """words => {
  for (const block of document.querySelectorAll('.document > .row .block')) {
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const start = node.data.indexOf(words);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + words.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      block.scrollIntoView({ block: 'start', behavior: 'instant' });
      scrollBy({ top: -60, behavior: 'instant' });
      block.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
      return;
    }
  }
  throw new Error(`no document has the words ${words}`);
}"""
"""Chooses words of a document as a pointer does."""


def page_of(dossier: Path, one: Picture) -> str:
    """Give the page that a picture is of, by its path in the dossier and in the room."""
    if one.page:
        return one.page
    pages = sorted((dossier / one.folder).glob("*.html"))
    found = [page for page in pages if one.words in page.read_text(encoding="utf-8")]
    if not found:
        raise SystemExit(f"no page in {one.folder} has the words {one.words!r}")
    return f"{one.folder}/{found[0].name}"


@contextmanager
def served(case: Path) -> Iterator[str]:
    """Serve the case; gives the address that opens it."""
    command = [sys.executable, "-m", "onrecord", "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(
        [*command, "--case", str(case)], stdout=subprocess.PIPE, text=True
    ) as room:
        assert room.stdout is not None
        try:
            yield room.stdout.readline().strip()
        finally:
            room.terminate()


def of_room(browser: Browser, made: Path, images: Path) -> None:
    """Write each page of the room by day and by night, as WebP."""
    with served(made / "case") as address:
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
            # The guided look would stand before what a picture is of.
            context.add_init_script("localStorage.setItem('onrecord-look', 'yes')")
            page = context.new_page()
            page.goto(address)
            for one in ROOM:
                page.set_viewport_size({"width": one.width, "height": one.height})
                base = address.partition("/enter")[0]
                page.goto(f"{base}/now/{page_of(made / 'dossier', one)}")
                page.mouse.wheel(0, one.down)
                if one.chosen:
                    page.evaluate(CHOOSE, one.chosen)
                    page.wait_for_timeout(300)  # what lies above is laid out only now
                    page.evaluate(CHOOSE, one.chosen)
                page.wait_for_timeout(300)
                (images / f"{one.name}-{scheme}.webp").write_bytes(webp(page))
            context.close()


def webp(page: Page) -> bytes:
    """Take what is seen as WebP, a third of the same as PNG."""
    session = page.context.new_cdp_session(page)
    told = {"format": "webp", "quality": _QUALITY}
    return base64.b64decode(session.send("Page.captureScreenshot", told)["data"])


def make(images: Path) -> None:
    """Make the sample case and write each picture."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        raise SystemExit("Chromium is needed: install it, or set CHROMIUM to its path")
    images.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        made = Path(folder)
        if main(["demo", folder]) != 0:
            raise SystemExit("the sample case was not made")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for one in DOSSIER:
            page = browser.new_page(viewport={"width": one.width, "height": one.height})
            page.goto((made / "dossier" / page_of(made / "dossier", one)).as_uri())
            page.screenshot(path=images / one.name)
        of_room(browser, made, images)
        browser.close()
    size = sum(path.stat().st_size for path in images.iterdir())
    print(f"{size:,} bytes of pictures in {images}")
    if size > MOST:
        raise SystemExit(f"that is more than {MOST:,}: take them smaller")


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES)
