"""What EDTF texts are read as, and which are refused."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core import edtf
from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate


def days(text: str) -> tuple[str, str]:
    """Give the first and the last day as ISO text, '..' where there is no bound."""
    when = When.of(text)
    ends = (when.first_date, when.last_date)
    first, last = ("..." if end is None else end.isoformat() for end in ends)
    return first, last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # level 0
        ("1985-04-12", "1985-04-12", "1985-04-12"),
        ("1985-04", "1985-04-01", "1985-04-30"),
        ("1985", "1985-01-01", "1985-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30+05:30", "1985-04-12", "1985-04-12"),
        ("1964/2008", "1964-01-01", "2008-12-31"),
        ("2004-02-01/2005", "2004-02-01", "2005-12-31"),
        # level 1
        ("2001-21", "2001-01-01", "2001-12-31"),
        ("1984?", "1984-01-01", "1984-12-31"),
        ("2004-06~", "2004-06-01", "2004-06-30"),
        ("2004-06-11%", "2004-06-11", "2004-06-11"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("1985-04-XX", "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", "1985-01-01", "1985-12-31"),
        ("1985-04-12/..", "1985-04-12", "..."),
        ("1985-04/", "1985-04-01", "..."),
        ("../1985-04-12", "...", "1985-04-12"),
        ("/1985", "...", "1985-12-31"),
        # level 2
        ("2001-34", "2001-04-01", "2001-06-30"),
        ("2001-28", "2001-12-01", "2002-02-28"),
        ("2001-24", "2000-11-01", "2002-02-28"),
        ("2001-2X", "2000-11-01", "2002-02-28"),
        ("1950S2", "1900-01-01", "1999-12-31"),
        ("[1667,1668, 1670..1672]", "1667-01-01", "1672-12-31"),
        ("[..1760-12-03]", "...", "1760-12-03"),
        ("[1760-12..]", "1760-12-01", "..."),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
        ("2004-06~/2004-06-11%", "2004-06-01", "2004-06-11"),
        ("?2004-06-~11", "2004-06-11", "2004-06-11"),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("15XX-12-XX", "1500-12-01", "1599-12-31"),
        ("XXXX-12-XX", "...", "9999-12-31"),
        ("1984-XX-31", "1984-01-31", "1984-12-31"),
    ],
)
def test_each_example_of_the_standard_means_these_days(text: str, first: str, last: str) -> None:
    """Levels 0 to 2, after the examples of the Library of Congress."""
    assert days(text) == (first, last)


@pytest.mark.parametrize("text", ["Y170000002", "Y-17E7", "Y171010000S3", "-1985", "0000"])
def test_years_no_calendar_of_ours_holds_have_bounds_all_the_same(text: str) -> None:
    """A year before 1 or after 9999 is read; it only has no calendar date."""
    when = When.of(text)
    assert when.first is not None
    assert when.after is not None
    assert when.first < when.after
    assert when.first_date is None


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "yesterday", "the ides", "2024-13", "2024-00", "2024-42", "2024-02-31",
        "2024-04-00", "2024-04-31", "2023-02-29", "1900-02-29", "193X-02-30", "24-04-09",
        "2024-4-9", "2024/04/09", "2024-05/2024-04", "2024-04-10/2024-04-09", "../..", "/", "../",
        "2024/2025/2026", "[]", "[2024", "{2024]", "[2024,]", "[..]", "[2025..2024]",
        "2024-04-09T24:30:00", "2024-04-09T29:00:00", "2024-04-09T12:60:00", "2024-04T12:00:00",
        "Y2024", "Y99999999999999", "Y9E99", "1950S0", "19X0S2", "Y17E7-04", "2024-04-09\n",
        "２０２４", "2024–04", "2024-04-09 ", "2024~?", "nan", "None", "1e9",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    """Nothing is repaired or guessed: month 13, 31 February, an end before its start."""
    with pytest.raises(UnreadableDate):
        When(edtf=text)


def test_what_goes_on_and_began_nobody_says_when_has_no_bounds() -> None:
    """A post that somebody is said to have: it says of no day that it was held, and is no date."""
    when = When.of("/..")
    assert (when.is_interval, when.first, when.after) == (True, None, None)
    assert when.is_before(When.of("2024")) is None
    assert when.covers(date(2024, 4, 9)) is None


def test_white_space_around_a_date_is_no_part_of_it() -> None:
    """What a person types is taken with its edges trimmed."""
    assert When.of(" 2024-04\n") == When.of("2024-04")


def test_a_season_that_names_no_hemisphere_may_be_in_any_part_of_the_year() -> None:
    """21 to 24 are spring to winter, somewhere: no month is ruled out."""
    for season in range(21, 25):
        when = When.of(f"2024-{season}")
        assert when.may_be(When.of("2024-01"))
        assert when.may_be(When.of("2024-12"))


def test_marks_are_kept_apart() -> None:
    """`?` is uncertain, `~` approximate, `%` both, and none is neither."""
    said = {mark: When.of(f"2024-04{mark}") for mark in ("", "?", "~", "%")}
    assert [(when.uncertain, when.approximate) for when in said.values()] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]


def test_a_decade_about_right_may_be_off_by_a_decade() -> None:
    """An approximate date is given one unit of its own precision."""
    assert When.of("192X~").may_be(When.of("1911"))
    assert not When.of("1920~").may_be(When.of("1911"))


def test_a_part_marked_as_about_gives_its_own_unit_of_slack() -> None:
    """In 2004-06~-11 the month is about right; in 2004-06-~11 only the day is."""
    assert When.of("2004-06~-11").may_be(When.of("2004-07-10"))
    assert not When.of("2004-06-~11").may_be(When.of("2004-07-10"))
    assert When.of("2004~-06-11").may_be(When.of("2005-05"))


@given(st.dates())
def test_days_count_as_the_calendar_counts_them(day: date) -> None:
    """Our ordinal is the standard library's, where that has one."""
    assert edtf.ordinal(day.year, day.month, day.day) == day.toordinal()


