"""Posts: an office that somebody is given on a day on which, by the record, they did not hold it.

A "no" of the record is a fault. Where it does not know, what its sources call somebody from some
day on is a warning; else what it does not know is no fault of the draft's. The day is that of the
sentence, where one of its dates stands in the same clause, or else that of the draft.
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
from onrecord.core.holding import ANSWER, Holds, Why, ends
from onrecord.core.posts import HolderRow, TenureRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Naming, Tenure

_JOINED = re.compile(
    r",?\s+(?:who,?\s+)?(?:was|is|as)\s+(?:the\s+)?|,\s+(?:the\s+)?", re.IGNORECASE
)
_WAS = re.compile(r"\bwas\b", re.IGNORECASE)
_STYLES = r"(?:Lord|Lady|Baroness|Baron|Viscount|Earl|Sir|Dame|Dr|Prof)"
_STYLED = re.compile(rf"\b{_STYLES}\.? $")
_STYLE = re.compile(rf"(?:{_STYLES}|Mr|Mrs|Ms|Miss|Professor)\.? ")
_BEGINS = re.compile(r"\s*(?:[Aa]s\s+)?(?:[Tt]he\s+)?")
_ENDS = re.compile(r"(?<=\w)(?=[\s,.;:)]|$)|(?<=\))(?=[\s,.;:]|$)")
_OVER = re.compile(r",?\s*(?:until|till|up to)\b")
"""After a post: it is told as over."""
_DATED = re.compile(r",?\s*(?:[^,.;]*\s)?(?:from|since|between|until|till|up to)\b")
"""The same, or with days of its own: those of the sentence are of something else."""
_BESIDE = frozenset(
    "lawyer solicitor barrister counsel advocate attorney professor lecturer doctor judge justice "
    "member mp senator councillor representative spokesman spokeswoman spokesperson owner founder "
    "author partner consultant researcher scientist analyst".split()
)
"""What somebody can be beside another post, or is called in short for it."""
_ACTING = re.compile(r"\b(?:acting|interim|caretaker|temporary|act as)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|had been|were|then|former(?:ly)?|once|at (?:the|that) time|in those days"
    r"|of the (?:day|time)|until|before)\b",
    re.IGNORECASE,
)
_BEHIND = 30
"""Characters behind a post in which it is told as past: "general secretary in those days"."""
Days = tuple[date, ...]
"""One day, the first and the last of a month, or none."""
_MONTH = 31
_LONGEST = 24
"""Words of a name or a title that are looked at."""
_SHOWN = 4
"""Rows of the record that are shown with a finding."""


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find posts that the record says were not held on the day the draft has in mind."""
    whole = list(_in_full(draft, record))
    for name, post, at, then in whole:
        yield from _asked(draft, record, at, post, name, then)
    taken: dict[Span, list[Span]] = defaultdict(list)
    for _, _, other, _ in whole:
        taken[draft.sentence(other.start).at].append(other)
    for tenure in draft.reading.tenures:
        holder = draft.mentions.get(tenure.holder) if tenure.holder else None
        if holder is None or not tenure.at:
            continue
        full = draft.full(holder)
        at = Span(tenure.at[0].start, tenure.at[-1].end)
        days = told_days(draft, tenure, at)
        if not days or " " not in full.name:
            continue  # a surname alone is nobody in particular
        there = taken.get(draft.sentence(holder.at.start).at, ())
        if any(other.overlaps(holder.at) or at.overlaps(other) for other in there):
            continue  # the record has a longer title for it
        yield from _asked(draft, record, at, tenure.post, full.name, days)


def _asked(
    draft: Draft, record: Against, at: Span, post: str, name: str, days: Days
) -> Iterator[Finding]:
    """Find a post that somebody held on none of some days, or had left for another by then."""
    acting = _only_acting(record.ready.held(name), post, days[-1])
    if acting and not _ACTING.search(_round(draft, at)):
        yield _left(draft, at, post, name, acting)
        return
    answers = [record.ready.was(name, post, day) for day in days]
    if all(one.answer is Holds.NO for one in answers):
        yield _not_held(draft, at, post, name, days[0], answers[0], record)
    elif all(one.answer is not Holds.YES for one in answers):
        rows = record.ready.held(name)
        left = moved_on(rows, post, days[-1])
        if left and (days != (draft.today,) or not _is_past(draft, at)):
            yield _left(draft, at, post, name, left)
        elif later := _not_yet(rows, post, days[-1]):
            yield _began_later(draft, at, post, name, later)


