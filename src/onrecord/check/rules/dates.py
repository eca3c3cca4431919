"""Dates: a step of the record given another day, or a relative date that the draft's day has lost.

An event of the draft and one of the record are held to be the same where they are of one kind and
somebody named, or a place of the same name, takes part in both, or their sentences are about the
same matter. Of what happens often, and of a date of anything else, much the same words must stand
round both dates. It is a finding only where the record gives the day and no source gives the
draft's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.check import fair
from onrecord.check.against import Against
from onrecord.check.days import IS, Told, words_round
from onrecord.check.draft import Draft
from onrecord.core.dates import MONTH, When
from onrecord.core.drafts import Finding, Held, Severity
from onrecord.core.events import EventRow
from onrecord.core.folding import fold
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Dated, Event, EventKind, Realised

_ONCE = frozenset(
    (
        EventKind.ARREST,
        EventKind.CHARGE,
        EventKind.DISCONTINUANCE,
        EventKind.HEARING,
        EventKind.VERDICT,
        EventKind.SENTENCE,
        EventKind.SEARCH,
        EventKind.RESIGNATION,
        EventKind.DISMISSAL,
        EventKind.AWARD,
        EventKind.DEATH,
        EventKind.TRIAL_DATE_SET,
    )
)
"""Kinds that happen once to somebody in one matter, as a rule; of letters there are many."""

_ENDS = (EventKind.DISCONTINUANCE, EventKind.VERDICT, EventKind.SENTENCE)
"""Kinds of which a record that has one day for them has one."""

_DAY_AND_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTH})\b"
    rf"|\b(?P<first>{MONTH}) (?P<then>\d{{1,2}})\b"
)
_TELLS = re.compile(
    r"\b(?:letter|reply|statement|notice|e-?mail|note|submission|memo|wrote|written|replied|said"
    r"|told|announced|reported)\b"
)
_WORD_FOR_WORD = 0.9
_TOLD_BESIDE = 60
"""Characters before a date in which it is told that it dates what somebody wrote or said."""
_HEADING = 5
"""A line of no more words that has a date is a heading."""
_YEAR = re.compile(r"\b\d{4}\b")
_TOLD = (Realised.DONE, Realised.EXPECTED)
_SHOWN = 3


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find days of the draft that no source gives for the same event."""
    found: set[Span] = set()
    for event in draft.reading.events:
        if event.kind in _ONCE and event.when is not None and event.realised in _TOLD:
            dated = date_of(draft, event)
            if dated is not None and is_near(event.when, dated.when):
                for one in _another_day(draft, event, dated, record):
                    found.add(one.at)
                    yield one
    for dated in draft.reading.dates:
        if dated.at not in found and _DAY_AND_MONTH.search(dated.at.of(draft.characters)):
            yield from _in_the_same_words(draft, dated, record)


def _in_the_same_words(draft: Draft, dated: Dated, record: Against) -> Iterator[Finding]:
    """Find a day of which no source tells, in much the same words, what one tells of another."""
    when = dated.when
    if when is None or when.first is None or when.after != when.first + 1:
        return
    sentence = draft.sentence(dated.at.start).at
    if not sentence.holds(dated.at) or draft.words(sentence).count(" ") < _HEADING:
        return
    names = [draft.full(mention).name for mention in draft.mentions_in(sentence)]
    around = words_round(draft.characters, sentence, dated.at, names)
    told = record.ready.days.like(around)
    here = {one.when.first for one in draft.dates_in(sentence) if one.when is not None}
    same = {*here, *_of_other_years(dated, draft, told)}
    nearest = [one for one in told if one.alike >= IS]
    word_for_word = [one for one in told if one.alike >= _WORD_FOR_WORD]
    if word_for_word:
        # A sentence with the same words is the same, whatever else happened on the draft's day.
        nearest = word_for_word
        mine = _days(dated.at.of(draft.characters))
        if any(
            one.day == when.first or mine & _days(one.at.of(record.text(one.source).characters))
            for one in nearest
        ):
            return
    elif not nearest or any(one.day in same for one in told):
        return
    before = max(sentence.start, dated.at.start - _TOLD_BESIDE)
    if (
        not word_for_word
        and _TELLS.search(draft.characters, before, dated.at.start)
        and any(
            published is not None and published.first == when.first
            for published in record.published.values()
        )
    ):
        return  # the paper itself is on record
    days = sorted({one.day for one in nearest})
    yield Finding(
        code="OR403",
        severity=Severity.WARNING,
        at=dated.at,
        sentence=sentence,
        says="the record tells this of another day: "
        + ", ".join(date.fromordinal(day).isoformat() for day in days),
        rests_on=tuple(_told(one, record) for one in nearest[:_SHOWN]),
    )


