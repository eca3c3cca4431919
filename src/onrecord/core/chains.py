"""Right of reply, carried from document to document: what became of each request, in order of time.

Silence is an event: no response, a refusal, and a request of which nothing is told are three
things. That no request is told never says that nobody was asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.rows import QuestionRow, ReplyRow
from onrecord.core.said import StatementRow


class Became(StrEnum):
    """What one document tells of somebody's chance to reply."""

    NO_REQUEST = "no request is told"
    ASKED = "asked"
    UNREACHED = "could not be reached"
    NO_RESPONSE = "did not respond"
    DECLINED = "declined to comment"
    DENIED = "denied"
    DENIED_IN_PART = "denied in part"
    ANSWERED = "answered"

    @property
    def is_silence(self) -> bool:
        """Say whether nothing was said on the matter."""
        return self in (self.UNREACHED, self.NO_RESPONSE, self.DECLINED)


_UNREACHED = re.compile(
    r"\b(?:reach|contact|trace|find|track down)ed\b|\b(?:could|can|was|were) (?:not|n[’']t)"
    r"[^.;]{0,30}\b(?:reached|contacted|traced|found)\b|\bnot (?:immediately )?available\b"
    r"|\b(?:not|nobody) (?:was )?at home\b|\bunavailable\b",
    re.IGNORECASE,
)


def unreached(words: str) -> bool:
    """Say whether words of a silence tell that somebody could not be reached."""
    return _UNREACHED.search(words) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """What one document tells of one actor's chance to reply; `row` has the words and whose.

    `day` is when it was said, or else when its source was published; None: not known. `through`
    names who answers for the actor, '' where nobody does.
    """

    became: Became
    source: SourceId
    source_label: str
    day: When | None
    row: ReplyRow | QuestionRow | StatementRow
    through: str = ""

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        return self.row.attributed(most)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainRow:
    """What became of one actor's chance to reply, document by document, in order of time."""

    actor: ActorId
    name: str
    steps: tuple[StepRow, ...]

    @property
    def now(self) -> Became:
        """Say what it has come to: the last that is more than an untold request."""
        told = [step.became for step in self.steps if step.became is not Became.NO_REQUEST]
        return told[-1] if told else Became.NO_REQUEST

    @property
    def course(self) -> str:
        """Say in one line what it was first, and what it became next."""
        parts = [f"{step.became.value} ({step.day or 'day not known'})" for step in self.steps]
        kept = [p for n, p in enumerate(parts) if n == 0 or p != parts[n - 1]]
        return ", then ".join(kept)
