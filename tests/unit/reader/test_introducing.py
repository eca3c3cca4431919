"""Whom a text tells of before it names them; and who asks, and who only says."""

from __future__ import annotations

import pytest

from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Reading, SpeechAct, Text
from onrecord.reader import TrainedReader

READER = TrainedReader()


def read(words: str) -> Reading:
    blocks, start = [], 0
    for paragraph in words.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return READER.read(Text(id=text_id(words), characters=words, blocks=tuple(blocks)), None)


def speakers(words: str) -> list[str]:
    """Give the names of the actors who make the statements of a text, in its order."""
    reading = read(words)
    by_id = {one.id: one for one in reading.mentions}
    found = []
    for one in reading.statements:
        mention = by_id[one.source.mention] if one.source and one.source.mention else None
        found.append(mention.name if mention is not None else "")
    return found


LEAD = "A former lock keeper said on Monday that Tom Reed had been suspended for a month.\n\n"
STORY = "Ann Vale, 52, who kept the lock at Brackwater until May, told the local radio"


@pytest.mark.parametrize(
    "later",
    [
        f"{STORY} that Reed was serving a suspension of one month.",
        f"{STORY}: “I heard he is suspended, and that it is for a month.”",
    ],
)
def test_who_is_described_first_is_whom_the_text_then_names_with_the_same_story(
    later: str,
) -> None:
    assert set(speakers(LEAD + later)) == {"Ann Vale"}


@pytest.mark.parametrize(
    "later",
    [
        f"{STORY} that the bridge needed new paint.",
        f"{STORY} that Reed had not been suspended for a month.",
        f"{STORY} that she denied that Reed had been suspended for a month.",
    ],
)
def test_who_tells_something_else_or_the_contrary_is_somebody_else(later: str) -> None:
    first, *_ = speakers(LEAD + later)
    assert first == "A former lock keeper"


def test_who_was_named_before_is_nobody_new() -> None:
    before = "Ann Vale kept the lock at Brackwater until May, and then she left the town.\n\n"
    later = "Vale said that Reed was serving a suspension of one month."
    assert speakers(before + LEAD + later)[0] == "A former lock keeper"


def test_who_is_only_claimed_to_be_whom_a_text_names_is_not_led_there() -> None:
    claim = "The former lock keeper is understood to be Ann Vale.\n\n"
    later = f"{STORY} that Reed was serving a suspension of one month."
    assert read(LEAD + claim + later).identity_claims
    assert speakers(LEAD + claim + later)[0] == "A former lock keeper"


def test_a_source_that_stays_unnamed_is_not_whoever_is_named() -> None:
    lead = LEAD.replace("A former lock keeper", "A source close to the inquiry")
    later = f"{STORY} that Reed was serving a suspension of one month."
    assert "source" in speakers(lead + later)[0]


def acts(words: str) -> list[SpeechAct]:
    return [one.act for one in read(words).statements]


@pytest.mark.parametrize(
    "words",
    [
        "Ann Vale called Tom Reed’s account “a fairy tale”.",
        "Ann Vale called the story mere gossip.",
    ],
)
def test_who_calls_something_by_a_name_asks_nothing(words: str) -> None:
    found = acts(words)
    assert found
    assert SpeechAct.ASKS not in found
    assert not read(words).questions


@pytest.mark.parametrize(
    "words",
    [
        "Ann Vale called for Tom Reed to resign.",
        "Ann Vale called on the harbour board to publish its ledgers.",
        "Ann Vale asked whether the board had seen the ledgers.",
        "“Who signed the order?” asked Ann Vale.",
        "Ann Vale demanded that the board explain the delay.",
    ],
)
def test_who_asks_or_calls_for_something_asks(words: str) -> None:
    assert SpeechAct.ASKS in acts(words)


def test_who_speaks_of_somebody_is_not_whom_the_words_stand_beside() -> None:
    """ "... of Tom Reed, the minister said": no minister is named there."""
    reading = read("The boats belong to a cousin of Tom Reed, the harbour minister said on Monday.")
    assert not reading.tenures
    told = read("The boats belong to a cousin of Tom Reed, the harbour minister, and were sold.")
    assert [one.post for one in told.tenures] == ["harbour minister"]


def test_the_body_that_somebody_heads_is_not_that_person() -> None:
    reading = read("Police are holding a wife of the head of the Tarn group, Tom Reed, on a ship.")
    by_id = {one.id: one for one in reading.mentions}
    led = {m.name for m in reading.mentions if m.same_as and by_id[m.same_as].name == "Tom Reed"}
    assert led
    assert "the Tarn group" not in led


def test_who_added_something_is_who_spoke_in_the_paragraph_before() -> None:
    """Not of whom the text tells all the time, nor the paper that has it, nor who is quoted."""
    words = (
        "Tom Reed, 40, was taken to hospital after he was dragged into a shop in Tarn. He had been"
        " seen at the pier, and he was hurt badly.\n\n"
        "Osric Vale, 30, a baker, said: “No one went to help the man because they knew what he had"
        " done,” according to the Tarn Mirror.\n\n"
        "He added: “We have had a lot of thefts in this town and it is time it stopped.”"
    )
    assert speakers(words)[-1] == "Osric Vale"


def test_he_who_opens_a_sentence_is_of_whom_the_one_before_tells() -> None:
    """A victim who was told of often before is not who pleaded guilty."""
    words = (
        "Osric Vale was shot dead by Tom Bellow on Wednesday.\n\n"
        "Mourned: Keeper Osric Vale was 24 when he was shot at the lock. He had two dogs and he"
        " loved the river\n\n"
        "Last moments: Vale (left) is pictured guarding the old lock just minutes before he was"
        " shot\n\n"
        "Bellow was charged in 2004. He pleaded guilty in December 2004.\n\n"
        "He also spent a day in jail in March 2004 and was convicted again in 2009."
    )
    reading = read(words)
    by_id = {one.id: one for one in reading.mentions}
    last = [one for one in reading.mentions if one.name == "He"][-1]
    assert last.same_as is not None
    assert by_id[last.same_as].name.endswith("Bellow")
