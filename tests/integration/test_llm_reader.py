"""The reader that asks a model: what is kept of an answer, and what is dropped."""

from __future__ import annotations

import json

import pytest
from llm_server import (
    BOARD,
    PARAGRAPHS,
    QUOTED,
    TEXT,
    Server,
    nothing_told,
    read,
    reader,
    server,
    text_of,
    writes,
)

from onrecord.core.spans import words_of
from onrecord.core.vocabulary import (
    Mode,
    Naming,
    Polarity,
    SpeechAct,
    Statement,
    Text,
)
from onrecord.reader import LlmReader

__all__ = ["nothing_told", "server"]  # fixtures


def parts(statement: Statement, text: Text = TEXT) -> tuple[str, ...]:
    source = statement.source.spans if statement.source else ()
    return tuple(
        words_of(spans, text.characters)
        for spans in (source, statement.cue.spans, statement.content.spans)
    )


# --- what is kept of a right answer ---


def test_what_stands_in_the_text_is_kept_with_its_places(server: Server) -> None:
    """Source, cue and content are the text's own words; white space may differ."""
    reading = read(server, QUOTED, BOARD)
    first, second = reading.statements
    assert parts(first) == (
        "Lena Oduya, the pilot's lawyer", "said", "“There was no collision,” … “None at all.”"
    )  # fmt: skip
    assert parts(second) == ("The harbour  board", "said", "it would appeal")
    assert (first.mode, second.mode) == (Mode.DIRECT, Mode.INDIRECT)
    assert (first.act, second.act) == (SpeechAct.ASSERTS, SpeechAct.PROMISES)
    assert first.sureness is None
    assert reading.notes == ("llm: kept 2 of 2 statements",)
    assert [s.of(TEXT.characters) for s in reading.sentences][-1] == PARAGRAPHS[-1]


def test_a_speaker_is_a_mention_where_a_name_or_a_description_stands(server: Server) -> None:
    """A name leads back to its fuller form; who is only described is not called by a name."""
    hers = {**QUOTED, "source": "She", "content": ["Ivo Marrin denied he had left the wheel"]}
    his = {
        "source": "Marrin", "name": "Marrin", "cue": "said", "content": ["nothing"], "act": "x"
    }  # fmt: skip
    inner = {
        "source": "Ivo Marrin", "name": "Ivo Marrin", "cue": "denied",
        "content": ["he had left the wheel"], "act": "denies",
    }  # fmt: skip
    reading = read(server, QUOTED, hers, inner, his, BOARD)
    known = {mention.id: mention for mention in reading.mentions}
    voices = [statement.source for statement in reading.statements]
    led = [known[voice.mention] for voice in voices if voice and voice.mention]
    assert [mention.name for mention in led] == [
        "Lena Oduya", "Lena Oduya", "Ivo Marrin", "Marrin", "The harbour board",
    ]  # fmt: skip
    assert led[3].same_as == led[2].id
    assert led[4].naming is Naming.ROLE_ONLY


def test_a_statement_inside_another_hangs_under_it(server: Server) -> None:
    """The chain of hearsay comes from the words' places, not from the model."""
    outer = {**QUOTED, "source": "She", "content": ["Ivo Marrin denied he had left the wheel"]}
    inner = {
        "source": "Ivo Marrin", "cue": "denied", "content": ["he had left the wheel"],
        "act": "denies",
    }  # fmt: skip
    first, second = read(server, outer, inner).statements
    assert (first.parent, second.parent) == (None, first.id)
    assert (second.act, second.polarity) == (SpeechAct.DENIES, Polarity.NEGATIVE)


def test_words_that_stand_twice_are_taken_in_their_order(server: Server) -> None:
    """The second "No" of an answer is the second of the text, and its cue the one beside it."""
    text = text_of("“No,” said Ann Vale.", "“No,” said Ivo Marrin.")
    said = [
        {"source": name, "name": name, "cue": "said", "content": ["No,"]}
        for name in ("Ann Vale", "Ivo Marrin")
    ]
    first, second = read(server, *said, text=text).statements
    assert first.content.spans[0].start == 0
    assert second.content.spans[0].start == text.characters.rindex("“No")
    assert second.cue.spans[0].start > first.anchor.end


@pytest.mark.parametrize(
    "words",
    [
        "```json\n{}\n```",
        "<think>Oduya said {nothing}.</think>\n{}",
    ],
)
def test_a_fence_or_thoughts_round_an_answer_are_left_out(server: Server, words: str) -> None:
    """Some models cannot leave them away."""
    server.answer = writes(words.replace("{}", json.dumps({"statements": [QUOTED]})))
    assert len(reader(server).read(TEXT, None).statements) == 1


