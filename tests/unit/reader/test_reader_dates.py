"""Dates as written, and dates that count from the day the text was told on."""

from __future__ import annotations

import pytest

from onrecord.core.dates import When


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("It closed on 14 March 2024.", "2024-03-14"),
        ("It closed on March 14, 2024.", "2024-03-14"),
        ("It closed in March 2024.", "2024-03"),
        ("It closed in 2024.", "2024"),
        ("It closed on 2024-03-14.", "2024-03-14"),
        ("It closed last month.", "2025-02"),
        ("It closed on Monday.", "2025-03-10"),
        ("It closed yesterday.", "2025-03-11"),
        ("It closed last year.", "2024"),
        ("It closed last week.", "2025-03-03/2025-03-09"),
    ],
)
def test_a_date_keeps_its_words_and_says_what_days_they_mean(read, words, edtf) -> None:
    """Told on Wednesday 12 March 2025."""
    found = read(words)
    (dated,) = found.reading.dates
    assert dated.when is not None
    assert dated.when.edtf == edtf
    assert dated.when.words == dated.at.of(found.text.characters)


@pytest.mark.parametrize("words", ["It closed on Monday.", "It closed last month."])
def test_a_relative_date_is_not_known_without_the_day_it_counts_from(read, words) -> None:
    """The words are marked, and no day is made up."""
    (dated,) = read(words, told_on=None).reading.dates
    assert dated.when is None


def test_a_relative_date_names_its_anchor(read) -> None:
    """Whoever checks it can count again."""
    when = read("It closed on Monday.").reading.dates[0].when
    assert (when.anchor, when.rule) == ("2025-03-12", "beside the day it was told on: latest")


def test_told_in_a_month_a_date_is_no_closer_than_its_days_give(read) -> None:
    """Last month is one month, whatever the day; Monday is one of several."""
    found = read("It closed last month, on Monday.", told_on=When.of("2025-10")).reading.dates
    assert [dated.when.edtf for dated in found] == ["2025-09", "[2025-09-29..2025-10-27]"]
    assert found[0].when.anchor == "2025-10"


@pytest.mark.parametrize("words", ["It may close.", "They march on.", "It cost 2024 pounds."])
def test_not_every_such_word_is_a_date(read, words) -> None:
    """Verbs and sums of money are none."""
    assert read(words).reading.dates == ()


def test_a_day_that_does_not_exist_is_not_resolved(read) -> None:
    """31 February is kept as words."""
    (dated,) = read("It closed on 31 February 2024.").reading.dates
    assert dated.when is None


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("On 4 May 2024 the board alleged that Ida Moss had opened the gate.", "2024-05-04"),
        ("The board alleged that Ida Moss opened the gate; on 19 June 2023 she sold it.", None),
    ],
)
def test_a_date_in_a_later_point_is_not_the_day_of_saying(read, words, made) -> None:
    first = read(words).reading.statements[0]
    assert (first.made.edtf if first.made else None) == made
