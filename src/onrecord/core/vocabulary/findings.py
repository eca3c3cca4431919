"""Whether the evidence meets the test: proceedings, tests, elements, findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, RowId, StatementId
from onrecord.core.spans import Spans


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
    """What was found on a date, by whom, who reports it. `reason` None: reason not stated.

    `test` is the standard in the words used, `element` the part of it that is spoken of; '': it is
    spoken of as a whole. `reported_in` None: the text says it in its own voice.
    """

    id: RowId
    test: str
    element: str
    found: Met
    when: When | None
    finder: MentionId | None
    reported_in: StatementId | None
    reason: str | None
    at: Spans = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proceeding:
    """A matter before a body, as one text tells of it.

    `matter` is the charge or the subject in the words used, `law` the Acts and sections named.
    `body` is who decides or brings it, '' where nobody is named, and `body_mention` leads to it.
    `test` is the standard and `threshold` what it asks for, in the words used. `ended` is how, in
    the words used, None while it is open. `steps` and `findings` are rows of the same reading.
    """

    id: RowId
    matter: str
    body: str
    test: str | None
    opened: When | None
    ended: str | None
    at: Spans = ()
    law: tuple[str, ...] = ()
    body_mention: MentionId | None = None
    parties: tuple[MentionId, ...] = ()
    threshold: str = ""
    steps: tuple[RowId, ...] = ()
    findings: tuple[RowId, ...] = ()
