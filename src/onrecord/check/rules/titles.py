"""Titles: a post that the record gives to a namesake, or that it calls past.

Two of one family, or two who share a name, are easily taken for each other; and whoever has moved
on is easily called by the post that was left. Where the record has no dates of a tenure, its words
tell: "then", "former", "until". A post that the record does not know is no finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.check.meant import SHOWN, surname
from onrecord.check.rules.posts import told_day
from onrecord.core.drafts import Finding, Held, Severity
from onrecord.core.folding import fold
from onrecord.core.holding import Holds
from onrecord.core.posts import TenureRow
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import Tenure

_PAST = (
    r"(?:then|the then|at the time|former|formerly|a former|the former|previously|once|until \d{4})"
)
_OPEN = ("/..", "/")


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find posts that the record knows of a namesake, or that it says are over."""
    for tenure in draft.reading.tenures:
        holder = draft.mentions.get(tenure.holder) if tenure.holder else None
        if holder is None or not tenure.at:
            continue
        full = draft.full(holder)
        if " " in full.name:
            yield from _of_a_namesake(draft, record, full.name, tenure)
            yield from _over(draft, record, full.name, tenure)


def _of_a_namesake(draft: Draft, record: Against, name: str, tenure: Tenure) -> Iterator[Finding]:
    theirs = [
        row
        for other in _namesakes(record, name)
        for row in record.ready.held(other)
        if _same_post(row.post, tenure.post)
    ]
    mine = [row for row in record.ready.held(name) if _same_post(row.post, tenure.post)]
    in_full = any(fold(name) in fold(_words(record, row)) for row in mine)
    if theirs and not in_full and len(_sources(theirs)) > len(_sources(mine)):
        others = ", ".join(sorted({row.name for row in theirs}))
        yield _finding(
            draft, "OR302", tenure.at,
            f"the record gives this post to {others}, not to {name}",
            [_held(row) for row in (*theirs[: SHOWN - 1], *mine[:1])],
        )  # fmt: skip


def _over(draft: Draft, record: Against, name: str, tenure: Tenure) -> Iterator[Finding]:
    """Find a post told as held that a source before had already called past."""
    at = Span(tenure.at[0].start, tenure.at[-1].end)
    day = told_day(draft, tenure, at)
    if day is None or (tenure.held is not None and tenure.held.edtf not in _OPEN):
        return
    if record.ready.was(name, tenure.post, day).answer is not Holds.NOT_KNOWN:
        return
    told = list(_called_past(record, name, tenure.post, day))
    if told:
        yield _finding(
            draft, "OR301", tenure.at,
            f"by {day.isoformat()} the record calls this post of {name} past", told[:SHOWN],
        )  # fmt: skip


def _called_past(record: Against, name: str, post: str, day: date) -> Iterator[Held]:
    last, title = re.escape(name.split()[-1]), re.escape(post).replace(r"\ ", r"\s+")
    pattern = re.compile(
        rf"\b{last},\s+(?:who was\s+)?{_PAST}\s+(?:the\s+)?{title}\b"
        rf"|\b{_PAST}\s+{title},?\s+(?:[A-Z][\w’'-]+\s+){{0,2}}{last}\b",
        re.IGNORECASE,
    )
    for source, label, text in record.texts:
        published = record.published.get(source)
        first = published.first_date if published is not None else None
        found = pattern.search(text.characters) if first is not None and first <= day else None
        if found is not None:
            at = Span(*found.span())
            yield Held(source=source, source_label=label, at=at, words=found.group())


def _namesakes(record: Against, name: str) -> list[str]:
    mine = record.ready.names.get(fold(name))
    return sorted(
        {row.name for _, row in record.ready.by_surname.get(surname(name), ()) if row is not mine}
    )


def _same_post(one: str, other: str) -> bool:
    return fold(one).split()[-2:] == fold(other).split()[-2:]


def _sources(rows: Sequence[TenureRow]) -> set[str]:
    return {row.source for row in rows}


def _words(record: Against, row: TenureRow) -> str:
    for source, _, text in record.texts:
        if source == row.source:
            return row.around.of(text.characters)
    return row.name


def _held(row: TenureRow) -> Held:
    return Held(
        source=row.source,
        source_label=row.source_label,
        at=row.at,
        words=f"{row.name}: {row.attributed_post}, {row.dates}",
    )


def _finding(draft: Draft, code: str, spans: Spans, says: str, rests: Sequence[Held]) -> Finding:
    at = Span(spans[0].start, spans[-1].end)
    return Finding(
        code=code,
        severity=Severity.WARNING,
        at=at,
        sentence=draft.sentence(at.start).at,
        says=says,
        rests_on=tuple(rests),
    )
