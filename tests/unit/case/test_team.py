"""Accounts: kept whole, for their owner's eyes, opened by one password, locked against guesses."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from onrecord.case import Case, Team
from onrecord.core.errors import Damaged, NoCase, NoSuchRow, Unwritable, WrongUse
from onrecord.core.roles import Role
from onrecord.faces.room.accounts import FREE, LOCK, LOCKED, Accounts, Locked

WORDS = "correct horse battery"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested here does not depend on how much a password costs."""
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr("argon2.PasswordHasher", lambda: cheap)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    Case.create(tmp_path).__exit__(None, None, None)
    made = Team(tmp_path)
    made.add("Ida Marsh", Role.OWNER, WORDS)
    return made


def test_a_password_opens_its_own_account_alone(team: Team) -> None:
    team.add("Tom Vane", Role.READER, "another battery horse")
    opened = team.admitted("tom vane", "another battery horse")
    assert opened is not None
    assert (opened.name, opened.role) == ("Tom Vane", Role.READER)
    for name, words in [("Ida Marsh", "another battery horse"), ("", WORDS), ("Nobody", WORDS)]:
        assert team.admitted(name, words) is None


def test_the_file_holds_no_password_and_only_its_owner_reads_it(team: Team) -> None:
    token = team.give_token("Ida Marsh")
    kept = team.file.read_text("utf-8")
    assert WORDS not in kept
    assert token not in kept
    assert "$argon2id$" in kept
    assert team.file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in team.file.parent.glob("*team*")] == ["team.json"]


def test_a_file_that_others_can_read_is_not_used(team: Team) -> None:
    team.file.chmod(0o640)
    with pytest.raises(WrongUse, match="others may read"):
        Team(team.file.parent).admitted("Ida Marsh", WORDS)


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"version": 2, "accounts": []}', "\x00" * 9])
def test_a_damaged_file_lets_nobody_in(team: Team, kept: str) -> None:
    team.file.write_text(kept, "utf-8")
    with pytest.raises(Damaged):
        Team(team.file.parent).admitted("Ida Marsh", WORDS)


def test_what_cannot_be_written_changes_nothing(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = team.file.read_bytes()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable, match="No space"):
        team.add("Tom Vane", Role.READER, WORDS)
    assert team.file.read_bytes() == before
    assert [path.name for path in team.file.parent.glob("*team*")] == ["team.json"]


def test_somebody_owns_the_case_always(team: Team) -> None:
    for change in (
        lambda: team.remove("Ida Marsh"),
        lambda: team.give_role("Ida Marsh", Role.EDITOR),
    ):
        with pytest.raises(WrongUse, match="owner"):
            change()
    team.add("Tom Vane", Role.OWNER, WORDS)
    team.remove("ida marsh")
    assert [one.name for one in team.accounts] == ["Tom Vane"]


@pytest.mark.parametrize("name", ["", " ", "a\u202eb", "x" * 61, "a\x00b"])
def test_a_name_can_be_seen(team: Team, name: str) -> None:
    with pytest.raises(WrongUse, match="no name"):
        team.add(name, Role.READER, WORDS)


def test_one_name_has_one_account(team: Team) -> None:
    with pytest.raises(WrongUse, match="already"):
        team.add("  IDA   marsh ", Role.READER, WORDS)
    with pytest.raises(WrongUse, match="at least"):
        team.add("Tom Vane", Role.READER, "short")
    with pytest.raises(NoSuchRow):
        team.remove("Tom Vane")


def test_there_is_no_team_without_a_case(tmp_path: Path) -> None:
    with pytest.raises(NoCase):
        Team(tmp_path)


def test_a_token_opens_for_programs_until_there_is_another(team: Team) -> None:
    first, second = team.give_token("Ida Marsh"), team.give_token("Ida Marsh")
    assert team.program(first) is None
    assert team.program(second) == team.of("Ida Marsh")
    assert team.program("") is None
    assert team.admitted("Ida Marsh", second) is None


def test_a_thousand_guesses_are_ten(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever guesses waits longer and longer; after the tenth the name is locked."""
    now, looked = [0.0], []
    doors = Accounts(team, lambda: now[0])
    true = team.admitted
    monkeypatch.setattr(team, "admitted", lambda n, p: looked.append(p) or true(n, p))
    for number in range(1_000):
        now[0] += 0.5
        with suppress(Locked):
            assert doors.admitted("Ida Marsh", f"guess {number}") is None
    assert len(looked) == LOCKED
    with pytest.raises(Locked, match="minutes"):
        doors.admitted("ida marsh ", WORDS)
    now[0] += LOCK
    assert doors.admitted("Ida Marsh", WORDS) is not None


def test_who_slips_waits_a_little_and_only_they(team: Team) -> None:
    now = [0.0]
    doors = Accounts(team, lambda: now[0])
    team.add("Tom Vane", Role.READER, WORDS)
    for _ in range(FREE):
        assert doors.admitted("Tom Vane", "no") is None
    with pytest.raises(Locked, match="1 seconds"):
        doors.admitted("Tom Vane", WORDS)
    assert doors.admitted("Ida Marsh", WORDS) is not None
    now[0] += 1
    assert doors.admitted("Tom Vane", WORDS) is not None


def test_a_new_password_ends_the_lock(team: Team) -> None:
    doors = Accounts(team, lambda: 0.0)
    for _ in range(FREE):
        doors.admitted("Ida Marsh", "no")
    team.give_password("Ida Marsh", "quite another password")
    assert doors.admitted("Ida Marsh", "quite another password") is not None


def test_names_that_nobody_has_are_locked_like_others(team: Team) -> None:
    """So that a lock does not tell who has an account."""
    doors = Accounts(team, lambda: 0.0)
    for _ in range(FREE):
        assert doors.admitted("Nobody", "no") is None
    with pytest.raises(Locked):
        doors.admitted("Nobody", "no")


@pytest.mark.parametrize("change", ["role", "password", "remove", "file"])
def test_a_session_ends_with_what_it_stood_on(team: Team, change: str) -> None:
    doors = Accounts(team)
    team.add("Tom Vane", Role.EDITOR, WORDS)
    session = doors.admitted("Tom Vane", WORDS)
    assert session is not None
    assert doors.stands(session)
    beside = Team(team.file.parent)
    if change == "role":
        beside.give_role("Tom Vane", Role.READER)
    elif change == "password":
        beside.give_password("Tom Vane", "quite another password")
    elif change == "remove":
        beside.remove("Tom Vane")
    else:
        team.file.unlink()
    assert not doors.stands(session)
