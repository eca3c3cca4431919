"""Precision with its interval: between nought and one, and around what was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.auditing import AuditRow, wilson


def test_the_interval_is_the_published_one() -> None:
    """Wilson's interval, as tables of it have it: 8 of 10, 10 of 10, 0 of 30."""
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)
    assert wilson(0, 30) == pytest.approx((0.0, 0.1135), abs=1e-4)


@given(st.integers(0, 400), st.integers(1, 400))
def test_it_holds_what_was_found_and_no_more_than_all(right: int, of: int) -> None:
    """And more rows make it narrower."""
    right = min(right, of)
    low, high = wilson(right, of)
    assert 0 <= low <= right / of + 1e-12
    assert right / of - 1e-12 <= high <= 1
    lower, higher = wilson(right * 4, of * 4)
    assert higher - lower < high - low


def test_who_was_unsure_is_told_and_not_counted() -> None:
    """Three right of four, and two of whom nobody could say."""
    row = AuditRow(kind="reply", reader="hand 1", by="ed", right=3, wrong=1, unsure=2)
    assert row.precision == 0.75
    assert "3 of 4" in str(row)
    assert "2 unsure and not counted" in str(row)
    none = AuditRow(kind="reply", reader="hand 1", by="ed", right=0, wrong=0, unsure=1)
    assert (none.precision, none.interval) == (None, None)
    assert "none judged right or wrong" in str(none)
