"""Fairness: a denial that the record has and the draft leaves out; who was asked, and answered.

A denial counts where whoever is concerned gives it: they are named or described in what is put
forward, or it is for them that somebody speaks. A draft that gives a denial of theirs anywhere, or
any denial beside what is denied, has given it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from onrecord.check import fair
from onrecord.check.against import Against
from onrecord.check.draft import Draft, Put
from onrecord.check.given import Given
from onrecord.check.meant import (
    NEGATION,
    PUT_FORWARD,
    SHOWN,
    concerned,
    people_in,
    still_against,
    surname,
)
from onrecord.core.drafts import Finding, Held, Near, Severity
from onrecord.core.folding import fold
from onrecord.core.said import ReplyRow, StatementRow
from onrecord.core.vocabulary import ActorKind, Naming, Outcome, SpeechAct, Stance
from onrecord.core.wording import SILENT

SURE = 0.6
_LIKE = 0.38
_GRANTS = re.compile(r"\b(?:accept|admit|conced|acknowledg|grant|confess|own(?:s|ed) up)", re.I)
_LIKE_CLAIMED, _LIKE_DENIED, _SURE_CLAIMED = 0.65, 0.3, 0.9
"""So like is what puts a claim forward, so like and so surely placed a denial of it by others."""
_BY_THE_WAY = 0.45
"""A smaller part of a sentence is only told by the way: "Pell, to whom they say it went, left"."""
_ANSWERS = re.compile(r"\b(?:told|repl(?:y|ied|ies)|answer(?:s|ed)?|respon(?:ds|ded))\b")
_WHAT_CAME = {
    Outcome.NO_RESPONSE: "did not respond to a request for comment",
    Outcome.DECLINED: "declined to comment",
}
_ANSWERED = (Outcome.ANSWERED, Outcome.DENIED)


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find what the record has of the other side and the draft has not."""
    given, speakers = Given(draft, record), _speakers(draft)
    for put in draft.put:
        if NEGATION.search(put.words) or put.by is None or put.by.act is SpeechAct.DENIES:
            continue
        if _GRANTS.search(put.by.cue):
            continue  # who grants something of themselves alleges nothing
        # What anybody on record does to the words is dear to ask: first, whether it matters.
        denial = _denied_by_those_meant(draft, record, put) or _denied_as_claim(record, put)
        notes = [] if denial is not None else list(_asked(draft, record, put, speakers))
        missing = denial is not None and not given.gives(put, denial)
        if (missing or notes) and _alleges(draft, record, put):
            if denial is not None:
                yield _missing(draft, record, put, denial)
            elif _is_put_forward(record, put):
                yield from notes
    yield from _said_to_be_silent(draft, record)


def _speaker(record: Against, put: Put) -> str:
    """Give for whom speaks who puts it forward."""
    assert put.by is not None
    return record.asked.party(put.by.actor_name or put.by.speaker)


def _alleges(draft: Draft, record: Against, put: Put) -> bool:
    """Say whether it puts something forward of somebody that another on record says of them."""
    assert put.by is not None
    if put.by.naming is Naming.PUBLISHER and people_in(draft, put.at):
        return True
    return any(one.stance is not None for one in record.asked.near(put.words))


# --- OR501 ----------------------------------------------------------------------------------------


def _denied_by_those_meant(draft: Draft, record: Against, put: Put) -> Near | None:
    speaker = _speaker(record, put)
    is_concerned = concerned(draft, record, put.at)

    def is_wanted(party: str) -> bool:
        return party != speaker and is_concerned(party)

    denials = [
        one
        for one in still_against(record, record.asked.wide_of(put.words, is_wanted))
        if ((one.likeness >= _LIKE and one.sure >= SURE) or _is_general(one))
        and one.statement.naming in (Naming.NAMED, Naming.ROLE_ONLY)
    ]
    return max(denials, key=lambda one: (one.likeness, one.sure), default=None)


def _denied_as_claim(record: Against, put: Put) -> Near | None:
    """Give a denial by whoever else is named of what the record has as put forward just so."""
    assert put.by is not None
    whole = put.sentence.at.end - put.sentence.at.start
    if put.at.end - put.at.start < _BY_THE_WAY * whole:
        return None

    def is_like(one: Near) -> bool:
        return one.likeness >= _LIKE_CLAIMED

    # The network, which is dear, is asked of others only where the very thing is on record.
    if not any(map(is_like, record.asked.like(put.words))):
        return None
    if not any(one.stance in PUT_FORWARD for one in record.asked.near(put.words, is_like)):
        return None
    speaker = _speaker(record, put)
    denials = [
        one
        for one in still_against(record, record.asked.placed(put.words))
        if one.stance is Stance.DENIES
        and one.sure >= _SURE_CLAIMED
        and one.likeness >= _LIKE_DENIED
        and one.party != speaker
        and (one.statement.naming is Naming.NAMED or _is_a_partys(one))
    ]
    return max(denials, key=lambda one: (one.likeness, one.sure), default=None)


