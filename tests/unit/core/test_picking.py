"""Words that a person chose are found where they stand, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.core.entered import DateBound
from onrecord.core.errors import WrongUse
from onrecord.core.picking import pick
from onrecord.core.spans import Span

TEXT = "The log was wet, said Marr.\nThe clerk said  that\nthe log was wet."
WORDS = st.text(alphabet="ab \n@-1é𝒳", min_size=1, max_size=60)


@given(WORDS, st.data())
def test_any_words_of_a_text_are_found_by_their_place(text: str, data: st.DataObject) -> None:
    """Whatever characters they are; the place is theirs without the white space around them."""
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    if not span.of(text).strip():
        with pytest.raises(WrongUse):
            pick(f"@{span}", text)
        return
    found = pick(f"@{span} {span.of(text)}", text)
    assert found == span.trimmed(text) == pick(f"@{span}", text)


@given(WORDS.filter(lambda words: "@" not in words), WORDS)
def test_what_is_found_by_its_words_has_them(chosen: str, text: str) -> None:
    """White space aside; or a line says that it stands nowhere, or where it stands."""
    try:
        found = pick(chosen, text)
    except WrongUse:
        return
    assert found.of(text).split() == chosen.split()


def test_a_place_that_is_near_goes_before_others_only_where_it_is_the_only_one() -> None:
    """The first list of stretches that has the words decides; nothing is guessed in it."""
    here, there = Span(0, 27), Span(28, len(TEXT))
    assert pick("said", TEXT, near=[(there,)]).of(TEXT) == "said"
    assert pick("said", TEXT, near=[(there,)]).start > 27
    assert pick("said that the", TEXT) == Span(38, 52)
    assert pick("log was wet", TEXT, nth=2).start > 27
    with pytest.raises(WrongUse, match="stands 2 times there: at @4-15, @"):
        pick("log was wet", TEXT, near=[(here, there)])
    with pytest.raises(WrongUse, match="stands 2 times there, not 3"):
        pick("log was wet", TEXT, nth=3)
    with pytest.raises(WrongUse, match="no words were chosen"):
        pick("  ", TEXT)


def test_a_bound_reaches_from_or_to_the_right_end_of_a_date() -> None:
    """By April ends with it, before April the day before; about April is no bound."""
    april = When.of("2024-04")
    told = {bound: bound.of(april).edtf for bound in DateBound}
    assert told == {
        DateBound.ON: "2024-04",
        DateBound.ABOUT: "2024-04~",
        DateBound.BEFORE: "../2024-03-31",
        DateBound.BY: "../2024-04-30",
        DateBound.SINCE: "2024-04-01/..",
        DateBound.AFTER: "2024-05-01/..",
    }


@given(st.dates().map(When.on), st.sampled_from(DateBound))
def test_every_bound_is_a_date_or_says_that_there_is_none(day: When, bound: DateBound) -> None:
    """The first and the last day of the calendar have nothing before and after them."""
    try:
        made = bound.of(day)
    except WrongUse:
        assert day.edtf in ("0001-01-01", "9999-12-31")
        return
    if bound in (DateBound.BEFORE, DateBound.AFTER):
        assert not made.may_be(day)
    else:
        assert made.may_be(day)


@pytest.mark.parametrize("edtf", ["2024-01/..", "../2024"])
def test_an_open_end_bounds_nothing(edtf: str) -> None:
    """What has no end cannot be the last day of anything."""
    bound = DateBound.BY if edtf.endswith("..") else DateBound.SINCE
    with pytest.raises(WrongUse, match="cannot be put as"):
        bound.of(When.of(edtf))
