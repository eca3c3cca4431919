"""The pages on what documents carry of one another: origins, quotations, versions."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.core.identity import SourceId
from onrecord.core.rows import CarriedRows
from onrecord.core.spans import Span
from onrecord.show.gathered import Gathered
from onrecord.show.press import Press


def write_carried(rows: Gathered, press: Press) -> None:
    """Write which document carries which, what is quoted in several, and what pages changed."""
    press.lists("origins", "origins.html", rows.carried.branches)
    press.lists("quotes", "quotes.html", rows.carried.quotes)
    press.lists("versions", "versions.html", rows.carried.versions)


def places_carried(carried: CarriedRows) -> Iterator[tuple[SourceId, Span]]:
    """Give the places that these pages lead to."""
    for branch in carried.branches:
        for link in (branch.link, *branch.others):
            if link is not None and link.at is not None:
                yield link.source, link.at
    for quote in carried.quotes:
        for one in (quote.fullest, *(variant.wording for variant in quote.variants)):
            yield one.source, one.at
    for page in carried.versions:
        for change in page.changes:
            for passage in (change.before, change.after):
                if passage is not None:
                    yield passage.source, passage.at
