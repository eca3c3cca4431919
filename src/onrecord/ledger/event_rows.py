"""The views of events, findings and proceedings: their rows out of a reading, and rows to show.

The statement that carries an event is shown whenever it was made: it may tell of a day long before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec

from onrecord.core.dates import When
from onrecord.core.events import EventRow, MatterRow
from onrecord.core.findings import FoundRow
from onrecord.core.identity import MentionId, RowId
from onrecord.core.rows import Party, StatementRow
from onrecord.core.spans import Span
from onrecord.core.telling import party
from onrecord.core.vocabulary import (
    Event,
    EventKind,
    Finding,
    Mention,
    Met,
    Proceeding,
    Reading,
    Realised,
    Role,
)
from onrecord.ledger.made_rows import Selected
from onrecord.ledger.moved_dates import Moved

Row = tuple[object, ...]
Bounds = tuple[int | None, int | None]
_SHOWN = 'id, {0}.source, {0}.start, {0}."end", {0}.sentence_start, {0}.sentence_end, {0}.words'
EVENTS = f"v.{_SHOWN.format('v')}, v.kind, v.realised, v.told, v.body, v.known, v.said_in"
FINDINGS = f"f.{_SHOWN.format('f')}, f.body, f.known, f.said_in"
MATTERS = "p.id, p.source, p.body"
_encode = msgspec.json.Encoder().encode
_NOT_YET = (Realised.EXPECTED, Realised.CONSIDERED)
"""What is only expected or considered holds from when it is told, whatever day it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """What of an event is kept as JSON."""

    participants: tuple[tuple[Role, Party], ...]
    when: When | None
    place: str
    matter: str
    law: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    """What of a finding is kept as JSON."""

    test: str
    element: str
    found: Met
    when: When | None
    finder: Party | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matter:
    """What of a proceeding is kept as JSON."""

    matter: str
    law: tuple[str, ...]
    body: Party | None
    parties: tuple[Party, ...]
    test: str | None
    threshold: str
    steps: tuple[RowId, ...]
    findings: tuple[RowId, ...]


_EVENT = msgspec.json.Decoder(_Event)
_FINDING = msgspec.json.Decoder(_Finding)
_MATTER = msgspec.json.Decoder(_Matter)


class Told:
    """Gives the rows of one reading.

    Args:
        around: gives the sentence in which a place lies.
        where: the columns with which every row begins.
        bounds: the valid time of the source, in days.
    """

    def __init__(
        self,
        reading: Reading,
        characters: str,
        around: Callable[[Span], Span],
        where: Row,
        source: str,
        bounds: Bounds,
    ) -> None:
        self._reading, self._characters, self._around = reading, characters, around
        self._where, self._source, self._bounds = where, source, bounds
        self._mentions = {mention.id: mention for mention in reading.mentions}

    def events(self) -> Iterator[Row]:
        """Give the rows of events."""
        for one in self._reading.events:
            kept = _Event(
                participants=tuple(
                    (p.role, party(p.voice, self._mentions, self._characters))
                    for p in one.participants
                ),
                when=one.when, place=one.place, matter=one.matter, law=one.law,
                outcome=one.outcome,
            )  # fmt: skip
            told = " ".join(" ".join(at.of(self._characters).split()) for at in one.at)
            yield (
                *self._placed(one), one.kind.value, one.realised.value, told, _encode(kept),
                one.said_in, *self._valid(one),
            )  # fmt: skip

    def findings(self) -> Iterator[Row]:
        """Give the rows of findings."""
        for one in self._reading.findings:
            kept = _Finding(
                test=one.test, element=one.element, found=one.found, when=one.when,
                finder=self._named(one.finder), reason=one.reason,
            )  # fmt: skip
            valid = (one.when.first, one.when.after) if one.when else self._bounds
            yield (*self._placed(one), _encode(kept), one.reported_in, *valid)

    def matters(self) -> Iterator[Row]:
        """Give the rows of proceedings."""
        for one in self._reading.proceedings:
            kept = self._matter(one)
            at = Span(one.at[0].start, max(span.end for span in one.at))
            row = (one.id, self._source, *at, _encode(kept))
            yield (*self._where, *row, None, self._bounds[1])

    def _matter(self, one: Proceeding) -> _Matter:
        parties = (self._named(mention) for mention in one.parties)
        return _Matter(
            matter=one.matter, law=one.law, body=self._named(one.body_mention),
            parties=tuple(party for party in parties if party is not None), test=one.test,
            threshold=one.threshold, steps=one.steps, findings=one.findings,
        )  # fmt: skip

    def _named(self, mention: MentionId | None) -> Party | None:
        found: Mention | None = self._mentions.get(mention) if mention else None
        if found is None:
            return None
        return Party(words=found.name, naming=found.naming, mention=found.id)

    def _placed(self, one: Event | Finding) -> Row:
        at = Span(one.at[0].start, one.at[-1].end)
        sentence = self._around(at)
        words = sentence.of(self._characters)
        return (*self._where, one.id, self._source, *at, *sentence, words)

    def _valid(self, one: Event) -> Bounds:
        """Give the days from which on it is told to have been: at the latest when it was told.

        Nothing without a day is held to have been so before anybody told it.
        """
        if one.realised in _NOT_YET or one.when is None:
            return self._bounds
        first, after = one.when.first, one.when.after
        return (after - 1 if first is None and after is not None else first), after


def event_row(
    row: Selected, labels: dict[str, str], statement: StatementRow | None, moved: Moved
) -> EventRow:
    """Make a row to show of one that `EVENTS` selects, with the statement that carries it."""
    kept = _EVENT.decode(row[10])
    return EventRow(
        id=row[0],
        source=row[1],
        source_label=labels[row[1]],
        kind=EventKind(row[7]),
        realised=Realised(row[8]),
        told=row[9],
        participants=kept.participants,
        when=moved.day(row[0], kept.when),
        place=kept.place,
        matter=kept.matter,
        law=kept.law,
        outcome=kept.outcome,
        at=Span(row[2], row[3]),
        words=row[6],
        around=Span(row[4], row[5]),
        known=row[11],
        statement=statement,
    )


def finding_row(
    row: Selected, labels: dict[str, str], statement: StatementRow | None, moved: Moved
) -> FoundRow:
    """Make a row to show of one that `FINDINGS` selects; it is placed on no element yet."""
    kept = _FINDING.decode(row[7])
    return FoundRow(
        id=row[0],
        elements=(),
        found=kept.found,
        when=moved.day(row[0], kept.when),
        finder=kept.finder.called if kept.finder is not None else "",
        reason=kept.reason,
        said_test=kept.test,
        said_of=kept.element,
        source=row[1],
        source_label=labels[row[1]],
        words=row[6],
        around=Span(row[4], row[5]),
        statement=statement,
    )


def matter_row(row: Selected) -> MatterRow:
    """Make a row of one that `MATTERS` selects: a proceeding as one source tells of it."""
    kept = _MATTER.decode(row[2])
    return MatterRow(
        id=row[0],
        source=row[1],
        matter=kept.matter,
        law=kept.law,
        body=kept.body,
        parties=kept.parties,
        test=kept.test,
        threshold=kept.threshold,
        steps=kept.steps,
        findings=kept.findings,
    )
