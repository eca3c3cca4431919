"""Support: whether those named said it, how many origins it has, and what nobody on record has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.check import fair
from onrecord.check.against import Against
from onrecord.check.draft import Draft, Put
from onrecord.check.meant import SHOWN, affirming, is_pronoun, people_in
from onrecord.core.drafts import Finding, Near, Severity
from onrecord.core.spans import Span
from onrecord.core.vocabulary import BlockKind, Mode, Naming

_SURE, _LIKE = 0.9, 0.65
"""So likely, and so like, must another's words be before the one whom a draft names is doubted."""
_SAME = 0.8
_SEVERAL = re.compile(
    r"\b(?:multiple|several|many|numerous|a number of|various|two|three|four|five|\d+)\s+"
    r"(?:\w+\s+){0,3}?(?:sources|officials|insiders|witnesses|people (?:familiar|close|with))\b",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    r"\bthrough (?:his|her|their|its|an?) (?:\w+ ){0,2}(?:lawyers?|solicitors?|spokes\w+|agents?)\b"
)
_BYLINE = re.compile(r"\W*By [A-Z][^.!?]*$")


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find attributions that the record does not bear out, and what it has nothing of."""
    for put in draft.put:
        if put.by is not None:
            yield from _somebody_else(draft.characters, record, put)
            yield from _one_origin(draft, record, put)
            yield from _unnamed_only(record, put)
    by_sentence: dict[Span, list[Put]] = {}
    for put in draft.put:
        by_sentence.setdefault(put.sentence.at, []).append(put)
    for sentence in draft.sentences:
        puts = by_sentence.get(sentence.at, [])
        if not puts or sentence.kind is not BlockKind.PARAGRAPH or _BYLINE.match(puts[0].words):
            continue
        if people_in(draft, sentence.at):
            yield from _nothing(record, puts)


def _somebody_else(characters: str, record: Against, put: Put) -> Iterator[Finding]:
    """OR701: another named person of the record said it, and the one the draft names did not."""
    row = put.by
    assert row is not None
    if row.naming is not Naming.NAMED or row.actor is None or row.mode is Mode.DIRECT:
        return  # whose a quotation is, is told by its words
    if is_pronoun(row.speaker) or _THROUGH.search(put.sentence.at.of(characters)):
        return  # whom a "he" means is read, and not written; a lawyer's words are the client's
    people = record.ready.person_ids
    if row.actor not in people:
        return  # a body speaks through many
    party = record.asked.party(row.actor_name)

    def is_another(one: Near) -> bool:
        return one.likeness >= _LIKE and _is_named(one) and one.statement.actor in people

    others = affirming(record.asked.near(put.words, is_another), _SURE) if party else []
    if not others:
        return  # what the rest do to it need not be asked
    near = affirming(record.asked.near(put.words), _SURE)
    if any(_speaks_for(one, party, row.actor_name) for one in near):
        return
    wide = affirming(record.asked.wide(put.words), 0.5)
    if any(_speaks_for(one, party, row.actor_name) for one in wide):
        return
    said = others[0].statement
    yield Finding(
        code="OR701",
        severity=Severity.WARNING,
        at=put.at,
        sentence=put.sentence.at,
        says=f"on record {said.actor_name} says it; of {row.actor_name} the record has no such"
        " statement",
        rests_on=tuple(one.held for one in others[:SHOWN]),
        wording=said.actor_name,
        over=row.source_spans[0] if len(row.source_spans) == 1 else None,
        sure=round(others[0].sure, 2),
    )


def _is_named(near: Near) -> bool:
    said = near.statement
    return said.naming is Naming.NAMED and " " in said.actor_name and not said.is_own_voice


def _speaks_for(near: Near, party: str, name: str) -> bool:
    """Say whether a row may be of who is meant: theirs, of nobody named, or of their body."""
    said = near.statement
    if near.party == party or said.actor_name == name or said.is_own_voice:
        return True
    return said.naming is not Naming.NAMED or name in said.content


def _one_origin(draft: Draft, record: Against, put: Put) -> Iterator[Finding]:
    """OR702: several sources in the draft, one origin on record."""
    words = put.sentence.at.of(draft.characters)
    if not _SEVERAL.search(words):
        return
    near = affirming(record.asked.near(put.words), _SAME)
    if not near:
        return
    origins = record.origins(put.words)
    if len(origins) == 1:
        assert put.by is not None
        offered = fair.told(record, near[:SHOWN], None, draft, put.by.at)
        yield Finding(
            code="OR702",
            severity=Severity.WARNING,
            at=put.at,
            sentence=put.sentence.at,
            says="the record counts one origin for it, however many carry it",
            rests_on=tuple(one.held for one in near[:SHOWN]),
            wording=offered.words,
            over=offered.over,
            sure=round(near[0].sure, 2),
        )


def _unnamed_only(record: Against, put: Put) -> Iterator[Finding]:
    """OR703: nobody on record puts it forward by name."""
    assert put.by is not None
    near = affirming(record.asked.near(put.words, _is_unnamed), _SAME)
    if near and not affirming(
        record.asked.near(put.words, lambda one: not _is_unnamed(one)), _SAME
    ):
        named = put.by.naming is Naming.NAMED
        yield Finding(
            code="OR703",
            severity=Severity.WARNING if named else Severity.INFORMATION,
            at=put.at,
            sentence=put.sentence.at,
            says="on record it rests on an unnamed source alone",
            rests_on=tuple(one.held for one in near[:SHOWN]),
            sure=round(near[0].sure, 2),
        )


def _is_unnamed(near: Near) -> bool:
    return near.statement.naming is Naming.ANONYMOUS


def _nothing(record: Against, puts: list[Put]) -> Iterator[Finding]:
    """OR704: no row of the record is about it."""
    if any(record.asked.like(put.words) for put in puts):
        return
    if not any(record.ready.wordings.hold(put.words) for put in puts):
        sentence = puts[0].sentence
        yield Finding(
            code="OR704",
            severity=Severity.INFORMATION,
            at=sentence.at,
            sentence=sentence.at,
            says="nothing on record is about this",
        )
