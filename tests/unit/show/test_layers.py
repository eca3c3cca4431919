"""Marks inside and across each other leave the words as they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from onrecord.core.spans import Span
from onrecord.show.layers import Layer, Marker
from onrecord.show.visible import visible


def layer(start: int, end: int, tag: str = "mark", anchor: str = "") -> Layer:
    return Layer(at=Span(start, end), tag=tag, kind="said", rank=0, anchor=anchor, href="p.html")


def marked(text: str, *layers: Layer) -> str:
    return str(Marker(text, "txt_1", layers).marked(Span(0, len(text))))


def test_a_statement_inside_another_is_a_mark_inside_a_mark() -> None:
    """Hearsay nests as it is written."""
    page = marked("he said she left", layer(3, 16, anchor="a"), layer(8, 16, anchor="b"))
    outer = html.fragment_fromstring(page, create_parent="p").get_element_by_id("a")
    assert outer.text_content() == "said she left"
    assert outer.get_element_by_id("b").text_content() == "she left"


def test_two_marks_that_cross_are_each_marked_in_full() -> None:
    """The second is closed with the first and taken up again; only its first piece has the id."""
    page = html.fragment_fromstring(
        marked("abcdef", layer(0, 4, anchor="a"), layer(2, 6, anchor="b")), create_parent="p"
    )
    assert [e.text_content() for e in page.iter("mark")] == ["abcd", "cd", "ef"]
    assert [e.get("data-at") for e in page.iter("mark")] == ["0-4", "2-4", "4-6"]
    assert len(page.xpath("//*[@id='b']")) == 1


def test_a_link_is_never_inside_a_link() -> None:
    """A mention inside a mention is marked, and leads nowhere by itself."""
    page = html.fragment_fromstring(
        marked("abcdef", layer(0, 6, "a"), layer(2, 4, "a", "x")), create_parent="p"
    )
    assert [e.tag for e in page.iter("a", "span")] == ["a", "span"]


def test_a_mark_that_runs_over_two_blocks_is_taken_up_in_the_second() -> None:
    """Blocks are separate elements, so a mark is closed at the end of one."""
    marker = Marker("first second", "txt_1", [layer(3, 9, anchor="a")])
    assert 'id="a"' in str(marker.marked(Span(0, 5)))
    second = str(marker.marked(Span(6, 12)))
    assert 'data-at="6-9"' in second
    assert "id=" not in second


def test_mark_up_in_a_text_is_shown_and_not_obeyed() -> None:
    """A text that holds tags shows them."""
    page = marked("<script>alert(1)</script>", layer(0, 8, anchor="a"))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


spans = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1]))


@given(
    text=st.text(min_size=1, max_size=36),
    pairs=st.lists(st.tuples(spans, st.sampled_from(["mark", "a", "span"])), max_size=9),
    cut=st.integers(0, 36),
)
def test_the_words_stay_whatever_is_marked(
    text: str, pairs: list[tuple[tuple[int, int], str]], cut: int
) -> None:
    """For any layers: the page says exactly the text, and each piece exactly its span."""
    layers = [layer(s, e, tag, f"id{n}") for n, ((s, e), tag) in enumerate(pairs)]
    marker = Marker(text, "txt_1", layers)
    cut = min(cut, len(text))
    windows = [w for w in (Span(0, cut), Span(cut, len(text))) if w.start < w.end]
    pages = [html.fragment_fromstring(f"<p>{marker.marked(window)}</p>") for window in windows]
    assert "".join(page.text_content() for page in pages) == visible(text)
    for page in pages:
        assert not page.xpath(".//a//a")
        for element in page.xpath(".//*[@data-at]"):
            start, end = map(int, element.get("data-at").split("-"))
            assert element.text_content() == visible(text[start:end])
    for found in layers:
        if found.at.fits(text):
            pieces = [e for page in pages for e in page.xpath(f".//*[@id='{found.anchor}']")]
            assert len(pieces) == 1


def test_lines_that_end_because_they_are_full_are_told_from_those_that_mean_it() -> None:
    """A wire's paragraph flows; an address, a verse and what is set in keep their lines."""
    full = "The rowing club met on Monday in the long room above the boats,\nand went home."
    kept = (
        "The Bursar,\nElm Hill",
        "  set in, and as long as a line of a paragraph is\nand on",
        "one",
    )

    def wrapped(text: str) -> bool:
        return Marker(text, "txt_1", ()).is_wrapped(Span(0, len(text)))

    assert wrapped(full)
    assert not any(map(wrapped, kept))
