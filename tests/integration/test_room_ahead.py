"""What follows from a judgement in a large case: worked out by a process, found by who holds it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hand_reader import story_case

from once import Once
from onrecord.case import Case
from onrecord.core.vocabulary import AsOf, Verb
from onrecord.faces.room.ahead import Ahead
from onrecord.faces.room.stand import Stand
from onrecord.ledger.held import Held
from onrecord.show import environment


@pytest.fixture
def folder(tmp_path: Path, once: Once) -> Path:
    return Path(shutil.copytree(once(story_case) / "case", tmp_path / "case"))


def held(folder: Path) -> Stand:
    return Stand(Case.hold(folder), environment(), {})


def test_what_the_process_works_out_is_found_by_the_stand_that_is_held_at_that_state(
    folder: Path, monkeypatch: pytest.MonkeyPatch
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
    assert made_by(Ahead(folder, lambda: held(folder)).stand()) == set()


def test_a_judgement_that_comes_in_between_is_in_what_is_held_and_worked_out(folder: Path) -> None:
    holds: list[str] = []

    def hold() -> Stand:
        if not holds:
            with Case.open(folder) as case:
                said = case.statements()[0]
                case.judging().give(Verb.REJECT, [said.id], because="misread", by="ed")
        stand = held(folder)
        holds.append(stand.digest)
        return stand

    stand = Ahead(folder, hold).stand()
    with Case.open(folder) as case:
        assert stand.digest == case.head().digest
        rejected = case.statements(rejected=True)[0].id
    with stand.case(1) as case:
        assert rejected not in {row.id for row in case.statements()}
    stand.end()
    assert len(holds) > 1


def test_where_the_process_ends_early_the_stand_is_given_all_the_same(folder: Path) -> None:
    stand = Ahead(folder / "nothing here", lambda: held(folder)).stand()
    with stand.case(1) as case:
        assert case.claims().lines
    stand.end()


def test_a_case_that_is_held_is_as_it_was_whatever_is_worked_out_meanwhile(folder: Path) -> None:
    with Case.hold(folder) as before, Case.open(folder) as later:
        said = before.statements()
        later.judging().give(Verb.REJECT, [said[0].id], because="misread", by="ed")
        lines = later.claims().lines
        assert before.statements() == said
        assert before.claims(AsOf()).lines != lines
