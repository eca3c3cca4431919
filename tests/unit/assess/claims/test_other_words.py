"""Denials, doubts and silences in other words: by contents, by a verb of no table, by a test met.

All people and bodies are invented. The measure counts words, so that nothing here rests on weights.
"""

from __future__ import annotations

import pytest
from tests.unit.assess.claims.cast import said
from tests.unit.assess.claims.test_clauses_and_counts import at, stances

from onrecord.assess.claims.contents import contents
from onrecord.assess.claims.doubting import is_held_impossible
from onrecord.assess.claims.legal_words import in_one_form
from onrecord.assess.claims.own_deeds import denies_own
from onrecord.assess.claims.roles import Role
from onrecord.assess.claims.tests_met import is_of_test, of_test
from onrecord.assess.claims.to_ask import tells_the_asking
from onrecord.core.vocabulary import Stance

GAVE = "Ivo Beck handed exam scripts to Ada Lund."
IN_BAGS = "Ivo Beck handed the scripts, in bags, to Ada Lund"


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("it is improbable that the bags had contained the scripts", Stance.DOUBTS),
        ("the bags held nothing but old newspapers and string", Stance.DENIES),
        ("the bags contained the scripts of the whole school", Stance.ASSERTS),
        ("I do not know what was in the bags", Stance.DOES_NOT_ADDRESS),
        ("the crates held nothing but old newspapers and string", None),
    ],
)
def test_what_the_bags_held_is_what_was_given(words: str, stance: Stance | None) -> None:
    tells = said("Examinations Board", IN_BAGS, source="board")
    assert stances(GAVE, tells, said("Nora Pell", words)).get(words) is stance


def test_who_grants_the_bags_may_say_what_they_held() -> None:
    grants = said("Ada Lund", "Ada Lund collected bags from Ivo Beck. What they held was laundry.")
    assert stances(GAVE, grants)[grants.content] is Stance.DENIES
    assert stances("Ivo Beck handed bags to Ada Lund.", grants)[grants.content] is Stance.ASSERTS
    unseen = said("Ada Lund", "Ada Lund was given a bag by Ivo Beck. She never opened it.")
    assert stances(GAVE, unseen)[unseen.content] is Stance.DOES_NOT_ADDRESS


def test_contents_are_read_only_where_words_tell_them() -> None:
    found = contents("what they held was laundry")
    assert found is not None
    assert found.what.stems == {"laund"}
    assert contents("what was inside she does not know") is not None
    assert contents("what was inside was a scandal") is None
    assert contents("the board holds that the test was fair") is None


def test_whoever_is_named_denies_a_deed_by_its_own_verb_and_nobody_else_does() -> None:
    us = Role(names=frozenset({"marl", "shipping"}))
    claim = "Marl Shipping used the charts to empty the sheds before dawn."
    assert denies_own(claim, "We emptied nothing", us)
    assert denies_own(claim, "Marl Shipping has never emptied a shed", us)
    assert not denies_own(claim, "We emptied the sheds in May", us)
    assert not denies_own(claim, "We emptied nothing", Role(names=frozenset({"pell"})))
    assert not denies_own(claim, "Ada Lund emptied nothing", us)


def test_who_holds_a_thing_impossible_doubts_that_it_was_done() -> None:
    claim = "Marl Shipping used the charts to empty the sheds before dawn."
    words = "You cannot empty nine sheds on a quay without somebody hearing it"
    assert is_held_impossible(claim, words)
    assert not is_held_impossible(claim, "You cannot paint nine sheds without somebody noticing")
    assert not is_held_impossible(claim, "You cannot empty nine sheds in a day")
    assert stances(claim, said("Nora Pell", words)) == {words: Stance.DOUBTS}


