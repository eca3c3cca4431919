"""Whatever is shown with its denials looks otherwise without them: none is shown in vain.

The same case stands twice: as it is, and with every denial and doubt rejected by a person.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from club_case import club_case
from lxml import html
from telling import flat
from telling_commands import printed

from once import Once
from onrecord.case import Case
from onrecord.core.claims import Holds
from onrecord.core.vocabulary import AsOf, SpeechAct, Verb
from onrecord.show import Site, as_json

AGAINST = (SpeechAct.DENIES, SpeechAct.DOUBTS, SpeechAct.DECLINES)
LISTED = (
    "statements", "claims", "timeline", "flows", "replies", "proceedings", "differences",
    "quantities",
)  # fmt: skip
THEN = datetime(2025, 2, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def cases(
    tmp_path_factory: pytest.TempPathFactory, once: Once
) -> Iterator[tuple[Path, Case, Path, Case]]:
    folder = tmp_path_factory.mktemp("denials")
    for name in ("case", "without"):
        shutil.copytree(once(club_case) / "case", folder / name)
    with Case.open(folder / "case") as whole, Case.open(folder / "without") as without:
        rejected = [row.id for row in without.statements() if row.act in AGAINST]
        without.judging().give(Verb.REJECT, rejected, because="left out", by="ed")
        yield folder / "case", whole, folder / "without", without


def told(case: Case) -> Mapping[str, str]:
    """Give the words of each page, without what tells that the record is another."""
    site = Site(case, AsOf(), THEN)
    pages = {}
    for page in site.pages():
        main = html.document_fromstring(site.press.html(page)).xpath("//main")[0]
        for element in main.xpath(".//p[@class='digest'] | .//a[contains(@href, '.txt')]"):
            element.drop_tree()
        pages[page.name] = flat(main.text_content())
    return pages


def test_every_page_with_a_denial_is_another_without(cases: tuple[Path, Case, Path, Case]) -> None:
    _, whole, _, without = cases
    one, other = told(whole), told(without)
    showing = [name for name, words in one.items() if "(denied;" in words]
    assert [name for name in showing if other.get(name) == one[name]] == []
    assert len(showing) > 8
    assert "(denied;" not in other["statements.html"]


def test_every_claim_that_is_denied_stands_otherwise(cases: tuple[Path, Case, Path, Case]) -> None:
    """Its line, its page, who stands where; and nobody is left who denies it."""
    _, whole, _, without = cases
    left = {line.id: line for line in without.claims().lines}
    denied = [
        line for line in whole.claims().lines
        if any(one.holds in (Holds.DENIES, Holds.DENIES_IN_PART) for one in line.stands)
    ]  # fmt: skip
    assert denied
    for line in denied:
        now = left.get(line.id)
        assert now is None or (now.because, now.stands) != (line.because, line.stands)
    assert not any(one.holds is Holds.DENIES for line in left.values() for one in line.stands)


@pytest.mark.parametrize("form", ["table", "csv"])
def test_every_listing_with_a_denial_is_another_without(
    cases: tuple[Path, Case, Path, Case], form: str
) -> None:
    folder, whole, bare, _ = cases
    denied = [row for row in whole.statements() if row.act in AGAINST]
    showing = 0
    for listed in LISTED:
        rows = printed(folder, [listed], form)
        if any(f"{row.speaker} (denied" in one for row in denied for one in rows):
            showing += 1
            assert rows != printed(bare, [listed], form), listed
    assert showing >= 1


def test_so_are_exports(cases: tuple[Path, Case, Path, Case]) -> None:
    _, whole, _, without = cases
    for rows in (Case.statements, Case.arrows, lambda case: case.claims().lines):
        assert as_json(rows(whole)) != as_json(rows(without))
    assert not any(row.act in AGAINST for row in without.statements())
