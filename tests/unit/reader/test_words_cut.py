"""A text cut once gives the same words as each of its stretches cut by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.spans import Span
from onrecord.reader.lexicon import load
from onrecord.reader.words import Cut, words

PIECES = (
    "Mr. Vale",
    " ",
    "said",
    ".",
    ",",
    "“",
    "”",
    "U.S.",
    "don’t",
    "\n",
    "-",
    "é",
    "J. Pell",
    "&",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.data())
def test_a_stretch_between_words_is_the_same(text: str, data: st.DataObject) -> None:
    cut, lexicon = Cut(text, load()), load()
    whole = words(text, Span(0, len(text)), lexicon)
    edges = sorted({0, len(text), *(w.start for w in whole), *(w.end for w in whole)})
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))
    at = Span(start, end)
    assert cut.words(at) == words(text, at, lexicon)


@given(st.text(alphabet="aé.’,& Mr\n", max_size=20), st.data())
def test_a_stretch_that_cuts_a_word_is_cut_by_itself(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = Cut(text, load()).words(Span(start, end))
    assert "".join(w.text for w in found) == "".join(text[start:end].split())
