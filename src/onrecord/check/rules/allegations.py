"""Allegations told as facts, identities taken as given, and hedges that were dropped.

What the draft says in its own voice is held against what the record has of the same: it is a
finding where somebody denies it, where whoever put it forward has withdrawn it, where all on record
hold back with it, or where nobody but an unnamed source says it. What a named source says flatly
and nobody disputes is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.check.against import Against
from onrecord.check.draft import PUTS_FORWARD, Draft, Put
from onrecord.check.hedging import (
    DENIAL,
    OF_OTHERS,
    TAKES_BACK,
    all_kinds,
    holds_back,
    kinds,
    tells_of_proceeding,
)
from onrecord.check.meant import (
    NEGATION,
    PUT_FORWARD,
    SHOWN,
    affirming,
    concerned,
    covers,
    people_in,
    stems,
    still_against,
    surname,
)
from onrecord.check.rules import identities
from onrecord.check.rules.attributed import told_by_somebody
from onrecord.check.rules.claimed import (
    COVERS,
    LIKE,
    LIKE_DENIED,
    SURE,
    SURE_OTHERWISE,
    SURE_TOLD,
    UNNAMED,
    finding,
    holds_identity,
    identity,
    names_of,
    surnames,
    taken_as_given,
    tells_who,
)
from onrecord.core.dates import When
from onrecord.core.drafts import Finding, Near, Severity
from onrecord.core.folding import fold
from onrecord.core.spans import Span
from onrecord.core.vocabulary import BlockKind, Stance
from onrecord.core.wording import SILENT

_SURE_PLACED, _LIKE_PLACED = 0.7, 0.3
"""A statement that is placed on a draft's words as on a claim counts where that is so sure, and the
two are so much alike: a denial in general is neither."""
_MUCH, _AS_LIKE = 0.67, 0.08
"""What is so much like a sentence is what it tells, unless something else is nearly as like."""
_ALSO = 0.4
"""So like is then what is against it."""
_SHARES = 0.6
"""A row has so large a part of the words of a draft's sentence of which it says more."""
_SAYS_AGAIN, _SEVERAL = 0.8, 5
"""A sentence with so large a part of a row's words, if they are so many, says what the row does."""
_PUT_IN = re.compile(r",[^,]{2,60},")
_OPENS, _CLOSES = '“"‘', '”"’'
_SHORT = (BlockKind.HEADLINE, BlockKind.CAPTION)
"""Sentences that end without a full stop."""


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find what is told as a fact, or more firmly, than anybody on record has it."""
    # Vectors of a whole draft together take half the time.
    record.asked.prepare([one.words for one in (*draft.put, *draft.added)])
    known: set[Span] = set()
    for put in draft.put:
        by_it = _own_voice if put.by is None else told_by_somebody
        for one in by_it(draft, record, put):
            known.add(one.sentence)
            tells_who = put.by is None and identities.is_told(draft, record, put.at)
            yield identities.as_identity(one) if tells_who else one
    for put in draft.added:
        if put.sentence.at not in known:
            # No sentence can stand in the place of a clause.
            yield from (replace(one, over=None) for one in _own_voice(draft, record, put))
    yield from identities.found(draft, record, known)
    yield from taken_as_given(draft, record)


def _own_voice(draft: Draft, record: Against, put: Put) -> Iterator[Finding]:
    if DENIAL.search(put.words) or TAKES_BACK.search(_PUT_IN.sub("", put.words)):
        return
    if _is_heading(put.words) or _is_quoted(put.words):
        return
    if _tells_of_silence(draft, put):
        return
    own = kinds(put.words)
    guarded = bool(own) or tells_of_proceeding(put.words)
    if guarded and put.sentence.kind not in _SHORT:
        return

    def counts(one: Near) -> bool:
        """Say whether it can make a finding: the network, which is dear, is not asked of others."""
        is_of_it = guarded or covers(put.words, one) >= COVERS or holds_identity(one, record)
        return is_of_it and _is_theirs(one)

    told = [one for one in record.asked.near(put.words, counts) if _says_so(put.words, one)]
    if guarded:
        if told:
            yield from _half_dropped(draft, record, put, told, own)
        return
    meant = [one for one in told if holds_identity(one, record)]
    meant = [one for one in meant if tells_who(put.words, one, record)]
    if meant and names_of(meant, record) & surnames(draft, put):
        yield identity(draft, record, put, meant)
        return
    if not people_in(draft, put.at) and not NEGATION.search(put.words):
        # Of nobody in particular: only what is put forward in so many words counts.
        told = [
            one
            for one in told
            if one.likeness >= LIKE and (one.sure >= 0.95 or covers(put.words, one) >= _SAYS_AGAIN)
        ]
    told = [one for one in told if covers(put.words, one) >= COVERS]
    found = list(_as_fact(draft, record, put, told)) if told else []
    found = found or list(_in_other_words(draft, record, put))
    yield from found or _most_alike(draft, record, put)


def _is_theirs(one: Near) -> bool:
    """Say whether a row is somebody's, or an outlet's own that holds back."""
    return not one.statement.is_own_voice or bool(all_kinds(one.statement))


def _says_so(words: str, one: Near) -> bool:
    """Say whether a row puts forward what a sentence of the draft says, or a part of it.

    By what it does to the whole, or because nearly all its words stand in the draft's.
    """
    if one.stance in PUT_FORWARD and one.sure >= SURE:
        return True
    unsure = one.stance in PUT_FORWARD or (
        one.stance is None and one.statement.act in PUTS_FORWARD and not one.statement.depth
    )
    return (
        unsure
        and one.likeness >= LIKE
        and len(stems(one.words)) >= _SEVERAL
        and covers(words, one) >= _SAYS_AGAIN
        and bool(NEGATION.search(words)) == bool(NEGATION.search(one.words))
    )


def _in_other_words(draft: Draft, record: Against, put: Put) -> Iterator[Finding]:
    """Find what the record tells in other words than the draft's, and what it only denies."""
    is_sentence = put.words[-1] in ".!?" or put.sentence.kind in _SHORT
    if NEGATION.search(put.words) or not is_sentence or _stands_in_quotation(draft, put):
        return
    placed = [
        one
        for one in record.asked.placed(put.words)
        if one.stance is Stance.WITHDRAWS
        or (one.sure >= _SURE_PLACED and one.likeness >= _LIKE_PLACED)
    ]
    same = [one for one in affirming(placed, 0.0) if _of_one_matter(put.words, one)]
    told = same or [one for one in affirming(placed, 0.0) if _is_sure(one)]
    sides = {one.party for one in told if one.party}
    against = [one for one in placed if one.party not in sides]
    if not same:
        # What hardly has a word in common says the same only where the denial too is sure.
        against = [one for one in against if one.sure >= SURE_OTHERWISE and one.likeness >= _ALSO]
    denied = still_against(record, against)
    doubted = [one for one in against if one.stance is Stance.DOUBTS]
    withdrawn = [
        one
        for one in placed
        if one.stance is Stance.WITHDRAWS and _takes_back(draft, record, put, one, told)
    ]
    what = "denied" if denied else "withdrawn" if withdrawn else "doubted"
    rests = (denied or withdrawn or doubted)[: SHOWN - 1]
    if told and rests:
        yield finding(
            draft, record, put, "OR101", Severity.FAULT, told, rests,
            f"the draft says it itself; on record it is put forward and {what}",
        )  # fmt: skip
    elif any(one.stance is Stance.DENIES and one.likeness >= LIKE_DENIED for one in denied):
        yield finding(
            draft, record, put, "OR101", Severity.FAULT, (), rests,
            "the draft says it itself; on record nobody puts it forward, and it is denied",
        )  # fmt: skip


