"""Capital letters with which a name may begin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.letters import CAPITAL


@pytest.mark.parametrize("letter", ["A", "Å", "Ø", "Ž", "Ł", "Đ", "Ṡ"])
def test_letters_with_marks_are_capitals(letter: str) -> None:
    """A name that begins with one is a name."""
    assert re.fullmatch(CAPITAL, letter)


@given(st.characters(max_codepoint=0x24F))
def test_it_is_what_python_holds_to_be_capital(letter: str) -> None:
    """Of Latin letters all capitals are in it, and nothing else."""
    assert bool(re.fullmatch(CAPITAL, letter)) is letter.isupper()
