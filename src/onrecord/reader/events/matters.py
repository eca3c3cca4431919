"""The proceedings that a text tells of: its steps put together by those whom they are about.

Steps about one person, or told of nobody where only one matter is spoken of, are of one proceeding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.core.identity import MentionId, RowId, anchored
from onrecord.core.vocabulary import (
    Event,
    EventKind,
    Finding,
    Mention,
    Naming,
    Proceeding,
    Realised,
    Role,
)
from onrecord.reader.cast import Cast
from onrecord.reader.events import tables
from onrecord.reader.layout import Layout

_ENDS = (EventKind.DISCONTINUANCE, EventKind.EVIDENCE_NOT_OFFERED, EventKind.VERDICT)
_OPENS = (EventKind.CHARGE, EventKind.ARREST, EventKind.INQUIRY)
_TOLD = (Realised.DONE, Realised.ALLEGED)
_NOT_A_STEP = (EventKind.INQUIRY, EventKind.SEARCH)
"""An inquiry and a search make no proceeding by themselves."""


def proceedings(
    layout: Layout, cast: Cast, events: Sequence[Event], findings: Sequence[Finding]
) -> tuple[Proceeding, ...]:
    """Give the proceedings of one text, in the order of their first words."""
    steps = [one for one in events if one.kind.is_step and one.kind not in _NOT_A_STEP]
    if not steps:
        return ()
    mentions = {one.id: one for one in cast.roll.mentions.values()}
    groups = [group for group in _grouped(steps, mentions) if any(_is_told(s) for s in group)]
    only = findings if len(groups) == 1 else ()
    return tuple(_proceeding(layout, group, only, mentions) for group in groups)


def _is_told(step: Event) -> bool:
    """Say whether a step was taken or is to come: what is only considered opens no proceeding."""
    return step.realised in (*_TOLD, Realised.EXPECTED)


def _grouped(steps: Sequence[Event], mentions: Mapping[MentionId, Mention]) -> list[list[Event]]:
    """Put steps together that have somebody named in common; the others go with the nearest."""
    owner: dict[MentionId, int] = {}
    groups: dict[int, list[Event]] = {}
    loose: list[tuple[int, Event]] = []
    for number, step in enumerate(steps):
        about = [p.voice.mention for p in step.participants if p.role is Role.WHO]
        ids = [one for one in about if one is not None and _is_named(mentions, one)]
        if not ids:
            loose.append((number, step))
            continue
        known = sorted({owner[one] for one in ids if one in owner})
        target = known[0] if known else number
        for other in known[1:]:
            groups[target] += groups.pop(other)
            owner.update({one: target for one, group in owner.items() if group == other})
        groups.setdefault(target, []).append(step)
        owner.update(dict.fromkeys(ids, target))
    if not groups:
        return [[step for _, step in loose]]
    for _, step in loose:
        groups[_nearest(groups, step)].append(step)
    made = [sorted(group, key=lambda one: one.at) for group in groups.values()]
    return sorted(made, key=lambda group: group[0].at)


def _is_named(mentions: Mapping[MentionId, Mention], one: MentionId) -> bool:
    return one in mentions and mentions[one].naming is Naming.NAMED


def _nearest(groups: dict[int, list[Event]], step: Event) -> int:
    """Give the group that has a step nearest to one; groups are few, and their steps in order."""
    place = step.at[0].start
    return min(groups, key=lambda key: min(abs(one.at[0].start - place) for one in groups[key]))


def _proceeding(
    layout: Layout,
    steps: Sequence[Event],
    findings: Sequence[Finding],
    mentions: dict[MentionId, Mention],
) -> Proceeding:
    body = next(_bodies(steps), None)
    named = mentions.get(body) if body else None
    matter = next((one.matter for one in steps if one.matter), "")
    told = [one for one in steps if one.realised in _TOLD]
    opened = [one.when for one in told if one.kind in _OPENS and one.when is not None]
    ended = [one for one in told if one.kind in _ENDS]
    law = dict.fromkeys(name for one in steps for name in one.law)
    tests = dict.fromkeys(one.test for one in findings if one.test)
    parties = dict.fromkeys(
        p.voice.mention
        for one in steps
        for p in one.participants
        if p.role is Role.WHO and p.voice.mention is not None
    )
    at = tuple(sorted({span for one in steps for span in one.at}))
    return Proceeding(
        id=RowId(anchored("prc", layout.text.id, at)),
        matter=matter,
        law=tuple(law),
        body=named.name if named else "",
        body_mention=body,
        parties=tuple(one for one in parties if one is not None),
        test=next(iter(tests), None),
        threshold=_threshold(layout) if findings else "",
        opened=min(opened, key=lambda when: when.first or 0) if opened else None,
        ended=_words(layout, ended[-1]) if ended else None,
        at=at,
        steps=tuple(one.id for one in steps),
        findings=tuple(one.id for one in findings),
    )


def _bodies(steps: Sequence[Event]) -> Iterator[MentionId]:
    """Give who brings or decides it: who charges or drops it, or else before whom it comes."""
    for role in (Role.BY, Role.BEFORE):
        for kinds in ((EventKind.CHARGE, *_ENDS), tuple(EventKind)):
            for one in steps:
                for p in one.participants:
                    fits = one.kind in kinds and p.role is role and one.kind is not EventKind.ARREST
                    if fits and p.voice.mention is not None:
                        yield p.voice.mention


def _words(layout: Layout, one: Event) -> str:
    return " ".join(" ".join(at.of(layout.characters).split()) for at in one.at)


def _threshold(layout: Layout) -> str:
    """Give the threshold that the text names, in its words."""
    lower = layout.characters.lower()
    found = [
        (at, words) for words in tables.load().tests["thresholds"] if (at := lower.find(words)) >= 0
    ]
    return min(found)[1] if found else ""
