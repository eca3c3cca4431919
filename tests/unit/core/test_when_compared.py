"""Before, after, or not known: comparisons held against all the days that dates can mean."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When, by_time, next_day

WINDOW = [date(2023, 12, 25) + timedelta(days=n) for n in range(80)]
MARGIN = 100
EVER = [WINDOW[0] + timedelta(days=n) for n in range(-MARGIN, len(WINDOW) + MARGIN)]

Meant = set[tuple[date, date]]
"""Every pair of first and last day that a text can mean."""


def month_of(day: date) -> tuple[str, list[date]]:
    same = [d for d in EVER if (d.year, d.month) == (day.year, day.month)]
    return f"{day:%Y-%m}", same


simple = st.one_of(
    st.sampled_from(WINDOW).map(lambda d: (d.isoformat(), [d])),
    st.sampled_from(WINDOW).map(month_of),
    st.sampled_from(WINDOW).map(month_of).map(lambda m: (f"{m[0]}-XX", m[1])),
    st.lists(st.sampled_from(WINDOW), min_size=1, max_size=3).map(
        lambda many: (
            f"[{min(many)}..{max(many)}]",
            [d for d in EVER if min(many) <= d <= max(many)],
        )
    ),
)
plain = simple.filter(lambda one: "[" not in one[0])
end = st.one_of(plain, st.sampled_from([("..", EVER), ("", EVER)]))


@st.composite
def interval(draw: st.DrawFn) -> tuple[str, Meant]:
    (start_text, starts), (end_text, ends) = draw(
        st.tuples(end, end).filter(
            lambda both: (
                both[0][1][0] <= both[1][1][-1]
                and not (both[0][0] in ("", "..") and both[1][0] in ("", ".."))
            )
        )
    )
    pairs = {(s, e) for s in starts for e in ends if s <= e}
    return f"{start_text}/{end_text}", pairs


meant = st.one_of(simple.map(lambda one: (one[0], {(d, d) for d in one[1]})), interval())


@given(meant, meant)
def test_the_order_is_what_all_possible_days_agree_on(
    one: tuple[str, Meant], other: tuple[str, Meant]
) -> None:
    """Yes if it is so on every pair of days that both can mean, no if on none, else not known."""
    latest, earliest = max(e for _, e in one[1]), min(e for _, e in one[1])
    soonest, last = min(s for s, _ in other[1]), max(s for s, _ in other[1])
    expected = True if latest < soonest else False if earliest >= last else None
    assert When.of(one[0]).is_before(When.of(other[0])) is expected


@given(meant, meant)
def test_two_dates_cannot_each_lie_before_the_other(
    one: tuple[str, Meant], other: tuple[str, Meant]
) -> None:
    """Before is antisymmetric, and after is before turned round."""
    a, b = When.of(one[0]), When.of(other[0])
    if a.is_before(b):
        assert b.is_before(a) is False
        assert b.is_after(a) is True
    assert a.is_before(a) is not True


@given(meant, st.sampled_from(WINDOW))
def test_a_day_is_covered_as_all_readings_agree(one: tuple[str, Meant], day: date) -> None:
    """Yes if it lies within every pair of first and last day, no if within none."""
    within = {s <= day <= e for s, e in one[1]}
    expected = within.pop() if len(within) == 1 else None
    assert When.of(one[0]).covers(day) is expected


@given(meant, meant)
def test_dates_with_a_possible_day_in_common_may_be_one(
    one: tuple[str, Meant], other: tuple[str, Meant]
) -> None:
    """`may_be` asks for overlap and nothing more."""
    common = min(s for s, _ in one[1]) <= max(e for _, e in other[1]) and min(
        s for s, _ in other[1]
    ) <= max(e for _, e in one[1])
    assert When.of(one[0]).may_be(When.of(other[0])) is common


@given(meant, meant)
def test_an_approximate_date_never_knows_more(
    one: tuple[str, Meant], other: tuple[str, Meant]
) -> None:
    """Marking a date as about then can only turn an answer into not known."""
    if one[0][-1:] in ("]", "/", "."):
        return
    sure, other_one = When.of(one[0]), When.of(other[0])
    about = When.of(f"{one[0]}~")
    assert about.is_before(other_one) in (sure.is_before(other_one), None)
    assert about.is_after(other_one) in (sure.is_after(other_one), None)
    assert about.may_be(other_one) or not sure.may_be(other_one)


def test_april_is_neither_before_nor_after_its_own_ninth_day() -> None:
    """A month and a day inside it overlap, so the order is not known."""
    april, ninth = When.of("2024-04"), When.of("2024-04-09")
    assert april.is_before(ninth) is None
    assert april.is_after(ninth) is None
    assert april.may_be(ninth)


def test_a_day_is_not_before_itself() -> None:
    """The same day on both sides is a plain no."""
    assert When.of("2024-04-09").is_before(When.of("2024-04-09")) is False


def test_about_march_may_have_been_early_april() -> None:
    """One unit of its own precision to either side: a month for a month."""
    about, ninth, may = When.of("2024-03~"), When.of("2024-04-09"), When.of("2024-05-09")
    assert about.is_before(ninth) is None
    assert about.is_before(may) is True
    assert about.covers(date(2024, 3, 15)) is None
    assert about.covers(date(2024, 5, 15)) is False


@pytest.mark.parametrize("text", ["2022-10/..", "2022-10/"])
def test_what_has_no_known_end_is_not_known_to_be_over(text: str) -> None:
    """An open and an unknown end both leave the order open on that side, and only there."""
    since = When.of(text)
    assert since.is_before(When.of("2030")) is None
    assert since.is_after(When.of("2022-09")) is True
    assert since.covers(date(2021, 1, 1)) is False
    assert since.covers(date(2024, 1, 1)) is None


def test_two_unlike_years_are_in_order_whatever_the_calendar() -> None:
    """Years that `datetime` cannot hold are compared like any other."""
    assert When.of("Y-17E7").is_before(When.of("-0500")) is True
    assert When.of("Y170000002").is_after(When.of("9999")) is True


@given(st.lists(meant, max_size=8))
def test_sorting_by_time_is_total_and_puts_the_unknown_last(many: list[tuple[str, Meant]]) -> None:
    """Earliest possible day first, so a list of anything has one order."""
    whens: list[When | None] = [None, *(When.of(text) for text, _ in many)]
    ordered = sorted(whens, key=by_time)
    assert ordered[-1] is None
    keys = [by_time(when) for when in ordered]
    assert keys == sorted(keys)


def test_the_day_after_the_last_of_the_calendar_is_the_last() -> None:
    """The calendar ends without an error."""
    assert next_day(date(2024, 2, 28)) == date(2024, 2, 29)
    assert next_day(date.max) == date.max
