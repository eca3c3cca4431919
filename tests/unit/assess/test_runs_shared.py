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


@given(SENTENCES, st.integers(1, 4))
def test_several_runs_are_looked_up_together_as_one_by_one(
    sentences: list[list[str]], most: int
) -> None:
    """Those that no sentence has among them."""
    wanted = sorted({run for words in sentences for run in runs(words)}.union(runs("aac"), {7}))
    found = Runs(written(sentences))
    assert found.all_holders(wanted, most) == [found.holders(run, most) for run in wanted]
