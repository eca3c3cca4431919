"""What is claimed, through the commands: standing with its reasons, changes, as of both clocks."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from command_line import Run, carry_out, command_line, rows

from once import Once
from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.vocabulary import AsOf, Standing

PAPERS = {
    "one.txt": (
        "2024-05-01",
        "Ida Morrow said that Tom Pell sold the harbour maps to a courier in March 2022.\n\n"
        "Tom Pell declined to comment.\n",
    ),
    "two.txt": (
        "2024-06-01",
        "Tom Pell denied that he had sold the harbour maps to a courier in March 2022.\n",
    ),
    "three.txt": (
        "2024-07-01",
        "Ida Morrow withdrew her claim that Tom Pell sold the harbour maps to a courier in March"
        " 2022.\n",
    ),
}


def three_reports(folder: Path) -> None:
    carry_out(folder, ("new", "case"))
    for name, (day, words) in PAPERS.items():
        (folder / name).write_text(words)
        told = ("--published", day, "--retrieved", day, "--case", "case")
        carry_out(folder, ("add", name, *told))


@pytest.fixture
def run(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, once: Once
) -> Run:
    """Carry out one command on a case that holds three reports."""
    return command_line(
        capfd, monkeypatch, tmp_path, columns=100, case="case", begun=once(three_reports)
    )


def sale(found: list[dict[str, Any]]) -> dict[str, Any]:
    (one,) = (row for row in found if "sold the harbour maps" in row["wording"])
    return one


def test_a_claim_is_listed_with_its_standing_and_who_stands_where(run: Run) -> None:
    """As of each day what had been said by then, and the wording only as a claim."""
    first = sale(rows(run, "claims", "--known", "2024-05-15"))
    then = sale(rows(run, "claims", "--known", "2024-06-15"))
    now = sale(rows(run, "claims"))
    assert [one["standing"] for one in (first, then)] == ["asserted", "disputed"]
    assert first["id"] == then["id"] == now["id"]
    assert "asserts it: Ida Morrow" in first["because"]
    assert "denies it: Tom Pell" in then["because"]
    table = run("claims", "--known", "2024-06-15")[1]
    assert "Claim (disputed; worded by the machine): “" in " ".join(table.split())
    cells = next(csv.DictReader(io.StringIO(run("claims", "--format", "csv")[1])))
    assert cells["claim"].startswith("Claim (")
    assert sale(rows(run, "claims", "--as-of", "2024-05-15"))["standing"] == "asserted"


def test_one_claim_is_shown_with_why_and_what_would_change_it(run: Run) -> None:
    """Rule, rows with whose words they are, and the nearest changes, by both clocks."""
    id = sale(rows(run, "claims", "--known", "2024-06-15"))["id"]
    code, out, _ = run("claim", id[:12], "--why", "--known", "2024-06-15")
    out = " ".join(out.split())
    assert code == 0
    assert "Why disputed: somebody asserts it, and somebody denies it, wholly or in part." in out
    assert "if Tom Pell no longer denied it: asserted" in out
    assert "Tom Pell (denied; two.txt, 2024-06-01): “" in out
    positions = list(csv.DictReader(io.StringIO(run("claim", id, "--format", "csv")[1])))
    assert [(one["who"], one["does"]) for one in positions[:3]] == [
        ("Ida Morrow", "asserts it"),
        ("Tom Pell", "declined to comment"),
        ("Tom Pell", "denies it"),
    ]
    (page,) = rows(run, "claim", id, "--why")
    assert page["why"]["cited"]


def test_changes_of_position_are_listed_since_a_day(run: Run) -> None:
    """No comment, then a denial, with both statements; nothing before the day."""
    found = list(
        csv.DictReader(
            io.StringIO(run("claims", "--changed-since", "2024-05-15", "--format", "csv")[1])
        )
    )
    moved = [(one["who"], one["before"], one["after"]) for one in found]
    assert ("Tom Pell", "declined to comment", "denies it") in moved
    assert all(one["words before"] and one["words after"] for one in found)
    assert run("claims", "--changed-since", "2025-01-01")[2].startswith("nobody is known")


def test_what_is_asked_wrongly_is_refused_in_one_line(run: Run) -> None:
    """No traceback, and what would help."""
    for arguments in (
        ("claim", "clm_ffff"),
        ("claims", "--known", "soon"),
        ("claims", "--changed-since", "2024", "--words", "maps"),
        ("claims", "--source", "src_ffff"),
    ):
        code, _, err = run(*arguments)
        assert code in (1, 2)
        assert err.startswith("onrecord: ")
        assert err.count("\n") == 1


def test_later_knowledge_never_changes_an_earlier_as_of(tmp_path: Path) -> None:
    """What a listing said as known on a day it says after everything else has come in."""
    from onrecord import intake
    from onrecord.reader import load

    days = [day for day, _ in PAPERS.values()]
    before: dict[tuple[str, str | None], object] = {}
    with Case.create(tmp_path / "case") as case:
        for name, (day, words) in PAPERS.items():
            (tmp_path / name).write_text(words)
            told = intake.Told(published=day, retrieved=day)
            case.add([tmp_path / name], reader=load("trained"), told=told)
            for known in (one for one in days if one <= day):
                for valid in (None, *days):
                    as_of = AsOf(known=known, valid=valid and When.of(valid))
                    room = case.claims(as_of)
                    shown = (room.lines, room.changed(), [room.page(row) for row in room.rows])
                    assert before.setdefault((known, valid), shown) == shown
        last = AsOf(known="2030-01-01", valid=When.of("2030-01-01"))
        assert case.claims(last).lines == case.claims().lines
        assert case.claims(last).rows == case.claims().rows


def test_undo_equals_never(tmp_path: Path) -> None:
    """A document taken in and taken back leaves the claims as if it had never come."""
    from onrecord import intake
    from onrecord.reader import load

    with Case.create(tmp_path / "case") as case:
        for name, (day, words) in PAPERS.items():
            (tmp_path / name).write_text(words)
            if name == "two.txt":
                before = case.claims().rows
            told = intake.Told(published=day, retrieved=day)
            case.add([tmp_path / name], reader=load("trained"), told=told)
        assert case.claims().rows != before
        case.take_back(because="not ours")
        case.take_back(because="not ours")
        assert case.claims().rows == before
        assert case.claims().rows[0].standing is Standing.ASSERTED
