"""Entering by hand on the command line: words in, one line back, and errors that say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import Run, command_line, rows
from hand_reader import story_case

from once import Once


@pytest.fixture
def run(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, once: Once
) -> Run:
    return command_line(
        capfd, monkeypatch, tmp_path, columns=80, case="case", begun=once(story_case)
    )


def test_a_statement_is_entered_mended_and_taken_back(run: Run) -> None:
    """What is on record now, with whose it is, in three lines; a script gets it as JSON."""
    words = ("--content", "of ice", "--speaker", "the mate", "--cue", "warned")
    code, out, err = run("enter", "statement", "story.txt", *words, "--because", "left out",
                         "--by", "ida", "--nth", "1")  # fmt: skip
    assert (code, err) == (0, "")
    assert out.startswith("On record: enter statement sta_")
    assert "entered by hand by ida" in out.replace("\n", " ")
    assert "“of ice”" in out
    listed = next(one for one in rows(run, "statements") if one["entered_by"] == "ida")
    assert listed["speaker"] == "the mate"
    (made,) = rows(run, "enter", "statement", "story.txt", "--content", "of ice", "--because",
                   "a doubt", "--act", "doubts", "--instead", listed["id"])  # fmt: skip
    assert made["verb"] == "enter"
    assert listed["id"] in made["about"]
    assert [one["act"] for one in rows(run, "statements") if one["entered_by"]] == ["doubts"]
    assert run("undo", made["id"], "--because", "no")[0] == 0
    assert listed in rows(run, "statements")
    assert run("verify")[0] == 0


def test_a_mention_and_a_date_are_entered(run: Run) -> None:
    """A description is given to somebody the case knows; words to days, with a bound."""
    code, _, err = run("enter", "mention", "story.txt", "the ministry", "--new-actor",
                       "Ministry of Harbours", "--kind", "public-body", "--because",
                       "it is")  # fmt: skip
    assert (code, err) == (0, "")
    assert "Ministry of Harbours" in {one["name"] for one in rows(run, "actors")}
    code, _, err = run("enter", "date", "story.txt", "it did not respond", "2026-02", "--bound",
                       "before", "--because", "it had a month", "--by", "ida")  # fmt: skip
    assert (code, err) == (0, "")
    (row,) = [one for one in rows(run, "timeline") if one["entered_by"]]
    assert (row["when"], row["entered_by"]) == ("../2026-01-31", "ida")
    assert "entered by hand by ida" in run("timeline")[1].replace("\n", " ")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (("statement", "story.txt", "--content", "the moon"), "does not stand in the document"),
        (("statement", "story.txt", "--content", "wheel"), "stands 2 times there: at @"),
        (("statement", "story.txt", "--content", "wheel", "--nth", "3"), "stands 2 times there"),
        (("statement", "nothing.txt", "--content", "wheel"), "nothing here is called nothing.txt"),
        (("mention", "story.txt", "@5-5"), "there are no words at @5-5"),
        (("mention", "story.txt", "@0-5 Pirat"), "at @0-5 stands “Pilot”, not “Pirat”"),
        (("mention", "story.txt", "the ministry", "--actor", "Vale"), "nobody in the case"),
        (("date", "story.txt", "of ice", "the ides"), "the ides"),
        (("date", "story.txt", "of ice", "2024-01/..", "--bound", "by"), "cannot be put as 'by'"),
    ],
)
def test_what_cannot_be_entered_is_told_in_one_line(
    run: Run, told: tuple[str, ...], says: str
) -> None:
    """What is wrong and what would do; nothing is written."""
    head = run("log")[1]
    code, out, err = run("enter", *told, "--because", "why")
    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1
    assert run("log")[1] == head
