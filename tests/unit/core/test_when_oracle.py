"""Our reading of EDTF beside the `edtf` package's, on random texts that both read.

Left out, because the package and the standard part ways there: seasons without a hemisphere (it
takes the northern), winters (it ends them with the year), significant digits (it ignores them),
intervals with masked, open or unknown ends (it fails on some and pads others by ten years), 29
February of a common year and intervals that end before they begin (it reads both).
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate

YEARS = st.integers(1, 9998).map("{:04}".format)
MONTHS = st.integers(1, 12).map("{:02}".format)
DAYS = st.integers(1, 31).map("{:02}".format)
MARK = st.sampled_from(["", "", "?", "~", "%"])


def masked(digits: st.SearchStrategy[str], *patterns: str) -> st.SearchStrategy[str]:
    """Put X over some digits, as in 19XX."""

    def mask(drawn: tuple[str, str]) -> str:
        return "".join(p if p == "X" else d for d, p in zip(*drawn, strict=True))

    return st.tuples(digits, st.sampled_from(patterns)).map(mask)


year = masked(YEARS, "....", "....", "...X", "..XX")
month = masked(MONTHS, "..", "..", "XX")
day = masked(DAYS, "..", "..", "XX")
point = st.one_of(
    st.builds("{}{}".format, year, MARK),
    st.builds("{}-{}{}".format, year, month, MARK),
    st.builds("{}-{}-{}{}".format, year, month, day, MARK),
    st.builds("{}-{}".format, YEARS, st.sampled_from(["25", "26", "27", "33", "36", "38", "41"])),
)
end = st.one_of(
    st.builds("{}{}".format, YEARS, MARK),
    st.builds("{}-{}{}".format, YEARS, MONTHS, MARK),
    st.builds("{}-{}-{}{}".format, YEARS, MONTHS, DAYS, MARK),
)
interval = st.builds("{}/{}".format, end, end)
group = st.one_of(
    st.lists(YEARS, min_size=1, max_size=3).map(lambda many: f"[{','.join(sorted(many))}]"),
    st.lists(YEARS, min_size=1, max_size=3).map(lambda many: f"{{{','.join(sorted(many))}}}"),
)


def theirs(text: str) -> tuple[date | None, date | None]:
    """Give the package's first and last day; None for no bound."""
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        read = parse_edtf(text)
        ends = (read.lower_strict(), read.upper_strict())
    except EDTFParseException:
        assume(False)
        raise
    first, last = (None if isinstance(end, float) else _date(end) for end in ends)
    return first, last


def _date(end: tuple[int, ...]) -> date:
    try:
        return date(*end[:3])
    except ValueError:
        assume(False)
        raise


@pytest.mark.parametrize("texts", [point, interval, group], ids=["date", "interval", "set"])
def test_where_both_read_a_text_they_read_the_same_days(texts: st.SearchStrategy[str]) -> None:
    """First and last day agree with an independent reading of the standard."""

    @settings(max_examples=40)  # the package takes some 20 ms a text
    @given(texts)
    def agrees(text: str) -> None:
        expected = theirs(text)
        try:
            when = When.of(text)
        except UnreadableDate:
            # We refuse more, and only what the standard refuses.
            backwards = None not in expected and expected[0] >= expected[1]  # type: ignore[operator]
            assert backwards or "-02-" in text
            return
        assert (when.first_date, when.last_date) == expected

    agrees()