# --- what is dropped ---


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"content": ["There was a collision,"]}, "not word for word in the text"),
        ({"content": ["There was no collision,", "Never."]}, "not word for word in the text"),
        ({"content": ["None at all.", "There was no"]}, "not word for word in the text"),
        ({"content": ["there was no collision"]}, "not word for word in the text"),
        ({"content": ["here was no collision"]}, "not word for word in the text"),
        ({"source": "Lena Oduyo"}, "not word for word in the text"),
        ({"source": "Ann Vale"}, "not word for word in the text"),
        ({"cue": "insisted"}, "not word for word in the text"),
        ({"source": "The harbour board"}, "with source or cue away from the content"),
        ({"cue": "denied"}, "with source or cue away from the content"),
        ({"content": []}, "without content"),
        ({"content": None}, "without content"),
        ({"content": ["“", " "]}, "without content"),
        ({"content": 5}, "not of the form asked for"),
        ({"source": ["Lena Oduya"]}, "not of the form asked for"),
        ({"content": ["a"] * 99}, "not of the form asked for"),
    ],
)
def test_what_does_not_stand_in_the_text_is_dropped_and_counted(
    server: Server, change: dict[str, object], reason: str
) -> None:
    """Invented, altered or misplaced words cost their statement, and the user is told of it."""
    reading = read(server, {**QUOTED, **change}, BOARD)
    assert [parts(one)[0] for one in reading.statements] == ["The harbour  board"]
    assert reading.notes == (f"llm: kept 1 of 2 statements; dropped: 1 {reason}",)


def test_every_kind_of_drop_is_counted_apart(server: Server) -> None:
    """Nothing is lost without a number."""
    invented = {**BOARD, "content": "it would resign"}
    reading = read(server, QUOTED, QUOTED, invented, invented, {**BOARD, "content": ""}, "x", BOARD)
    assert reading.notes == (
        "llm: kept 2 of 7 statements; dropped: 1 given twice, 1 not of the form asked for,"
        " 2 not word for word in the text, 1 without content",
    )


def test_an_invented_name_is_left_out_and_counted(server: Server) -> None:
    """The words of the text stay; the speaker is as described in them."""
    reading = read(server, {**BOARD, "name": "The Harbour Trust"})
    (statement,) = reading.statements
    assert statement.source is not None
    assert statement.source.naming is Naming.ROLE_ONLY
    assert reading.notes == (
        "llm: kept 1 of 1 statements; left open: 1 speakers whose name is not in the text",
    )


def test_only_the_words_of_the_window_count(server: Server) -> None:
    """A long text goes in parts, and what an answer takes from another part is not there."""
    filler = ["The tide was low. " * 100 + f"Day {n}." for n in range(5)]
    text = text_of(PARAGRAPHS[0], *filler, PARAGRAPHS[2])
    reading = read(server, QUOTED, BOARD, text=text)
    assert len(server.asked) > 2
    assert len(reading.statements) == 2
    assert all(len(asked["messages"][-1]["content"]) < 5_000 for asked in server.asked)


def test_a_paragraph_longer_than_a_window_is_sent_in_parts(server: Server) -> None:
    """Nothing of it is left out, and what stands in its last part is found."""
    text = text_of("The tide was low. " * 600 + PARAGRAPHS[2])
    reading = read(server, BOARD, text=text)
    assert len(reading.statements) == 1
    assert server.sent.count("The tide was low.") == 600


# --- what a reading is called ---


def test_prompt_model_and_host_are_in_the_readers_digest(server: Server) -> None:
    """Another model or another host is another reader; the same words give the same ids."""
    names = [
        LlmReader(address, model).name
        for address, model in [
            ("http://127.0.0.1:8080/v1", "tiny"),
            ("http://127.0.0.1:8080/v1", "small"),
            ("http://127.0.0.2:8080/v1", "tiny"),
        ]
    ]
    assert len({name.digest for name in names}) == 3
    assert names[0] == LlmReader("http://127.0.0.1:8080/v1/", "tiny", key="k").name
    assert (names[0].name, names[0].version) == ("llm", "1 with tiny")
    one, again = read(server, QUOTED), read(server, QUOTED)
    assert one == again
    assert one.reader.digest == reader(server).name.digest
