"""A large record, held open by a process of its own: what it makes, remembers and survives."""

from __future__ import annotations

import os
import re
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hand_reader import story_case

from once import Once
from onrecord.case import Case
from onrecord.core.errors import Busy, NoSuchRow
from onrecord.core.vocabulary import AsOf, Verb
from onrecord.faces.room import records as records_module
from onrecord.faces.room.access import Role
from onrecord.faces.room.apart import Apart
from onrecord.faces.room.faults import place_of
from onrecord.faces.room.making import Made, PageOf
from onrecord.faces.room.records import Records
from onrecord.faces.room.stand import Ended, Stand, clothes
from onrecord.ledger.held import Held

SHARED = {"slots": {"csrf": "", "token": "", "name": "", "told": ""}, "signed": 0, "is_sample": 0}
Begin = Callable[[Path], Apart]


@pytest.fixture
def folder(tmp_path: Path, once: Once) -> Path:
    return Path(shutil.copytree(once(story_case) / "case", tmp_path / "case"))


@pytest.fixture
def begin() -> Iterator[Begin]:
    begun: list[Apart] = []

    def beginning(folder: Path) -> Apart:
        begun.append(Apart(folder, SHARED))
        return begun[-1]

    yield beginning
    for one in begun:
        one.end()


def test_who_begins_one_still_hears_an_interruption(begin: Begin, folder: Path) -> None:
    """Processes inherit what is blocked: a server begun afterwards could not be ended."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    begin(folder)
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before


def held(folder: Path) -> Stand:
    return Stand(Case.hold(folder), clothes(), SHARED)


def page_of(name: str) -> PageOf:
    return PageOf(as_of=AsOf(), name=name, role=Role.OWNER)


def long_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    """Open a case as if it were one where nobody waits for what follows from a judgement."""
    monkeypatch.setattr(records_module, "MANY", 0)
    return Records(folder, SHARED, ahead=False)


def timeless(made: Made) -> str:
    """Give a page without the moment at which it was made, which may be another minute or day."""
    written = r'\d+\s\w+\s\d{4},\s\d\d:\d\d UTC|datetime="[^"]*"|\d{4}-\d\d-\d\dT[\d:+]+'
    return re.sub(written, "", made.html)


def failing(stand: Stand, case: Case) -> Made:
    raise KeyError("somebody's words")


def rejecting(folder: Path) -> str:
    with Case.open(folder) as case:
        said = case.statements()[0].id
        case.judging().give(Verb.REJECT, [said], because="misread", by="ed")
    return said


def test_a_page_that_is_made_there_is_the_one_that_is_made_here(folder: Path, begin: Begin) -> None:
    apart, stand = begin(folder), held(folder)
    assert apart.move_on()
    for name in ("index.html", "claims.html", "statements.html"):
        one, other = apart.make(page_of(name), 5), stand.make(page_of(name), 5)
        assert timeless(one) == timeless(other)
        assert one.digest == other.digest
    stand.end()


def test_what_is_worked_out_there_is_found_by_who_opens_the_case_at_that_state(
    folder: Path, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(Held, "remember_all", lambda self, kind, bodies: made.append(kind))
    monkeypatch.setattr(Held, "remember_changed", lambda self, kind, *_: made.append(kind))
    costly = {"actors", "claims proposed", "claim", "claim index"}

    def made_by(stand: Stand) -> set[str]:
        made.clear()
        with stand.case(1) as case:
            assert case.claims().rows
            assert case.actors()
        stand.end()
        return costly & set(made)

    assert made_by(held(folder))
    assert begin(folder).move_on()
    assert made_by(held(folder)) == set()


def test_it_shows_the_record_as_it_was_until_it_moves_on(folder: Path, begin: Begin) -> None:
    apart = begin(folder)
    assert apart.move_on()
    before = apart.digest
    said = rejecting(folder)
    assert said in apart.make(page_of("statements.html"), 5).html
    assert apart.move_on()
    assert apart.digest != before
    assert said not in apart.make(page_of("statements.html"), 5).html


def test_who_moved_on_makes_the_pages_of_who_opened_the_case_anew(
    folder: Path, begin: Begin
) -> None:
    """After judgements of each kind, some of them taken back."""
    apart = begin(folder)
    assert apart.move_on()
    for verb, value in ((Verb.REJECT, ""), (Verb.GRADE, "2"), (Verb.CONFIRM, "")):
        with Case.open(folder) as case:
            said = [row.id for row in case.statements()]
            case.judging().give(verb, said[-1:], value=value, because="as read", by="ed")
            if verb is Verb.GRADE:
                case.take_back(because="it was another", by="ed")
        assert apart.move_on()
    stand = held(folder)
    for name in ("index.html", "claims.html", "people.html", "statements.html", "activity.html"):
        one, other = apart.make(page_of(name), 5), stand.make(page_of(name), 5)
        assert timeless(one) == timeless(other), name
    stand.end()


def test_nothing_is_made_of_it_before_it_moved_on(folder: Path, begin: Begin) -> None:
    with pytest.raises(Ended):
        begin(folder).make(page_of("index.html"), 5)


def test_a_fault_there_is_told_here_with_its_kind_and_place(folder: Path, begin: Begin) -> None:
    apart = begin(folder)
    assert apart.move_on()
    with pytest.raises(NoSuchRow, match=r"no page claims/none\.html"):
        apart.make(page_of("claims/none.html"), 5)
    with pytest.raises(KeyError) as told:
        apart.make(failing, 5)
    assert place_of(told.value).startswith(f" in {__name__.rpartition('.')[2]}, line ")
    assert apart.make(page_of("index.html"), 5).html


def test_where_there_is_nothing_to_hold_it_ends_early(folder: Path, begin: Begin) -> None:
    apart = begin(folder / "nothing here")
    assert not apart.move_on()
    with pytest.raises(Busy):
        apart.make(page_of("index.html"), 5)


def test_who_reads_goes_on_where_the_process_was_ended(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a machine does that has no memory left: the pages are then made in the server."""
    records = long_one(folder, monkeypatch)
    make = partial(records.soon, page_of("statements.html"))
    page = make()
    said = rejecting(folder)
    assert timeless(make()[0]) == timeless(page[0])  # and what follows is begun
    assert records._working is not None
    records._working.join()
    apart = records.aside
    assert isinstance(apart, Apart)
    assert apart._process.pid is not None
    os.kill(apart._process.pid, signal.SIGKILL)
    made, was_before = make()
    assert said not in made.html
    assert not was_before
    records.close()


