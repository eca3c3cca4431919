"""A date that a person enters moves all that was dated by its words, until it is taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from once import Once
from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.vocabulary import AsOf, EventKind
from onrecord.intake import Told
from onrecord.reader import load

NEWS = """Bursar of the school charged

Ruth Maddern, the bursar of Elm Hill school, was arrested on 4 March 2024. She was charged with
fraud on 11 March 2024.

“The books were sound,” Owen Tarr, her lawyer, said on 12 March 2024. He said that the head
teacher had resigned.

The inspectors met the governors in the week of the fair. The hall was let from 3 June 2024 and
again on 9 September 2024.
"""


def news(folder: Path) -> None:
    (folder / "news.txt").write_text(NEWS)
    told = Told(published="2024-03-20", retrieved="2024-03-20", outlet="The Elm")
    with Case.create(folder / "case", by="ed", name="books") as case:
        case.add([folder / "news.txt"], reader=load(), told=told)


@pytest.fixture
def case(tmp_path: Path, once: Once) -> Iterator[Case]:
    shutil.copytree(once(news), tmp_path, dirs_exist_ok=True)
    with Case.open(tmp_path / "case") as case:
        yield case


def day_of(case: Case, kind: EventKind, as_of: AsOf = AsOf()) -> str | None:
    """Give the day of the one event of a kind; None: there is none as of then."""
    found = [one for one in case.events(as_of).rows if one.kind is kind]
    return str(found[0].when) if found else None


def enter(case: Case, words: str, day: str) -> None:
    source = case.sources()[0].id
    case.entering().date(source, words, When.of(day), because="the register says so", by="ann")


def test_an_event_goes_to_the_day_that_a_person_says_its_words_mean(case: Case) -> None:
    """In the events, the timeline and the proceeding; only that one; and back when taken back."""
    before = case.events().rows
    assert day_of(case, EventKind.ARREST) == "2024-03-04"
    enter(case, "4 March 2024", "2023-03-04")
    assert day_of(case, EventKind.ARREST) == "2023-03-04"
    assert day_of(case, EventKind.CHARGE) == "2024-03-11"
    (row,) = [one for one in case.timeline() if one.kind == "arrest"]
    assert (str(row.when), row.when and row.when.rule) == ("2023-03-04", "entered by hand")
    assert str(case.proceedings()[0].opened) == "2023-03-04"
    assert case.verify().faults == []
    case.take_back(because="it was the other register")
    assert case.events().rows == before


@pytest.mark.parametrize(
    ("day", "asked", "seen"),
    [
        ("2023-03-04", "2023-06", True),
        ("2023-03-04", "2023-02", False),
        ("2024-05-04", "2024-04", False),
        ("2024-05-04", "2024-05-04", True),
        ("../2024-05-04", "2024-04", False),
    ],
)
def test_as_of_a_day_it_has_happened_where_the_entered_day_says_so(
    case: Case, day: str, asked: str, seen: bool
) -> None:
    enter(case, "4 March 2024", day)
    then = AsOf(valid=When.of(asked))
    assert (day_of(case, EventKind.ARREST, then) is not None) is seen
    assert day_of(case, EventKind.ARREST, AsOf(known="2024-03-21")) == "2024-03-04"


def test_whoever_asks_as_of_a_day_is_answered_on_posts_too(case: Case, tmp_path: Path) -> None:
    """Names and keys of posts bear no id by which a date could move them."""
    enter(case, "4 March 2024", "2023-03-04")
    then = AsOf(valid=When.of("2024-01-01"))
    held = {one.id for one in case.posts(then).tenures()}
    assert held <= {one.id for one in case.posts().tenures()}
    case.dossier(tmp_path / "pages", then)


def test_what_was_said_on_a_day_is_said_on_the_entered_one(case: Case) -> None:
    enter(case, "12 March 2024", "2024-03-14")
    (row,) = [one for one in case.statements() if "sound" in one.content]
    assert str(row.made) == "2024-03-14"
    early = case.statements(AsOf(valid=When.of("2024-03-13")))
    assert row.id not in {one.id for one in early}


def test_a_date_that_nobody_had_read_is_of_the_one_event_of_its_sentence(case: Case) -> None:
    assert day_of(case, EventKind.MEETING) == "None"
    enter(case, "in the week of the fair", "2024-03-04/2024-03-10")
    assert day_of(case, EventKind.MEETING) == "2024-03-04/2024-03-10"
    case.take_back(because="no")
    assert day_of(case, EventKind.MEETING) == "None"


def test_the_other_dates_of_a_sentence_stay(case: Case) -> None:
    enter(case, "on 9 September 2024", "2023-09-09")
    found = {str(one.when) for one in case.timeline() if "hall was let" in one.words}
    assert found == {"2024-06-03", "2023-09-09"}


def test_the_last_date_entered_for_the_same_words_counts(case: Case) -> None:
    enter(case, "4 March 2024", "2023-03-04")
    enter(case, "4 March 2024", "2022-03-04")
    assert day_of(case, EventKind.ARREST) == "2022-03-04"
    case.take_back(because="no")
    assert day_of(case, EventKind.ARREST) == "2023-03-04"
