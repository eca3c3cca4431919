"""What scripts add to weighing: choosing without a reload, verdicts by keys, a live draft."""

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
class Weighing:
    """A copy of the sample case in the room, for a browser with scripts."""

    root: str
    context: BrowserContext

    def page(self, path: str) -> Page:
        page = self.context.new_page()
        page.goto(f"{self.root}/now/{path}")
        return page


@pytest.fixture(scope="module")
def weighing(
    chromium: Browser, pages: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Weighing]:
    case = tmp_path_factory.mktemp("weighing") / "case"
    shutil.copytree(pages.parent / "case", case)
    command = [sys.executable, "-m", "onrecord", "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen([*command, "--case", str(case)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        address = process.stdout.readline().decode().strip()
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        context.new_page().goto(address)
        yield Weighing(address.partition("/enter")[0], context)
        context.close()
        process.terminate()


def test_claims_are_chosen_while_one_types_and_the_address_follows(weighing: Weighing) -> None:
    page = weighing.page("claims.html")
    whole = page.locator("tr.claim").count()
    page.get_by_label("Words").press_sequentially("threshold")
    expect(page.locator(".chosen")).to_contain_text(f"of {whole}")
    assert 0 < page.locator("tr.claim").count() < whole
    assert page.url.endswith("?words=threshold")
    expect(page.get_by_label("Words")).to_be_focused()
    page.reload()
    assert 0 < page.locator("tr.claim").count() < whole


def test_a_sample_is_judged_by_keys_alone(weighing: Weighing) -> None:
    """1, 2 and 3 are the verdicts; nothing is pressed while somebody writes a reason."""
    page = weighing.page("audit.html?kind=statements&most=3&seed=5")
    page.wait_for_load_state("load")  # the keys are a script's, which comes after the words
    page.keyboard.press("1")
    expect(page.locator("h1")).to_contain_text("row 2 of 3")
    page.wait_for_load_state("load")
    page.get_by_label("Because").fill("12 is another number")
    page.get_by_label("Because").press_sequentially("3")
    expect(page.locator("h1")).to_contain_text("row 2 of 3")
    page.get_by_label("Because").blur()
    page.keyboard.press("2")
    expect(page.locator("h1")).to_contain_text("row 3 of 3")
    page.wait_for_load_state("load")
    page.keyboard.press("3")
    expect(page.locator("h1")).to_contain_text("All 3 have a verdict")
    expect(page.locator(".audited")).to_contain_text("50%")


def test_findings_come_while_a_draft_is_written_and_its_words_are_found(
    weighing: Weighing, pages: Path
) -> None:
    """And what is sent is forgotten: the page opened anew is empty."""
    page = weighing.page("desk.html")
    draft = page.locator("textarea")
    draft.fill((pages.parent / "draft.md").read_text("utf-8"))
    found = page.locator("article.finding")
    expect(found.first).to_be_visible(timeout=30_000)
    found.first.locator(".says").click()
    words = page.evaluate(
        "() => { const t = document.querySelector('textarea');"
        " return t.value.slice(t.selectionStart, t.selectionEnd); }"
    )
    assert words
    assert words.split()[0] in found.first.locator("q").inner_text()
    before = found.count()
    draft.fill("Nobody said a word of it.")
    expect(found).to_have_count(0, timeout=30_000)
    assert before > 0
    page.goto(f"{weighing.root}/now/desk.html")
    assert page.locator("textarea").input_value() == ""