def test_what_was_read_lately_is_made_before_it_is_shown(folder: Path, begin: Begin) -> None:
    apart = begin(folder)
    gone = f"claims/{'x' * 12}.html"
    assert apart.move_on([("coverage.html", Role.OWNER), (gone, Role.READER)])
    made = apart.make(kept_there, 5)
    assert made >= {"coverage.html", "index.html"}
    assert gone not in made


def kept_there(stand: Stand, _: Case) -> set[str]:
    return {name for _, name, _ in stand._made}


def test_two_processes_take_turns(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = long_one(folder, monkeypatch)
    records.soon(page_of("statements.html"))
    shown: list[Apart] = []
    for _ in range(3):
        said = rejecting(folder)
        records.soon(page_of("index.html"))
        assert records._working is not None
        records._working.join()
        made, was_before = records.soon(page_of("statements.html"))
        assert said not in made.html
        assert not was_before
        assert isinstance(records.aside, Apart)
        shown.append(records.aside)
    assert shown[0] is shown[2] is not shown[1]
    records.close()
    assert not any(one._process.is_alive() for one in shown)


def test_closing_the_room_ends_what_is_being_worked_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = long_one(folder, monkeypatch)
    records.soon(page_of("index.html"))
    rejecting(folder)
    records.soon(page_of("index.html"))
    end = time.monotonic() + 30
    while (newer := records._other) is None:
        assert time.monotonic() < end
        time.sleep(0.01)
    records.close()
    newer._process.join(10)
    assert not newer._process.is_alive()
    assert not list(folder.glob("*-wal"))


def test_a_case_that_is_held_is_as_it_was_whatever_is_worked_out_meanwhile(folder: Path) -> None:
    with Case.hold(folder) as before, Case.open(folder) as later:
        said = before.statements()
        later.judging().give(Verb.REJECT, [said[0].id], because="misread", by="ed")
        lines = later.claims().lines
        assert before.statements() == said
        assert before.claims(AsOf()).lines != lines


def test_a_large_record_is_held_apart_from_the_first_page_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever opens it before it is ready is told so, and nothing is made of it in the server."""
    monkeypatch.setattr(records_module, "MANY", 0)
    monkeypatch.setattr(records_module, "PATIENCE", 0)
    records = Records(folder, SHARED, ahead=True)
    with pytest.raises(Busy, match="large and is being opened"):
        records.soon(page_of("claims.html"))
    monkeypatch.setattr(records_module, "PATIENCE", 30)
    monkeypatch.setattr(records.now, "make", None)
    made, was_before = records.soon(page_of("claims.html"))
    assert "</html>" in made.html
    assert not was_before
    assert isinstance(records.aside, Apart)
    records.close()


def test_a_record_that_cannot_be_held_apart_is_shown_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records_module, "MANY", 0)
    monkeypatch.setattr(Apart, "move_on", lambda *_: False)
    records = Records(folder, SHARED, ahead=True)
    assert "</html>" in records.soon(page_of("claims.html"))[0].html
    records.close()
