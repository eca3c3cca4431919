"""Times in words, and what days they can mean; told on Wednesday 12 March 2025."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from dated_words import TOLD_ON, dates, edtfs, expressions

from onrecord.core.dates import When
from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Text
from onrecord.reader.dating import time_expressions


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("the 14th of March 2024", "2024-03-14"),
        ("Thursday, March 14, 2024", "2024-03-14"),
        ("Sept. 3, 2023", "2023-09-03"),
        ("2024-03-14T23:30:00-05:00", "2024-03-14"),
        ("in 1996", "1996"),
        ("the 1990s", "199X"),
        ("the 19th century", "18XX"),
        ("in 44 BC", "-0043"),
        ("spring 2019", "2019-21"),
        ("the third quarter of 2009", "2009-35"),
        ("the first half of 2019", "2019-40"),
        ("around 2015", "2015~"),
        ("mid-2019", "2019"),
        ("early May 2024", "2024-05"),
        ("the 2019-20 session", "2019/2020"),
        ("fiscal 2009", "2008/2010"),
        ("New Year's Eve 2023", "2023-12-31"),
    ],
)
def test_a_date_told_in_full_needs_no_anchor(words: str, edtf: str) -> None:
    """Nothing is read narrower than it says: the middle of a year is that year."""
    (dated,) = dates(words, told=None)
    assert dated.when is not None
    assert (dated.when.edtf, dated.when.anchor) == (edtf, "")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("between December 2021 and February 2023", "2021-12/2023-02"),
        ("from 1 to 5 May 2024", "2024-05-01/2024-05-05"),
        ("May 1-5, 2024", "2024-05-01/2024-05-05"),
        ("2019-21", "2019/2021"),
        ("1850-1860", "1850/1860"),
        ("between October and April 2011", "2010-10/2011-04"),
        ("since March 2024", "2024-03/.."),
        ("until 2015", "../2015"),
        ("by Friday", "[..2025-03-14]"),
        ("before 3 April 2024", "[..2024-04-03]"),
        ("after 3 April 2024", "[2024-04-03..]"),
        ("no later than 3 April 2024", "[..2024-04-03]"),
        ("later than 3 April 2024", "[2024-04-03..]"),
        ("prior to 2015", "[..2015]"),
        ("from Monday to Friday", "2025-03-10/2025-03-14"),
    ],
)
def test_ranges_and_bounds(words: str, edtf: str) -> None:
    """The words that make a bound belong to the date."""
    (dated,) = dates(words)
    assert dated.when is not None
    assert (dated.when.edtf, dated.when.words) == (edtf, words)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("last month", "2025-02"),
        ("next spring", "2026-21"),
        ("last September", "2024-09"),
        ("three weeks ago", "2025-02-17~/2025-02-23~"),
        ("two years ago", "2023~"),
        ("more than two years ago", "[..2023-12-31]"),
        ("three weeks from today", "2025-04-02"),
        ("The hall opens ten days from today", "2025-03-22"),
        ("two years from now", "2027~"),
        ("The hall opens in four weeks’ time", "2025-04-07~/2025-04-13~"),
        ("the past five years", "2020~/2025-03-12"),
        ("the day before yesterday", "2025-03-10"),
        ("Friday morning", "2025-03-07"),
        ("Monday last week", "2025-03-03"),
        ("a week on Tuesday", "2025-03-25"),
        ("the week of 5 May", "2025-05-05/2025-05-11"),
        ("October of next year", "2026-10"),
        ("the end of last year", "2024"),
        ("The hall will stay closed on Friday", "2025-03-14"),
        ("The hall was closed on Friday", "2025-03-07"),
        ("recently", "[..2025-03-12]"),
    ],
)
def test_counted_from_the_day_told_on(words: str, edtf: str) -> None:
    """The anchor stands beside the date; without it no year and no day is made up."""
    (dated,) = dates(words)
    assert dated.when is not None
    assert (dated.when.edtf, dated.when.anchor) == (edtf, "2025-03-12")
    assert all(edtf == "" or edtf.startswith("XXXX-") for edtf in edtfs(words, told=None))


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("the following day", "2020-05-05"),
        ("the same day", "2020-05-04"),
        ("two years later", "2022~"),
        ("a year earlier", "2019~"),
        ("the following week", "2020-05-11/2020-05-17"),
        ("that Friday", "2020-05-08"),
        ("the following March", "2021-03"),
        ("the same year", "2020"),
    ],
)
def test_counted_from_a_date_just_named(words: str, edtf: str) -> None:
    """ "Later" is later than what was named; with nothing named it is no date that we know."""
    _, dated = dates(f"It opened on 4 May 2020. It closed {words}.")
    assert dated.when is not None
    assert (dated.when.edtf, dated.when.anchor) == (edtf, "2020-05-04")
    assert edtfs(f"It closed {words}.") == [""]


def test_an_event_without_a_date_is_no_anchor() -> None:
    """More than two years after an arrest of which the day is not told: a length of time."""
    words = "more than two years after they were first arrested"
    assert dates(words) == []
    (length,) = expressions(words)
    assert (length.kind, length.edtf, length.at.of(words)) == ("DURATION", "P2Y", words[:19])


def test_the_order_of_numbers_is_the_countrys_or_doubtful() -> None:
    """Where nobody knows which is the month it is one of two days; another date may show it."""
    assert edtfs("3/4/2024", country="GB") == ["2024-04-03"]
    assert edtfs("3/4/2024", country="US") == ["2024-03-04"]
    (doubtful,) = dates("3/4/2024")
    assert doubtful.when is not None
    assert doubtful.when.edtf == "[2024-03-04,2024-04-03]"
    assert "not known" in doubtful.when.rule
    assert edtfs("3/4/2024 and 25/12/2023") == ["2024-04-03", "2023-12-25"]
    assert edtfs("4/4/2024") == ["2024-04-04"]


@pytest.mark.parametrize(
    ("words", "value", "age"),
    [
        ("a 56-year-old clerk", "P56Y", True),
        ("for two-and-a-half years", "P2Y6M", False),
        ("for 10,000 years", "P10000Y", False),
        ("a decade", "P10Y", False),
        ("thirty minutes", "PT30M", False),
    ],
)
def test_lengths_of_time_and_ages_are_no_dates(words: str, value: str, age: bool) -> None:
    """They are told apart, for whoever needs them."""
    (length,) = expressions(words)
    assert (length.kind, length.edtf, length.age) == ("DURATION", value, age)
    assert dates(words) == []


@pytest.mark.parametrize("words", ["every Monday", "each year", "the annual report", "3 hours ago"])
def test_what_comes_back_and_what_hours_count_is_no_date(words: str) -> None:
    """ "3 hours ago" on a page that gathers others' news is no day of the story."""
    assert edtfs(words) in ([], [""])


