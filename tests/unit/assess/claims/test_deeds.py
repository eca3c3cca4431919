"""What was done, by whom and to whom, as claims and statements tell it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess.claims import general
from onrecord.assess.claims.deeds import deeds, main_deed
from onrecord.assess.claims.held_against import verdict
from onrecord.assess.claims.told import parts
from onrecord.assess.claims.whom import described, genders, names_who_it_is

GAVE = "Nora Pell gave the files to Ivo Beck."


def does(claim: str, said: str, **known: object) -> str:
    """Say in a word what a sentence does to a claim."""
    deed = main_deed(claim)
    assert deed is not None
    found = verdict(deed, deeds(said), **known)  # type: ignore[arg-type] # its own options
    if found is None or found.nobody:
        return "nothing"
    return {None: "another", True: "denies", False: "affirms"}[found.denied]


@pytest.mark.parametrize(
    ("said", "does_it"),
    [
        ("Nora Pell handed Mr Beck at least nine documents", "affirms"),
        ("The papers were passed to Ivo Beck by Nora Pell", "affirms"),
        ("Ivo Beck received the files from Nora Pell", "affirms"),
        ("Ms Pell, 41, slipped the papers to Mr Beck at a station", "affirms"),
        ("Ivo Beck gave the files to Nora Pell", "another"),
        ("The files were given to Nora Pell by Ivo Beck", "another"),
        ("Nora Pell never gave Ivo Beck a single file", "denies"),
        ("Nora Pell passed nothing to anyone", "denies"),
        ("He does not accept that Nora Pell gave Ivo Beck the files", "denies"),
        ("Nora Pell met Ivo Beck twice", "nothing"),
        ("He was asked whether Nora Pell gave the files to Ivo Beck", "nothing"),
    ],
)
def test_who_gave_and_who_got_is_told_by_order_voice_and_verb(said: str, does_it: str) -> None:
    """Active, passive and the verb seen from the other side are one; exchanged people are not."""
    assert does(GAVE, said) == does_it


@pytest.mark.parametrize(
    "said",
    [
        "On Thursday 18 March 2021 Nora Pell handed Ivo Beck, 27, an envelope with 350 crowns",
        "Nora Pell handed to Mr Beck an envelope containing 2,000 crowns",
        "Ivo Beck took 2,000 crowns from Nora Pell in an envelope",
        "Ivo Beck was given the cash by Nora Pell",
        "Nora Pell supplied Ivo Beck with the money",
        "Nora Pell, who passed Ivo Beck the envelope, got two years",
    ],
)
def test_cash_is_paid_by_whatever_verb_and_in_an_envelope(said: str) -> None:
    """Neither the day nor an age beside a name takes a part in it."""
    assert (
        does("On 18 March 2021 Nora Pell handed Ivo Beck cash in an envelope.", said) == "affirms"
    )


def test_a_ring_that_does_something_is_no_call() -> None:
    (deed,) = deeds("A smuggling ring in Skarn supplied Ivo Beck with the maps")
    assert (deed.kind, deed.thing.stems) == ("give", {"maps"})


def test_a_passive_that_names_nobody_is_of_no_hop_of_a_chain() -> None:
    """ "Papers were handed over" tells neither who gave them nor to whom."""
    assert does(GAVE, "Papers were handed over in person last year") == "nothing"
    assert does("Nora Pell altered the results.", "The results had been altered") == "affirms"


def test_what_somebody_was_not_paid_for_says_nothing_of_whether_they_were_paid() -> None:
    """A denial with a limit that the claim has not is no denial of it."""
    assert does("Ivo Beck was paid by Ada Lund.", "Ivo Beck was not paid for silence") == "another"


def test_nobody_and_no_result_deny_of_all() -> None:
    """A denial of all is one of each."""
    claim = "The board was warned that money was missing."
    assert does(claim, "Nobody warned the board of anything of the kind") == "denies"
    assert (
        does("Nora Pell altered the results.", "No result that left here was altered") == "denies"
    )


def test_a_witness_points_to_people_of_the_claims_genders() -> None:
    """ "I saw her give him the bag" fits a woman who gave and a man who got, and no others."""
    known = genders(["Ms Nora Pell and Mr Ivo Beck came"])
    assert does(GAVE, "Ada Lund saw her give him the bag", genders=known) == "affirms"
    assert does(GAVE, "Ada Lund saw him give her the bag", genders=known) == "another"


def test_a_body_that_speaks_of_itself_and_a_keeper_are_known() -> None:
    """ "The company" in a body's mouth is that body; "its keeper" who the case so describes."""
    claim = "Beck Fine Art sold the bowl to a collector."
    own = (frozenset({"beck", "fine", "art"}), frozenset[str]())
    assert does(claim, "The gallery did not sell it to anyone", speaker=own) == "denies"
    called = described(["Nora Pell, 41, keeper of coins at the museum, was there"])
    claim = "Nora Pell took the bowl from the store."
    assert (
        does(claim, "The bowl was taken from the store by its keeper", called=called) == "affirms"
    )


