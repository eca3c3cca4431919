"""Whose words a headline gives, and when an outlet puts something forward as its own."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.assess.claims.cast import said

from onrecord.assess import own_sentence
from onrecord.case.headlines import as_the_text_says
from onrecord.core.claims import PositionRow
from onrecord.core.identity import SourceId, text_id
from onrecord.core.rows import SourceRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Attested,
    Basis,
    Block,
    BlockKind,
    Metadata,
    Naming,
    Stance,
    Text,
)

TITLE = Span(0, 20)


def takes(who: str, stance: Stance, at: int, party: str = "") -> PositionRow:
    row = replace(said(who, "it lost the ledgers"), at=Span(at, at + 5))
    return PositionRow(stance=stance, statement=row, said=None, origin=0, party=party,
                       party_name=party.removeprefix("party "))  # fmt: skip


def holders(*rows: PositionRow) -> list[str]:
    return [row.holder for row in as_the_text_says(rows, lambda source: [TITLE])]


def test_a_headline_is_of_whoever_says_it_in_the_text() -> None:
    above = takes("Port board", Stance.ASSERTS, 3, "party port board")
    below = takes("Ann Beck", Stance.ASSERTS, 80, "party harbour board")
    assert holders(above, below) == ["party harbour board"] * 2


def test_a_headline_of_two_voices_and_one_of_another_stance_stay_as_they_are() -> None:
    above = takes("Port board", Stance.ASSERTS, 3, "party port board")
    one = takes("Ann Beck", Stance.ASSERTS, 80, "party harbour board")
    two = takes("Ivo Pell", Stance.ASSERTS, 90, "party ivo pell")
    other = takes("Ann Beck", Stance.DENIES, 80, "party harbour board")
    assert holders(above, one, two)[0] == "party port board"
    assert holders(above, other)[0] == "party port board"
    assert holders(one, other) == ["party harbour board"] * 2


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(list(Stance)),
                          st.integers(0, 90)), max_size=6))  # fmt: skip
def test_no_position_is_lost_and_no_stance_changed(some: list[tuple[str, Stance, int]]) -> None:
    """Whatever headlines say, every row stays, with its words and its stance."""
    rows = [takes(who, stance, at, f"party {who}") for who, stance, at in some]
    made = list(as_the_text_says(rows, lambda source: [TITLE]))
    assert [(one.statement, one.stance) for one in made] == [
        (one.statement, one.stance) for one in rows
    ]


def test_a_sentence_that_ends_with_whose_words_it_is_is_not_the_outlets() -> None:
    words = "The bowl was taken from the store, two people close to the museum said."
    text = Text(
        id=text_id(words), characters=words,
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(words))),),
    )  # fmt: skip
    source = SourceRow(
        id=SourceId("src_1"), name="one.html", media_type="text/html", size=1, sha256="00",
        known="2026-01-02", entered="2026-01-02", text=None, refusal=None,
        metadata=Metadata(outlet=Attested("The Post", Basis.META)),
    )  # fmt: skip
    assert own_sentence(source, text, Span(0, len(words))).naming is Naming.AGENTLESS
    assert own_sentence(source, text, Span(0, 33)).naming is Naming.PUBLISHER
