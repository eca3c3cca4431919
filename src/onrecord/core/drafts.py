"""What is found where a draft is held against the record, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Stance
from onrecord.core.wording import quoted


class Severity(StrEnum):
    """How a finding is meant: to be mended, to be looked at, or to be known."""

    FAULT = "fault"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Words of the record that a finding rests on, with whose they are. `at`: where they stand.

    `teller` names whose they are where that is more than the source; '' it is the source alone.
    """

    source: SourceId
    source_label: str
    at: Span | None
    words: str
    statement: StatementRow | None = None
    teller: str = ""

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        if self.statement is not None:
            return self.statement.attributed(most)
        return f"{self.teller or self.source_label} writes: {quoted(self.words, most)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A statement of the record beside some words of a draft, as what it does to them.

    Attributes:
        words: the sentence of the statement that is meant, with names for its pronouns.
        likeness: of what the two are about, from 0 to 1.
        stance: the one it takes on the draft's words; None: it does not address them.
        sure: how likely it is that it addresses them, from 0 to 1.
        party: for whom its speaker speaks, '' where nobody is named.
    """

    statement: StatementRow
    words: str
    likeness: float
    stance: Stance | None
    sure: float
    party: str = ""

    @property
    def held(self) -> Held:
        """Give it as words that a finding rests on."""
        said = self.statement
        return Held(
            source=said.source,
            source_label=said.source_label,
            at=said.at,
            words=said.content,
            statement=said,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found in a draft.

    Attributes:
        code: stable; `explain` says what it stands for.
        at: the words it is about, in the text of the draft; `sentence` those around them.
        says: what is wrong, in one line that states nothing in dispute as a fact.
        rests_on: what the record holds; nothing where it is the draft alone that is at odds.
        difference: two wordings beside each other, [-left out-] {+put in+}; '' where there is none.
        wording: a wording that would be fair, '' where none is offered. Never put in by itself.
        over: the stretch that the wording would stand in place of; empty where it would be put in
            there; None: it stands for no stretch as it is.
        sure: how sure, from 0 to 1; 1 where it follows from the words by a rule.
        answered: who accepted it, and why; '' while it is open.
    """

    code: str
    severity: Severity
    at: Span
    sentence: Span
    says: str
    rests_on: tuple[Held, ...] = ()
    difference: str = ""
    wording: str = ""
    over: Span | None = None
    sure: float = 1.0
    answered: str = ""

    @property
    def offered(self) -> str:
        """Say how the fair wording is meant: in the place of words of the draft, or besides."""
        adds = self.over is not None and self.over.start == self.over.end
        return "fair would be to add" if adds else "fair would be"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceRow:
    """One sentence of a draft for its fact sheet: what the record holds of the same thing."""

    at: Span
    words: str
    support: tuple[Held, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A draft held against a record. `as_of` are the two clocks in words; `head` names the record.

    `characters` is the text of the draft that all places are in.
    """

    draft: str
    characters: str
    as_of: str
    head: str
    findings: tuple[Finding, ...]
    sentences: tuple[SentenceRow, ...]
    notes: tuple[str, ...] = ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """Those that ask for something and that nobody has answered."""
        return tuple(
            one
            for one in self.findings
            if one.severity is not Severity.INFORMATION and not one.answered
        )

    def place(self, at: Span) -> tuple[int, int]:
        """Give the line and the column, from 1, at which a stretch begins."""
        before = self.characters[: at.start]
        return before.count("\n") + 1, at.start - (before.rfind("\n") + 1) + 1
