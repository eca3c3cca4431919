"""Which sources are captures of one page: by their address, or where one has none, by their text.

A saved page often says no address. Two that one outlet dates alike to the minute or the day, and
that are nearly one text, are one page before and after an edit only where somebody tells that they
were saved on different days, and neither byline nor headline speaks against it. Saved on one day,
or on days that only our clock tells, they stood beside each other as far as is known: two reports
that have much in common, and two documents. Rows of a feed are no captures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

import msgspec

from onrecord import assess
from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.identity import TextId
from onrecord.core.rows import SourceRow
from onrecord.core.vocabulary import Basis
from onrecord.ledger import Ledger


class Pages:
    """Numbers the versions of pages; what it tells of a text is remembered in the ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._sketch: Callable[[TextId], assess.Sketch] = lru_cache(maxsize=4096)(self._made)

    def numbered(self, rows: Sequence[SourceRow]) -> list[SourceRow]:
        """Give sources with the page that each is a version of, where it has another version.

        Args:
            rows: in the order in which they came to be known.
        """
        pages: dict[str, list[SourceRow]] = defaultdict(list)
        for row in rows:
            if row.page:
                pages[row.page].append(row)
        for alike in _dated_alike(rows):
            for row, page in self._paged(alike):
                pages[page].append(row)
        order = {row.id: at for at, row in enumerate(rows)}
        numbered = {}
        for page, many in pages.items():
            same = sorted(dict.fromkeys(many), key=lambda row: order[row.id])
            for number, row in enumerate(same, 1):
                numbered[row.id] = replace(row, page=page, version=number, versions=len(same))
        return [numbered.get(row.id, row) for row in rows]

    def _paged(self, alike: Sequence[SourceRow]) -> list[tuple[SourceRow, str]]:
        """Give those that are nearly one text with another, with its page."""
        texts = [self._sketch(row.text) if row.text is not None else () for row in alike]
        first = assess.nearly_one(texts)
        groups: dict[int, list[SourceRow]] = defaultdict(list)
        for at, row in enumerate(alike):
            groups[first[at]].append(row)
        found = []
        for many in groups.values():
            addresses = {row.page for row in many if row.page}
            if len(many) > 1 and len(addresses) < 2 and _can_be_one(many):
                page = next(iter(addresses), "") or many[0].id
                found += [(row, page) for row in many]
        return found

    def _made(self, text: TextId) -> assess.Sketch:
        key = f"sketch {text}"
        body = self._ledger.remembered(key)
        if body is not None:
            return msgspec.json.decode(body, type=assess.Sketch)
        made = assess.sketch(self._ledger.text(text))
        self._ledger.remember(key, key, msgspec.json.encode(made))
        return made


def _can_be_one(rows: Sequence[SourceRow]) -> bool:
    """Say whether sources of nearly one text can be one page as it was saved on different days."""
    saved = [_saved(row) for row in rows]
    bylines = {fold(row.metadata.byline.value) for row in rows if row.metadata.byline}
    first, *others = (_headline(row) for row in rows)
    return (
        None not in saved
        and len(set(saved)) == len(saved)
        and len(bylines) < 2
        and all(_alike(first, other) for other in others)
    )


def _saved(row: SourceRow) -> date | None:
    """Give the day on which a source was saved; None: nobody tells it, or not to the day."""
    told = row.metadata.retrieved
    if told is None or told.basis is Basis.CLOCK:
        return None
    when = When.of(told.value)
    return when.first_date if when.first_date == when.last_date else None


def _headline(row: SourceRow) -> frozenset[str]:
    title = row.metadata.title
    return frozenset(fold(title.value).split()) if title is not None else frozenset()


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two headlines have at least half of their words in common; none is like none."""
    return 2 * len(one & other) >= len(one | other)


def _dated_alike(rows: Sequence[SourceRow]) -> list[list[SourceRow]]:
    """Give the sources that one outlet published at one time, where one of them has no address."""
    together: dict[tuple[str, str], list[SourceRow]] = defaultdict(list)
    for row in rows:
        published = row.metadata.published
        if row.text is not None and row.parent is None and row.outlet and published is not None:
            together[fold(row.outlet), published.value].append(row)
    return [many for many in together.values() if len(many) > 1 and not all(r.page for r in many)]