def _most_alike(draft: Draft, record: Against, put: Put) -> Iterator[Finding]:
    """Find what is most like something that the record only has as alleged, suspected or believed.

    The network may not know the one for the other; that nothing said flatly is nearly so like, and
    that both are of the same people, tells as much.
    """
    near = record.asked.like(put.words)
    if not near or near[0].likeness < _MUCH or NEGATION.search(put.words):
        return
    names = {surname(draft.full(one).name) for one in people_in(draft, put.at)}
    about = [one for one in near if one.likeness >= near[0].likeness - _AS_LIKE]
    same = all(
        all_kinds(one.statement) - {"reported"} and not NEGATION.search(one.words) for one in about
    )
    if same and names & set(fold(near[0].words).split()):
        held = frozenset().union(*(all_kinds(one.statement) for one in about))
        yield finding(
            draft, record, put, "OR101" if held <= OF_OTHERS else "OR103", Severity.WARNING,
            about, (),
            f"what the record has most like it nobody says flatly: there it is"
            f" {', '.join(sorted(held))}",
        )  # fmt: skip


def _as_fact(draft: Draft, record: Against, put: Put, told: Sequence[Near]) -> Iterator[Finding]:
    wide = record.asked.wide(put.words)
    against = still_against(record, wide)
    general = [one for one in against if not one.likeness]
    is_concerned = concerned(draft, record, put.at)
    denied = [
        one
        for one in against
        if one.sure >= (SURE_TOLD if is_concerned(one.party) else SURE)
        and one.likeness >= LIKE_DENIED
    ]
    withdrawn = [
        one
        for one in wide
        if one.stance is Stance.WITHDRAWS and _takes_back(draft, record, put, one, told)
    ]
    if denied or general or withdrawn:
        what = "denied" if denied or general else "withdrawn"
        against = (general + denied or withdrawn)[: SHOWN - 1]
        yield finding(
            draft, record, put, "OR101", Severity.FAULT, told, against,
            f"the draft says it itself; on record it is put forward and {what}",
        )  # fmt: skip
    elif _is_told_flatly(record, put):
        return
    elif all(holds_back(one, attributed=False) for one in told):
        held = frozenset().union(*(all_kinds(one.statement) for one in told))
        # What is only somebody's word on record is no hedge that the draft drops: it is theirs.
        code = "OR101" if held <= OF_OTHERS else "OR103"
        yield finding(
            draft, record, put, code, Severity.FAULT, told, (),
            f"nobody on record says it flatly: there it is {', '.join(sorted(held))}",
        )  # fmt: skip
    elif all(one.statement.naming in UNNAMED for one in told):
        yield finding(
            draft, record, put, "OR101", Severity.WARNING, told, (),
            "the draft says it itself; on record only an unnamed source does",
        )  # fmt: skip


