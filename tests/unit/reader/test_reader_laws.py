"""What holds for every text: places fit, ids differ, the same text gives the same reading."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Reading, Text
from onrecord.reader import TrainedReader

READER = TrainedReader()
PIECES = [
    "Vale", "Mr", "Ann Vale", "said", "that", "according to", "the board", ",", ".", "it failed",
    "“", "”", '"', "'", "’", "‘", "told", "denied", "is understood to be", "adding", "but", "who",
    "he", "She", "\n", "\r\n", "last month", "Monday", "2024", "14 March", "declined to comment",
    "(TWA)", "?", ":", "—", "e\u0301", "👩‍🚀", "שלום", "\u202e", "\ufeff", "of", "and",
    "Tarn Council",
]  # fmt: skip


def _text(characters: str) -> Text:
    blocks = []
    start = 0
    for line in characters.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(line))))
        start += len(line) + 1
    return Text(id=text_id(characters), characters=characters, blocks=tuple(blocks))


def _places(reading: Reading) -> list[Span]:
    found = [*reading.sentences, *(m.at for m in reading.mentions)] + [d.at for d in reading.dates]
    for statement in reading.statements:
        found += [*statement.content.spans, *statement.cue.spans, *statement.hedges]
        found += statement.source.spans if statement.source else ()
    for reply in reading.replies:
        found += [*reply.asked.spans, *reply.at]
    return found + [span for claim in reading.identity_claims for span in claim.at]


def _holds(characters: str, told_on: When | None) -> None:
    text = _text(characters)
    reading = READER.read(text, told_on)
    assert all(span.fits(characters) for span in _places(reading))
    assert all(words.strip() for words in (s.of(characters) for s in _places(reading)))
    assert all(statement.content.spans for statement in reading.statements)
    for rows in (reading.statements, reading.mentions, reading.dates, reading.replies):
        assert len({row.id for row in rows}) == len(rows)
    known = {mention.id for mention in reading.mentions}
    statements = {statement.id for statement in reading.statements}
    for statement in reading.statements:
        assert statement.parent is None or statement.parent in statements - {statement.id}
        if statement.source is not None and statement.source.mention is not None:
            assert statement.source.mention in known
    assert all(m.same_as is None or m.same_as in known - {m.id} for m in reading.mentions)
    assert READER.read(text, told_on) == reading


@given(st.text(max_size=200), st.none() | st.dates().map(When.on))
@settings(max_examples=150, deadline=None)
def test_any_characters_are_read_and_every_place_fits(characters, told_on) -> None:
    """No text stops the reader, and nothing points beside the text."""
    _holds(characters, told_on)


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.none() | st.dates().map(When.on))
@settings(max_examples=200, deadline=None)
def test_any_order_of_telling_words_is_read_and_every_place_fits(pieces, told_on) -> None:
    """Marks left open, accents apart from their letters, other scripts: the laws still hold."""
    _holds(" ".join(pieces), told_on)


def test_words_made_to_hurt_are_read_too() -> None:
    """No full stop, marks nested 200 deep, one weekday a thousand times."""
    for characters in ("word " * 2_000, "“" * 200 + "a" + "”" * 200, "Monday " * 1_000):
        reading = READER.read(_text(characters), When.of("2025-03-12"))
        assert reading.statements == ()
    assert len(READER.read(_text("Monday " * 1_000), None).dates) == 1_000
