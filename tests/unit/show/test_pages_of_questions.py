"""How long ago something was, no more exactly than its date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.show.questions import ago

TODAY = date(2024, 6, 30)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2024-06-30", "today"),
        ("2024-06-29", "1 day ago"),
        ("2024-03", "91 days to 4 months ago"),
        ("2023-06", "12 to 13 months ago"),
        ("2014", "9 to 10 years ago"),
        ("2014-06", "10 years ago"),
        ("2024-07-01", ""),
        ("2024", ""),
        ("2024-05-13/..", ""),
    ],
)
def test_an_age_is_as_wide_as_its_date(when: str, words: str) -> None:
    assert ago(When.of(when), TODAY) == words


@given(st.integers(0, 99))
def test_days_are_counted_and_not_rounded(days: int) -> None:
    told = ago(When.on(TODAY - timedelta(days=days)), TODAY)
    assert told == ("today" if days == 0 else f"{days} day{'s' if days > 1 else ''} ago")
