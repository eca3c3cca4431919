"""Which sentences share a run of words: those alone are held beside others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess.quotes.runs import Runs, runs, written

SENTENCES = st.lists(st.lists(st.sampled_from("abc"), max_size=6), max_size=7)


@given(SENTENCES)
def test_sentences_that_share_a_run_are_those_of_which_another_has_one(
    sentences: list[list[str]],
) -> None:
    """Held against every pair of them."""
    shared = [
        number
        for number, words in enumerate(sentences)
        if any(runs(words) & runs(other) for at, other in enumerate(sentences) if at != number)
    ]
    assert Runs(written(sentences)).sharing() == shared
