"""What the record puts in time: sources, statements, dates in the texts, what is told to happen.

A row is never an event in our own voice: it is a date and somebody's words that give it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.core.dates import When, by_time
from onrecord.core.events import EventRow, ProceedingRow
from onrecord.core.flows import TOLD, ArrowRow, name_of
from onrecord.core.identity import ActorId, SourceId, StatementId
from onrecord.core.rows import PASSED, SourceRow, StatementRow, TimelineRow, quoted
from onrecord.core.vocabulary import Attested, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What is asked of a row of the timeline; None: that is all the same.

    Args:
        actors: only where one of these speaks or takes part.
        start, end: only what may lie between them; what has no date never does.
    """

    actors: frozenset[ActorId] | None = None
    kind: str | None = None
    standing: Standing | None = None
    source: str | None = None
    start: When | None = None
    end: When | None = None

    def of(self, rows: Iterable[TimelineRow]) -> list[TimelineRow]:
        """Give the rows that are as asked, in their order."""
        return [row for row in rows if self._fits(row)]

    def _fits(self, row: TimelineRow) -> bool:
        return (
            (self.actors is None or bool(self.actors & row.actors))
            and (self.kind is None or row.kind == self.kind)
            and (self.standing is None or row.standing is self.standing)
            and (self.source is None or row.source == self.source)
            and self._may_lie(row.when)
        )

    def _may_lie(self, when: When | None) -> bool:
        if self.start is None and self.end is None:
            return True
        return (
            when is not None
            and (self.start is None or when.is_before(self.start) is not True)
            and (self.end is None or when.is_after(self.end) is not True)
        )


def timeline(
    sources: Iterable[SourceRow],
    statements: Iterable[StatementRow],
    dated: Iterable[TimelineRow],
    arrows: Iterable[ArrowRow] = (),
    events: Iterable[EventRow] = (),
    proceedings: Iterable[ProceedingRow] = (),
) -> list[TimelineRow]:
    """Put all that is dated in order: the earliest possible day first, what has no date last.

    What repeats a statement of its own text is not entered again.
    """
    said = list(statements)
    spoken = {(row.source, row.id): row for row in said}
    rows = [_with_speaker(row, spoken) for row in dated]
    for source in sources:
        rows.extend(_appearances(source))
    rows.extend(_passed(arrows))
    rows.extend(_happened(events, proceedings))
    rows.extend(
        TimelineRow(
            when=row.made,
            kind="said",
            source=row.source,
            source_label=row.source_label,
            words=row.content,
            at=row.at,
            statement=row,
            id=row.id,
        )
        for row in said
        if row.made is not None and row.duplicate_of is None
    )
    return sorted(rows, key=lambda row: (by_time(row.when), row.kind, row.source, row.at or (0, 0)))


def _with_speaker(
    row: TimelineRow, spoken: dict[tuple[SourceId, StatementId], StatementRow]
) -> TimelineRow:
    """Give the statement that carries a date the actor who is held to speak in it."""
    inside = row.statement
    if inside is None:
        return row
    return replace(row, statement=spoken.get((inside.source, inside.id), inside))


def _passed(arrows: Iterable[ArrowRow]) -> Iterator[TimelineRow]:
    """Give the hops whose words date them, each with the standing of its arrow."""
    for arrow in arrows:
        for hop in arrow.hops:
            if hop.when is not None:
                yield TimelineRow(
                    when=hop.when,
                    kind=PASSED,
                    source=hop.source,
                    source_label=hop.source_label,
                    words=hop.words,
                    at=hop.around,
                    statement=hop.statement,
                    id=hop.id,
                    what=f"{arrow.title}{f': {hop.what}' if hop.what else ''}",
                    told=TOLD[hop.realised],
                    parties=tuple(one for one in (hop.giver, hop.taker) if one is not None),
                    standing=arrow.standing,
                )


def _happened(
    events: Iterable[EventRow], proceedings: Iterable[ProceedingRow]
) -> Iterator[TimelineRow]:
    """Give what is told to have happened; no step of a proceeding without how that ended."""
    ended = {
        (step.source, step.id): one.ending.told if one.ending else "no source tells of an end"
        for one in proceedings
        for step in one.steps
    }
    for row in events:
        taking_part = "; ".join(f"{role.value}: {name_of(one)}" for role, one in row.participants)
        outcome = f", {row.outcome}" if row.outcome else ""
        yield TimelineRow(
            when=row.when,
            kind=row.kind.value,
            source=row.source,
            source_label=row.source_label,
            words=row.words,
            at=row.around,
            statement=row.statement,
            id=row.id,
            what=f"{row.kind.value}{outcome}{f' · {taking_part}' if taking_part else ''}",
            told=TOLD[row.realised],
            parties=tuple(row.parties()),
            ended=ended.get((row.source, row.id), ""),
        )


def _appearances(source: SourceRow) -> Iterable[TimelineRow]:
    meta = source.metadata
    for kind, day in (("published", meta.published), ("modified", meta.modified)):
        if day is not None:
            yield _appearance(source, kind, day)


def _appearance(source: SourceRow, kind: str, day: Attested) -> TimelineRow:
    return TimelineRow(
        when=When(edtf=day.value, rule=day.basis.value),
        kind=kind,
        source=source.id,
        source_label=source.label,
        words=f"{kind} {quoted(source.title)}",
        at=None,
    )
