"""Whose words a statement is, told from a reading alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.core.identity import MentionId, RowId, StatementId, reading_id, text_id
from onrecord.core.spans import Span
from onrecord.core.telling import rows
from onrecord.core.vocabulary import (
    Block,
    BlockKind,
    Content,
    Cue,
    Mention,
    Mode,
    Naming,
    Outcome,
    ReaderName,
    Reading,
    Reply,
    SpeechAct,
    Statement,
    Text,
    Voice,
)

WORDS = (
    "Ann Vale denied to the board that an aide had perhaps heard him say the pump failed."
    " He did not answer her."
)
TEXT = Text(
    id=text_id(WORDS),
    characters=WORDS,
    blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(WORDS))),),
)


def at(words: str) -> Span:
    start = WORDS.index(words)
    return Span(start, start + len(words))


def mention(words: str, name: str) -> Mention:
    return Mention(id=MentionId(f"men_{words}"), at=at(words), name=name)


def said(
    number: int, who: str, cue: str, content: str, parent: int | None = None, **more: object
) -> Statement:
    naming = Naming.NAMED if who == "Ann Vale" else Naming.ROLE_ONLY
    made = Statement(
        id=StatementId(f"sta_{number}"),
        source=Voice(spans=(at(who),), naming=naming, mention=MentionId(f"men_{who}")),
        cue=Cue((at(cue),)),
        content=Content((at(content),)),
        mode=Mode.INDIRECT,
        parent=None if parent is None else StatementId(f"sta_{parent}"),
    )
    return replace(made, **more)  # type: ignore[arg-type]


READING = Reading(
    id=reading_id(TEXT.id, "", "d"),
    text=TEXT.id,
    reader=ReaderName(name="any", version="1", digest="0123456789"),
    told_on=None,
    statements=(
        said(1, "Ann Vale", "denied", "an aide had perhaps heard him say the pump failed",
             act=SpeechAct.DENIES, addressee=MentionId("men_the board"), sureness=0.9),
        said(2, "an aide", "heard", "him say the pump failed", 1, hedges=(at("perhaps"),)),
        said(3, "him", "say", "the pump failed", 2, sureness=0.4),
    ),
    mentions=(
        mention("Ann Vale", "Ann Vale"), mention("the board", "the board"),
        mention("an aide", "an aide"), mention("him", "him"),
    ),
    replies=(
        Reply(
            id=RowId("rep_1"),
            asked=Voice(spans=(at("He"),), naming=Naming.NAMED, mention=MentionId("men_aide")),
            outcome=Outcome.NO_RESPONSE,
            at=(at("did not answer"),),
            asked_by=Voice(spans=(at("her"),), naming=Naming.NAMED,
                           mention=MentionId("men_Ann Vale")),
        ),
    ),
)  # fmt: skip


def test_a_chain_is_told_outermost_first_with_what_each_does() -> None:
    """Who denies that it was said stands as denying, and hedges on the way are kept."""
    statements, _ = rows(READING, TEXT, "letter")
    deepest = statements[2]
    assert [teller.speaker for teller in deepest.chain] == ["Ann Vale", "an aide"]
    assert [teller.cue for teller in deepest.chain] == ["denied", "heard"]
    assert deepest.chain[1].hedges == ("perhaps",)
    assert deepest.attribution == (
        "him (proposed: said, as told by an aide, which Ann Vale denied; letter)"
    )
    assert [row.depth for row in statements] == [0, 1, 2]


def test_whom_it_was_told_to_and_who_asked_are_named_in_the_words_of_the_text() -> None:
    """And beside a pronoun stands whom it is held to mean, where that is known."""
    statements, (reply,) = rows(READING, TEXT, "letter")
    assert statements[0].addressee == "the board"
    assert statements[1].addressee == ""
    assert reply.asked_by is not None
    assert (reply.asked.words, reply.asked_by.words) == ("He", "Ann Vale (“her”)")
    assert reply.words == "did not answer"


@pytest.mark.parametrize("parent", ["sta_gone", "sta_3"])
def test_a_parent_that_is_not_there_ends_the_chain(parent: str) -> None:
    """So does one that would lead round in a circle."""
    bent = replace(READING.statements[0], parent=StatementId(parent))
    reading = replace(READING, statements=(bent, *READING.statements[1:]))
    statements, _ = rows(reading, TEXT, "letter")
    assert len(statements[2].chain) == 2