def _days(words: str) -> set[str]:
    """Give the days of months that some words name, as "3 May" whatever their order."""
    return {
        f"{int(one['day'] or one['then'])} {(one['month'] or one['first']).title()}"
        for one in _DAY_AND_MONTH.finditer(words)
    }


def _of_other_years(dated: Dated, draft: Draft, told: Sequence[Told]) -> set[int]:
    """Give the days of other years that a date without a year may mean."""
    if _YEAR.search(dated.at.of(draft.characters)) or dated.when is None:
        return set()
    own = dated.when.first_date
    return {
        one.day
        for one in told
        if own is not None
        and (day := date.fromordinal(one.day)).day == own.day
        and day.month == own.month
    }


def _told(one: Told, record: Against) -> Held:
    words = one.at.of(record.text(one.source).characters)
    return Held(
        source=one.source,
        source_label=record.labels.get(one.source, one.source),
        at=one.at,
        words=" ".join(words.split()),
    )


def date_of(draft: Draft, event: Event) -> Dated | None:
    """Give the one date of the sentence that the event's day was read from."""
    sentence = draft.sentence(event.at[0].start).at
    mine = [
        one
        for one in draft.dates_in(sentence)
        if one.when is not None and event.when is not None and one.when.edtf == event.when.edtf
    ]  # fmt: skip
    return mine[0] if mine else None


def is_near(when: When, dated: When | None) -> bool:
    """Say whether it is a date of its own, no interval and nothing vague."""
    return dated is not None and not when.is_interval and not (when.uncertain or when.approximate)


def _another_day(draft: Draft, event: Event, dated: Dated, record: Against) -> Iterator[Finding]:
    assert event.when is not None
    sentence = draft.sentence(event.at[0].start).at
    names = _names(draft, event)
    words = draft.words(sentence)
    rows, matter = record.ready.events.get(event.kind), record.ready.matter_of_events
    same = [row for row in rows if names & _named(row) or matter.same(words, row.words)]
    if not same and event.kind in _ENDS and _width(event.when) == 1:
        same = _only_one(rows)
    # A source that gives no more than the month neither gives the draft's day nor denies it.
    told = [row for row in same if row.when is not None and _width(row.when) <= _width(event.when)]
    agreeing = [row for row in told if row.when is not None and row.when.may_be(event.when)]
    told = [row for row in told if row not in agreeing]
    if not told or len({row.source for row in agreeing}) >= len({row.source for row in told}):
        return
    days = sorted({row.when.edtf for row in told if row.when is not None})
    if agreeing and (len(days) > 1 or _width(event.when) > 1):
        return  # the sources are at odds, and most are no one's
    most = "most sources of the record give" if agreeing else "the record gives"
    yield Finding(
        code="OR403",
        severity=Severity.WARNING if agreeing else Severity.FAULT,
        at=dated.at,
        sentence=sentence,
        says=f"{most} another day for this {event.kind.value}: {', '.join(days)}",
        rests_on=tuple(map(_held, told[:_SHOWN])),
        wording=_on(draft, dated, " or ".join(map(fair.in_words, days))),
        over=dated.at if len(days) == 1 else None,
    )


def _only_one(rows: Sequence[EventRow]) -> list[EventRow]:
    """Give the events of a kind, if two sources or more tell of it and all of one day."""
    days = {row.when.edtf for row in rows if row.when is not None and _width(row.when) == 1}
    sources = {row.source for row in rows}
    return [row for row in rows if row.when] if len(days) == 1 and len(sources) > 1 else []


def _on(draft: Draft, dated: Dated, days: str) -> str:
    """Word days as they would stand in the place of a date: "on" is put to what has none."""
    words = dated.at.of(draft.characters)
    stands = draft.characters[: dated.at.start].endswith("on ")
    return days if stands or any(one.isdigit() for one in words) else f"on {days}"


def _width(when: When) -> int:
    """Give over how many days a date reaches; an open one reaches over all."""
    if when.first is None or when.after is None:
        return 10**6
    return when.after - when.first


def _names(draft: Draft, event: Event) -> set[str]:
    mentions = draft.mentions
    named = (
        mentions[one.voice.mention].name
        for one in event.participants
        if one.voice.mention in mentions
    )
    return {fold(name).split()[-1] for name in named if fold(name)}


def _named(row: EventRow) -> set[str]:
    names = (party.actor_name or party.words for party in row.parties())
    return {fold(name).split()[-1] for name in names if fold(name)}


def _held(row: EventRow) -> Held:
    at: Span = row.around
    return Held(
        source=row.source,
        source_label=row.source_label,
        at=at,
        words=row.words,
        statement=row.statement,
    )
