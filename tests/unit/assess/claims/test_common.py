"""How much two sentences have in common, against what the whole story speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.assess.claims.cast import said

from onrecord.assess.claims.checkable import is_checkable, puts_forward
from onrecord.assess.claims.common import Common, spoken_of


def _told(*sentences: str) -> Common:
    common = Common()
    for one in sentences:
        common.meet(one)
    return common


def test_words_of_the_whole_story_weigh_little() -> None:
    """Two sentences that share only what every sentence speaks of have little in common."""
    story = _told(*(f"The ferries of line {number} were repaired" for number in range(40)))
    same = story.share("The ferries ran without pilots", "Ferries had run without any pilots")
    other = story.share("The ferries ran without pilots", "The ferries were painted in spring")
    assert same > 2 * other


@given(st.lists(st.text(max_size=30), max_size=8), st.text(max_size=30), st.text(max_size=30))
def test_a_share_is_of_both_and_between_nothing_and_all(
    told: list[str], one: str, other: str
) -> None:
    """It is the same from either side, and a sentence has all in common with itself."""
    common = _told(*told)
    share = common.share(one, other)
    assert 0 <= share <= 1 + 1e-9
    assert share == pytest.approx(common.share(other, one))
    assert common.share(one, one) in (pytest.approx(1), 0.0)


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("The ferry sank on Monday", True),
        ("Where the money had gone", False),
        ("To have been sold abroad again", False),
        ("Was the ferry sold?", False),
        ("# Notes from the second hearing", False),
        ("On the night of 3 May the pilot saw a light", True),
        ("Three ferries", False),
    ],
)
def test_questions_and_pieces_put_nothing_forward(words: str, does: bool) -> None:
    """A claim is of something that is so or not."""
    assert puts_forward(words) is does


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("Missing crates to the harbour master", False),
        ("Himself satisfied that the crates were tea", False),
        ("Tal Orven sells crates of old tea", True),
        ("The harbour master knows about the crates", True),
    ],
)
def test_a_claim_has_somebody_and_a_verb(words: str, does: bool) -> None:
    row = said("Mara Quill", words)
    assert is_checkable(row) is does


@pytest.mark.parametrize(
    ("words", "some"),
    [("Yes, so it would appear", 0), ("Might have been the case.", 0), ("The ferry sank", 2)],
)
def test_small_words_speak_of_nothing(words: str, some: int) -> None:
    """Whoever only agrees puts nothing forward by that."""
    assert spoken_of(words) == some
