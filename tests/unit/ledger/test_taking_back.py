"""What is in force after any sequence of operations and undos, against the plainest model."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_record import ToldClock, report

from onrecord.core.errors import NoSuchRow, WrongUse
from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger
from onrecord.ledger.record import Began, Journal, Kind, New, Parcel, TakenBack
from onrecord.ledger.store import migrations, run

DAYS = [f"2026-01-{day:02}" for day in range(1, 10)]
# Each step: None begins an operation; a number takes back one of those before, whichever it is.
STEPS = st.lists(st.none() | st.integers(0, 50), min_size=1, max_size=14)


def journal(connection: apsw.Connection) -> Journal:
    for _, sql in migrations():
        run(connection, sql)
    return Journal(connection, ToldClock())


def carry_out(kept: Journal, steps: list[int | None]) -> list[tuple[int, int | None, str]]:
    """Write the steps into a journal, a day after another; give (number, taken back, day)."""
    done: list[tuple[int, int | None, str]] = []
    for at, step in enumerate(steps):
        day = DAYS[at * len(DAYS) // len(steps)]
        target = None if step is None or not done else done[step % len(done)][0]
        verb = "add" if target is None else "undo"
        news = [New(Kind.OPERATION, verb, day, Began(verb, "ed", ""))]
        if target is not None:
            news.append(New(Kind.TAKEN_BACK, str(target), day, TakenBack(target)))
        begun = kept.append(None, [Parcel(tuple(news))]).entries[0].number
        done.append((begun, target, day))
    return done


def in_force(done: list[tuple[int, int | None, str]]) -> set[int]:
    """The plainest model: an operation is in force unless one in force takes it back."""

    def stands(number: int) -> bool:
        return not any(target == number and stands(by) for by, target, _ in done)

    return {number for number, _, _ in done if stands(number)}


@given(STEPS)
@settings(deadline=None)
def test_what_is_in_force_is_what_the_plainest_model_says(steps: list[int | None]) -> None:
    """An undo of an undo restores, at any depth, and by any day as of that day."""
    with closing(apsw.Connection(":memory:")) as connection:
        kept = journal(connection)
        done = carry_out(kept, steps)
        numbers = {number for number, _, _ in done}
        assert numbers - set(kept.taken_back()) == in_force(done)
        for day in DAYS:
            by_then = [step for step in done if step[2] <= day]
            known = {number for number, _, _ in by_then}
            assert known - set(kept.taken_back(day)) == in_force(by_then)


@pytest.fixture
def added(ledger: Ledger) -> tuple[Ledger, int]:
    operation = ledger.begin("add", by="ed")
    ledger.keep(operation, [report(1), report(2)])
    return ledger, operation


def everything(ledger: Ledger) -> tuple[object, ...]:
    now = AsOf()
    asked = ledger.ask
    return (
        asked.sources(now),
        list(asked.statements(now)),
        asked.mentions(now),
        asked.dated(now),
        asked.quantities(now),
        asked.questions(now),
        asked.replies(now),
        asked.hops(now),
        asked.identities(now),
        asked.judgements(now),
        ledger.search("gate", now, 10),
    )


def test_an_undo_of_an_undo_gives_every_view_back(added: tuple[Ledger, int]) -> None:
    """Sources, statements, dates, replies, search: as they were."""
    ledger, operation = added
    before = everything(ledger)
    undo = ledger.take_back(operation, by="ed")
    assert not any(everything(ledger))
    ledger.take_back(undo, by="ed")
    assert everything(ledger) == before


def test_what_cannot_be_taken_back_is_refused_with_what_can(added: tuple[Ledger, int]) -> None:
    """The beginning, what is out already, what is not there."""
    ledger, operation = added
    undo = ledger.take_back(operation, by="ed")
    with pytest.raises(WrongUse, match=f"'onrecord undo {undo}' puts it in force again"):
        ledger.take_back(operation, by="ed")
    with pytest.raises(WrongUse, match="beginning"):
        ledger.take_back(1, by="ed")
    with pytest.raises(NoSuchRow, match="no operation 999"):
        ledger.take_back(999, by="ed")


def test_the_log_says_who_did_what_and_what_became_of_it(added: tuple[Ledger, int]) -> None:
    """Each operation once, with its counts; one taken back names the one that did it."""
    ledger, operation = added
    undo = ledger.take_back(operation, by="ann", because="the wrong folder")
    new, add, back = ledger.log()
    assert (new.verb, add.verb, back.verb) == ("new", "add", "undo")
    assert (add.summary, add.undone_by) == ("2 came, 2 read, 0 refused", undo)
    assert (back.by, back.because, back.undone_by) == ("ann", "the wrong folder", None)
    with pytest.raises(WrongUse, match="nothing to take back"):
        ledger.last_in_force()


def test_a_source_added_again_after_an_undo_stands_once_whatever_is_undone(
    added: tuple[Ledger, int],
) -> None:
    """Taken back, added anew, and put in force again: the same bytes are still one source."""
    ledger, operation = added
    before = everything(ledger)
    undo = ledger.take_back(operation, by="ed")
    again = ledger.begin("add", by="ed")
    assert ledger.keep(again, [report(1), report(2)]) == [True, True]
    assert len(ledger.ask.sources(AsOf())) == 2
    ledger.take_back(undo, by="ed")
    assert len(ledger.ask.sources(AsOf())) == 2
    assert len(list(ledger.ask.statements(AsOf()))) == 6
    assert len(ledger.search("gate", AsOf(), 10)) == 2
    ledger.take_back(again, by="ed")
    assert everything(ledger) == before


def test_a_failed_batch_leaves_nothing_and_the_next_is_sound(
    ledger: Ledger, clock: ToldClock
) -> None:
    """Whatever interrupts a batch, the record is as before it."""
    operation = ledger.begin("add", by="ed")
    head = ledger.head()

    def torn() -> Iterator[object]:
        yield report(1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ledger.keep(operation, torn())  # type: ignore[arg-type]
    assert ledger.head() == head
    assert ledger.keep(operation, [report(1)]) == [True]
    assert ledger.verify().faults == []
