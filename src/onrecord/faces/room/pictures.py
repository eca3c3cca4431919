"""How many pages of a document can be shown as pictures."""

from __future__ import annotations

from onrecord import intake
from onrecord.case import Case
from onrecord.core.errors import OnrecordError
from onrecord.core.rows import SourceRow

PDF = "application/pdf"
MOST_PAGES = 60
"""Pages of one document that are shown as pictures: each takes half a second to draw."""
_COUNTS: dict[str, int] = {}
"""By source, which is named by its bytes; it can be counted again."""


def pages_of(case: Case, row: SourceRow) -> int:
    """Count the pages of a source that can be shown as pictures; 0: it has none."""
    if row.media_type != PDF:
        return 0
    if row.id not in _COUNTS:
        try:
            _COUNTS[row.id] = min(MOST_PAGES, intake.page_count(case.raw(row.id)))
        except OnrecordError:
            _COUNTS[row.id] = 0
    return _COUNTS[row.id]
