"""The dossier as a reader sees it: at a phone's and a desk's width, by day and by night."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from onrecord.show.navigation import CHAPTERS

PAGES = tuple(leaf.stem for chapter in CHAPTERS for leaf in chapter.leaves)
WIDTHS = (390, 1024, 1600)


def opened(
    chromium: Browser,
    *,
    width: int = 1024,
    scheme: Literal["light", "dark"] = "light",
    scripts: bool = True,
) -> Page:
    """Open a tab: pages are opened in it one after the other."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        java_script_enabled=scripts,
        bypass_csp=scripts,  # the checker is put into the page; the page itself has no script
    )
    return context.new_page()


def kinds(pages: Path) -> list[Path]:
    """One page of each kind, the source with the most statements and an actor among them."""
    sources = sorted((pages / "sources").glob("*.html"), key=lambda p: p.stat().st_size)
    people = sorted((pages / "people").glob("*.html"), key=lambda p: p.stat().st_size)
    claims = sorted((pages / "claims").glob("*.html"), key=lambda p: p.stat().st_size)
    lists = [pages / f"{name}.html" for name in PAGES]
    return [*lists, sources[-1], sources[0], people[-1], claims[-1]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_pages_fit_the_screen_ask_for_nothing_and_complain_of_nothing(
    chromium: Browser, pages: Path, width: int, scheme: Literal["light", "dark"]
) -> None:
    """No sideways scrolling, no message of the browser, no request outside the folder."""
    plain = opened(chromium, width=width, scheme=scheme, scripts=False)
    said: list[str] = []
    asked: list[str] = []
    plain.on("console", lambda message: said.append(message.text))
    plain.on("request", lambda request: asked.append(request.url))
    scripted = opened(chromium, width=width, scheme=scheme)
    for path in kinds(pages):
        plain.goto(path.as_uri())
        assert said == [], path.name
        assert asked, path.name
        assert all(url.startswith(pages.as_uri()) for url in asked), path.name
        wide = plain.locator("html").bounding_box()
        assert wide is not None
        assert wide["width"] <= width, path.name
        scripted.goto(path.as_uri())
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width, path.name
    for tab in (plain, scripted):
        tab.context.close()


RULES = {
    "light": {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast"]}},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(
    chromium: Browser, pages: Path, scheme: Literal["light", "dark"]
) -> None:
    """axe-core finds nothing against WCAG 2.1 A and AA; by night only the colours are others."""
    page = opened(chromium, scheme=scheme)
    for path in kinds(pages):
        page.goto(path.as_uri())
        found = Axe().run(page, options=RULES[scheme])
        assert found.violations_count == 0, f"{path.name}: {found.generate_report()}"
    page.context.close()


def test_a_highlight_on_the_screen_is_the_words_of_the_text(chromium: Browser, pages: Path) -> None:
    """From a list a link leads to a source's page and to words that are marked there."""
    page = opened(chromium)
    page.goto((pages / "statements.html").as_uri())
    link = page.locator('a[href*="sources/"][href*="#"]').first
    target = link.get_attribute("href")
    assert target is not None
    link.click()
    anchor = target.partition("#")[2]
    marked = page.locator(f"#{anchor}")
    assert marked.count() == 1
    assert marked.inner_text().strip()
    page.context.close()
