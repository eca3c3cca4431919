"""Quotations and versions of a case, in the scorer's terms; and origins, where claims are placed.

Which documents carry a claim is not told to a system. To see what of an error is the counting's
own, `counted` is given the places.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bench.case_alder.built import Built
from onrecord.assess import Carrier, origins_of
from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span

Placed = Mapping[str, Iterable[tuple[str, Span]]]
"""For each claim, the documents that assert it, by their ids in the manifest, and where."""


def counted(built: Built, placed: Placed) -> dict[str, list[list[str]]]:
    """Give for each claim the documents at whose places it is asserted, under their origins."""
    carried = built.case.carried()
    said = _by_source(built)
    return {
        claim: [
            [built.documents[source] for source in together]
            for together in origins_of(
                [_carrier(built, said, *place) for place in places], carried.tree
            ).origins
        ]
        for claim, places in placed.items()
    }


def quotes(built: Built) -> list[dict[str, Any]]:
    """Give each wording beside the fullest one."""
    return [
        {
            "a": _place(built, one.of.source, one.of.words),
            "b": _place(built, one.wording.source, one.wording.words),
            "kind": one.drift.value.replace("-", ""),
        }
        for row in built.case.carried().quotes
        for one in row.variants
    ]


def versions(built: Built) -> list[dict[str, Any]]:
    """Give each change between two versions of a page."""
    return [
        {
            "kind": one.edit.value.replace("-", ""),
            "before": one.before.words if one.before else None,
            "after": one.after.words if one.after else None,
        }
        for row in built.case.carried().versions
        for one in row.changes
    ]


def _place(built: Built, source: SourceId, words: str) -> dict[str, str]:
    return {"doc": built.documents[source], "quote": words}


def _by_source(built: Built) -> dict[SourceId, list[StatementRow]]:
    found: dict[SourceId, list[StatementRow]] = {}
    for row in built.case.statements():
        found.setdefault(row.source, []).append(row)
    return found


def _carrier(
    built: Built, said: Mapping[SourceId, list[StatementRow]], document: str, at: Span
) -> Carrier:
    """Give a place with the narrowest statement that holds it or most of it, if one does."""
    source = built.sources[document].id
    found = [
        (-held, row.at.end - row.at.start, row.id, row)
        for row in said.get(source, ())
        if (held := _held(row, at)) > 0
    ]
    return Carrier(source=source, at=at, statement=min(found)[3] if found else None)


def _held(row: StatementRow, at: Span) -> int:
    """Say how well a statement holds a place: 2 the whole of it, 1 half of it, 0 less."""
    if row.at.start <= at.start and at.end <= row.at.end:
        return 2
    shared = sum(max(0, min(s.end, at.end) - max(s.start, at.start)) for s in row.content_spans)
    return int(2 * shared >= at.end - at.start)
