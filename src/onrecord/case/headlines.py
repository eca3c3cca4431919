"""Whose words a headline gives: it says in short what the text says in full.

"Port board admits loss" over a text in which Ann Beck, who speaks for the Harbour Board, admits it
is no second party. The position stays on record with its words; it is the text's speaker's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.core.claims import PositionRow
from onrecord.core.identity import SourceId
from onrecord.core.spans import Span

OF_PARTY = "party "
"""How the key of a party begins whose name the words give."""


def as_the_text_says(
    rows: Sequence[PositionRow], headlines: Callable[[SourceId], Iterable[Span]]
) -> Iterator[PositionRow]:
    """Give a headline's position to whoever takes it in the text below, where one party does.

    Args:
        rows: the positions on one claim.
        headlines: gives where the headlines of a source stand.
    """
    if len(rows) < 2:
        yield from rows
        return
    above = {source: tuple(headlines(source)) for source in {one.statement.source for one in rows}}

    def is_above(row: PositionRow) -> bool:
        at = row.statement.at
        return any(
            one.start <= at.start and at.end <= one.end for one in above[row.statement.source]
        )

    for row in rows:
        below = {
            one.party: one.party_name
            for one in rows
            if one.statement.source == row.statement.source
            and one.stance is row.stance
            and one.party.startswith(OF_PARTY)
            and not is_above(one)
        }
        if row.statement.is_own_voice or row.party in below or len(below) != 1 or not is_above(row):
            yield row
            continue
        ((party, name),) = below.items()
        yield replace(row, party=party, party_name=name)
