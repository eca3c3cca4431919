"""Origins, quotations and versions through the commands, and what a later day does not change."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from command_line import Run, carry_out, command_line

from once import Once

NOTICE = """HARROW WATER BOARD

Ida Marr, chief executive of the Harrow Water Board, said: "No gate on the river was left open in
the night, and nobody has been asked to leave. We have read every log of that week."
"""
ECHO = """Board says its gates were shut

Ida Marr, chief executive of the Harrow Water Board, said: "No gate on the river was left open."

The Echo understands that the clerk who kept the log is Bram Vale.
"""
LATER = ECHO.replace("Bram Vale", "a man of 40").replace("its gates", "the gates")
ADDRESS = "https://echo.invalid/gates"


def notice_and_versions(folder: Path) -> None:
    carry_out(folder, ("new", "case"))
    for name, words, outlet, had in (
        ("notice.txt", NOTICE, "Harrow Water Board", "2021-03-01"),
        ("echo.txt", ECHO, "The Harrow Echo", "2021-03-02"),
        ("later.txt", LATER, "The Harrow Echo", "2021-03-04"),
    ):
        (folder / name).write_text(words)
        at = () if outlet.endswith("Board") else ("--address", ADDRESS)
        published = "2021-03-01" if outlet.endswith("Board") else "2021-03-02"
        told = ("--outlet", outlet, "--published", published, "--retrieved", had, *at)
        carry_out(folder, ("add", name, *told, "--case", "case"))


@pytest.fixture
def run(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, once: Once
) -> Run:
    """Carry out one command on a case with a notice and two versions of a report of it."""
    return command_line(
        capfd, monkeypatch, tmp_path, columns=100, case="case", begun=once(notice_and_versions)
    )


def rows(run: Run, *arguments: str) -> list[dict[str, str]]:
    code, out, err = run(*arguments, "--format", "csv")
    assert code == 0, err
    return list(csv.DictReader(io.StringIO(out)))


def test_a_report_stands_below_the_notice_it_quotes_and_its_version_below_it(run: Run) -> None:
    """Each with the words of its own that show it."""
    shown = run("origins")[1]
    assert "The Harrow Echo, 2021-03-02, version 1 quotes Harrow Water Board, 2021-03-01" in shown
    kinds = {(row["kind"], row["depth"]) for row in rows(run, "origins")}
    assert {("quotation", "1"), ("version", "2")} <= kinds
    quotation = next(row for row in rows(run, "origins") if row["kind"] == "quotation")
    words = quotation["attributed words"]
    assert words.endswith("“No gate on the river was left open”")
    at = slice(int(quotation["start"]), int(quotation["end"]))
    assert ECHO[at] == "No gate on the river was left open"


def test_a_quotation_is_shown_beside_the_fullest_and_what_it_leaves_out(run: Run) -> None:
    """With whose words they are, in the table, as CSV and as JSON."""
    cut = rows(run, "quotes", "--drift", "cut")
    assert cut[0]["attributed wording"].startswith("Ida Marr")
    assert "[-in the night, and nobody has been asked to leave.-]" in cut[0]["difference"]
    assert not rows(run, "quotes", "--drift", "altered")
    found = json.loads(run("quotes", "--format", "json")[1])
    assert found[0]["fullest"]["attributed"].startswith("Ida Marr")


def test_what_a_page_no_longer_has_is_said_and_marked_but_not_before_it_was_known(run: Run) -> None:
    """The later clock changes the answer; the earlier day's answer stays what it was."""
    before = [row["attributed before"] for row in rows(run, "versions")]
    assert any("Bram Vale" in words for words in before)
    assert {row["edit"] for row in rows(run, "versions")} == {"reworded"}
    assert "the page does not say so, and both bear the same day" in run("versions")[1]
    mark = "no longer in the page as of 2021-03-04"
    assert mark in run("statements", "--format", "csv")[1]
    assert mark not in run("statements", "--known", "2021-03-03", "--format", "csv")[1]
    assert rows(run, "versions", "--known", "2021-03-03") == []
    assert "no page is on record in two versions" in run("versions", "--known", "2021-03-03")[2]


def test_what_was_remembered_is_what_is_worked_out_anew(run: Run) -> None:
    """The second answer, from memory, is the first; a new document makes another."""
    for command in ("origins", "quotes", "versions"):
        assert run(command, "--format", "json") == run(command, "--format", "json")
    before = rows(run, "quotes")
    Path("third.txt").write_text(f"Another report\n\n{NOTICE}")
    assert run("add", "third.txt", "--published", "2021-03-05")[0] == 0
    assert len(rows(run, "quotes")) > len(before)


@pytest.mark.parametrize("command", ["origins", "quotes", "versions"])
def test_a_source_that_is_none_is_one_clear_line(run: Run, command: str) -> None:
    """No traceback, and what would help."""
    code, _, err = run(command, "--source", "src_none")
    assert code == 2
    assert err.startswith("onrecord: nothing here is called src_none")
