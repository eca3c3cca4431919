"""Whom a pronoun means: laws of who can speak of whom, over sentences of several fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Reads = Callable[..., Any]


def who(found: Any, part: str) -> str | None:
    """Give the name behind the statement in whose content some words stand."""
    for said in found.reading.statements:
        if part in found.content(said):
            name: str | None = found.name_of(said)
            return name
    return None


@pytest.mark.parametrize(
    ("words", "part", "speaker"),
    [
        (
            "Ines Halder, who appears for the bursar, was calmer. The pupils had been told twice by"
            " Brack, she conceded, across the yard, and nobody had minded.",
            "The pupils had been told",
            "Ines Halder",
        ),
        (
            "Mara Quill, the coxswain, was calm. The boat had been moved by Jessop, she insisted.",
            "moved by Jessop",
            "Mara Quill",
        ),
        (
            "“He never asked me for a key,” said Ruben Stack, the porter. “He rang the curator.”",
            "He never asked",
            "Ruben Stack",
        ),
    ],
)
def test_nobody_reports_himself_by_name(read: Reads, words: str, part: str, speaker: str) -> None:
    """Whoever is named inside the words reported is not the "she" who reports them."""
    assert who(read(words), part) == speaker


def test_an_attribution_put_into_a_sentence_is_of_all_of_it(read: Reads) -> None:
    """What stands on both sides of it is said, to the end, over semicolons."""
    words = (
        "Ines Halder, the treasurer, was calmer. The coaches had been paid twice, she conceded,"
        " across three terms, and nobody had noticed; the union had never been told."
    )
    found = read(words)
    content = next(c for s in found.reading.statements if "paid twice" in (c := found.content(s)))
    assert "the union had never been told" in content


@pytest.mark.parametrize(
    "words",
    [
        "The coach was dismissed, the union said, adding that it would appeal.",
        "The coach was dismissed, the union said, but the club would not confirm it.",
    ],
)
def test_what_tells_of_the_saying_is_no_part_of_what_is_said(read: Reads, words: str) -> None:
    """A clause behind an attribution that is another's or tells of it is left out."""
    found = read(words)
    content = next(c for s in found.reading.statements if "dismissed" in (c := found.content(s)))
    assert "appeal" not in content
    assert "confirm" not in content


def test_it_is_alleged_between_commas_is_of_the_whole_sentence(read: Reads) -> None:
    """The words before it alone say nothing."""
    words = (
        "Between 3 May and 9 June 2022, it is alleged, Ms Orrin gave Mr Tasker eleven exam papers."
    )
    found = read(words)
    assert any(
        "Ms Orrin gave Mr Tasker eleven exam papers" in found.content(s)
        for s in found.reading.statements
    )


def test_he_is_whom_the_apposition_tells_of(read: Reads) -> None:
    """And not the one to whom it only relates him."""
    words = (
        "The caller was Tom Vesey, then deputy to Clara Munt and, until the year he joined her, a"
        " warden. Vesey denied it. “I have never rung the school,” he said."
    )
    found = read(words)
    assert who(found, "never rung") == "Tom Vesey"


def test_several_are_no_she(read: Reads) -> None:
    """A pronoun of one person does not mean lawyers."""
    words = (
        "On Friday his lawyers said he had paid the fees.\n\n"
        "Munt, who left the museum in June, chose her words. “In May I heard of a loan,” she said."
    )
    assert who(read(words), "In May I heard") == "Munt"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Her statement of 3 March", "Edda Lorne"),
        ("Her e-mail of that night", "Edda Lorne"),
        ("Edda Lorne’s affidavit", "Edda Lorne"),
        ("A letter from Edda Lorne", "Edda Lorne"),
    ],
)
def test_a_paper_speaks_for_who_wrote_it(read: Reads, source: str, name: str) -> None:
    """Her statement says what she says."""
    words = f"Edda Lorne keeps the register. {source} reads: “I signed for four boxes.”"
    assert who(read(words), "I signed for four boxes") == name


def test_two_who_own_have_not_the_same_lawyers(read: Reads) -> None:
    """And each is shown as whose they are."""
    words = (
        "Tom Vesey has denied it. On Friday his lawyers said he had asked only about his pension."
        "\n\nThe Corley Rowing Club has gone back on its account. Its lawyers now say that the club"
        " did pay a fee."
    )
    found = read(words)
    assert who(found, "his pension") == "Tom Vesey’s lawyers"
    assert who(found, "did pay a fee") == "Corley Rowing Club’s lawyers"


def test_a_spokeswoman_is_of_the_body_that_her_paragraph_names(read: Reads) -> None:
    """Of two bodies she is of neither."""
    one = "The Corley Rowing Club hit back. “We have paid nobody,” fumed a spokeswoman."
    assert who(read(one), "We have paid nobody") == "Corley Rowing Club’s spokeswoman"
    inside = (
        "The Corley Rowing Club hit back. “We have never paid Mr Tom Vesey,” fumed a spokeswoman."
    )
    assert who(read(inside), "We have never paid") == "Corley Rowing Club’s spokeswoman"
    two = (
        "The Corley Rowing Club and the Harbour Union met. “We have paid nobody,” a spokeswoman"
        " said."
    )
    assert who(read(two), "We have paid nobody") == "a spokeswoman"


def test_i_in_a_turn_is_its_speaker_and_i_in_a_report_nobody_named_in_it(read: Reads) -> None:
    """The network leads no first person to somebody whom the text tells of."""
    words = "MS ORRIN: I put it to the governors.\n\nMR TASKER: I have never seen it."
    found = read(words)
    led = {m.at.of(words): m.same_as for m in found.reading.mentions if m.name == "I"}
    names = {m.id: m.name for m in found.reading.mentions}
    assert all(names[one] in ("ORRIN", "TASKER", "MS ORRIN", "MR TASKER") for one in led.values())
    plain = read("Edda Lorne has not replied to an email that we sent on Friday.")
    assert not any(m.name == "we" for m in plain.reading.mentions)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Vesey’s rejection of the accusation was total.", "DENIES"),
        ("The union’s denial of any payment was flat.", "DENIES"),
    ],
)
def test_a_noun_of_denial_denies(read: Reads, words: str, act: str) -> None:
    """Whatever the network makes of it."""
    found = read("Tom Vesey runs the union. " + words)
    assert [s.act.name for s in found.reading.statements] == [act]


@pytest.mark.parametrize(
    ("words", "asked", "outcome"),
    [
        ("The museum said that it had nothing to add.", "The museum", "DECLINED"),
        ("On the loans the lawyers had nothing to add.", "the lawyers", "DECLINED"),
        ("Tom Vesey has yet to reply to a letter.", "Tom Vesey", "NO_RESPONSE"),
        ("Tom Vesey would neither confirm nor deny it.", "Tom Vesey", "DECLINED"),
        ("The coach did not come to the door.", "The coach", "NO_RESPONSE"),
        ("Clara Munt declined to discuss the loan.", "Clara Munt", "DECLINED"),
    ],
)
def test_refusals_in_other_words(read: Reads, words: str, asked: str, outcome: str) -> None:
    """Each is an event with who was asked, and no statement."""
    found = read(words)
    (reply,) = found.reading.replies
    assert reply.outcome.name == outcome
    assert reply.asked.spans[0].of(words) == asked


def test_it_is_no_person(read: Reads) -> None:
    words = (
        "A tribunal found on Friday that the lock had been left open. Its chair, Adela Thorne, read"
        " a summary in the town hall. It did find that the keeper had sent the keys to a dealer."
    )
    assert who(read(words), "sent the keys") != "Adela Thorne"
