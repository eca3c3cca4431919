"""What a page says of itself, each with the basis it was taken on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.core.vocabulary import Attested, Basis, Metadata
from onrecord.intake.html import read_html
from onrecord.intake.html_values import address, day, person

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Board drops inquiry",
    "author": [{"@type": "Person", "name": "Tamsin Orrell"}, {"name": "Idris Pell"}],
    "publisher": {"@id": "#paper"},
    "datePublished": "2025-03-04T23:30:00-05:00",
    "dateModified": "2025-03-06T01:00:00Z",
    "inLanguage": "en-GB",
    "mainEntityOfPage": {"@id": "https://courier.example/board"},
}
PAPER = {"@type": "Organization", "@id": "#paper", "name": "Marlow Courier"}


def metadata(head: str, body: str = "<p>The board met.</p>") -> Metadata:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode()).metadata


def script(data: Any) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


@pytest.mark.parametrize(
    "data",
    [{"@graph": [PAPER, ARTICLE]}, [ARTICLE, PAPER], [[{"@graph": [ARTICLE]}], PAPER]],
)
def test_json_ld_is_read_in_a_list_or_a_graph(data: Any) -> None:
    """References between its nodes are followed; a moment is its day in its own zone."""
    found = metadata(script(data))
    assert found == Metadata(
        title=Attested("Board drops inquiry", Basis.JSON_LD),
        byline=Attested("Tamsin Orrell, Idris Pell", Basis.JSON_LD),
        outlet=Attested("Marlow Courier", Basis.JSON_LD),
        published=Attested("2025-03-04", Basis.JSON_LD),
        modified=Attested("2025-03-06", Basis.JSON_LD),
        language=Attested("en", Basis.JSON_LD),
        address=Attested("https://courier.example/board", Basis.JSON_LD),
    )


def test_json_ld_wins_over_meta_tags_and_these_over_what_is_seen() -> None:
    """Each value is taken from the surest basis that has it."""
    metas = """<meta property="og:title" content="Meta title">
    <meta name=author content="By A. Quill">
    <meta property="article:published_time" content="2025-03-05T08:00:00Z">"""
    seen = (
        "<h1>Seen title</h1><p class=byline>By B. Oss</p><time datetime=2025-03-07>7 March</time>"
    )
    body = seen + "<p>The board met on Tuesday, and it parted again without having decided.</p>"
    both = metadata(script({"@type": "Article", "headline": "Told title"}) + metas, body)
    assert both.title == Attested("Told title", Basis.JSON_LD)
    assert both.byline == Attested("A. Quill", Basis.META)
    assert both.published == Attested("2025-03-05", Basis.META)
    alone = metadata("", body)
    assert alone.title == Attested("Seen title", Basis.VISIBLE)
    assert alone.byline == Attested("B. Oss", Basis.VISIBLE)
    assert alone.published == Attested("2025-03-07", Basis.VISIBLE)


def test_a_page_that_says_nothing_of_itself_has_no_metadata() -> None:
    """Nothing is made up."""
    assert metadata("") == Metadata()


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "[" * 100_000,
        "null",
        '{"@type": "NewsArticle", "headline": {"a": [1]}, "author": {"@id": []}, "@id": {}}',
        '{"@type": ["NewsArticle", 3], "author": [[["x"]]], "datePublished": [], "publisher": 5}',
        '{"@type": "NewsArticle", "datePublished": "9999-99-99", "author": {"name": {"name": 1}}}',
        '{"@type": "NewsArticle", "url": "javascript:alert(1)", "dateModified": "yesterday"}',
        '{"@graph": {"@graph": {"@graph": "x"}}, "mainEntity": [null, 1, "x"]}',
    ],
)
def test_hostile_json_ld_says_nothing(data: str) -> None:
    """It costs its own values and no more."""
    found = metadata(f"<script type='application/ld+json'>{data}</script>")
    assert found == Metadata()


def test_the_canonical_address_is_normalised() -> None:
    """No fragment, no trace of where the reader came from."""
    link = "<link rel=canonical href='HTTPS://Courier.example:443/a?utm_source=x&amp;id=7#top'>"
    assert metadata(link).address == Attested("https://courier.example/a?id=7", Basis.META)


@pytest.mark.parametrize("given", ["", "/a", "javascript:x", "http://[", "ftp://a.example/", "a b"])
def test_what_is_no_address_is_none(given: str) -> None:
    """Relative and foreign schemes name no source."""
    assert address(given) == ""


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2025-03-04", "2025-03-04"),
        ("2025-03-04T23:59:00+14:00", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("2025/03/04 10:00", "2025-03-04"),
        ("March 4, 2025 10:22 am", "2025-03-04"),
        ("Tue, 4 Mar 2025 10:00:00 GMT", "2025-03-04"),
        ("4th Sept. 2025", "2025-09-04"),
        ("2025-03", "2025-03"),
        ("2025-02-30", ""),
        ("30 February 2025", ""),
        ("04/03/2025", ""),
        ("yesterday", ""),
    ],
)
def test_a_day_is_read_or_left_open(words: str, edtf: str) -> None:
    """A date whose order of day and month is anybody's guess is not guessed."""
    assert day(words) == edtf


def test_an_address_is_nobodys_name() -> None:
    """Author tags often hold a link to a profile."""
    assert person("https://social.example/quill") == ""
    assert person("By A. Quill") == "A. Quill"
