"""Whole tasks in the reading room, as people do them: with scripts and without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from rooms import Served, served, ten_copies

from onrecord.case import Case

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ten_copies(tmp_path_factory.mktemp("gate"))


@pytest.fixture(scope="module")
def room(gate: Path) -> Iterator[Served]:
    with served(gate) as room:
        yield room


@pytest.fixture(scope="module")
def sample(pages: Path) -> Iterator[Served]:
    """The sample case, as `onrecord demo` leaves it."""
    with served(pages.parent / "case") as room:
        yield room


@SCRIPTS
def test_the_origin_behind_ten_copies_is_found(
    chromium: Browser, room: Served, scripts: bool
) -> None:
    """From the overview: two clicks to one document with ten below it."""
    page = room.opened(chromium, scripts=scripts)
    page.locator("main").get_by_role("link", name="Origins", exact=True).click()
    branches = page.locator("article.branch")
    expect(branches.first).to_contain_text("Harbour Wire")
    copies = [text for text in branches.all_inner_texts() if "copy of Harbour Wire" in text]
    assert len(copies) == 10
    page.context.close()


def test_a_wrong_join_is_taken_back(chromium: Browser, room: Served, gate: Path) -> None:
    """Somebody joined a namesake: the list of judgements has it, with who and why, and undo."""
    with Case.open(gate) as case:
        assert _pells(case) == 1
    page = room.opened(chromium, "judgements.html")
    join = page.locator("article.decision").filter(has_text="the same name")
    expect(join).to_contain_text("Tom Vane")
    form = page.locator("article.decision:has-text('the same name') + details").first
    form.locator("summary").click()
    form.get_by_label("Because").fill("another man: he is of the harbour office")
    form.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("status").first).to_contain_text("aken back")
    with Case.open(gate) as case:
        assert _pells(case) == 2
        assert case.log()[-1].by == "Ida Marsh"
    page.goto(f"{room.root}/now/people.html")
    assert page.locator("main").get_by_role("link", name="Pell").count() == 2
    page.context.close()


def _pells(case: Case) -> int:
    return sum("Pell" in one.name for one in case.actors())


@SCRIPTS
def test_the_case_is_seen_as_of_the_charge(
    chromium: Browser, sample: Served, scripts: bool
) -> None:
    """Both clocks are set in the head of every page; what came later is not there then."""
    page = sample.opened(chromium, "claims.html", scripts=scripts)
    page.locator("details.clocks summary").click()
    page.get_by_label("Known by", exact=True).fill("2018-04-21")
    page.locator("details.clocks").get_by_role("button", name="Show").click()
    assert page.url == f"{sample.root}/known=2018-04-21/claims.html"
    expect(page.get_by_role("status").first).to_contain_text("2018-04-21")
    page.get_by_role("link", name="Documents", exact=True).first.click()
    assert page.url == f"{sample.root}/known=2018-04-21/sources.html"
    expect(page.locator("main")).to_contain_text("2018-02-08")
    expect(page.locator("main")).not_to_contain_text("2019-")
    page.context.close()


def test_a_claim_is_printed(chromium: Browser, sample: Served) -> None:
    """On paper: the claim with its standing and reasons, and none of the room's tools or forms."""
    page = sample.opened(chromium, "claims.html")
    page.locator("tr.claim a").first.click()
    page.emulate_media(media="print")
    expect(page.locator("main .state").first).to_be_visible()
    expect(page.locator("#rests")).to_be_visible()
    for hidden in (".tools", "form", "button"):
        for one in page.locator(hidden).all():
            expect(one).not_to_be_visible()
    assert page.pdf().startswith(b"%PDF")
    page.context.close()


@SCRIPTS
def test_a_newcomer_comes_to_the_words_in_three_clicks(
    chromium: Browser, sample: Served, pages: Path, scripts: bool
) -> None:
    """From what `make demo` opens to the words behind a claim's standing, in room and dossier."""
    for opened in (sample.opened(chromium, scripts=scripts), _dossier(chromium, pages, scripts)):
        clicks = 0
        opened.get_by_role("link", name="Claims", exact=True).first.click()
        clicks += 1
        opened.locator("tr.claim a").first.click()
        clicks += 1
        expect(opened.locator("main .state").first).to_be_visible()
        opened.locator("main blockquote a").first.click()
        clicks += 1
        anchor = opened.url.partition("#")[2]
        assert "/sources/" in opened.url
        words = opened.locator(f"[id='{anchor}']")
        expect(words).to_have_count(1)
        expect(words).to_be_visible()
        assert (words.text_content() or "").strip()
        assert clicks <= 3
        opened.context.close()


def _dossier(chromium: Browser, pages: Path, scripts: bool) -> Page:
    page = chromium.new_context(java_script_enabled=scripts).new_page()
    page.goto((pages / "index.html").as_uri())
    return page


def test_whoever_has_no_token_sees_nothing(chromium: Browser, room: Served) -> None:
    page = chromium.new_context().new_page()
    page.goto(f"{room.root}/now/index.html")
    expect(page.locator("h1")).to_have_text("That did not work")
    expect(page.locator("body")).not_to_contain_text("gate")
    page.context.close()


def test_a_link_from_another_site_opens_the_page(chromium: Browser, room: Served) -> None:
    """The strict cookie does not come with it; the page asks once more, and is there."""
    page = room.opened(chromium)
    page.route(
        "http://elsewhere.invalid/",
        lambda route: route.fulfill(
            body=f'<a href="{room.root}/now/claims.html">see</a>', content_type="text/html"
        ),
    )
    page.goto("http://elsewhere.invalid/")
    page.get_by_role("link", name="see").click()
    expect(page.locator("h1")).to_contain_text("Claims")
    page.context.close()
