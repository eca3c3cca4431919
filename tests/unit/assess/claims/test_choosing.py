"""When the network is heard on words and a claim; and what a claim says was done.

All people and bodies are invented. The figures are made by hand: nothing here rests on weights.
"""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.assess.claims.choosing import by_figures, is_heard
from onrecord.assess.claims.deeds import deeds, main_deed
from onrecord.assess.claims.held_against import Verdict, verdict
from onrecord.assess.claims.labels import Relation
from onrecord.assess.claims.whom import accused, persons

CLAIM = "The harbour union was warned before the final that it was fixed."


def heard(claim: str, words: str) -> bool:
    """Say whether the network is heard on a sentence that tells no deed of the claim."""
    return is_heard(claim, words, words, main_deed(claim), None)


def figures(affirms: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    made = np.zeros(len(Relation), np.float32)
    made[Relation.NONE], made[Relation.AFFIRMS] = 1 - affirms, affirms
    return made


def test_the_network_is_heard_where_much_is_in_common() -> None:
    """What is merely near the claim's matter is not asked about."""
    assert heard(CLAIM, "The harbour union was told before that final that it was fixed")
    assert not heard(CLAIM, "Somebody rang the union on the Thursday")
    assert not heard(CLAIM, "Ada Lund rang the office before noon")
    assert not heard("Ada Lund struck Tom Vesey.", "Ada Lund saw Tom Vesey")


def test_what_nobody_is_said_to_have_done_is_told_of_somebody_only_if_the_network_hears_it() -> (
    None
):
    """That entries were changed says little of who changed them."""
    claim, words = "Ada Lund changed the entries.", "Entries were changed after the lock"
    told = Verdict(denied=False, sure=0.75, unnamed=True)
    assert by_figures(figures(0.1), claim, words, words, told)[0] is Relation.NONE
    assert by_figures(figures(0.5), claim, words, words, told)[0] is Relation.AFFIRMS


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("The official who received the reports is Ada Lund.", None),
        ("The state that received the reports was hostile.", None),
        ("The man who took the reports was paid by Tom Vesey.", "pay"),
        ("The union was warned that it was lost.", "tell"),
        ("The official received the reports.", "give"),
    ],
)
def test_what_describes_a_subject_is_not_what_a_claim_says_was_done(
    claim: str, kind: str | None
) -> None:
    """A relative clause says who is meant."""
    deed = main_deed(claim)
    assert (deed and deed.kind) == kind


@pytest.mark.parametrize(
    ("claim", "denied"),
    [
        ("Tom Vesey handed Ada Lund cash in an envelope.", True),
        ("Ada Lund gave the files to Tom Vesey.", True),
        ("Ada Lund paid Tom Vesey.", None),
    ],
)
def test_who_took_nothing_from_anybody_was_given_nothing(claim: str, denied: bool | None) -> None:
    """For this or for anything else: it leaves open no purpose."""
    deed = main_deed(claim)
    assert deed is not None
    said = deeds("Ada Lund took nothing from anybody, for this match or for any other")
    found = verdict(deed, said)
    assert (found and found.denied) == denied


def test_who_charges_is_not_who_is_charged() -> None:
    """In the active voice the accused stand after the verb."""
    assert accused(["The advocate, Ida Moss, charges Tom Vesey with a breach"]) == {"vesey"}
    assert accused(["Tom Vesey was charged with a breach"]) == {"vesey"}
    assert accused(["The advocate, Ida Moss, charges each respondent with a breach"]) == set()


def test_a_last_name_stands_with_a_title_or_beside_a_first_name() -> None:
    """What only begins with a capital is nobody's name."""
    told = ["Mr Vesey met the players of Corley Town", "Dara Pell was charged with fraud"]
    assert persons(told, ["Ada Lund", "Harbour Board"]) == {"vesey", "lund", "pell"}
