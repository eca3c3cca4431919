"""The words of the trade: frozen, slotted, and silent on what is true."""

from __future__ import annotations

import dataclasses
import inspect

import pytest

from onrecord.core import rows, vocabulary
from onrecord.core.identity import StatementId
from onrecord.core.seams import silent
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    BlockKind,
    Commitment,
    Content,
    Cue,
    Mode,
    Naming,
    Statement,
    Voice,
)

WORDS = [
    kind
    for module in (vocabulary, rows)
    for _, kind in inspect.getmembers(module, dataclasses.is_dataclass)
    if kind.__module__.startswith(module.__name__)
]


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)
def test_every_word_is_frozen_and_slotted(word: type) -> None:
    """A fact does not change, and cannot be given what it has no place for."""
    assert word.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(word)


@pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)
def test_no_word_has_a_place_for_truth(word: type) -> None:
    """There are statements and who made them; there is no field that says it is so."""
    names = {field.name for field in dataclasses.fields(word)}
    assert not names & {"true", "truth", "fact", "is_true", "rating", "verdict", "guilty"}


def test_captions_credits_and_boilerplate_do_not_speak() -> None:
    """Statements are read from the article's own running text."""
    speaking = {kind for kind in BlockKind if kind.speaks}
    assert speaking == {
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
        BlockKind.LIST,
        BlockKind.TABLE,
    }


def test_commitment_is_an_ordered_scale_with_words() -> None:
    """From ruled out to certain, with 'not stated' in the middle and not at the bottom."""
    assert sorted(Commitment)[3] is Commitment.NOT_STATED
    assert Commitment.POSSIBLE < Commitment.PROBABLE < Commitment.CERTAIN
    assert Commitment.RULED_OUT.word == "ruled out"


def test_a_statement_reaches_from_its_first_word_to_its_last() -> None:
    """Source, cue and content in any order; a statement that names nobody has one all the same."""
    voice = Voice(spans=(Span(20, 24),), naming=Naming.NAMED)
    said = Statement(
        id=StatementId("sta_1"),
        source=voice,
        cue=Cue((Span(25, 29),)),
        content=Content((Span(0, 18), Span(31, 40))),
        mode=Mode.DIRECT,
    )
    assert said.anchor == Span(0, 40)
    nobody = dataclasses.replace(said, source=None, cue=Cue(), content=Content((Span(3, 9),)))
    assert nobody.anchor == Span(3, 9)


def test_watching_nothing_costs_nothing() -> None:
    """The progress that nobody watches takes what any other takes."""
    silent("reading", 1, None)
