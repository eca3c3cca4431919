"""The network: every line is in the table too, by its standing, with whose word it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from lxml import html

from onrecord.case import Case
from onrecord.core.vocabulary import AsOf
from onrecord.faces.cli.main import main
from onrecord.show import Site

ONE = """Ida Morrow told the inquiry that Ivo Marrin passed the survey papers to Tom Pell
on a memory stick in March 2022.

Tom Pell denied that he had received the survey papers from Ivo Marrin.

Prosecutors allege that Tom Pell handed the survey papers to a courier.

That courier is understood to be Sam Quill.

Lena Oduya planned to sell the survey papers to Ada Vale.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("network")
    (folder / "one.txt").write_text(ONE.replace("Pell\non", "Pell on"))
    case = str(folder / "case")
    day = ("--published", "2024-05-01", "--retrieved", "2024-05-01")
    assert main(["new", case]) == 0
    assert main(["add", str(folder / "one.txt"), "--case", case, *day]) == 0
    with Case.open(folder / "case") as opened:
        yield Site(opened, AsOf(), datetime(2024, 6, 1, tzinfo=UTC))


@pytest.fixture(scope="module")
def network(site: Site) -> html.HtmlElement:
    return tree(site, "network.html")


def tree(site: Site, name: str) -> html.HtmlElement:
    page = site.page(name)
    assert page is not None
    return html.fromstring(site.press.html(page))


def test_every_arrow_is_a_line_and_a_row(site: Site, network: html.HtmlElement) -> None:
    """Each leads to the words it rests on, on the page that has them."""
    arrows = site.rows.arrows
    assert arrows
    expected = {f"flows.html#arrow-{n}" for n in range(1, len(arrows) + 1)}
    assert expected <= set(network.xpath("//svg//a[contains(@class, 'line')]/@href"))
    assert expected <= set(network.xpath("//table//a/@href"))
    anchors = set(tree(site, "flows.html").xpath("//h2/@id"))
    assert {href.partition("#")[2] for href in expected} <= anchors


def test_no_line_is_named_without_its_standing_and_whose_word_it_is(
    site: Site, network: html.HtmlElement
) -> None:
    """What a screen reader says of a line is what the table says of it."""
    for number, arrow in enumerate(site.rows.arrows, 1):
        (line,) = network.xpath(f"//svg//a[@href='flows.html#arrow-{number}']")
        for name in (line.get("aria-label"), line.find("title").text):
            assert arrow.standing.value in name or "alleged" in name
            assert all(reason in name for reason in arrow.because)


def test_everybody_in_it_has_the_part_around_them(site: Site, network: html.HtmlElement) -> None:
    """Their lines are all there; they are marked as the middle."""
    pages = set(network.xpath("//svg//a/@data-focus"))
    assert pages
    for name in pages:
        found = tree(site, name)
        assert len(found.xpath("//g[contains(@class, 'middle')]")) == 1
        assert found.xpath("//svg//a[contains(@class, 'line')]")


def test_no_two_standings_look_the_same(site: Site, network: html.HtmlElement) -> None:
    """Disputed is double, alleged dashed, planned dotted: by form, and by a word besides."""
    looks = {
        line.find("text").text: frozenset(line.get("class").split()[1:])
        for line in network.xpath("//svg//a[contains(@class, 'line')]")
    }
    assert "double" in looks["disputed"]
    assert "dashed" in looks["alleged"]
    assert "faded" in looks["unaddressed"]
    assert looks["held to be one"] == {"same"}
    assert len(set(looks.values())) == len(looks)