@pytest.mark.parametrize(
    "words",
    [
        "It may close.", "They march on.", "2024 pounds", "page 2024", "call 555-2024", "£2,024",
        "Q3 is the third quartile", "the fall of the mayor", "the year 0", "in 99999",
        "She is in the second row.", "Rule 2016", "May Vale and April Rook left.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date(words: str) -> None:
    """Verbs, sums, names and numbers are none."""
    assert dates(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "31 February 2024",
        "29 February 2023",
        "2024-13-01",
        "13/13/2024",
        "31 February",
        "5 May 99999",
    ],
)
def test_a_day_that_does_not_exist_is_kept_as_words(words: str) -> None:
    """Nothing is made of it."""
    assert edtfs(words) == [""]


def test_told_on_a_month_a_weekday_is_one_of_several() -> None:
    """Its bounds are those of the first and the last day of the month."""
    assert edtfs("on Monday", told=When.of("2025-10")) == ["[2025-09-29..2025-10-27]"]
    assert edtfs("last month", told=When.of("2025-10")) == ["2025-09"]


@pytest.mark.parametrize(
    ("told", "edtf"),
    [(None, "2025-03-10"), ("2025-03", "2025-03-10"), ("2025-03-20", "2025-03-17"), ("2024", "")],
)
def test_the_dateline_is_an_anchor(told: str | None, edtf: str) -> None:
    """Where no day is told, or only the month it lies in; a day that is told comes first."""
    characters = "SKERROW, March 12, 2025\nIt closed on Monday."
    line = characters.index("\n")
    blocks = (
        Block(BlockKind.DATELINE, Span(0, line)),
        Block(BlockKind.PARAGRAPH, Span(line + 1, len(characters))),
    )
    text = Text(id=text_id(characters), characters=characters, blocks=blocks)
    _, monday = time_expressions(text, When.of(told) if told else None)
    assert monday.edtf == edtf or (not edtf and monday.edtf.startswith("["))


@pytest.mark.parametrize(
    "words",
    [
        "9" * 100_000, "Monday " * 10_000, "1 " * 10_000, "May " * 8_000, "the " * 10_000,
        "2024-" * 8_000, "'" * 100_000, "2 years and " * 5_000, "before " * 9_000,
        "a few " * 8_000,
        "twenty-" * 8_000, "from 1 to " * 5_000, "1/2/" * 8_000, "early " * 8_000,
    ],
)  # fmt: skip
def test_hostile_words_take_time_in_proportion(words: str) -> None:
    """No sequence makes the calendar look back or ahead without bound."""
    begun = time.process_time()  # other work on the machine does not count
    dates(words)
    assert time.process_time() - begun < 5


ARRESTS = "The two men were arrested at their homes in April 2023. "


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("He left two years after the arrests.", "2025~"),
        ("He left more than two years after they were first arrested.", "[2025-01-01..]"),
        ("He had left three months before his arrest.", "2023-01~"),
    ],
)
def test_what_happened_is_an_anchor_where_the_text_gives_its_day(words: str, edtf: str) -> None:
    """Counted from the month of the arrests, and never narrower than the words."""
    *_, found = dates(ARRESTS + words)
    assert found.when is not None
    assert (found.when.edtf, found.when.anchor) == (edtf, "2023-04")
    assert "given for “arrest”" in found.when.rule


