"""What the words of a time say before anybody knows the day they are counted from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.spans import Span
from onrecord.reader.dating.stretches import Stretch


class Kind(StrEnum):
    """What a time expression is, in the names of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of the calendar told in full: "March 2024"."""

    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Between:
    """Years told together, which begin and end within them: "the 2019-20 session"."""

    first: int
    last: int
    month: int = 0
    """Where it is known in which month such a year begins."""
    timex: str = ""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """One of several days: in "3/4/2024" nobody knows which number is the month."""

    days: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A month, day, season, quarter without its year; `step` -1: the last one; None: not told.

    `within` tells the year by other words: "October of next year"; `named`: the step is counted
    from a date just named, "the following spring".
    """

    stretch: Stretch
    step: int | None = None
    within: Period | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `within` the week told: "Monday last week"; `same`: "that Monday";
    `any`: "on a Monday" is no one day; `weeks`: so many later, "Tuesday week".
    """

    number: int
    step: int | None = None
    within: Period | None = None
    same: bool = False
    any: bool = False
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A unit counted from the day told on, or (`named`) from a date just named."""

    unit: str
    step: int
    named: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """So many units before or after: the day told on, a date just named, or a `base` in words.

    `count` None: not told, as in "a few weeks ago". `beyond`: more (1) or fewer (-1) than that.
    `event`: the base is the day that the text gives for this.
    """

    count: float | None
    unit: str
    sign: int
    named: bool = False
    base: Sense | None = None
    beyond: int = 0
    event: str = ""


@dataclass(frozen=True, slots=True)
class Lately:
    """The units up to the day told on, or from it: "the past five years"."""

    count: float | None
    unit: str
    sign: int


@dataclass(frozen=True, slots=True)
class Ever:
    """Past, present or future, and no more."""

    value: str


@dataclass(frozen=True, slots=True)
class Same:
    """Whatever date was named last: "that time"."""


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day alone; the day is told beside it or before."""

    clock: str


@dataclass(frozen=True, slots=True)
class Length:
    """A duration, as ISO 8601 writes it; `age`: somebody's or something's."""

    value: str
    age: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """What comes back: "every Monday", "annual"."""

    value: str


Sense = (
    Written | Between | Doubtful | Named | Weekday | Period | Away | Lately | Ever | Same | Hour
    | Length | Every
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """A time in the words: which tokens, what they say.

    Attributes:
        first, end: its tokens, the last counted out.
        about: its writer says it is only about then.
        part: a part of it is meant, and no calendar says which: "early", "late".
        clock: the time of day beside it.
    """

    first: int
    end: int
    sense: Sense
    about: bool = False
    part: str = ""
    clock: str = ""

    @property
    def kind(self) -> Kind:
        match self.sense:
            case Length() | Lately():
                return Kind.DURATION
            case Every():
                return Kind.SET
            case Hour():
                return Kind.TIME
        return Kind.TIME if self.clock else Kind.DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression of a text.

    Attributes:
        at: its words.
        kind: what it is, in TIMEX3's names.
        edtf: what days it can mean; a duration as ISO 8601 writes it; '' where not resolved.
        timex: its value as TIMEX3 writes it.
        rule: how it was resolved; `anchor`: from which date, '' where it is told in full.
        age: it is how old somebody is.
        parts: the two ends of a range.
    """

    at: Span
    kind: Kind
    edtf: str
    timex: str
    rule: str
    anchor: str = ""
    age: bool = False
    parts: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One time, or a range from one to another, as it stands in the words.

    Attributes:
        first, end: its tokens with the words that qualify it.
        times: the time, or both ends of the range.
        reach: "since", "until", "by", "before", "after": what kind of bound the time is.
    """

    first: int
    end: int
    times: tuple[Match, ...]
    reach: str = ""
