"""What holds for any day and any words of time: dates shift with what they are counted from."""

from __future__ import annotations

from datetime import date, timedelta

from dated_words import TOLD_ON, dates, edtfs
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When

DAYS = st.dates(date(1600, 1, 1), date(2500, 12, 31))
COUNTED = st.sampled_from(
    [
        "on Monday", "last month", "this week", "next year", "yesterday", "two days ago",
        "by Friday", "three weeks ago", "two years ago", "in June", "on 15 September",
        "last winter", "next quarter", "more than five years ago", "the past decade",
        "since March", "this weekend", "last Friday",
        "It will open in May", "recently", "a month ago", "early next month", "until next spring",
    ]
)  # fmt: skip


def shifted(edtf: str, days: int) -> tuple[int | None, int | None]:
    when = When.of(edtf)
    first, after = when.first, when.after
    return (
        None if first is None else first + days,
        None if after is None else after + days,
    )


@given(DAYS, COUNTED)
def test_a_shift_of_the_anchor_shifts_what_is_counted_from_it(day: date, words: str) -> None:
    """After 400 years the calendar is the same again, weekdays too."""
    cycle = 146_097
    (near,) = edtfs(words, When.on(day))
    (far,) = edtfs(words, When.on(day + timedelta(days=cycle)))
    assert shifted(near, cycle) == shifted(far, 0)


@given(DAYS, st.integers(-1000, 1000), st.sampled_from(["yesterday", "two days ago", "today"]))
def test_days_shift_by_days(day: date, days: int, words: str) -> None:
    """However far the anchor goes, they go as far."""
    (near,) = edtfs(words, When.on(day))
    (far,) = edtfs(words, When.on(day + timedelta(days=days)))
    assert shifted(near, days) == shifted(far, 0)


@given(DAYS, COUNTED, st.sampled_from(["{:%Y-%m}", "{:%Y}", "{:%Y-%m}-XX"]))
def test_the_closer_the_anchor_the_closer_the_date(day: date, words: str, form: str) -> None:
    """Resolving is monotone: a month as the anchor allows whatever one of its days gives."""
    (close,) = edtfs(words, When.on(day))
    (wide,) = edtfs(words, When.of(form.format(day)))
    if not wide:
        return
    inner, outer = When.of(close), When.of(wide)
    assert outer.first is None or (inner.first is not None and outer.first <= inner.first)
    assert outer.after is None or (inner.after is not None and inner.after <= outer.after)


@given(DAYS, st.sampled_from(["Z", "+14:00", "-12:00", "+05:30", ""]), COUNTED)
def test_no_time_zone_moves_a_day(day: date, zone: str, words: str) -> None:
    """Neither of the anchor nor of a date in the words."""
    stamp = f"{day.isoformat()}T23:30:00{zone}"
    assert edtfs(words, When.of(stamp)) == edtfs(words, When.on(day))
    assert edtfs(f"sent {stamp} here") == [day.isoformat()]


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)), st.sampled_from(["day", "month", "year"]))
def test_what_we_print_is_read_as_the_same(day: date, unit: str) -> None:
    """EDTF of days, months and years, and dates as people write them."""
    edtf = day.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]]
    written = {"day": f"{day.day} {day:%B %Y}", "month": f"{day:%B %Y}", "year": f"in {day:%Y}"}
    (when,) = [dated.when for dated in dates(written[unit])]
    assert when is not None
    assert (when.first, when.after) == (When.of(edtf).first, When.of(edtf).after)
    assert edtfs(day.isoformat()) == [day.isoformat()]
    week = f"{day.isoformat()}/{(day + timedelta(days=6)).isoformat()}"
    assert edtfs(week) == [week]


@given(st.text(alphabet="0123456789-/.: aMondyJuneMay,thlsgoWk’'", max_size=60))
def test_no_words_break_the_calendar(words: str) -> None:
    """Whatever stands there, spans lie in the text, in order, and every date can be read."""
    last = 0
    for dated in dates(words):
        assert last <= dated.at.start < dated.at.end <= len(words)
        last = dated.at.end


PIECES = st.sampled_from(
    """the of week and to - / ago later before after since until by from between 2024 5 31 99 9999
    May Monday March spring first third two a few years months days quarter century last next same
    following that early mid about . , ' BC year in no than more not christmas day fiscal 2019-20
    on weekend tonight recently every old decade 1990s Q3 earlier half morning""".split()
)


@given(
    st.lists(PIECES, max_size=25).map(" ".join),
    st.sampled_from([None, "2025-03-12", "2025", "0001-01-01", "9999-12-31", "2024-02"]),
)
def test_no_order_of_the_words_of_time_breaks_it(words: str, told: str | None) -> None:
    """Not at either end of the calendar either."""
    for dated in dates(words, When.of(told) if told else None):
        assert dated.when is None or dated.when.words == dated.at.of(words)


@given(st.integers(-400, 400))
def test_a_shift_of_what_happened_shifts_what_is_counted_from_it(days: int) -> None:
    """The day told on has no part in it."""
    day = date(2023, 5, 3) + timedelta(days)
    words = f"They were arrested on {day:%d %B %Y}. Two days after their arrest they were freed."
    for told in (TOLD_ON, None):
        assert edtfs(words, told)[1] == (day + timedelta(2)).isoformat()
