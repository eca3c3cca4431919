"""The view of questions: its rows out of a reading, and rows to show out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from onrecord.core.dates import When
from onrecord.core.rows import Party, QuestionRow, StatementRow
from onrecord.core.spans import Span, Spans
from onrecord.core.telling import party, words_at
from onrecord.core.vocabulary import Reading
from onrecord.ledger.made_rows import Selected
from onrecord.ledger.moved_dates import Moved

Row = tuple[object, ...]
COLUMNS = "q.id, q.source, q.words, q.asked, q.spans, q.put, q.due, q.said_in"
_encode = msgspec.json.Encoder().encode
_PARTY = msgspec.json.Decoder(Party)
_SPANS = msgspec.json.Decoder(Spans)
_WHEN = msgspec.json.Decoder(When)


def derived(
    reading: Reading,
    characters: str,
    where: Row,
    source: str,
    bounds: Callable[[When | None], Row],
) -> Iterator[Row]:
    """Give the rows of a reading's questions.

    Args:
        where: the columns with which every row begins.
        bounds: gives the days of the day it was put, or of the source.
    """
    mentions = {mention.id: mention for mention in reading.mentions}
    for q in reading.questions:
        yield (
            *where,
            q.id,
            source,
            q.at[0].start,
            q.at[-1].end,
            words_at(q.at, characters),
            None if q.asked is None else _encode(party(q.asked, mentions, characters)),
            _encode(q.at),
            None if q.put is None else _encode(q.put),
            None if q.due is None else _encode(q.due),
            q.said_in,
            *bounds(q.put),
        )


def shown(
    row: Selected, labels: dict[str, str], statement: StatementRow, moved: Moved
) -> QuestionRow:
    """Make a row to show of one that `COLUMNS` select, with the statement by which it is asked."""
    identifier, source, words, asked, spans, put, due, _ = row
    places = _SPANS.decode(spans)
    return QuestionRow(
        id=identifier,
        source=source,
        source_label=labels[source],
        words=words,
        at=Span(places[0].start, places[-1].end),
        spans=places,
        asked=None if asked is None else _PARTY.decode(asked),
        put=moved.day(identifier, None if put is None else _WHEN.decode(put)),
        due=None if due is None else _WHEN.decode(due),
        statement=statement,
    )
