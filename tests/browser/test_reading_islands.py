"""What scripts add to reading: walking a document, deciding about chosen words, dropping files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect


@dataclass
class Reading:
    """A copy of the sample case in the room, for a browser with scripts."""

    root: str
    context: BrowserContext

    def page(self, path: str) -> Page:
        page = self.context.new_page()
        page.goto(f"{self.root}/{path}")
        return page

    def document(self, name: str) -> Page:
        """Open the document of a file."""
        listed = self.context.request.get(f"{self.root}/api/v1/sources").json()
        (source,) = [row["id"] for row in listed if row["name"] == name]
        return self.page(f"now/sources/{source}.html")


@pytest.fixture(scope="module")
def reading(
    chromium: Browser, pages: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reading]:
    case = tmp_path_factory.mktemp("reading") / "case"
    shutil.copytree(pages.parent / "case", case)
    command = [sys.executable, "-m", "onrecord", "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen([*command, "--case", str(case)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        address = process.stdout.readline().decode().strip()
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        context.new_page().goto(address)
        yield Reading(address.partition("/enter")[0], context)
        context.close()
        process.terminate()


def test_keys_lead_from_statement_to_statement(reading: Reading) -> None:
    """The mark in focus is told by its note; at the end of the text nothing breaks."""
    page = reading.document("07-bell-porter.html")
    marks = page.locator("mark[data-n]")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(marks.nth(1)).to_be_focused()
    note = marks.nth(1).get_attribute("aria-describedby")
    expect(page.locator(f"[id='{note}'].here")).to_be_visible()
    page.keyboard.press("k")
    expect(marks.nth(0)).to_be_focused()
    for _ in range(marks.count() + 3):
        page.keyboard.press("n")
    expect(marks.last).to_be_focused()
    assert page.locator("mark.here").count() == 1


def test_enter_opens_what_can_be_decided_and_a_rejection_is_put_on_record(
    reading: Reading,
) -> None:
    page = reading.document("07-bell-porter.html")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    expect(panel.locator("#chosen")).to_contain_text("Statement 2")
    panel.get_by_text("Is it read rightly?").click()
    panel.get_by_label("Because").first.fill("read against the print")
    panel.get_by_role("button", name="Confirm").click()
    expect(page.locator(".done")).to_contain_text("On record: confirm statement")


def test_words_that_are_chosen_show_whose_they_are_and_become_a_claim(reading: Reading) -> None:
    page = reading.document("08-meridian-dropped.txt")
    mark = page.locator("mark[data-n]").first
    mark.scroll_into_view_if_needed()
    mark.evaluate("one => getSelection().selectAllChildren(one)")
    mark.dispatch_event("mouseup")
    panel = page.locator("#panel")
    expect(panel).to_be_visible()
    expect(panel.locator("#chosen")).to_contain_text("Statement ")
    panel.get_by_text("Write a claim of it").click()
    claim = panel.locator("textarea[name=value]")
    assert claim.input_value()
    claim.fill("The case about the hoard was dropped")
    panel.locator("form:has(textarea)").get_by_label("Because").fill("it is what is in dispute")
    panel.get_by_role("button", name="Put on record").click()
    expect(page.locator(".done")).to_contain_text("On record")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_a_dropped_file_is_named_and_followed_until_it_is_read(reading: Reading) -> None:
    page = reading.page("now/add.html")
    dropped = page.evaluate_handle(
        "() => { const held = new DataTransfer();"
        " held.items.add(new File(['Ann Vance said that the weir was sound.'], 'weir.txt'));"
        " return held; }"
    )
    page.dispatch_event("main", "drop", {"dataTransfer": dropped})
    expect(page.locator("#files")).to_contain_text("weir.txt")
    page.get_by_role("button", name="Add").last.click()
    expect(page.locator("h1")).to_have_text("Read", timeout=60_000)
    expect(page.locator("#job")).to_contain_text("1 read")


def test_chosen_words_are_entered_as_a_statement_that_was_not_found(reading: Reading) -> None:
    """Each choice goes into its field with where it stands; what is entered is marked in place."""
    page = reading.document("07-bell-porter.html")
    for role in ("What is said", "Who says it"):
        page.evaluate(CHOOSE, role == "Who says it")
        page.locator("#roles").get_by_role("button", name=role).click()
    form = page.locator("#by-hand form").first
    words = form.locator("[name=content]").first.input_value()
    start, _, end = form.locator("[name=content_at]").first.input_value().partition("-")
    assert int(end) - int(start) == len(words) > 0
    assert form.locator("[name=speaker_at]").input_value()
    form.locator("[name=because]").fill("it was left out")
    form.get_by_role("button", name="Enter it").click()
    expect(page.get_by_text("On record: enter statement")).to_be_visible()
    mark = page.locator(".document mark.hand").first
    expect(mark).to_have_text(words)
    expect(page.locator(f"[id='note-{mark.get_attribute('id')}']")).to_contain_text(
        "entered by hand by"
    )
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator(".document mark.hand")).to_have_count(0)


CHOOSE = """second => {
  const blocks = [...document.querySelectorAll('.document > .row .block.paragraph')];
  const pieces = [];
  for (const block of blocks) {
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode())
      if (node.length > 40 && !node.parentElement.closest('mark')) pieces.push(node);
  }
  const node = pieces[pieces.length - 1];
  const range = document.createRange();
  range.setStart(node, second ? 22 : 2);
  range.setEnd(node, second ? 30 : 20);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  node.parentElement.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
}"""
"""Chooses words that no statement has, and for the second role others beside them."""
