"""As of a day the record says what it had been told by that day, and nothing that came later."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_record import ToldClock, report

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.core.identity import row_id
from onrecord.core.vocabulary import AsOf, Judgement, Verb
from onrecord.ledger import Ledger

DAYS = [f"2026-01-{day:02}" for day in range(1, 7)]
# On each of the days in turn: documents that come, a judgement, or an operation taken back.
DEEDS = st.lists(
    st.tuples(st.sampled_from(["add", "judge", "undo"]), st.integers(0, 9)),
    min_size=len(DAYS),
    max_size=len(DAYS),
)
Said = tuple[object, ...]


def says(ledger: Ledger, as_of: AsOf) -> Said:
    """Give all that a view can be made of."""
    asked = ledger.ask
    return (
        asked.sources(as_of),
        list(asked.statements(as_of)),
        asked.mentions(as_of),
        asked.judgements(as_of),
        asked.dated(as_of),
        asked.quantities(as_of),
        asked.questions(as_of),
        asked.replies(as_of),
        asked.hops(as_of),
        asked.identities(as_of),
        ledger.search("gate", as_of, 20),
    )


def do(ledger: Ledger, deed: str, which: int) -> None:
    if deed == "judge":
        about = (f"men_{which}", f"men_{which + 1}")
        identity = row_id("jdg", [about, ledger.today()])
        ledger.judge(Judgement(id=identity, verb=Verb.JOIN, about=about, by="ed", because="seen"))
        return
    if deed == "undo":
        standing = [row for row in ledger.log() if row.undone_by is None and row.verb != "new"]
        if standing:
            ledger.take_back(standing[which % len(standing)].number, by="ed")
        return
    operation = ledger.begin("add", by="ed")
    ledger.keep(operation, [report(which, retrieved=None), report(which + 1, retrieved=None)])


@given(DEEDS)
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_what_the_ledger_said_on_a_day_is_what_it_says_as_of_that_day(
    deeds: list[tuple[str, int]],
) -> None:
    """Later knowledge, corrections and undos never change an earlier as-of; today's is now."""
    clock = ToldClock(DAYS[0])
    with (
        TemporaryDirectory() as folder,
        Ledger.create(Path(folder) / "case", clock=clock, by="ed") as ledger,
    ):
        said: dict[str, Said] = {}
        for day, (deed, which) in zip(DAYS, deeds, strict=True):
            clock.tell(day)
            do(ledger, deed, which)
            said[day] = says(ledger, AsOf())
            for earlier, then in said.items():
                assert says(ledger, AsOf(known=earlier)) == then
        assert not any(says(ledger, AsOf(known="2025-12-31")))
        assert ledger.verify().faults == []


def test_a_backlog_is_known_from_the_day_that_was_told(ledger: Ledger) -> None:
    """Recorded time is the retrieved day; a month is known only when it is over."""
    operation = ledger.begin("add", by="ed")
    ledger.keep(operation, [report(1, retrieved="2024-05-03"), report(2, retrieved="2024-06")])

    def count(known: str) -> int:
        return len(ledger.ask.sources(AsOf(known=known)))

    assert [count("2024-05-02"), count("2024-05-03"), count("2024-06-29")] == [0, 1, 1]
    assert [count("2024-06-30"), count("2024-06"), count("2024"), count("2023")] == [2, 2, 2, 0]


def test_what_is_told_to_come_from_the_future_is_known_today(ledger: Ledger) -> None:
    """The case holds it; it cannot have been retrieved later."""
    ledger.keep(ledger.begin("add", by="ed"), [report(1, retrieved="2031")])
    assert len(ledger.ask.sources(AsOf(known=ledger.today()))) == 1


def test_valid_time_leaves_out_only_what_surely_lies_after(ledger: Ledger) -> None:
    """Published in April: out on 31 March, in on any day of April; an unknown day stays in."""
    operation = ledger.begin("add", by="ed")
    ledger.keep(operation, [report(1, published="2025-04"), report(2, published=None)])

    def names(valid: str) -> list[str]:
        return [row.name for row in ledger.ask.sources(AsOf(valid=When.of(valid)))]

    assert names("2025-03-31") == ["report-2.txt"]
    assert names("2025-04-01") == ["report-1.txt", "report-2.txt"]
    assert names("2025-03") == ["report-2.txt"]
    assert names("2025-05") == ["report-1.txt", "report-2.txt"]


def test_a_statement_counts_from_the_day_it_was_made_and_else_from_its_source(
    ledger: Ledger,
) -> None:
    """One of the three was made on 9 April; the others carry the month of their source."""
    ledger.keep(ledger.begin("add", by="ed"), [report(1, published="2025-04")])

    def speakers(valid: str) -> list[str]:
        return [row.speaker for row in ledger.ask.statements(AsOf(valid=When.of(valid)))]

    assert speakers("2025-04-08") == ["Ida Morrow", "Sam Pell"]
    assert speakers("2025-04-09") == ["Ida Morrow", "Sam Pell", "the board"]
    assert speakers("2025-03") == []


def test_a_recorded_day_without_an_end_is_refused(ledger: Ledger) -> None:
    """`--known` needs a last day."""
    with pytest.raises(WrongUse, match="has no last day"):
        ledger.ask.sources(AsOf(known="2024/.."))
