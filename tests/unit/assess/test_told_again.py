"""A copy carries a claim wherever it has the words that carry it; it is no origin of its own."""

from __future__ import annotations

from tests.unit.assess.pages_by_hand import Page
from tests.unit.assess.test_origins_of_a_claim import count, record, takes

BODY = (
    "The verger sold two of the organ pipes to a dealer in Marsh, Ada Quill said. The chapter met"
    " for an hour behind closed doors on Tuesday night. Nobody from the dealer's shop could be"
    " reached by telephone before this page went to print."
)


def agency() -> Page:
    page = Page("agency", f"Wire\n\n{BODY}", "Vale Press Wire", "2031-03-01")
    page.says("sold two of the organ pipes to a dealer", "Ada Quill")
    return page


def test_a_copy_in_which_nobody_was_found_to_say_it_is_under_its_origin() -> None:
    first = agency()
    copy = Page("copy", f"Post\n\n{BODY}", "Pell Post", "2031-03-02")
    found = count(first, copy)
    assert found.origins == ((first.source, copy.source),)
    assert any("has the words of Vale Press Wire" in why for why in found.because)


def test_a_copy_that_denies_it_does_not_carry_it() -> None:
    first = agency()
    words = BODY.replace("The verger sold", "The verger never sold")
    copy = Page("copy", f"Post\n\n{words}", "Pell Post", "2031-03-02")
    assert count(first, copy).origins == ((first.source,),)


def test_a_copy_that_leaves_the_sentence_out_does_not_carry_it() -> None:
    first = agency()
    words = BODY.partition(". ")[2]
    copy = Page("copy", f"Post\n\n{words}", "Pell Post", "2031-03-02")
    assert count(first, copy).origins == ((first.source,),)


def test_what_stands_again_adds_no_origin_and_moves_no_position() -> None:
    first = agency()
    other = Page("other", "Sun\n\nHe sold them, Bram Vale said.", "Daily Sun", "2031-03-03")
    other.says("He sold them", "Bram Vale")
    copy = Page("copy", f"Post\n\n{BODY}", "Pell Post", "2031-03-02")
    pages = record(first, other, copy)
    rows = [takes(first.said[0]), takes(other.said[0])]
    found = pages.counted(rows)
    assert len(found.origins) == 2
    assert found.index == (0, 1)
