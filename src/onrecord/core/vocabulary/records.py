"""What readers find and people decide, and the two clocks of every question."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import ReadingId, RowId, TextId
from onrecord.core.spans import Spans
from onrecord.core.vocabulary.actors import Label, Mention, Tenure
from onrecord.core.vocabulary.disputes import IdentityClaim
from onrecord.core.vocabulary.events import Dated, Event, Flow, Quantity, Question
from onrecord.core.vocabulary.findings import Finding, Proceeding
from onrecord.core.vocabulary.statements import Reply, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderName:
    """Which reader read: name, version, and the digest of all that decides its answers."""

    name: str
    version: str
    digest: str

    def __str__(self) -> str:
        """Name it in a few words, with the beginning of its digest."""
        return f"{self.name} {self.version} ({self.digest[:8]})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one reader found in one text, read as told on one day.

    `notes` are the reader's own words on how it went, for who waits for it; no record keeps them.
    """

    id: ReadingId
    text: TextId
    reader: ReaderName
    told_on: str | None
    sentences: Spans = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Dated, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    questions: tuple[Question, ...] = ()
    replies: tuple[Reply, ...] = ()
    identity_claims: tuple[IdentityClaim, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    labels: tuple[Label, ...] = ()
    flows: tuple[Flow, ...] = ()
    events: tuple[Event, ...] = ()
    findings: tuple[Finding, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    notes: tuple[str, ...] = ()


class Verb(StrEnum):
    """What a person can decide. A decision is taken back by an entry of its own.

    What each is about, and what its `value` holds:

    - join, part: two mentions, or two claims; part also a claim and a statement that is none of it
    - confirm, reject: rows that a reader found, or claims; of several on one row the latest stands
    - reword: a claim, its new wording
    - write: the statements of a new claim (there may be none), its wording
    - place: a claim and a statement, the stance of the one on the other
    - grade: a source, its reliability from A to F; a statement or a reply, its credibility from 1
      to 6; a claim or a hypothesis, how likely it is, in a word of the PHIA yardstick
    - apply: a test, what it is applied to and the standard as it read then, in JSON
    - find: an element of a test (`test:element`, or `test` for the whole) and a statement that
      reports it if there is one, whether it was met; `note` is who found it, `because` the reason
    - suppose: nothing, a hypothesis in words; rate: a hypothesis and a claim or a row, how they fit
    - audit: a row that was drawn by chance, whether it is right; `note` is which reader read it
    - enter: a row that no reader found, and the one that it stands in place of if there is one; the
      row itself and the words it stands on, in JSON (`core.entered`)
    """

    JOIN = "join"
    PART = "part"
    CONFIRM = "confirm"
    REJECT = "reject"
    WRITE = "write"
    REWORD = "reword"
    PLACE = "place"
    GRADE = "grade"
    APPLY = "apply"
    FIND = "find"
    SUPPOSE = "suppose"
    RATE = "rate"
    AUDIT = "audit"
    ENTER = "enter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision about rows anchored to words: attributed, reasoned, undoable.

    `value` is what was decided, where the verb alone does not say it; `when` the day for which it
    holds, where it holds for one; `note` what narrows it, as the scope of a denial does.
    """

    id: RowId
    verb: Verb
    about: tuple[str, ...]
    by: str
    because: str
    value: str = ""
    when: When | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike, from 0 to 1, and why: a score never travels without its reasons."""

    score: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AsOf:
    """The two clocks of a question: true by `valid`, known to the case by `known`; None: now."""

    valid: When | None = None
    known: str | None = None