def _is_told_flatly(record: Against, put: Put) -> bool:
    """Say whether an outlet of the record says the same in its own voice."""
    flat = record.asked.near(put.words, lambda one: not _is_theirs(one))
    return any(_says_so(put.words, one) for one in flat)


def _of_one_matter(words: str, near: Near) -> bool:
    """Say whether a draft's sentence and a row share most of the words of either."""
    ours = stems(words)
    shared = len(ours & stems(f"{near.words} {near.statement.speaker}"))
    return covers(words, near) >= COVERS or (bool(ours) and shared >= _SHARES * len(ours))


def _takes_back(draft: Draft, record: Against, put: Put, back: Near, told: Sequence[Near]) -> bool:
    """Say whether somebody who takes something back takes back what is told.

    Who takes back all that they alleged has not taken back whatever else they told: then only what
    is told of somebody, as what they say, by a source of a day before.
    """
    theirs = [one for one in told if one.party and one.party == back.party]
    if back.likeness >= _LIKE_PLACED or not theirs:
        return bool(theirs)
    day = record.published.get(back.statement.source)
    return bool(people_in(draft, put.at)) and any(
        not one.statement.is_own_voice
        and one.statement.source != back.statement.source
        and _is_before(record.published.get(one.statement.source), day)
        for one in theirs
    )


def _is_before(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and (one.first or 0) <= (other.first or 0)


def _is_sure(near: Near) -> bool:
    """Say whether a row so surely says the same, in other words, that their number is no matter."""
    return near.sure >= SURE_OTHERWISE and near.likeness >= LIKE


def _half_dropped(
    draft: Draft, record: Against, put: Put, told: Sequence[Near], own: frozenset[str]
) -> Iterator[Finding]:
    """Find a headline that keeps one hedge of two: whose suspicion is understood, not known."""
    nearest = told[0]
    there = all_kinds(nearest.statement)
    if own and own < there and all(all_kinds(one.statement) - own for one in told[:1]):
        dropped = ", ".join(sorted(there - own))
        yield finding(
            draft, record, put, "OR103", Severity.FAULT, [nearest], (),
            f"the record holds back more: {dropped}",
        )  # fmt: skip


def _tells_of_silence(draft: Draft, put: Put) -> bool:
    """Say whether a sentence tells that somebody gave no answer, which alleges nothing."""
    silent = (reply for reply in draft.replies if reply.outcome in SILENT)
    return any(put.sentence.at.overlaps(reply.at) for reply in silent)


def _is_heading(words: str) -> bool:
    """Say whether it is a heading in capitals, as of a court's list: it tells nothing."""
    return sum(map(str.isupper, words)) > sum(map(str.isalpha, words)) / 2


def _is_quoted(words: str) -> bool:
    """Say whether a sentence is all in quotation marks: it is somebody's, and not the draft's."""
    return words[0] in _OPENS and words.rstrip(".")[-1] in _CLOSES


def _stands_in_quotation(draft: Draft, put: Put) -> bool:
    """Say whether it is a sentence of a longer quotation: its marks stand round several."""
    before = draft.characters[: put.at.start]
    return any(before.rfind(a) > before.rfind(b) for a, b in zip("“‘", "”’", strict=True))
