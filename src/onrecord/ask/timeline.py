"""What the record puts in time: when sources came out, when things were said, dates in the texts.

A row is never an event in our own voice: it is a date and somebody's words that give it.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.core.dates import When, by_time
from onrecord.core.rows import SourceRow, StatementRow, TimelineRow, quoted
from onrecord.core.vocabulary import Attested


def timeline(
    sources: Iterable[SourceRow],
    statements: Iterable[StatementRow],
    dated: Iterable[TimelineRow],
) -> list[TimelineRow]:
    """Put all that is dated in order: the earliest possible day first, what has no date last.

    What repeats a statement of its own text is not entered again.
    """
    rows = list(dated)
    for source in sources:
        rows.extend(_appearances(source))
    rows.extend(
        TimelineRow(
            when=row.made,
            kind="said",
            source=row.source,
            source_label=row.source_label,
            words=row.content,
            at=row.at,
            statement=row,
        )
        for row in statements
        if row.made is not None and row.duplicate_of is None
    )
    return sorted(rows, key=lambda row: (by_time(row.when), row.kind, row.source, row.at or (0, 0)))


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
