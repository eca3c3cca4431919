"""Posts: an office that somebody is given on a day on which, by the record, they did not hold it.

Only a "no" of the record is a finding; what it does not know is no fault of the draft's. The day is
that of the sentence, where one of its dates stands in the same clause, or else that of the draft.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.core.dates import When
from onrecord.core.drafts import Finding, Held, Severity
from onrecord.core.folding import fold
from onrecord.core.holding import ANSWER, Holds, Why
from onrecord.core.posts import HolderRow, TenureRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Naming, Tenure

_JOINED = re.compile(r",?\s+(?:who\s+)?(?:was|is)\s+(?:the\s+)?|,\s+(?:the\s+)?", re.IGNORECASE)
_WAS = re.compile(r"\bwas\b", re.IGNORECASE)
_STYLED = re.compile(r"\b(?:Lord|Lady|Baroness|Baron|Viscount|Earl|Sir|Dame|Dr|Prof)\.? $")
_BEGINS = re.compile(r"\s*(?:[Aa]s\s+)?(?:[Tt]he\s+)?")
_ENDS = re.compile(r"(?<=\w)(?=[\s,.;:)]|$)|(?<=\))(?=[\s,.;:]|$)")
_OVER = re.compile(r",?\s*(?:until|till|up to)\b")
"""After a post: it is told as over."""
_DATED = re.compile(r",?\s*(?:[^,.;]*\s)?(?:from|since|between|until|till|up to)\b")
"""The same, or with days of its own: those of the sentence are of something else."""
_LONGEST = 24
"""Words of a name or a title that are looked at."""
_SHOWN = 4
"""Rows of the record that are shown with a finding."""


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find posts that the record says were not held on the day the draft has in mind."""
    whole = list(_in_full(draft, record))
    for name, post, at, then in whole:
        answer = record.ready.was(name, post, then)
        if answer.answer is Holds.NO:
            yield _not_held(draft, at, post, name, then, answer, record)
    taken: dict[Span, list[Span]] = defaultdict(list)
    for _, _, other, _ in whole:
        taken[draft.sentence(other.start).at].append(other)
    for tenure in draft.reading.tenures:
        holder = draft.mentions.get(tenure.holder) if tenure.holder else None
        if holder is None or not tenure.at:
            continue
        full = draft.full(holder)
        at = Span(tenure.at[0].start, tenure.at[-1].end)
        day = told_day(draft, tenure, at)
        if day is None or " " not in full.name:
            continue  # a surname alone is nobody in particular
        there = taken.get(draft.sentence(holder.at.start).at, ())
        if any(other.overlaps(holder.at) or at.overlaps(other) for other in there):
            continue  # the record has a longer title for it
        answer = record.ready.was(full.name, tenure.post, day)
        if answer.answer is Holds.NO:
            yield _not_held(draft, at, tenure.post, full.name, day, answer, record)


def _in_full(draft: Draft, record: Against) -> Iterator[tuple[str, str, Span, date]]:
    """Find posts that the draft gives somebody under a title that the record has.

    The record's own titles are longer than what a reader of prose takes for one. Gives the name,
    the title, where both stand, and the day.
    """
    for mention in draft.reading.mentions:
        if mention.naming is not Naming.NAMED or mention.kind is not ActorKind.PERSON:
            continue
        sentence = draft.sentence(mention.at.start)
        if not sentence.at.holds(mention.at):
            continue
        before = draft.characters[sentence.at.start : mention.at.start]
        styled = _STYLED.search(before)
        start = mention.at.start - (len(styled[0]) if styled else 0)
        words = draft.characters[start : sentence.at.end]
        name = _longest(words, record.holders)
        if name is None or " " not in name:
            continue  # a surname alone is nobody in particular
        told = _after(words[len(name) :], record.titles)
        told = told or _before(draft.characters[sentence.at.start : start], record.titles)
        if told is None:
            continue
        post, past = told
        near = _days(draft, sentence.at)
        day = near[0] if len(near) == 1 else None if near or past else draft.today
        if day is not None:
            yield name, post, Span(start, start + len(name)), day


def _after(words: str, titles: frozenset[str]) -> tuple[str, bool] | None:
    """Find the title right after a name: ", the X," or "was X"; and whether it is told as past."""
    joined = _JOINED.match(words)
    found = _longest(words[joined.end() :], titles) if joined is not None else None
    if found is None or joined is None or _DATED.match(words, joined.end() + len(found)):
        return None
    return found, bool(_WAS.search(joined[0]))


def _before(words: str, titles: frozenset[str]) -> tuple[str, bool] | None:
    """Find the title right before a name, after "As" or at the start: "As X, Ann Bell ..."."""
    begins = _BEGINS.match(words)
    rest = words[begins.end() if begins else 0 :].strip(" ,")
    return (rest, False) if fold(rest) in titles else None


def _longest(words: str, names: frozenset[str]) -> str | None:
    """Give the longest name of some that words begin with."""
    found = None
    for end in list(_ENDS.finditer(words))[:_LONGEST]:
        if fold(words[: end.start()]) in names:
            found = words[: end.start()]
    return found


def _days(draft: Draft, at: Span) -> list[date]:
    """Give the days that a stretch names, each one day and no interval."""
    return [
        day
        for dated in draft.dates_in(at)
        if dated.when is not None
        and (day := _one_day(dated.when)) is not None
    ]  # fmt: skip


def told_day(draft: Draft, tenure: Tenure, at: Span) -> date | None:
    """Give the one day on which the draft says that the post was held; None: it tells none."""
    if _OVER.match(draft.characters, at.end):
        return None
    for when in (*tenure.cited, tenure.held):
        if when is not None and (day := _one_day(when)) is not None:
            return day
    if tenure.held is not None and tenure.held.edtf not in ("/..", "/"):
        return None  # it tells an interval, or that it is over
    sentence = draft.sentence(at.start)
    near = _days(draft, sentence.at)
    if len(near) == 1:
        return near[0]
    return draft.today if not near else None


def _one_day(when: When) -> date | None:
    one = when.first is not None and when.after == when.first + 1
    return when.first_date if one and not when.uncertain else None


def _not_held(
    draft: Draft,
    at: Span,
    post: str,
    name: str,
    day: date,
    answer: HolderRow,
    record: Against,
) -> Finding:
    rests = answer.rests_on or tuple(record.ready.held(name))
    offered = _right(record.ready.held(name), post, day)
    sentence = draft.sentence(at.start).at
    place = draft.characters.find(post, sentence.start, sentence.end)
    return Finding(
        code="OR301",
        severity=Severity.FAULT,
        at=at,
        sentence=sentence,
        says=f"by the record, {name} was not {post} on {day.isoformat()}"
        f" ({'; '.join(answer.because[:2])})",
        rests_on=tuple(_held(row) for row in rests[:_SHOWN]),
        wording=offered,
        over=Span(place, place + len(post)) if offered and place >= 0 else None,
    )


def _right(rows: Sequence[TenureRow], post: str, day: date) -> str:
    """Word what somebody was on a day: the post of that day, or one that was over by then."""
    why = [(row, row.why(day)) for row in rows]
    for row, one in why:
        if ANSWER.get(one) is Holds.YES:
            return row.attributed_post
    same = [one for row, one in why if fold(post) in fold(row.post)]
    return f"former {post}" if same and all(one is Why.AFTER for one in same) else ""


def _held(row: TenureRow) -> Held:
    return Held(
        source=row.source,
        source_label=row.source_label,
        at=row.at,
        words=f"{row.name}: {row.attributed_post}, {row.dates}",
    )
