"""What a judgement may say, of which rows, and what several on one row come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.deciding import decided, standing
from onrecord.core.errors import WrongUse
from onrecord.core.grading import Credibility, Fit, Likelihood, Reliability
from onrecord.core.identity import RowId
from onrecord.core.vocabulary import Judgement, Verb


def say(verb: Verb, *about: str, value: str = "", because: str = "read in the print") -> str:
    return decided(verb, about, value, because)


@pytest.mark.parametrize(
    ("verb", "about", "value", "written"),
    [
        (Verb.GRADE, ("src_1",), "b", "B"),
        (Verb.GRADE, ("sta_1",), "3", "3"),
        (Verb.GRADE, ("hyp_1",), "Highly  Likely", "highly likely"),
        (Verb.RATE, ("hyp_1", "sta_1"), "ii", "very inconsistent"),
        (Verb.RATE, ("hyp_1", "clm_1"), "consistent", "consistent"),
        (Verb.PLACE, ("clm_1", "sta_1"), "Denies in part", "denies in part"),
        (Verb.WRITE, (), " The log\nwas lost ", "The log was lost"),
        (Verb.FIND, ("publication:interest",), "no longer met", "no longer met"),
        (Verb.PART, ("clm_1", "sta_1"), "", ""),
    ],
)
def test_a_value_is_written_as_its_scale_has_it(
    verb: Verb, about: tuple[str, ...], value: str, written: str
) -> None:
    """Letter case, spaces and the letters of a matrix make no other value."""
    assert say(verb, *about, value=value) == written


@pytest.mark.parametrize(
    ("verb", "about", "value", "told"),
    [
        (Verb.GRADE, ("src_1",), "G", "one of: A, B, C, D, E, F"),
        (Verb.GRADE, ("src_1",), "3", "no reliability"),
        (Verb.GRADE, ("sta_1",), "B", "one of: 1, 2, 3, 4, 5, 6"),
        (Verb.GRADE, ("clm_1",), "60%", "no word of the yardstick"),
        (Verb.GRADE, ("act_1",), "B", "an actor; grade takes a source"),
        (Verb.PLACE, ("clm_1", "sta_1"), "supports", "no stance"),
        (Verb.PLACE, ("sta_1", "clm_1"), "asserts", "sta_1 is a statement; place takes a claim"),
        (Verb.REJECT, ("src_1",), "", "src_1 is a source"),
        (Verb.REJECT, (), "", "nothing to reject"),
        (Verb.JOIN, ("men_1", "clm_1"), "", "two kinds"),
        (Verb.JOIN, ("men_1", "men_1"), "", "twice"),
        (Verb.RATE, ("hyp_1", "hyp_2"), "C", "a hypothesis"),
        (Verb.SUPPOSE, (), "  ", "no words"),
        (Verb.CONFIRM, ("nothing",), "", "nothing is no row"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(
    verb: Verb, about: tuple[str, ...], value: str, told: str
) -> None:
    """The line says what is wrong and what would do."""
    with pytest.raises(WrongUse, match=told) as fault:
        say(verb, *about, value=value)
    assert "\n" not in str(fault.value)


def test_no_judgement_stands_without_a_reason() -> None:
    """An empty reason is none."""
    with pytest.raises(WrongUse, match="needs a reason"):
        say(Verb.CONFIRM, "sta_1", because=" ")


def judgement(number: int, verb: Verb, *about: str) -> Judgement:
    return Judgement(
        id=RowId(f"jdg_{number}"), verb=verb, about=about, by="ed", because="so it reads"
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from([Verb.CONFIRM, Verb.REJECT, Verb.GRADE]),
            st.lists(st.sampled_from(["sta_1", "sta_2", "rep_1"]), min_size=1, unique=True),
        )
    )
)
def test_the_latest_word_on_a_row_stands(told: list[tuple[Verb, list[str]]]) -> None:
    """Confirmed, rejected, confirmed again; a grade decides neither."""
    made = [judgement(at, verb, *about) for at, (verb, about) in enumerate(told)]
    found = standing(made)
    for row in ("sta_1", "sta_2", "rep_1"):
        words = [verb for verb, about in told if row in about and verb is not Verb.GRADE]
        assert found.get(row) is (words[-1] if words else None)


def test_every_word_of_a_scale_has_its_meaning() -> None:
    """Six letters, six numbers, seven words whose ranges rise, six ways to fit."""
    assert len({grade.meaning for grade in Reliability}) == len({c.meaning for c in Credibility})
    low = [int(word.meaning.removeprefix("up to ").removeprefix("about ").split("%")[0])
           for word in Likelihood]  # fmt: skip
    assert low == sorted(set(low))
    assert len({fit.letters for fit in Fit}) == 6
    assert [fit.step for fit in Fit] == [2, 1, 0, None, -1, -2]
