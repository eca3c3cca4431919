"""Whether a post was held on a day, held against every beginning and end that the words allow."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate
from onrecord.core.folding import fold
from onrecord.core.holding import ANSWER, Holds, Why, borne_on, why

FAR = 10**6
DAYS = range(date(2018, 1, 1).toordinal(), date(2025, 1, 1).toordinal())

days = st.dates(date(2020, 1, 1), date(2022, 12, 31))
marks = st.sampled_from(["", "", "", "?", "~"])


def meant(day: date, precision: str, mark: str) -> tuple[str, set[int]]:
    """Write a date of a precision, and give all days it can mean, mark included."""
    if precision == "year":
        text, first, count, unit = f"{day.year}", date(day.year, 1, 1), 0, 366
        count = (date(day.year + 1, 1, 1) - first).days
    elif precision == "month":
        text, first = day.isoformat()[:7], day.replace(day=1)
        count, unit = monthrange(day.year, day.month)[1], 31
    else:
        text, first, count, unit = day.isoformat(), day, 1, 1
    slack = {"": 0, "~": unit, "?": count}[mark]
    start = first.toordinal()
    return text + mark, set(range(start - slack, start + count + slack))


bounds = st.one_of(
    st.just(("..", {0})),
    st.just(("", set(DAYS))),
    st.builds(meant, days, st.sampled_from(["day", "month", "year"]), marks),
)


def by_every_pair(starts: set[int], ends: set[int], asked: int) -> Holds:
    """Answer by every day on which it can have begun and ended, in whatever combination."""
    held = any(s < asked for s in starts) and any(e > asked for e in ends)
    apart = any(s > asked and s <= max(ends) for s in starts) or any(
        e < asked and min(starts) <= e for e in ends
    )
    at_the_edge = (asked in starts and max(ends) >= asked) or (
        asked in ends and min(starts) <= asked
    )
    if held and not apart and not at_the_edge:
        return Holds.YES
    return Holds.NO if apart and not held and not at_the_edge else Holds.NOT_KNOWN


@given(bounds, bounds, days)
def test_the_answer_is_that_of_every_beginning_and_end_it_allows(
    start: tuple[str, set[int]], end: tuple[str, set[int]], day: date
) -> None:
    """Yes where all agree that it was held, no where all agree that it was not, else not known."""
    starts = {-FAR} if start[0] == ".." else start[1]
    ends = {FAR} if end[0] == ".." else end[1] | ({FAR} if end[0] == "" else set())
    try:
        held = When.of(f"{start[0]}/{end[0]}")
    except UnreadableDate:
        assume(False)
        raise
    assert ANSWER.get(why(held, (), day, None), Holds.NOT_KNOWN) is by_every_pair(
        starts, ends, day.toordinal()
    )


@given(bounds, bounds, days, st.dates(date(2019, 1, 1), date(2023, 12, 31)))
def test_a_later_source_never_turns_yes_into_no(
    start: tuple[str, set[int]], end: tuple[str, set[int]], day: date, seen: date
) -> None:
    """The day of the source decides only how far an open end is open."""
    try:
        held = When.of(f"{start[0]}/{end[0]}")
    except UnreadableDate:
        assume(False)
        raise
    now = why(held, (), day, seen.toordinal())
    for_ever = why(held, (), day, None)
    assert now is for_ever or (now is Why.BEYOND and for_ever is Why.WITHIN and day > seen)


@pytest.mark.parametrize(
    ("held", "day", "expected"),
    [
        ("2020-01-05/2022-03-01", "2021-01-01", Why.WITHIN),
        ("2020-01-05/2022-03-01", "2020-01-05", Why.FIRST_DAY),
        ("2020-01-05/2022-03-01", "2022-03-01", Why.LAST_DAY),
        ("2020-01-05/2022-03-01", "2022-03-02", Why.AFTER),
        ("2020-01-05/2022-03-01", "2020-01-04", Why.BEFORE),
        ("2020/2022-03-01", "2020-06-01", Why.PERHAPS_BEGUN),
        ("2020-01-05/2022~", "2023-06-01", Why.PERHAPS_ENDED),
        ("2020-01-05/", "2020-01-06", Why.PERHAPS_ENDED),
        ("2020-01-05/..", "2024-06-01", Why.WITHIN),
        ("2020-01-05/..", "2024-06-02", Why.BEYOND),
        ("2021-05", "2021-05-20", Why.PERHAPS_BEGUN),
    ],
)
def test_a_day_has_its_reason(held: str, day: str, expected: Why) -> None:
    """What a day is to a tenure is said, not only what follows from it."""
    seen = date(2024, 6, 1).toordinal()
    assert why(When.of(held), (), date.fromisoformat(day), seen) is expected


def test_a_day_on_which_it_is_attested_is_a_yes_and_its_neighbours_are_not_known() -> None:
    """A cited day tells of itself alone; a cited month and a doubtful day tell of no day surely."""
    cited = (When.of("2021-05-04"), When.of("2021-07"), When.of("2021-08-01?"))
    assert why(None, cited, date(2021, 5, 4), None) is Why.ATTESTED
    for other in (date(2021, 5, 5), date(2021, 7, 3), date(2021, 8, 1)):
        assert why(None, cited, other, None) is Why.UNDATED


def test_a_name_is_borne_on_both_days_of_change() -> None:
    """On the day of a peerage either name is right."""
    for borne in ("../2010-06-27", "2010-06-27/.."):
        assert borne_on(When.of(borne), date(2010, 6, 27))
    assert not borne_on(When.of("2010-06-27/.."), date(2010, 6, 27) - timedelta(days=1))
    assert borne_on(None, date(2010, 6, 27))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Sluice-Keeper’s  Office", "sluice keepers office"),
        ("Société des Écluses", "SOCIETE DES ECLUSES"),
        ("Locks & Weirs", "locks and weirs"),
        ("Straße", "strasse"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    """Case, accents, punctuation, space and a first article make no other name."""
    assert fold(one) == fold(other)


@given(st.text(max_size=40))
@example("\U0001d4d0")
def test_folding_twice_folds_once(name: str) -> None:
    """What was folded stays as it is, but for an article that folding has laid bare."""
    once = fold(name)
    assert fold(once) in (once, once.removeprefix("the "))


def test_names_that_differ_in_a_letter_stay_two() -> None:
    """Folding decides no likeness."""
    assert fold("Jon Pell") != fold("Joan Pell")
    assert fold("The") == "the"
