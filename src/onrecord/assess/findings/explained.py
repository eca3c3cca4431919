"""An element that is named later as the one that failed is a finding of the day when the test did.

Whoever gives up a case often says no more than that the test is no longer met; months later a
letter says which element it was, and seldom repeats the day. What the same finder then says in the
past, with no day of its own, is put on the day of that earlier finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.core.findings import WHOLE, FoundRow
from onrecord.core.vocabulary import Met

_FAILED = (Met.NOT_MET, Met.NO_LONGER_MET)
_LATER = (*_FAILED, Met.NOT_ASSESSED)


def explained(rows: Iterable[FoundRow]) -> Iterator[FoundRow]:
    """Give findings, those of an element that only explain an earlier one on the day of that."""
    known = list(rows)
    failed = [row for row in known if row.elements == (WHOLE,) and row.found in _FAILED]
    for row in known:
        may = row.found in _LATER and not row.day_told and WHOLE not in row.elements
        before = [one for one in failed if may and _is_before(one, row)]
        latest = max(before, key=_day, default=None)
        yield row if latest is None else replace(row, when=latest.when)


def _is_before(one: FoundRow, row: FoundRow) -> bool:
    return bool(row.finder) and one.finder == row.finder and 0 < _day(one) < _day(row)


def _day(row: FoundRow) -> int:
    return row.when.first or 0 if row.when is not None else 0
