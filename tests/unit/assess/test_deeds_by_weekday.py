"""Which step a day that is told by its name is of, and that next days of one step are apart."""

from __future__ import annotations

import pytest

from onrecord.assess import StepTold, is_by_its_name, step_at, steps_apart
from onrecord.core.dates import When
from onrecord.core.differences import ToldRow
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.sentences import stems
from onrecord.core.spans import Span

OUT = When.of("2031-03-06").first or 0


@pytest.mark.parametrize(
    ("words", "day", "step"),
    [
        ("The rower Ann Roe was banned for two years on Tuesday.", "Tuesday", "ban"),
        ("Roe was kicked out of the league yesterday after a row.", "yesterday", "ban"),
        ("Two porters of the museum were taken into custody on Monday.", "Monday", "arrest"),
        ("On Friday the union's cashier resigned.", "Friday", "resignation"),
        ("The school will close its annexe, it was announced yesterday.", "yesterday",
         "announcement"),
        ("The cashier was sacked, her lawyer said on Friday.", "Friday", ""),
        ("The choir sang on Friday.", "Friday", ""),
        ("The porter was arrested in May; on Friday the choir sang.", "Friday", ""),
    ],
)  # fmt: skip
def test_the_nearest_deed_names_the_step(words: str, day: str, step: str) -> None:
    at = words.index(day)
    assert step_at(words, Span(at, at + len(day))) == step


def test_a_day_with_a_number_is_not_told_by_its_name() -> None:
    assert is_by_its_name("on Thursday")
    assert is_by_its_name("yesterday  evening")
    assert not is_by_its_name("Thursday 6 March")
    assert not is_by_its_name("nine days ago")


def told(source: str, day: str, words: str, *who: str, out: int = OUT) -> StepTold:
    row = ToldRow(
        value=day, source=SourceId(source), source_label=source, words=words,
        at=Span(0, len(words)), day=out,
    )  # fmt: skip
    people = frozenset(map(ActorId, who))
    return StepTold(None, When.of(day), people, stems(words), row, step="ban")


def test_next_days_of_one_step_are_apart_and_who_else_tells_one_settles_it_on_balance() -> None:
    rows = [
        told("Wire", "2031-03-04", "Ann Roe was banned on Tuesday", "ann"),
        told("Mail", "2031-03-04", "Roe was banned on Tuesday", "ann"),
        told("Flag", "2031-03-05", "Roe was kicked out yesterday", "ann"),
    ]
    (row,) = steps_apart(rows)
    assert {row.one.value, row.other.value} == {"2031-03-04", "2031-03-05"}
    assert row.settled is not None
    assert (row.one, row.other)[row.settled.side - 1].value == "2031-03-04"


def test_days_further_apart_and_other_people_are_left_alone() -> None:
    first = told("Wire", "2031-03-02", "Ann Roe was banned", "ann")
    assert not list(steps_apart([first, told("Flag", "2031-03-05", "Roe was banned", "ann")]))
    assert not list(steps_apart([first, told("Flag", "2031-03-03", "Tom was banned", "tom")]))
