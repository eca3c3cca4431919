"""A reading that does not stand on the words of its text is told from one that does."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from onrecord.core.fitting import misfits
from onrecord.core.identity import RowId, StatementId, TextId, reading_id, text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Block,
    BlockKind,
    Content,
    Cue,
    Mode,
    Naming,
    Outcome,
    ReaderName,
    Reading,
    Reply,
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
ASKED = Voice(spans=(Span(0, 8),), naming=Naming.NAMED)
REPLY = Reply(id=RowId("rep_1"), asked=ASKED, outcome=Outcome.DECLINED, at=(Span(0, 13),))


def test_a_reading_whose_rows_stand_on_words_fits() -> None:
    """Nothing is named."""
    assert list(misfits(READING, TEXT)) == []
    sure = replace(SAID, sureness=0.5)
    again = replace(SAID, id=StatementId("sta_2"), duplicate_of=SAID.id, sureness=1)
    asked = replace(REPLY, asked_by=ASKED, through=ASKED)
    assert list(misfits(replace(READING, statements=(sure, again), replies=(asked,)), TEXT)) == []


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(READING, text=TextId("txt_other")),
        replace(READING, sentences=(Span(3, 99),)),
        replace(READING, statements=(replace(SAID, content=Content((Span(5, 5),))),)),
        replace(READING, statements=(replace(SAID, content=Content(())),)),
        replace(READING, statements=(replace(SAID, cue=Cue((Span(-2, 4),))),)),
        replace(READING, statements=(replace(SAID, parent=StatementId("sta_gone")),)),
        replace(READING, statements=(replace(SAID, duplicate_of=StatementId("sta_gone")),)),
        replace(READING, statements=(replace(SAID, duplicate_of=SAID.id),)),
        replace(READING, statements=(replace(SAID, sureness=1.5),)),
        replace(READING, statements=(replace(SAID, sureness=math.nan),)),
        replace(READING, replies=(replace(REPLY, asked_by=replace(ASKED, spans=(Span(3, 99),))),)),
        replace(READING, replies=(replace(REPLY, through=replace(ASKED, spans=(Span(9, 9),))),)),
    ],
)
def test_what_stands_on_no_words_is_named(spoilt: Reading) -> None:
    """Another text's reading, a span outside or empty, no content, a parent that is not there."""
    # Nor may a statement repeat itself or nothing, or be surer than certain.
    assert len(list(misfits(spoilt, TEXT))) == 1
