"""Identities taken as given: who somebody is that the record tells of without a name.

That two are one is somebody's claim, and no more. A draft that tells it in its own voice is held
against whoever says so on record; only who says it of themselves settles it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.check import fair
from onrecord.check.against import Against
from onrecord.check.draft import Draft, Put
from onrecord.check.hedging import DENIAL, IS_MEANT, OF_OTHERS, all_kinds, kinds
from onrecord.check.meant import NEGATION, PUT_FORWARD, SHOWN, stems, surname
from onrecord.core.drafts import Finding, Held, Severity
from onrecord.core.flows import IdentityRow
from onrecord.core.folding import fold
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Naming

TAKEN = "the draft takes as given who it is; on record that is only held to be so"
_LABEL = re.compile(r"\b[A-Z][a-z]+ (?:[A-Z]|\d{1,3})\b")
_BE = r"(?:is|was|has been|had been)(?: (?:\w+ly|now|also|none other than))?"
_JOINS = re.compile(rf"(?:[,:–—]|\b{_BE}) (?:(?:the|an?) [a-z][\w-]+ )?(?:[A-Z][a-z]{{1,4}}\.? )?$")
"""Between a description and the name behind it."""
_JOINED = re.compile(
    rf"(?:, [^,.;]{{2,60}},)?(?:,? (?:who )?{_BE}|,) (?:the|that)\b[^.;]*?(?=[.;]|, \w+ed\b|$)"
)
"""Between a name and the description behind it, with the description."""
_WHOEVER = re.compile(
    r"\b(?:the|that|an?) (?:[\w-]+ ){0,3}?(?:person|m[ae]n|woman|individual|official|figure|buyer"
    r"|collector|go-between|middleman|intermediary|insider|informant|source|caller|contact"
    r"|recipient|whistleblower)\b",
    re.IGNORECASE,
)
"""Whoever is told of without a name, in no words of the record."""
_HEAD = 40
_SURE, _LIKE = 0.8, 0.55
"""The same is said of somebody whom the record does not name, where that is so likely and alike."""


def is_told(draft: Draft, record: Against, at: Span) -> bool:
    """Say whether a stretch tells in the draft's own voice who somebody is."""
    return any(at.holds(one) for one, _ in (*_read(draft), *_beside(draft, record)))


def as_identity(finding: Finding) -> Finding:
    """Give what was found of a sentence that tells who somebody is as a finding of that."""
    return replace(finding, code="OR102", severity=Severity.FAULT, says=TAKEN)


def found(draft: Draft, record: Against, known: set[Span]) -> Iterator[Finding]:
    """Find who is told to be whom, where on record that is somebody's claim.

    Args:
        known: the sentences of which it was found already.
    """
    told = [*_read(draft), *_beside(draft, record)]
    for at, name in told:
        sentence = draft.sentence(at.start)
        if sentence.at in known:
            continue
        held = [one for one in record.identities if name in _surnames(one)]
        if not held or any(_is_admitted(one) for one in held):
            continue
        against = [row for one in held for row in _denying(record, one)]
        firm = all(one.statement is None and not _holds_back(one.words) for one in held)
        if firm and not against and len({one.source for one in held}) > 1:
            continue
        known.add(sentence.at)
        yield _finding(draft, at, held, against, is_claimed=bool(against) or not firm)
    for put in draft.put:
        if put.sentence.at not in known:
            yield from _put_in_place(draft, record, put)


def _finding(
    draft: Draft,
    at: Span,
    held: Sequence[IdentityRow],
    against: Sequence[Held],
    *,
    is_claimed: bool,
) -> Finding:
    sentence = draft.sentence(at.start).at
    return Finding(
        code="OR102",
        severity=Severity.FAULT if is_claimed else Severity.WARNING,
        at=at,
        sentence=sentence,
        says=TAKEN if is_claimed else "on record only one source tells who it is",
        rests_on=(*map(_held, held[:SHOWN]), *against[:1]),
        wording=fair.cited(held[0].words, held[0].source_label),
        # The sentence may tell more than this, and is not to be given up for it.
        over=sentence if at.end >= sentence.end - 1 else None,
    )


def _read(draft: Draft) -> Iterator[tuple[Span, str]]:
    """Give where the draft says itself who somebody is, with the surname of who that is."""
    for claim in draft.reading.identity_claims:
        at, other = claim.at[0], draft.mentions.get(claim.other)
        if other is not None and _is_flat(draft, at):
            yield at, surname(other.name)


def _is_flat(draft: Draft, at: Span) -> bool:
    """Say whether the draft tells something in its own voice and holds nothing back up to it."""
    sentence = draft.sentence(at.start)
    words = draft.words(Span(sentence.at.start, at.end))
    # What holds back stands before what is told, or at the head of it all.
    told = f"{words[:_HEAD]} … {words[-len(draft.words(at)) - _HEAD :]}"
    if _holds_back(told) or DENIAL.search(words) or NEGATION.search(draft.words(at)):
        return False
    teller = draft.teller(Span(at.end - 1, at.end))
    return teller is None or teller.naming is Naming.AGENTLESS


