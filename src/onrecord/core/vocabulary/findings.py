"""Whether the evidence meets the test: proceedings, tests, elements, findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, RowId, StatementId


class Met(StrEnum):
    """Whether an element of a test was met."""

    MET = "met"
    NOT_MET = "not met"
    NO_LONGER_MET = "no longer met"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One part of a test, in its own wording."""

    key: str
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """The standard a proceeding applies, in its parts."""

    __test__ = False  # the trade's word; not something for pytest to collect

    key: str
    name: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found on a date, by whom, who reports it. `reason` None: reason not stated."""

    id: RowId
    test: str
    element: str
    found: Met
    when: When | None
    finder: MentionId | None
    reported_in: StatementId | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceeding:
    """A matter before a body; `ended` is how, in the words used, and None while it is open."""

    id: RowId
    matter: str
    body: str
    test: str | None
    opened: When | None
    ended: str | None
