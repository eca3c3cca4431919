"""What happened, how many, what passed, what was asked: each as somebody's words give it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, RowId, StatementId
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary.statements import Voice


class Bound(StrEnum):
    """How a number is meant: "at least 34", "about 34"; `VAGUE`: there is none ("a handful")."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    FEWER_THAN = "fewer than"
    BETWEEN = "between"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A bound, a number, its unit, what is counted and whose it is, and where that is written.

    `at` goes from the first word of bound or number to the last of what is counted. `number` is
    None where the words give none; `most` is the upper end of what lies between two numbers. A
    `unit` is given in the singular ("pound", "%", "share" for a part of a whole); things that are
    counted one by one have none. `owner` is the mention that `owner_at` leads to; None: it leads
    to nobody who is named.
    """

    id: RowId
    bound: Bound
    number: float | None
    at: Span
    number_at: Span
    most: float | None = None
    unit: str = ""
    item: str = ""
    bound_at: Spans = ()
    unit_at: Spans = ()
    item_at: Spans = ()
    owner_at: Spans = ()
    owner: MentionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date as the words give it: the span, and what days it can mean (None: not resolved)."""

    id: RowId
    at: Span
    when: When | None


class Realised(StrEnum):
    """As what something is told: as done, or as less than that."""

    DONE = "done"
    ALLEGED = "alleged"
    DENIED = "denied"
    ATTEMPTED = "attempted"
    CONSIDERED = "considered"
    EXPECTED = "expected"


class EventKind(StrEnum):
    """What happened, in the words of proceedings and of the other steps that cases turn on."""

    ARREST = "arrest"
    RELEASE = "release"
    SEARCH = "search"
    CHARGE = "charge"
    PLEA = "plea"
    TRIAL_DATE_SET = "trial date set"
    HEARING = "hearing"
    EVIDENCE_OFFERED = "evidence offered"
    EVIDENCE_NOT_OFFERED = "evidence not offered"
    DISCONTINUANCE = "discontinuance"
    VERDICT = "verdict"
    SENTENCE = "sentence"
    APPEAL = "appeal"
    INQUIRY = "inquiry"
    LETTER = "letter"
    RESIGNATION = "resignation"
    APPOINTMENT = "appointment"
    DISMISSAL = "dismissal"
    MEETING = "meeting"
    PUBLICATION = "publication"
    PAYMENT = "payment"
    PASSING = "passing"
    TRAVEL = "travel"
    AWARD = "award"
    DEATH = "death"

    @property
    def is_step(self) -> bool:
        """Say whether it is a step of a proceeding."""
        return self in _STEPS


_STEPS = frozenset(list(EventKind)[: list(EventKind).index(EventKind.LETTER)])


class Role(StrEnum):
    """What somebody is to an event: it is about them or befalls them, or is done by or to them."""

    WHO = "who"
    BY = "by"
    TO = "to"
    WITH = "with"
    BEFORE = "before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who takes part in an event, and as what."""

    role: Role
    voice: Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that is told to have happened, or to be less than done; `at` are the words for it.

    `when` is read from dates that stand with it, or bounded by the day on which it was said; None:
    no words tell. `matter` is what it is about in the words used (of a charge: with what), `law`
    the Acts and sections named, `outcome` how a verdict, plea or appeal came out. `said_in` is the
    innermost statement in whose content it stands; None: the text says it in its own voice.
    `realised` counts in what that statement does: what is denied there is denied.
    """

    id: RowId
    kind: EventKind
    at: Spans
    when: When | None
    participants: tuple[Participant, ...] = ()
    place: str = ""
    matter: str = ""
    law: tuple[str, ...] = ()
    outcome: str = ""
    said_in: StatementId | None = None
    realised: Realised = Realised.DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step of a flow, as the words have it: who gave, who took, by what means, when.

    A giver or taker is None where the words name nobody, and without a mention where they lead to
    nobody. `gap`: between the two stand others whom the words do not name. `carried_by` has the
    statements in whose content it stands, the innermost first; none: the text says it in its own
    voice. `realised` counts in what the innermost of them does: what is denied there is denied.
    """

    giver: Voice | None
    taker: Voice | None
    at: Spans
    means: str = ""
    when: When | None = None
    realised: Realised = Realised.DONE
    gap: bool = False
    carried_by: tuple[StatementId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Something passed from one actor to another, hop by hop; `what` is '' where no words say."""

    id: RowId
    what: str
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something asked of someone, open until a statement addresses it.

    `said_in` is the statement by which it is asked; `put` the day it was asked, `due` the last day
    for an answer, each None where the words do not tell.
    """

    id: RowId
    asker: Voice | None
    asked: Voice | None
    at: Spans
    said_in: StatementId
    put: When | None = None
    due: When | None = None
