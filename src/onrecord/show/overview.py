"""The overview and what goes with it: sources, coverage, and how to read and check.

It chooses what is shown first by counts and dates alone, never by what is said.
"""

from __future__ import annotations

from onrecord.core.dates import by_time
from onrecord.core.vocabulary import Outcome, SpeechAct
from onrecord.show.gathered import Gathered
from onrecord.show.press import Press

_SHORT = 8
"""Entries of each kind on the overview, which leads to the whole lists."""

_MOST = 40
"""Sources, refusals and groups of copies on the overview: about a sheet of each."""

_DISPUTING = (SpeechAct.DENIES, SpeechAct.DOUBTS, SpeechAct.CRITICISES)


def write_overview(rows: Gathered, press: Press) -> None:
    """Write the pages that are one for the whole dossier."""
    sources = {row.id: row for row in rows.sources}
    dated = [row for row in rows.statements if row.made is not None]
    latest = sorted(dated, key=lambda row: by_time(row.made), reverse=True)[:_SHORT]
    disputing = [
        row
        for act in _DISPUTING
        for source in rows.sources
        for row in rows.by_source.get(source.id, ())
        if row.act is act
    ]
    quiet = [r for r in rows.replies if r.outcome in (Outcome.NO_RESPONSE, Outcome.DECLINED)]
    press.page(
        "index.html",
        "index.html",
        read=[row for row in rows.sources if row.refusal is None],
        refused=[row for row in rows.sources if row.refusal is not None],
        speakers=rows.listed(rows.actors[:_SHORT]),
        people=len(rows.actors),
        disputing=disputing[:_SHORT],
        disputing_in_all=len(disputing),
        quiet=quiet[:_SHORT],
        quiet_in_all=len(quiet),
        latest=latest,
        copies=[
            (origin, [sources[s] for s in origin.sources if s in sources])
            for origin in rows.origins
            if len(origin.sources) > 1
        ],
        readers=sorted({row.reader for row in rows.statements}),
        most=_MOST,
    )
    press.page("sources.html", "sources.html", sources=rows.sources)
    press.page("coverage.html", "coverage.html", sources=rows.sources)
    press.page("about.html", "about.html")