def _in_full(draft: Draft, record: Against) -> Iterator[tuple[str, str, Span, Days]]:
    """Find posts that the draft gives somebody under a title that the record has.

    The record's own titles are longer than what a reader of prose takes for one. Gives the name,
    the title, where both stand, and the first and the last day that are meant.
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
        bare = _STYLE.match(draft.characters, start, mention.at.end)
        if name is None and bare is not None:
            start = bare.end()
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
        today = (draft.today,) if draft.today is not None and not past else ()
        days = near[0] if len(near) == 1 else () if near else today
        if days:
            yield name, post, Span(start, start + len(name)), days


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


def _days(draft: Draft, at: Span) -> list[Days]:
    """Give the days that a stretch names, or the first and the last of a month."""
    dates = (dated.when for dated in draft.dates_in(at) if dated.when is not None)
    return [days for when in dates if (days := _within(when))]


def told_days(draft: Draft, tenure: Tenure, at: Span) -> Days:
    """Give the day on which the draft says that the post was held, or the ends of its month.

    Empty: it tells none.
    """
    if _OVER.match(draft.characters, at.end):
        return ()
    for when in (*tenure.cited, tenure.held):
        if when is not None and (days := _within(when)):
            return days
    if tenure.held is not None and tenure.held.edtf not in ("/..", "/"):
        return ()  # it tells an interval, or that it is over
    near = _days(draft, draft.sentence(at.start).at)
    if len(near) == 1:
        return near[0]
    return (draft.today,) if not near and draft.today is not None else ()


def _within(when: When) -> Days:
    """Give a day, or the first and the last of a month; nothing for what is longer or vague."""
    if when.first is None or when.after is None or when.uncertain or when.approximate:
        return ()
    if when.after - when.first > _MONTH:
        return ()
    days = {when.first, when.after - 1}
    return tuple(date.fromordinal(one) for one in sorted(days))


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


def _only_acting(rows: Sequence[TenureRow], post: str, day: date) -> list[TenureRow]:
    """Give the rows of a post that somebody, by all sources of a day or before, only acts in."""
    until = day.toordinal()
    same = [row for row in rows if row.post and row.seen <= until and _is_same(row.post, post)]
    return same if same and all(_ACTING.search(row.post) for row in same) else []


def _round(draft: Draft, at: Span) -> str:
    """Give the words of a post with those right before and behind it."""
    sentence = draft.sentence(at.start).at
    return draft.characters[
        max(sentence.start, at.start - _BEHIND) : min(sentence.end, at.end + _BEHIND)
    ]


def moved_on(rows: Sequence[TenureRow], post: str, day: date) -> list[TenureRow]:
    """Give the rows of a later post for which somebody left one by a day, as most sources have it.

    No source need say that the earlier one ended: that they are called otherwise from some day on,
    by more sources than still call them so, tells it. Some posts are held beside others.
    """
    if _beside_others(post):
        return []
    until = day.toordinal()
    # A source says nothing of days after it, and a post told as over is none of its own day.
    known = [row for row in rows if row.seen <= until and row.post]
    same = [row for row in known if _is_same(row.post, post)]
    others: dict[str, list[TenureRow]] = defaultdict(list)
    for row in known:
        over = row.held is not None and row.why(day) is Why.AFTER
        if not _is_same(row.post, post) and not _beside_others(row.post) and not over:
            others[fold(row.post)].append(row)
    if not same:
        return []
    last = max(row.seen for row in same if _goes_on(row)) if any(map(_goes_on, same)) else 0
    ended = [row for row in same if row.why(day) is Why.AFTER and row.seen > last]
    if ended:
        return ended
    first = min(row.seen for row in same)
    best: list[TenureRow] = []
    for later in others.values():
        began = min(_began(row) for row in later)
        sources = {row.source for row in later}
        told = len(sources) > 1 or any(_began(row) != row.seen for row in later)
        if not told or not first < began <= until:
            continue
        still = {row.source for row in same if row.seen >= began and _goes_on(row)}
        if len(still) < len(sources) > len({row.source for row in best}):
            best = later
    return best


def _is_past(draft: Draft, at: Span) -> bool:
    """Say whether a draft tells a post as one that was held before."""
    end = draft.sentence(at.start).at.end
    return bool(_PAST.search(draft.characters, at.start, min(end, at.end + _BEHIND)))


def _not_yet(rows: Sequence[TenureRow], post: str, day: date) -> list[TenureRow]:
    """Give the rows of a post that tell that it began after a day on which no source has it."""
    same = [row for row in rows if row.post and _is_same(row.post, post)]
    later = [row for row in same if row.why(day) is Why.BEFORE]
    return later if later and all(row.seen > day.toordinal() for row in same) else []


def _began_later(
    draft: Draft, at: Span, post: str, name: str, later: Sequence[TenureRow]
) -> Finding:
    return Finding(
        code="OR301",
        severity=Severity.WARNING,
        at=at,
        sentence=draft.sentence(at.start).at,
        says=f"on record {name} is told to have become {post} later: {later[0].dates}",
        rests_on=tuple(_held(row) for row in later[:_SHOWN]),
    )


def _began(row: TenureRow) -> int:
    """Give the day from which a tenure is told: its beginning, or else the day of its source."""
    bounds = ends(row.held) if row.held is not None else None
    return row.seen if bounds is None or bounds.last_start is None else bounds.last_start


def _goes_on(row: TenureRow) -> bool:
    bounds = ends(row.held) if row.held is not None else None
    return bounds is not None and bounds.last_end is None


def _is_same(one: str, other: str) -> bool:
    """Say whether two titles may be of one post: "secretary", "general secretary"."""
    a, b = set(fold(one).split()), set(fold(other).split())
    return a <= b or b <= a


def _beside_others(post: str) -> bool:
    return bool(_BESIDE & set(fold(post).split()))


def _left(draft: Draft, at: Span, post: str, name: str, later: Sequence[TenureRow]) -> Finding:
    sentence = draft.sentence(at.start).at
    place = draft.characters.find(post, sentence.start, sentence.end)
    offered = later[0].attributed_post
    if _ACTING.search(later[0].post):
        says = f"on record {name} only acts in this post: {offered}"
    elif _is_same(later[0].post, post):
        says = f"on record this post of {name} is told as over: {later[0].dates}"
        offered = f"former {post}"
    else:
        says = f"sources of a later day call {name} {offered}"
    return Finding(
        code="OR301",
        severity=Severity.WARNING,
        at=at,
        sentence=sentence,
        says=says,
        rests_on=tuple(_held(row) for row in later[:_SHOWN]),
        wording=offered,
        over=Span(place, place + len(post)) if place >= 0 else None,
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
