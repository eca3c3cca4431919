"""The views of hops and identity claims: their rows out of a reading, and rows to show out of them.

The statement that carries a hop is shown whenever it was made: it may tell of a day long before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from onrecord.core.dates import When
from onrecord.core.flows import HopRow, IdentityRow
from onrecord.core.identity import MentionId
from onrecord.core.rows import Party, StatementRow
from onrecord.core.spans import Span
from onrecord.core.telling import party
from onrecord.core.vocabulary import Mention, Reading, Realised, Voice
from onrecord.ledger.made_rows import Selected
from onrecord.ledger.moved_dates import Moved, hop_key

Row = tuple[object, ...]
HOPS = (
    'h.id, h.number, h.source, h.start, h."end", h.sentence_start, h.sentence_end, h.words, h.what,'
    ' h.giver, h.taker, h.means, h."when", h.realised, h.gap, h.known, h.said_in'
)
IDENTITIES = 'i.id, i.source, i.start, i."end", i.words, i.one, i.other, i.said_in'
_encode = msgspec.json.Encoder().encode
_PARTY = msgspec.json.Decoder(Party)
_WHEN = msgspec.json.Decoder(When)


def hops(
    reading: Reading,
    characters: str,
    around: Callable[[Span], Span],
    where: Row,
    source: str,
    bounds: Callable[[When | None], Row],
) -> Iterator[Row]:
    """Give the rows of a reading's hops.

    Args:
        around: gives the sentence in which a place lies.
        where: the columns with which every row begins.
        bounds: gives the days on which it can have passed.
    """
    mentions = {mention.id: mention for mention in reading.mentions}

    def named(voice: Voice | None) -> bytes | None:
        return None if voice is None else _encode(party(voice, mentions, characters))

    for flow in reading.flows:
        for number, hop in enumerate(flow.hops):
            at = Span(hop.at[0].start, hop.at[-1].end)
            sentence = around(at)
            yield (
                *where, flow.id, source, number, *at, *sentence, sentence.of(characters),
                flow.what, named(hop.giver), named(hop.taker), hop.means,
                None if hop.when is None else _encode(hop.when), hop.realised.value, int(hop.gap),
                hop.carried_by[0] if hop.carried_by else None, *bounds(hop.when),
            )  # fmt: skip


def identities(
    reading: Reading, characters: str, where: Row, source: str, bounds: Row
) -> Iterator[Row]:
    """Give the rows of a reading's identity claims."""
    mentions = {mention.id: mention for mention in reading.mentions}
    for claim in reading.identity_claims:
        at = Span(claim.at[0].start, claim.at[-1].end)
        ends = (_encode(_end(mentions, one)) for one in (claim.one, claim.other))
        yield (
            *where, claim.id, source, *at, " ".join(at.of(characters).split()), *ends,
            claim.statement, *bounds,
        )  # fmt: skip


def _end(mentions: dict[MentionId, Mention], mention: MentionId) -> Party:
    found = mentions.get(mention)
    if found is None:
        return Party(words="", mention=mention)
    return Party(words=found.name, naming=found.naming, mention=mention)


def hop_row(
    row: Selected, labels: dict[str, str], statement: StatementRow | None, moved: Moved
) -> HopRow:
    """Make a row to show of one that `HOPS` selects, with the statement that carries it."""
    return HopRow(
        id=row[0],
        number=row[1],
        source=row[2],
        source_label=labels[row[2]],
        at=Span(row[3], row[4]),
        around=Span(row[5], row[6]),
        words=row[7],
        what=row[8],
        giver=None if row[9] is None else _PARTY.decode(row[9]),
        taker=None if row[10] is None else _PARTY.decode(row[10]),
        means=row[11],
        when=moved.day(hop_key(row[0], row[1]), None if row[12] is None else _WHEN.decode(row[12])),
        realised=Realised(row[13]),
        gap=bool(row[14]),
        known=row[15],
        statement=statement,
    )


def identity_row(
    row: Selected, labels: dict[str, str], statement: StatementRow | None
) -> IdentityRow:
    """Make a row to show of one that `IDENTITIES` selects."""
    return IdentityRow(
        id=row[0],
        source=row[1],
        source_label=labels[row[1]],
        at=Span(row[2], row[3]),
        words=row[4],
        one=_PARTY.decode(row[5]),
        other=_PARTY.decode(row[6]),
        statement=statement,
    )
