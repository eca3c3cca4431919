"""Everybody can use the room: axe-core finds nothing serious, by day or by night."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from rooms import Served, served

from onrecord.case import Case, Team
from onrecord.core.roles import Role
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
    must = ["search.html?q=the", "search.html?q=the&kind=denies&start=2018", "add.html",
            "desk.html", "audit.html", "audit.html?kind=statements&most=3&seed=5",
            "timeline/by-actor.html", "timeline/by-document.html", "claims.html?standing=disputed",
            "paths.html?from=Casimir+Velhart&to=nobody"]  # fmt: skip
    for rows in ("statements", "actors", "sources"):
        first = page.request.get(f"{sample.root}/api/v1/{rows}?limit=1").json()[0]["id"]
        must.append(f"decide.html?about={first}")
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
    for name in dict.fromkeys([*PAGES, *sorted(EXTRAS), *must, "claims/none.html"]):
        answer = page.goto(f"{sample.root}/now/{name}")
        assert answer is not None
        assert name not in must or answer.status == 200, name
        wrong += serious(page, name, scheme)
    context.close()
    assert wrong == []


def serious(page: Page, name: str, scheme: Literal["light", "dark"]) -> list[str]:
    """List what shuts somebody out of a page."""
    return [
        f"{name}: {found['id']} {found['nodes'][0]['html'][:150]}"
        for found in Axe().run(page, options=RULES[scheme]).response["violations"]
        if found["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_who_signs_in_needs_no_mouse_and_no_wide_screen(
    chromium: Browser, tmp_path: Path, scheme: Literal["light", "dark"]
) -> None:
    """A wrong password is told where one stands; the right one leads to the page that was sent."""
    with Case.create(tmp_path / "case", name="The lock"):
        pass
    Team(tmp_path / "case").add("Ida Marsh", Role.READER, "the lock was open")
    with served(tmp_path / "case", "--team") as room:
        size: ViewportSize = {"width": 390, "height": 800}
        context = chromium.new_context(color_scheme=scheme, bypass_csp=True, viewport=size)
        page = context.new_page()
        page.goto(f"{room.root}/now/claims.html")
        wrong = serious(page, "sign in", scheme)
        page.keyboard.type("Ida Marsh")
        for password in ("the lock was shut", "the lock was open"):
            if password.endswith("shut"):
                page.keyboard.press("Tab")
            page.keyboard.type(password)
            with page.expect_navigation():
                page.keyboard.press("Enter")
            wrong += serious(page, password, scheme)
            if password.endswith("shut"):
                expect(page.get_by_role("alert")).to_contain_text("Look at the name")
        assert page.url == f"{room.root}/now/claims.html"
        expect(page.locator(".signed")).to_contain_text("Ida Marsh, reader")
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        context.close()
    assert wrong == []
