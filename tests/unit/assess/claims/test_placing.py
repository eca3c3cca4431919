"""Where statements are put on a claim that somebody words: in full, in part, in doubt, in general.

All people and bodies are invented. The measure counts words, so that nothing here rests on weights.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.assess.claims.cast import said
from tests.unit.assess.claims.wordwise import Wordwise

from onrecord.assess import Parties, grouped, placed
from onrecord.assess.claims import general
from onrecord.assess.claims.avoiding import avoids, is_party
from onrecord.assess.claims.choosing import by_figures
from onrecord.assess.claims.deeds import main_deed
from onrecord.assess.claims.doubting import doubts, doubts_such
from onrecord.assess.claims.labels import Relation
from onrecord.assess.claims.legal_words import denies_evidence, in_one_form
from onrecord.assess.claims.told import day_of, parts
from onrecord.core.rows import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Commitment, Naming, SpeechAct, Stance

GAVE = "Nora Pell gave the secret ledgers to Ivo Beck."


def stands(claim: str, *rows: StatementRow) -> dict[str, tuple[Stance, str]]:
    """Give the stance and scope of each statement that is put on a claim, by its words."""
    words = {(row.source, row.id): row.content for row in rows}
    return {
        words[one.source, one.statement]: (one.stance, one.scope)
        for one in placed(claim, rows, Wordwise())
    }


def at(row: StatementRow, place: int) -> StatementRow:
    return replace(row, at=Span(place, place + 1))


def test_who_grants_the_deed_with_a_purpose_of_their_own_denies_in_part() -> None:
    """ "Brought to be valued" is neither an admission of handing over nor a denial of it."""
    granted = said("Ivo Beck", "the ledgers had been brought to be copied")
    other = said("Ada Lund", "the ledgers had been brought to be copied", source="two")
    found = stands("Nora Pell gave the ledgers to Ivo Beck.", granted)
    assert found[granted.content][0] is Stance.DENIES_IN_PART
    # Who is no party to it grants nothing.
    found = stands("Nora Pell gave the ledgers to Ivo Beck.", other)
    assert other.content not in found or found[other.content][0] is not Stance.DENIES_IN_PART


def test_who_had_the_things_and_says_that_they_were_public_denies_in_part() -> None:
    deed = main_deed(GAVE)
    assert avoids(GAVE, deed, "Mr Beck had ledgers of the port, all of them public")
    assert not avoids(GAVE, deed, "Mr Beck had ledgers of the port")
    assert not avoids(GAVE, deed, "Mr Beck had umbrellas, all of them public")
    assert is_party("beck fine art", GAVE)
    assert not is_party("ada lund", GAVE)


@pytest.mark.parametrize(
    "words",
    [
        "called it unlikely that a manager would deal with strangers",
        "said managers have better things to do than read ledgers",
        "said it was not typical for managers to meet couriers",
        "said members of the managers' circle aren't accessible",
        "would be surprised if any manager had asked for it",
    ],
)
def test_a_doubt_in_words_of_ones_own_is_of_such_people(words: str) -> None:
    """It is put to a claim that tells of somebody of their kind, and to no other."""
    deed = main_deed("A manager of the mill received the ledgers.")
    assert doubts(words)
    assert doubts_such(deed, words)
    assert not doubts_such(main_deed("A sailor received the ledgers."), words)
    assert not doubts_such(deed, "said the managers met on Monday")


def test_an_expert_who_doubts_takes_a_stance_and_an_outlet_none() -> None:
    claim = "A manager of the mill received the ledgers."
    words = "it was unlikely that any manager would deal with couriers"
    expert = said("Ada Lund", words)
    outlet = said("The Post", words, source="two", naming=Naming.PUBLISHER)
    assert stands(claim, expert) == {words: (Stance.DOUBTS, "")}
    assert stands(claim, outlet) == {}


def test_what_lawyers_say_in_several_ways_is_compared_in_one() -> None:
    met = in_one_form("The evidence provides a realistic prospect of conviction")
    assert "meets the evidential standard" in met
    assert "not met" in in_one_form("dropped it, citing a lack of evidence")
    assert denies_evidence("There was sufficient evidence.", "there was no proof that she came")
    assert not denies_evidence("She came.", "there was no proof that she came")


def test_what_was_said_before_a_day_says_nothing_of_it() -> None:
    claim = "The standard was no longer met on 5 May 2026."
    assert day_of(claim) == "2026-05-05"
    assert day_of("The standard was met.") == ""
    before = replace(said("Ames", "the standard was met"), known="2026-05-01")
    after = replace(said("Vale", "the standard was no longer met"), known="2026-05-06")
    assert set(stands(claim, before, after)) == {after.content}


def test_what_somebody_else_did_too_is_said_out() -> None:
    assert parts("Everyone knew by May, and so did the minister") == [
        "Everyone knew by May",
        "The minister knew by May",
    ]


def test_what_stands_in_a_list_is_said_thing_by_thing() -> None:
    assert parts(
        "that (a) the fund was emptied in June; (b) Ms Pell emptied it; and (c) she lied about it"
    ) == [
        "The fund was emptied in June",
        "Ms Pell emptied it",
        "Ms Pell lied about it",
    ]


def test_what_is_found_and_what_is_not_are_two() -> None:
    """ "Found that A, but not that B" holds A to be so, and B not to be shown."""
    row = said("the panel", "that the ledgers were burnt, but not that Nora Pell burnt them")
    assert stands("The ledgers were burnt.", row)[row.content][0] is Stance.ASSERTS
    assert stands("Nora Pell burnt them.", row)[row.content][0] is Stance.DOUBTS


@pytest.mark.parametrize(
    "words", ["not find it proved that", "been not shown that", "never established that"]
)
def test_what_is_held_not_to_be_shown_is_doubted(words: str) -> None:
    row = said("the panel", f"it has {words} Nora Pell gave the ledgers to Ivo Beck")
    assert stands(GAVE, row)[row.content][0] is Stance.DOUBTS


def test_what_is_put_to_somebody_is_what_their_denial_answers() -> None:
    """ "It was a lie" answers the question before it, and the question asserts nothing."""
    put = at(said("Ames", "that Ivo Beck paid Nora Pell 300 crowns", cue="put it to"), 10)
    lie = at(said("Ivo Beck", "it was a lie"), 50)
    found = stands("Ivo Beck paid Nora Pell 300 crowns.", put, lie)
    assert found == {lie.content: (Stance.DENIES, "general")}


def test_who_put_it_forward_and_could_not_prove_it_says_it_no_longer() -> None:
    charge = said("the prosecutor", "the leak damaged the port")
    letter = said("the prosecutor", "the damage was not made out", source="two")
    found = stands("The leak damaged the port.", charge, letter)
    assert found[letter.content] == (Stance.WITHDRAWS, "general")


def test_an_embassy_answers_what_is_alleged_of_its_state() -> None:
    alleged = said("Ames", "a Danish clerk gave the ledgers to Ivo Beck")
    denial = said("the Danish embassy", "the allegations “entirely fabricated”", cue="called")
    found = stands("A Danish clerk gave the ledgers to Ivo Beck.", alleged, denial)
    assert found[denial.content] == (Stance.DENIES, "general")
    found = stands("Ada Lund gave the ledgers to Ivo Beck.", alleged, denial)
    assert denial.content not in found


def test_a_case_that_should_not_have_been_brought_is_denied_in_general() -> None:
    words = "the case against her should never have been brought"
    assert general.reach(words, denies=False) is general.Reach.GUILT
    assert general.reach("the case was brought in May", denies=False) is None


def test_what_nobody_is_named_for_is_of_those_the_text_names_together() -> None:
    """Hedged, or by somebody unnamed, after both were named: reported of them, and not asserted."""
    claim = "Nora Pell gave the ledgers to Ivo Beck."
    named = at(said("a clerk", "them as Nora Pell, a cook, and Ivo Beck", cue="named"), 1)
    told = at(
        said(
            "a clerk", "ledgers were handed over at a pier", naming=Naming.ANONYMOUS,
            commitment=Commitment.PROBABLE,
        ),
        9,
    )  # fmt: skip
    assert stands(claim, named, told)[told.content][0] is Stance.REPORTS
    assert told.content not in stands(claim, told)
    another = at(said("Ames", "Ada Lund gave the ledgers to a sailor"), 5)
    assert told.content not in stands(claim, named, another, told)


def test_who_says_what_was_done_and_not_by_whom_reports_it() -> None:
    row = said("Ames", "the ledgers had been altered")
    assert stands("Nora Pell altered the ledgers.", row)[row.content][0] is Stance.REPORTS


@given(st.text(max_size=160))
def test_any_words_are_read_without_fault(words: str) -> None:
    """Whatever a text holds, doubts, purposes, dates and forms are read, or nothing is."""
    deed = main_deed(GAVE)
    doubts_such(deed, words)
    avoids(GAVE, deed, words)
    in_one_form(words)
    day_of(words)
    assert parts(words)


def test_whose_words_are_a_firms_a_charges_and_a_lawyers() -> None:
    """A firm told by its owner speaks for them of them; a charge is the prosecution's word."""
    firm = said("A shop owned by Ida Moss", "Ms Moss never bought a bowl", naming=Naming.ROLE_ONLY)
    firm = replace(firm, actor_name="")
    lawyer = said("her lawyer", "Ada Lund is not the buyer", naming=Naming.ROLE_ONLY, source="two")
    lawyer = replace(lawyer, actor_name="")
    names = [said("Ida Moss", "nothing", source="three"), said("Ada Lund", "no", source="four")]
    parties = Parties([firm, lawyer, *names])

    def key(words: str) -> str:
        found = parties.of(words, "", Naming.ROLE_ONLY)
        return found.key if found else ""

    assert key("A shop owned by Ida Moss") == "ida moss"
    assert key("her lawyer") == "ada lund"
    assert key("The charging notice of May") == "the prosecution"
    minister = parties.of("Transport Minister Ada Lund", "", Naming.NAMED)
    assert minister is not None
    assert minister.key == "ada lund"


