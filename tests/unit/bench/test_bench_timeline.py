"""The timeline task: relations counted by hand, and words found beside the name of a target."""

from __future__ import annotations

import pytest
from bench.tasks.timeline import events, figures, joined, ordered
from bench.texts import paragraphs
from bench.timelines import closure, compared, reduced
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.reader import TrainedReader


def entry(order: int, date: str, *words: str) -> dict[str, object]:
    return {"order": order, "date": date, "mentions": [["d", 1, word] for word in words]}


GOLD = [
    entry(0, "XXXX-XX-XX", "planned"),
    entry(1, "2005-01-18", "launched", "launch"),
    entry(1, "2005-01-18", "said"),
    entry(2, "2005-04-XX", "took_off"),
]


def test_a_timeline_compared_with_itself_is_right_in_every_relation() -> None:
    """Three events in dates, one pair together, one step: what could not be put in time is out."""
    made = compared(GOLD, GOLD)
    assert (made["gold"], made["gold right"]) == (5, 5)
    assert (made["found"], made["found right"]) == (5, 5)
    assert figures(made)["relations F1"] == 1.0


def test_what_is_missing_costs_recall_and_what_is_too_much_precision() -> None:
    """By hand: the right event in its date, a wrong one beside it."""
    found = [entry(1, "2005-01-18", "launch"), entry(1, "2005-01-18", "ate")]
    made = compared(GOLD, found)
    # Found: two in their date and one pair; right: one. Gold: five, of which one is held.
    assert (made["found"], made["found right"]) == (3, 1)
    assert (made["gold"], made["gold right"]) == (5, 1)


def test_another_mention_of_an_event_is_no_second_event() -> None:
    """Nor does it cost anything."""
    found = [entry(1, "2005-01-18", "launch"), entry(1, "2005-01-18", "launched")]
    assert compared(GOLD, found)["found"] == 1


def test_order_counts_though_a_date_is_wrong() -> None:
    """Before is before; the two dates are not those of the gold."""
    found = [entry(1, "2004", "said"), entry(2, "2006", "took")]
    made = compared(GOLD, found)
    assert (made["found"], made["found right"]) == (3, 1)


_LINES = st.lists(st.tuples(st.integers(1, 4), st.sampled_from("abcdefgh")), max_size=10)


@given(_LINES)
def test_what_is_reduced_lies_in_the_closure_and_is_as_few_as_can_be(
    line: list[tuple[int, str]],
) -> None:
    """n events at k places: n dates, n - k pairs, k - 1 steps."""
    unique = {word: order for order, word in line}
    named = [(word, entry(order, str(order), word)) for word, order in unique.items()]
    places = len(set(unique.values()))
    kept = reduced(named)
    assert kept <= closure(named)
    assert len(kept) == (2 * len(named) - 1 if named else 0)
    assert sum(kind == "before" for _, kind, _ in kept) == max(0, places - 1)


SENTENCES = [
    {"n": 0, "tokens": ["Vale", "Air", "opens", "new", "hangar"]},
    {"n": 1, "tokens": ["Vale", "Air", "delivered", "a", "plane", "in", "May", "2007", "."]},
    {"n": 2, "tokens": ["The", "board", "met", "."]},
]


def test_a_verb_beside_the_name_is_dated_by_its_sentence_or_by_the_document() -> None:
    """A sentence that does not name the target tells nothing of it."""
    text, places = joined(SENTENCES)
    reading = TrainedReader().read(paragraphs(text), When.of("2008-03-01"))
    document = {"id": "d", "dct": "2008-03-01"}
    found = list(events("Vale Air", document, text, places, reading))
    assert ("2007-05-XX", [["d", 1, "delivered"]]) in found
    assert ("2008-03-01", [["d", 0, "opens"]]) in found
    assert all(mentions[0][1] != 2 for _, mentions in found)
    assert [one["order"] for one in ordered(found)] == sorted(range(1, len(found) + 1))


@pytest.mark.parametrize("target", ["", "Nobody Known"])
def test_a_target_that_is_not_named_has_an_empty_timeline(target: str) -> None:
    """Nothing is invented for it."""
    text, places = joined(SENTENCES[2:])
    reading = TrainedReader().read(paragraphs(text), When.of("2008-03-01"))
    assert list(events(target or "Nobody", {"id": "d", "dct": ""}, text, places, reading)) == []
