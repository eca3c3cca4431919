"""The draft against itself: one thing counted two ways, a name spelt two ways, two days for a step.

Two tellings of a step of a proceeding are held to be of one and the same where it is a kind that
befalls somebody once, in the same words of the same voice, with the same people in it, and their
days are so near that one may be the other mistaken. What is told to have happened again is another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import combinations

from onrecord.check import fair
from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.check.matter import Matter
from onrecord.check.meant import stems
from onrecord.check.rules.dates import date_of, is_near
from onrecord.core.dates import When
from onrecord.core.drafts import Finding, Severity
from onrecord.core.folding import fold
from onrecord.core.quantities import Agreement, compare, same_thing, words_of
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    ActorKind,
    Bound,
    Dated,
    Event,
    EventKind,
    Mention,
    Naming,
    Quantity,
    Realised,
    Role,
)

_LOOSE = (Bound.VAGUE, Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER)

_MOST = 40
"""Numbers of one thing that are compared with each other; a draft with more of them is a table."""

_NEAR = 88.0
"""The likeness (0 to 100, by edits) from which two surnames of one draft may be one, misspelt."""

_SHORTEST = 5

_ONCE = frozenset(
    (
        EventKind.ARREST,
        EventKind.CHARGE,
        EventKind.DISCONTINUANCE,
        EventKind.VERDICT,
        EventKind.SENTENCE,
        EventKind.RESIGNATION,
        EventKind.DISMISSAL,
        EventKind.DEATH,
    )
)
"""Kinds that befall somebody once in one matter. Of hearings, searches and awards there are several
with the same people."""

_AGAIN = re.compile(
    r"\b(?:again|twice|first|second|third|another|further|fresh|new|later|earlier|originally|initially"
    r"|previous(?:ly)?|re-?(?:arrest|charg|sentenc|tri[ae]|appoint|instat)\w*)\b",
    re.IGNORECASE,
)
"""By which a sentence tells that a step was not the only one of its kind."""

_CLOSE = 31
"""Days between two that may be one, mistaken; or they are of one day of two years."""


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find what the draft says in two ways that cannot both be right."""
    del record  # nothing but the draft is asked
    yield from _numbers(draft)
    yield from _names(draft)
    yield from _days(draft)


def _numbers(draft: Draft) -> Iterator[Finding]:
    matter = Matter([draft.words(one.at) for one in draft.sentences])
    by_thing: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for quantity in draft.reading.quantities:
        if quantity.number is not None and quantity.item and quantity.bound not in _LOOSE:
            by_thing[same_thing(quantity.item), quantity.unit].append(quantity)
    for some in by_thing.values():
        for one, other in combinations(some[:_MOST], 2):
            if compare(one, other).agreement is not Agreement.DO_NOT_AGREE:
                continue
            first, second = (draft.sentence(q.at.start).at for q in (one, other))
            if first == second or not matter.same(draft.words(first), draft.words(second)):
                continue
            line = _line(draft, one.at)
            yield Finding(
                code="OR801",
                severity=Severity.WARNING,
                at=other.at,
                sentence=second,
                says=f"line {line} of the draft has another number: {words_of(one)}",
            )


def _names(draft: Draft) -> Iterator[Finding]:
    from rapidfuzz import fuzz

    first: dict[str, Mention] = {}
    for mention in draft.reading.mentions:
        if mention.naming is Naming.NAMED and mention.kind is ActorKind.PERSON:
            first.setdefault(mention.name.split()[-1], mention)
    words = [word for word in first if len(word) >= _SHORTEST]
    for one, other in combinations(words[:300], 2):
        if one[0] == other[0] and _NEAR <= fuzz.ratio(one.casefold(), other.casefold()) < 100:
            mine, theirs = first[other], first[one]
            if len({m.name.split()[0] for m in (mine, theirs) if " " in m.name}) > 1:
                continue  # two first names: two people
            line = _line(draft, theirs.at)
            yield Finding(
                code="OR802",
                severity=Severity.WARNING,
                at=mine.at,
                sentence=draft.sentence(mine.at.start).at,
                says=f"line {line} of the draft spells it {one}",
            )


@dataclass(frozen=True, slots=True)
class _Step:
    """A step that is told with its day: in which sentence, by whom, and who is in it, folded."""

    event: Event
    dated: Dated
    when: When
    sentence: Span
    voice: str
    whom: frozenset[str]
    by: frozenset[str]


def _days(draft: Draft) -> Iterator[Finding]:
    by_whom: dict[tuple[EventKind, frozenset[str]], list[_Step]] = defaultdict(list)
    for step in _steps(draft):
        if step.whom:
            by_whom[step.event.kind, step.whom].append(step)
    for some in by_whom.values():
        for one, other in combinations(some[:_MOST], 2):
            if not _same_step(one, other) or one.when.may_be(other.when):
                continue
            day = fair.in_words(one.when.edtf)
            kind = other.event.kind.value
            yield Finding(
                code="OR803",
                severity=Severity.WARNING,
                at=other.dated.at,
                sentence=other.sentence,
                says=f"line {_line(draft, one.dated.at)} of the draft has another day for this"
                f" {kind}: {day}",
            )


def _steps(draft: Draft) -> Iterator[_Step]:
    voices = {row.id: fold(row.actor_name or row.speaker) for row in draft.statements}
    for event in draft.reading.events:
        if event.kind not in _ONCE or event.realised is not Realised.DONE or event.when is None:
            continue
        dated = date_of(draft, event)
        if dated is None or not is_near(event.when, dated.when):
            continue
        sentence = draft.sentence(event.at[0].start).at
        if _AGAIN.search(draft.words(sentence)):
            continue
        voice = voices.get(event.said_in, "") if event.said_in is not None else ""
        whom, by = _named(draft, event, Role.WHO), _named(draft, event, Role.BY)
        yield _Step(event, dated, event.when, sentence, voice, whom, by)


def _named(draft: Draft, event: Event, role: Role) -> frozenset[str]:
    """Give the full names of those who are this to an event; two brothers have one surname."""
    ids = [one.voice.mention for one in event.participants if one.role is role]
    names = (fold(draft.mentions[one].name) for one in ids if one in draft.mentions)
    return frozenset(name for name in names if name)


def _same_step(one: _Step, other: _Step) -> bool:
    if one.sentence == other.sentence or one.voice != other.voice:
        return False
    return (
        _go_together(_last_words(one.by), _last_words(other.by))
        and _go_together(stems(one.event.matter), stems(other.event.matter))
        and _go_together(set(one.event.law), set(other.event.law))
        and one.event.outcome == other.event.outcome
        and _close(one.when, other.when)
    )


def _last_words(names: Iterable[str]) -> set[str]:
    """Give what "the board" has in common with "the Harbour Board"."""
    return {name.split()[-1] for name in names}


def _go_together(one: Set[str], other: Set[str]) -> bool:
    """Say whether nothing tells two apart: they have something in common, or one is not told."""
    return not one or not other or bool(one & other)


def _close(one: When, other: When) -> bool:
    days = (one.first_date, one.last_date, other.first_date, other.last_date)
    if None in days:
        return False
    first, last, then, end = (day for day in days if day is not None)
    same_day = (first.month, first.day) == (then.month, then.day)
    return same_day or max((then - last).days, (first - end).days) <= _CLOSE


def _line(draft: Draft, at: Span) -> int:
    return draft.characters.count("\n", 0, at.start) + 1