def test_who_knew_of_it_was_told_and_who_never_had_the_note_was_not() -> None:
    """Being told is alleged as knowing, and denied as never having had the message."""
    claim = "The minister was warned that money was missing."
    assert does(claim, "The minister had known that money was missing") == "affirms"
    assert does(claim, "The minister did not know that money was missing") == "denies"
    assert does(claim, "The memo never reached the minister") == "denies"
    assert does(claim, "The parcel was sent to the minister") == "nothing"


def test_who_accepts_that_something_is_so_was_given_nothing() -> None:
    """ "Accepts that" is no receiving."""
    assert does(GAVE, "Ivo Beck accepts that he was late") == "nothing"
    assert does(GAVE, "Ivo Beck accepted the files from Nora Pell") == "affirms"


def test_nobody_of_some_others_is_nobody_whom_a_claim_names() -> None:
    """ "None of its drivers" leaves a manager alone, and "none of its managers" does not."""
    claim = "A manager of the Beck Group received the files."
    assert does(claim, "None of its managers had received any file") == "denies"
    assert does(claim, "None of its drivers had received any parcel") != "denies"


def test_a_nation_is_no_name_and_short_forms_are_the_long_ones() -> None:
    """ "A Danish clerk" is not called Danish; the NTB is the Northern Trade Bank."""
    claim = "A member of the NTB received the files from Ivo Beck."
    words = "A senior member of the Northern Trade Bank had received files from a Danish clerk"
    assert does(claim, words) == "affirms"


def test_what_is_told_without_who_did_it_is_known_as_that() -> None:
    """ "The results were altered" does not say who altered them."""
    deed = main_deed("Nora Pell altered the results.")
    assert deed is not None
    for words, unnamed in (("The results had been altered", True),
                           ("Ms Pell had altered the results", False)):  # fmt: skip
        found = verdict(deed, deeds(words))
        assert found is not None
        assert found.unnamed is unnamed


def test_clauses_keep_who_did_it() -> None:
    """Of a list each clause has its doer, and "he" is not whoever was "she" before."""
    found = parts("that Ms Pell took the bowl, that she handed it to Mr Beck, and that he sold it")
    assert [one.split()[:2] for one in found] == [["Ms", "Pell"], ["Ms", "Pell"], ["Mr", "Beck"]]


def test_who_somebody_is_said_to_be_must_be_named() -> None:
    """Words that do not name whom a claim identifies do not speak to it."""
    assert names_who_it_is("The buyer is Ada Lund.", "The buyer is understood to be Lund")
    assert not names_who_it_is("The buyer is Ada Lund.", "The buyer did not come")


@pytest.mark.parametrize(
    "words",
    [
        "was far from convinced that it was a copy",
        "find it hard to believe that she took it",
        "called it unlikely that he knew",
        "said nobody has produced a receipt",
    ],
)
def test_doubts_are_read_from_their_words(words: str) -> None:
    """Reports put doubt in many ways, and "no doubt" is none."""
    assert general.doubts(words)
    assert not general.doubts("there is no doubt that she took it")


def test_what_is_taken_back_is_the_speakers_own() -> None:
    """That another withdrew something takes nothing back of who tells it."""
    assert general.retracts("no longer maintains that she took it")
    assert general.retracts("cannot now say that it was her")
    assert not general.retracts("said the charge failed once the only witness had withdrawn")
    assert general.who_takes_back("Ada Lund has retracted her evidence") == "Ada Lund"


@given(st.text(max_size=200))
def test_any_words_are_read_without_fault(words: str) -> None:
    """Whatever a text holds, reading its deeds raises nothing."""
    deed = main_deed(GAVE)
    assert deed is not None
    verdict(deed, deeds(words))
    parts(words)
    general.doubts(words)
    general.who_takes_back(words)
