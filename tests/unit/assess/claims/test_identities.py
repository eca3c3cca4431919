"""Who somebody is said to be, what kind a thing is said to be, and what is so no longer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.assess.claims.cast import said
from tests.unit.assess.claims.wordwise import Wordwise

from onrecord.assess import placed
from onrecord.assess.claims.identities import (
    says_kind,
    says_who_it_is,
    speaks_of_kind,
    tells_of_who,
)
from onrecord.assess.claims.negation import negates, only_no_longer
from onrecord.assess.claims.qualities import denies_quality, opposed, says_quality
from onrecord.core.vocabulary import Stance

BUYER = "The buyer of the mill is Ada Lund."


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("That buyer is Ada Lund, a grocer", True),
        ("It is Ms Lund", True),
        ("The shadowy figure behind the sale is the grocer Ada Lund", True),
        ("The buyer is not Ada Lund", False),
        ("Noor Croft is Ada Lund", False),
        ("The buyer is Noor Croft", False),
        ("Ada Lund was late", False),
    ],
)
def test_who_somebody_is_is_told_of_the_one_asked_after(words: str, says: bool) -> None:
    """A description, a pronoun or the claim's own words; another name is another person."""
    assert says_who_it_is(BUYER, words) is says


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        ("Ada Lund is not Purchaser B, and never was", True),
        ("she was understood to be the buyer described in the notice", True),
        ("Ada Lund has been a customer of ours since 2009", False),
        ("I sold her eleven sacks of flour", False),
        ("I have not sold her anything since", False),
    ],
)
def test_who_goes_by_a_label_is_told_by_the_label_or_as_the_one(words: str, tells: bool) -> None:
    """What else is said of the person tells nothing of it."""
    assert tells_of_who("Ada Lund is Purchaser B.", words) is tells


def test_a_claim_of_a_kind_is_spoken_to_by_words_for_the_kind() -> None:
    """Of a copy tells who has a word for a copy, or for the contrary."""
    claim = "The bowl in the hall is a copy."
    assert says_kind(claim, "The bowl that now stands there is a modern copy") is True
    assert says_kind(claim, "The bowl is not a copy") is False
    assert says_kind(claim, "The vase is a copy") is None
    assert speaks_of_kind(claim, "The bowl is genuine")
    assert not speaks_of_kind(claim, "The bowl was sold to a dealer abroad")
    assert speaks_of_kind("Ada Lund sold the bowl.", "anything at all")


def test_contrary_qualities_deny_without_a_not() -> None:
    """What is public is not restricted; with a "not" the words say something else."""
    assert opposed("The papers were restricted.", "all of them were public")
    assert not opposed("The papers were restricted.", "they were not public")
    assert not opposed("The papers were restricted.", "they were long")
    assert denies_quality("The papers were restricted.", "nineteen of the 26 were public")
    assert not denies_quality("The papers were restricted.", "the pier was public")
    assert says_quality("The papers were restricted.", "documents of the port were restricted")
    assert not says_quality("The papers were restricted.", "restricted documents left the port")
    assert not says_quality("The papers were restricted.", "the pier was restricted")
    assert negates("No paper left the house")
    assert not negates("Nine papers were exhibited")


def test_what_is_so_no_longer_was_so_before() -> None:
    """It denies what is said to be so now, and not that it once was."""
    words = "The standard is no longer met"
    assert only_no_longer("The standard was met in May.", words)
    assert not only_no_longer("The standard is met.", words)
    assert not only_no_longer("The standard was no longer met in June.", words)


def test_a_guess_of_a_denial_needs_words_that_deny() -> None:
    """The network alone does not make anybody deny something."""

    class Contrary(Wordwise):
        def relations(self, pairs):  # type: ignore[no-untyped-def]  # as its base has it
            made = super().relations(pairs)
            made[:] = 0
            made[:, 2] = 1
            return made

    claim = "Secret papers of the port were in the house."
    rows = [said("Ames", "nine papers of the port were shown in the house"),
            said("Vale", "no secret papers of the port were in the house")]  # fmt: skip
    found = placed(claim, rows, Contrary())
    assert [(one.statement, one.stance) for one in found] == [(rows[1].id, Stance.DENIES)]


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_words_are_read_without_fault(claim: str, words: str) -> None:
    """Whatever is claimed and said, reading raises nothing."""
    says_who_it_is(claim, words)
    says_kind(claim, words)
    assert isinstance(speaks_of_kind(claim, words), bool)
