"""What a publisher took out of a page: words of its own that the next version no longer has.

A publisher that edits its own assertion away no longer makes it; whom it quoted has withdrawn
nothing. Nothing says so on the page, so each row says from which two versions it is concluded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.core.claims import PositionRow
from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.identity import RowId, SourceId
from onrecord.core.vocabulary import Naming, Stance

ALIKE = 0.5
"""Share of the words of the shorter that a rewording keeps at least; below, it is another thing."""

_OWN = (Naming.PUBLISHER, Naming.AGENTLESS)
_SUPPORT = (Stance.ASSERTS, Stance.REPORTS)
Positions = Mapping[RowId, Sequence[PositionRow]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """The next version of a page: which source, its label, and the day the case had it."""

    source: SourceId
    label: str
    known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What was taken out of a claim by edits, and the claim that stands in its place, if any."""

    rows: tuple[PositionRow, ...]
    instead: RowId | None


def edited(
    claims: Positions, newer: Mapping[SourceId, Newer], words: Callable[[SourceId], str]
) -> dict[RowId, Edited]:
    """Find what publishers edited away of each claim.

    Args:
        newer: the next version of a source, where there is one.
        words: gives the readable text of a source.
    """
    folded = lru_cache(maxsize=64)(lambda source: fold(words(source)))
    there: dict[SourceId, list[tuple[RowId, PositionRow]]] = {}
    for claim, rows in claims.items():
        for row in rows:
            there.setdefault(row.statement.source, []).append((claim, row))
    found = {}
    for claim, rows in claims.items():
        gone = [
            (row, version)
            for row in rows
            if (version := newer.get(row.statement.source)) is not None
            and _is_own(row)
            and not any(other.statement.source == version.source for other in rows)
            and fold(row.statement.content) not in folded(version.source)
        ]
        if gone:
            instead = (
                other
                for row, version in gone
                for other, new in there.get(version.source, ())
                if other != claim and _takes_the_place(new, row, folded(row.statement.source))
            )
            taken_out = tuple(_taken_out(row, version) for row, version in gone)
            found[claim] = Edited(rows=taken_out, instead=next(instead, None))
    return found


def _is_own(row: PositionRow) -> bool:
    return row.stance in _SUPPORT and row.statement.naming in _OWN


def _takes_the_place(new: PositionRow, old: PositionRow, before: str) -> bool:
    """Say whether words that the earlier version lacks are the edited ones put otherwise."""
    if not _is_own(new) or fold(new.statement.content) in before:
        return False
    mine, theirs = (set(fold(row.statement.content).split()) for row in (new, old))
    return len(mine & theirs) >= ALIKE * min(len(mine), len(theirs)) > 0


def _taken_out(row: PositionRow, version: Newer) -> PositionRow:
    return replace(
        row,
        stance=Stance.WITHDRAWS,
        statement=replace(row.statement, known=version.known),
        said=When.of(version.known),
        because=(f"{version.label} no longer has these words",),
        edit=f"by an edit: {version.label}, had on {version.known}, no longer has it",
    )
