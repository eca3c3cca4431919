"""Whether the evidence meets the test: proceedings, tests, elements, findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, RowId, StatementId
from onrecord.core.spans import Spans


class Met(StrEnum):
    """Whether an element of a test was met.

    The first four are also what an element's state can be on a day. The last three are only what
    somebody can have found: that it was not looked at, that it was left open, that it is doubtful.
    """

    MET = "met"
    NOT_MET = "not met"
    NO_LONGER_MET = "no longer met"
    NOT_KNOWN = "not known"
    NOT_ASSESSED = "not assessed"
    NOT_DECIDED = "not decided"
    DOUBTED = "doubted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One part of a test, in its own wording, and the stage it belongs to.

    `stands_for`: in its place each case puts parts of its own ("the elements of the offence").
    """

    key: str
    wording: str
    stage: str = ""
    stands_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of a test: how sure one must be in it, and whether every element is needed.

    `every` False: its elements are weighed against one another.
    """

    key: str
    name: str
    threshold: str
    every: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """The standard a proceeding applies, in its parts; `sources` say where it is laid down."""

    __test__ = False  # the trade's word; not something for pytest to collect

    key: str
    name: str
    elements: tuple[Element, ...]
    stages: tuple[Stage, ...] = ()
    sources: tuple[str, ...] = ()

    def of_stage(self, stage: str) -> tuple[Element, ...]:
        """Give the elements of one stage."""
        return tuple(element for element in self.elements if element.stage == stage)


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
