"""What passed, through the commands: flows with standing, paths with their weakest hop."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from command_line import Run, carry_out, command_line, rows

from once import Once
from onrecord.case import Case

ONE = """Ida Morrow told the inquiry that Ivo Marrin passed the survey papers to Tom Pell
on a memory stick in March 2022.

Tom Pell denied that he had received the survey papers from Ivo Marrin.

Prosecutors allege that Tom Pell handed the survey papers to a courier.

That courier is understood to be Sam Quill.

Lena Oduya planned to sell the survey papers to Ada Vale.
"""
TWO = """Sam Quill passed the papers to Lena Oduya, Ada Vale said.
"""


def two_reports(folder: Path) -> None:
    (folder / "one.txt").write_text(ONE.replace("Pell\non", "Pell on"))
    (folder / "two.txt").write_text(TWO)
    carry_out(folder, ("new", "case"))
    for name, day in (("one.txt", "2024-05-01"), ("two.txt", "2024-06-01")):
        told = ("--published", day, "--retrieved", day, "--case", "case")
        carry_out(folder, ("add", name, *told))


@pytest.fixture
def run(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, once: Once
) -> Run:
    """Carry out one command on a case that holds two reports."""
    return command_line(
        capfd, monkeypatch, tmp_path, columns=100, case="case", begun=once(two_reports)
    )


def test_every_arrow_has_its_standing_and_whose_words_it_is(run: Run) -> None:
    """Who says so and who denies it stand beside each; a plan is told by nobody as done."""
    code, out, _ = run("flows", "--format", "csv")
    assert code == 0
    told = {
        (row["giver"], row["taker"], row["told by"]): row
        for row in csv.DictReader(io.StringIO(out))
    }
    said = told["Ivo Marrin", "Tom Pell", "Ida Morrow"]
    assert (said["standing"], said["means"], said["when"], said["told as"]) == (
        "disputed", "on a memory stick", "2022-03", "told as done",
    )  # fmt: skip
    assert told["Ivo Marrin", "Tom Pell", "Tom Pell"]["told as"] == "denied"
    assert told["Tom Pell", "a courier", "Prosecutors"]["told as"] == "alleged"
    assert told["Lena Oduya", "Ada Vale", "Lena Oduya"]["standing"] == "unaddressed"
    assert all(row["attributed words"] for row in told.values())
    table = run("flows")[1]
    assert "told as done by Ida Morrow; denied by Tom Pell; Tom Pell is one of the two" in table
    assert "Ida Morrow (said; one.txt, 2024-05-01)" in table


def test_a_path_names_its_weakest_hop_and_what_it_holds_only_if(run: Run) -> None:
    """Through an identity claim it is conditional on it, and says whose claim it is."""
    (found,) = rows(run, "paths", "Ivo Marrin", "Lena Oduya")
    (path,) = found["paths"]
    assert len(path["steps"]) == 4
    assert path["weakest"] == 2
    assert path["why"].startswith("it holds only if a courier is Sam Quill: nobody named")
    assert len(path["conditions"]) == 1
    code, out, err = run("paths", "Ivo Marrin", "Sam Quill")
    assert code == 0
    assert "weakest: step 3" in out
    assert "1 arrow that nobody tells as done or alleged was left out" in err
    assert run("paths", "Lena Oduya", "Ada Vale")[1] == ""
    assert "unaddressed" in run("paths", "Lena Oduya", "Ada Vale", "--unsaid")[1]
    cells = list(
        csv.DictReader(io.StringIO(run("paths", "Ivo Marrin", "Sam Quill", "--format", "csv")[1]))
    )
    assert [row["weakest"] for row in cells] == ["", "", "yes"]


def test_both_clocks_and_an_undo_bound_what_is_on_record(run: Run) -> None:
    """Known by May: not what June's paper told; so by 2021: not the hop of 2022."""
    assert len(rows(run, "flows")) == 4
    assert len(rows(run, "flows", "--known", "2024-05-31")) == 3
    assert rows(run, "flows", "--known", "2024-04-30") == []
    by = {day: rows(run, "flows", "--as-of", day)[0]["standing"] for day in ("2021", "2022")}
    assert by == {"2021": "denied", "2022": "disputed"}
    assert rows(run, "paths", "Ivo Marrin", "Lena Oduya", "--known", "2024-05-31")[0]["paths"] == []
    (source,) = {row["hops"][0]["source"] for row in rows(run, "flows", "--actor", "Sam Quill")}
    assert len(rows(run, "flows", "--source", source)) == 1
    assert run("undo")[0] == 0
    assert len(rows(run, "flows")) == 3
    assert run("verify")[0] == 0


def test_who_is_not_on_record_or_is_one_is_told_in_a_line(run: Run) -> None:
    """A name near to one on record is offered; nobody passes to himself."""
    code, _, err = run("paths", "Ivo Marin", "Tom Pell")
    assert code != 0
    assert err.count("\n") == 1
    assert "near to it: “ivo marrin”" in err
    code, _, err = run("paths", "Tom Pell", "Pell")
    assert (code, err.count("\n")) == (2, 1)


def test_a_case_answers_many_questions_on_one_reading_of_the_record(
    run: Run, tmp_path: Path
) -> None:
    """From Python: the same arrows and paths."""
    with Case.open(tmp_path / "case") as case:
        flows = case.flows()
        assert [arrow.title for arrow in flows.of(actor="Sam Quill")] == ["Sam Quill → Lena Oduya"]
        assert flows.paths("Tom Pell", "Sam Quill").paths[0].title == (
            "Tom Pell → a courier ≟ Sam Quill"
        )
