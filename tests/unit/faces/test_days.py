"""The days that both clocks can be set to: few enough to be read, and never invented."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.faces.room.days import MOST, offered


def test_days_stand_in_order_each_once() -> None:
    """A moment is told by its day; what is told less exactly than by a day is left out."""
    assert offered(["2024-05-02T09:00:00Z", "2023-01-31", "2024-05-02", "2024-06", "", "noon"]) == (
        "2023-01-31",
        "2024-05-02",
    )


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), max_size=400))
def test_no_day_is_offered_on_which_nothing_changed(days: list[date]) -> None:
    """Too many are thinned, in order, and the last one is always there."""
    told = [day.isoformat() for day in days]
    found = offered(told)
    assert len(found) <= MOST
    assert set(found) <= set(told)
    assert list(found) == sorted(found)
    assert found[-1:] == tuple(sorted(told)[-1:])


def test_of_too_many_the_last_of_each_month_is_kept() -> None:
    """Two years of days become twenty-four."""
    days = [(date(2023, 1, 1) + timedelta(n)).isoformat() for n in range(730)]
    found = offered(days)
    assert len(found) == 24
    assert found[1] == "2023-02-28"
