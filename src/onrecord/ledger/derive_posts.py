"""The rows of tenures and labels: as a reading has them, with folded names to find them by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

import msgspec

from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.holding import ends
from onrecord.core.identity import MentionId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Mention, Reading, Tenure

Where = tuple[None, int, int, str]
Bounds = tuple[int | None, int | None]
_json = msgspec.json.Encoder().encode


def tenure_rows(
    where: Where,
    source: str,
    reading: Reading,
    published: Bounds,
    mentions: Mapping[MentionId, Mention],
    around: Callable[[Span], Span],
) -> Iterator[tuple[object, ...]]:
    """Give the rows of tenures.

    Args:
        published: when the source can have been published; up to then an open tenure is open. Where
            it does not say, up to the day on which the case could know it.
        around: gives the sentence in which a place of a text lies; a table has rows for sentences.
    """
    after = published[1]
    seen = date.fromisoformat(where[3]).toordinal() if after is None else after - 1
    for t in reading.tenures:
        mention = mentions.get(t.holder) if t.holder is not None else None
        at = Span(t.at[0].start, t.at[-1].end)
        name = t.name or (mention.name if mention else "")
        yield (
            *where,
            t.id,
            source,
            *at,
            t.holder,
            name,
            t.post,
            t.body,
            t.person,
            t.office,
            t.organisation,
            None if t.held is None else _json(t.held),
            _json(t.cited) if t.cited else None,
            int(t.listed),
            *(at if t.listed else around(at)),
            t.said_in,
            seen,
            fold(name),
            fold(t.post),
            *_can_be_held(t),
            *_valid(t.held, t.cited, published),
        )


def label_rows(where: Where, source: str, reading: Reading) -> Iterator[tuple[object, ...]]:
    """Give the rows of labels."""
    for label in reading.labels:
        yield (
            *where,
            source,
            *label.at,
            label.kind.value,
            label.key,
            label.name,
            None if label.borne is None else _json(label.borne),
            label.of,
            fold(label.name),
            *((label.borne.first, label.borne.after) if label.borne else (None, None)),
        )


def _can_be_held(tenure: Tenure) -> Bounds:
    """Give the days outside which it was certainly not held; a tenure without dates has none."""
    if tenure.held is None and not tenure.cited:
        return None, None
    lows: list[int | None] = [one.first for one in tenure.cited]
    highs = [None if one.after is None else one.after - 1 for one in tenure.cited]
    if tenure.held is not None:
        bounds = ends(tenure.held)
        lows.append(bounds.first_start)
        highs.append(bounds.last_end)
    return (
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def _valid(held: When | None, cited: tuple[When, ...], published: Bounds) -> Bounds:
    if held is not None:
        return held.first, held.after
    if not cited:
        return published
    firsts, afters = [one.first for one in cited], [one.after for one in cited]
    return (
        None if None in firsts else min(first for first in firsts if first is not None),
        None if None in afters else max(after for after in afters if after is not None),
    )