@pytest.mark.parametrize(
    "words",
    [
        "Ivo Beck never had dealings with Ada Lund",
        "Ada Lund has had no dealings with Ivo Beck",
        "Ivo Beck dealt with no porter",
    ],
)
def test_who_never_dealt_with_somebody_gave_them_nothing(words: str) -> None:
    calls = said("Nora Pell", "it was Ada Lund, a porter at the school", source="two")
    party = "Ada Lund" if words.startswith("Ada") else "Ivo Beck"
    assert stances(GAVE, calls, said(party, words))[words] is Stance.DENIES


def test_contact_that_was_only_about_something_else_is_denied_in_part() -> None:
    claim = "Ivo Beck telephoned the harbour office to ask that the ship be let go."
    words = "Ivo Beck had spoken to the office in those weeks only about his pension"
    assert stances(claim, said("Ivo Beck", words)) == {words: Stance.DENIES_IN_PART}
    assert stances(claim, said("Nora Pell", words)) == {}


def test_what_somebody_said_then_is_not_what_they_say_in_the_next_sentence() -> None:
    row = said(
        "Ivo Beck",
        "In May Ivo Beck said that he gave Ada Lund nothing. Ivo Beck gave bags to Ada Lund.",
    )
    assert stances("Ivo Beck gave bags to Ada Lund.", row) == {row.content: Stance.ASSERTS}


def test_what_a_body_found_is_only_told_by_who_writes_of_it() -> None:
    claim = "Exam scripts left the custody of the board."
    words = "The auditor finds that exam scripts left the custody of the board"
    assert stances(claim, said("Nora Pell", words)) == {words: Stance.REPORTS}


TEST = "The evidential test on count one was met on 3 May 2019."


@pytest.mark.parametrize(
    ("words", "before", "cue", "known", "found"),
    [
        ("The test was met when the charge was laid", "", "said", "2020-02-01", "AFFIRMS"),
        ("It was met in May 2019", "The test is no longer met", "said", "2020-02-01", "AFFIRMS"),
        ("The test was never met", "", "said", "2020-02-01", "DENIES"),
        ("The standard had not been met even in May", "", "said", "2020-02-01", "DENIES"),
        ("The test is no longer met", "", "said", "2020-02-01", "NONE"),
        ("The test is met on every element", "", "said", "2020-02-01", "NONE"),
        ("The test is met on every element", "", "remains of the view", "2020-02-01", "AFFIRMS"),
        ("There is a reasonable prospect of conviction", "", "said", "2019-05-03", "AFFIRMS"),
        ("The test was met in June 2018", "", "said", "2020-02-01", "NONE"),
        ("The test on count two was met in May 2019", "", "said", "2020-02-01", "NONE"),
        ("It was met with silence", "He spoke", "said", "2020-02-01", None),
    ],
)
def test_a_test_that_was_met_on_a_day_is_asked_of_that_day(
    words: str, before: str, cue: str, known: str, found: str | None
) -> None:
    claim = in_one_form(TEST)
    assert is_of_test(claim)
    told = of_test(claim, in_one_form(words), told=words, before=before, cue=cue, known=known)
    assert (told.name if told is not None else None) == found


def test_that_a_test_was_met_is_not_given_up_with_the_charge() -> None:
    board = "State Prosecution Office"
    met = at(said(board, "The evidential test on count one was met on 3 May 2019", source="n"), 1)
    end = at(said(board, "count one is abandoned", source="later"), 1)
    assert end.content not in stances(TEST, met, end)


def test_an_entry_that_tells_the_asking_alone_speaks_to_who_called_to_ask() -> None:
    claim = "Nora Pell telephoned the harbour office to ask that the winter gates be opened."
    log = said(
        "Harbour Office",
        "Our book reads: Ms Pell, by telephone. Asks that the winter gates be opened early.",
    )
    assert stances(claim, log) == {log.content: Stance.ASSERTS}
    other = said("Harbour Office", "Mr Beck asked that the winter gates be opened early")
    assert stances(claim, other) == {}
    assert not tells_the_asking(claim, "Nora Pell asked for an umbrella", "")
    assert not tells_the_asking(claim, "Nora Pell never asked that the winter gates be opened", "")
