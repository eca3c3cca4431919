"""When a tenure was held, by the dates beside it. No end is read narrower than its words.

An end that the words do not give stays empty; one that was open on the day of telling is `..`;
that it was over, or not begun, by then bounds it by that day. The rule of the `When` says which
is which.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate
from onrecord.reader.posts.modifiers import Status
from onrecord.reader.posts.sentence import Sentence
from onrecord.reader.posts.telling import Kind, Told
from onrecord.reader.words import Word

_STATED, _NOT_BEFORE, _NOT_AFTER = "stated", "not before", "not after"
_OPEN, _UNKNOWN = "open at publication", "not known"
_DASHES = ("-", "–", "—")
_LASTED = ("for", "spent", "the", "last", "nearly", "almost")

Held = tuple[When | None, tuple[When, ...]]


@dataclass(slots=True)
class _Ends:
    """The ends of a tenure in EDTF, a day it is attested on, and for how many years it lasted.

    `lasts`: it is said to have begun "since" then, and so goes on.
    """

    start: str = ""
    end: str = ""
    on: str = ""
    years: int = 0
    lasts: bool = False


def held(sentence: Sentence, told: Told, told_on: When | None) -> Held:
    """Give the interval, and the dates on which it is attested."""
    day = _bound(told_on) if told_on is not None else ""
    ends, status = _read(sentence, told, day), told.office.status
    if status is Status.AHEAD:
        return _interval(day, _NOT_BEFORE, "", _UNKNOWN), ()
    if status is Status.OVER or told.over:
        return _over(ends, day), ()
    if status is Status.THEN and told.kind is not Kind.ENDS:
        return _interval("", _UNKNOWN, day, _NOT_AFTER), _attested(ends.on)
    if told.kind is Kind.PAUSES:
        return None, ()
    if told.months:
        end = ends.start or ends.on
        start = _months_before(end, told.months)
        return _interval(start, _STATED, end, _STATED), ()
    if told.kind is Kind.BEGINS:
        return _begun(ends, told), _attested(day) if told.open or ends.lasts else ()
    if told.kind is Kind.ENDS:
        end = ends.end or ends.on
        return _interval(ends.start, _STATED, end or day, _STATED if end else _NOT_AFTER), ()
    return _lasting(ends, told, day)


def _over(ends: _Ends, day: str) -> When | None:
    if ends.end:
        return _interval(ends.start, _STATED, ends.end, _STATED)
    return _interval("", _UNKNOWN, day, _NOT_AFTER)


def _begun(ends: _Ends, told: Told) -> When | None:
    start = ends.start or ends.on
    if told.open or ends.lasts:
        return _interval(start, _STATED, "..", _OPEN)
    return _interval(start, _STATED, ends.end, _STATED)


def _lasting(ends: _Ends, told: Told, day: str) -> Held:
    """Give the interval of a post that somebody has, had or is called by."""
    start, end = ends.start, ends.end
    known = end or (day if told.open else "")
    if ends.years and not start and known[:4].isdecimal():
        start = f"{int(known[:4]) - ends.years:04}~"
    if end or not (told.open or ends.lasts):
        made = _interval(start, _STATED, end, _STATED)
        return made, () if made else _attested(ends.on)
    if ends.start and not ends.lasts:
        return _interval(start, _STATED, "", _UNKNOWN), ()
    return _interval(start, _STATED, "..", _OPEN), _attested(day)


def _attested(day: str) -> tuple[When, ...]:
    return (When(edtf=day, rule="attested"),) if day else ()


def _interval(start: str, of_start: str, end: str, of_end: str) -> When | None:
    """Make the interval; None where neither end is known, or they contradict."""
    if not start and not end:
        return None
    rule = f"start: {of_start if start else _UNKNOWN}; end: {of_end if end else _UNKNOWN}"
    try:
        return When(edtf=f"{start}/{end}", rule=rule)
    except UnreadableDate:
        return None


def _bound(when: When) -> str:
    """Give a date as one end of an interval: a week becomes its month, never narrower."""
    edtf = when.edtf
    if "/" not in edtf and not edtf.startswith(("[", "{")):
        return edtf
    first, last = when.first_date, when.last_date
    if first is None or last is None or first.year != last.year:
        return ""
    return f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"


def _months_before(end: str, months: int) -> str:
    """Give about when something began that lasted so many months until `end`; '' for not known."""
    year, month = end[:4], end[5:7]
    if not year.isdecimal():
        return ""
    if not month.isdecimal():
        return f"{int(year) - months // 12:04}~" if months % 12 == 0 else ""
    number = int(year) * 12 + int(month) - 1 - months
    return f"{number // 12:04}-{number % 12 + 1:02}~" if number >= 12 else ""


def _past(end: str, told: Told, day: str, words: list[Word]) -> str:
    """Give the month of the year before where one that is told as past would be still to come.

    "Who ran the archive until March", told in January, ran it until the March before.
    """
    is_month = len(end) == len(day) - 3 == len("2024-05") and not any(
        w.text.isdigit() for w in words
    )
    past = told.kind is Kind.HOLDS and not told.open and is_month and end > day
    return f"{int(end[:4]) - 1:04}{end[4:]}" if past and end[:4].isdecimal() else end


def _read(sentence: Sentence, told: Told, day: str) -> _Ends:
    """Read the dates between the words that belong to what is told."""
    ends, small, previous = _Ends(), sentence.tables.small, -1
    for first, last, dated in sentence.dates:
        if dated.when is None or last <= first or not told.first <= first < told.last:
            continue
        inner = sentence.low(first)
        before = inner if inner in small["leads_in"] else sentence.low(first - 1)
        follows = previous == first - 1
        if "/" in dated.when.edtf and (
            before in small["leads_in"] or _spelled_out(sentence, first, last)
        ):
            start, _, end = dated.when.edtf.partition("/")
            ends.start = start.strip(".")
            ends.end = _past(end.strip("."), told, day, sentence.words[first:last])
            ends.lasts = before in small["since"]
        elif before in small["since"]:
            ends.start, ends.lasts = _bound(dated.when), True
        elif before in small["start"]:
            ends.start = _bound(dated.when)
        elif before in ("until", "till") or (follows and ends.start and before in small["until"]):
            ends.end = _past(_bound(dated.when), told, day, sentence.words[first:last])
        elif before in _DASHES and follows and ends.on:
            ends.start, ends.end, ends.on = ends.on, _bound(dated.when), ""
        elif not ends.on and before not in ("before", "by"):
            ends.on = _bound(dated.when)
        previous = last
    ends.years = _years(sentence, told)
    return ends


def _spelled_out(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a date's own words name both its ends: "2017-2020", "2016 to 2019"."""
    inside = sentence.words[first:last]
    return any(word.low in ("to", "until", "and", *_DASHES) for word in inside) or (
        len(inside) == 1 and inside[0].text[-1].isdigit() and "-" in inside[0].text
    )


def _years(sentence: Sentence, told: Told) -> int:
    """Give the years of "for six years" and "spent four years as"; 0 for none."""
    numbers = sentence.tables.numbers
    for number in range(max(told.first, 2), min(told.last, len(sentence.words))):
        if sentence.low(number) in ("years", "year") and sentence.low(number - 2) in _LASTED:
            low = sentence.low(number - 1)
            digits = low.isascii() and low.isdigit() and len(low) < 3
            return numbers.get(low, int(low) if digits else 0)
    return 0
