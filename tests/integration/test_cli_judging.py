"""Judging on the command line: what is said back, what is refused, and that all fits 80 columns."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hand_reader import story_case

from once import Once
from onrecord.faces.cli.main import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, once: Once
) -> Run:
    """Carry out a command in a case with the story; `typed` is what is typed meanwhile."""
    shutil.copytree(once(story_case), tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path / "case")
    monkeypatch.setenv("COLUMNS", "80")

    def _run(*arguments: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = main(list(arguments))
        out, err = capfd.readouterr()
        return code, out, err

    return _run


def rows(run: Run, *arguments: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(run(*arguments, "--format", "json")[1])
    return found


def test_a_judgement_is_given_listed_and_taken_back(run: Run) -> None:
    """What is on record now, and how to take it back, in two lines; the log keeps both."""
    said = rows(run, "statements")[0]["id"]
    code, out, _ = run("judge", "reject", said[:12], "--because", "a caption", "--by", "ida")
    assert (code, out.split("\n")[0]) == (0, f"On record: reject statement {said[:12]}.")
    made = out.split("'")[1].split()[-1]
    assert said not in {row["id"] for row in rows(run, "statements")}
    assert [row["id"] for row in rows(run, "statements", "--rejected")] == [said]
    listed = run("judgements")[1]
    assert "a caption" in listed
    assert "Lena Oduya" in listed
    assert all(len(line) <= 80 for line in listed.split("\n"))
    assert run("undo", made, "--because", "it was speech")[0] == 0
    assert said in {row["id"] for row in rows(run, "statements")}
    assert rows(run, "judgements") == []
    log = run("log")[1]
    assert "it was speech" in log
    assert "takes back" in log


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("judge", "confirm", "sta_nil", "--because", "x"), "nothing here is called sta_nil"),
        (("judge", "grade", "src_", "G", "--because", "x"), "one of: A, B, C, D, E, F"),
        (("judge", "confirm", "rep_"), "--because says why"),
        (("judge", "place", "clm_0", "sta_", "asserts", "--because", "x"), "clm_0"),
        (("hypotheses", "rate", "rep_", "H1", "--because", "x"), "write H1=C"),
        (("undo", "jdg_0"), "nothing here is called jdg_0"),
        (("audit", "--kind", "rumours"), "one of: statements"),
    ],
)
def test_what_makes_no_sense_is_one_line(run: Run, arguments: tuple[str, ...], told: str) -> None:
    """Exit code 2, one line, nothing written."""
    before = rows(run, "log")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert told in err
    assert err.count("\n") == 1
    assert rows(run, "log") == before


def test_hypotheses_are_added_rated_and_laid_out(run: Run) -> None:
    """Two persons side by side in 80 columns, and what matters most to each."""
    for words in ("It broke", "It was cut"):
        run("hypotheses", "add", words, "--because", "it is open", "--by", "ed")
    reply = rows(run, "replies")[0]["id"]
    run("hypotheses", "rate", reply, "H1=II", "H2=C", "--because", "why else", "--by", "ed")
    run("hypotheses", "rate", reply, "H1=c", "H2=neutral", "--because", "so", "--by", "ida")
    code, out, err = run("hypotheses")
    assert (code, err) == (0, "")
    assert all(len(line) <= 80 for line in out.split("\n"))
    assert "Least contradicted: H2 before H1" in " ".join(out.split())
    assert "ida: no single row decides the order" in " ".join(out.split())
    assert "It broke (supposed by ed" in out


def test_an_audit_takes_keys_and_goes_on_where_it_was_left(run: Run) -> None:
    """Three keys and the end of the input; the next run asks for the rest alone."""
    code, out, err = run("audit", "--kind", "statements", "-n", "4", typed="r\nx\nw\nu\n")
    assert code == 0
    assert "'x' is none of r, w, u, s, q" in err
    assert "50% right (1 of 2" in " ".join(out.split())
    out = run("audit", "--kind", "statements", "-n", "4", typed="s\n")[1]
    assert out.count("read as:") == 1
    (row,) = rows(run, "audit", "--results")
    assert (row["right"], row["wrong"], row["unsure"]) == (1, 1, 1)


def test_reading_again_shows_first_and_a_brief_fits_a_page(run: Run) -> None:
    """Nothing changes without --apply; a brief is sixty lines at most."""
    before = rows(run, "statements")
    code, out, _ = run("reread")
    assert code == 0
    assert "Nothing was changed" in out
    assert rows(run, "statements") == before
    assert run("reread", "--apply", "--because", "newer")[0] == 0
    assert rows(run, "statements") != before
    assert "every text was read by the present reader" in run("reread")[1]
    assert run("undo")[0] == 0
    assert rows(run, "statements") == before
    code, out, _ = run("brief")
    assert code == 0
    assert out.count("\n") < 60
    assert all(word in out for word in ("CONTESTED", "CHANGED SINCE", "OPEN"))
