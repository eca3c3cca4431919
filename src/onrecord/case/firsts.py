"""Listings, remembered: of long ones the first rows, of those that are dear to make all.

Who looks at the top of a long one waits for no more than that.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

from onrecord.case.kept import decoded
from onrecord.ledger import Ledger

VERSION = 2
"""Of the listings: raise it when the rows of one would come out otherwise from the same record."""

KEPT = 200
"""Rows that are remembered of each listing: a few screens."""

T = TypeVar("T")


def first(
    ledger: Ledger,
    name: str,
    moment: str,
    kind: type[T],
    made: Callable[[], list[T]],
    most: int | None,
) -> list[T]:
    """Give the first so many rows of a listing, or all of them (None).

    Args:
        name: the listing's, of which the newest is remembered.
        moment: names all that it depends on.
        made: gives all rows.
    """
    key = f"{name} {VERSION} {moment}"
    body = ledger.remembered(key)
    if most is not None and most <= KEPT and body is not None:
        return decoded(body, list[kind])[:most]  # type: ignore[valid-type]  # a type known at run time
    rows = made()
    if body is None:
        ledger.remember(name, key, msgspec.json.encode(rows[:KEPT]))
    return rows[:most]


def whole(
    ledger: Ledger, name: str, moment: str, kind: type[T], made: Callable[[], list[T]]
) -> list[T]:
    """Give all rows of a listing; the arguments are those of `first`."""
    key = f"{name} {VERSION} {moment}"
    body = ledger.remembered(key)
    if body is not None:
        return decoded(body, list[kind])  # type: ignore[valid-type]  # a type known at run time
    rows = made()
    ledger.remember(name, key, msgspec.json.encode(rows))
    return rows
