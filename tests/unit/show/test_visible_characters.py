"""What cannot be seen in a source is seen in the dossier."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.show.visible import visible, visibly_quoted


def test_a_character_that_turns_the_direction_of_writing_is_shown_by_its_number() -> None:
    """A right-to-left override cannot make a page read otherwise than its source."""
    assert visible("paid \u202eton") == "paid ⟨U+202E⟩ton"


def test_new_lines_and_tabs_stay_as_they_are() -> None:
    """They are layout, and a page shows them as such."""
    assert visible("one\n\ttwo") == "one\n\ttwo"


def test_letters_of_every_script_stay_as_they_are() -> None:
    """Hebrew, Arabic, combining marks and emoji joined of several are words, not tricks."""
    for words in ("שלום", "مرحبا", "é", "👩‍🚒", "नमस्ते"):
        assert visible(words) == words


@given(st.text(alphabet=st.characters(codec=None)))
def test_whatever_is_shown_can_be_written_as_utf_8(words: str) -> None:
    """Lone halves of surrogate pairs and all else end up as characters a file can hold."""
    assert "\x00" not in visible(words)
    visibly_quoted(words, 40).encode("utf-8")
