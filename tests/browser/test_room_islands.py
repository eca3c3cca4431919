"""What scripts add to the room: pictures looked at closer, clocks as sliders, a guided look."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect


@dataclass
class Served:
    """The sample case in the room; `said` has what the browser complains of."""

    base: str
    context: BrowserContext
    said: list[str] = field(default_factory=list)

    def page(self, path: str) -> Page:
        page = self.context.new_page()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.goto(f"{self.base}/now/{path}")
        return page


@pytest.fixture(scope="module")
def served(chromium: Browser, pages: Path) -> Iterator[Served]:
    command = [sys.executable, "-m", "onrecord", "serve", "--port", "0", "--no-browser"]
    case = ["--case", str(pages.parent / "case")]
    with subprocess.Popen([*command, *case], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        context = chromium.new_context(viewport={"width": 1100, "height": 900})
        context.new_page().goto(address)
        yield Served(address.partition("/enter")[0], context)
        context.close()
        process.terminate()


@pytest.fixture(autouse=True)
def quiet(served: Served) -> Iterator[None]:
    """No test of these lets a script fail, or anything be refused by the policy."""
    served.said.clear()
    yield
    assert served.said == []


def test_the_timeline_is_looked_at_closer(served: Served) -> None:
    """By button, key and wheel; all of it comes back, and what is drawn still leads to the list."""
    page = served.page("timeline.html")
    axis = page.locator("svg[data-stops] .tick-label")
    whole = axis.all_text_contents()
    page.get_by_role("button", name="Closer").click()
    page.wait_for_function(
        "old => [...document.querySelectorAll('.tick-label')].map(t => t.textContent) + '' != old",
        arg=",".join(whole),
    )
    page.get_by_role("region", name="Timeline by kind, drawn").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    assert page.locator("svg[data-stops] g.lane > a[href*='#when-']").count() > 3
    page.keyboard.press("0")
    page.mouse.wheel(0, 100)  # without Ctrl the page scrolls
    expect(page.locator("svg[data-stops] g.lane > a").first).to_be_attached()
    page.close()


def test_a_clock_is_turned_back_by_its_slider(served: Served) -> None:
    """Day by day over those on which the record changed; the same page, and the slider goes on."""
    page = served.page("sources.html")
    page.locator(".clocks summary").click()
    slider = page.get_by_role("slider", name="Known by, day by day")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    day = page.get_by_label("Known by", exact=True).input_value()
    page.wait_for_url(f"**/known={day}/sources.html")
    expect(page.get_by_role("slider", name="Known by, day by day")).to_be_focused()
    expect(page.locator(".then")).to_contain_text(day)
    page.close()


def test_one_node_is_brought_out_and_moved(served: Served) -> None:
    """Its lines stay, the rest stands back; a moved node is not followed as a link."""
    page = served.page("network.html")
    name = "Casimir Velhart"
    page.get_by_label("Bring out").select_option(label=name)
    out = page.locator("g.node.out")
    expect(out).to_have_attribute("data-name", name)
    lines = page.locator("a.line")
    kept = page.locator("a.line:not(.back)").count()
    assert 0 < kept < lines.count()
    out.locator("circle").scroll_into_view_if_needed()
    box = out.locator("circle").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=4)
    page.mouse.up()
    assert page.url.endswith("/now/network.html")
    moved = out.locator("circle").bounding_box()
    assert moved is not None
    assert moved["x"] > box["x"] + 15
    page.get_by_role("link", name=f"The part around {name}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.close()


def test_the_guided_look_opens_by_itself_until_it_is_dismissed(served: Served) -> None:
    """For good: it stays closed on other pages too, and can still be opened."""
    page = served.page("index.html")
    look = page.locator("details.guide")
    expect(look).to_have_attribute("open", "")
    page.get_by_role("button", name="Do not show this by itself again").press("Enter")
    expect(look).not_to_have_attribute("open", "")
    page.goto(f"{served.base}/now/claims.html")
    expect(look).not_to_have_attribute("open", "")
    page.get_by_text("What am I seeing?").click()
    expect(page.get_by_text("A look around, 2 of 6")).to_be_visible()
    page.goto(f"{served.base}/now/sources.html")
    page.locator("main table a").first.click()
    expect(page.get_by_text("What am I seeing?")).to_be_visible()
    page.close()
