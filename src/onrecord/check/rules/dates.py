"""Dates: a step of the record given another day, or a relative date that the draft's day has lost.

An event of the draft and one of the record are held to be the same where they are of one kind and
somebody named, or a place of the same name, takes part in both, or their sentences are about the
same matter. Of what happens often, and of a date of anything else, the two sentences must have
nearly all their words in common. It is a finding only where the record gives the day and no source
gives the draft's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check import fair
from onrecord.check.against import Against
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

_DAY_AND_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTH})\b"
    rf"|\b(?P<first>{MONTH}) (?P<then>\d{{1,2}})\b"
)
_SAME_WORDS = 0.8
"""Of the rare words of two sentences each has so large a part of the other's."""
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
    """Find a day that no sentence of the record gives which has nearly the same words."""
    sentence = draft.sentence(dated.at.start).at
    words, day = draft.words(sentence), _days(dated.at.of(draft.characters))
    ready = record.ready
    told = [
        row
        for row in ready.events_told_in(words)
        if ready.matter_of_events.alike(words, row.words) >= _SAME_WORDS
        and ready.matter_of_events.alike(row.words, words) >= _SAME_WORDS
    ]
    days = {one for row in told for one in _days(row.words)} - _days(words)
    if told and days and not any(day & _days(row.words) for row in told):
        yield Finding(
            code="OR403",
            severity=Severity.WARNING,
            at=dated.at,
            sentence=sentence,
            says=f"in the same words the record gives another day: {', '.join(sorted(days))}",
            rests_on=tuple(map(_held, told[:_SHOWN])),
        )


def _days(words: str) -> set[str]:
    """Give the days of months that some words name, as "3 May" whatever their order."""
    return {
        f"{int(one['day'] or one['then'])} {(one['month'] or one['first']).title()}"
        for one in _DAY_AND_MONTH.finditer(words)
    }


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
    # A source that gives no more than the month neither gives the draft's day nor denies it.
    told = [row for row in same if row.when is not None and _width(row.when) <= _width(event.when)]
    if not told or any(row.when is not None and row.when.may_be(event.when) for row in told):
        return
    days = sorted({row.when.edtf for row in told if row.when is not None})
    yield Finding(
        code="OR403",
        severity=Severity.FAULT,
        at=dated.at,
        sentence=sentence,
        says=f"the record gives another day for this {event.kind.value}: {', '.join(days)}",
        rests_on=tuple(map(_held, told[:_SHOWN])),
        wording=_on(draft, dated, " or ".join(map(fair.in_words, days))),
        over=dated.at if len(days) == 1 else None,
    )


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
