"""For whom speakers speak: which body is the prosecution, and what nobody may be called."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.assess.claims.cast import said

from onrecord.assess import Parties
from onrecord.assess.speaking import Side
from onrecord.core.rows import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Naming


def of(speaker: str, actor: str, content: str = "it is so", source: str = "one") -> StatementRow:
    return replace(said(speaker, content, source=source), actor_name=actor)


def key(parties: Parties, words: str, name: str = "") -> str:
    found = parties.of(words, name, Naming.NAMED)
    return found.key if found else ""


@pytest.mark.parametrize(
    "row",
    [
        of("Prosecutors", "Guild Examiner's Office"),
        of("a report", "Daily Echo", "Guild Examiner's Office has dropped the charge"),
        of("the office", "Guild Examiner's Office", "We have today laid two counts before them"),
    ],
)
def test_the_body_that_lays_or_drops_the_charge_is_the_prosecution(row: StatementRow) -> None:
    """Whatever it is called: its people, its notice and "prosecutors" are one party then."""
    office = of("Guild Examiner's Office", "Guild Examiner's Office")
    parties = Parties([row, office], ["Guild Examiner's Office", "Daily Echo"])
    for words in (
        "Guild Examiner's Office", "prosecutors", "Una Bright, the deputy guild examiner",
        "the guild examiner", "a spokesman for the Guild Examiner",
    ):  # fmt: skip
        assert key(parties, words) == Side.PROSECUTION
    own = parties.of_outlet("Guild Examiner's Office")
    assert own is not None
    assert own.key == Side.PROSECUTION
    party = parties.of("prosecutors", "", Naming.ROLE_ONLY)
    assert party is not None
    assert party.name == "Guild Examiner's Office"


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Ann Pell, a critic of the guild examiner", "Ann Pell"),
        ("Ann Pell, a former guild examiner", "Ann Pell"),
        ("Harbour Board", "Harbour Board"),
    ],
)
def test_who_only_stands_near_the_prosecution_is_not_it(words: str, actor: str) -> None:
    """A critic, somebody who has left, another body."""
    parties = Parties([of("Prosecutors", "Guild Examiner's Office")], ["Harbour Board"])
    assert key(parties, words, actor) != Side.PROSECUTION


def test_a_body_that_nobody_says_to_charge_is_no_side() -> None:
    """Without the deed it is only itself."""
    parties = Parties([of("the office", "Guild Examiner's Office", "We are sorry")])
    assert key(parties, "Guild Examiner's Office") != Side.PROSECUTION
    assert key(parties, "the guild examiner") != Side.PROSECUTION


def test_a_short_name_is_the_body_that_the_case_holds_it_to_be() -> None:
    """The head of "the Service" speaks for the one that texts mean by it; of two, for neither."""
    rows = [of("the Service", "Canal Service"), of("your Service", "Canal Service")]
    parties = Parties(rows, ["Canal Service", "Road Service"])
    head = "Tom Oake, director-general of the Service"
    assert key(parties, head, "Tom Oake") == "canal service"
    both = [*rows, of("the Service", "Road Service", source="two")]
    assert key(Parties(both, ["Canal Service", "Road Service"]), "the Service") == "service"


def test_of_two_with_one_surname_each_speaks_for_their_own() -> None:
    """What one of them is told to be tells nothing of the other."""
    rows = [
        of("Una Moss, a spokeswoman for the Canal Trust", "Una Moss"),
        of("Gil Moss", "Gil Moss"),
        of("Moss, a spokesman for the Road Trust", "Gil Moss"),
    ]
    parties = Parties(rows)
    assert key(parties, "Moss", "Una Moss") == "canal trust"
    assert key(parties, "Moss", "Gil Moss") == "gil moss"


@pytest.mark.parametrize(
    ("words", "actor", "name"),
    [
        ("A spokeswoman", "", "A spokeswoman"),
        ("a lawyer", "", "a lawyer"),
        ("One lawyer", "", "One lawyer"),
        ("Her statement of 3 March", "", "Her statement of 3 March"),
    ],
)
def test_who_has_no_name_is_called_by_the_words_of_the_text(
    words: str, actor: str, name: str
) -> None:
    """Nobody is called "A" or "March"."""
    party = Parties([]).of(words, actor, Naming.ROLE_ONLY)
    assert party is not None
    assert party.name == name
    assert not party.known


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Ida Moss, Registrar", "harbour pilots board"),
        ("Ida Moss (“we”)", "harbour pilots board"),
        ("Ida Moss, chief executive of the Tarn Trust", "tarn trust"),
        ("Ida Moss, a former registrar", "ida moss"),
        ("Ida Moss, a pilot", "ida moss"),
        ("Professor Ida Moss, head", "ida moss"),
    ],
)
def test_an_office_in_a_bodys_own_paper_is_of_that_body(words: str, body: str) -> None:
    """Nobody need name it there; a scholar speaks for herself, and so does who has left."""
    row = replace(of(words, "Ida Moss"), source_label="Harbour Pilots Board, 2024-05-02")
    assert key(Parties([row], ["Harbour Pilots Board"]), words, "Ida Moss") == body


def test_its_chair_is_of_the_body_that_spoke_before() -> None:
    rows = [
        replace(of("Tarn Tribunal", "Tarn Tribunal"), source_label="Daily Echo, 2024-05-02"),
        replace(
            of("its chair, Ida Moss", "Ida Moss", "the gate was shut"),
            source_label="Daily Echo, 2024-05-02", at=Span(100, 140),
        ),
    ]  # fmt: skip
    parties = Parties(rows, ["Daily Echo", "Tarn Tribunal"])
    assert key(parties, "its chair, Ida Moss", "Ida Moss") == "the court"


def test_whom_a_text_says_outright_goes_before_what_a_seat_tells() -> None:
    """A lawyer whom a body's own paper quotes as "we" still speaks for the client."""
    rows = [
        of("Gil Oake, Ann Moss's lawyer", "Gil Oake"),
        of("Ann Moss", "Ann Moss"),
        of("Gil Oake (“we”)", "Gil Oake", source="Canal Service"),
    ]
    assert key(Parties(rows), "Gil Oake", "Gil Oake") == "ann moss"


