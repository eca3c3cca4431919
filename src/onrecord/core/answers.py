"""Questions with what became of them: part by part, by whose words, and how they stand on a day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.rows import QuestionRow
from onrecord.core.said import StatementRow


class Open(StrEnum):
    """How a question stands: answered only where every part of it is."""

    OPEN = "open"
    PARTLY = "partly answered"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """A statement that addresses a part of a question, the day it was made, and why it is held to.

    `said` None: that day is not known. `declines`: it says that no answer is given.
    """

    statement: StatementRow
    said: When | None
    because: str
    declines: bool = False

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        return self.statement.attributed(most)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRow:
    """One thing that a question asks, in its words, and what addresses it."""

    words: str
    answers: tuple[AnswerRow, ...]

    @property
    def is_answered(self) -> bool:
        return any(not answer.declines for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredRow:
    """One question, part by part. `limits` says what keeps it from being answered in full."""

    question: QuestionRow
    parts: tuple[PartRow, ...]
    limits: tuple[str, ...] = ()

    @property
    def state(self) -> Open:
        """Say how it stands by these answers."""
        answered = [part.is_answered for part in self.parts]
        if not any(answered):
            return Open.OPEN
        return Open.ANSWERED if all(answered) and not self.limits else Open.PARTLY

    @property
    def answers(self) -> tuple[AnswerRow, ...]:
        """Give all that addresses it, each statement once."""
        return tuple(dict.fromkeys(answer for part in self.parts for answer in part.answers))
