"""Sources that carry one copy are found by their words; what is written anew is not claimed."""

from __future__ import annotations

import random
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.assess import Carried, origins
from onrecord.core.identity import SourceId, text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Text

NUMBERS = count()
WORDS = [a + b for a in ("lo", "ga", "te", "mi", "wa") for b in ("ck", "rn", "ll", "sh", "nd")]


def prose(seed: int, words: int) -> str:
    """Give words in an order of their own for each seed."""
    chance = random.Random(seed)
    return " ".join(chance.choice(WORDS) + str(chance.randrange(40)) for _ in range(words))


def carried(
    *paragraphs: str, address: str | None = None, kind: BlockKind = BlockKind.PARAGRAPH
) -> Carried:
    number = next(NUMBERS)
    characters, blocks = "", []
    for words in (f"Headline {number}", *paragraphs):
        start = len(characters)
        characters += words + "\n\n"
        what = kind if blocks else BlockKind.HEADLINE
        blocks.append(Block(what, Span(start, start + len(words))))
    text = Text(id=text_id(characters), characters=characters, blocks=tuple(blocks))
    return Carried(SourceId(f"src_{number}"), text, address)


def groups(items: list[Carried]) -> list[tuple[SourceId, ...]]:
    return [origin.sources for origin in origins(items)]


AGENCY = prose(1, 120)


def test_an_agencys_copy_is_one_origin_whoever_printed_it() -> None:
    """With a paragraph put before it, cut at the end, or in other letter case."""
    first = carried(AGENCY)
    cut = carried(prose(2, 20), " ".join(AGENCY.split()[:70]))
    loud = carried(AGENCY.upper())
    alone = carried(prose(3, 120))
    (origin,) = origins([first, alone, cut, loud])
    assert origin.sources == (first.source, cut.source, loud.source)
    assert 0.5 <= origin.likeness <= 1
    assert "runs of 8 words" in origin.because[0]


def test_two_copies_of_different_parts_are_one_origin_through_the_whole() -> None:
    """Neither half is like the other; both are like what they were cut from."""
    words = AGENCY.split()
    halves = [carried(" ".join(words[:60])), carried(" ".join(words[60:]))]
    whole = carried(AGENCY)
    assert groups(halves) == []
    assert groups([*halves, whole]) == [(halves[0].source, halves[1].source, whole.source)]


def test_a_rewrite_in_other_words_is_not_claimed() -> None:
    """A new word in every seven leaves no run of eight."""
    words = AGENCY.split()
    rewritten = " ".join(w if at % 7 else "otherwise" for at, w in enumerate(words))
    assert groups([carried(AGENCY), carried(rewritten)]) == []


def test_a_shared_quotation_is_no_copy() -> None:
    """Thirty words of a hundred and fifty that both report."""
    quotation = prose(4, 30)
    assert groups([carried(prose(5, 120), quotation), carried(quotation, prose(6, 120))]) == []


def test_versions_of_one_page_are_not_copies_of_each_other() -> None:
    """The same address twice is one page that changed."""
    page = "https://news.invalid/lock"
    versions = [carried(AGENCY, address=page), carried(AGENCY, prose(7, 10), address=page)]
    assert groups(versions) == []
    elsewhere = carried(AGENCY, address="https://other.invalid/lock")
    assert groups([versions[0], elsewhere]) == [(versions[0].source, elsewhere.source)]


def test_a_formula_that_everybody_prints_is_no_copy() -> None:
    """A standing line of fifty words under thirty articles of sixty makes none of them a copy."""
    formula = prose(8, 50)
    assert groups([carried(prose(100 + n, 60), formula) for n in range(30)]) == []


def test_copy_that_very_many_carry_is_still_one_origin() -> None:
    """An agency's piece in forty papers is not forty origins."""
    papers = [carried(AGENCY) for _ in range(40)]
    assert groups([carried(prose(9, 90)), *papers]) == [tuple(paper.source for paper in papers)]


def test_only_the_article_itself_counts() -> None:
    """Captions, lists of links and boilerplate that two pages share say nothing of the text."""
    pages = [carried(AGENCY, kind=BlockKind.BOILERPLATE) for _ in range(2)]
    assert groups(pages) == []


def test_nothing_is_said_of_a_text_too_short_to_tell() -> None:
    """Two identical notes of twenty words may be chance."""
    assert groups([carried(prose(10, 20)), carried(prose(10, 20))]) == []
    assert groups([]) == []


@given(st.lists(st.sampled_from(["whole", "first half", "second half", "other"]), max_size=6))
@settings(deadline=None)
def test_no_source_belongs_to_two_origins_and_the_first_known_leads(kinds: list[str]) -> None:
    """Groups are apart from each other, of two or more, in the order of arrival."""
    words = AGENCY.split()
    made = {
        "whole": AGENCY,
        "first half": " ".join(words[:60]),
        "second half": " ".join(words[60:]),
    }
    items = [carried(made.get(kind, prose(200 + at, 100))) for at, kind in enumerate(kinds)]
    order = {item.source: at for at, item in enumerate(items)}
    found = groups(items)
    members = [source for group in found for source in group]
    assert len(members) == len(set(members))
    for group in found:
        assert len(group) >= 2
        assert [order[source] for source in group] == sorted(order[source] for source in group)
