"""A record made ready for drafts, asked over and over."""

from __future__ import annotations

from tests.unit.assess.claims.cast import said
from tests.unit.assess.claims.wordwise import Wordwise

from onrecord.assess import nearest
from onrecord.core.vocabulary import SpeechAct

PASSED = "Dara Pell passed the ledger to the harbour bank"
ROWS = [
    said("Ames", PASSED),
    said("Pell", "every part of the allegation", act=SpeechAct.DENIES, source="two"),
]
DRAFT = [PASSED, "forty crates of tea were lost", "the ledger was burnt in May"]


def test_the_nearest_of_a_wording_do_not_depend_on_what_was_asked_before() -> None:
    once, often = nearest(ROWS, Wordwise(), wordings={}), nearest(ROWS, Wordwise(), wordings={})
    for number in range(5):
        often.prepare([f"{words} {number}" for words in DRAFT])
        _ = [often.wide(f"{words} {number}") for words in DRAFT]
    often.prepare(DRAFT)
    assert [often.near(words) for words in DRAFT] == [once.near(words) for words in DRAFT]
    assert [often.wide(words) for words in DRAFT] == [once.wide(words) for words in DRAFT]


def test_a_long_session_keeps_no_more_than_two_drafts_need() -> None:
    asked = nearest(ROWS, Wordwise(), wordings={})
    for number in range(200):
        wordings = [*DRAFT, f"the gate was shut {number} times"]
        asked.prepare(wordings)
        for words in wordings:
            asked.near(words)
            asked.wide(words)
    assert asked.kept <= 2 * 4 * len(ROWS) * (len(DRAFT) + 1)
