"""A record made ready for drafts, asked over and over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.unit.assess.claims.cast import said
from tests.unit.assess.claims.wordwise import Wordwise

from onrecord.assess import nearest
from onrecord.assess.claims.asked import Asked
from onrecord.assess.claims.measure import Pair
from onrecord.assess.claims.placing import placed
from onrecord.core.vocabulary import SpeechAct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

PASSED = "Dara Pell passed the ledger to the harbour bank"
ROWS = [
    said("Ames", PASSED),
    said("Pell", "every part of the allegation", act=SpeechAct.DENIES, source="two"),
]
DRAFT = [PASSED, "forty crates of tea were lost", "the ledger was burnt in May"]


def test_the_nearest_of_a_wording_do_not_depend_on_what_was_asked_before() -> None:
    once, often = nearest(ROWS, Wordwise(), wordings=dict), nearest(ROWS, Wordwise(), wordings=dict)
    for number in range(5):
        often.prepare([f"{words} {number}" for words in DRAFT])
        _ = [often.wide(f"{words} {number}") for words in DRAFT]
    often.prepare(DRAFT)
    assert [often.near(words) for words in DRAFT] == [once.near(words) for words in DRAFT]
    assert [often.wide(words) for words in DRAFT] == [once.wide(words) for words in DRAFT]


def test_a_long_session_keeps_no_more_than_two_drafts_need() -> None:
    asked = nearest(ROWS, Wordwise(), wordings=dict)
    for number in range(200):
        wordings = [*DRAFT, f"the gate was shut {number} times"]
        asked.prepare(wordings)
        for words in wordings:
            asked.near(words)
            asked.wide(words)
    assert asked.kept <= 2 * 4 * len(ROWS) * (len(DRAFT) + 1)


class _Counting(Wordwise):
    """Counts what it is asked of two texts together."""

    def __init__(self) -> None:
        self.pairs: list[Pair] = []

    def relations(self, pairs: Sequence[Pair]) -> Floats:
        self.pairs += pairs
        return super().relations(pairs)


def test_at_each_keystroke_only_the_sentence_that_changed_is_compared_anew() -> None:
    """Also at the third and the fourth, when the first text is long forgotten."""
    measure = _Counting()
    asked = nearest(ROWS, measure, wordings=dict)
    for number in range(6):
        measure.pairs.clear()
        changed = f"Dara Pell passed the ledger {'x' * number} to the harbour bank"
        for words in (asked.prepare([*DRAFT, changed]), *DRAFT, changed):
            if words is not None:
                asked.near(words)
        assert number == 0 or {claim for claim, _ in measure.pairs} <= {changed}


DENIED = [
    *ROWS,
    said("Pell", "I never passed the ledger to the harbour bank", source="three"),
    said("Voss", "Dara Pell never passed the ledger to the harbour bank at all", source="four"),
]


def test_what_some_statements_do_is_told_without_the_network_being_asked_of_others() -> None:
    measure = _Counting()
    asked = nearest(DENIED, measure, wordings=dict)
    words = "Dara Pell passed the ledger in May to the harbour bank"
    theirs = asked.near(words, lambda one: one.statement.speaker == "Voss")
    assert {said.partition(":")[0] for _, said in measure.pairs} == {"Voss"}
    every = nearest(DENIED, Wordwise(), wordings=dict).near(words)
    assert theirs == [one for one in every if one.statement.speaker == "Voss"] != []


def test_those_of_a_party_are_told_as_among_all_and_no_others_are_compared() -> None:
    """Who denies all that is said of them is heard beside those who say it."""
    words = "the ledger was passed in May to the harbour bank"
    measure = _Counting()
    asked, other = nearest(DENIED, measure, wordings=dict), Wordwise()
    whole = nearest(DENIED, other, wordings=dict).wide(words)
    for party in {one.party for one in whole}:
        found = asked.wide_of(words, lambda one, party=party: one == party)
        assert found == [one for one in whole if one.party == party]
    measure.pairs.clear()
    again = nearest(DENIED, measure, wordings=dict)
    assert again.wide_of(words, lambda _: False) == [] == measure.pairs


def test_who_denies_in_general_is_heard_where_others_say_it() -> None:
    """What the others say is asked then, though they are not those who are wanted."""
    rows = [ROWS[0], said("Pell", "every part of the allegation", act=SpeechAct.DENIES)]
    asked = nearest(rows, Wordwise(), wordings=dict)
    general = [one for one in asked.wide(PASSED) if not one.likeness]
    assert [one.statement.speaker for one in general] == ["Pell"]
    party = general[0].party
    assert nearest(rows, Wordwise(), wordings=dict).wide_of(PASSED, party.__eq__) == general


def test_a_claim_is_placed_on_some_sentences_as_on_all() -> None:
    """Those that are not looked at are left out, and the others stand as they stood."""
    rows = [
        *ROWS,
        said("Pell", "I never passed the ledger to the harbour bank", source="three"),
        said("Ames", "the harbour bank was painted green in May", source="four"),
    ]
    asked = Asked(rows, Wordwise())
    every = placed(PASSED, asked)
    assert placed(PASSED, asked, among=set(range(len(asked.rows)))) == every
    some = {at for at, row in enumerate(asked.rows) if row.source != "three"}
    assert placed(PASSED, asked, among=some) == tuple(o for o in every if o.source != "three")
