"""What can be put for somebody in a sentence: no pronoun, no article, no single letter."""

from __future__ import annotations

import pytest

from onrecord.core.wording import names_somebody


@pytest.mark.parametrize(
    "words", ["A", "a", "I", "It", "“We”", "she", "This", "Their", "", " ", "B."]
)
def test_what_only_points_names_nobody(words: str) -> None:
    """A listing with "It denies it" tells no one anything."""
    assert not names_somebody(words)


@pytest.mark.parametrize("words", ["a clerk", "Ng", "her lawyer", "Witness B", "The firm", "May"])
def test_a_name_and_a_description_do(words: str) -> None:
    """Also the shortest surname."""
    assert names_somebody(words)
