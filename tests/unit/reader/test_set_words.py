"""Attributions in set words, signed notices, and what a sentence settles about its speakers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.core.vocabulary import SpeechAct

Reads = Callable[..., Any]


def said(found: Any, part: str) -> tuple[str | None, str | None]:
    """Give the words for the speaker, and the name, of what holds some words of content."""
    one = next(s for s in found.reading.statements if part in found.content(s))
    return found.speaker(one), found.name_of(one)


@pytest.mark.parametrize(
    ("words", "part", "speaker"),
    [
        (
            "“The shed was locked,” in the words of Ruben Stack, the porter.",
            "The shed was locked",
            "Ruben Stack, the porter",
        ),
        (
            "“The shed was locked,” was the comment of Ruben Stack, the porter.",
            "The shed was locked",
            "Ruben Stack, the porter",
        ),
        (
            "It was the contention of the rowing club that the boat had been sold.",
            "the boat had been sold",
            "the rowing club",
        ),
        (
            "The rowing club’s case was that the boat had been sold, and that Moss had sold it.",
            "the boat had been sold",
            "The rowing club",
        ),
        (
            "It is the belief of a governor acquainted with the accounts that two cheques were"
            " burnt by the bursar.",
            "two cheques were burnt",
            "a governor",
        ),
        (
            "Ines Halder, the treasurer, keeps the books. The accounts, to her mind, had never been"
            " in order.",
            "had never been in order",
            "her",
        ),
    ],
)
def test_set_words_tell_whose_it_is(read: Reads, words: str, part: str, speaker: str) -> None:
    """The network passes them over; the words alone are enough."""
    assert said(read(words), part)[0] == speaker


def test_to_her_mind_is_hers_whom_the_text_tells_of(read: Reads) -> None:
    """A pronoun there is led like any other."""
    words = (
        "Ines Halder, the treasurer, keeps the books. She wonders who wrote them. The accounts, to"
        " her mind, had never been in order."
    )
    assert said(read(words), "never been in order")[1] == "Ines Halder"


def test_a_sentence_of_two_attributions_is_not_given_to_the_second(read: Reads) -> None:
    """Whose each clause is would be a guess."""
    words = "The club wants it back, according to Munt, and the union, to Vesey’s mind, has none."
    found = read(words)
    assert all(found.speaker(s) != "Vesey" for s in found.reading.statements)


def test_a_notice_speaks_behind_its_cue(read: Reads) -> None:
    """What stands before the quotation is told in it, and says nothing itself."""
    words = (
        "Over three terms Edda Lorne “gave the tutor eleven exam papers”, claims the notice of the"
        " governors, who meet again in May."
    )
    speaker, _ = said(read(words), "eleven exam papers")
    assert speaker == "the notice of the governors"


def test_who_is_of_the_view_holds_it(read: Reads) -> None:
    """The subject of the sentence, over an apposition and another verb."""
    words = (
        "The acting warden, Ms Lorne, has been through the books and remains of the view that the"
        " rule was met."
    )
    assert said(read(words), "the rule was met")[1] == "Lorne"


NOTICE = """OFFICE OF THE SCHOOLS ADJUDICATOR

Complaint of Ms Orrin against the governors

1. I find that exam papers left the safe in the spring. Nobody has told me so.

2. I put the number at eleven. Who took them I do not say.

3. The governors dismissed Ms Orrin without hearing her.

Ines Halder
Schools Adjudicator
"""


def test_a_signed_notice_that_says_i_is_its_signers(read: Reads) -> None:
    """Not the one whom it names first, and each of its sentences."""
    found = read(NOTICE)
    for part in ("exam papers left", "the number at eleven", "The governors dismissed"):
        assert said(found, part)[1] == "Ines Halder"


def test_an_article_that_ends_with_a_name_is_no_notice(read: Reads) -> None:
    """It says "I" only where it quotes."""
    words = (
        "“I never saw the papers,” said Tom Vesey.\n\n“I was at sea,” he said.\n\n"
        "The governors meet in May.\n\nInes Halder\nBrannow\n"
    )
    found = read(words)
    assert all(found.name_of(s) != "Ines Halder" for s in found.reading.statements)


@pytest.mark.parametrize(
    ("words", "asked", "outcome"),
    [
        (
            "From the tutor’s lawyer there was no comment to be had.",
            "the tutor’s lawyer",
            "DECLINED",
        ),
        ("From the union there came no answer.", "the union", "NO_RESPONSE"),
        ("Mr Tom Vesey declined my invitation.", "Mr Tom Vesey", "DECLINED"),
    ],
)
def test_refusals_told_the_other_way_round(
    read: Reads, words: str, asked: str, outcome: str
) -> None:
    """Whoever kept silent stands first or last."""
    (reply,) = read(words).reading.replies
    assert (reply.asked.spans[0].of(words), reply.outcome.name) == (asked, outcome)


def test_the_same_is_nobody(read: Reads) -> None:
    """It can speak for none."""
    words = "Who took them I do not say. The same goes for any question of what was in the box."
    assert all(read(words).speaker(s) != "The same" for s in read(words).reading.statements)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("The treasurer pleaded not guilty to theft on Monday.", "not guilty"),
        ("“Not guilty,” she pleaded in the sheriff's court at Dorne.", "Not guilty"),
        ("The treasurer pleaded not guilty. He pleaded guilty to fraud.", "guilty to fraud"),
    ],
)
def test_who_pleads_to_a_charge_asks_for_nothing(read: Reads, words: str, part: str) -> None:
    """So no plea is a question that stays open."""
    found = read(words)
    one = next(s for s in found.reading.statements if part in found.content(s))
    assert one.act is SpeechAct.ASSERTS
    assert found.reading.questions == ()


def test_who_pleads_with_somebody_asks(read: Reads) -> None:
    found = read("The skipper pleaded with the club to keep the old boat.")
    assert {one.act for one in found.reading.statements} <= {SpeechAct.ASKS}


@pytest.mark.parametrize("cue", ["alleged", "alleges", "has claimed"])
def test_who_alleges_something_asserts_it(read: Reads, cue: str) -> None:
    """An allegation of bad conduct is shown as alleged by somebody, never as their criticism."""
    words = f"The state {cue} that Marr took at least 43 rods from the yard between May and June."
    assert [one.act for one in read(words).reading.statements] == [SpeechAct.ASSERTS]
