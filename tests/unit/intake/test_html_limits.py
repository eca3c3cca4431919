"""A page beyond the caps, or with nothing to read, is refused with its reason, and soon."""

from __future__ import annotations

import pytest

from onrecord.core.errors import Refused
from onrecord.intake.html import read_html

HOSTILE = {
    "nested": "<div>" * 20_000 + "words",
    "nested more": "<div>" * 400_000 + "words",
    "nested inline": "<b>" * 1_000 + "words",
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(20_000)) + ">words",
    "bare attributes": "<p " + "a " * 20_000 + ">words",
    "glued attributes": "<p " + "a/" * 20_000 + ">words",
    "bytes": "<p>" + "words " * 2_000_000,
    "tags": "<br>" * 300_001 + "words",
}
UNREADABLE = {
    "nothing": "",
    "space": " \n",
    "no text": "<p><img src=a></p>",
    "scripts": "<script>words</script>",
    "open comment": "<!-- words",
    "signs": "<p>… – !</p>",
    "open comment with tags": "<!-- <p>words</p>",
    "hidden": "<p hidden>words</p>",
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_page_beyond_a_cap_is_refused(page: str) -> None:
    """The reason names the cap; the parser is not tried."""
    with pytest.raises(Refused) as refused:
        read_html(page.encode())
    assert refused.value.code == "limit"
    assert any(sign.isdigit() for sign in refused.value.what)


def test_text_in_too_many_pieces_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each entity and folded blank is a row of the offset map."""
    monkeypatch.setattr("onrecord.intake.html_text._MOST_PIECES", 50)
    with pytest.raises(Refused, match="more than 50 entities"):
        read_html(b"<p>" + b"&amp;a " * 30)


@pytest.mark.parametrize("page", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_page_without_a_word_is_refused(page: str) -> None:
    """Never a silent empty text."""
    with pytest.raises(Refused) as refused:
        read_html(page.encode())
    assert refused.value.code == "empty"


@pytest.mark.parametrize(
    "page",
    [
        "<a" * 100_000 + ">words",
        '<a =">"' * 50_000 + "words",
        "<script>" * 50_000 + "</script>words",
        "<!" * 50_000 + ">words",
        "<" * 100_000 + "words",
        "&" * 100_000 + "words",
        "<p>" * 50_000 + "words",
        "<ul><li>" * 100 + "words",
    ],
)
def test_odd_markup_is_read_in_one_pass(page: str) -> None:
    """Quotes, tags and comments that never end cost no more than their length."""
    assert "words" in read_html(page.encode()).characters


def test_words_after_an_attribute_with_a_long_value_are_read() -> None:
    """The cap counts attributes, not their length: pictures are often written into the tag."""
    page = f"<p data-x='{'a b ' * 10_000}'>words <img src='data:{'A' * 100_000}'></p>"
    assert read_html(page.encode()).characters == "words"
