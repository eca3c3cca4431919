"""The page that answers by which hands something is told to have passed between two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.case import Case
from onrecord.core.errors import NoSuchRow, WrongUse
from onrecord.core.flows import PathsRow, key_of, name_of
from onrecord.core.vocabulary import AsOf

_LONGEST = 200
_OFFERED = 500
"""Names offered while somebody writes one; any other can be written too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    one: str
    other: str
    unsaid: bool


def paths(case: Case, as_of: AsOf, asked: Mapping[str, str]) -> Mapping[str, Any]:
    """Find the paths between two; who is not on record is told in one line, not as a fault."""
    one, other = (" ".join(asked.get(key, "").split())[:_LONGEST] for key in ("from", "to"))
    flows = case.flows(as_of)
    found: PathsRow | None = None
    fault: NoSuchRow | WrongUse | None = None
    unsaid = bool(asked.get("unsaid"))
    if one and other:
        try:
            found = flows.paths(end_of(case, one), end_of(case, other), unsaid=unsaid)
        except (NoSuchRow, WrongUse) as error:
            fault = error
    ends = (party for arrow in flows.arrows for party in (arrow.giver, arrow.taker))
    named = sorted({name_of(party) for party in ends if key_of(party) is not None})
    return {
        "asked": Asked(one=one, other=other, unsaid=unsaid),
        "found": found,
        "fault": fault,
        "named": named[:_OFFERED],
    }


def end_of(case: Case, end: str) -> str:
    """Give an end of a path as it is asked for: the whole id where its beginning is written."""
    return case.find(end) if end.startswith("act_") else end.strip("“”")
