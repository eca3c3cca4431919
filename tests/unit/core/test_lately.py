"""What is kept of the text at hand and the one before it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.lately import Lately

TEXTS = st.lists(st.lists(st.integers(0, 30), max_size=12), max_size=12)


@given(TEXTS)
def test_an_answer_is_what_it_was_worked_out_to_be(texts: list[list[int]]) -> None:
    kept: Lately[int, int] = Lately()
    for text in texts:
        kept.turn()
        assert [kept.get(one, lambda one=one: one * one) for one in text] == [n * n for n in text]  # type: ignore[misc]


@given(TEXTS)
def test_no_more_is_kept_than_two_texts_asked_for(texts: list[list[int]]) -> None:
    """However many came before."""
    kept: Lately[int, int] = Lately()
    before: list[int] = []
    for text in texts:
        kept.turn()
        for one in text:
            kept.get(one, lambda: 0)
        assert len(kept) <= len({*text, *before})
        before = text


def test_what_the_text_before_asked_for_is_not_worked_out_again() -> None:
    kept: Lately[str, int] = Lately()
    kept.take({"gate": 1})
    kept.turn()
    assert kept.missing(["gate", "quay", "quay"]) == ["quay"]
    assert kept.get("gate", lambda: 2) == 1
    kept.turn()
    kept.turn()
    assert kept.get("gate", lambda: 2) == 2
