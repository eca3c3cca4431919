"""What the network of claims learns from, written by hand, is in its form; what is not is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.claims.prepare import stories, written
from training.claims.reports import Report, reports

FOLDER = Path(__file__).parent.parent.parent / "training" / "claims"


@pytest.mark.parametrize("folder", ["stories", "stories/unseen"])
def test_every_claim_of_a_story_is_addressed(folder: str) -> None:
    for story in stories(FOLDER / folder):
        addressed = {number for _, marked in story["said"] for number in marked}
        assert addressed == set(story["claims"]), story["title"]


def test_what_is_held_out_is_learnt_nowhere() -> None:
    told = {words for one in stories(FOLDER / "stories") for words, _ in one["said"]}
    told |= {words for block in written(FOLDER / "written") for _, words, _ in block}
    held_out = {words for one in stories(FOLDER / "stories/unseen") for words, _ in one["said"]}
    assert not told & held_out


@pytest.mark.parametrize("folder", ["reports", "reports/unseen"])
def test_every_story_of_reports_has_claims_and_what_addresses_them(folder: str) -> None:
    for story in reports(FOLDER / folder):
        lines = [line for document in story.documents for line in document.lines]
        addressed = {number for line in lines for number in line.stances}
        assert addressed == set(story.claims), story.title
        assert sum(not line.stances for line in lines) > len(lines) / 2, story.title


def test_reports_that_are_held_out_are_learnt_nowhere() -> None:
    def lines(story: Report) -> set[str]:
        every = (line for document in story.documents for line in document.lines)
        # "Dear Sir or Madam," may stand in any.
        return {line.words for line in every if len(line.words.split()) > 5}

    told = set().union(*(lines(story) for story in reports(FOLDER / "reports")))
    held_out = set().union(*(lines(story) for story in reports(FOLDER / "reports/unseen")))
    assert not told & held_out


@pytest.mark.parametrize(
    ("line", "what"),
    [("9+ | She sold it.", "no such claim"), ("She sold it.", "stands in no document")],
)
def test_a_line_of_a_report_that_is_wrong_is_named(tmp_path: Path, line: str, what: str) -> None:
    opens = "## The Skarn Post, 2021-02-03\n" if "9+" in line else ""
    (tmp_path / "one.txt").write_text(f"= The bell\n1 Ida sold the bell.\n{opens}{line}\n", "utf-8")
    with pytest.raises(ValueError, match=rf"one\.txt, line \d: .*{what}"):
        reports(tmp_path)


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (": 9+ | She sold it.", "no such claim"),
        (": 1! | She sold it.", "not signs"),
        (": 1+ She sold it.", "not signs"),
        ("She sold it.", "nothing that a story has"),
    ],
)
def test_a_line_that_is_wrong_is_named(tmp_path: Path, line: str, what: str) -> None:
    (tmp_path / "one.txt").write_text(f"= The bell\n1 Ida sold the bell.\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=rf"one\.txt, line 3: .*{what}"):
        stories(tmp_path)
