"""Everybody can use the room: axe-core finds nothing serious, by day or by night."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from rooms import Served, served

from onrecord.faces.room.extras import EXTRAS
from onrecord.show.navigation import CHAPTERS

PAGES = [f"{leaf.stem}.html" for chapter in CHAPTERS for leaf in chapter.leaves]
RULES = {
    "light": {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "dark": {"runOnly": {"type": "rule", "values": ["color-contrast"]}},
}
"""By night only the colours are others."""


@pytest.fixture(scope="module")
def sample(pages: Path) -> Iterator[Served]:
    with served(pages.parent / "case") as room:
        yield room


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_the_room_shuts_anybody_out(
    chromium: Browser, sample: Served, scheme: Literal["light", "dark"]
) -> None:
    """Every kind of page with its forms: a source, an actor, a claim, search, adding, deciding."""
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(sample.address)
    must = ["search.html?q=the", "add.html", "desk.html", "audit.html", "timeline/by-actor.html"]
    for listing, kind in (
        ("claims.html", "claims/"),
        ("people.html", "people/"),
        ("sources.html", "sources/"),
        ("network.html", "network/"),
    ):
        page.goto(f"{sample.root}/now/{listing}")
        link = page.locator(f'main a[href^="{kind}"]').first.get_attribute("href")
        assert link is not None
        must.append(link)
        if kind == "claims/":
            must.append(f"decide.html?about={link[7:-5]}")
    wrong = []
    for name in dict.fromkeys([*PAGES, *sorted(EXTRAS), *must]):
        answer = page.goto(f"{sample.root}/now/{name}")
        if answer is None or answer.status != 200:
            assert name not in must, name
            continue  # a page that asks for what it is about
        for found in Axe().run(page, options=RULES[scheme]).response["violations"]:
            if found["impact"] in ("serious", "critical"):
                wrong.append(f"{name}: {found['id']} {found['nodes'][0]['html'][:150]}")
    context.close()
    assert wrong == []
