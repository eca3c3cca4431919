"""Patterns that look at a mark before what stands about it find what they would find anywhere."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

SLOW = {
    "versions.own_voice._END": re.compile(
        r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})[.!?][”’\"']?(?=\s)"
    ),
    "quotes.utterances._QUOTED": re.compile(
        r"“([^“”]{1,5000})”|(?<![\w.,!?])\"((?!\s)[^\"]{1,5000}(?<!\s))\"(?!\w)"
        r"|(?<!\w)‘([^‘]{1,5000}?)’(?!\w)"
    ),
}
"""The same, asked at every character."""
CHARACTERS = st.text(st.sampled_from("“”\"‘’'aMr. ,!?\nGen"), max_size=30)


def found(pattern: re.Pattern[str], characters: str, start: int) -> list[tuple[object, ...]]:
    return [(one.span(), one.groups()) for one in pattern.finditer(characters, start)]


@pytest.mark.parametrize("name", SLOW)
@given(CHARACTERS, st.integers(0, 3))
def test_a_mark_is_found_wherever_it_is_found_by_what_stands_before_it(
    name: str, characters: str, start: int
) -> None:
    module, _, pattern = name.rpartition(".")
    quick = getattr(import_module(f"onrecord.assess.{module}"), pattern)
    assert found(quick, characters, start) == found(SLOW[name], characters, start)