def _holds_back(words: str) -> bool:
    return bool(kinds(words) or IS_MEANT.search(words))


def _beside(draft: Draft, record: Against) -> Iterator[tuple[Span, str]]:
    """Give where a name stands beside what the record calls who is only held to bear it.

    "The go-between, Ivo Marsh, was never heard", "the director at the far end is Ivo Marsh".
    """
    for row in record.identities:
        described = _described(record, row)
        for name, at in _names(draft, row):
            sentence = draft.sentence(at.start)
            if not _is_flat(draft, at):
                continue
            before = draft.characters[sentence.at.start : at.start]
            after = _JOINED.match(draft.characters, at.end, sentence.at.end)
            clauses = [before] if _JOINS.search(before) else []
            clauses += [after.group()] if after else []
            if any(
                described & (stems(one) | set(fold(one).split())) or _WHOEVER.search(one)
                for one in clauses
            ):
                yield at, name


def _described(record: Against, row: IdentityRow) -> set[str]:
    """Give the words by which the record tells of who is held to be somebody."""
    words: set[str] = set()
    for one in _called(record, row):
        words |= set(fold(one).split()) if _LABEL.fullmatch(one) else stems(one)
    return words - stems(row.other.called)


def _called(record: Against, row: IdentityRow) -> list[str]:
    """Give what the record calls who is held to be somebody, a name that hides a name first."""
    calls = [*(found.group() for found in _LABEL.finditer(row.words)), row.one.called]
    if row.one.actor is not None:
        calls += [one.one.called for one in record.identities if one.other.actor == row.one.actor]
    return list(dict.fromkeys(calls))


def _names(draft: Draft, row: IdentityRow) -> Iterator[tuple[str, Span]]:
    """Give where a draft names in full, or by the surname, who somebody is held to be."""
    theirs = _surnames(row)
    for mention in draft.reading.mentions:
        is_name = mention.naming is Naming.NAMED and draft.characters[mention.at.start].isupper()
        if is_name and surname(mention.name) in theirs:
            yield surname(mention.name), mention.at


def _put_in_place(draft: Draft, record: Against, put: Put) -> Iterator[Finding]:
    """Find a name in the place of somebody whom the record does not name there."""
    if kinds(draft.words(put.sentence.at)) - OF_OTHERS or NEGATION.search(put.words):
        return
    for row in record.identities:
        full = row.other.actor_name or row.other.called
        if surname(full) not in fold(put.words).split() or _is_admitted(row):
            continue
        name = next((one for one in (full, surname(full).title()) if one in put.words), "")
        if not name or (put.by is not None and surname(put.by.actor_name) == surname(full)):
            continue
        there = put.words.replace(name, _called(record, row)[0])
        meant = _described(record, row)
        same = [
            one
            for one in record.asked.near(there)
            if one.stance in PUT_FORWARD
            and one.sure >= _SURE
            and one.likeness >= _LIKE
            and meant & (stems(one.words) | set(fold(one.words).split()))
            and surname(full) not in fold(one.words).split()
        ]
        if not same or any(
            one.stance in PUT_FORWARD
            and one.sure >= _SURE
            and surname(full) in fold(one.words).split()
            and not all_kinds(one.statement)
            for one in record.asked.near(put.words)
        ):
            continue
        known = _finding(draft, put.at, [row], (), is_claimed=True)
        offered = fair.told(record, same, None, draft, put.at)
        yield replace(
            known,
            rests_on=(same[0].held, *known.rests_on),
            wording=offered.words,
            over=offered.over,
        )
        return


def _surnames(row: IdentityRow) -> set[str]:
    return {surname(row.other.actor_name), surname(row.other.called)} - {""}


def _is_admitted(row: IdentityRow) -> bool:
    """Say whether they say it of themselves, firmly."""
    said = row.statement
    return (
        said is not None
        and said.actor is not None
        and said.actor == row.other.actor
        and not all_kinds(said)
    )


def _denying(record: Against, row: IdentityRow) -> Sequence[Held]:
    """Give what says that it is not so: the description and a "not" before it."""
    called = row.one.called
    meant = set(fold(called).split()) if _LABEL.fullmatch(called) else stems(called)
    found = []
    for one in record.asked.like(f"{row.other.called} is not {called}"):
        words = one.words
        negation = NEGATION.search(words)
        after = words[negation.end() :] if negation else ""
        if after and meant and meant <= (set(fold(after).split()) | stems(after)):
            found.append(one.held)
    return found


def _held(row: IdentityRow) -> Held:
    """Give the words that tell who it is: the statement they stand in may be of something else."""
    return Held(source=row.source, source_label=row.source_label, at=row.at, words=row.words)
