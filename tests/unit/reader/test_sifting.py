"""What of the stretches that the network spots can be an actor, and each of them once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Text
from onrecord.reader import lexicon
from onrecord.reader.layout import Layout
from onrecord.reader.models import network, pieces
from onrecord.reader.models.network import Found, Spotted
from onrecord.reader.sifting import can_be_somebody, sifted
from onrecord.reader.words import whole


def _layout(words: str) -> Layout:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(words)))
    text = Text(id=text_id(words), characters=words, blocks=(block,))
    return Layout(text, None, lexicon.load())


def _sift(words: str, spotted: list[tuple[str, bool]], cues: tuple[str, ...] = ()) -> list[str]:
    """Sift stretches, each with whether it is a person's name; give those left, as they read."""
    layout = _layout(words)
    made = pieces.cut(words, layout.spans, layout.quoted, network.shipped().tokenizer)
    none = np.zeros(1, np.float32)

    def run(part: str) -> tuple[int, int]:
        start = words.index(part)
        at = [
            number
            for number, (a, b) in enumerate(zip(made.starts, made.ends, strict=True))
            if start <= a and b <= start + len(part)
        ]
        return at[0], at[-1]

    found = [
        Found([(first, last + 1)], [], [], [], [], False, {}, (0.9,))
        for first, last in map(run, cues)
    ]
    some = [Spotted(*run(part), 1, name, none, none) for part, name in spotted]
    left = sifted(some, found, made, layout)
    return [words[made.starts[one.first] : made.ends[one.last]] for one in left]


SAID = "According to a clerk at the harbour, Ida Pell told reporters to wait."


def test_what_only_says_how_somebody_spoke_is_nobody() -> None:
    """The words of a cue name no one, and small words do not either."""
    spotted = [("According", False), ("a clerk", False), ("told", False), ("reporters", False)]
    assert _sift(SAID, spotted, ("According to", "told")) == ["a clerk", "reporters"]
    assert _sift(SAID, [("to", False), ("at the", False)]) == []


def test_a_mention_ends_where_a_cue_begins() -> None:
    """It takes nothing with it that only joins the two."""
    words = "The clerk, who said that it rained, left. The mayor said the clerk was late."
    assert _sift(words, [("The clerk, who said that it rained", False)], ("said",)) == ["The clerk"]


def test_a_pronoun_that_a_silence_is_marked_with_stays() -> None:
    """Whoever would not comment is marked with not commenting."""
    words = "The board said it would not comment."
    assert _sift(words, [("it", False)], ("it would not comment",)) == ["it"]


def test_a_name_keeps_a_word_that_is_a_cue_elsewhere() -> None:
    """All of a name cannot be a cue, a part of it can."""
    assert _sift("The Deny Group said no.", [("Deny Group", True)], ("Deny",)) == ["Deny Group"]


def test_of_a_phrase_and_more_of_it_one_is_left() -> None:
    """Whom it is of tells more; when and where it was tells nothing of who."""
    words = "The keeper of the coins saw a farmer at the fair in May."
    assert _sift(words, [("The keeper", False), ("The keeper of the coins", False)]) == [
        "The keeper of the coins"
    ]
    assert _sift(words, [("a farmer", False), ("a farmer at the fair", False)]) == ["a farmer"]


def test_a_name_stands_for_the_role_before_it() -> None:
    """The role belongs to the name; another's role does not."""
    words = "Culture minister Ida Pell met the lawyer for Tom Reed."
    spotted = [("Culture minister Ida Pell", False), ("Ida Pell", True)]
    assert _sift(words, spotted) == ["Ida Pell"]
    spotted = [("the lawyer for Tom Reed", False), ("Tom Reed", True)]
    assert _sift(words, spotted) == ["the lawyer for Tom Reed", "Tom Reed"]


@pytest.mark.parametrize("part", ["grave", "Ås", "sgrav"])
def test_nobody_is_named_by_a_part_of_a_word(part: str) -> None:
    """A mark on a letter cuts no word in two."""
    words = "Bertil Åsgrave left."
    start = words.index(part)
    assert whole(words, Span(start, start + len(part))).of(words) == "Åsgrave"


@given(st.text(max_size=40), st.data())
def test_whole_words_hold_what_they_were_taken_for(words: str, data: st.DataObject) -> None:
    """What is given holds the place, cuts no word, and is not widened again."""
    start = data.draw(st.integers(0, len(words)))
    end = data.draw(st.integers(start, len(words)))
    if start == end:
        return
    at = whole(words, Span(start, end))
    assert at.start <= start
    assert at.end >= end
    assert whole(words, at) == at


@pytest.mark.parametrize(
    ("words", "can"),
    [
        ("Nor", False),
        ("to", False),
        ("said", False),
        ("not", False),
        ("the clerk", True),
        ("he", True),
        ("I", True),
        ("s", False),
    ],
)
def test_small_words_alone_are_nobody(words: str, can: bool) -> None:
    """A pronoun points to somebody; a conjunction does not."""
    assert can_be_somebody(Span(0, len(words)), _layout(words)) is can