@pytest.mark.parametrize(
    "before",
    [
        "",
        "Ann was arrested on 3 May 2023 and Bo was arrested on 4 June 2023. ",
        "On 3 May 2023 he said that they had been arrested. ",
        "They were arrested before May 2023. ",
        "They were arrested. It rained in May 2023. ",
    ],
)
def test_without_one_day_for_what_happened_nothing_is_counted(before: str) -> None:
    """None, two, the day of something else, and a bound: the words name no date by themselves."""
    words = f"{before}He left two weeks after the arrests."
    assert not any("after" in dated.at.of(words) for dated in dates(words))


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("They asked for the papers no later than Friday", "[..2025-03-14]"),
        ("They must answer no later than Friday", "[..2025-03-14]"),
        ("She demanded an answer by Friday", "[..2025-03-14]"),
        ("It was sent no later than Friday", "[..2025-03-07]"),
        ("The trial is set to begin on Friday", "2025-03-14"),
        ("The trial began on Friday", "2025-03-07"),
    ],
)
def test_a_deadline_is_to_come_where_the_words_tell_of_what_is_to_come(
    words: str, edtf: str
) -> None:
    """Told on a Wednesday."""
    assert edtfs(words) == [edtf]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("minutes of 8-May-2006", ["2006-05-08"]),
        ("the panic of Black Monday", []),
        ("a survey of 1709 schoolchildren", []),
        ("I wrote only about 2000 words", []),
        ("during the 2019 protests", ["2019"]),
        ("its most recent phone", []),
    ],
)
def test_what_only_looks_like_a_date_or_is_joined_by_dashes(words: str, found: list[str]) -> None:
    """A number of things, a day with a name of its own; and a date in one piece."""
    assert edtfs(words) == found


def test_the_country_of_the_outlet_orders_the_numbers_of_a_text() -> None:
    """Without it, both days are kept and the doubt is told."""
    words = "They met on 3/4/2024."
    plain = Text(id=text_id(words), characters=words, blocks=(
        Block(BlockKind.PARAGRAPH, Span(0, len(words))),
    ))  # fmt: skip
    found = {
        country: time_expressions(replace(plain, country=country), TOLD_ON)[0]
        for country in ("GB", "US", "")
    }
    assert (found["GB"].edtf, found["US"].edtf) == ("2024-04-03", "2024-03-04")
    assert found[""].edtf == "[2024-03-04,2024-04-03]"
    assert found[""].rule.endswith("which is the month is not known")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Mr Vale, the clerk since November, is expected to decide.", "2024-11/.."),
        ("Ms Pell was arrested on 10 September.", "2024-09-10"),
        ("He had left the Board on 2 November.", "2024-11-02"),
        ("He will leave the Board on 2 November.", "2025-11-02"),
        ("The trial was fixed for 20 June.", "2025-06-20"),
        ("She was told of it on 20 March.", "2025-03-20"),
        ("Everyone in the office knew by September.", "[..2024-09]"),
        ("The letter of 2 April says so.", "2024-04-02"),
        ("The choir had been warned on 4 April.", "2024-04-04"),
        ("She was suspended on 20 April.", "2024-04-20"),
        ("The fair was to open on 20 April.", "2025-04-20"),
        ("The bursar, who leaves at the end of March, will not say.", "2025-03"),
        ("We sat on 3 and 4 February.", "2025-02-03/2025-02-04"),
        ("It was heard on 3 and 4 February 2023.", "2023-02-03/2023-02-04"),
        ("Everyone will know by September.", "[..2025-09]"),
    ],
)
def test_what_was_does_not_lie_far_ahead(words: str, edtf: str) -> None:
    """A day without its year is the nearest, but a past verb before "on" does not look ahead far;
    "since" looks back whatever comes after it.
    """
    assert edtfs(words) == [edtf]
