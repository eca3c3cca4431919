"""Who acts for whom, as texts tell it, and whose a lawyer's statement then is."""

from __future__ import annotations

import pytest

from onrecord.assess import Parties, acting, heads
from onrecord.assess.speaking import Side
from onrecord.core.identity import TextId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Naming, Text


def told(words: str) -> set[tuple[str, str]]:
    """Give what one text tells."""
    block = Block(BlockKind.PARAGRAPH, Span(0, len(words)))
    return set(acting([Text(id=TextId("txt"), characters=words, blocks=(block,))]))


@pytest.mark.parametrize(
    "words",
    [
        "Ines Halder, who appears for Tom Vesey, was calmer.",
        "Ines Halder, for the union, left. Vesey’s colleague and Tom Vesey’s lawyer, Ines Halder,",
        "Ines Halder, counsel for Tom Vesey, rose.",
        "Ines Halder, representing Tom Vesey, rose.",
        "Mr Ruben Stack for the first accused, Edda Lorne; Ms Ines Halder for the second accused,"
        " Tom Vesey.",
        "Ines Halder, for Tom Vesey, said he was relieved.",
        "For Tom Vesey, who is no kin of the clerk, Ada Vesey, the solicitor Ines Halder rose.",
        "Tom Vesey could not be reached; his lawyer, Ines Halder, asked for time.",
        "Then there is Tom Vesey. ‘My client is not Person K,’ his lawyer, Ines Halder, said.",
    ],
)
def test_a_text_tells_who_acts_for_whom(words: str) -> None:
    """In several wordings; what only stands beside tells nothing."""
    assert ("Ines Halder", "Tom Vesey") in told(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ines Halder waited for Tom Vesey.",
        "Ines Halder, the officer’s lawyer, rose.",
        "Tom Vesey’s sister, Ines Halder, rose.",
        "Ada Lund told Tom Vesey that his lawyer, Ines Halder, was late.",
        "Ines Halder, for six seasons in goal, rose.",
        "The Harbour Board wrote to his lawyer, Ines Halder.",
    ],
)
def test_what_is_no_office_for_another_is_none(words: str) -> None:
    """A sister speaks for herself, and so does a lawyer of somebody who is not named."""
    assert told(words) == set()


def test_a_lawyer_told_of_in_a_text_speaks_for_the_client_everywhere() -> None:
    """Unless texts tell of two clients: then for neither."""
    one = Parties([], acting=[("Ines Halder", "Tom Vesey")])
    party = one.of("Ines Halder", "Ines Halder", Naming.NAMED)
    assert party is not None
    assert party.key == "tom vesey"
    two = Parties([], acting=[("Ines Halder", "Tom Vesey"), ("Ines Halder", "Edda Lorne")])
    party = two.of("Ines Halder", "Ines Halder", Naming.NAMED)
    assert party is not None
    assert party.key == "ines halder"


def test_its_lawyers_are_of_whom_the_text_means() -> None:
    """The name that the reader gives them tells it, and not another text's."""
    parties = Parties([])
    mine = parties.of("Its lawyers", "Corley Rowing Club’s lawyers", Naming.ROLE_ONLY)
    theirs = parties.of("his lawyers", "Tom Vesey’s lawyers", Naming.ROLE_ONLY)
    assert mine is not None
    assert mine.key == "corley rowing club"
    assert theirs is not None
    assert theirs.key == "tom vesey"


def test_the_officers_lawyer_does_not_speak_for_the_police() -> None:
    """One officer is no force."""
    party = Parties([]).of("Ines Halder, the officer’s lawyer", "Ines Halder", Naming.NAMED)
    assert party is not None
    assert party.key == "ines halder"


def posts(words: str) -> set[tuple[str, str]]:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(words)))
    return set(heads([Text(id=TextId("txt"), characters=words, blocks=(block,))]))


@pytest.mark.parametrize(
    "words",
    [
        "The guild prosecutor, Una Bright, was content.",
        "So held Una Bright, the guild prosecutor, in May.",
    ],
)
def test_who_holds_an_accusers_post_has_its_side_for_origin(words: str) -> None:
    """The stance stays hers: another party than the office."""
    parties = Parties([])
    (told_so,) = posts(words)
    head = parties.head(*told_so)
    assert head is not None
    assert [party.key for party in head] == ["una bright", Side.PROSECUTION]


@pytest.mark.parametrize(
    "words",
    ["The former prosecutor, Una Bright, was content.", "The guild treasurer, Una Bright, left."],
)
def test_who_held_it_once_or_holds_another_has_not(words: str) -> None:
    assert not posts(words)
