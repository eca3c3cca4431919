"""Posts told in other words than an apposition: by verbs, by who went before, in a signature."""

from __future__ import annotations

import pytest
from bench.texts import paragraphs

from onrecord.core.dates import When
from onrecord.reader import TrainedReader

READER = TrainedReader()

Row = tuple[str, str, str, str]


def rows(words: str) -> set[Row]:
    """Give holder, post, body and interval of what is told on 3 December 2021."""
    reading = READER.read(paragraphs(words), When.of("2021-12-03"))
    names = {mention.id: mention.name for mention in reading.mentions}
    return {
        (names[t.holder], t.post, t.body, t.held.edtf if t.held else "")
        for t in reading.tenures
        if t.holder
    }


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (
            "The notice is of the public defender, Rutger Hallin, who leaves office next month.",
            ("Rutger Hallin", "public defender", "", "/2022-01"),
        ),
        (
            "Ann Vale, then the school's bursar and since May registrar of the college, was away.",
            ("Ann Vale", "registrar", "college", "2021-05/.."),
        ),
        (
            "Ann Vale, then the school's bursar and since May registrar of the college, was away.",
            ("Ann Vale", "bursar", "school", "/2021-12-03"),
        ),
        (
            "Ann Vale (first respondent), until 30 April 2021 clerk to the league, was away.",
            ("Ann Vale", "clerk", "", "/2021-04-30"),
        ),
        (
            "Ann Vale, until 30 April 2021 clerk to Marrow Rovers, since 1 May 2021 bursar, left.",
            ("Ann Vale", "bursar", "", "2021-05-01/.."),
        ),
        (
            "Mayor Ann Vale, who took office last month, said no.",
            ("Ann Vale", "Mayor", "", "2021-11/.."),
        ),
        (
            "Ann Vale, who took over as registrar from Una Bright in May, was away.",
            ("Una Bright", "registrar", "", "/2021-05"),
        ),
        (
            "Rutger Hallin, State Almoner, has read the brief.",
            ("Rutger Hallin", "State Almoner", "", "/.."),
        ),
        (
            "Wendel Strand, Director-General of the Canal Service, has read it.",
            ("Wendel Strand", "Director-General", "Canal Service", "/.."),
        ),
        (
            "Pell Farrow, who ran the museum's print room until January, has left.",
            ("Pell Farrow", "head", "print room", "/2021-01"),
        ),
        (
            "Una Bright, who has run the archive since 2016, opened it.",
            ("Una Bright", "head", "archive", "2016/.."),
        ),
        (
            "Una Bright, in charge of the archive until May 2019, wrote the list.",
            ("Una Bright", "head", "archive", "/2019-05"),
        ),
        (
            "Pell Farrow, who now advises Arts Minister Ada Finch, was away.",
            ("Pell Farrow", "adviser", "Arts Minister Ada Finch", "/.."),
        ),
        (
            "The stores were kept by Pell Farrow, these days adviser to the arts minister.",
            ("Pell Farrow", "adviser", "arts minister", "/.."),
        ),
        (
            "Darina Lisk, 38, a senior surveyor who has worked in the map room since 2019, came.",
            ("Darina Lisk", "senior surveyor", "map room", "2019/.."),
        ),
    ],
)
def test_a_post_is_read_from_what_somebody_does(words: str, row: Row) -> None:
    """An office may bear any noun, and be told by a verb."""
    assert row in rows(words)


@pytest.mark.parametrize("verb", ["took over from", "succeeded", "replaced"])
def test_who_comes_after_somebody_begins_where_that_one_ends(verb: str) -> None:
    """Both held the one post that the title names."""
    told = rows(f"Arts Minister Tobin Arkell, who {verb} Ada Finch in June, said so.")
    assert ("Tobin Arkell", "Arts Minister", "", "2021-06/..") in told
    assert ("Ada Finch", "Arts Minister", "", "/2021-06") in told


def test_what_was_held_before_another_post_ends_where_that_begins() -> None:
    """Who is confirmed in a post acted in it before; of another it is only the time before."""
    told = rows("Ysolde Marr was confirmed as bursar in July after five months as acting head.")
    assert ("Ysolde Marr", "acting bursar", "", "2021-02~/2021-07") in told
    told = rows("Ned Cole was appointed rector in May 2020 after two years as dean of the school.")
    assert ("Ned Cole", "dean", "school", "2018-05~/2020-05") in told


def test_a_name_on_one_line_and_a_post_on_the_next_are_one() -> None:
    """So letters and notices are signed, and addressed."""
    told = rows("We shall answer by Friday.\n\nMarit Osk\nHarbour Ombudsman\n")
    assert [row[:2] for row in told] == [("Marit Osk", "Harbour Ombudsman")] or [
        (row[0], row[1], row[2]) for row in told
    ] == [("Marit Osk", "Ombudsman", "Harbour")]
    assert not rows("We shall tell Marit Osk\nOmbudsman rules are strict here.\n")


@pytest.mark.parametrize(
    "words",
    [
        "Pell Farrow ran the story until Friday.",
        "Pell Farrow runs the shop.",
        "Pell Farrow advises people on their gardens.",
        "Ned Cole, who replaced the boiler in May, said so.",
        "It was a matter of public order, Ned Cole said.",
        "Una Bright ran the marathon in 2019.",
    ],
)
def test_what_is_no_office_is_no_tenure(words: str) -> None:
    """The same verbs tell of much else."""
    assert not rows(words)


def test_taking_over_a_thing_is_no_coming_to_the_post() -> None:
    """The bursar was bursar before."""
    told = rows("The bursar, Ned Cole, who took over the lease in May, said so.")
    assert told == {("Ned Cole", "bursar", "", "/..")}
