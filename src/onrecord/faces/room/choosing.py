"""A page of the record with less on it: the rows that an address asks for, in the order it asks.

Only the table of claims can be asked so. The whole page is the dossier's; a choice from it is
made when it is asked for, and is not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.case import Case, Claims
from onrecord.core.claims import ClaimLine, ClaimRow
from onrecord.core.errors import WrongUse
from onrecord.core.identity import RowId
from onrecord.core.vocabulary import Standing
from onrecord.show import Site, chosen_claims

ORDERS: Mapping[str, str] = {
    "support": "the best supported first",
    "disputed": "the most denied and doubted first",
    "statements": "the most spoken to first",
    "changed": "the latest changes of position first",
}
_KEYS = ("actor", "standing", "words", "source", "order")
_AGAINST = ("denies", "doubts")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks of the table of claims; `chosen`: it asks for less than all of it."""

    actor: str = ""
    standing: str = ""
    words: str = ""
    source: str = ""
    order: str = "support"
    of: int = 0

    @property
    def chosen(self) -> bool:
        return any((self.actor, self.standing, self.words, self.source))


def asks(name: str, query: Mapping[str, str]) -> bool:
    """Say whether an address asks for a choice rather than for the whole page."""
    return name == "claims.html" and any(query.get(key) for key in _KEYS)


def chosen(case: Case, site: Site, query: Mapping[str, str]) -> dict[str, Any]:
    """Fill the table of claims with the rows asked for.

    Raises:
        WrongUse: there is no such standing or order.
    """
    asked = Asked(
        actor=_told(query, "actor"),
        standing=_told(query, "standing"),
        words=_told(query, "words"),
        source=_told(query, "source"),
        order=_told(query, "order") or "support",
    )
    shown = {row.id: row for row in site.rows.claimed.rows}
    lines = lines_of(case.claims(site.as_of), asked)
    rows = [shown[line.id] for line in lines if line.id in shown]
    told = replace(asked, of=len(shown))
    return {**chosen_claims(site.rows.claimed, rows), "choice": told}


def lines_of(claims: Claims, asked: Asked) -> Sequence[ClaimLine]:
    """Give the claims that are asked for, in the order that is asked for.

    Raises:
        WrongUse: there is no such standing or order.
    """
    if asked.order not in ORDERS:
        raise WrongUse(f"{asked.order!r} is no order", help=f"one of: {', '.join(ORDERS)}")
    lines = claims.of(
        actor=asked.actor,
        standing=_standing(asked.standing),
        source=asked.source,
        words=asked.words,
    )
    moved: dict[RowId, int] = {}
    if asked.order == "changed":
        moved = {move.claim: number for number, move in enumerate(claims.changed(), 1)}
    return _ordered(lines, asked.order, moved)


def _told(query: Mapping[str, str], key: str) -> str:
    return query.get(key, "").strip()[:200]


def _standing(word: str) -> Standing | None:
    if not word:
        return None
    try:
        return Standing(word)
    except ValueError:
        raise WrongUse(f"{word!r} is no standing", help=f"one of: {', '.join(Standing)}") from None


def _ordered(
    lines: Sequence[ClaimLine], order: str, moved: Mapping[RowId, int]
) -> Sequence[ClaimLine]:
    keys: dict[str, Callable[[ClaimLine], int]] = {
        "disputed": lambda line: -sum(one.holds.value.startswith(_AGAINST) for one in line.stands),
        "statements": lambda line: -line.positions,
        "changed": lambda line: -moved.get(line.id, 0),
    }
    return sorted(lines, key=keys[order]) if order in keys else lines


def holders(rows: Sequence[ClaimRow]) -> list[str]:
    """Name everybody who takes a stance on a claim, for a list to choose from."""
    return sorted({one.called for row in rows for one in row.stands})
