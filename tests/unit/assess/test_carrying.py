"""What documents carry of one another, by the words that show it; all of it invented."""

from __future__ import annotations

import time

import pytest
from pages_by_hand import Page

from onrecord.assess import Parties, Quoting, branches, carrying, versions
from onrecord.core.origins import CarriesRow, Carrying

STORY = (
    "Flood gates at Harrow opened by hand\n\n"
    "Engineers opened 14 flood gates at Harrow by hand on Tuesday after the power failed. "
    "Two barges broke loose and struck the railway bridge at Pell. "
    "The lock keeper, Ada Quill, had warned the water board in March that the pumps were worn. "
    "Repairs will cost 3 million crowns and take until the autumn. "
    "Nobody was hurt, and the last trains were sent over Orme."
)
REWRITE = (
    "Barges hit bridge\n\n"
    "Fourteen? No: 14 flood gates at Harrow had to be opened by hand when the power failed. "
    "The railway bridge at Pell was struck by two barges that broke loose. "
    "Ada Quill, lock keeper, had warned the board in March of worn pumps. "
    "It will take until autumn and 3 million crowns to repair."
)
OTHER = (
    "Flood gates opened\n\n"
    "Residents of Pell spent the night in a school after water rose through the cellars. "
    "A baker, Bram Vale, said he had carried his flour upstairs with both sons. "
    "The mayor thanked volunteers who brought soup and blankets to the hall. "
    "Schools stay shut until Monday, and buses run to a changed timetable."
)


def links(*pages: Page) -> list[CarriesRow]:
    carried = [page.carried for page in pages]
    said = {page.source: page.said for page in pages}
    parties = Parties([row for page in pages for row in page.said], [p.outlet for p in pages])
    return carrying(carried, Quoting(carried, said, parties).all, versions(carried))


def kinds(*pages: Page) -> set[tuple[str, str | None, Carrying]]:
    return {(row.source, row.of, row.kind) for row in links(*pages)}


def test_a_light_rewrite_is_found_and_another_report_on_the_same_night_is_not() -> None:
    """The facts of the one in its order; the other has facts of its own."""
    first = Page("first", STORY)
    told = Page("told", REWRITE, "Pell Post", "2031-03-02")
    other = Page("other", OTHER, "Orme Times", "2031-03-02")
    (row,) = links(first, told, other)
    assert (row.source, row.of, row.kind) == (told.source, first.source, Carrying.REWRITE)
    assert row.words in REWRITE
    assert row.attributed().startswith("told")


def test_the_earlier_is_carried_whichever_came_to_be_known_first() -> None:
    """A feed dumped weeks later may hold what all the others copied."""
    told = Page("told", REWRITE, "Pell Post", "2031-03-02")
    first = Page("first", STORY, day="2031-03-01")
    assert kinds(told, first) == {(told.source, first.source, Carrying.REWRITE)}


@pytest.mark.parametrize(
    "words",
    [
        "The gates at Harrow failed, as first reported by the Harrow Echo.",
        "The gates at Harrow failed, the Echo reports.",
        "Ada Quill told the Harrow Echo that the gates at Harrow failed.",
        "PELL, March 2 (THE) - The gates at Harrow failed.",
    ],
)
def test_an_outlet_that_is_named_is_carried(words: str) -> None:
    """By its name, its short name, or its initials in a dateline."""
    first = Page("first", STORY.replace("14", "15"), "The Harrow Echo")
    named = Page("named", f"Gates\n\n{words} Ada Quill of Harrow spoke.", "Pell Post", "2031-03-02")
    if "(THE)" in words:
        words = words.replace("(THE)", "(HE)")
        named = Page("named", f"Gates\n\n{words} Ada Quill of Harrow.", "Pell Post", "2031-03-02")
    assert (named.source, first.source, Carrying.CITATION) in kinds(first, named)


def test_what_is_named_and_not_on_record_is_said_to_be_outside() -> None:
    """An agency's credit line, or another outlet that had it first."""
    one = Page("one", "Gates\n\nThe gates failed, as first reported by the Orme Mercury.")
    two = Page("two", "Gates\n\nHARROW (Reuters) - The gates failed.", "Pell Post")
    found = links(one, two)
    assert [(row.source, row.of, row.named) for row in found] == [
        (one.source, None, "Orme Mercury"),
        (two.source, None, "Reuters"),
    ]
    assert found[0].title == "one names Orme Mercury (not in the record)"


def test_an_outlet_that_names_itself_carries_nobody() -> None:
    """ "told the Echo" in the Echo is its own interview."""
    one = Page("one", STORY)
    two = Page("two", "Gates\n\nAda Quill told the Harrow Echo of 14 gates.", day="2031-03-05")
    assert not links(one, two)


def test_a_correction_leads_to_the_report_it_speaks_of() -> None:
    """Of the same outlet, the one that shares its words; a retraction takes the whole back."""
    first, other = Page("first", STORY), Page("other", OTHER, day="2031-03-02")
    note = "Correction: In our report on Ada Quill we said 14 gates at Harrow failed. It was 4."
    fixed = Page("fixed", f"Weather\n\nRain is forecast.\n\n{note}", day="2031-03-09")
    back = "We have withdrawn our report on Ada Quill and the gates at Harrow of Tuesday."
    taken = Page("taken", f"Note\n\n{back}", day="2031-03-20")
    found = {(row.source, row.of, row.kind) for row in links(first, other, fixed, taken)}
    assert (fixed.source, first.source, Carrying.CORRECTION) in found
    assert (taken.source, first.source, Carrying.RETRACTION) in found


def test_documents_stand_as_trees_each_once() -> None:
    """Below what they carry most closely; what carries nothing and is not carried is left out."""
    first = Page("first", STORY)
    told = Page("told", REWRITE, "Pell Post", "2031-03-02")
    also = Page("also", "Gates\n\nThe gates failed, as first reported by the Orme Mercury.", "Sun")
    alone = Page("alone", OTHER, "Orme Times", "2031-03-02")
    pages = (first, told, also, alone)
    rows = branches({page.source: page.name for page in pages}, links(*pages))
    assert [(row.depth, row.source_label) for row in rows] == [
        (0, "first"), (1, "told"), (0, "Orme Mercury"), (1, "also"),
    ]  # fmt: skip
    assert rows[0].link is None
    assert rows[1].link is not None


@pytest.mark.parametrize(
    "words",
    ["A" * 60_000, "The " * 20_000, "“" * 30_000, '"x ' * 20_000, "first reported by " * 4_000,
     "correction " * 6_000, "Mr. A. " * 10_000],
    ids=["one word", "articles", "marks", "straight marks", "cues", "notes", "initials"],
)  # fmt: skip
def test_hostile_words_take_no_more_than_their_length(words: str) -> None:
    """Twice the text may take twice the time, not four times: seconds here would be the square."""
    begun = time.process_time()
    links(Page("one", f"Head\n\n{words}"), Page("two", f"Head\n\n{words} end", "Pell Post"))
    assert time.process_time() - begun < 8
