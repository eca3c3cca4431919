"""What the network of claims learns from, written by hand, is in its form; what is not is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.claims.prepare import stories, written

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
