"""The chapters of a dossier: every page has its place, once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import onrecord.show
from onrecord.show.navigation import CHAPTERS, chapter_of, stem_of

SHOW = Path(onrecord.show.__file__).parent


def test_every_page_that_is_written_stands_in_one_chapter() -> None:
    """Whoever adds a page of the dossier is told here to give it a place."""
    code = "\n".join(path.read_text("utf-8") for path in SHOW.glob("*.py"))
    written = set(re.findall(r'Page\(\s*name="([a-z]+)\.html"', code))
    written |= set(re.findall(r'lists\(\s*"([a-z]+)"', code))
    assert {"index", "timeline"} <= written
    stems = [leaf.stem for chapter in CHAPTERS for leaf in chapter.leaves]
    assert len(stems) == len(set(stems))
    assert written == set(stems)


@pytest.mark.parametrize(
    ("page", "stem", "chapter"),
    [
        ("index.html", "index", "Overview"),
        ("people-2.html", "people", "People"),
        ("people/act_1.html", "people", "People"),
        ("claims/cla_1.html", "claims", "Claims"),
        ("sources/src_1.html", "sources", "Documents"),
    ],
)
def test_a_page_below_or_beside_a_list_belongs_to_it(page: str, stem: str, chapter: str) -> None:
    here = chapter_of(page)
    assert stem_of(page) == stem
    assert here is not None
    assert here.words == chapter


def test_a_page_of_no_chapter_says_so() -> None:
    assert chapter_of("elsewhere.html") is None
