"""How two quantities that the bench points at stand to each other: by their rows of the record."""

from __future__ import annotations

from typing import Any

from bench.case_alder.built import Built, Told
from onrecord.core.quantities import Relation, is_part, relation
from onrecord.core.rows import QuantityRow
from onrecord.core.spans import Span

_WORDS = {
    Relation.SAME: "same",
    Relation.COMPATIBLE: "compatible",
    Relation.BOUND_DROPPED: "bound_dropped",
    Relation.OTHER_SCOPE: "different_scope",
    Relation.CONFLICT: "conflict",
    Relation.NOT_KNOWN: "",
}


def quantities(built: Built) -> dict[str, str]:
    """Give the relation of each pair told of which the record holds both quantities."""
    rows = built.case.quantities()
    asked: list[dict[str, Any]] = built.told.get("comparisons", [])
    found = {}
    for one in asked:
        first, second = (_at(built, rows, one[side]) for side in ("a", "b"))
        if first is not None and second is not None:
            found[one["id"]] = _relation(first, second)
    return found


def _relation(one: QuantityRow, other: QuantityRow) -> str:
    return _WORDS[relation(one, other, parts=(_is_part(one), _is_part(other)))]


def _is_part(row: QuantityRow) -> bool:
    return is_part(row.words[row.at.end - row.around.start :])


def _at(built: Built, rows: list[QuantityRow], evidence: Told) -> QuantityRow | None:
    """Give the quantity whose words overlap most with those pointed at."""
    span, source = built.place(evidence), built.sources.get(evidence["doc"])
    if span is None or source is None:
        return None
    here = [row for row in rows if row.source == source.id and row.at.overlaps(span)]
    return max(here, key=lambda row: _overlap(row.at, span), default=None)


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
