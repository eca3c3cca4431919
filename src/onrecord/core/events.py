"""Rows on what is told to have happened: events, the proceedings they are steps of, and findings.

Nothing here is a fact: each row has the words that tell it and whose they are, and how a proceeding
ended is told by somebody too.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.dates import When
from onrecord.core.findings import FoundRow
from onrecord.core.flows import TOLD, name_of
from onrecord.core.identity import RowId, SourceId
from onrecord.core.said import Party, StatementRow, told_in
from onrecord.core.spans import Span
from onrecord.core.vocabulary import EventKind, Realised, Role
from onrecord.core.wording import NOBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event as one source tells it; `words` is the sentence, at `around`.

    `told` are the words for it, at `at`. The other fields are those of `Event`; `statement` is the
    innermost in whose content it stands, None where the source tells it itself.
    """

    id: RowId
    source: SourceId
    source_label: str
    kind: EventKind
    realised: Realised
    told: str
    participants: tuple[tuple[Role, Party], ...]
    when: When | None
    place: str
    matter: str
    law: tuple[str, ...]
    outcome: str
    at: Span
    words: str
    around: Span
    known: str
    statement: StatementRow | None = None

    def parties(self, *roles: Role) -> list[Party]:
        """Give those who take part in these roles; without any, in all."""
        return [party for role, party in self.participants if not roles or role in roles]

    @property
    def title(self) -> str:
        """Name the kind, as what it is told, and who takes part."""
        outcome = f", {self.outcome}" if self.outcome else ""
        who = "; ".join(f"{role.value}: {name_of(party)}" for role, party in self.participants)
        return f"{self.kind.value}{outcome} ({TOLD[self.realised]}){f' · {who}' if who else ''}"

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        return told_in(self.statement, self.source_label, self.words, most)


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterRow:
    """A proceeding as one source tells of it: the fields are those of `Proceeding`."""

    id: RowId
    source: SourceId
    matter: str
    law: tuple[str, ...]
    body: Party | None
    parties: tuple[Party, ...]
    test: str | None
    threshold: str
    steps: tuple[RowId, ...]
    findings: tuple[RowId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingRow:
    """How a proceeding is told to have ended; `steps` tell it, the latest last."""

    how: str
    when: When | None
    steps: tuple[EventRow, ...]

    @property
    def teller(self) -> str:
        """Name who tells it, and where."""
        last = self.steps[-1]
        if last.statement is None:
            return f"{last.source_label}, which writes so"
        return last.statement.attribution

    @property
    def told(self) -> str:
        """Say how it is told to have ended, and when."""
        when = f", {self.when}" if self.when is not None else ""
        return f"told to have ended: {self.how}{when}"

    def attributed(self, most: int | None = None) -> str:
        """Give the ending with whose words it rests on."""
        return f"{self.told} ({self.steps[-1].attributed(most)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProceedingRow:
    """One matter across all documents: who is charged, by which body, with what, and its steps.

    `id` is that of the first of the texts' proceedings it was put together from; `because` says
    why they are held to be one. `steps` are in order of time, those without a day last. `ending`
    None: no source tells of an end.
    """

    id: RowId
    parties: tuple[Party, ...]
    bodies: tuple[Party, ...]
    matters: tuple[str, ...]
    laws: tuple[str, ...]
    tests: tuple[str, ...]
    thresholds: tuple[str, ...]
    opened: When | None
    steps: tuple[EventRow, ...]
    findings: tuple[FoundRow, ...]
    ending: EndingRow | None
    because: tuple[str, ...]

    @property
    def title(self) -> str:
        """Name who is concerned, or the document if nobody is, and before or by which body."""
        who = " and ".join(dict.fromkeys(name_of(party) for party in self.parties))
        bodies = ", ".join(dict.fromkeys(name_of(body) for body in self.bodies))
        if not who:
            who = f"{NOBODY} in {self.steps[0].source_label}" if self.steps else NOBODY
        return f"{who}{f' · {bodies}' if bodies else ''}"
