"""Posts: an office that somebody is given on a day on which, by the record, they did not hold it.

Only a "no" of the record is a finding; what it does not know is no fault of the draft's. The day is
that of the sentence, where one of its dates stands in the same clause, or else that of the draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from onrecord.check.draft import Draft
from onrecord.check.record import Against
from onrecord.core.dates import When
from onrecord.core.drafts import Finding, Held, Severity
from onrecord.core.holding import Holds
from onrecord.core.posts import HolderRow, TenureRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Tenure

_SHOWN = 4
"""Rows of the record that are shown with a finding."""


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find posts that the record says were not held on the day the draft has in mind."""
    mentions = {mention.id: mention for mention in draft.reading.mentions}
    for tenure in draft.reading.tenures:
        holder = mentions.get(tenure.holder) if tenure.holder else None
        if holder is None or not tenure.at:
            continue
        full = mentions.get(holder.same_as, holder) if holder.same_as else holder
        at = Span(tenure.at[0].start, tenure.at[-1].end)
        day = told_day(draft, tenure, at)
        if day is None or " " not in full.name:
            continue  # a surname alone is nobody in particular
        answer = record.was(full.name, tenure.post, day)
        if answer.answer is Holds.NO:
            yield _not_held(draft, at, tenure, full.name, day, answer, record)


def told_day(draft: Draft, tenure: Tenure, at: Span) -> date | None:
    """Give the one day on which the draft says that the post was held."""
    for when in (*tenure.cited, tenure.held):
        if when is not None and (day := _one_day(when)) is not None:
            return day
    if tenure.held is not None and tenure.held.edtf not in ("/..", "/"):
        return None  # it tells an interval, or that it is over
    sentence = draft.sentence(at.start)
    near = [
        day
        for dated in draft.reading.dates
        if sentence.at.holds(dated.at)
        and dated.when is not None
        and (day := _one_day(dated.when)) is not None
    ]
    if len(near) == 1:
        return near[0]
    return draft.today if not near else None


def _one_day(when: When) -> date | None:
    one = when.first is not None and when.after == when.first + 1
    return when.first_date if one and not when.uncertain else None


def _not_held(
    draft: Draft,
    at: Span,
    tenure: Tenure,
    name: str,
    day: date,
    answer: HolderRow,
    record: Against,
) -> Finding:
    rests = answer.rests_on or tuple(record.held(name))
    right = [row for row in record.held(name) if _holds(row, day)]
    wording = f"{right[0].attributed_post}" if right else ""
    return Finding(
        code="OR301",
        severity=Severity.FAULT,
        at=at,
        sentence=draft.sentence(at.start).at,
        says=f"by the record, {name} was not {tenure.post} on {day.isoformat()}"
        f" ({'; '.join(answer.because[:2])})",
        rests_on=tuple(_held(row) for row in rests[:_SHOWN]),
        wording=wording and f"{name}, {wording}",
    )


def _holds(row: TenureRow, day: date) -> bool:
    from onrecord.core.holding import ANSWER

    return ANSWER.get(row.why(day)) is Holds.YES


def _held(row: TenureRow) -> Held:
    return Held(
        source=row.source,
        source_label=row.source_label,
        at=row.at,
        words=f"{row.name}: {row.attributed_post}, {row.dates}",
    )
