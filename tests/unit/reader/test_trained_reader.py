"""What the trained reader promises whatever its weights: structure, fairness, hard input."""

from __future__ import annotations

import unicodedata

import pytest

from onrecord.core.dates import When
from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Block,
    BlockKind,
    Naming,
    Reading,
    SpeechAct,
    Statement,
    Text,
)
from onrecord.reader import TrainedReader

READER = TrainedReader()


def _text(*paragraphs: tuple[BlockKind, str] | str) -> Text:
    characters, blocks = "", []
    for one in paragraphs:
        kind, words = one if isinstance(one, tuple) else (BlockKind.PARAGRAPH, one)
        blocks.append(Block(kind, Span(len(characters), len(characters) + len(words))))
        characters += words + "\n"
    return Text(id=text_id(characters), characters=characters, blocks=tuple(blocks))


def _read(*paragraphs: tuple[BlockKind, str] | str) -> tuple[Text, Reading]:
    text = _text(*paragraphs)
    return text, READER.read(text, When.of("2025-03-12"))


def _words(text: Text, statement: Statement) -> tuple[str, str, str]:
    source = statement.source.spans if statement.source else ()
    parts = (source, statement.cue.spans, statement.content.spans)
    a, b, c = (" … ".join(s.of(text.characters) for s in spans) for spans in parts)
    return a, b, c


def _name(reading: Reading, statement: Statement) -> str | None:
    mention = statement.source.mention if statement.source else None
    return next((m.name for m in reading.mentions if m.id == mention), None)


def test_a_statement_inside_a_statement_keeps_its_parent() -> None:
    """The chain leads from the witness through the lawyer to the text."""
    text, reading = _read("The lawyer said the witness had denied seeing the file.")
    outer = next(s for s in reading.statements if s.parent is None)
    inner = next(s for s in reading.statements if s.parent == outer.id)
    assert _words(text, inner)[0] == "the witness"
    assert inner.act is SpeechAct.DENIES


def test_the_addressee_is_never_the_speaker() -> None:
    """Whom a letter goes to stands first and says nothing."""
    text, reading = _read(
        "In a letter to the shadow minister, Ada Finch, the director, Tom Pell, said it was lost."
    )
    (statement,) = reading.statements
    assert "Pell" in _words(text, statement)[0]
    assert _name(reading, statement) == "Tom Pell"


def test_what_the_paper_understands_is_its_own_knowledge() -> None:
    """The outlet is the source, of its own kind, and nobody near is given the words."""
    _, reading = _read(
        "Prosecutors suspected that the clerk was paid, the Harbour Courier understands."
    )
    outer = next(s for s in reading.statements if s.parent is None)
    assert outer.source is not None
    assert outer.source.naming is Naming.PUBLISHER


def test_nobody_is_given_what_nobody_is_named_for() -> None:
    """An agentless report has no source, whoever stands beside it."""
    _, reading = _read("Ann Vale left the room. It is alleged that the ledger was burned.")
    (statement,) = reading.statements
    assert statement.source is None


@pytest.mark.parametrize("adverb", ["allegedly", "reportedly", "purportedly"])
def test_an_adverb_is_no_word_of_whom_it_is_told_of(adverb: str) -> None:
    """ "A porter allegedly carried the crates" is said of the porter, and by nobody named."""
    text, reading = _read(f"A porter {adverb} carried the crates to the quay in March.")
    assert all(statement.source is None for statement in reading.statements)
    assert all("A porter" in _words(text, one)[-1] for one in reading.statements)


def test_an_identity_claim_joins_nobody() -> None:
    """That person and the named man stay two actors."""
    _, reading = _read(
        "Police said an official had received the papers.",
        "That person is understood to be Ivo Marsh, the harbour master.",
    )
    (claim,) = reading.identity_claims
    founders = {m.id: m.same_as or m.id for m in reading.mentions}
    assert founders[claim.one] != founders[claim.other]


def test_two_who_speak_together_are_a_group() -> None:
    """Neither is given alone what both said."""
    _, reading = _read("Ann Vale and Ivo Marsh said the bridge was safe.")
    (statement,) = reading.statements
    assert _name(reading, statement) == "Ann Vale and Ivo Marsh"


def test_silence_is_an_event_and_no_statement() -> None:
    """Who was asked, and that nothing came."""
    text, reading = _read("The ministry’s lawyer did not respond to a request for comment.")
    (reply,) = reading.replies
    assert reply.asked.spans[0].of(text.characters) == "The ministry’s lawyer"
    assert not reading.statements


def test_a_caption_that_repeats_the_body_is_a_duplicate_and_another_says_nothing() -> None:
    """Captions give no statements of their own."""
    body = "Ann Vale and Ivo Marsh have always maintained their innocence."
    caption = (BlockKind.CAPTION, "They have always maintained their innocence. Photograph: B. Roe")
    other = (BlockKind.CAPTION, "The mayor, who said the pier was safe, on Monday.")
    _, reading = _read(body, caption, other)
    first, second = reading.statements
    assert (first.duplicate_of, second.duplicate_of) == (None, first.id)


