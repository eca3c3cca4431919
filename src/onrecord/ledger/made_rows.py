"""Makes rows of what the views hold: statements, replies, versions of a page, what is around."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter
from typing import Any

import msgspec

from onrecord.core.dates import When
from onrecord.core.identity import ActorId, MentionId, SourceId, StatementId, TextId
from onrecord.core.rows import Party, ReplyRow, SourceRow, StatementRow, Teller
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    Attested,
    Commitment,
    Mode,
    Naming,
    Outcome,
    Polarity,
    SpeechAct,
)
from onrecord.ledger.clocks import Decisions
from onrecord.ledger.moved_dates import Moved

# Looked up, not called: a case of 73,000 statements spent a quarter of a listing on making words of
# the vocabulary of their values (November 2026).
_NAMING = {one.value: one for one in Naming}
_MODE = {one.value: one for one in Mode}
_ACT = {one.value: one for one in SpeechAct}
_POLARITY = {one.value: one for one in Polarity}
_COMMITMENT = {one.value: one for one in Commitment}
_SPANS = msgspec.json.Decoder(tuple[Spans, Spans, Spans, Spans])
_WHEN = msgspec.json.Decoder(When)
_CHAIN = msgspec.json.Decoder(tuple[Teller, ...])
_PARTIES = msgspec.json.Decoder(tuple[Party, Party | None, Party | None])

Selected = tuple[Any, ...]
"""A row as its query selects it."""
Held = Callable[[SourceId, MentionId | None], tuple[ActorId | None, str]]
"""Gives the actor who is held to make a mention of a source, and their name; None, '': nobody."""


def nobody(source: SourceId, mention: MentionId | None) -> tuple[None, str]:
    """Hold nobody to speak."""
    del source, mention
    return None, ""


def statement_row(
    row: Selected, labels: dict[str, str], decided: Decisions, held: Held = nobody
) -> StatementRow:
    """Make a statement's row. What repeated one that a person rejected stands for itself."""
    source, cue, content, hedges = _SPANS.decode(row[17])
    actor, name = held(row[1], row[5])
    made = StatementRow(
        id=StatementId(row[0]),
        source=SourceId(row[1]),
        source_label=labels[row[1]],
        text=TextId(row[2]),
        at=Span(row[3], row[4]),
        mention=row[5],
        speaker=row[6],
        naming=_NAMING[row[7]],
        actor=actor,
        actor_name=name,
        cue=row[8],
        content=row[9],
        source_spans=source,
        cue_spans=cue,
        content_spans=content,
        hedge_spans=hedges,
        mode=_MODE[row[10]],
        act=_ACT[row[11]],
        polarity=_POLARITY[row[12]],
        commitment=_COMMITMENT[row[13]],
        made=decided.moved.day(row[0], None if row[14] is None else _WHEN.decode(row[14])),
        parent=row[15],
        chain=_CHAIN.decode(row[16]) if row[16] is not None else (),
        known=row[18],
        reader=row[19],
        hedges=_strings(row[20]),
        addressee=row[21],
        sureness=row[22],
        duplicate_of=None if row[23] in decided.rejected else row[23],
        confirmed=row[0] in decided.confirmed,
        entered_by=row[24],
    )
    return decided.in_place.told(made)


def reply_row(row: Selected, labels: dict[str, str], moved: Moved) -> ReplyRow:
    asked, asked_by, through = _PARTIES.decode(row[4])
    return ReplyRow(
        id=row[0],
        source=row[1],
        source_label=labels[row[1]],
        asked=asked,
        outcome=Outcome(row[5]),
        words=row[6],
        at=Span(row[2], row[3]),
        spans=msgspec.json.decode(row[7], type=Spans),
        asked_by=asked_by,
        through=through,
        made=moved.day(row[0], None if row[8] is None else _WHEN.decode(row[8])),
    )


def _strings(body: bytes | None) -> tuple[str, ...]:
    return () if body is None else tuple(msgspec.json.decode(body, type=list[str]))


class Around:
    """Finds which statement's content holds a place, without looking at every statement."""

    def __init__(self, rows: Iterable[Selected]) -> None:
        self._pieces = sorted(
            (
                (piece, content, row)
                for row in rows
                for content in (_SPANS.decode(row[17])[2],)
                for piece in content
            ),
            key=itemgetter(0),
        )
        self._starts = [piece.start for piece, _, _ in self._pieces]
        # How far any piece up to here reaches: where it ends before the place, none further left
        # can hold it.
        self._reach = list(accumulate((piece.end for piece, _, _ in self._pieces), max))

    def narrowest(self, span: Span) -> Selected | None:
        holding = []
        at = bisect_right(self._starts, span.start) - 1
        while at >= 0 and self._reach[at] >= span.end:
            piece, content, row = self._pieces[at]
            if piece.holds(span):
                holding.append((sum(span.end - span.start for span in content), row))
            at -= 1
        return min(holding, key=itemgetter(0), default=(0, None))[1]


def versioned(rows: list[SourceRow]) -> list[SourceRow]:
    """Number the versions of each address in the order in which they came to be known."""
    by_address: dict[str, list[SourceRow]] = defaultdict(list)
    for row in rows:
        stated: Attested | None = row.metadata.address
        if stated is not None:
            by_address[stated.value].append(row)
    numbered = {}
    for address, same in by_address.items():
        for version, row in enumerate(same, 1):
            numbered[row.id] = replace(row, page=address, version=version, versions=len(same))
    return [numbered.get(row.id, row) for row in rows]