def test_nothing_is_doubted_without_a_word_that_doubts() -> None:
    """What the network takes for a doubt affirms where no word of it does more than tell."""
    figures = np.zeros(len(Relation), np.float32)
    figures[[Relation.DOUBTS, Relation.AFFIRMS]] = 0.7, 0.2
    claim = "The bell was brought to the smithy."
    for words, made in {
        "that the bell was brought to the smithy, and that he had reason to know": Relation.AFFIRMS,
        "that it is doubtful whether the bell was ever brought to the smithy": Relation.DOUBTS,
        "that it had not been shown that the bell was brought there": Relation.DOUBTS,
    }.items():
        assert by_figures(figures, claim, words, words, None)[0] is made, words


def denied(*rows: StatementRow) -> set[str]:
    """Give the claims that somebody denies in general, of statements one after the other."""
    placed_so = [at(row, number) for number, row in enumerate(rows)]
    return {
        claim.wording
        for claim in grouped(placed_so, (), Wordwise())
        for one in claim.positions
        if (one.stance, one.scope) == (Stance.DENIES, "general")
    }


SECRET = "Nora Pell gave the secret ledgers to Ivo Beck"


@pytest.mark.parametrize(
    "denial",
    [
        said("the harbour office", "There is no truth whatsoever to these claims"),
        said("the harbour office", "the rumours", act=SpeechAct.DENIES, cue="denied"),
        said("the harbour office", "these reports are completely false"),
    ],
)
def test_whoever_is_not_accused_denies_what_another_put_forward_before(
    denial: StatementRow,
) -> None:
    """A general denial by somebody of whom nothing is alleged: of the accuser's, in its text."""
    names_nobody = said("Ames", "the mill lost forty crates of tea")
    assert denied(said("Ames", SECRET), names_nobody, denial) == {SECRET}


