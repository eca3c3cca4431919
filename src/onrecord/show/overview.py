"""The overview and what goes with it: coverage, and how to read and check.

It chooses what is shown first by counts and dates alone, never by what is said. What is only
proposed is counted here, and shown where the words stand and in the lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from onrecord.core.dates import by_time
from onrecord.core.vocabulary import SpeechAct
from onrecord.core.wording import SILENT
from onrecord.show.gathered import Gathered
from onrecord.show.press import Page

_SHORT = 8
"""Entries of each kind on the overview, which leads to the whole lists."""

_MOST = 40
"""Sources, refusals and groups of copies on the overview: about a sheet of each."""

_DISPUTING = (SpeechAct.DENIES, SpeechAct.DOUBTS, SpeechAct.CRITICISES)


def overview(rows: Gathered) -> Iterator[Page]:
    """Give the pages that are one for the whole record."""
    yield Page(name="index.html", template="index.html", fill=partial(_index, rows))
    yield Page(
        name="coverage.html", template="coverage.html", fill=lambda: {"sources": rows.sources}
    )
    yield Page(name="about.html", template="about.html")


def _index(rows: Gathered) -> dict[str, Any]:
    sources = {row.id: row for row in rows.sources}
    firm = rows.firm
    dated = [row for row in firm if row.made is not None]
    latest = sorted(dated, key=lambda row: by_time(row.made), reverse=True)[:_SHORT]
    order = {source.id: number for number, source in enumerate(rows.sources)}
    disputing = sorted(
        (row for row in firm if row.act in _DISPUTING),
        key=lambda row: (_DISPUTING.index(row.act), order.get(row.source, len(order))),
    )
    quiet = [row for row in rows.replies if row.outcome in SILENT]
    return {
        "read": [row for row in rows.sources if row.refusal is None],
        "refused": [row for row in rows.sources if row.refusal is not None],
        "audited": rows.judged.audited,
        "speakers": rows.listed(rows.actors[:_SHORT]),
        "people": len(rows.actors),
        "disputing": disputing[:_SHORT],
        "disputing_in_all": len(disputing),
        "quiet": quiet[:_SHORT],
        "quiet_in_all": len(quiet),
        "latest": latest,
        "copies": [
            (origin, [sources[s] for s in origin.sources if s in sources])
            for origin in rows.origins
            if len(origin.sources) > 1
        ],
        "readers": sorted({row.reader for row in rows.statements}),
        "most": _MOST,
    }
