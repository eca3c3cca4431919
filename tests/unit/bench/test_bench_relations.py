"""The relations task: tokens put together as one writes, and both ends of a tenure among them."""

from __future__ import annotations

from bench.tasks.relations import counts, figures, joined, relations
from bench.texts import paragraphs

from onrecord.reader import TrainedReader

ROW = {
    "id": "d0",
    "sentences": [["Ann", "Vale", ",", "chair", "of", "the", "Arts", "Council", ",", "left", "."]],
    "entities": [
        {"name": "Ann Vale", "type": "PER", "mentions": [[0, 0, 2]]},
        {"name": "Arts Council", "type": "ORG", "mentions": [[0, 6, 8]]},
    ],
    "relations": [{"h": 1, "t": 0, "r": "P488", "evidence": [0]}],
}


def test_a_tenure_joins_its_holder_with_the_body_in_its_words() -> None:
    """The corpus has the chair from the body's side; for us it is one pair."""
    text, places = joined(ROW)
    assert text == "Ann Vale, chair of the Arts Council, left. "
    assert [span.of(text) for spans in places for span in spans] == ["Ann Vale", "Arts Council"]
    found = relations(TrainedReader().read(paragraphs(text), None), places)
    assert [(one["holders"], one["what"]) for one in found] == [([0], [1])]
    assert figures(counts(ROW, found)) == {"posts precision": 1.0, "posts recall": 1.0}
