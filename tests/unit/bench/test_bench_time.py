"""Time expressions as TIMEX3, and what of them is compared with GUM's dates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.tasks import time
from bench.texts import paragraphs

from onrecord.core.dates import When

TOLD_ON = When.of("2025-03-12")


@pytest.mark.parametrize(
    ("words", "type_", "value"),
    [
        ("last week", "DATE", "2025-W10"),
        ("last weekend", "DATE", "2025-W10-WE"),
        ("the third quarter of 2009", "DATE", "2009-Q3"),
        ("in spring 2019", "DATE", "2019-SP"),
        ("the 1990s", "DATE", "199"),
        ("the 19th century", "DATE", "18"),
        ("44 BC", "DATE", "BC0044"),
        ("two years ago", "DATE", "2023"),
        ("now", "DATE", "PRESENT_REF"),
        ("recently", "DATE", "PAST_REF"),
        ("Friday night", "TIME", "2025-03-07TNI"),
        ("10:30 UTC", "TIME", "2025-03-12T10:30Z"),
        ("for several years", "DURATION", "PXY"),
        ("two-and-a-half years", "DURATION", "P2Y6M"),
        ("every Monday", "SET", "XXXX-WXX-1"),
    ],
)
def test_edtf_becomes_timex3(words: str, type_: str, value: str) -> None:
    """Weeks, quarters, seasons, centuries and lengths have names of their own there."""
    (one,) = time.timexes(paragraphs(words), TOLD_ON)
    assert (one["type"], one["value"]) == (type_, value)


def test_a_range_is_its_two_ends_and_an_age_is_none() -> None:
    """As the benchmarks mark them."""
    found = time.timexes(paragraphs("A 56-year-old ran it from 2009 to 2011."), TOLD_ON)
    assert [one["value"] for one in found] == ["2009", "2011"]


def test_the_line_with_the_day_of_writing_is_marked() -> None:
    """The scorer leaves it out on both sides."""
    found = time.timexes(paragraphs("March 12, 2025\nIt closed on March 12, 2025."), TOLD_ON)
    assert [one.get("function") for one in found] == ["CREATION_TIME", None]


@pytest.mark.parametrize(
    ("date", "value"),
    [
        ({"when": "2014"}, "2014"),
        ({"when": "0071"}, "0071"),
        ({"when": "-400"}, "BC0400"),
        ({"from": "1900", "to": "1999"}, "19"),
        ({"from": "1830-1-1", "to": "1839-12-31"}, "183"),
        ({"from": "2016-01", "to": "2016-06"}, "2016-H1"),
        ({"from": "2022-06-01", "to": "2022-08-31"}, "2022-SU"),
        ({"from": "2021-10-25", "to": "2021-10-31"}, "2021-W43"),
        ({"from": "--06", "to": "--09"}, "XXXX-SU"),
        ({"notBefore": "1963"}, "1963/"),
    ],
)
def test_gums_days_get_the_names_of_timex3(date: dict[str, str], value: str) -> None:
    """What has no such name keeps both ends."""
    (one,) = time.dates_of({"dates": [{"s": 0, "e": 4, **date}]})
    assert one["value"] == value


def test_only_what_names_days_is_compared_with_dates() -> None:
    """Without the time of day; lengths, what comes back and words without a date are left out."""
    found = time.timexes(
        paragraphs("For two years, every Monday, now, at 10:30 UTC, on Friday night, in 2014."),
        TOLD_ON,
    )
    assert [one["value"] for one in time.dated(found)] == ["2025-03-07", "2014"]


def test_a_row_is_read_as_told_on_its_day(tmp_path: Path) -> None:
    """Under either of its names, with the minute or without."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    days = ({"dct": "2025-03-12T10:30"}, {"created": "2025-03-12"}, {})
    rows = [
        {"id": str(number), "text": "It closed yesterday.", **day}
        for number, day in enumerate(days)
    ]
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert time.predict(source, out, {}).documents == 3
    values = [json.loads(line)["timex"][0]["value"] for line in out.read_text("utf-8").splitlines()]
    assert values == ["2025-03-11", "2025-03-11", "XXXX"]
