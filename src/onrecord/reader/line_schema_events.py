"""The published shape of events, findings and proceedings in a reading's line of JSON."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.vocabulary import EventKind, Met, Realised, Role
from onrecord.reader.line_schema_parts import LineVoice, LineWhen, Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class LineParticipant:
    """Somebody who takes part in an event, and as what."""

    role: Role
    voice: LineVoice


@dataclass(frozen=True, slots=True, kw_only=True)
class LineEvent:
    """What is told to have happened, or to be less than done. `at`: the words for it.

    `when` null: no words tell; `said_in` null: the text tells it itself. `matter` is what it is
    about, `law` the Acts named, `outcome` how a verdict, plea or appeal came out.
    """

    id: str
    kind: EventKind
    at: Pairs
    when: LineWhen | None
    participants: list[LineParticipant]
    place: str
    matter: str
    law: list[str]
    outcome: str
    said_in: str | None
    realised: Realised


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFinding:
    """What was found of a test. `element` "": of the whole; `reason` null: it is not stated."""

    id: str
    test: str
    element: str
    found: Met
    at: Pairs
    when: LineWhen | None
    finder: str | None
    reported_in: str | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineProceeding:
    """A matter before a body, as the text tells of it. `ended` null: the text tells of no end.

    `steps` and `findings` are ids of events and findings of the same line.
    """

    id: str
    matter: str
    law: list[str]
    body: str
    body_mention: str | None
    parties: list[str]
    test: str | None
    threshold: str
    opened: LineWhen | None
    ended: str | None
    at: Pairs
    steps: list[str]
    findings: list[str]
