"""What is asked of words alone is answered as if it were asked anew, whatever was asked before."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core import alone

ASKED = Counter[str]()
"""How often each words were looked at, and not found at hand."""


@alone.of_words(list)
def capitals(words: str) -> list[list[str | int]]:
    ASKED[words] += 1
    return [[one, at] for at, one in enumerate(words) if one.isupper()]


@alone.of_words(bool)
def is_long(words: str) -> bool:
    ASKED[words] += 1
    return len(words) > 3


class Kept:
    """Keeps the newest of a kind, as the ledger does."""

    def __init__(self) -> None:
        self.bodies: dict[str, tuple[str, bytes]] = {}
        self.written = 0

    def remembered(self, key: str) -> bytes | None:
        return next((body for one, body in self.bodies.values() if one == key), None)

    def remember(self, kind: str, key: str, body: bytes) -> None:
        self.bodies[kind] = key, body
        self.written += 1


def ask(words: list[str]) -> list[object]:
    return [(capitals(one), is_long(one)) for one in words]


@given(rounds=st.lists(st.lists(st.text(max_size=6), max_size=8), max_size=5))
def test_an_answer_at_hand_is_the_one_that_would_be_made(rounds: list[list[str]]) -> None:
    """Any words, round after round; each round begins with what the last one left."""
    memory = Kept()
    for words in rounds:
        with alone.at_hand(memory, "a test", "this program"):
            found = ask(words)
        assert found == ask(words)


def test_only_what_is_new_is_looked_at() -> None:
    """Also where nothing was found in it; and where nothing is new, nothing is written."""
    memory = Kept()
    with alone.at_hand(memory, "a test", "this program"):
        ask(["Ann Beck", "nobody"])
    ASKED.clear()
    with alone.at_hand(memory, "a test", "this program"):
        ask(["Ann Beck", "nobody"])
    assert (ASKED, memory.written) == ({}, 1)
    with alone.at_hand(memory, "a test", "this program"):
        ask(["nobody", "the Quay"])
    assert (ASKED, memory.written) == ({"the Quay": 2}, 2)


def test_another_program_asks_anew() -> None:
    """And so does other work: neither finds what the other left."""
    memory = Kept()
    for work, program in (("a test", "this"), ("a test", "that"), ("another", "that")):
        ASKED.clear()
        with alone.at_hand(memory, work, program):
            ask(["Ann Beck"])
        assert ASKED == {"Ann Beck": 2}


def test_what_is_no_longer_asked_is_forgotten_in_time() -> None:
    """What is kept is at most twice what was asked last."""
    memory = Kept()
    with alone.at_hand(memory, "a test", "this program"):
        ask([f"words {number}" for number in range(100)])
    with alone.at_hand(memory, "a test", "this program"):
        ask(["words 7", "and others"])
    ASKED.clear()
    with alone.at_hand(memory, "a test", "this program"):
        ask(["words 7", "and others", "words 8"])
    assert ASKED == {"words 8": 2}


def test_outside_of_it_nothing_is_kept() -> None:
    """And work within other work finds and keeps its own."""
    memory, other = Kept(), Kept()
    ASKED.clear()
    ask(["Ann Beck"])
    ask(["Ann Beck"])
    assert ASKED == {"Ann Beck": 4}
    with alone.at_hand(memory, "a test", "this program"):
        with alone.at_hand(other, "another", "this program"):
            ask(["Ann Beck"])
        ask(["Ann Beck"])
    assert (ASKED["Ann Beck"], other.written, memory.written) == (8, 1, 1)
