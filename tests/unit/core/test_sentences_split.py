"""Where a sentence ends, and where a short form only has its stop."""

from __future__ import annotations

import pytest

from onrecord.core.sentences import split
from onrecord.core.spans import Span


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("The fire cost Gov. Ida Pell a roof. Nobody was hurt.", 2),
        ("Harbour Capt. Tom Reed was late. Sen. Ann Vale was not.", 2),
        ("Det. Sgt. Ivo Beck and Supt. Una Marsh came. So did Cllr. Orde.", 2),
        ("They wrote to Messrs. Pell and Reed. No answer came.", 2),
        ("She saw Contact B. She left.", 2),
    ],
)
def test_a_title_ends_no_sentence(words: str, count: int) -> None:
    assert len(list(split(words, Span(0, len(words))))) == count
