"""Kinds of files and moments of the clock, in the words of people."""

from __future__ import annotations

import pytest

from onrecord.show.dates import minute
from onrecord.show.press import medium


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("2019-03-21T18:00:00Z", "21 March 2019, 18:00 UTC"),
        ("2024-05-02T09:07:59+00:00", "2 May 2024, 09:07 UTC"),
        ("2024-05-02T09:07:59+02:00", "2 May 2024, 09:07 UTC+02:00"),
        ("some day", "some day"),
    ],
)
def test_a_moment_is_told_to_the_minute_with_its_zone(told: str, words: str) -> None:
    """What is no moment is shown as it is: nothing is guessed."""
    assert minute(told) == words


def test_a_kind_of_file_nobody_named_keeps_its_media_type() -> None:
    assert medium("text/html") == "web page"
    assert medium("application/x-unheard-of") == "application/x-unheard-of"
