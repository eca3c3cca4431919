"""The sentences of a case, each with its days and whose it is, to be read for what was found."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from onrecord import assess
from onrecord.case.officials import is_official
from onrecord.core.dates import When
from onrecord.core.identity import SourceId
from onrecord.core.rows import SourceRow, StatementRow, TimelineRow
from onrecord.core.sentences import sentences
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text


def told_sentences(
    sources: Iterable[SourceRow],
    text: Callable[[SourceRow], Text],
    statements: Iterable[StatementRow],
    dated: Iterable[TimelineRow],
) -> Iterator[assess.Sentence]:
    """Give every sentence of running text, source by source in the order in which they came."""
    said: dict[SourceId, list[StatementRow]] = defaultdict(list)
    for row in statements:
        if row.duplicate_of is None:
            said[row.source].append(row)
    days: dict[SourceId, list[tuple[Span, When]]] = defaultdict(list)
    for one in dated:
        if one.at is not None and one.when is not None:
            days[one.source].append((one.at, one.when))
    for source in sources:
        if source.text is None:
            continue
        read = text(source)
        rows = sorted(said[source.id], key=lambda row: row.at)
        starts = [row.at.start for row in rows]
        for span in sentences(read):
            words = span.of(read.characters)
            here = rows[bisect_left(starts, span.start - 400) : bisect_left(starts, span.end)]
            yield assess.Sentence(
                source=source.id,
                source_label=source.label,
                at=span,
                words=words,
                days=tuple(
                    when
                    for at, when in days[source.id]
                    if at.overlaps(span) and (when.words in words or not when.words)
                ),
                statement=_outermost(here, span),
                published=source.published,
                publisher=source.outlet,
                official=is_official(source.outlet),
            )


def _outermost(rows: list[StatementRow], span: Span) -> StatementRow | None:
    """Give the statement whose words a sentence is, for the most part: who says it first."""
    best: tuple[int, StatementRow | None] = (0, None)
    for row in rows:
        covered = sum(
            max(0, min(piece.end, span.end) - max(piece.start, span.start))
            for piece in row.content_spans
        )
        if covered > best[0]:
            best = covered, row
    return best[1]
