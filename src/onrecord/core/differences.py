"""Differences of fact as rows: one thing told with two values that cannot both be so.

Each side goes out with its words and whose they are. What settles a difference is somebody's words
too: a correction, a document of the body whose matter it is. Nothing here says what was so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.identity import ActorId, SourceId
from onrecord.core.said import StatementRow, told_by
from onrecord.core.spans import Span
from onrecord.core.wording import quoted


class Matter(StrEnum):
    """Of what kind the thing is that is told in two ways."""

    DATE = "date"
    NUMBER = "number"
    BOUND = "bound dropped"
    AGE = "age"
    POST = "post"
    HOLDER = "whose post"
    NAME = "spelling of a name"
    CORRECTED = "corrected"
    SPEAKER = "who said it"
    WORDS = "what was said"
    POSITION = "position changed"
    GIVEN_UP = "no longer stood by"


_OF_WORDS = (Matter.WORDS, Matter.POSITION, Matter.GIVEN_UP)
"""Matters of which the two values are what somebody says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRow:
    """One telling: the value as read, and the words of the sentence that give it, at `at`.

    `day` is the ordinal of the day on which its source was published, 0 where that is not known.
    `official`: the source is published by a body of the state or by the body it is about.
    """

    value: str
    source: SourceId
    source_label: str
    words: str
    at: Span
    day: int = 0
    official: bool = False
    actor: ActorId | None = None
    statement: StatementRow | None = None

    @property
    def attribution(self) -> str:
        """Say whose words they are."""
        return told_by(self.statement, self.source_label)

    def attributed(self, most: int | None = None) -> str:
        """Give the words of the sentence with whose they are."""
        return f"{self.attribution}: {quoted(self.words, most)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledRow:
    """What settles a difference: for which side (1 or 2), by whose words, and by which rule."""

    side: int
    because: str
    by: ToldRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceRow:
    """Two tellings of one thing that differ; `settled` None: nothing on record settles it.

    `because` says why they are held to be of one thing, and in what they differ.
    """

    matter: Matter
    one: ToldRow
    other: ToldRow
    because: tuple[str, ...]
    settled: SettledRow | None = None

    @property
    def sides(self) -> tuple[ToldRow, ...]:
        """Both tellings, and what settles it between them."""
        return (self.one, self.other, *((self.settled.by,) if self.settled else ()))

    @property
    def is_of_words(self) -> bool:
        """Say whether the two values are what somebody says."""
        return self.matter in _OF_WORDS

    @property
    def title(self) -> str:
        """Name the matter and the two values, the earlier first; words with whose they are."""
        one, other = self.one.value, self.other.value
        if self.is_of_words:
            one, other = (f"{side.attribution}: {side.value}" for side in (self.one, self.other))
        return f"{self.matter.value}: {one} / {other}"

    @property
    def outcome(self) -> str:
        """Say what settles it, in one line."""
        if self.settled is None:
            return "nothing on record settles it"
        side = self.one if self.settled.side == 1 else self.other
        return f"settled for {side.value} ({side.source_label}): {self.settled.because}"
