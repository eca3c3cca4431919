"""Quantities: numbers in words and digits, the places of their words, and texts made to be slow."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.errors import WrongUse
from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Bound, Quantity
from onrecord.reader import lexicon, only_quantity
from onrecord.reader.quantities import again, quantities
from onrecord.reader.words import words

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def read(characters: str) -> list[Quantity]:
    tables = lexicon.load()
    found = words(characters, Span(0, len(characters)), tables)
    return quantities(text_id(characters), characters, found, [], tables)


def spelt(number: int) -> str:
    """Write a number in words, up to billions."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            link = " and " if 0 < rest < 100 else " "
            return f"{spelt(number // scale)} {name}{link + spelt(rest) if rest else ''}"
    if number >= 100:
        rest = number % 100
        return f"{SMALL[number // 100]} hundred{' and ' + spelt(rest) if rest else ''}"
    if number >= 20:
        return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    return SMALL[number]


@given(st.integers(2, 999_999_999_999))
def test_a_number_in_words_is_read_as_the_number_it_says(number: int) -> None:
    """Up to billions, with its hyphens and its "and"s; and so are its digits."""
    for written in (spelt(number), f"{number:,}"):
        (one,) = read(f"Some {written} reports were sent.")
        assert (one.number, one.item) == (number, "reports")


@given(st.text("0123456789 ,.-–£$%()ab\n", max_size=60) | st.lists(st.sampled_from(
    ["at least", "between", "and", "from", "to", "one", "twenty", "hundred", "million", "half",
     "a", "third", "of", "the", "reports", "41m", "24-person", "£", "in", "dozens", "twice", ","]
)).map(" ".join))  # fmt: skip
def test_whatever_stands_there_is_read_without_a_fault_and_in_its_place(characters: str) -> None:
    """Every span holds words of the text, inside the expression, and none overlaps the next."""
    found = read(characters)
    for one in found:
        for at in (one.at, one.number_at, *one.bound_at, *one.unit_at, *one.item_at, *one.owner_at):
            assert at.fits(characters)
        assert one.at.holds(one.number_at)
        assert one.number is None or one.most is None or one.number < one.most
    assert all(a.at.end <= b.at.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    "unit",
    ["7", "12 ", "twenty ", "one hundred and ", "at least ", "£", "between 1 and ", "dozens of ",
     "a ", "half ", "1-", "reports ", "and two reports ", "one in "],
)  # fmt: skip
def test_a_text_made_to_be_slow_takes_time_in_proportion(unit: str) -> None:
    """A hundred thousand characters of one thing are read in a moment."""
    characters = unit * (100_000 // len(unit))
    began = time.process_time()
    read(characters)
    assert time.process_time() - began < 5


def test_over_some_years_is_during_them_where_it_says_how_long_it_takes() -> None:
    """ "$5 over ten years" is no bound; "for over ten years" is one."""
    bounds = {
        words_told: [one.bound.value for one in read(words_told)]
        for words_told in ("It costs $5 over ten years.", "He led it for over ten years.")
    }
    assert list(bounds.values()) == [["exactly", "exactly"], ["more than"]]


def test_a_part_of_a_round_number_is_a_number() -> None:
    """A quarter of a million is 250,000; "asked about all four" is no estimate."""
    assert only_quantity("a quarter of a million dollars").number == 250_000
    (one,) = read("They asked about all four candidates.")
    assert (one.bound.value, one.number) == ("exactly", 4)


def test_ages_that_are_only_numbers_count_nothing() -> None:
    """Neither one nor two of them."""
    assert read("Those between the ages of 17 and 20 may apply, not at the age of 34.") == []


def test_a_number_too_long_to_be_exact_is_none() -> None:
    """Nothing is rounded that the words give whole."""
    assert read(f"They sent {'9' * 30} reports.") == []


def test_one_quantity_can_be_told_and_anything_else_is_refused() -> None:
    """As for a comparison; the refusal says how to put it."""
    assert only_quantity("at least 34 reports").number == 34
    for words_told in ("", "reports", "two pears and three plums"):
        with pytest.raises(WrongUse, match="is not one quantity"):
            only_quantity(words_told)


def test_a_quantity_may_point_back_to_the_one_before_it() -> None:
    """ "At least that number" has its own bound, and the number and the thing of the other."""
    words_ = "Nine gauges were listed. There were at least that number."
    (first,) = read(words_[:24])
    (back,) = again(text_id(words_), words_, [first])
    assert (back.bound, back.number, back.item) == (Bound.AT_LEAST, 9, first.item)
    assert back.at.of(words_) == "at least that number"
    assert not list(again(text_id(words_), words_, []))
    far = f"{words_[:24]} {'It rained. ' * 40} There were at least that number."
    assert not list(again(text_id(far), far, [first]))