@given(st.integers(-(10**6), 10**6))
def test_the_calendar_repeats_every_four_hundred_years(year: int) -> None:
    """Gregorian to all sides: 146,097 days in 400 years, for any year."""
    assert edtf.ordinal(year + 400, 3, 1) - edtf.ordinal(year, 3, 1) == 146_097


@given(st.dates())
def test_a_day_lies_in_its_month_and_a_month_in_its_year(day: date) -> None:
    """A coarser text of the same day is never narrower."""
    texts = (
        f"{day:%Y-%m-%d}".zfill(10),
        f"{day.year:04}-{day.month:02}",
        f"{day.year:04}",
        f"{day.year:04}"[:3] + "X",
        f"{day.year:04}"[:2] + "XX",
        "XXXX",
    )
    nested = [When.of(text) for text in texts]
    for inner, outer in itertools.pairwise(nested):
        assert inner.first is not None
        assert outer.first is not None
        assert outer.first <= inner.first
        assert inner.after is not None
        assert outer.after is not None
        assert inner.after <= outer.after
        assert outer.covers(day) is not False


@given(st.dates())
def test_what_we_print_reads_back_the_same(day: date) -> None:
    """A When is its text: printing and reading changes nothing."""
    when = When.on(day)
    assert When.of(str(when)) == when
    assert (when.first_date, when.last_date) == (day, day)


@given(st.text(alphabet="0123456789X-/.[]{},~?%TYES:Z+ ", max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No other error, no bound out of order, whatever is offered."""
    try:
        when = When(edtf=text)
    except UnreadableDate:
        return
    if when.first is not None and when.after is not None:
        assert when.first < when.after


@pytest.mark.parametrize("piece", ["X", "0", "-", "[", "2024,", "~", "Y1E", "..", "9"])
def test_a_long_text_is_refused_before_it_is_looked_at(piece: str) -> None:
    """Nothing a person writes is so long; a page that holds a megabyte of it costs nothing."""
    with pytest.raises(UnreadableDate) as refused:
        When(edtf="2024" + piece * 500_000)
    assert len(str(refused.value)) < 200


def test_words_anchor_and_rule_travel_with_a_date() -> None:
    """How a date was come by is part of it."""
    when = When(edtf="2024-04-08", words="on Monday", anchor="2024-04-09", rule="weekday before")
    assert (when.words, when.anchor, when.rule) == ("on Monday", "2024-04-09", "weekday before")
    assert when != When.of("2024-04-08")
