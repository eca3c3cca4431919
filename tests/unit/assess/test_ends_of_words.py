"""Where the words of a stretch begin and end, without looking at each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess.words import ends, words
from onrecord.core.spans import Span

CHARACTERS = st.text(st.sampled_from("aÉ9_-'’‑. \n“½٣"), max_size=20) | st.text(max_size=20)


@given(CHARACTERS, st.integers(0, 20), st.integers(0, 20))
def test_a_stretch_ends_where_its_last_word_does(characters: str, start: int, length: int) -> None:
    """Held against all its words, one by one."""
    at = Span(min(start, len(characters)), min(start + length, len(characters)))
    every = [span for _, span in words(characters, at)]
    expected = Span(every[0].start, every[-1].end) if every else None
    assert ends(characters, at) == expected
