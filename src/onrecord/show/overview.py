"""The overview and what goes with it: coverage, and how to read and check.

What is only proposed is counted here, and shown where the words stand and in the lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from onrecord.core.events import ProceedingRow
from onrecord.core.flows import key_of
from onrecord.core.vocabulary import Naming, SpeechAct
from onrecord.show import digest
from onrecord.show.gathered import Gathered
from onrecord.show.places import file_name
from onrecord.show.press import Page, page_of
from onrecord.show.questions import chain_places, question_places

_DISPUTING = (SpeechAct.DENIES, SpeechAct.DOUBTS, SpeechAct.CRITICISES)


def overview(rows: Gathered) -> Iterator[Page]:
    """Give the pages that are one for the whole record."""
    yield Page(name="index.html", template="index.html", fill=partial(_index, rows))
    yield Page(
        name="coverage.html", template="coverage.html", fill=lambda: {"sources": rows.sources}
    )
    yield Page(name="about.html", template="about.html")


def _index(rows: Gathered) -> dict[str, Any]:
    about = digest.about(rows)
    return {
        "read": [row for row in rows.sources if row.refusal is None],
        "refused": [row for row in rows.sources if row.refusal is not None],
        "disputing": sum(row.act in _DISPUTING for row in rows.firm),
        "about": about,
        "disputed": digest.disputed(rows, about),
        "changed": digest.changed(rows),
        "proceedings": _proceedings(rows),
        "since": digest.since(rows),
        "questions": digest.open_questions(rows),
        "silent": digest.silent(rows),
        "chains": chain_places(rows),
        "asked": question_places(rows),
        "named": {actor.id for actor in rows.actors if actor.naming is Naming.NAMED},
        "copies": sum(len(origin.sources) > 1 for origin in rows.origins),
        "audited": rows.judged.audited,
        "readers": sorted({row.reader for row in rows.statements if not row.entered_by}),
        "few": digest.FEW,
    }


def _proceedings(rows: Gathered) -> list[tuple[str, ProceedingRow]]:
    """Give proceedings with where each stands: those about somebody first, then by their steps."""
    placed = [
        (f"{page_of('proceedings', at)}#{file_name(row.id)}", row)
        for at, row in enumerate(rows.proceedings)
    ]
    return sorted(
        placed, key=lambda one: (not any(map(key_of, one[1].parties)), -len(one[1].steps))
    )
