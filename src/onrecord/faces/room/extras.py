"""Pages that no folder can have, because they answer: search. Each says what fills it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from onrecord.case import Case
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.decide import decide
from onrecord.faces.room.pathing import paths
from onrecord.faces.room.searching import search


class Filling(Protocol):
    """Gives what fills a page, of the case, both clocks, and what the address asks."""

    def __call__(self, case: Case, as_of: AsOf, asked: Mapping[str, str]) -> Mapping[str, Any]: ...


EXTRAS: Mapping[str, Filling] = {
    "search.html": search,
    "decide.html": decide,
    "paths.html": paths,
}
"""By the name of the page, which is its template's too."""
