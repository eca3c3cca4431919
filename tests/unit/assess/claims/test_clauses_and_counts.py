"""One statement that speaks to several claims, what was paid for, and charges given up by count.

All people and bodies are invented. The measure counts words, so that nothing here rests on weights.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.assess.claims.cast import said
from tests.unit.assess.claims.wordwise import Wordwise

from onrecord.assess import placed
from onrecord.assess.claims.charges import charges, counts
from onrecord.assess.claims.deeds import deeds, main_deed
from onrecord.assess.claims.going_on import going_on
from onrecord.assess.claims.held_against import verdict
from onrecord.assess.claims.told import parts
from onrecord.core.rows import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Naming, Stance


def stances(claim: str, *rows: StatementRow) -> dict[str, Stance]:
    """Give the stance of each statement that is put on a claim, by its words."""
    words = {(row.source, row.id): row.content for row in rows}
    return {words[one.source, one.statement]: one.stance for one in placed(claim, rows, Wordwise())}


def at(row: StatementRow, place: int) -> StatementRow:
    return replace(row, at=Span(place, place + 1))


def test_each_denial_of_a_row_of_them_stands_by_itself() -> None:
    """ "We have never A, we have never B and we C nothing" are three denials, not one."""
    words = "We have never hired a coach, we have never seen the lists and we sold nothing"
    assert parts(words) == [
        "We have never hired a coach",
        "We have never seen the lists",
        "We sold nothing",
    ]
    assert parts("The tickets were printed and he sold them at the gate of the park") == [
        "The tickets were printed",
        "He sold them at the gate of the park",
    ]
    assert parts("When the auditors came in May, we had sold the boat") == [
        "When the auditors came in May, we had sold the boat"
    ]


def test_who_denies_for_a_house_denies_nothing_that_others_did() -> None:
    """ "We have never been sent them" is of the house that says it, and of no other hop."""
    ours = said("Marl Shipping", "We have never been sent one of these charts")
    assert stances("Ivo Beck sent the charts to Marl Shipping.", ours) == {
        ours.content: Stance.DENIES
    }
    assert stances("Nora Pell sent the charts to Ivo Beck.", ours) == {}
    hers = said("Nora Pell", "Nora Pell gave the charts to nobody")
    assert stances("A manager of Marl Shipping received the charts.", hers) == {}


def test_them_is_what_was_spoken_of_last() -> None:
    words = ("There were parcels", "Ms Lund collected them from Mr Beck")
    told = going_on(deeds(words[1]), deeds(words[0]), *words)
    claim = main_deed("Ivo Beck gave parcels to Ada Lund.")
    assert claim is not None
    found = verdict(claim, told)
    assert found is not None
    assert found.denied is False
    (alone,) = going_on(deeds(words[1]), (), "", words[1])
    assert not alone.thing.known


@pytest.mark.parametrize(
    "words",
    [
        "Ada Lund was given four postcards by Ivo Beck",
        "Ivo Beck gave Ada Lund a postcard",
        "Ivo Beck handed two postcards to Ada Lund",
    ],
)
def test_something_else_between_the_same_two_is_not_what_is_claimed(words: str) -> None:
    row = said("Ada Lund", words)
    assert stances("Ivo Beck handed exam scripts to Ada Lund.", row) == {}
    assert stances("Ivo Beck handed postcards to Ada Lund.", row) == {words: Stance.ASSERTS}


def test_what_came_in_a_bag_was_handed_over_and_so_was_the_bag() -> None:
    (told,) = deeds("Mr Beck handed the scripts, in a bag, to a porter")
    assert told.taker.stems == {"porte"}
    assert told.thing.stems >= {"scrip"}


PRICE = "The payment to Ivo Beck was the price of the scripts."


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("Mr Beck took 9,000 marks from Marl Shipping in return for the scripts", Stance.ASSERTS),
        ("The 9,000 marks were the price of the scripts", Stance.ASSERTS),
        ("Marl Shipping did pay Mr Beck, for mooring and for nothing else", Stance.DENIES),
        ("Mr Beck had the 9,000 marks from Marl Shipping. It was for mooring", None),
        ("Marl Shipping has never paid Mr Beck", None),
        ("The trial of Mr Beck over the payment is fixed for May", None),
    ],
)
def test_what_a_payment_was_for_is_asked_of_those_who_tell_it(
    words: str, stance: Stance | None
) -> None:
    """Who tells another purpose denies the one claimed where it was theirs, or the only one."""
    assert stances(PRICE, said("Ada Lund", words)).get(words) is stance


def test_whoever_was_paid_may_say_what_for() -> None:
    row = said("Ivo Beck", "Ivo Beck had the fee from Marl Shipping. It was for mooring.")
    assert stances(PRICE, row) == {row.content: Stance.DENIES}
    assert stances("Marl Shipping paid Ivo Beck.", row) == {row.content: Stance.ASSERTS}


def test_who_never_took_anything_out_gave_nothing_away() -> None:
    claim = "Nora Pell gave the scripts to Ivo Beck."
    row = said("Nora Pell", "Nora Pell has never carried so much as a paper clip out of that room")
    assert stances(claim, row) == {row.content: Stance.DENIES}
    signed = said("Nora Pell", "Nora Pell never took anything from that room without a receipt")
    assert stances(claim, signed) == {}


def test_what_leaked_is_not_said_to_have_left_by_the_way() -> None:
    """Who says that a clerk leaked papers has not spoken of the house they left."""
    row = said("Ada Lund", "a school clerk leaked sealed exam papers")
    assert stances("Sealed exam papers left the custody of the school board.", row) == {}


def test_counts_are_told_by_number_and_by_order() -> None:
    assert counts("On count one the test is met; counts two and 3 stand") == {"1", "2", "3"}
    assert counts("the second count, against Mr Beck") == {"2"}
    assert counts("there were three counts of votes") == frozenset()
    assert counts("Prosecutors keep money count 20 May 2019") == frozenset()


def test_a_count_that_is_given_up_takes_what_was_alleged_under_it() -> None:
    """What was alleged under a count that goes on is alleged still."""
    board = "State Prosecution Office"
    rows = [
        at(said(board, "Count one is laid against Nora Pell and Ivo Beck", source="n"), 1),
        at(said(board, "Ivo Beck handed the scripts to Ada Lund", source="n"), 2),
        at(said(board, "Count two is laid against Ivo Beck alone", source="n"), 3),
        at(said(board, "Ivo Beck was paid by Marl Shipping", source="n"), 4),
        at(said(board, "count one is abandoned; count two will be heard", source="later"), 1),
    ]
    end = rows[-1].content
    assert stances("Ivo Beck handed the scripts to Ada Lund.", *rows)[end] is Stance.WITHDRAWS
    assert end not in stances("Marl Shipping paid Ivo Beck.", *rows)


def test_what_went_from_one_to_the_next_is_a_deed_of_each() -> None:
    words = (
        "Nine charts went from Nora Pell to Ivo Beck, from Beck to Ada Lund, a clerk,"
        " and from Lund to Marl Shipping"
    )
    told = [(one.doer.names, one.taker.names) for one in deeds(words)]
    assert told == [
        ({"nora", "pell"}, {"ivo", "beck"}),
        ({"beck"}, {"ada", "lund"}),
        ({"lund"}, {"marl", "shipping"}),
    ]
    assert all(one.denied for one in deeds("Nothing passed from Nora Pell to anyone"))
    assert deeds("He went from bad to worse")[0].doer.names == frozenset()
    assert deeds("He went home from the harbour") == ()


def test_a_charge_puts_guilt_forward_and_only_by_who_lays_it() -> None:
    claim = "Nora Pell committed the offence charged in count one."
    words = "Count one is laid against Nora Pell and Ivo Beck"
    assert charges(claim, words)
    assert not charges(claim, "Count two is laid against Nora Pell")
    assert not charges(claim, "Count one is laid against Ivo Beck")
    assert not charges("Nora Pell sold the scripts.", words)
    lays = said("State Prosecution Office", words)
    tells = said("The Herald", words, source="h", naming=Naming.PUBLISHER)
    assert stances(claim, lays, tells) == {words: Stance.ASSERTS}


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("A porter … took the key", ["A porter took the key"]),
        ("“I saw the key” … “and he took it”", ["I saw the key", "And he took it"]),
        (
            "A fire that cost Gov. Ida Pell a roof was set by somebody",
            ["A fire that cost Gov. Ida Pell a roof was set by somebody"],
        ),
    ],
)
def test_a_clause_that_a_cue_or_a_title_breaks_is_one(words: str, cut: list[str]) -> None:
    assert parts(words) == cut
