"""Letters: where one begins and ends, who signs it, and what its writer says."""

from __future__ import annotations

import pytest

from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Mode, Reading, SpeechAct, Statement, Text
from onrecord.reader import TrainedReader
from onrecord.reader import lexicon as tables
from onrecord.reader.layout import Layout
from onrecord.reader.letters import Letter, find

LETTER = (
    "HARBOUR BOARD",
    "Dear Dr Marsh,",
    "The lower gate was tested on 3 May. No member of the crew was told.",
    "I believe that the pump was sound. May I have the log?",
    "The foreman said that the valve was shut.",
    "Yours sincerely,",
    "Ann Vale\nClerk to the Board",
)


def _text(*paragraphs: str) -> Text:
    characters, blocks = "", []
    for words in paragraphs:
        at = Span(len(characters), len(characters) + len(words))
        blocks.append(Block(BlockKind.PARAGRAPH, at))
        characters += words + "\n\n"
    return Text(id=text_id(characters), characters=characters, blocks=tuple(blocks))


def _letter(*paragraphs: str) -> tuple[Text, Letter | None]:
    text = _text(*paragraphs)
    layout = Layout(text, None, tables.load())
    return text, find(text.characters, layout.blocks, layout.lexicon)


def _signature(*paragraphs: str) -> str | None:
    text, letter = _letter(*paragraphs)
    return letter.signature.of(text.characters) if letter else None


@pytest.mark.parametrize(
    "closing",
    [
        ("Yours faithfully,", "Ann Vale"),
        ("Kind regards\nAnn Vale\nHarbour Board",),
        ("Ann Vale", "Clerk to the Board"),
        ("Best wishes,", "Ann Vale", "cc: Ivo Marsh"),
        ("Yours in rowing,", "Ann Vale\nSecretary"),
        ("With the club's warm regards,", "Ann Vale"),
    ],
)
def test_the_name_under_a_letter_is_its_signature(closing: tuple[str, ...]) -> None:
    """With a closing phrase or without, in one block or in several."""
    assert _signature("Dear Sir,", "The gate is open.", *closing) == "Ann Vale"


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("The gate is open.", "Ann Vale"),
        ("Dear Sir,", "The gate is open."),
        ("Dear Sir,", "The gate is open.", "Yours faithfully,"),
        ("Dear me, said the clerk, the gate was open all night and nobody had been told of it.",),
        ("Dear Sir,", "Ann Vale"),
    ],
)
def test_what_nobody_opens_or_signs_is_no_letter(paragraphs: tuple[str, ...]) -> None:
    """A byline, a letter cut off, a sentence that begins with "Dear"."""
    assert _letter(*paragraphs)[1] is None


@pytest.fixture(scope="module")
def read() -> tuple[Text, Reading]:
    text = _text(*LETTER)
    return text, TrainedReader().read(text, None)


def _said(read: tuple[Text, Reading], words: str) -> Statement:
    text, reading = read
    return next(
        s for s in reading.statements if s.content.spans[0].of(text.characters).startswith(words)
    )


def _speaker(read: tuple[Text, Reading], statement: Statement) -> str:
    assert statement.source is not None
    return next(m.name for m in read[1].mentions if m.id == statement.source.mention)


def test_the_sentences_of_a_letter_are_its_writers(read: tuple[Text, Reading]) -> None:
    """They have no cue: the signature attributes them."""
    for words in ("The lower gate", "No member of the crew was told"):
        statement = _said(read, words)
        assert _speaker(read, statement) == "Ann Vale"
        assert not statement.cue.spans
        assert statement.mode is Mode.DIRECT
    assert _said(read, "May I have the log?").act is SpeechAct.ASKS


def test_i_is_who_wrote_the_letter(read: tuple[Text, Reading]) -> None:
    """ "I believe that ..." is the writer's own report of a belief."""
    assert _speaker(read, _said(read, "that the pump was sound")) == "Ann Vale"


def test_what_a_letter_reports_of_others_comes_through_its_writer(
    read: tuple[Text, Reading],
) -> None:
    """The foreman said it; that he did, the letter says."""
    inner = _said(read, "that the valve was shut")
    assert _speaker(read, inner) != "Ann Vale"
    outer = next(s for s in read[1].statements if s.id == inner.parent)
    assert _speaker(read, outer) == "Ann Vale"


def test_salutation_and_signature_say_nothing(read: tuple[Text, Reading]) -> None:
    """Only the body speaks."""
    text, reading = read
    said = [s.content.spans[0].of(text.characters) for s in reading.statements]
    assert not any(words.startswith(("Dear", "Yours", "Ann Vale", "HARBOUR")) for words in said)
