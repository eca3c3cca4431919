"""The pages on what documents carry of one another: origins, quotations, versions."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.core.identity import SourceId
from onrecord.core.rows import CarriedRows
from onrecord.core.spans import Span
from onrecord.show.gathered import Gathered
from onrecord.show.press import Page, lists


def carried(rows: Gathered) -> Iterator[Page]:
    """Give which document carries which, what is quoted in several, and what pages changed."""
    yield from lists("origins", "origins.html", rows.carried.branches)
    yield from lists("quotes", "quotes.html", rows.carried.quotes)
    yield from lists("versions", "versions.html", rows.carried.versions)


def places_carried(rows: CarriedRows) -> Iterator[tuple[SourceId, Span]]:
    """Give the places that these pages lead to."""
    for branch in rows.branches:
        for link in (branch.link, *branch.others):
            if link is not None and link.at is not None:
                yield link.source, link.at
    for quote in rows.quotes:
        for one in (quote.fullest, *(variant.wording for variant in quote.variants)):
            yield one.source, one.at
    for page in rows.versions:
        for change in page.changes:
            for passage in (change.before, change.after):
                if passage is not None:
                    yield passage.source, passage.at
