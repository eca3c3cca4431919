"""How much two sentences have in common, against what the whole story speaks of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.assess.claims.cast import said

from onrecord.assess.claims.checkable import is_checkable, puts_forward
from onrecord.assess.claims.common import YOUNG, Common, spoken_of, stems


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


def _hearing(sentences: int) -> Common:
    """Give what was met in a hearing in which one witness answers, and nearly always the same."""
    told = ("Mara Quill recalls nothing of berth", "Mara Quill thought so on day")
    return _told(*(f"{told[at % 2]} {at}" for at in range(sentences)))


def test_what_is_said_everywhere_many_sentences_have_by_chance() -> None:
    """A name and "recall" tell nothing in a long hearing; a crane that fell tells what it is of."""
    hearing = _hearing(YOUNG * 3)
    assert hearing.by_chance("Mara Quill recalls nothing of that") > YOUNG / 3
    assert hearing.by_chance("Mara Quill recalls that the crane fell") < 1


def test_only_what_both_say_is_asked_for() -> None:
    """Two sentences that tell much, and share the witness alone, share what is said everywhere."""
    hearing, fell = _hearing(YOUNG * 3), "Mara Quill saw that the crane fell"
    assert hearing.by_chance(fell, "Mara Quill had painted the harbour wall") > YOUNG
    assert hearing.by_chance(fell, "The crane of Mara Quill fell") < 1


def test_the_words_of_one_name_are_no_more_than_its_rarest() -> None:
    """Whoever is called by two names is not told of twice."""
    hearing, quill = _hearing(YOUNG * 3), stems("Quill")
    assert hearing.by_chance("Mara Quill") == hearing.by_chance("Mara") > hearing.by_chance("Vale")
    assert hearing.by_chance("Mara Quill", but=quill) == hearing.by_chance("Mara")


def test_in_a_young_case_nothing_is_said_everywhere() -> None:
    """Of the first sentences a story keeps coming back to the same, in other words."""
    assert _hearing(YOUNG).by_chance("Mara Quill recalls nothing of berth") == 0


@given(st.text(max_size=30), st.text(max_size=30))
def test_the_fewer_words_the_more_sentences_have_them(one: str, other: str) -> None:
    hearing = _hearing(YOUNG + 200)
    whole = hearing.by_chance(one)
    assert whole <= hearing.by_chance(one, other) <= 200
    assert hearing.by_chance(one, one) == whole <= hearing.by_chance(one, but=stems(other))


@pytest.mark.parametrize(
    ("words", "does"),
    [
        ("The ferry sank on Monday", True),
        ("Where the money had gone", False),
        ("To have been sold abroad again", False),
        ("Was the ferry sold?", False),
        ("And could we have page 4 of the log on the screen", False),
        ("If we go back to the log of the ferry, please.", False),
        ("The mate could we know read the log", True),
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
