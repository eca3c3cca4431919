"""The timeline's picture: no end is drawn firmer than the source gives it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.show.dates import spoken
from onrecord.show.drawing import WIDTH, Dated, Drawing, Glyph, drawing
from onrecord.show.scale import Scale


def drawn(*edtf: str, lane: str = "said") -> Drawing:
    dates = [Dated(lane=lane, when=When.of(e), count=1, href="#x") for e in edtf]
    found = drawing(dates)
    assert found is not None
    return found


def glyph(edtf: str) -> Glyph:
    """Draw one date among others, and give its mark."""
    found = drawn("2019-01-01", "2025-12-31", edtf)
    return next(g for lane in found.lanes for g in lane.glyphs if spoken(When.of(edtf)) in g.label)


def test_a_day_is_a_point() -> None:
    """Only a day is drawn as one."""
    assert glyph("2024-04-09").point
    assert not glyph("2024-04").point


def test_a_month_is_a_stretch_in_which_nothing_is_sure() -> None:
    """It happened on some day of it; no day is marked."""
    assert glyph("2024-04").sure is None


def test_an_interval_is_full_only_where_it_is_sure() -> None:
    """From some day in 2021 to some day in 2023: the whole of 2022 is sure, and no more."""
    found = glyph("2021/2023")
    assert found.sure is not None
    assert found.x1 < found.sure[0] < found.sure[1] < found.x2


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("../2022-10", "open", "firm"),
        ("2022-10/..", "firm", "open"),
        ("/2022-10", "unknown", "firm"),
        ("2022-10/", "firm", "unknown"),
        ("2022-10~", "about", "about"),
        ("2021/2022", "firm", "firm"),
    ],
)
def test_each_end_is_drawn_as_it_is_known(edtf: str, start: str, end: str) -> None:
    """Open, not known and about are three different things."""
    found = glyph(edtf)
    assert (found.start, found.end) == (start, end)


def test_an_uncertain_date_is_drawn_as_perhaps() -> None:
    """Its writer doubted it, and the picture shows that."""
    assert glyph("2022-10?").perhaps
    assert not glyph("2022-10").perhaps


def test_dates_beyond_the_calendar_are_not_drawn() -> None:
    """There is no picture of a year that the calendar does not have; the caller lists it."""
    dates = [Dated(lane="said", when=When.of("Y-17E7"), count=1, href="#x")]
    assert drawing(dates) is None


def test_a_crowd_of_days_is_drawn_as_one_larger_point() -> None:
    """Two thousand days stay a picture, and every entry is counted."""
    days = [
        f"{y}-{m:02}-{d:02}" for y in range(2015, 2023) for m in range(1, 13) for d in range(1, 22)
    ]
    found = drawn(*days)
    (lane,) = found.lanes
    assert len(lane.glyphs) < 200
    counted = sum(int(g.label.rpartition(": ")[2].split()[0]) for g in lane.glyphs)
    assert counted == len(days)


def test_an_early_date_does_not_crush_the_rest() -> None:
    """A long stretch without dates is folded."""
    days = [693596, 738000, 738030, 738100]
    scale = Scale([(day, day + 1) for day in days], 0, 1000)
    assert len(scale.folds) == 1
    assert scale.x(738100) - scale.x(738000) > 500


@given(st.lists(st.integers(600_000, 740_000), min_size=1, max_size=30))
def test_the_axis_keeps_the_order_of_days(days: list[int]) -> None:
    """Folding never puts a later day before an earlier one."""
    scale = Scale([(day, day + 30) for day in days], 0, 1000)
    places = [scale.x(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= place <= 1000 for place in places)
    ticks = [tick.x for tick in scale.ticks()]
    assert ticks == sorted(ticks)


@given(
    st.lists(
        st.sampled_from(
            ["2024", "2024-04~", "../2020", "2020/..", "/2019-03", "2019/", "0001-01-01",
             "9999-12-31", "2021?/2022~", "[1990..]", "19XX", "2020-21", "{2001,2003}"]
        ),
        min_size=1,
    )
)  # fmt: skip
def test_any_dates_find_a_place_within_the_picture(edtf: list[str]) -> None:
    """Whatever the dates, marks lie inside the drawing."""
    for lane in drawn(*edtf).lanes:
        for mark in lane.glyphs:
            assert 0 <= mark.x1 <= mark.x2 <= WIDTH


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-04-09", "9 April 2024"),
        ("2024-04", "April 2024"),
        ("2023~", "about 2023"),
        ("2023-03?", "perhaps March 2023"),
        ("../2022-10", "from an open start to October 2022"),
        ("2021/", "from 2021 to an end not known"),
        ("2021-12/2023-02", "from December 2021 to February 2023"),
        ("19XX", "19XX"),
        ("XXXX-01-22", "22 January, year not known"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_given(edtf: str, words: str) -> None:
    """No date is read narrower than it is."""
    assert spoken(When.of(edtf)) == words


def test_a_date_that_is_not_known_says_so() -> None:
    """Never an empty place."""
    assert spoken(None) == "date not known"
