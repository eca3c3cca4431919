"""Dates drawn in letters: never firmer than the date, and each doubt looks like what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.show.strips import (
    ABOUT,
    CITED,
    DAY,
    OPEN_END,
    OPEN_START,
    PERHAPS,
    SURE,
    UNKNOWN,
    Strip,
)

FRAME = [When.of("2018"), When.of("2024")]
UNTIL = When.of("2024-05-01").first


def drawn(edtf: str, *cited: str, until: int | None = None) -> str:
    strip = Strip([*FRAME, When.of(edtf)], width=40)
    return strip.drawn(When.of(edtf), tuple(map(When.of, cited)), until)


def test_a_day_is_one_mark() -> None:
    """Nothing about it is doubtful."""
    assert drawn("2021-03-04").strip() == DAY


def test_a_year_is_drawn_as_somewhere_in_it() -> None:
    """It is not known to have lasted."""
    assert set(drawn("2021").strip()) == {PERHAPS}


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2019-02-01/2022-03-01", SURE, SURE),
        ("2019/2022", PERHAPS, PERHAPS),
        ("../2022-03-01", OPEN_START, PERHAPS),
        ("/2022-03-01", UNKNOWN, PERHAPS),
        ("2019-02-01/", SURE, UNKNOWN),
        ("2019-02-01/..", SURE, OPEN_END),
        ("2019-02~", ABOUT, ABOUT),
        ("2019?", PERHAPS, PERHAPS),
    ],
)
def test_each_kind_of_end_looks_like_what_it_is(edtf: str, first: str, last: str) -> None:
    """Open, not known, about and perhaps are four things."""
    line = drawn(edtf).strip()
    assert (line[0], line[-1]) == (first, last)


def test_an_open_end_reaches_to_the_day_of_its_source_and_no_further() -> None:
    """What came later its source cannot know."""
    near, far = drawn("2019-02-01/.."), drawn("2019-02-01/..", until=UNTIL)
    assert far.count(SURE) > near.count(SURE)
    assert far.rstrip()[-1] == OPEN_END


def test_an_end_that_is_not_known_is_not_drawn_up_to_the_day_of_its_source() -> None:
    """It may have ended long before."""
    assert drawn("2019-02-01/", until=UNTIL) == drawn("2019-02-01/")


def test_what_is_only_attested_stands_between_what_is_not_known_and_what_is_open() -> None:
    """A title on one day says nothing of its beginning."""
    assert drawn("/..", "2021-05-16").strip() == f"{UNKNOWN}{CITED}{OPEN_END}"


def test_the_axis_names_its_ends_and_shows_a_stretch_drawn_short() -> None:
    """Nine centuries without a date take a column or two."""
    axis = Strip([When.of("1066-10"), When.of("2021-03"), When.of("2024-05-16")]).axis
    assert axis.startswith("Oct 1066")
    assert axis.endswith("May 2024")
    assert "≈" in axis


def test_without_dates_nothing_is_drawn() -> None:
    """There is no axis to draw on."""
    strip = Strip([None])
    assert (strip.axis, strip.drawn(None)) == ("", "")


_EDTF = st.sampled_from(
    ["2021", "2021-03", "2021-03-04", "2019/2022-05", "../2020", "/2020", "2020/", "2020/..",
     "/..", "2021~", "2021-03?", "2018-21", "0001-01-01", "9999-12-31", "-0044", "198X"]
)  # fmt: skip


@given(st.lists(_EDTF, min_size=1, max_size=8), st.integers(24, 60))
def test_a_line_never_leaves_its_width(dates: list[str], width: int) -> None:
    """A table of 80 columns stays one."""
    whens = list(map(When.of, dates))
    strip = Strip(whens, until=[UNTIL or 0], width=width)
    for when in whens:
        assert len(strip.drawn(when, whens, UNTIL)) <= width
    assert len(strip.axis) <= width
