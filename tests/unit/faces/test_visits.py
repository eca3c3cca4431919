"""What is new is counted from the end of the visit before, and stays told for the whole of this."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from onrecord.faces.room.visits import Visit, looked

NOON = datetime(2024, 5, 2, 12, tzinfo=UTC)


def test_a_first_visit_finds_nothing_new() -> None:
    assert looked(None, 40, NOON).before == 40


def test_what_came_since_the_last_visit_is_new_until_this_one_ends() -> None:
    """Looking again a minute later does not make it old; the next day it is."""
    visit = looked(Visit(10, 40, int(NOON.timestamp())), 55, NOON + timedelta(days=1))
    assert visit.before == 40
    again = looked(visit, 56, NOON + timedelta(days=1, minutes=1))
    assert again.before == 40
    assert looked(again, 56, NOON + timedelta(days=2)).before == 56


def test_a_browser_remembers_what_was_written() -> None:
    visit = looked(None, 40, NOON)
    assert Visit.read(str(visit)) == visit


@pytest.mark.parametrize("cookie", [None, "", "1.2", "a.b.c", "1.2.3.4", "-1.2.3", "9" * 40])
def test_what_is_no_cookie_of_ours_is_a_first_visit(cookie: str | None) -> None:
    assert Visit.read(cookie) is None


def test_a_case_that_is_shorter_than_it_was_has_nothing_new() -> None:
    """Another case may be served under the same address."""
    assert looked(Visit(90, 90, int(NOON.timestamp())), 12, NOON).before == 12
