"""When an event was: the date that stands with its words, and no other.

A date goes with the last verb or noun of its clause before it; one that begins the sentence with
the clause that follows. "More than two years after they were arrested" dates the arrest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.core.dates import When
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Dated, EventKind
from onrecord.reader.events.found import Found
from onrecord.reader.events.lengths import earlier
from onrecord.reader.events.sentence import Sentence
from onrecord.reader.flows.phrases import Range

_TO_COME = ("will", "would", "shall", "must", "may", "might", "can", "could", "should")

Placed = tuple[int, int, Dated]
"""A date with the numbers of its first word and of the one after its last."""


def dated(
    here: Sentence,
    found: Sequence[Found],
    acts: Sequence[Range],
    inside: Callable[[Span], object],
) -> list[When | None]:
    """Give the day of each event of a sentence, None where no words give it.

    Args:
        found: in the order of their words.
        acts: the names of Acts, whose years date nothing.
        inside: names the statement in whose content a place lies: a date outside of it is the
            date of the saying.
    """
    placed = [
        (first, last, one)
        for (first, last), one in here.dates
        if last > first and not any(start <= first < end for start, end in acts)
    ]
    heard = [inside(one.at) for _, _, one in placed]
    made: list[When | None] = []
    for number, one in enumerate(found):
        told_in = inside(here.words[one.trigger].span)
        mine = [p for p, place in zip(placed, heard, strict=True) if place == told_in]
        if not mine and one.kind is EventKind.TRIAL_DATE_SET:
            mine = placed  # "the judge listed the case for trial on 3 May" is no saying
        following = found[number + 1] if number + 1 < len(found) else None
        previous = found[number - 1] if number else None
        made.append(_when(here, one, mine, previous, following))
    for number in range(len(found) - 2, -1, -1):
        if made[number] is None and _are_joined(here, found[number], found[number + 1]):
            made[number] = made[number + 1]
    for number, one in enumerate(found):
        if made[number] is None:
            made[number] = _counted(here, one, found, made) or _pointed(one, placed)
    return made


def _counted(
    here: Sentence, one: Found, found: Sequence[Found], made: Sequence[When | None]
) -> When | None:
    """Count back from the event of the main clause: "two years after they were arrested"."""
    opener = here.clauses.index(here.clauses[one.trigger])
    if one.sense.noun and here.clauses[one.trigger] == 0:
        opener = next((n for n in range(one.trigger, 0, -1) if here.low(n) == "after"), 0)
    if here.low(opener) != "after":
        return None
    for other, when in zip(found, made, strict=True):
        if when is not None and here.clauses[other.trigger] != here.clauses[one.trigger]:
            return earlier(here, opener, when)
    return None


def _pointed(one: Found, placed: Sequence[Placed]) -> When | None:
    """Give a period that points back, in a clause that hangs on the event: "during that time"."""
    back = [d for first, _, d in placed if first > one.trigger and d.when and _points_back(d.when)]
    return back[0].when if len(back) == 1 == len(placed) else None


def _points_back(when: When) -> bool:
    return when.rule == "the date named before"


def _when(
    here: Sentence,
    one: Found,
    dates: list[Placed],
    previous: Found | None,
    following: Found | None,
) -> When | None:
    clause = here.clauses[one.trigger]
    limit = following.trigger if following is not None else len(here.words)
    opening = _opening(here, one, dates)
    if opening is not None:
        return opening.when
    if one.sense.noun:
        near = [d for first, _, d in dates if one.trigger < first <= one.reach and first < limit]
        return near[0].when if near else None
    after = [
        d
        for first, last, d in dates
        if one.trigger < first < limit
        and here.clauses[first] == clause
        and not _governs(here, last)
        and not _is_of_the_matter(here, one, first, d)
        and not _is_yet_to_be(here, one.trigger, first)
    ]
    if after:
        return after[0].when
    behind = previous.trigger if previous is not None else -1
    if previous is not None and here.clauses[previous.trigger] != clause:
        behind = -1
    before = [
        d
        for first, last, d in dates
        if first < one.trigger
        and here.clauses[first] == clause
        and not _governs(here, last)
        and (first > behind or _is_first(here, first))
        and not (previous is not None and previous.sense.noun and first <= previous.reach)
    ]
    close = [
        d
        for first, last, d in dates
        if behind < first and 0 <= one.trigger - last < 2 and here.clauses[first] == clause
    ]
    if len(before) > 1 and len(close) == 1 and not one.sense.noun:
        return close[0].when  # "Ardley, May 5 - Prosecutors on Tuesday dropped the charge"
    return before[0].when if len(before) == 1 else None


def _is_yet_to_be(here: Sentence, trigger: int, first: int) -> bool:
    """Say whether a date is of what is to come next: "were held and will be heard this week"."""
    return any(
        here.low(number - 1) in ("and", "but", "or") and here.low(number) in _TO_COME
        for number in range(trigger + 2, first)
    )


def _opening(here: Sentence, one: Found, dates: list[Placed]) -> Dated | None:
    """Give a date that counts from the event: "two years after they were arrested"."""
    first = here.clauses.index(here.clauses[one.trigger])
    for _, last, dated in dates:
        if last - 1 <= first <= last and first > 0 and _governs(here, last):
            return dated
    return None


def _governs(here: Sentence, last: int) -> bool:
    """Say whether a date ends with, or before, "after" and the like: it is of what follows."""
    ends = (here.low(last - 1), here.low(last))
    return any(here.tables.has("clauses_of_time", low) for low in ends)


def _is_first(here: Sentence, first: int) -> bool:
    """Say whether a date begins the sentence: "In October 2022 Vale resigned and Pell left"."""
    return first <= 2


def _is_of_the_matter(here: Sentence, one: Found, first: int, dated: Dated) -> bool:
    """Say whether a date may be that of the offence: "charged with stealing files in 2021"."""
    if one.kind is not EventKind.CHARGE or one.matter is None or first < one.matter[0]:
        return False
    when = dated.when
    gerund = here.low(one.matter[0]).endswith("ing")
    return when is None or when.is_interval or (gerund and first <= one.matter[1] + 1)


def _are_joined(here: Sentence, one: Found, other: Found) -> bool:
    """Say whether two verbs are joined by "and" alone: "was arrested and charged on Monday"."""
    return other.trigger - one.trigger == 2 and here.low(one.trigger + 1) == "and"
