"""An operation is told without a word of what any row says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.core.activity import ActivityRow, supposed
from onrecord.core.identity import RowId
from onrecord.core.rows import LogRow
from onrecord.core.vocabulary import Judgement, Verb

BEGAN = LogRow(
    number=1, verb="new", by="ed", because="", known="2024-05-02", entered="2024-05-02T09:00:00Z",
    entries=1, summary="", undone_by=None,
)  # fmt: skip


def given(verb: Verb, about: tuple[str, ...] = (), value: str = "") -> ActivityRow:
    judged = Judgement(
        id=RowId("jdg_1"), verb=verb, about=about, by="ed", because="so", value=value
    )
    return ActivityRow(log=replace(BEGAN, number=5, verb=verb.value, judged=judged))


@pytest.mark.parametrize("verb", [Verb.WRITE, Verb.REWORD, Verb.SUPPOSE])
def test_what_a_person_worded_is_no_part_of_what_was_done(verb: Verb) -> None:
    """A wording is a claim or a supposition: it goes out as one and nowhere else."""
    row = given(verb, ("clm_1",) if verb is Verb.REWORD else (), "The log was burnt")
    assert "log" not in row.did + row.outcome


@pytest.mark.parametrize("verb", list(Verb))
def test_every_verb_is_told(verb: Verb) -> None:
    row = given(verb, ("sta_1", "sta_2"), "C")
    assert row.did != verb.value


def test_a_hypothesis_is_told_as_one_with_whose_it_is() -> None:
    judged = given(Verb.SUPPOSE, (), "The log was burnt").log.judged
    assert judged is not None
    assert supposed(judged) == "Hypothesis (supposed by ed): “The log was burnt”"


def test_the_beginning_of_a_case_cannot_be_taken_back_nor_anything_twice() -> None:
    assert not ActivityRow(log=BEGAN).can_be_taken_back
    assert given(Verb.GRADE, ("src_1",), "C").can_be_taken_back
    undone = ActivityRow(log=replace(BEGAN, number=5, verb="grade", undone_by=7))
    assert not undone.can_be_taken_back