def _is_a_partys(one: Near) -> bool:
    """Say whether it stands in the own text of a body that takes part, and of no outlet."""
    return one.statement.is_own_voice and not str(one.party).startswith(one.statement.source)


def _is_general(one: Near) -> bool:
    """Say whether somebody named denies all that is alleged of them."""
    said = one.statement
    return not one.likeness and said.naming is Naming.NAMED and not said.proposed


def _missing(draft: Draft, record: Against, put: Put, denial: Near) -> Finding:
    said = denial.statement
    who = said.actor_name or " ".join(said.speaker.split())
    offered = fair.beside(record, said, draft, put.at)
    return Finding(
        code="OR501",
        severity=Severity.FAULT,
        at=put.at,
        sentence=put.sentence.at,
        says=f"the record has a denial of this that the draft does not give: {who}",
        rests_on=(denial.held,),
        wording=offered.words,
        over=offered.over,
        sure=round(denial.sure, 2),
    )


# --- OR502, OR504 ---------------------------------------------------------------------------------


def _is_put_forward(record: Against, put: Put) -> bool:
    return any(one.stance in PUT_FORWARD for one in record.asked.near(put.words))


def _asked(draft: Draft, record: Against, put: Put, speakers: Set[str]) -> Iterator[Finding]:
    """Find a person of whom something is alleged who was asked, or never was, unmentioned."""
    assert put.by is not None
    for mention in people_in(draft, put.at):
        name = surname(mention.name)
        if (
            mention.kind is not ActorKind.PERSON
            or name == surname(put.by.actor_name or put.by.speaker)
            or " " not in mention.name
        ):
            continue
        asked = record.ready.asked.get(name)
        if name in speakers or name in record.ready.speaking:
            continue
        silent = [row for row in asked if row.outcome in SILENT]
        if silent and len(silent) == len(asked):
            yield _note(draft, put, "OR502", Severity.WARNING, silent, mention.name)
        elif not asked:
            yield _note(draft, put, "OR504", Severity.INFORMATION, (), mention.name)


def _speakers(draft: Draft) -> set[str]:
    """Name all of whom a draft has anything: words, a denial, or that they were asked."""
    said = {surname(row.actor_name) for row in draft.statements}
    called = [row.speaker for row in draft.statements] + [r.asked.called for r in draft.replies]
    return said.union(*(fold(one).split() for one in called))


def _note(
    draft: Draft, put: Put, code: str, severity: Severity, rows: Sequence[ReplyRow], name: str
) -> Finding:
    offered = fair.added(f"{name} {_WHAT_CAME[rows[-1].outcome]}.", draft, put.at) if rows else None
    asked = "was asked, and the draft does not say what became of it"
    never = "nothing on record says that they were asked, and the draft does not say it either"
    return Finding(
        code=code,
        severity=severity,
        at=put.at,
        sentence=put.sentence.at,
        says=f"{name}: {asked if rows else never}",
        rests_on=tuple(_held(row) for row in rows[:SHOWN]),
        wording=offered.words if offered else "",
        over=offered.over if offered else None,
    )


# --- OR503 ----------------------------------------------------------------------------------------


def _said_to_be_silent(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find who is said to have been silent though the record has an answer of theirs."""
    for reply in draft.replies:
        name = surname(reply.asked.actor_name or reply.asked.called)
        if reply.outcome not in SILENT or not name:
            continue
        rows = record.ready.asked.get(name)
        answers = [_held(row) for row in rows if row.outcome in _ANSWERED]
        spoken = [row for row in record.ready.said_by.get(name) if _answers(row)]
        answers += map(_words, spoken)
        silences = [row for row in rows if row.outcome in SILENT]
        if answers and not silences:
            yield Finding(
                code="OR503",
                severity=Severity.WARNING,
                at=reply.at,
                sentence=draft.sentence(reply.at.start).at,
                says="the record has an answer of theirs",
                rests_on=tuple(answers[:SHOWN]),
                wording=fair.sentence(fair.clause(record, spoken[0])) if spoken else "",
                over=draft.sentence(reply.at.start).at if spoken else None,
            )


def _answers(row: StatementRow) -> bool:
    """Say whether it is told that somebody told or answered something."""
    return row.act is not SpeechAct.DECLINES and bool(_ANSWERS.search(row.cue))


def _words(row: StatementRow) -> Held:
    return Held(
        source=row.source,
        source_label=row.source_label,
        at=row.at,
        words=row.content,
        statement=row,
    )


def _held(row: ReplyRow) -> Held:
    return Held(
        source=row.source,
        source_label=row.source_label,
        at=row.at,
        words=row.words,
        teller=f"{row.attribution}, {row.source_label}",
    )
