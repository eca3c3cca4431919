"""A reading that does not stand on the words of its text is told from one that does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.core.fitting import misfits
from onrecord.core.identity import StatementId, TextId, reading_id, text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Block,
    BlockKind,
    Content,
    Cue,
    Mode,
    Naming,
    ReaderName,
    Reading,
    Statement,
    Text,
    Voice,
)

WORDS = "Ann Vale said it rained."
TEXT = Text(
    id=text_id(WORDS),
    characters=WORDS,
    blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(WORDS))),),
)
SAID = Statement(
    id=StatementId("sta_1"),
    source=Voice(spans=(Span(0, 8),), naming=Naming.NAMED),
    cue=Cue((Span(9, 13),)),
    content=Content((Span(14, 23),)),
    mode=Mode.INDIRECT,
)
READING = Reading(
    id=reading_id(TEXT.id, "", "d"),
    text=TEXT.id,
    reader=ReaderName(name="any", version="1", digest="d"),
    told_on=None,
    sentences=(Span(0, len(WORDS)),),
    statements=(SAID,),
)


def test_a_reading_whose_rows_stand_on_words_fits() -> None:
    """Nothing is named."""
    assert list(misfits(READING, TEXT)) == []


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(READING, text=TextId("txt_other")),
        replace(READING, sentences=(Span(3, 99),)),
        replace(READING, statements=(replace(SAID, content=Content((Span(5, 5),))),)),
        replace(READING, statements=(replace(SAID, content=Content(())),)),
        replace(READING, statements=(replace(SAID, cue=Cue((Span(-2, 4),))),)),
        replace(READING, statements=(replace(SAID, parent=StatementId("sta_gone")),)),
    ],
)
def test_what_stands_on_no_words_is_named(spoilt: Reading) -> None:
    """Another text's reading, a span outside or empty, no content, a parent that is not there."""
    assert len(list(misfits(spoilt, TEXT))) == 1
