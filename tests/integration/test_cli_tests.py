"""Tests through the commands: applied, found, shown, taken back, and seen in the dossier."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import Run, carry_out, command_line

from once import Once

APPLY = ("test", "apply", "full-code-test", "--to", "The State v Pell", "--as", "ledger",
         "--element", "taken=the ledger was taken", "--element", "knew=she knew")  # fmt: skip


def applied(folder: Path) -> None:
    words = "Ida Marr said that the ledger had not been proved to be taken.\n"
    (folder / "one.txt").write_text(words)
    here = ("--case", "case")
    carry_out(folder, ("new", "case"), ("add", "one.txt", "--published", "2024-09-30", *here))
    carry_out(folder, (*APPLY, *here))


@pytest.fixture
def run(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, once: Once
) -> Run:
    """Carry out one command on a case to which a test is applied."""
    return command_line(capfd, monkeypatch, tmp_path, columns=80, case="case", begun=once(applied))


def find(run: Run, *arguments: str) -> None:
    code, _, err = run("test", "find", *arguments, "--finder", "Ida Marr")
    assert code == 0, err


def test_a_reader_sees_which_element_fell_on_which_day_and_in_whose_words(run: Run) -> None:
    find(run, "whole", "met", "--when", "2024-04-02")
    statement = json.loads(run("statements", "--format", "json")[1])[0]["id"]
    find(run, "taken", "not met", "--when", "2024-09-30", "--statement", statement)
    shown = run("test", "show")[1]
    assert "no longer met since 2024-09-30: the ledger was taken [2]" in shown
    assert "Ida Marr (said; one.txt, 2024-09-30)" in " ".join(shown.split())
    assert "reason not stated" in shown
    assert max(map(len, shown.splitlines())) <= 80
    rows = list(csv.DictReader(io.StringIO(run("test", "show", "--format", "csv")[1])))
    states = {(row["element"], row["day"]): row["state"] for row in rows}
    assert states["taken", "2024-04-02"] == "met"
    assert states["taken", "2024-09-30"] == "no longer met"
    assert states["knew", "2024-09-30"] == "met"
    assert run("test", "show", "--as-of", "2024-05", "--format", "csv")[1].count("2024-09-30") == 0
    changed = run("test", "show", "--between", "2024-05-01", "2024-12-31")[1]
    assert "the ledger was taken" in changed
    assert "she knew" not in changed
    assert run("dossier", "pages")[0] == 0
    page = Path("pages/tests.html").read_text("utf-8")
    assert "No longer met since" in page
    assert run("verify", "pages")[0] == 0


def test_a_finding_taken_back_leaves_what_was(run: Run) -> None:
    find(run, "whole", "met", "--when", "2024-04-02")
    before = run("test", "show")[1]
    find(run, "whole", "not met", "--when", "2024-09-30")
    assert "not known" in run("test", "show")[1]
    assert run("undo")[0] == 0
    assert run("test", "show")[1] == before


def test_wrong_use_is_one_clear_line(run: Run) -> None:
    for arguments, says in (
        (("test", "apply", "nothing", "--to", "x"), "there is no standard nothing"),
        (("test", "apply", "publication", "--to", "x", "--element", "a"), "KEY=WORDS"),
        (
            (*APPLY[:3], "--to", "another", "--as", "ledger"),
            "applied to 'The State v Pell' already",
        ),
        (("test", "find", "nix", "met", "--when", "2024"), "has no element nix"),
        (("test", "find", "taken", "met", "--when", "soon"), "cannot read 'soon' as a date"),
        (("test", "show", "other"), "no test other is applied"),
    ):
        code, out, err = run(*arguments)
        assert (code, out, err.count("\n")) == (2, "", 1), err
        assert says in err


def test_one_s_own_standard_lies_in_the_case_or_is_named_by_its_path(run: Run) -> None:
    words = (
        "standard: dyke\nstages:\n  - stage: facts\n    threshold: likely\n    elements:\n"
        "      - element: breach\n        wording: the dyke was breached\n"
    )
    Path("case/standards").mkdir()
    Path("case/standards/dyke.yaml").write_text(words)
    assert "dyke" in run("test", "list", "--format", "csv")[1]
    assert run("test", "apply", "dyke", "--to", "the flood")[0] == 0
    Path("mine.yaml").write_text(words.replace("dyke", "mine", 1))
    assert run("test", "apply", "mine.yaml", "--to", "another flood")[0] == 0
    # The record keeps the standard as it read: a file that changes changes nothing.
    Path("case/standards/dyke.yaml").write_text(words.replace("breached", "mended"))
    find(run, "breach", "met", "--when", "2024", "--test", "dyke")
    assert "the dyke was breached" in run("test", "show", "dyke")[1]
    code, _, err = run("test", "show")
    assert code == 2
    assert "several tests are applied" in err
