"""Searching finds blocks that hold all the words, as of both clocks, with whose words they are."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_record import report

from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    ledger.keep(
        ledger.begin("add", by="ed"),
        [
            report(1, retrieved="2024-05-01", more="The café by the Ängsö lock was shut."),
            report(2, retrieved="2024-06-01", more="The shut lock. NOT a café, OR so it seems."),
        ],
    )
    return ledger


def names(ledger: Ledger, query: str, as_of: AsOf = AsOf()) -> list[str]:
    label = {row.id: row.name for row in ledger.ask.sources(AsOf())}
    return sorted(label[hit.source] for hit in ledger.search(query, as_of, 10))


def test_all_the_words_must_be_there_in_any_order(full: Ledger) -> None:
    """Letter case and accents aside."""
    assert names(full, "shut lock") == ["report-1.txt", "report-2.txt"]
    assert names(full, "angso CAFE") == ["report-1.txt"]
    assert names(full, "shut harbour") == []


def test_words_in_quotation_marks_must_stand_so(full: Ledger) -> None:
    """Straight or curly."""
    assert names(full, '"shut lock"') == ["report-2.txt"]
    assert names(full, "“lock was shut”") == ["report-1.txt"]
    assert names(full, '"shut lock" seems') == ["report-2.txt"]


@pytest.mark.parametrize(
    "query", ["NOT café", "café OR seems", "NEAR(shut lock)", "words:lock", "sh* (", '"', "-lock ^"]
)
def test_no_word_is_an_operator(full: Ledger, query: str) -> None:
    """What a search engine would take as a command is looked for as it stands."""
    assert set(names(full, query)) <= {"report-1.txt", "report-2.txt"}


def test_not_is_a_word_to_be_found(full: Ledger) -> None:
    """“NOT a café” is in one of them, and “OR” too."""
    assert names(full, "NOT café") == names(full, "café OR seems") == ["report-2.txt"]


@given(st.text(max_size=30))
@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_query_is_answered(full: Ledger, query: str) -> None:
    """Whatever is typed, there is an answer and no error."""
    full.search(query, AsOf(), 5)


def test_a_search_answers_as_of_the_asked_day(full: Ledger) -> None:
    """What came later is not found by an earlier day; what was taken back is not found at all."""
    assert names(full, "shut", AsOf(known="2024-04-30")) == []
    assert names(full, "shut", AsOf(known="2024-05")) == ["report-1.txt"]
    full.take_back(full.last_in_force().number, by="ed")
    assert names(full, "shut") == []


def test_a_hit_carries_the_statement_it_stands_in(full: Ledger) -> None:
    """Reported words come with who is reported to have said them; others as the source's."""
    (hit,) = full.search("“gate 1 stood”", AsOf(), 5)
    assert hit.statement is not None
    assert hit.attributed().startswith("Ida Morrow (said; report-1.txt, 2025-04): “Gate 1")
    (hit,) = full.search("café angso", AsOf(), 5)
    assert hit.statement is None
    assert hit.attributed().startswith("report-1.txt, 2025-04 writes: “The café")


def test_the_places_found_are_the_words_themselves(full: Ledger) -> None:
    """Each span shows one of the words that were asked for."""
    (hit,) = full.search("company respond", AsOf(known="2024-05"), 5)
    text = full.text(full.ask.sources(AsOf())[0].text or "")
    assert {span.of(text.characters) for span in hit.found} == {"company", "respond"}
    assert hit.at.of(text.characters) == hit.words


def test_words_found_without_their_accents_are_marked_too(full: Ledger) -> None:
    """A hit that cannot show where is no hit."""
    (hit,) = full.search("angso", AsOf(), 5)
    text = full.text(full.ask.sources(AsOf())[0].text or "")
    assert [span.of(text.characters) for span in hit.found] == ["Ängsö"]