def test_a_general_denial_answers_nothing_of_another_text_nor_what_comes_after() -> None:
    denial = said("the harbour office", "There is no truth in these claims")
    elsewhere = said("Ames", SECRET, source="two")
    assert not denied(denial, said("Ames", SECRET))
    assert not denied(elsewhere, denial)


def test_whom_a_general_denial_names_is_answered_and_nobody_else() -> None:
    other = "Ada Lund sold the forty crates of tea"
    denial = said("the harbour office", "We reject the claims made by Ida Ames")
    rows = said("Ida Ames", SECRET), said("Tom Vale", other), said("Tom Vale", f"{other} in May")
    assert denied(*rows, denial) == {SECRET}


def test_who_is_accused_denies_what_is_alleged_of_them_alone() -> None:
    other = "Ada Lund sold the forty crates of tea"
    denial = said("Pell", "We deny these allegations")
    assert denied(said("Ames", SECRET), said("Ames", other), denial) == {SECRET}


def test_no_truth_in_one_thing_is_a_denial_of_that_thing() -> None:
    words = "There is no truth to claims that Nora Pell gave the ledgers to Ivo Beck"
    assert general.reach(words, denies=False) is None


@pytest.mark.parametrize(
    "words",
    [
        "the harbour office has said that there is no truth in these claims",
        "Tom Vale categorically denied these allegations",
        "the denials were passed about with a note that these reports were false",
    ],
)
def test_who_tells_of_anothers_denial_denies_nothing(words: str) -> None:
    assert not denied(said("Ames", SECRET), said("Ida Moss", words))
