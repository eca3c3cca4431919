"""Which words hold back, and which only look so."""

from __future__ import annotations

import pytest

from onrecord.check.hedging import kinds, tells_of_proceeding


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("The official who received 40 reports left in May.", set()),
        ("The official is reported to have left in May.", {"reported"}),
        ("There were reports that the official had left.", {"reported"}),
        ("The clerk may have left in May.", {"possible"}),
    ],
)
def test_reports_that_somebody_has_hold_nothing_back(words: str, held: set[str]) -> None:
    assert kinds(words) == held


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The papers reached a director, who has not been charged.", False),
        ("A director was charged in May.", True),
        ("She sold the lamps to a man whom the charging notice called Buyer A.", False),
        ("The man whom she named was charged in May.", True),
        ("The papers, whom nobody claims, show that the trial was moved.", True),
    ],
)
def test_what_is_only_added_of_somebody_is_not_what_a_sentence_tells(
    words: str, told: bool
) -> None:
    assert tells_of_proceeding(words) is told
