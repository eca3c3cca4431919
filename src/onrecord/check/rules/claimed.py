"""What rules of allegations share: who is only held to be somebody, and how a finding is worded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.check import fair
from onrecord.check.against import Against
from onrecord.check.draft import Draft, Put
from onrecord.check.hedging import (
    IS_MEANT,
    all_kinds,
    kinds,
)
from onrecord.check.meant import (
    SHOWN,
    people_in,
    stems,
    surname,
)
from onrecord.check.rules import identities
from onrecord.core.drafts import Finding, Near, Severity
from onrecord.core.flows import IdentityRow
from onrecord.core.folding import fold
from onrecord.core.letters import CAPITAL
from onrecord.core.vocabulary import Naming

SURE = 0.8
"""A row of the record says the same as a draft's own voice where that is so likely."""
SURE_TOLD, LIKE = 0.6, 0.55
"""The same for what the draft gives to somebody, and how like the two must be."""
COVERS = 0.4
"""A draft's sentence has so large a part of the words of what it is held to say again."""
SURE_OTHERWISE = 0.9
"""A row that is so surely placed, and so like, says the same with hardly a word in common."""
LIKE_DENIED = 0.45
"""A denial is less like what it denies than what says the same."""
UNNAMED = (Naming.ANONYMOUS, Naming.AGENTLESS)
_TAKEN = r"['’]s?\s+(?:identification|identity|unmasking|outing)\b"
_VERB = re.compile(r"\b(?:is|was|are|were|has|had)\b")
_CAPITAL = re.compile(rf"\b{CAPITAL}[\w’'-]{{2,}}")
_OF = r"\b(?:identification|unmasking|outing) of\s+(?:\w+\s+){0,2}"


def taken_as_given(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find an identification that a sentence takes for granted: "his identification as ..."."""
    for one in record.identities:
        names = _CAPITAL.findall(one.other.actor_name or one.other.called)
        said = one.statement
        if not names or said is None or not all_kinds(said):
            continue
        either = "|".join(map(re.escape, names))
        pattern = re.compile(rf"\b(?:{either}){_TAKEN}|{_OF}(?:{either})\b")
        if not pattern.search(draft.characters):
            continue  # which is told at once of the whole draft
        for sentence in draft.sentences:
            words = sentence.at.of(draft.characters)
            told = pattern.search(words)
            if told and not kinds(words[: told.end()]):
                near = Near(statement=said, words=one.words, likeness=1.0, stance=None, sure=1.0)
                put = Put(sentence, sentence.at, draft.words(sentence.at), None)
                # The sentence tells more than this, and is not to be given up for it.
                yield replace(identity(draft, record, put, [near]), over=None)


def identity(draft: Draft, record: Against, put: Put, rests: Sequence[Near]) -> Finding:
    return finding(
        draft, record, put, "OR102", Severity.FAULT, rests, (),
        identities.TAKEN,
    )  # fmt: skip


def holds_identity(near: Near, record: Against) -> bool:
    said = near.statement
    told = f"{said.cue} {' '.join(said.hedges)}"
    return bool(IS_MEANT.search(told)) or any(
        one.statement is not None and one.statement.id == said.id and all_kinds(said)
        for one in record.identities
    )


def tells_who(words: str, near: Near, record: Against) -> bool:
    """Say whether some words have the description of somebody, or most of what is said of them.

    Who is understood to be somebody may do other things in a draft under their name.
    """
    held = [
        one
        for one in record.identities
        if one.statement is not None and one.statement.id == near.statement.id
    ]
    ours = stems(words)
    if any(ours & stems(one.one.called) for one in held):
        return True
    # What stands beside the name ("the former clerk") is no part of what is only held to be so.
    beside = set().union(*(stems(_beside(one, near.words)) for one in held))
    theirs = stems(near.words) - beside
    return bool(theirs) and len(ours & theirs) / len(theirs) >= COVERS


def _beside(one: IdentityRow, words: str) -> str:
    """Give the name of who somebody is held to be, with what stands after it up to the verb."""
    name = one.other.called
    after = words.partition(name)[2] if name in words else ""
    told = after.lstrip()[:1] == ","
    return f"{name} {_VERB.split(after)[0] if told else ''}"


def names_of(meant: Iterable[Near], record: Against) -> set[str]:
    names = {surname(one.other.actor_name or one.other.called) for one in record.identities}
    return {name for one in meant for name in names if name in fold(one.statement.content).split()}


def surnames(draft: Draft, put: Put) -> set[str]:
    return {surname(one.name) for one in people_in(draft, put.at)} | set(fold(put.words).split())


def finding(
    draft: Draft,
    record: Against,
    put: Put,
    code: str,
    severity: Severity,
    told: Sequence[Near],
    against: Sequence[Near],
    says: str,
) -> Finding:
    rests = (*told[:1], *against) if against else told[:SHOWN]
    over = put.by.at if put.by is not None else put.at
    # Where nobody puts it forward, what is said against it is all there is.
    denied = against[0] if told and against else None
    offered = fair.told(record, (told or against)[:SHOWN], denied, draft, over)
    return Finding(
        code=code,
        severity=severity,
        at=put.at,
        sentence=put.sentence.at,
        says=says,
        rests_on=tuple(one.held for one in rests),
        wording=offered.words,
        over=offered.over,
        sure=round(min(one.sure for one in told or against), 2),
    )
