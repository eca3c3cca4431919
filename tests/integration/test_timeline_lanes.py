"""The timeline in lanes of one's choice: the same dates, a table behind, nobody's words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from invented_record import invented_record
from lxml import html

from onrecord.core.vocabulary import AsOf
from onrecord.show import Site
from onrecord.show.timeline import CHOICES, Choice


@pytest.fixture(scope="module")
def site() -> Site:
    return Site(invented_record(), AsOf(), datetime(2024, 6, 1, tzinfo=UTC))


def tree(site: Site, name: str) -> html.HtmlElement:
    page = site.page(name)
    assert page is not None
    return html.fromstring(site.press.html(page))


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.word)
def test_every_date_of_the_picture_is_a_row_of_the_table(site: Site, choice: Choice) -> None:
    """What is drawn can be read, and both lead to the same place of the list."""
    found = tree(site, choice.page)
    rows = found.xpath("//table[contains(@class, 'marks')]//tbody/tr")
    drawn = set(found.xpath("//svg//g[contains(@class, 'lane')]/a/@href"))
    assert drawn <= {row.xpath(".//a/@href")[0] for row in rows}
    assert bool(rows) == bool(drawn)
    lanes = len(found.xpath("//svg//g[@data-y]"))
    assert {int(row.get("data-lane")) for row in rows} == set(range(lanes))


def test_each_entry_stands_in_its_lanes(site: Site) -> None:
    """By kind and by document every dated entry is counted once."""
    dated = sum(row.when is not None for row in site.rows.timeline)
    for choice in (CHOICES[0], CHOICES[3]):
        rows = tree(site, choice.page).xpath("//table[contains(@class, 'marks')]//tbody/tr")
        outside = tree(site, choice.page).xpath("count(//p[@class='notice']/a)")
        counted = sum(int(row.xpath("./td[@class='n']")[0].text_content()) for row in rows)
        assert dated - outside <= counted <= dated
        assert counted > 0


def test_a_picture_has_no_words_of_a_statement(site: Site) -> None:
    """Dates, names of lanes and counts: nothing in it could be taken for a fact."""
    said = [row.content for row in site.rows.statements if len(row.content) > 12]
    for choice in CHOICES:
        for picture in tree(site, choice.page).xpath("//figure"):
            shown = html.tostring(picture, encoding="unicode")
            assert not [words for words in said if words in shown]
