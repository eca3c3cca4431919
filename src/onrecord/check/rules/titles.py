"""Titles: a post that the record gives to a namesake, or that it calls past.

Two of one family, or two who share a name, are easily taken for each other; and whoever has moved
on is easily called by the post that was left. Where the record has no dates of a tenure, its words
tell: "then", "former", "until". A post that the record does not know is no finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.check.meant import SHOWN, surname
from onrecord.check.rules.posts import told_days
from onrecord.core.drafts import Finding, Held, Severity
from onrecord.core.folding import fold
from onrecord.core.holding import Holds
from onrecord.core.posts import TenureRow
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import Naming, Tenure

_OPEN = ("/..", "/")
_EMPLOYED = re.compile(
    r",? who (?:is|was|works|worked) (?:still )?(?:employed |working )?"
    r"(?:on the [\w’' ]{0,24}staff )?as an? (?P<noun>[a-z][\w-]+)\b"
    r"|, (?:still )?an? (?P<other>[a-z][\w-]+)(?= (?:at|with|for) )"
)


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
    yield from _employed(draft, record)


def _employed(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find what somebody is told to be employed as that sources before had already called past.

    "A porter", "on the staff as a technician": what is no office is read as none.
    """
    for mention in draft.reading.mentions:
        full = draft.full(mention)
        if mention.naming is not Naming.NAMED or " " not in full.name or draft.today is None:
            continue
        told = _EMPLOYED.match(draft.characters, mention.at.end)
        past = record.ready.called_past(full.name, _noun(told), draft.today) if told else ()
        if told and past:
            at = Span(mention.at.start, told.end())
            yield _finding(
                draft, "OR301", (at,),
                f"by then the record calls {full.name} a former {_noun(told)}", past[:SHOWN],
            )  # fmt: skip


def _noun(told: re.Match[str]) -> str:
    return told["noun"] or told["other"]


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
    days = told_days(draft, tenure, at)
    if not days or (tenure.held is not None and tenure.held.edtf not in _OPEN):
        return
    day = days[0]
    if record.ready.was(name, tenure.post, day).answer is not Holds.NOT_KNOWN:
        return
    told = record.ready.called_past(name, tenure.post, day)
    if told:
        yield _finding(
            draft, "OR301", tenure.at,
            f"by {day.isoformat()} the record calls this post of {name} past", told[:SHOWN],
            f"former {tenure.post}",
        )  # fmt: skip


def _namesakes(record: Against, name: str) -> list[str]:
    mine = record.ready.person(fold(name))
    return sorted(
        {row.name for _, row in record.ready.with_surname(surname(name)) if row is not mine}
    )


def _same_post(one: str, other: str) -> bool:
    return fold(one).split()[-2:] == fold(other).split()[-2:]


def _sources(rows: Sequence[TenureRow]) -> set[str]:
    return {row.source for row in rows}


def _words(record: Against, row: TenureRow) -> str:
    if row.source not in record.labels:
        return row.name
    return row.around.of(record.text(row.source).characters)


def _held(row: TenureRow) -> Held:
    return Held(
        source=row.source,
        source_label=row.source_label,
        at=row.at,
        words=f"{row.name}: {row.attributed_post}, {row.dates}",
    )


def _finding(
    draft: Draft, code: str, spans: Spans, says: str, rests: Sequence[Held], wording: str = ""
) -> Finding:
    at = Span(spans[0].start, spans[-1].end)
    return Finding(
        code=code,
        severity=Severity.WARNING,
        at=at,
        sentence=draft.sentence(at.start).at,
        says=says,
        rests_on=tuple(rests),
        wording=wording,
        over=at if wording else None,
    )
