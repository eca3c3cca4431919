"""The timeline and an actor's posts on a terminal: drawn no firmer than the words, never unsaid."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Run, carry_out, command_line

from once import Once

STORY = """Ida Morrow passed the survey papers to Lena Oduya on 9 April 2024.

Rhona Tull said that Sam Pell was the harbour master until 2019.

Lena Oduya, mayor of Oxlow since May 2021, asked the Harbour Board to publish at least 34 reports.
"""


def one_report(folder: Path) -> None:
    (folder / "story.txt").write_text(STORY)
    told = ("--published", "2024-05-16", "--retrieved", "2024-05-16")
    carry_out(folder, ("new", "case"), ("add", "story.txt", *told, "--case", "case"))


@pytest.fixture
def run(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, once: Once
) -> Run:
    """Carry out one command, 80 columns wide, on a case that holds one report."""
    return command_line(
        capfd, monkeypatch, tmp_path, columns=80, case="case", begun=once(one_report)
    )


def rows(run: Run, *arguments: str) -> list[dict[str, Any]]:
    code, out, err = run(*arguments, "--format", "json")
    assert code == 0, err
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_dates_are_drawn_in_eighty_columns_no_firmer_than_they_are(run: Run) -> None:
    """A day, something open, and a key to the marks; whose words they are beside each."""
    code, out, err = run("timeline")
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    lines = out.splitlines()
    day = next(n for n, line in enumerate(lines) if line.startswith("2024-04-09"))
    assert "●" in lines[day + 1]
    assert "story.txt, 2024-05-16 writes" in out
    assert "? not known" in err


def test_the_timeline_is_filtered_by_who_what_standing_and_when(run: Run) -> None:
    """Who takes part in a passing is found by name; a row without a standing has none."""
    every = rows(run, "timeline")
    assert {"published", "in the text", "passed"} <= {row["kind"] for row in every}
    passed = rows(run, "timeline", "--actor", "Ida Morrow", "--kind", "passed")
    assert [(row["told"], row["standing"]) for row in passed] == [("told as done", "asserted")]
    assert rows(run, "timeline", "--standing", "denied") == []
    assert rows(run, "timeline", "--from", "2024-05", "--kind", "passed") == []
    assert len(rows(run, "timeline", "--to", "2024-04", "--kind", "passed")) == 1
    assert rows(run, "timeline", "--source", every[0]["source"]) == every


def test_wrong_filters_are_told_in_a_line(run: Run) -> None:
    """Nobody of that name, no such date, no such kind."""
    for arguments, words in (
        (("--actor", "Nobody Known"), "no actor on record is called Nobody Known"),
        (("--from", "the ides"), "the ides"),
    ):
        code, _, err = run("timeline", *arguments)
        assert code != 0
        assert words in err
        assert "Traceback" not in err
    assert "there is: in the text" in run("timeline", "--kind", "wedding")[2]


def test_a_post_that_somebody_tells_of_is_never_the_sources_own_word(run: Run) -> None:
    """In the table, in each format, in full, and in an answer."""
    (told,) = rows(run, "tenures", "--actor", "Sam Pell")
    assert told["statement"]["speaker"].startswith("Rhona Tull")
    _, out, _ = run("tenures", "--actor", "Sam Pell")
    assert "Rhona Tull (said" in " ".join(out.split())
    _, out, _ = run("tenures", "--format", "csv")
    (row,) = [one for one in csv.DictReader(io.StringIO(out)) if one["holder"] == "Sam Pell"]
    assert row["told by"].startswith("Rhona Tull (said")
    assert row["statement"] == told["statement"]["id"]
    assert "Rhona Tull (said" in run("show", told["id"])[1]
    for day in ("2018-01-01", "2023-01-01"):
        _, out, err = run("was", "Sam Pell", "harbour master", "--on", day)
        assert "not known" in out
        assert "Rhona Tull" in out + err


def test_an_actors_posts_are_drawn_as_a_strip(run: Run) -> None:
    """From its first month to the day of the source, where it is open."""
    code, out, err = run("tenures", "--actor", "Lena Oduya")
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    assert "May 2021" in out
    assert "━┃▸" in out
    assert "┃ attested" in err
    assert "━" not in run("tenures")[1]


def test_a_flow_a_quantity_and_a_question_are_shown_in_full(run: Run) -> None:
    """By the beginning of an id, with the words and whose they are."""
    (flow,) = rows(run, "flows")
    quantity = next(r for r in rows(run, "quantities") if r["number"] == 34)
    (question,) = rows(run, "questions")
    for identifier, words in (
        (flow["hops"][0]["id"], "asserted"),
        (quantity["id"], "at least 34 reports"),
        (question["id"], "asked by"),
    ):
        code, out, err = run("show", identifier[:12])
        assert code == 0, err
        assert words in out
        assert "characters" in out


def test_what_is_told_to_have_happened_stands_with_how_it_is_told_to_have_ended(
    run: Run, tmp_path: Path
) -> None:
    """No charge without its end; and in full by its id."""
    words = "Sam Pell was charged with theft on 3 May 2024. The charge was dropped on 9 May 2024.\n"
    (tmp_path / "court.txt").write_text(words)
    told = ("--published", "2024-05-16", "--retrieved", "2024-05-16")
    assert run("add", "court.txt", *told)[0] == 0
    (charge,) = rows(run, "timeline", "--actor", "Sam Pell", "--kind", "charge")
    assert (charge["told"], charge["when"][:10]) == ("told as done", "2024-05-03")
    assert charge["ended"].startswith("told to have ended")
    assert "told to have ended" in " ".join(run("timeline", "--kind", "charge")[1].split())
    code, out, err = run("show", charge["id"])
    assert code == 0, err
    assert "how it ended" in out
