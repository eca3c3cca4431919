"""What an outlet's own sentences do to a claim: it reports, or puts forward what nobody else has.

An outlet that is the press repeats what others are on record with; only what it says first is its
own, and a body that puts a document out speaks for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord import assess
from onrecord.core.claims import PositionRow
from onrecord.core.vocabulary import Naming, Stance

_HEARSAY = re.compile(
    r"\b(?:elsewhere|reportedly|allegedly|according to|it is (?:said|claimed|alleged|reported)"
    r"|(?:is|are|was|were) (?:said|alleged|reported|rumoured) to)\b",
    re.IGNORECASE,
)
"""Words by which an outlet tells that others say it."""
_SUPPORT = (Stance.ASSERTS, Stance.REPORTS)
_REVEALS = re.compile(r"\bcan (?:now )?(?:exclusively )?(?:reveal|disclose|report|name)\b")
"""How an outlet puts something forward as its own."""


def as_outlets_say(rows: Sequence[PositionRow], holders: assess.Holders) -> Iterator[PositionRow]:
    """Say what sentences do that no statement covers.

    A body that speaks for itself takes its stance. An outlet reports what another is on record
    with, and asserts what nobody was before; that its words speak against a claim is nobody's
    denial, and is left out.
    """
    support = [row for row in rows if row.stance in _SUPPORT]
    for row in rows:
        said = row.statement
        if said.naming is Naming.AGENTLESS and row.stance is Stance.REPORTS:
            # "Is suspected of", in a body's own notice, is what that body suspects.
            own = holders.is_body(said.source) and not said.chain
            yield replace(row, stance=Stance.ASSERTS) if own else row
        elif said.naming is Naming.PUBLISHER and _REVEALS.search(said.cue) and not said.chain:
            yield _first_said(row, support)
        elif not said.is_own_voice:
            yield row
        elif holders.is_body(said.source):
            asserts = row.stance is Stance.REPORTS
            yield replace(row, stance=Stance.ASSERTS) if asserts else row
        elif row.stance is Stance.WITHDRAWS and not holders.is_outlet(row.party):
            yield row
        elif row.stance in _SUPPORT:
            yield _first_said(row, support)


def _first_said(row: PositionRow, support: Sequence[PositionRow]) -> PositionRow:
    """Take what an outlet says for its own, where nobody is on record with it before.

    What it says that it can reveal it puts forward itself, whoever its sources in that text are.
    """
    said = row.statement
    reveals = _REVEALS.search(said.cue) is not None
    before = _HEARSAY.search(said.content) is not None or any(
        assess.day(other) < assess.day(row)
        or (
            not reveals
            and (other.statement.source == said.source or assess.day(other) == assess.day(row))
        )
        for other in support
        if other.holder != row.holder
    )
    because = "said by the outlet itself, and by nobody on record before"
    return row if before else replace(row, stance=Stance.ASSERTS, because=(*row.because, because))
