"""Every stretch of a page's text leads to the characters of the page that it came from."""

from __future__ import annotations

import html
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.spans import OffsetMap, Span
from onrecord.intake.extracted import Extracted
from onrecord.intake.html import read_html
from onrecord.intake.html_scan import MARK, mark


def is_blank(characters: str) -> bool:
    return all(c.isspace() or unicodedata.category(c) == "Cc" for c in characters)


def assert_leads_back(page: str, found: Extracted) -> None:
    end = 0
    for stretch in found.stretches:
        assert isinstance(stretch.raw, Span)
        there, here = stretch.raw.of(page), stretch.text.of(found.characters)
        folded = here in (" ", "\n", "\t") and is_blank(html.unescape(there))
        assert there == here or html.unescape(there) == here or folded
        assert end <= stretch.text.start < stretch.text.end
        end = stretch.text.end
    end = 0
    for block in found.blocks:
        assert block.at.fits(found.characters)
        assert not found.characters[end : block.at.start].strip()
        end = block.at.end
    assert not found.characters[end:].strip()


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>Fish &amp; chips &lt;b&gt; &pound;5&nbsp;or so</p>", "Fish & chips <b> £5 or so"),
        ("<p>one\r\n   two\t\tthree</p>", "one two three"),
        ("<p>cafe\u0301 and café</p>", "cafe\u0301 and café"),
        ("<p>a 👩‍⚖️ judge &#x1F469; said</p>", "a 👩‍⚖️ judge 👩 said"),
        ("<p dir=rtl>אמר השופט</p>", "אמר השופט"),
        ("<p>he <b>re</b>fused<!-- > --> it</p>", "he refused it"),
        ("<p>in\u00advis\u00adible</p>", "in\u00advis\u00adible"),
        ("<p>if a < b & c > d then</p>", "if a < b & c > d then"),
        ("<p>&notanentity; &#0; &#xD800;</p>", "¬anentity; \ufffd \ufffd"),
        ("<p title='a > b'>quoted</p>", "quoted"),
        ("<p>\ue0007\ue001 private use</p>", "\ue0007\ue001 private use"),
        ("<p>un<i>closed <b>tags", "unclosed tags"),
        ("<p>cut in a ta<g", "cut in a ta<g"),
        ("<table>foster<tr><td>x</td></tr></table>", "foster\n\nx"),
        ("plain words", "plain words"),
    ],
)  # fmt: skip
def test_the_text_is_what_a_reader_sees_and_leads_back(page: str, said: str) -> None:
    """Entities, folded space, marks, emoji, other scripts and broken mark-up keep their places."""
    found = read_html(page.encode())
    assert found.characters == said
    assert_leads_back(page, found)


def test_a_span_leads_to_its_words_across_tags() -> None:
    """A quotation broken by emphasis has one place in the page for each piece."""
    page = "<p>She said: <q>I <em>never</em> saw it</q>.</p>"
    found = read_html(page.encode())
    start = found.characters.index("I never")
    places = OffsetMap(found.stretches).raw(Span(start, start + len("I never saw")))
    assert [place.of(page) for place in places if isinstance(place, Span)] == [
        "I ",
        "never",
        " saw",
    ]


def test_a_sentence_wrapped_over_lines_is_one_place() -> None:
    """Folded white space keeps the pieces around it together."""
    page = "<p>The board\n  has dropped\nits inquiry.</p>"
    found = read_html(page.encode())
    places = OffsetMap(found.stretches).raw(Span(0, len(found.characters)))
    assert places == (Span(3, len(page) - 4),)


_TAGS = """<p> </p> <div> </div> <b> </b> <br> <br/> <ul> <li> </li> </ul> <table> <tr> <td> </td>
    </tr> </table> <h1> </h1> <a_href="x>y"> </a> <!-- --> <script> </script> <style> </style>
    <title> </title> <pre> </pre> &amp; &lt &nbsp; &#8220; &#x1F600; & < > " ' = <![CDATA[ ]]>
    <figure> <img_alt='> </figure> <span_hidden> </span> <template> </template> <select> <option>"""
_MARKUP = st.sampled_from(_TAGS.split())
_WORDS = st.text(st.characters(codec="utf-8"), max_size=8)
_PAGES = st.lists(st.one_of(_MARKUP.map(lambda tag: tag.replace("_", " ")), _WORDS), max_size=40)


@settings(max_examples=300)
@given(_PAGES)
def test_no_page_is_given_a_wrong_place(parts: list[str]) -> None:
    """However the mark-up is broken, a place is right or missing; blocks leave out only space."""
    page = "".join(["<p>word</p>", *parts])
    assert_leads_back(page, read_html(page.encode(), declared_charset="utf-8"))


@given(_PAGES)
def test_reading_twice_gives_the_same(parts: list[str]) -> None:
    """Nothing is kept from one page to the next."""
    page = "".join(["<p>word</p>", *parts]).encode()
    assert read_html(page) == read_html(page)


@given(_PAGES)
def test_runs_of_text_lie_in_order_and_apart(parts: list[str]) -> None:
    """Each mark stands for one run of the page, in the order of the page."""
    marked = mark("".join(parts))
    numbers = [int(number) for number in MARK.findall(marked.page)]
    assert set(range(len(marked.runs))) <= set(numbers)
    for before, after in zip(marked.runs, marked.runs[1:], strict=False):
        assert before.start < before.end <= after.start