def test_the_head_of_the_company_speaks_for_the_one_that_was_named() -> None:
    """ "The company, Oddly" tells what "its head of sales" is head of."""
    rows = [
        replace(of("the company, Oddly", "Oddly"), at=Span(0, 1)),
        replace(of("Milo Strand, its head of sales", "Milo Strand"), at=Span(5, 6)),
    ]
    assert key(Parties(rows), "Milo Strand", "Milo Strand") == "oddly"


def test_the_company_is_no_client_of_a_lawyer() -> None:
    """Its spokesman speaks for nobody whom the text told of before as a person."""
    rows = [
        replace(of("her lawyer, Ines Halder", "Ines Halder"), at=Span(0, 1)),
        replace(of("Ada Lund, a spokesperson for the company", "Ada Lund"), at=Span(5, 6)),
    ]
    parties = Parties(rows, acting=[("Ines Halder", "Tom Vesey")])
    assert key(parties, "Ines Halder", "Ines Halder") == "tom vesey"
    words = "Ada Lund, a spokesperson for the company"
    assert key(parties, words, "Ada Lund") == "ada lund"


@pytest.mark.parametrize(
    "words",
    ["a report published in the Marlow Courier", "Norland’s Marlow Courier", "Marlow Courier"],
)
def test_a_report_is_of_the_paper_that_carries_it(words: str) -> None:
    party = Parties([]).of(words, "", Naming.NAMED)
    assert party is not None
    assert party.key == "marlow courier"


def test_whoever_works_at_a_body_is_not_the_body() -> None:
    """ "A Marlow Shipping stoker" and "a former Marlow Shipping stoker" speak for themselves."""
    for words in ("A Marlow Shipping stoker", "A former Marlow Shipping stoker"):
        party = Parties([]).of(words, words, Naming.ROLE_ONLY)
        assert party is not None
        assert not party.known
    named = Parties([]).of("The former Marlow Shipping stoker Tom Reed", "", Naming.NAMED)
    assert named is not None
    assert named.key == "tom reed"
