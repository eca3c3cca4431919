"""What a slow pattern finds has one of the stems that it is first looked for by: none is missed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.assess.claims import general, legal_words, told

ASCII = st.characters(codec="ascii")
# fmt: off
PATTERNS = [
    *((pattern, legal_words._STEMS) for pattern, _ in legal_words._FORMS),
    (told._UNANSWERED, told._UNANSWERING),
    (general._DOUBTS, general._DOUBTING),
    (general._TAKES_BACK, general._TAKEN),
    (general._CASE_ENDED, general._ENDING),
    *(
        (pattern, general._REACHING)
        for pattern in (
            general._ALL_DENIED, general._MADE_UP, general._GUILT, general._NEVER_BROUGHT
        )
    ),
]
# fmt: on


@pytest.mark.parametrize(("pattern", "stems"), PATTERNS)
def test_whatever_a_pattern_finds_has_one_of_its_stems(pattern, stems):
    @settings(max_examples=150, deadline=None)
    @given(st.from_regex(pattern, alphabet=ASCII))
    def holds(words: str) -> None:
        assert pattern.search(words) is not None
        assert general.has_any(words, stems)

    holds()
