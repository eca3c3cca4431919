"""Statements are found by meaning, the nearest first, and are found again from what was kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cast import said
from wordwise import Wordwise

from onrecord.assess.claims import meanings, read_meanings

MEASURE = Wordwise()
ROWS = [
    said("Ida", "the gate was shut at nine"),
    said("Sam", "Nobody saw the barge leave. The old log was burnt"),
    said("Ann", "the log was burnt behind a shed"),
]


@dataclass
class InMemory:
    kept: dict[str, bytes] = field(default_factory=dict)
    found: int = 0

    def remembered(self, key: str) -> bytes | None:
        self.found += key in self.kept
        return self.kept.get(key)

    def remember_each(self, bodies: Iterable[tuple[str, str, bytes]]) -> None:
        self.kept.update((key, body) for _, key, body in bodies)


def test_the_nearest_comes_first_and_the_unlike_not_at_all() -> None:
    """Of a statement of two sentences the nearer one counts, and it is found once."""
    near = meanings(ROWS, MEASURE, wordings={}).near("the old log was burnt", MEASURE, 5, 0.3)
    assert [at for at, _ in near] == [1, 2]
    assert near[0][1] > near[1][1] >= 0.3
    assert meanings(ROWS, MEASURE, wordings={}).near("the old log", MEASURE, 1, 0.0)[1:] == []


def test_what_was_written_finds_the_same_and_vectors_are_remembered() -> None:
    memory = InMemory()
    made = meanings(ROWS, MEASURE, wordings={}, memory=memory)
    again = meanings(ROWS, MEASURE, wordings={}, memory=memory)
    assert memory.found == 1
    asked = ("the gate", MEASURE, 5, 0.1)
    assert again.near(*asked) == made.near(*asked) == read_meanings(made.written()).near(*asked)


def test_a_name_in_the_place_of_a_pronoun_is_found() -> None:
    rows = [said("Ida", "he burnt it")]
    told = {(rows[0].source, rows[0].id): "Sam burnt it"}
    assert meanings(rows, MEASURE, wordings=told).near("Sam burnt", MEASURE, 5, 0.5)
    assert not meanings(rows, MEASURE, wordings={}).near("Sam", MEASURE, 5, 0.5)


def test_no_statement_and_no_words_find_nothing() -> None:
    assert meanings([], MEASURE, wordings={}).near("the gate", MEASURE, 5, 0.0) == []
    assert meanings(ROWS, MEASURE, wordings={}).near("  ", MEASURE, 5, 0.0) == []