def test_the_reader_says_how_sure_it_is() -> None:
    """A probability, and a plain report is more than a proposal."""
    _, reading = _read("“The bridge is safe,” Ann Vale said.")
    (statement,) = reading.statements
    assert statement.sureness is not None
    assert 0.5 < statement.sureness <= 1
    assert not statement.is_proposal


HARD = {
    "empty": "",
    "blank": " \u00a0 ",
    "marks that turn the line": "\u202eAnn Vale said\u202c the \u200fbridge\u200e was safe.",
    "emoji": "👩🏽‍⚖️ Ann Vale said “the bridge 🌉 is safe” 🎉🎉.",
    "decomposed": unicodedata.normalize("NFD", "Bríd Ó Dálaigh said the café’s roof was sound."),
    "carriage returns": "Ann Vale said\r\nthe bridge\r\nwas safe.\r\n",
    "nested marks": "“‘" * 100 + "no" + "’”" * 100 + " said Ann Vale.",
    "no full stop": "the bridge and the pier and the clerk said so and " * 400,
    "no space": "x" * 20_000,
    "controls": "Ann\x00 Vale\x07 said\x1b[31m it was \ufffd safe.",
    "another script": "市長は橋は安全だと述べた。 Мэр заявил, что мост безопасен.",
}


@pytest.mark.parametrize("words", HARD.values(), ids=HARD.keys())
def test_hard_input_is_read_with_every_place_in_the_text(words: str) -> None:
    """No crash; every span lies in the text and is not empty; the same again."""
    text = Text(
        id=text_id(words),
        characters=words,
        blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(words))),) if words else (),
    )
    reading = READER.read(text, None)
    spans = [
        span
        for s in reading.statements
        for span in (*s.content.spans, *s.cue.spans, *(s.source.spans if s.source else ()))
    ]
    spans += [m.at for m in reading.mentions]
    assert all(0 <= s.start < s.end <= len(words) for s in spans)
    assert READER.read(text, None) == reading


def test_i_inside_a_quotation_is_the_one_who_is_quoted() -> None:
    """ "I believe" in the words of Ann Vale is Ann Vale."""
    _, reading = _read("Ann Vale, the clerk, said: “I believe that the gate was open.”")
    inner = next(s for s in reading.statements if s.parent is not None)
    assert _name(reading, inner) == "Ann Vale"


def test_the_subject_of_what_a_body_says_is_the_body() -> None:
    """ "The Harbour Board said it did not believe ...": the pronoun is the board."""
    text, reading = _read("The Harbour Board said it believed that the gate was safe.")
    inner = next(s for s in reading.statements if _words(text, s)[0] == "it")
    assert "Harbour Board" in (_name(reading, inner) or "")


def test_an_identity_may_be_claimed_inside_what_somebody_says() -> None:
    """ "Said that the man in the hat was Ivo Marsh" claims it, and joins nobody."""
    _, reading = _read(
        "Police said that the man in the grey hat was Ivo Marsh, the harbour master of Skerrow."
    )
    (claim,) = reading.identity_claims
    names = {m.id: m.name for m in reading.mentions}
    assert names[claim.other] == "Ivo Marsh"
    assert claim.one != claim.other


@pytest.mark.parametrize(
    "words",
    [
        "Ann Vale did not respond to a request for comment. Neither did Ivo Marsh.",
        "Ann Vale did not respond to a request for comment, nor did Ivo Marsh.",
    ],
)
def test_neither_did_somebody_else(words: str) -> None:
    """The second silence is told by two words that go on from the first."""
    text, reading = _read(words)
    asked = [reply.asked.spans[-1].of(text.characters) for reply in reading.replies]
    assert "Ivo Marsh" in asked


def test_an_alarm_that_is_not_answered_is_no_silence() -> None:
    """Only a request to speak can be met with silence."""
    _, reading = _read("The guard did not respond to the alarm.")
    assert not reading.replies


def test_a_source_is_anonymous() -> None:
    """ "A source said": nobody is named, and nobody is guessed."""
    _, reading = _read("Ann Vale opened the gate. A source said the bridge was unsafe.")
    (statement,) = reading.statements
    assert statement.source is not None
    assert statement.source.naming is Naming.ANONYMOUS


def test_it_is_the_board_that_would_not_comment() -> None:
    """A pronoun that nobody led anywhere is the one whose words it opens."""
    _, reading = _read("The Harbour Board said it would not comment on the case.")
    (reply,) = reading.replies
    names = {m.id: m.name for m in reading.mentions}
    assert reply.asked.mention is not None
    assert "Harbour Board" in names[reply.asked.mention]


def test_a_reader_that_remembers_windows_reads_as_one_that_does_not() -> None:
    """Also where it has seen most of a text before, and however few windows it keeps."""
    told = [
        f"Ida Morrow said that {number} gates were shut.\n\nTom Pell denied it."
        for number in range(6)
    ]
    plain, remembers = TrainedReader(), TrainedReader(remembers=2)
    for words in (*told, told[0]):
        blocks = (Block(BlockKind.PARAGRAPH, Span(0, len(words))),)
        text = Text(id=text_id(words), characters=words, blocks=blocks)
        assert remembers.read(text, None) == plain.read(text, None)
