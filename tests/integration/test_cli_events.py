"""What happened, through the commands: events, and proceedings with how they ended, as told."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run, carry_out, command_line, rows

from once import Once
from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.vocabulary import AsOf

ONE = """Ivo Marrin and Tom Pell were arrested on 3 March 2024.

On 11 March 2024 the Crown Office charged Ivo Marrin and Tom Pell with disclosing ledgers under
section 4 of the Harbour Offices Act 1922.

Ada Vale, their lawyer, said that the trial had been due to start in October 2024.
"""
TWO = """The Crown Office dropped the charges against Ivo Marrin and Tom Pell on 30 August 2024.

Sam Quill, the director of public prosecutions, said the evidence no longer met the evidential
test because a witness had withdrawn.

Ada Vale denied that Tom Pell had met anyone from the company.
"""


def two_reports(folder: Path) -> None:
    carry_out(folder, ("new", "case"))
    for name, words, day in (("one.txt", ONE, "2024-03-12"), ("two.txt", TWO, "2024-09-02")):
        whole = "\n\n".join(" ".join(part.split()) for part in words.split("\n\n"))
        (folder / name).write_text(whole)
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


def test_every_event_stands_with_whose_words_it_is(run: Run) -> None:
    """A denied meeting is shown as denied, and by whom."""
    code, out, _ = run("events", "--kind", "meeting")
    assert code == 0
    assert "meeting (denied)" in out
    assert "Ada Vale (denied; two.txt, 2024-09-02)" in " ".join(out.split())


def test_one_proceeding_out_of_two_papers_reads_as_dropped(run: Run) -> None:
    """Its steps are in order of time; its end says who tells it."""
    (row,) = rows(run, "proceedings")
    kinds = [step["kind"] for step in row["steps"]]
    assert kinds[:3] == ["arrest", "charge", "discontinuance"]
    assert row["ending"]["how"] == "discontinued"
    assert row["laws"] == ["section 4 of the Harbour Offices Act 1922"]
    assert row["because"] == ["two.txt, 2024-09-02: both are about Ivo Marrin and Tom Pell"]


def test_before_the_end_the_charge_stands_open_on_both_clocks(run: Run) -> None:
    """Neither as things were in June, nor as the case knew them then, was it over."""
    for clock in (("--as-of", "2024-06-01"), ("--known", "2024-06-01")):
        (row,) = rows(run, "proceedings", *clock)
        assert row["ending"] is None, clock


def test_from_an_actor_to_how_his_case_ended(run: Run, tmp_path: Path) -> None:
    """From Python: whoever is shown with a charge can be shown with its end."""
    del run
    with Case.open(tmp_path / "case") as case:
        (marrin,) = [one for one in case.actors() if one.name == "Ivo Marrin"]
        (now,) = case.events().about(actor=marrin.id)
        (then,) = case.events(AsOf(valid=When.of("2024-06-01"))).about(actor=marrin.id)
        (told,) = [s.statement for s in now.steps if s.statement is not None]
        assert case.events().about(statement=told.id) == [now]
    assert now.ending is not None
    assert now.ending.attributed().startswith("told to have ended: discontinued, 2024-08-30")
    assert then.ending is None


def test_a_finding_that_a_text_tells_is_there_for_a_test(run: Run, tmp_path: Path) -> None:
    """No longer met, with its reason and who reports it."""
    del run
    with Case.open(tmp_path / "case") as case:
        (found,) = case.tests().told
    assert found.found.value == "no longer met"
    assert found.reason == "a witness had withdrawn"
    assert found.attributed().startswith("Sam Quill")


def test_the_pages_of_people_and_the_page_of_proceedings_say_how_it_ended(
    run: Run, tmp_path: Path
) -> None:
    """No page shows a charge without its end."""
    assert run("dossier", "pages")[0] == 0
    page = (tmp_path / "pages" / "proceedings.html").read_text()
    assert "discontinued, 30 August 2024" in page
    people = [p.read_text() for p in (tmp_path / "pages" / "people").glob("act_*.html")]
    assert sum("told to have ended: discontinued" in one for one in people) >= 2


def test_an_unknown_kind_or_actor_gives_one_line_and_what_there_is(run: Run) -> None:
    """Bad input names the kinds, or who is near."""
    code, _, err = run("events", "--kind", "miracle")
    assert code == 2
    assert "kinds: step, arrest" in err
    code, _, err = run("proceedings", "--actor", "Nobody Such")
    assert code in (1, 2)
    assert "Traceback" not in err
